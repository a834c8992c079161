"""Rows and groups of labelled bars, as they are given and as they are laid out."""

from collections.abc import Sequence
from typing import NamedTuple

from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow


class BarRow(NamedTuple):
    """A figure, or several that one mark stands for, as a bar with its texts."""

    figure: FigureRow
    length: float
    """The value on the chart's scale."""
    label: str
    value: str
    detail: str = ""
    """In smaller type after the value: when, and who where."""
    under: str = ""
    """In smaller type under the label."""
    words: str = ""
    """The mark in words."""
    high: float | None = None
    """The higher end of a range, on the chart's scale."""
    cut: float | None = None
    """An earlier value, as a cut in the bar."""
    depth: int = 0
    """How many totals it is a part of; they stand above it."""
    also: tuple[str, ...] = ()
    """The ids of further records that the mark stands for."""

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of all records that the mark stands for."""
        return (self.figure.figure_id, *self.also)

    @property
    def reach(self) -> float:
        """The right end of the mark, on the chart's scale; zero of one that goes to the left."""
        return max(self.length, self.high or 0.0, self.cut or 0.0, 0.0)


class BarGroup(NamedTuple):
    """Rows under a head; a group without one is the only one."""

    head: str
    detail: str
    rows: Sequence[BarRow]

    @property
    def continued(self) -> "BarGroup":
        """The group with a head that says that it began on another page."""
        if not self.head:
            return self
        return self._replace(head=tr("{head}, continued", head=self.head))


class LaidRow(NamedTuple):
    """A row with its texts broken into lines."""

    row: BarRow
    label: tuple[str, ...]
    under: tuple[str, ...]
    above: float
    """The gap above it, in pixels."""
    least: float
    """Its least height with the gap, likewise."""


class LaidHead(NamedTuple):
    """The head of a group; a detail that finds no room beside it stands below."""

    head: str
    beside: str
    below: tuple[str, ...]
    height: float
