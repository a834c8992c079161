"""Typed rows of frames, made only of what is drawn or shown."""

from collections.abc import Sequence
from datetime import date
from typing import Generic, NamedTuple, TypeVar

import pandas as pd

from jjjviewer.model.categories import codes_of
from jjjviewer.model.worksheet import whole_number

Value = str | float | date | None
_Row = TypeVar("_Row", bound=NamedTuple)


def rows_of(frame: pd.DataFrame, row_class: type[_Row]) -> list[_Row]:
    """Make the rows of a frame, in its order.

    Args:
        frame: it has a column for each field of the class.
        row_class: one of the classes of `row_types`.
    """
    columns = [values_of(frame[name]) for name in row_class._fields]
    return [row_class._make(cells) for cells in zip(*columns, strict=True)]


class RowCache(Generic[_Row]):
    """The rows of a table that were drawn or shown, each made once.

    Title, drawing, table and panes ask for the same rows several times a click; to look them up
    takes 5 microseconds in place of 500.

    Args:
        frame: of the table.
        row_class: likewise.
    """

    def __init__(self, frame: pd.DataFrame, row_class: type[_Row]) -> None:
        self._frame = frame
        self._class = row_class
        self._rows: dict[int, _Row] = {}

    def clear(self) -> None:
        """Forget the rows, for the frame has changed."""
        self._rows.clear()

    def of(self, some: pd.DataFrame) -> list[_Row]:
        """Return the rows of a part of the frame."""
        return self.at(some.index.tolist())

    def at(self, positions: Sequence[int]) -> list[_Row]:
        """Return the rows at some positions, which are their labels."""
        if missing := [position for position in positions if position not in self._rows]:
            self._rows.update(
                zip(missing, rows_of(self._frame.iloc[missing], self._class), strict=True)
            )
        return [self._rows[position] for position in positions]


def values_of(column: pd.Series) -> list[Value]:
    """Return a column's values as Python's own; a missing number or date is None, a text ''."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        texts, codes = column.cat.categories.to_numpy(), codes_of(column)
        return ["" if code < 0 else texts[code] for code in codes.tolist()]
    values = column.to_numpy()
    match values.dtype.kind:
        case "M":
            return list(values.astype("datetime64[D]").tolist())
        case "f":
            return [None if value != value else value for value in values.tolist()]
    return list(values.tolist())


def texts_of(column: pd.Series) -> list[str]:
    """Return a column's values as the cells of a pack."""
    return list(map(text_of, values_of(column)))


def text_of(value: Value) -> str:
    """Return a value as a cell: 731900000000, 61.63, true, 2022-10-21; '' if it is missing."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(whole_number(value))
    return value.isoformat() if value else ""
