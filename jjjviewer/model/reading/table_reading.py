"""Read the CSV file of a table into columns of text."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice

from jjjviewer.model.columns import Columns, row_count
from jjjviewer.model.errors import PackError, Problem
from jjjviewer.model.formula_escape import unguarded
from jjjviewer.model.limits import MOST_PROBLEMS, MOST_ROWS
from jjjviewer.model.reading.cells import shown
from jjjviewer.model.reading.pack_folder import Folder, not_utf8, read_file
from jjjviewer.model.schema import DESCRIPTOR, TABLES, Table
from jjjviewer.model.suggestions import did_you_mean

ReportProgress = Callable[[float], None]
"""Called with the share that is done, from 0 to 1; may raise to stop."""

_LONGEST_FIELD = 1 << 24
"""Characters after which a cell is given up, long before one that never ends fills the memory.

Of a shorter one the check of its column says that it is too long.
"""
_CHUNK = 200
"""Rows to read at a time: while they are in the processor's cache they are sorted by column."""


def read_columns(folder: Folder, table: Table, report: ReportProgress) -> Columns:
    """Return a table as columns of text, its header checked against the schema.

    Empty rows at the end, as spreadsheets leave them, are dropped.

    Raises:
        PackError: the file is no such table.
    """
    data = read_file(folder, table.file)
    stream = io.BytesIO(data)
    lines = _lines(stream)
    collector: _Collector | None = None
    try:
        header = next(lines, [])
        _check_header(table, header)
        collector = _Collector(table, header)
        while chunk := list(islice(lines, _CHUNK)):
            collector.add(chunk)
            report(stream.tell() / len(data))
    except UnicodeDecodeError:
        raise not_utf8(data, table.file) from None
    except csv.Error as error:
        # The reader counts lines, of which a cell may hold several: count rows anew.
        row = 1 if collector is None else _rows_before_fault(data) + 1
        raise PackError(Problem(_explain(error), table.file, row)) from None
    return collector.columns()


class _Known(dict[str, str]):
    """Each cell of a column as it is meant, the same string however often it occurs."""

    def __missing__(self, cell: str) -> str:
        meant = self[cell] = unguarded(cell)
        return meant


class _Collector:
    """Collect the rows of a table by column.

    Args:
        table: it names the file in messages.
        header: names of the columns, in the order of the file.
    """

    def __init__(self, table: Table, header: list[str]) -> None:
        self._table = table
        self._header = header
        self._columns: Columns = {name: [] for name in header}
        columns = {column.name: column for column in table.columns}
        self._known = {name: _Known() for name in header if not columns[name].unique}
        self._repeats = {
            name for name in header if columns[name].refers_to or columns[name].choices
        }
        self._last_row = 1
        """Number of the last row that was read; the header is row 1."""
        self._empty = 0
        """How many rows before the next are empty."""
        self._problems: list[Problem] = []

    def add(self, rows: list[list[str]]) -> None:
        """Add some rows.

        Raises:
            PackError: they are more than can be read.
        """
        if self._last_row + len(rows) - 1 > MOST_ROWS:
            raise PackError(
                Problem(f"more than {MOST_ROWS:,} rows. Split the pack.", self._table.file)
            )
        by_column = _transposed(rows)
        # Rows with something in their first cell are not empty.
        if self._empty or len(by_column) != len(self._header) or not all(by_column[0]):
            by_column = _transposed(self._checked(rows))
        else:
            self._last_row += len(rows)
        for (name, column), cells in zip(self._columns.items(), by_column, strict=False):
            self._add_cells(name, column, cells)

    def _add_cells(self, name: str, column: list[str], cells: tuple[str, ...]) -> None:
        if (known := self._known.get(name)) is not None:
            column.extend(map(known.__getitem__, cells))
            if 2 * len(known) > len(column) and name not in self._repeats:
                del self._known[name]
        else:
            # Hardly a chunk has a cell with an apostrophe, which is quickly seen of all.
            column.extend(map(unguarded, cells) if "'" in "".join(cells) else cells)

    def columns(self) -> Columns:
        """Return the columns in the order of the schema; what is optional and missing is empty.

        Raises:
            PackError: with the rows that have too many cells, too few, or none.
        """
        if self._problems:
            raise PackError(*self._problems)
        empty = [""] * row_count(self._columns)
        names = [column.name for column in TABLES[self._table.name].columns]
        return {name: self._columns.get(name, empty) for name in names}

    def _checked(self, rows: list[list[str]]) -> list[list[str]]:
        """Return the rows that have content, having noted what is wrong with the others."""
        good: list[list[str]] = []
        for row in rows:
            self._last_row += 1
            if not any(row):
                self._empty += 1
                continue
            for number in range(self._last_row - self._empty, self._last_row):
                self._note("the row is empty. Delete it.", number)
            self._empty = 0
            if len(row) == len(self._header):
                good.append(row)
            else:
                self._note(self._explain_length(len(row)), self._last_row)
        return good

    def _explain_length(self, count: int) -> str:
        wanted = len(self._header)
        remedy = (
            "Add those that are missing at its end."
            if count < wanted
            else "Put a cell that holds a comma in double quotes."
        )
        cells = "1 cell" if count == 1 else f"{count} cells"
        return f"{cells} where the header has {wanted}. {remedy}"

    def _note(self, message: str, number: int) -> None:
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(Problem(message, self._table.file, number))


def _transposed(rows: list[list[str]]) -> list[tuple[str, ...]]:
    """Return the cells by column; nothing where the rows differ in length."""
    try:
        return list(zip(*rows, strict=True))
    except ValueError:
        return []


def _lines(stream: io.BytesIO) -> Iterator[list[str]]:
    # Python's own "utf-8-sig" takes three times as long.
    if stream.read(len(BOM_UTF8)) != BOM_UTF8:
        stream.seek(0)
    # For the whole program: Python's own limit of 131,072 refuses cells that are merely long.
    csv.field_size_limit(_LONGEST_FIELD)
    # Decoded in pieces: at once, a large file would take four times its size in memory.
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    return csv.reader(text, strict=True)


def _rows_before_fault(data: bytes) -> int:
    """Count the rows, the header among them, that can be read from the start."""
    count = 0
    with suppress(csv.Error):
        for _ in _lines(io.BytesIO(data)):
            count += 1
    return count


def _explain(error: csv.Error) -> str:
    if "field larger" in str(error):
        return (
            f"a cell has more than {_LONGEST_FIELD:,} characters. "
            "Close the double quote that it may begin with, or shorten it."
        )
    if "unexpected end" in str(error):
        return "a double quote is opened here and never closed. Close it."
    return f"not readable as CSV: {error}. Write a double quote inside a cell twice."


def _check_header(table: Table, header: list[str]) -> None:
    wanted = [column.name for column in table.columns]
    later = {column.name for column in TABLES[table.name].columns} - set(wanted)
    if len(header) == 1 and len(wanted) > 1:
        for separator, name in ((";", "';'"), ("\t", "tabs"), ("|", "'|'")):
            if separator in header[0]:
                message = f"seems to use {name}. Save it as comma-separated UTF-8."
                raise PackError(Problem(message, table.file))
    problems = [
        _of_header(table, column.name, "is missing. Add it.")
        for column in table.columns
        if column.name not in header and not column.optional
    ]
    problems += [
        _of_header(table, name, "stands there twice. Delete one.")
        for name in wanted
        if header.count(name) > 1
    ]
    for name in dict.fromkeys(header):
        if name in later:
            fault = f"needs format 2. Write 2 as 'jjjviewer.format' in {DESCRIPTOR}."
            problems.append(_of_header(table, name, fault))
        elif name not in wanted:
            hint = did_you_mean(name, wanted) or f" Known are: {', '.join(wanted)}."
            problems.append(_of_header(table, shown(name), f"is not known.{hint}"))
    if problems:
        raise PackError(*problems)


def _of_header(table: Table, name: str, fault: str) -> Problem:
    return Problem(f"column '{name}' {fault}", table.file, 1, name)
