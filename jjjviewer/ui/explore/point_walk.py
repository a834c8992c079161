"""Goes from point to point, along a lane and from one to the next."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF

from jjjviewer.model.categories import Positions
from jjjviewer.ui.explore.point_plot import PointPlot

Direction = tuple[int, int]
"""By how many to the right, and downwards."""


class PointWalk:
    """Holds the point in focus; as dots come and go, it is that of the same point.

    Args:
        plots: from the top.
    """

    def __init__(self, plots: Sequence[PointPlot]) -> None:
        self._plots = plots
        self._focus: tuple[PointPlot, int] | None = None
        """A plot, and a place among its points."""

    def focus(self, plot: PointPlot, dot: int) -> None:
        """Give the focus to a dot."""
        assert plot.dots is not None
        self._focus = plot, int(plot.dots.first[dot])

    def focused_in(self, plot: PointPlot) -> int | None:
        """Return the place of the point in focus among those of a plot."""
        return self._focus[1] if self._focus is not None and self._focus[0] is plot else None

    @property
    def current(self) -> tuple[PointPlot, int] | None:
        """The plot and the dot in focus."""
        if self._focus is None:
            return None
        plot, place = self._focus
        if plot.dots is None:
            return None
        is_wanted = np.zeros(len(plot.which), dtype=bool)
        is_wanted[place] = True
        dots = plot.dots.dots_of(is_wanted)
        return (plot, int(dots[0])) if len(dots) else None

    @property
    def place(self) -> QPointF | None:
        """Where the focus is, in the units of the axes."""
        if self.current is None:
            return None
        plot, dot = self.current
        assert plot.dots is not None
        return QPointF(plot.dots.x[dot], plot.dots.y[dot])

    @property
    def points(self) -> Positions | None:
        """The lit points of the dot in focus."""
        if self.current is None:
            return None
        plot, dot = self.current
        return plot.lit_points(dot)

    def step(self, direction: Direction) -> bool:
        """Go to the next lit dot in a direction; return whether there is one."""
        found = self._next(*direction) if self.current is not None else self._first()
        if found is not None:
            self.focus(*found)
        return found is not None

    def _first(self) -> tuple[PointPlot, int] | None:
        for plot in self._plots:
            order = _order(plot)
            if len(order):
                return plot, int(order[0])
        return None

    def _next(self, across: int, down: int) -> tuple[PointPlot, int] | None:
        assert self.current is not None
        plot, dot = self.current
        if down or plot.dots is None:
            return self._in_next_lane(plot, dot, down)
        order, lanes = _order(plot), plot.dots.lanes
        places = np.flatnonzero(order == dot)
        at = int(places[0]) + across if len(places) else 0
        if 0 <= at < len(order) and lanes[order[at]] == lanes[dot]:
            return plot, int(order[at])
        return None

    def _in_next_lane(self, plot: PointPlot, dot: int, down: int) -> tuple[PointPlot, int] | None:
        assert plot.dots is not None
        x, lanes = plot.dots.x[dot], plot.dots.lanes
        beyond = [int(each) for each in np.unique(lanes[plot.dots.is_lit])]
        beyond = [each for each in beyond if (each - lanes[dot]) * down > 0]
        if beyond:
            lane = min(beyond) if down > 0 else max(beyond)
            return plot, _nearest(plot, x, lanes == lane)
        others = self._plots[self._plots.index(plot) + 1 :]
        if down < 0:
            others = self._plots[: self._plots.index(plot)][::-1]
        for other in others:
            if other.dots is not None and other.dots.is_lit.any():
                return other, _nearest(other, x, np.ones(len(other.dots.x), dtype=bool))
        return None


def _order(plot: PointPlot) -> Positions:
    """Return the lit dots of a plot as one reads them: lane by lane, from left to right."""
    dots = plot.dots
    if dots is None:
        return np.array([], dtype=np.intp)
    order = np.lexsort((dots.y, dots.x, dots.lanes))
    return order[dots.is_lit[order]]


def _nearest(plot: PointPlot, x: float, is_wanted: "np.typing.NDArray[np.bool_]") -> int:
    assert plot.dots is not None
    away = np.abs(plot.dots.x - x)
    away[~(is_wanted & plot.dots.is_lit)] = np.inf
    return int(away.argmin())
