"""A pack in a .zip: unpacked within limits, and never beyond what it states."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jjjviewer.model.errors import NotAPackError, PackError, Problem
from jjjviewer.model.folder import in_words, is_link, no_descriptor, too_large
from jjjviewer.model.limits import LARGEST_PACK, MOST_EXPANSION, MOST_FILES
from jjjviewer.model.schema import DESCRIPTOR

_SMALL = 10 << 20
"""Bytes; what unpacks to less is no danger, however well it was packed."""


class Archive:
    """The files in a .zip.

    Args:
        path: the .zip.

    Raises:
        NotAPackError: it is none, or holds no pack.
        PackError: it is larger than what is read, or unpacks to more.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            # Its list of contents alone could be too large to look at.
            if path.stat().st_size > LARGEST_PACK:
                raise PackError(too_large(str(path)))
            with zipfile.ZipFile(path) as archive:
                infos = archive.infolist()
        except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError):
            message = f"not a pack. A pack is a folder, or a .zip of one, with {DESCRIPTOR} in it."
            raise NotAPackError(Problem(message, str(path))) from None
        self._check_size(infos)
        self._infos = {info.filename: info for info in infos}
        self._top = self._find_top()

    def size(self, name: str) -> int:
        with in_words(name):
            return self._info(name).file_size

    def read(self, name: str) -> bytes:
        with _in_words(name), zipfile.ZipFile(self._path) as archive:
            info = self._info(name)
            with archive.open(info) as file:
                # Asked for all, it would unpack all, whatever size the .zip states.
                return file.read(info.file_size)

    def _check_size(self, infos: list[zipfile.ZipInfo]) -> None:
        # What a file says of its size binds: no more than that is unpacked.
        unpacked = sum(info.file_size for info in infos)
        packed = self._path.stat().st_size
        if len(infos) > MOST_FILES:
            message = f"holds {len(infos):,} files; at most {MOST_FILES:,} are read."
            raise PackError(Problem(message, str(self._path)))
        if unpacked > LARGEST_PACK:
            raise PackError(too_large(str(self._path)))
        if unpacked > max(_SMALL, MOST_EXPANSION * packed):
            message = (
                f"unpacks to more than {MOST_EXPANSION} times its size, as no table does. "
                "Not opened. Unpack it yourself if you trust it, and open the folder."
            )
            raise PackError(Problem(message, str(self._path)))

    def _find_top(self) -> str:
        """Return '' or the one folder that the pack lies in, as packing a folder makes it."""
        tops = [
            name.removesuffix(DESCRIPTOR)
            for name in self._infos
            if name == DESCRIPTOR or (name.endswith(f"/{DESCRIPTOR}") and name.count("/") == 1)
        ]
        if "" in tops:
            return ""
        # macOS puts a folder of its own beside it.
        tops = [top for top in tops if top != "__MACOSX/"]
        if len(tops) != 1:
            raise NotAPackError(no_descriptor(self._path))
        return tops[0]

    def _info(self, name: str) -> zipfile.ZipInfo:
        info = self._infos[self._top + name]
        if stat.S_ISLNK(info.external_attr >> 16):
            raise PackError(is_link(name))
        return info


@contextmanager
def _in_words(name: str) -> Iterator[None]:
    with in_words(name):
        try:
            yield
        except (zipfile.BadZipFile, zlib.error) as error:
            raise ValueError(str(error)) from None
