"""References to rows that are not there: each is said once, where it is to be mended."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cached_property

from jjjviewer.model.columns import AllColumns, distinct
from jjjviewer.model.errors import Problem
from jjjviewer.model.reading.remedies import fault_of_formula
from jjjviewer.model.schema import ID_PATTERN, TABLES, Column, Table
from jjjviewer.model.suggestions import nearest
from jjjviewer.model.visible import shown, unseen

_SIMILARITY = 75
"""Least similarity, in percent, of an id and the one that may be meant by it."""
_IS_ID = re.compile(ID_PATTERN).fullmatch
_Place = tuple[Table, Column, int]
"""Table, column and number of a row that refers to another."""


def missing_references(tables: AllColumns) -> Iterator[Problem]:
    """Yield for each row that is missing, though others refer to it, where to mend that.

    One reference is likely to be mistyped. Of several, which agree, it is the row referred to that
    is missing, or mistyped where it stands. Tables that are missing are left out.
    """
    for target in TABLES.values():
        # Where no row has an id, that is said of the column.
        if target.name in tables and any(tables[target.name][target.key.name] or [True]):
            references = _References(target, tables)
            for id_, places in references.missing().items():
                if not references.is_told(id_):
                    yield _problem(id_, places, references)


class _References:
    """All references to the rows of a table.

    Args:
        target: the table.
        tables: all tables that could be read.
    """

    def __init__(self, target: Table, tables: AllColumns) -> None:
        self.target = target
        self.keys = tables[target.name][target.key.name]
        self.rows = tables[target.name].rows
        self._tables = tables
        self._columns = [
            (TABLES[name], column)
            for name in tables
            for column in TABLES[name].columns
            if column.refers_to == target.name and not column.only_warns
        ]

    def missing(self) -> dict[str, list[_Place]]:
        """Return the rows that refer to each id that the table has not."""
        found: dict[str, list[_Place]] = {}
        known = distinct(self.keys) if self._columns else set()
        for table, column in self._columns:
            cells = self._tables[table.name][column.name]
            # Of headings that stand there once more that is said.
            unknown = distinct(cells) - known - {"", column.name}
            if unknown:
                rows = self._tables[table.name].rows
                for at, cell in enumerate(cells):
                    if cell in unknown:
                        found.setdefault(cell, []).append((table, column, rows.number(at)))
        return found

    def meant_by(self, id_: str) -> str:
        """Return the id that is the same but for letter case, spaces or dashes, or nothing."""
        folded = (_folded(id_), _folded("".join(id_.split())))
        found = (self._folded.get(each, "") for each in folded)
        return next(filter(None, found), "") if self.target.key.is_id else ""

    def is_told(self, id_: str) -> bool:
        """Return whether the row is there, under an id that is none, which is said there."""
        return bool(meant := self.meant_by(id_)) and not _IS_ID(meant)

    def near(self, id_: str) -> str:
        """Return an id like another one, of which no row makes use; or nothing.

        Ids with other numbers in them are others.
        """
        if not self.target.key.is_id:
            return ""
        candidates = [key for key in self._unused if _numbers(key) == _numbers(id_)]
        return nearest(id_, candidates, _SIMILARITY)

    def named(self, name: str) -> str:
        """Return the id of the row that has a name, or nothing."""
        table = self._tables[self.target.name]
        columns = [
            table[each] for each in ("label", "label_zh", "name", "name_zh") if each in table
        ]
        rows = (pair for cells in columns for pair in zip(cells, self.keys, strict=True))
        return next((key for cell, key in rows if _folded(cell) == _folded(name)), "")

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {_folded(key): key for key in self.keys}

    @cached_property
    def _unused(self) -> Collection[str]:
        used: set[str] = set()
        for table, column in self._columns:
            cells = self._tables[table.name][column.name]
            if table is self.target:
                # A unit that is its own base is not used for that.
                used.update(cell for cell, key in zip(cells, self.keys, strict=True) if cell != key)
            else:
                used |= distinct(cells)
        return distinct(self.keys) - used - {""}


def _problem(id_: str, places: list[_Place], references: _References) -> Problem:
    """Return what is wrong: of one reference at its row, of several where the row should be."""
    table, column, number = places[0]
    target, count = references.target, len(places)
    name, file = shown(id_), target.file
    here = (table.file, number, column.name, id_)
    if message := _miswritten(id_, column.name, count, references):
        return Problem(message, *here)
    near = references.near(id_)
    keys = references.keys
    row = references.rows.number(keys.index(near) if near else len(keys))
    if count == 1:
        hint = f" Did you mean '{near}', which stands in row {row} there? Mend one" if near else ""
        message = (
            f"{column.name} '{name}' is not in {file}.{hint or ' Mend it'}, or add it to {file}."
        )
        return Problem(message, *here)
    first = f"the first is {table.file} row {number}"
    key = target.key.name
    if near:
        message = (
            f"no row names '{near}', but {_rows(count)} name '{name}', which is not here: {first}. "
            f"Did you mean '{name}'? Mend this row, or add '{name}' to {file}."
        )
        return Problem(message, file, row, key, near)
    message = (
        f"{key} '{name}' is missing, but {_rows(count)} name it: {first}. "
        f"Add it to {file}, or mend those rows."
    )
    return Problem(message, file, row, key, id_)


def _miswritten(id_: str, column: str, count: int, references: _References) -> str:
    """Return what is wrong with how a reference is written, or nothing."""
    file, what = references.target.file, f"{column} '{shown(id_)}'"
    others = f" here and in {_rows(count - 1)} more" if count > 1 else ""
    if character := unseen(id_):
        return f"{what} holds {character}, which is not seen. Type it anew."
    if formula := fault_of_formula(id_):
        return f"{column}: {formula}"
    if meant := references.meant_by(id_):
        return f"{what} is written '{meant}' in {file}. Write it so{others and ','}{others}."
    if not references.near(id_) and (named := references.named(id_)):
        return f"{what} is the name of '{named}' in {file}. Write that id{others}."
    if references.target.key.is_id and not _IS_ID(id_):
        return f"{what} is no id. Write the id of a row of {file}{others}."
    return ""


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"


def _folded(id_: str) -> str:
    return re.sub(r"[\s_-]+", "-", unicodedata.normalize("NFKC", id_).casefold())


def _numbers(id_: str) -> list[str]:
    return re.findall(r"\d+", id_)
