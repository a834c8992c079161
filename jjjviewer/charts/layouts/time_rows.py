"""The rows of a timeline, and the distances that laying out and drawing share."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jjjviewer.model.row_types import FigureRow

AXIS = 22.0
"""Height of the names of the calendar, in pixels at a type unit of 1, as the others."""
ABOVE = 18.0
"""Height of the line above them, on the day of the interview and on plans."""
HEAD = 24.0
"""Height of the head of a group above its rows."""
GAP = 8.0
"""Between groups, and between a mark and its words."""
LEAST_ROW, TALLEST_ROW, TALLEST_OF_FEW = 21.0, 44.0, 96.0
RADIUS = 6.0


class Band(NamedTuple):
    """A period behind the rows, such as a plan's."""

    start: date
    end: date
    name: str


class TimeRow(NamedTuple):
    """Figures of one time as one mark.

    Attributes:
        figures: one, or a number and a sum that were said of the same.
        start: the first day of a span; None of a day.
        end: the day, or the last one of a span.
        value: the figures in words.
        label: what they measure.
        before: the value at the start, of a change from one to the other.
        words: the mark in words.
        also: ids of further figures that the mark stands for.
    """

    figures: tuple[FigureRow, ...]
    start: date | None
    end: date
    value: str
    label: str
    words: str
    before: str = ""
    also: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the records."""
        return (*(figure.figure_id for figure in self.figures), *self.also)


class TimeGroup(NamedTuple):
    """Rows under a head."""

    head: str
    detail: str
    rows: Sequence[TimeRow]
