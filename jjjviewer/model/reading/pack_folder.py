"""Read the files of a pack, wherever they lie: whole, within limits, never from outside."""

import os
import stat
from pathlib import Path
from typing import Protocol

from jjjviewer.model.errors import NoDescriptorError, NotAPackError, PackError, Problem
from jjjviewer.model.limits import LARGEST_PACK
from jjjviewer.model.reading.archive import Archive, note_on_name
from jjjviewer.model.reading.file_errors import (
    explain_errors,
    link_problem,
    missing_descriptor,
    reason_of,
    several_spellings,
    too_large,
)
from jjjviewer.model.reading.new_descriptor import holds_tables
from jjjviewer.model.reading.notes import Notes
from jjjviewer.model.reading.workbook import Workbook, is_workbook
from jjjviewer.model.schema import DESCRIPTOR
from jjjviewer.text.patience import answer_of, content_of_file

_Listing = dict[str, os.stat_result]
"""What lies in a folder, by its name."""


class Folder(Protocol):
    """A place that holds the files of one pack."""

    def size(self, name: str) -> int:
        """Return the bytes of a file, unpacked; raise MissingFileError where there is none."""

    def read(self, name: str) -> bytes:
        """Return the content of a file."""

    def named(self, problem: Problem) -> Problem:
        """Return a problem as it is said of this place, which may call its files otherwise."""


def open_folder(path: Path, notes: Notes) -> Folder:
    """Return the folder, .zip or workbook that a pack is.

    The descriptor of a folder stands for the folder.

    Raises:
        NotAPackError: nothing is there, or what is there is no pack.
        PackError: it is larger than what can be read.
    """
    try:
        if not answer_of(path.exists):
            raise NotAPackError(Problem("nothing is there. Check the path.", str(path)))
        if path.name.casefold() == DESCRIPTOR:
            path = path.parent
        if path.is_dir():
            return _Directory(path, notes)
        # Opening a pipe would wait for somebody to write into it.
        if not path.is_file():
            message = "is neither a file nor a folder. Choose a pack's folder, .zip or workbook."
            raise NotAPackError(Problem(message, str(path)))
        answer_of(lambda: _first_byte(path))
        return Workbook(path, notes) if is_workbook(path) else Archive(path, notes)
    except (OSError, ValueError) as error:
        message = f"could not be read: {reason_of(error)}."
        raise NotAPackError(Problem(message, str(path))) from None


def _first_byte(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(1)


class _Directory:
    def __init__(self, path: Path, notes: Notes) -> None:
        self._path = path
        self._notes = notes
        self._files = _listing(path)
        self._inner: dict[Path, _Listing] = {}
        if not _spellings(self._files, DESCRIPTOR) and holds_tables(self._files):
            message = (
                f"{DESCRIPTOR}, which says where the tables come from, is missing. Open the folder "
                "in the window, which asks for title, date and citation, and writes it."
            )
            raise NoDescriptorError(Problem(message, str(path)))
        if not _spellings(self._files, DESCRIPTOR):
            raise NotAPackError(missing_descriptor(path))

    def size(self, name: str) -> int:
        """Return the bytes of a file."""
        with explain_errors(name, [*self._files]):
            return self._file(name)[1].st_size

    def read(self, name: str) -> bytes:
        """Return the content of a file."""
        with explain_errors(name):
            return content_of_file(self._file(name)[0], LARGEST_PACK + 1)

    def named(self, problem: Problem) -> Problem:
        """Return a problem as it is."""
        return problem

    def _file(self, name: str) -> tuple[Path, os.stat_result]:
        """Return where a file lies, and what it is; its name may lead into folders of the pack."""
        path, files = self._path, self._files
        *folders, last = name.split("/")
        for each in folders:
            path /= self._spelling(files, each)
            if not path.is_dir():
                raise FileNotFoundError
            if path not in self._inner:
                self._inner[path] = _listing(path)
            files = self._inner[path]
        found = self._spelling(files, last)
        if not stat.S_ISREG(files[found].st_mode):
            raise PackError(Problem("is not a file. Put the table itself here.", name))
        return path / found, files[found]

    def _spelling(self, files: _Listing, name: str) -> str:
        """Return how a name is written in a folder, where letter case may differ."""
        found = _spellings(files, name)
        if not found:
            raise FileNotFoundError
        if len(found) > 1:
            raise PackError(several_spellings(name, found))
        if found != [name]:
            note_on_name(self._notes, name, found)
        if stat.S_ISLNK(files[found[0]].st_mode):
            raise PackError(link_problem(name))
        return found[0]


def _listing(folder: Path) -> _Listing:
    return answer_of(lambda: {each.name: each.lstat() for each in sorted(folder.iterdir())})


def _spellings(files: _Listing, name: str) -> list[str]:
    """Return the files that have a name, or else those that have it in other letters."""
    if name in files:
        return [name]
    return [each for each in files if each.casefold() == name.casefold()]


def read_file(folder: Folder, name: str) -> bytes:
    """Return the content of a file, which may be no larger than a pack."""
    data = folder.read(name)
    if len(data) > LARGEST_PACK:
        raise PackError(too_large(name))
    return data
