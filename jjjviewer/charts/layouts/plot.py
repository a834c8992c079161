"""A plot area: data mapped to the page, with a horizontal axis."""

import math
from itertools import pairwise

from PySide6.QtCore import QRectF

from jjjviewer.charts.layouts.ticks import nice_ticks
from jjjviewer.charts.shapes import Line, Paint, Shape, Text
from jjjviewer.charts.style import SIZES, Style

_POWER_WIDTH = 70.0
"""Width of the label of a power of ten, with the gap to the next one, in pixels."""


_LEAST_EXTENT = 1e-99
_GAP = 6.0
"""Between two labels of an axis, in pixels."""


class Plot:
    """A rectangle of the page with a horizontal scale; rows are counted down from its top.

    Args:
        area: where on the page, in pixels.
        x_range: the data at the left and the right edge; on a log scale their exponents of ten.
        rows: its height, in rows of equal height.
        log: whether the scale is logarithmic.
        whole: whether the values are counts, with ticks at whole numbers only.
        years: whether they are years: as `whole`, written without commas.
    """

    def __init__(
        self,
        area: QRectF,
        x_range: tuple[float, float],
        rows: float,
        *,
        log: bool = False,
        whole: bool = False,
        years: bool = False,
    ) -> None:
        self.area = area
        self.rows = rows
        self._log = log
        self._whole = whole or years
        self._years = years
        low, high = x_range
        # An empty range would leave the axis without a scale.
        spread = high - low > _LEAST_EXTENT
        self._range = (low, high if spread else low + max(1.0, abs(low)))

    def x(self, value: float) -> float:
        """Return where on the page a value lies, in pixels from the left."""
        return self._to_page(math.log10(value) if self._log else value)

    def y(self, row: float) -> float:
        """Return the middle of a row on the page, in pixels from the top."""
        return self.area.top() + (row + 0.5) * self.row_height

    @property
    def row_height(self) -> float:
        """Height of a row, in pixels."""
        return self.area.height() / self.rows

    def grid(self, style: Style, suffix: str = "") -> list[Shape]:
        """Return grid lines and labels of the horizontal axis, and the baseline."""
        shapes: list[Shape] = []
        bottom = self.area.bottom()
        y = bottom + 1.4 * SIZES.small
        places = [(self._to_page(value), words) for value, words in self._ticks()]
        labels = [
            Text(x, y, words + suffix, SIZES.small, style.muted, anchor="middle")
            for x, words in places
        ]
        for label in _apart(labels):
            paint = Paint(stroke=style.grid, stroke_width=1)
            shapes += [Line(label.x, self.area.top(), label.x, bottom, paint), label]
        low, high = self._range
        start = self._to_page(0 if low < 0 < high and not self._log else low)
        baseline = Paint(stroke=style.axis, stroke_width=1.2)
        return [*shapes, Line(start, self.area.top(), start, bottom, baseline)]

    def _ticks(self) -> list[tuple[float, str]]:
        low, high = self._range
        if self._log:
            decade = self.area.width() / (high - low)
            step = math.ceil(_POWER_WIDTH / decade)
            return [(power, f"{10**power:,}") for power in range(round(low), round(high) + 1, step)]
        spacing, values = nice_ticks(low, high, self.area.width())
        if self._whole:
            step = max(1, round(spacing))
            ticks = range(math.ceil(low / step) * step, math.floor(high) + 1, step)
            return [(tick, str(tick) if self._years else f"{tick:,}") for tick in ticks]
        decimals = max(0, -math.floor(math.log10(spacing) + 1e-9))
        return [(value, f"{value:,.{decimals}f}") for value in values]

    def _to_page(self, x: float) -> float:
        low, high = self._range
        return self.area.left() + (x - low) / (high - low) * self.area.width()


def _apart(labels: list[Text]) -> list[Text]:
    """Return every label of an axis, or every second, third …, so that none touch."""
    for step in range(1, len(labels)):
        some = labels[::step]
        if all(one.rect.right() + _GAP <= next_.rect.left() for one, next_ in pairwise(some)):
            return some
    return labels[:1]
