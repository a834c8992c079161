"""Which rows of a pack its warnings are about, and where these rows are seen."""

from typing import NamedTuple

from jjjviewer.model.columns import AllColumns, Columns, row_count
from jjjviewer.model.errors import Problem
from jjjviewer.model.index import RECORDS, Index, RecordTable
from jjjviewer.model.schema import TABLES
from jjjviewer.model.selection import Selection
from jjjviewer.model.tables import Tables

_SHOWN_UNDER = ("speaker_id", "entity_id", "theme_id", "region_id")


class Place(NamedTuple):
    """Where a row is seen: what to select, and the id of the statement, figure or link itself."""

    selection: Selection
    record: str


def warnings_by_row(tables: Tables, name: RecordTable) -> list[str]:
    """Return what validation warns of in each row of a table, or nothing."""
    warnings = [""] * row_count(tables.columns[name])
    for at, message in tables.marks.get(TABLES[name].file, {}).items():
        warnings[at] = message
    return warnings


def place_of(problem: Problem, columns: AllColumns, index: Index) -> Place:
    """Return where the row of a problem is seen; what belongs to nobody is seen under all."""
    table = next((each for each in TABLES.values() if each.file == problem.file), None)
    if table is None or problem.row is None:
        return Place(Selection(), "")
    return place_of_row(table.name, columns[table.name], problem.row - 2, index)


def place_of_row(table: str, columns: Columns, position: int, index: Index) -> Place:
    """Return where a row is seen; a record is pointed out under its speaker."""
    ids = (columns[name][position] for name in _SHOWN_UNDER if name in columns)
    owner = next((id_ for id_ in ids if id_ and index.kind(id_)), "")
    record = columns[TABLES[table].key.name][position] if table in RECORDS else ""
    return Place(Selection((owner,) if owner else ()), record)
