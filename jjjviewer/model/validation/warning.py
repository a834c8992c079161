"""How warnings of rows are made."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pandas as pd

from jjjviewer.model.errors import Problem
from jjjviewer.model.frame_rows import texts_of
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.schema import TABLES

Frames = dict[str, pd.DataFrame]


def warn(
    table: str,
    frame: pd.DataFrame,
    rows: pd.Series | Mask | Sequence[bool],
    column: str,
    message: Callable[..., str],
    *more: str | pd.Series,
) -> Iterator[Problem]:
    """Yield a warning for each of some rows.

    Args:
        table: its name.
        frame: all of its rows.
        rows: a mask of those to warn of.
        column: the column to warn of.
        message: makes the message of the cell in this column and those in the others.
        more: the other columns, by name where the frame has them.
    """
    positions = np.flatnonzero(rows)
    if not len(positions):
        return  # To take no rows of a frame costs a millisecond, for each of some thirty rules.
    columns = (frame[each] if isinstance(each, str) else each for each in (column, *more))
    cells = (texts_of(each.iloc[positions]) for each in columns)
    for position, (value, *others) in zip(
        positions.tolist(), zip(*cells, strict=True), strict=True
    ):
        yield warning(table, position, column, value, message(value, *others))


def warning(table: str, position: int, column: str, value: str, message: str) -> Problem:
    """Return the warning of one row, at a position from 0; numbered as if no row were empty."""
    return Problem(message, TABLES[table].file, position + 2, column, value, "warning")
