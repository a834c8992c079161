"""Read the files of a pack from a folder or a .zip: whole, within limits, never from outside."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Protocol

from jjjviewer.model.errors import MissingFileError, NotAPackError, PackError, Problem
from jjjviewer.model.limits import LARGEST_PACK, MOST_EXPANSION, MOST_FILES
from jjjviewer.model.schema import DESCRIPTOR

_SMALL = 10 << 20
"""Unpacked size in bytes up to which any expansion is safe."""


class Folder(Protocol):
    """A place that holds the files of one pack."""

    def size(self, name: str) -> int:
        """Return the bytes of a file, unpacked; raise MissingFileError where there is none."""

    def read(self, name: str) -> bytes:
        """Return the content of a file."""


def open_folder(path: Path) -> Folder:
    """Return the folder or .zip that holds a pack; its `datapackage.json` stands for the folder.

    Raises:
        NotAPackError: nothing is there, or what is there is no pack.
        PackError: it is larger than what can be read.
    """
    try:
        if not path.exists():
            raise NotAPackError(Problem("nothing is there. Check the path.", str(path)))
        if path.name == DESCRIPTOR:
            path = path.parent
        folder: Folder = _Directory(path) if path.is_dir() else _Archive(path)
    except (OSError, ValueError) as error:
        raise NotAPackError(Problem(f"could not be read: {_reason(error)}.", str(path))) from None
    return folder


def lies_outside(name: str) -> bool:
    """Return whether a path inside a pack leads out of it, on this system or another."""
    windows = PureWindowsPath(name)
    return bool(windows.anchor) or ".." in windows.parts or PurePosixPath(name).is_absolute()


class _Directory:
    def __init__(self, path: Path) -> None:
        self._path = path
        if not (path / DESCRIPTOR).exists() and not (path / DESCRIPTOR).is_symlink():
            raise NotAPackError(_missing_descriptor(path))

    def size(self, name: str) -> int:
        with _explain_errors(name):
            return self._file(name).stat().st_size

    def read(self, name: str) -> bytes:
        with _explain_errors(name), self._file(name).open("rb") as file:
            return file.read(LARGEST_PACK + 1)

    def _file(self, name: str) -> Path:
        path = self._path / name
        if path.is_symlink():
            raise PackError(_link_problem(name))
        if not path.exists():
            raise FileNotFoundError
        if not path.is_file():
            raise PackError(Problem("is not a file. Put the table itself here.", name))
        return path


class _Archive:
    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            # The list of contents alone could be too large to read.
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
        with _explain_errors(name):
            return self._info(name).file_size

    def read(self, name: str) -> bytes:
        with _explain_errors(name), zipfile.ZipFile(self._path) as archive:
            info = self._info(name)
            with archive.open(info) as file:
                # Without a size it would unpack everything, whatever size the .zip states.
                return file.read(info.file_size)

    def _check_size(self, infos: list[zipfile.ZipInfo]) -> None:
        # No more is unpacked of a file than the size that the .zip states.
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
        # macOS adds a folder of its own.
        tops = [top for top in tops if top != "__MACOSX/"]
        if len(tops) != 1:
            raise NotAPackError(_missing_descriptor(self._path))
        return tops[0]

    def _info(self, name: str) -> zipfile.ZipInfo:
        info = self._infos[self._top + name]
        if stat.S_ISLNK(info.external_attr >> 16):
            raise PackError(_link_problem(name))
        return info


@contextmanager
def _explain_errors(name: str) -> Iterator[None]:
    """Raise the errors of reading a file as PackError, in words for people."""
    try:
        yield
    except (FileNotFoundError, KeyError):
        raise MissingFileError(Problem("the file is missing from the pack.", name)) from None
    except NotImplementedError:
        # A subclass of RuntimeError, which otherwise means a password.
        message = "is packed in a way that is not read. Make the .zip anew, packed with Deflate."
        raise PackError(Problem(message, name)) from None
    except RuntimeError:
        message = "is locked with a password. Make the .zip anew without one."
        raise PackError(Problem(message, name)) from None
    except (OSError, EOFError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        message = f"could not be read: {_reason(error)}. Copy or pack it once more."
        raise PackError(Problem(message, name)) from None


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or "it is damaged"


def _missing_descriptor(path: Path) -> Problem:
    return Problem(
        f"not a pack, because {DESCRIPTOR} is missing. Choose the folder that holds it.", str(path)
    )


def _link_problem(name: str) -> Problem:
    return Problem("is a link. Not opened. Put the file itself into the pack.", name)


def too_large(name: str) -> Problem:
    """Return the problem of a pack or a file too large to be read."""
    return Problem(f"larger than {LARGEST_PACK >> 30} GiB, which is the most that is read.", name)


def read_file(folder: Folder, name: str) -> bytes:
    """Return the content of a file, which may be no larger than a pack."""
    data = folder.read(name)
    if len(data) > LARGEST_PACK:
        raise PackError(too_large(name))
    return data


def not_utf8(data: bytes, name: str) -> PackError:
    """Return the error that names the first byte of a file that is not UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        start = error.start + 1
    return PackError(Problem(f"not UTF-8 (byte {start}). Save it as UTF-8.", name))
