"""A part of a pack that is a pack again: what belongs to a selection, and all that refers to."""

from collections.abc import Iterator
from dataclasses import replace

from jjjviewer.model.index import RECORDS, Index
from jjjviewer.model.rows import Rows
from jjjviewer.model.schema import TABLES
from jjjviewer.model.selection import Selection
from jjjviewer.model.tables import Tables

_OWN = {
    "region": "regions",
    "speaker": "speakers",
    "theme": "themes",
    "entity": "entities",
    "figure": "figures",
    "link": "links",
}
_Kept = dict[str, set[int]]
"""Positions of rows by table."""


def part_of(tables: Tables, index: Index, selection: Selection) -> Tables:
    """Return the pack of a selection; all of it if nothing is selected.

    It has the selected rows themselves, the statements, figures and links that belong to them,
    every row that one of these refers to, and the relations, ends and mentions among them.
    """
    if not selection.ids:
        return tables
    kept = _Closure(tables.rows)
    for id_ in selection.ids:
        kept.add_id(_OWN[index.kind(id_) or "region"], id_)
        for name in RECORDS:
            for at in index.rows(name, id_):
                kept.add(name, at)
    kept.add_between()
    rows = {name: kept.rows_of(name) for name in TABLES}
    return replace(tables, rows=rows)


class _Closure:
    """Rows of a pack, closed under reference."""

    def __init__(self, rows: dict[str, Rows]) -> None:
        self._rows = rows
        self._kept: _Kept = {name: set() for name in TABLES}
        self._at = {
            name: rows[name].cells(table.key.name).row_numbers for name, table in TABLES.items()
        }

    def rows_of(self, name: str) -> Rows:
        return self._rows[name].picked(sorted(self._kept[name]))

    def add_id(self, name: str, id_: str) -> None:
        """Add the row with an id, if there is one."""
        at = self._at[name].get(id_)
        if at is not None:
            self.add(name, at)

    def add(self, name: str, at: int) -> None:
        """Add a row and all that it refers to, directly or not."""
        waiting = [(name, at)]
        while waiting:
            table, row = waiting.pop()
            if row not in self._kept[table]:
                self._kept[table].add(row)
                waiting.extend(self._references(table, row))

    def add_between(self) -> None:
        """Add the rows without an id of their own that join rows which are in already."""
        for at, row in enumerate(self._rows["figure_relations"]):
            if self._has("figures", row["from_id"]) and self._has("figures", row["to_id"]):
                self.add("figure_relations", at)
        for at, row in enumerate(self._rows["link_places"]):
            if self._has("links", row["link_id"]):
                self.add("link_places", at)
        for at, row in enumerate(self._rows["mentions"]):
            if self._has("paragraphs", row["paragraph"]):
                self.add("mentions", at)

    def _has(self, name: str, key: str) -> bool:
        return self._at[name].get(key, -1) in self._kept[name]

    def _references(self, name: str, at: int) -> Iterator[tuple[str, int]]:
        row = self._rows[name][at]
        for column in TABLES[name].columns:
            target = self._at.get(column.refers_to, {}).get(row[column.name])
            if target is not None:
                yield column.refers_to, target
