"""Read the files of a pack from a .zip, which nothing in it can make unsafe."""

import stat
import zipfile
from collections import Counter
from pathlib import Path, PurePosixPath, PureWindowsPath

from jjjviewer.model.errors import NotAPackError, PackError, Problem
from jjjviewer.model.limits import LARGEST_PACK, MOST_EXPANSION, MOST_FILES
from jjjviewer.model.reading.file_errors import (
    explain_errors,
    link_problem,
    missing_descriptor,
    several_spellings,
    too_large,
)
from jjjviewer.model.reading.notes import Notes
from jjjviewer.model.schema import DESCRIPTOR
from jjjviewer.model.visible import shown
from jjjviewer.text.patience import answer_of, read_patiently

_SMALL = 10 << 20
"""Unpacked size in bytes up to which any expansion is safe."""


def lies_outside(name: str) -> bool:
    """Return whether a path inside a pack leads out of it, on this system or another."""
    windows = PureWindowsPath(name)
    return bool(windows.anchor) or ".." in windows.parts or PurePosixPath(name).is_absolute()


class Archive:
    """The files of a .zip.

    Args:
        path: of the .zip.
        notes: what it says in another way is noted here.

    Raises:
        NotAPackError: it is no .zip, or none of a pack.
        PackError: it is larger than can be read, or not safe.
    """

    def __init__(self, path: Path, notes: Notes) -> None:
        self._path = path
        self._notes = notes
        try:
            # The list of contents alone could be too large to read.
            if path.stat().st_size > LARGEST_PACK:
                raise PackError(too_large(str(path)))
            with answer_of(lambda: zipfile.ZipFile(path)) as archive:
                infos = archive.infolist()
        except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError):
            raise NotAPackError(Problem(_no_archive(path), str(path))) from None
        self._check_size(infos)
        self._check_names(infos)
        self._infos = {_inside(info): info for info in infos}
        self._top = self._find_top()

    def size(self, name: str) -> int:
        """Return the bytes of a file, unpacked."""
        with explain_errors(name, [PurePosixPath(each).name for each in self._infos]):
            return self._info(name).file_size

    def read(self, name: str) -> bytes:
        """Return the content of a file."""
        with explain_errors(name), answer_of(lambda: zipfile.ZipFile(self._path)) as archive:
            info = self._info(name)
            with answer_of(lambda: archive.open(info)) as file:
                # Without a size it would unpack everything, whatever size the .zip states.
                return read_patiently(file, info.file_size)

    def named(self, problem: Problem) -> Problem:
        """Return a problem as it is."""
        return problem

    def _check_size(self, infos: list[zipfile.ZipInfo]) -> None:
        # No more is unpacked of a file than the size that the .zip states.
        unpacked = sum(info.file_size for info in infos)
        packed = self._path.stat().st_size
        if len(infos) > MOST_FILES:
            message = (
                f"holds {len(infos):,} files; at most {MOST_FILES:,} are read. "
                "Pack nothing but the pack's own."
            )
            raise PackError(Problem(message, str(self._path)))
        if unpacked > LARGEST_PACK:
            raise PackError(too_large(str(self._path)))
        if unpacked > max(_SMALL, MOST_EXPANSION * packed):
            message = (
                f"unpacks to more than {MOST_EXPANSION} times its size, as no table does. "
                "Not opened. Unpack it yourself if you trust it, and open the folder."
            )
            raise PackError(Problem(message, str(self._path)))

    def _check_names(self, infos: list[zipfile.ZipInfo]) -> None:
        """Refuse names that lead out of the pack, and those of two files at once."""
        for info in infos:
            if lies_outside(info.filename):
                message = (
                    f"holds '{shown(info.filename)}', which would lie outside of it. "
                    "Not opened. Make the .zip anew, of the pack's folder alone."
                )
                raise PackError(Problem(message, str(self._path)))
            if "\\" in info.orig_filename:
                message = "backslashes in the names of its files are read as slashes."
                self._notes.add("backslashes", message, str(self._path))
        counts = Counter(map(_inside, infos))
        for name, count in counts.items():
            if count > 1 and not name.endswith("/"):
                message = (
                    f"stands in the .zip {count} times. Make the .zip anew, with one of each file."
                )
                raise PackError(Problem(message, PurePosixPath(name).name))

    def _find_top(self) -> str:
        """Return '' or the one folder that the pack lies in, as packing folders makes it."""
        tops = [
            name[: -len(DESCRIPTOR)]
            for name in self._infos
            if name.casefold() == DESCRIPTOR or name.casefold().endswith(f"/{DESCRIPTOR}")
        ]
        if "" in tops:
            return ""
        # macOS adds a folder of its own.
        tops = [top for top in tops if not top.startswith("__MACOSX/")]
        if len(tops) != 1:
            raise NotAPackError(self._no_top(tops))
        return tops[0]

    def _no_top(self, tops: list[str]) -> Problem:
        inner = [name for name in self._infos if name.casefold().endswith((".zip", ".xlsx"))]
        if len(tops) > 1:
            names = ", ".join(f"'{shown(top.rstrip('/'))}'" for top in sorted(tops))
            return Problem(f"holds several packs: {names}. Pack each by itself.", str(self._path))
        if inner:
            return Problem(
                f"holds '{shown(inner[0])}' and no pack of its own. Unpack it, and open that file.",
                str(self._path),
            )
        return missing_descriptor(self._path)

    def _info(self, name: str) -> zipfile.ZipInfo:
        wanted = self._top + name
        if wanted not in self._infos:
            found = [each for each in self._infos if each.casefold() == wanted.casefold()]
            if len(found) > 1:
                raise PackError(several_spellings(name, found))
            wanted = found[0] if found else wanted
            note_on_name(self._notes, name, found)
        info = self._infos[wanted]
        if stat.S_ISLNK(info.external_attr >> 16):
            raise PackError(link_problem(name))
        return info


def _no_archive(path: Path) -> str:
    with path.open("rb") as file:
        if file.read(2) == b"PK":
            return "a .zip that is damaged, or not whole. Copy or download it once more."
    return (
        f"not a pack. A pack is a folder, or a .zip of one, with {DESCRIPTOR} in it, or a workbook."
    )


def note_on_name(notes: Notes, name: str, found: list[str]) -> None:
    """Note that a file was found under its name in other letters."""
    for each in found:
        other = PurePosixPath(each).name
        notes.add("file", f"the file is named '{shown(other)}', and is read as {name}.", name)


def _inside(info: zipfile.ZipInfo) -> str:
    """Return the name of a file with slashes, as it lies under the top of the .zip."""
    parts = info.filename.replace("\\", "/").split("/")
    folder = "/" if parts[-1] == "" else ""
    return "/".join(part for part in parts if part not in ("", ".")) + folder
