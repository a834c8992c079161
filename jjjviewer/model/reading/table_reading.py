"""Read the CSV file of a table into columns of text."""

import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice

from jjjviewer.model.columns import Columns, RowNumbers, row_count
from jjjviewer.model.errors import PackError, Problem
from jjjviewer.model.limits import MOST_PROBLEMS, MOST_ROWS
from jjjviewer.model.reading.column_reading import ColumnReader
from jjjviewer.model.reading.csv_lines import CsvLines
from jjjviewer.model.reading.dialect import Dialect
from jjjviewer.model.reading.heading import read_heading, turned
from jjjviewer.model.reading.notes import Notes
from jjjviewer.model.reading.pack_folder import Folder, read_file
from jjjviewer.model.schema import TABLES, Table
from jjjviewer.model.visible import shown

ReportProgress = Callable[[float], None]
"""Called with the share that is done, from 0 to 1; may raise to stop."""

_MOST_ABOVE = 20
"""Rows among which headings are looked for that do not stand in the first."""
_CHUNK = 200
"""Rows to read at a time: while they are in the processor's cache they are sorted by column."""


def read_columns(
    folder: Folder, table: Table, dialect: Dialect, notes: Notes, report: ReportProgress
) -> Columns:
    """Return a table as columns of text, its header checked against the schema.

    What has no meaning, such as empty rows and empty columns at the end, is left out and noted.

    Raises:
        PackError: the file is no such table.
    """
    file = CsvLines(table, read_file(folder, table.file), dialect, notes)
    try:
        lines = iter(file)
        names = _names(table, lines, dialect, notes)
        collector = _Collector(table, names, dialect, notes, decimal_comma=file.decimal_comma)
        while chunk := list(islice(lines, _CHUNK)):
            collector.add(chunk)
            report(file.done)
    except csv.Error as error:
        raise file.explain(error) from None
    return collector.columns(is_cut=file.is_cut)


def _names(table: Table, lines: Iterator[list[str]], dialect: Dialect, notes: Notes) -> list[str]:
    if dialect.header:
        message = "has no row of headings, as is stated; rows are counted as if it had one."
        notes.add("header", message, table.file)
        return read_heading(table, dialect.header, notes)
    first = next(lines, [])
    try:
        return read_heading(table, first, notes)
    except PackError as error:
        raise turned(table, islice(lines, _MOST_ABOVE)) or error from None


class _Collector:
    """Collect the rows of a table by column.

    Args:
        table: it names the file in messages.
        names: of the columns, in the order of the file; nothing for one that has to be empty,
            and those that are not known are not read.
        dialect: what stands for an empty cell.
        notes: how rows were read in spite of how they are written.
        decimal_comma: whether numbers are written as 3,5.
    """

    def __init__(
        self, table: Table, names: list[str], dialect: Dialect, notes: Notes, *, decimal_comma: bool
    ) -> None:
        self._table = table
        self._names = names
        self._notes = notes
        self._required = {column.name for column in table.columns if column.required}
        columns = {column.name: column for column in table.columns}
        self._used = [at for at, name in enumerate(names) if name in columns]
        self._rows = rows = RowNumbers()
        self._readers = [
            ColumnReader(
                table, columns[name], dialect.missing, notes, rows, decimal_comma=decimal_comma
            )
            for name in names
            if name in columns
        ]
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
            message = f"more than {MOST_ROWS:,} rows. Split the pack."
            raise PackError(Problem(message, self._table.file, MOST_ROWS + 2))
        by_column = _transposed(rows)
        # Rows with something in their first cell are not empty.
        if (
            self._empty
            or "" in self._names
            or len(by_column) != len(self._names)
            or not all(map(str.strip, by_column[0]))
        ):
            by_column = _transposed(self._checked(rows))
        else:
            self._last_row += len(rows)
            by_column = [by_column[at] for at in self._used]
        for reader, cells in zip(self._readers, by_column, strict=False):
            reader.add(cells)

    def columns(self, *, is_cut: bool) -> Columns:
        """Return the columns in the order of the schema; what is optional and missing is empty.

        Args:
            is_cut: whether the last row does not end its line.

        Raises:
            PackError: with the rows that have a cell too many or too few.
        """
        if self._problems:
            last = self._problems[-1]
            if is_cut and last.row == self._last_row:
                message = f"{last.message} If the file was cut off here, copy it once more."
                self._problems[-1] = last._replace(message=message)
            raise PackError(*self._problems)
        found = {reader.name: reader.cells for reader in self._readers}
        empty = [""] * row_count(found)
        names = (column.name for column in TABLES[self._table.name].columns)
        return Columns({name: found.get(name, empty) for name in names}, self._rows)

    def _checked(self, rows: list[list[str]]) -> list[list[str]]:
        """Return the rows that have content, as wide as the header, having noted what is wrong."""
        good: list[list[str]] = []
        for row in rows:
            self._last_row += 1
            if not any(map(str.strip, row)):
                self._empty += 1
                continue
            self._leave_out_empty()
            good.append(self._fitted(row))
        return good

    def _leave_out_empty(self) -> None:
        """Leave out the empty rows before this one; those at the end need no word."""
        for number in range(self._last_row - self._empty, self._last_row):
            self._notes.add("rows", "empty rows are left out.", self._table.file, number)
            self._rows.leave_out(number)
        self._empty = 0

    def _fitted(self, row: list[str]) -> list[str]:
        """Return the cells of a row that stand under a heading, all of them."""
        file, number, width = self._table.file, self._last_row, len(self._names)
        if lost := [name for name in self._names[len(row) :] if name in self._required]:
            cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
            message = (
                f"{cells} where the header has {width}: {lost[0]} is missing. "
                "Complete the row, or join what belongs together."
            )
            self._note(message, number)
        if len(row) < width:
            self._notes.add("short", "missing cells at the end of rows are empty.", file, number)
            row = row + [""] * (width - len(row))
        if not self._names[0] and row[0].strip().isdecimal():
            self._notes.add("index", "a first column that counts rows is left out.", file, number)
            row = ["", *row[1:]]
        elif not self._names[0]:
            self._notes.add("columns", "empty columns without a heading are left out.", file, 1)
        without_heading = chain(
            (cell for cell, name in zip(row, self._names, strict=False) if not name), row[width:]
        )
        if cell := next(filter(str.strip, without_heading), ""):
            self._note(_explain_surplus(row, width, cell), number)
        elif len(row) > width:
            self._notes.add("columns", "empty columns without a heading are left out.", file, 1)
        return [row[at] for at in self._used]

    def _note(self, message: str, number: int) -> None:
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(Problem(message, self._table.file, number))


def _explain_surplus(row: Sequence[str], width: int, cell: str) -> str:
    if len(row) > width:
        return (
            f"{len(row)} cells where the header has {width}. "
            "Put a cell that holds a comma in double quotes, write decimals with a point, or "
            "delete what stands behind the last heading."
        )
    return f"'{shown(cell)}' stands in a column without a heading. Give it one, or delete it."


def _transposed(rows: list[list[str]]) -> list[tuple[str, ...]]:
    """Return the cells by column; nothing where the rows differ in length."""
    try:
        return list(zip(*rows, strict=True))
    except ValueError:
        return []
