"""Read the tables of a pack from the sheets of a workbook, .xlsx or .ods."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from jjjviewer.model.errors import MissingFileError, NotAPackError, PackError, Problem
from jjjviewer.model.formula_escape import guarded
from jjjviewer.model.json_types import JsonObject
from jjjviewer.model.limits import LARGEST_PACK, MOST_EXPANSION
from jjjviewer.model.reading.file_errors import too_large
from jjjviewer.model.reading.meaning import trimmed
from jjjviewer.model.reading.notes import Notes
from jjjviewer.model.schema import DESCRIPTOR, FORMAT, TABLES
from jjjviewer.model.visible import shown
from jjjviewer.model.worksheet import whole_number
from jjjviewer.text.patience import content_of_file

SUFFIXES = (".xlsx", ".ods")
SOURCE_SHEET = "source"
"""The sheet that says where the data comes from: in each row a word and its text."""
REST = DESCRIPTOR
"""The word in the source sheet behind which all else of the descriptor stands, as JSON."""
_PARTS = {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}
"""Files of which any workbook has one."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD = b"\xd0\xcf\x11\xe0"
_FILES = re.compile(rf"\b({'|'.join(TABLES)})\.csv\b")
_Rows = list[list[object]]


def is_workbook(path: Path) -> bool:
    """Return whether a file is a workbook, whatever its name."""
    with path.open("rb") as file:
        if file.read(len(_OLD)) == _OLD:
            return True
    try:
        with zipfile.ZipFile(path) as archive:
            return not _PARTS.isdisjoint(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return False


class Workbook:
    """The sheets of a workbook, as the files of a pack.

    Args:
        path: of the workbook.
        notes: a sheet that is named in other letters is noted here.

    Raises:
        NotAPackError: it can't be read, or no sheet is a table.
        PackError: it is larger than can be read, or does not name its source.
    """

    def __init__(self, path: Path, notes: Notes) -> None:
        self._path = path
        _check_size(path)
        self._sheets: dict[str, _Rows] = {}
        for name, rows in _sheets(path).items():
            meant = re.sub(r"[\s-]+", "_", trimmed(name).casefold().removesuffix(".csv"))
            if meant in self._sheets and meant in (*TABLES, SOURCE_SHEET):
                raise PackError(Problem("two sheets have this name. Delete one.", f"sheet {meant}"))
            self._sheets[meant] = rows
            if meant != name and meant in (*TABLES, SOURCE_SHEET):
                message = f"the sheet is named '{shown(name)}', and is read as {meant}."
                notes.add("file", message, f"sheet {meant}")
        if not self._sheets.keys() & TABLES.keys():
            message = (
                "no sheet of this workbook is a table of a pack. "
                f"Name the sheets {', '.join(name for name in TABLES if not TABLES[name].optional)}"
                f" and {SOURCE_SHEET}; 'jjjviewer new FILE.xlsx' writes one to fill in."
            )
            raise NotAPackError(Problem(message, str(path)))
        self._source_rows: dict[str, int] = {}
        self._files = {DESCRIPTOR: self._descriptor()}

    def size(self, name: str) -> int:
        """Return the bytes of a table as CSV."""
        return len(self.read(name))

    def read(self, name: str) -> bytes:
        """Return a table as CSV, or what the source sheet says as a descriptor."""
        if name not in self._files:
            rows = self._sheets.pop(name.removesuffix(".csv"), None)
            if rows is None:
                message = "the sheet is missing from the workbook. Add it, with its headings."
                raise MissingFileError(Problem(message, name))
            self._files[name] = _csv(rows)
        return self._files[name]

    def named(self, problem: Problem) -> Problem:
        """Return a problem with the names and rows of sheets in place of files."""
        row = problem.row
        if problem.file == DESCRIPTOR:
            row = self._source_rows.get((problem.column or "").rpartition(".")[2], 1)
        file = problem.file.replace(DESCRIPTOR, f"sheet {SOURCE_SHEET}")
        return problem._replace(
            message=_FILES.sub(r"sheet \1", problem.message),
            file=_FILES.sub(r"sheet \1", file),
            row=row,
        )

    def _descriptor(self) -> bytes:
        rows = self._sheets.get(SOURCE_SHEET)
        if rows is None:
            message = (
                f"the sheet {SOURCE_SHEET} is missing. Add it: title, date, citation and caveat, "
                "one below the other, and what they are beside them."
            )
            raise PackError(Problem(message, str(self._path)))
        texts: dict[str, str] = {}
        for number, row in enumerate(rows, start=1):
            word, text, *_ = *map(_text, row[:2]), "", ""
            word = trimmed(word).casefold()
            if word and word not in texts:
                texts[word] = text.strip()
                self._source_rows[word] = number
        descriptor = self._rest(texts.pop(REST, ""))
        own = descriptor.get("jjjviewer")
        licence = texts.pop("licence", "")
        if licence and "licenses" not in descriptor:
            descriptor["licenses"] = [{"name": licence}]
        descriptor["jjjviewer"] = (own if isinstance(own, dict) else {}) | texts
        descriptor["jjjviewer"]["format"] = FORMAT
        return json.dumps(descriptor).encode()

    def _rest(self, text: str) -> JsonObject:
        try:
            rest = json.loads(text) if text else {}
        except ValueError:
            rest = None
        if not isinstance(rest, dict):
            message = f"what stands beside {REST} is no object of JSON. Mend it, or empty it."
            raise PackError(Problem(message, f"sheet {SOURCE_SHEET}", self._source_rows[REST]))
        return rest


def _check_size(path: Path) -> None:
    packed = path.stat().st_size
    unpacked = packed
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(info.file_size for info in archive.infolist())
    if unpacked > min(LARGEST_PACK, max(100 << 20, MOST_EXPANSION * packed)):
        raise PackError(too_large(str(path)))


def _sheets(path: Path) -> dict[str, _Rows]:
    # Imported late: the window shows its tree before pandas is there.
    import pandas as pd

    data = io.BytesIO(content_of_file(path, LARGEST_PACK))
    try:
        frames = pd.read_excel(
            data, sheet_name=None, header=None, dtype=object, na_filter=False, engine="calamine"
        )
    except Exception as error:
        # The reader's own errors have no common class.
        message = f"could not be read: {shown(str(error))}. Save the workbook anew as .xlsx."
        if _ENCRYPTED in data.getvalue():
            message = "is protected by a password. Save it without one."
        raise NotAPackError(Problem(message, str(path))) from None
    return {str(name): frame.to_numpy(dtype=object).tolist() for name, frame in frames.items()}


def _csv(rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO()
    # Otherwise a lone carriage return would be written without quotes.
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows([guarded(_text(cell)) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def _text(cell: object) -> str:
    """Return a cell as a pack has it: numbers without format, days as 2022-10-21."""
    match cell:
        case str():
            return cell
        case bool():
            return str(cell).lower()
        case int() | float():
            return repr(whole_number(cell))
        case datetime() if not (cell.hour or cell.minute or cell.second):
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
    return "" if cell is None else str(cell)
