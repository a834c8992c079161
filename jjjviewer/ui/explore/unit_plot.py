"""The values of one unit on their scale."""

import math

import numpy as np

from jjjviewer.model.categories import Positions
from jjjviewer.model.rule_masks import Mask
from jjjviewer.ui.explore.axes import BottomAxis, ValueAxis
from jjjviewer.ui.explore.brush import Brush, Ends
from jjjviewer.ui.explore.point_plot import PointPlot
from jjjviewer.ui.explore.point_style import PointStyle
from jjjviewer.ui.explore.points import Numbers, Points
from jjjviewer.ui.explore.scales import is_logarithmic
from jjjviewer.ui.explore.spread import Dots, Room, at_values

_MARGIN = 0.08
"""Room below values, and thrice that above, as a share of their scale."""


class UnitPlot(PointPlot):
    """The values of one unit."""

    def __init__(
        self,
        points: Points,
        which: Positions,
        x: Numbers,
        bottom: BottomAxis,
        style: PointStyle,
        unit: tuple[str, str],
    ) -> None:
        self._unit, name = unit
        values = points.values[which]
        least, largest = float(values.min()), float(values.max())
        self._is_logarithmic = is_logarithmic(least, largest)
        # Neither pyqtgraph nor Qt draws what is very large or very small.
        self._factor = max(abs(least), abs(largest)) or 1.0
        left = ValueAxis(bottom.look, name, self._factor, logarithmic=self._is_logarithmic)
        self._y = np.log10(values) if self._is_logarithmic else values / self._factor
        super().__init__(points, which, x[which], (left, bottom), style, upside_down=False)
        self._counts.is_beside = True
        low, high = float(self._y.min()), float(self._y.max())
        if not self._is_logarithmic:
            low, high = min(low, 0.0), max(high, 0.0)
        size = (high - low) or 1.0
        self.box.setYRange(low - _MARGIN * size, high + 3 * _MARGIN * size, padding=0)

    def show_values(self, values: tuple[str, ...]) -> None:
        """Tint from which value to which a filter lets through, if that is of the unit."""
        band = None
        if values and values[2] == self._unit:
            low, high = self.box.viewRange()[1]
            first, last = values[:2]
            start = max(low, self._place_of(float(first))) if first else low
            band = start, self._place_of(float(last)) if last else high
        self.ground.show_band(band)

    def _place_of(self, value: float) -> float:
        if not self._is_logarithmic:
            return value / self._factor
        return math.log10(value) if value > 0 else -math.inf

    def _lines(self) -> tuple[list[float], list[float]]:
        assert isinstance(self.left, ValueAxis)
        return self.bottom.lines(), [tick.at for tick in self.left.ticks()]

    def _dots(self, some: Positions, is_lit: Mask, room: Room) -> Dots:
        return at_values(self.x[some], self._y[some], is_lit, room)

    def brush(self, across: Ends | None, down: Ends | None) -> Brush:
        if down is None:
            return Brush(across)
        low, high = (10.0**end if self._is_logarithmic else end * self._factor for end in down)
        return Brush(across, values=(low, high, self._unit))
