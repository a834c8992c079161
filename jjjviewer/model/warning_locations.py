"""Where the rows of a pack are seen, such as those that a warning is about."""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from jjjviewer.model.columns import RowNumbers
from jjjviewer.model.errors import Problem
from jjjviewer.model.frames import Frames
from jjjviewer.model.index import RECORDS, Index
from jjjviewer.model.schema import TABLES
from jjjviewer.model.selection import Selection

_SHOWN_UNDER = ("speaker_id", "entity_id", "theme_id", "region_id")


class RowLocation(NamedTuple):
    """Where a row is seen: what to select, and the id of the statement, figure or link itself."""

    selection: Selection
    record: str


def location_of(
    problem: Problem, frames: Frames, rows: Mapping[str, RowNumbers], index: Index
) -> RowLocation:
    """Return where the row of a warning is seen; what belongs to nobody is seen under all."""
    # As a file, or as a sheet of a workbook.
    table = TABLES.get(problem.file.removesuffix(".csv").removeprefix("sheet "))
    # Row 1 is the header.
    if table is None or problem.row is None or problem.row < 2:
        return RowLocation(Selection(), "")
    position = rows[table.name].position(problem.row)
    return row_location(table.name, frames[table.name], position, index)


def row_location(table: str, frame: pd.DataFrame, position: int, index: Index) -> RowLocation:
    """Return where a row is seen; a record is pointed out under its speaker."""
    ids = (str(frame[name].iat[position]) for name in _SHOWN_UNDER if name in frame)
    owner = next((id_ for id_ in ids if id_ and index.kind(id_)), "")
    record = str(frame[TABLES[table].key.name].iat[position]) if table in RECORDS else ""
    return RowLocation(Selection((owner,) if owner else ()), record)
