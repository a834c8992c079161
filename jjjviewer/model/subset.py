"""A part of a pack that is a pack again: what belongs to a selection, and all that refers to."""

from collections.abc import Iterator
from dataclasses import replace

from jjjviewer.model.columns import AllColumns, columns_at
from jjjviewer.model.index import RECORDS, Index
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
_JOINING = {
    "figure_relations": {"from_id": "figures", "to_id": "figures"},
    "link_places": {"link_id": "links"},
    "mentions": {"paragraph": "paragraphs"},
}
"""Tables whose rows join others, with the columns and tables of what they need."""


def part_of(tables: Tables, index: Index, selection: Selection) -> Tables:
    """Return the pack of a selection; all of it if nothing is selected.

    It has the selected rows themselves, the statements, figures and links that belong to them,
    every row that one of these refers to, and the relations, ends and mentions among them.
    """
    if not selection.ids:
        return tables
    closure = _Closure(tables.columns)
    for id_ in selection.ids:
        closure.add_id(_OWN[index.kind(id_) or "region"], id_)
        for name in RECORDS:
            for at in index.rows(name, id_):
                closure.add(name, at)
    closure.add_between()
    columns = {
        name: columns_at(tables.columns[name], sorted(kept)) for name, kept in closure.rows.items()
    }
    return replace(tables, columns=columns)


class _Closure:
    """Rows of a pack, closed under reference.

    Attributes:
        rows: their positions by table.
    """

    def __init__(self, columns: AllColumns) -> None:
        self._columns = columns
        self.rows: dict[str, set[int]] = {name: set() for name in TABLES}
        self._at = {
            name: {key: at for at, key in enumerate(columns[name][table.key.name])}
            for name, table in TABLES.items()
        }

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
            if row not in self.rows[table]:
                self.rows[table].add(row)
                waiting.extend(self._references(table, row))

    def add_between(self) -> None:
        """Add the rows without an id of their own that join rows which are in already."""
        for name, needed in _JOINING.items():
            keys = zip(*(self._columns[name][column] for column in needed), strict=True)
            for at, row in enumerate(keys):
                if all(map(self._has, needed.values(), row)):
                    self.add(name, at)

    def _has(self, name: str, key: str) -> bool:
        return self._at[name].get(key, -1) in self.rows[name]

    def _references(self, name: str, at: int) -> Iterator[tuple[str, int]]:
        for column in TABLES[name].columns:
            target = self._at.get(column.refers_to, {}).get(self._columns[name][column.name][at])
            if target is not None:
                yield column.refers_to, target
