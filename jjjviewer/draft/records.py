"""The records of a draft, and changes of them that can be taken back."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

from jjjviewer.model.schema import TABLES

Record = dict[str, str]
"""The cells of a row by column; what is missing is the empty string."""
Records = dict[str, dict[int, Record]]
"""The rows of each table by their numbers in the draft, which never change."""

SOURCE = "source"
"""The table with one row, 0, on where the text is from."""
OPEN, KEPT, DROPPED, LATER, NONE = "open", "kept", "dropped", "later", "none"
"""What is decided of a figure; a number of which none was proposed is `none`."""

NEW = "new-"
"""What the ids of rows begin with that have no name so far."""

_OWN: dict[str, tuple[str, ...]] = {
    SOURCE: (
        "title", "title_zh", "kind", "date", "publication", "author", "citation", "citation_zh",
        "caveat", "language", "file", "pack", "may_pass_on", "descriptor",
    ),
    "paragraphs": ("text", "file"),
    "statements": ("start", "end", "basis"),
    "figures": ("state", "start", "end", "reason", "basis"),
    "entities": ("state",),
    "mentions": ("start", "end"),
}  # fmt: skip
"""Columns that a draft has besides those of a pack; start and end count characters."""

COLUMNS: dict[str, tuple[str, ...]] = {
    name: (*(column.name for column in table.columns), *_OWN.get(name, ()))
    for name, table in TABLES.items()
    if name != "texts"
} | {SOURCE: _OWN[SOURCE]}
"""The columns of each table of a draft. The text of a paragraph is a cell of its row."""


class Change(NamedTuple):
    """One row that becomes another: new, changed in some cells, or deleted."""

    table: str
    row: int
    cells: Record | None
    """The cells that change, or all of a new row; None deletes it."""


def empty_records() -> Records:
    """Return the tables of a draft without a row."""
    return {name: {} for name in COLUMNS}


def apply(records: Records, change: Change) -> Change:
    """Make a change; return the one that takes it back."""
    rows = records[change.table]
    record = rows.get(change.row)
    if change.cells is None:
        return Change(change.table, change.row, rows.pop(change.row))
    if record is None:
        rows[change.row] = dict.fromkeys(COLUMNS[change.table], "") | change.cells
        return Change(change.table, change.row, None)
    before = {name: record[name] for name in change.cells}
    rows[change.row] = record | change.cells
    return Change(change.table, change.row, before)


def effective(records: Records, changes: Iterable[Change]) -> list[Change]:
    """Return the changes that change something, and of each only the cells that do."""
    return [each for change in changes if (each := _effective(records, change)) is not None]


def _effective(records: Records, change: Change) -> Change | None:
    record = records[change.table].get(change.row)
    if record is None or change.cells is None:
        return change if record is not None or change.cells is not None else None
    cells = {name: cell for name, cell in change.cells.items() if record[name] != cell}
    return change._replace(cells=cells) if cells else None


class NewRows:
    """Collects changes that build on one another: rows that are added, and others that change.

    Args:
        records: what they are to be made in.

    Attributes:
        changes: what was collected.
    """

    def __init__(self, records: Records) -> None:
        self.records = records
        self.changes: list[Change] = []
        self._next = {name: max(rows, default=-1) + 1 for name, rows in records.items()}
        self._ids: dict[str, set[str]] = {}

    def add(self, table: str, cells: Record) -> int:
        """Add a row; return its number."""
        row = self._next[table]
        self._next[table] += 1
        self.changes.append(Change(table, row, dict.fromkeys(COLUMNS[table], "") | cells))
        return row

    def change(self, table: str, row: int, cells: Record) -> None:
        """Change some cells of a row."""
        self.changes.append(Change(table, row, cells))

    def new_id(self, table: str, wanted: str) -> str:
        """Return an id that no row of a table has: the wanted one, else a number behind it."""
        if wanted not in self._used(table):
            self._used(table).add(wanted)
            return wanted
        return self.numbered_id(table, f"{wanted}-", 2)

    def numbered_id(self, table: str, prefix: str, first: int = 1) -> str:
        """Return the first id that no row of a table has among s3-1, s3-2 and so on."""
        used = self._used(table)
        id_ = next(each for at in count(first) if (each := f"{prefix}{at}") not in used)
        used.add(id_)
        return id_

    def _used(self, table: str) -> set[str]:
        if table not in self._ids:
            self._ids[table] = {*cells_of(self.records, table, TABLES[table].key.name)}
        return self._ids[table]


def ordered(records: Records, table: str) -> list[tuple[int, Record]]:
    """Return the rows of a table in the order in which they are saved.

    What a text holds goes by its place there; of the same place the first made comes first.
    """
    rows = sorted(records[table].items())
    if records[SOURCE][0]["pack"] or "paragraph" not in COLUMNS[table]:
        return rows
    return sorted(rows, key=lambda each: _place(each[1]))


def _place(record: Record) -> tuple[int, int]:
    return whole(record["paragraph"]), whole(record.get("start", ""))


def whole(cell: str) -> int:
    """Return the number in a cell, 0 where there is none."""
    return int(cell) if cell.lstrip("-").isdecimal() else 0


def cells_of(records: Records, table: str, column: str) -> Iterator[str]:
    """Yield the cells of a column."""
    return (record[column] for record in records[table].values())


def find(records: Records, table: str, id_: str) -> int | None:
    """Return the row of a table that has an id."""
    key = TABLES[table].key.name
    return next((row for row, each in records[table].items() if each[key] == id_), None)
