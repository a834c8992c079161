"""How warnings of rows are made."""

from collections.abc import Callable, Iterator

import pandas as pd

from jjjviewer.model.errors import Problem
from jjjviewer.model.frame_rows import texts_of
from jjjviewer.model.schema import TABLES

Frames = dict[str, pd.DataFrame]


def warn(
    table: str,
    rows: pd.DataFrame,
    column: str,
    message: Callable[..., str],
    *more: str,
) -> Iterator[Problem]:
    """Yield a warning for each of some rows.

    Args:
        table: its name.
        rows: those to warn of.
        column: the column to warn of.
        message: makes the message of the cell in this column and those in the others.
        more: the other columns.
    """
    cells = (texts_of(rows[name]) for name in (column, *more))
    for position, (value, *others) in zip(
        rows.index.tolist(), zip(*cells, strict=True), strict=True
    ):
        yield warning(table, position, column, value, message(value, *others))


def warning(table: str, position: int, column: str, value: str, message: str) -> Problem:
    """Return the warning of one row, at a position from 0."""
    return Problem(message, TABLES[table].file, position + 2, column, value, "warning")
