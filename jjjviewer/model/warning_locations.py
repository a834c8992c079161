"""Which rows of a pack its warnings are about, and where these rows are seen."""

from collections.abc import Mapping
from typing import NamedTuple

from jjjviewer.model.errors import Problem
from jjjviewer.model.index import RECORDS, Index, Table
from jjjviewer.model.rows import Row, Rows
from jjjviewer.model.schema import TABLES
from jjjviewer.model.selection import Selection
from jjjviewer.model.tables import Tables

_SHOWN_UNDER = ("speaker_id", "entity_id", "theme_id", "region_id")


class Place(NamedTuple):
    """Where a row is seen: what to select, and the id of the statement, figure or link itself."""

    selection: Selection
    record: str


def doubts_of(tables: Tables, name: Table) -> list[str]:
    """Return for each row of a table what is doubtful about it, or nothing."""
    doubts = [""] * len(tables.rows[name])
    for at, message in tables.marks.get(TABLES[name].file, {}).items():
        doubts[at] = message
    return doubts


def place_of(problem: Problem, rows: Mapping[str, Rows], index: Index) -> Place:
    """Return where the row of a problem is seen; what belongs to nobody is seen under all."""
    table = next((each for each in TABLES.values() if each.file == problem.file), None)
    if table is None or problem.row is None:
        return Place(Selection(), "")
    row = rows[table.name][problem.row - 2]
    return place_of_row(table.name, row, index)


def place_of_row(table: str, row: Row, index: Index) -> Place:
    """Return where a row is seen; what is said is pointed out under who said it."""
    owner = next((row[name] for name in _SHOWN_UNDER if index.kind(row.get(name, ""))), "")
    record = row[TABLES[table].key.name] if table in RECORDS else ""
    return Place(Selection((owner,) if owner else ()), record)
