"""The rows of a CSV file, in whatever encoding and with whatever separator it was saved."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress

from jjjviewer.model.errors import PackError, Problem
from jjjviewer.model.reading.dialect import Dialect
from jjjviewer.model.reading.file_errors import not_utf8
from jjjviewer.model.reading.notes import Notes
from jjjviewer.model.schema import Table
from jjjviewer.model.visible import shown

LONGEST_FIELD = 1 << 24
"""Characters after which a cell is given up, long before one that never ends fills the memory.

Of a shorter one the check of its column says that it is too long.
"""
_MARKS = {
    # Before those of UTF-16, with which they begin.
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_CONFLICT = re.compile(rb"^<{7} ", re.MULTILINE).search
_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "'|'"}
_NAMES_SEPARATOR = re.compile(r'"?sep=(.)"?\r?\n?').fullmatch
_OTHER_FILES = {
    b"PK\x03\x04": "an Excel or LibreOffice workbook, or another .zip",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"%PDF": "a PDF",
    b"\x1f\x8b": "packed with gzip",
    b"<!DOCTYPE": "a web page",
    b"<html": "a web page",
    b"\0\0\0\0": "a file of zeros, as a copy that was broken off leaves it",
}
"""How files begin that are no tables, whatever their names say."""


class CsvLines:
    """The rows of a file as lists of cells.

    Args:
        table: it names the file in messages.
        data: the content of the file.
        dialect: what the descriptor says of it.
        notes: what is found otherwise is noted here.

    Attributes:
        decimal_comma: whether numbers may be written as 3,5, for which semicolons are between
            cells.

    Raises:
        PackError: it is no text in a known encoding.
    """

    def __init__(self, table: Table, data: bytes, dialect: Dialect, notes: Notes) -> None:
        self._table = table
        self._data = data
        self._dialect = dialect
        self._notes = notes
        for start, what in _OTHER_FILES.items():
            if data.startswith(start):
                message = f"is {what}, not CSV. Save the table as CSV, comma-separated UTF-8."
                raise PackError(Problem(message, table.file, 1))
        if data.startswith(b"version https://git-lfs"):
            message = "is what Git LFS leaves in place of a file. Fetch it with 'git lfs pull'."
            raise PackError(Problem(message, table.file, 1))
        if found := _CONFLICT(data):
            message = (
                "git could not join two versions from here on. Choose one, and delete the lines "
                "that begin with <<<<<<<, ======= and >>>>>>>."
            )
            raise PackError(Problem(message, table.file, data[: found.end()].count(b"\n") + 1))
        self._encoding, self._start = self._find_encoding()
        self._delimiter = self._find_delimiter()
        self.decimal_comma = dialect.decimal_comma or self._delimiter == ";"
        self._stream = io.BytesIO(data)

    @property
    def done(self) -> float:
        """The share that has been read, from 0 to 1."""
        return self._stream.tell() / max(1, len(self._data))

    @property
    def is_cut(self) -> bool:
        """Whether the file ends within a line."""
        return self._data[-1:] not in (b"\n", b"\r", b"\0")

    def __iter__(self) -> Iterator[list[str]]:
        """Yield the rows; raise csv.Error, or PackError where a byte is no character."""
        # For the whole program: Python's own limit of 131,072 refuses cells that are merely long.
        csv.field_size_limit(LONGEST_FIELD)
        self._stream.seek(self._start)
        # A lone carriage return ends rows only where nothing else does.
        line_end = "\n" if b"\n" in self._data else ""
        # Decoded in pieces: at once, a large file would take four times its size in memory.
        text = io.TextIOWrapper(self._stream, encoding=self._encoding, newline=line_end)
        dialect = self._dialect
        try:
            yield from csv.reader(
                text,
                strict=True,
                delimiter=self._delimiter,
                quotechar=dialect.quote,
                quoting=csv.QUOTE_MINIMAL if dialect.quote else csv.QUOTE_NONE,
                doublequote=dialect.double_quote,
                escapechar=dialect.escape,
                skipinitialspace=dialect.skip_space,
            )
        except UnicodeError:
            raise self._not_text() from None
        finally:
            # Closing the text would close the bytes, which are read again after a fault.
            text.detach()

    def explain(self, error: csv.Error) -> PackError:
        """Return what is wrong with the file, in words for people, with the row where it is."""
        # The reader counts lines, of which a cell may hold several: count rows again.
        count = 0
        with suppress(csv.Error, PackError):
            for _ in self:
                count += 1
        return PackError(Problem(_explanation(error), self._table.file, count + 1))

    def _find_encoding(self) -> tuple[str, int]:
        """Return the encoding, and how many bytes there are before the text."""
        data, file = self._data, self._table.file
        for mark, encoding in _MARKS.items():
            if data.startswith(mark):
                if encoding != "utf-8":
                    name = encoding[:6].upper()
                    self._notes.add("encoding", f"is in {name}, and read so.", file)
                return encoding, len(mark)
        if self._dialect.encoding:
            return self._dialect.encoding, 0
        # Every second byte of plain letters is zero.
        for encoding, zeros in (("utf-16-le", data[1:40:2]), ("utf-16-be", data[0:40:2])):
            if len(data) >= 4 and not any(zeros) and b"\0" in data:
                self._notes.add("encoding", "is in UTF-16, and read so.", file)
                return encoding, 0
        return "utf-8", 0

    def _find_delimiter(self) -> str:
        first = self._first_line(self._start)
        if found := _NAMES_SEPARATOR(first.lstrip("\ufeff")):
            self._start += len(first.encode(self._encoding))
            self._notes.add(
                "separator", "a first line that names the separator is no row.", self._table.file, 1
            )
            return found[1]
        if self._dialect.delimiter:
            return self._dialect.delimiter
        # A single column has no separator.
        if "," in first or len(self._table.columns) == 1:
            return ","
        for sign, name in _SEPARATORS.items():
            if sign in first:
                self._notes.add(
                    "delimiter", f"{name} separate the cells, and are read so.", self._table.file, 1
                )
                return sign
        return ","

    def _first_line(self, start: int) -> str:
        """Return the first line, as much of it as separators can be found in."""
        text = self._data[start : start + 10_000].decode(self._encoding, errors="replace")
        return re.split("(?<=\n)|(?<=\r)(?!\n)", text, maxsplit=1)[0]

    def _not_text(self) -> PackError:
        if self._encoding == "utf-8":
            return not_utf8(self._data, self._table.file)
        stated = shown(self._encoding)
        message = f"not in the encoding {stated}. Save it as UTF-8, and say so where it is stated."
        return PackError(Problem(message, self._table.file))


def _explanation(error: csv.Error) -> str:
    if "field larger" in str(error):
        return (
            f"a cell has more than {LONGEST_FIELD:,} characters. "
            "Close the double quote that it may begin with, or shorten it."
        )
    if "unexpected end" in str(error):
        return "a double quote is opened here and never closed. Close it."
    if "new-line character" in str(error):
        return (
            "a cell holds a carriage return and no double quotes round it. "
            "Delete it, or put the cell in double quotes."
        )
    return (
        f"not readable as CSV: {error}. "
        "Write commas between cells, and a double quote inside a cell twice."
    )
