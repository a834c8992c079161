"""Tables that lie where the descriptor says: in a folder of the pack, or in several files."""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jjjviewer.model.errors import MissingFileError, Problem
from jjjviewer.model.reading.notes import Notes
from jjjviewer.model.reading.pack_folder import Folder
from jjjviewer.model.schema import DESCRIPTOR
from jjjviewer.model.visible import shown


class _Part(NamedTuple):
    """A file of a table; of all but the first, headings that stand there once more are cut off."""

    path: str
    data: bytes
    cut: int
    """How many rows are cut off."""


class PlacedFolder:
    """The files of a pack by the names of their tables.

    Args:
        folder: of the pack.
        paths: of the files of tables that are not beside the descriptor, or not so named.
        notes: that a table is read from there is noted here.
    """

    def __init__(self, folder: Folder, paths: Mapping[str, Sequence[str]], notes: Notes) -> None:
        self._folder = folder
        self._paths = paths
        for name, files in paths.items():
            stated = " and ".join(f"'{shown(each)}'" for each in files)
            message = f"is read from {stated}, as the descriptor says"
            rows = ", with rows counted through" if len(files) > 1 else ""
            kind = f"parts {name}" if rows else "placed"
            notes.add(kind, f"{message}{rows}.", name)

    def size(self, name: str) -> int:
        """Return the bytes of a table, unpacked."""
        if name not in self._paths:
            return self._folder.size(name)
        return sum(map(self._size, self._paths[name]))

    def _size(self, path: str) -> int:
        try:
            return self._folder.size(path)
        except MissingFileError:
            remedy = f"Put it there, or mend its path in {DESCRIPTOR}."
            message = f"the file is missing from the pack. {remedy}"
            raise MissingFileError(Problem(message, path)) from None

    def read(self, name: str) -> bytes:
        """Return the content of a table, its parts joined."""
        if len(self._paths.get(name, [])) < 2:
            return self._folder.read(*self._paths.get(name, [name]))
        return b"".join(part.data for part in self._parts(name))

    def named(self, problem: Problem) -> Problem:
        """Return an error with the file and the row that are to be mended.

        Warnings keep the names of tables, by which the window leads to their rows.
        """
        paths = self._paths.get(problem.file)
        if not paths or problem.severity != "error":
            return self._folder.named(problem)
        if len(paths) == 1 or problem.row is None:
            return problem._replace(file=", ".join(paths))
        row = problem.row
        for part in self._parts(problem.file):
            if row <= (rows := _row_count(part.data)):
                break
            row -= rows
        return problem._replace(file=part.path, row=row + part.cut)

    def _parts(self, name: str) -> Iterator[_Part]:
        heading = None
        for path in self._paths[name]:
            data = self._folder.read(path)
            if heading is not None:
                data = data.removeprefix(codecs.BOM_UTF8)
            plain = data.removeprefix(heading or b"\n")
            cut = int(plain != data)
            data = plain if not plain or plain.endswith((b"\n", b"\r")) else plain + b"\n"
            if heading is None:
                heading = data.removeprefix(codecs.BOM_UTF8).partition(b"\n")[0] + b"\n"
            yield _Part(path, data, cut)


def _row_count(data: bytes) -> int:
    text = io.StringIO(data.decode(errors="replace"), newline="")
    return sum(1 for _ in csv.reader(text))
