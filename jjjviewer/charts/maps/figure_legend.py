"""The legend of circles on a map: nested sizes, colours, and what is not simply reached."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from jjjviewer.charts.maps.labels import round_numbers
from jjjviewer.charts.maps.panel import Panel
from jjjviewer.charts.mark_style import legend_entries
from jjjviewer.charts.numbers import plain
from jjjviewer.charts.scene import LegendEntry, Scene
from jjjviewer.charts.shapes import Circle, Line, Paint, Text
from jjjviewer.charts.style import region_colors
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow

SMALL = 2.5
"""Radius, in pixels, of circles that are too small for the scale."""
_RADIUS = 8.0
_MOST_REGIONS = 4
_LINE = 16.0
"""Least distance of two numbers, in pixels."""


class Largest(NamedTuple):
    """The largest circle."""

    radius: float
    """In pixels."""
    value: float
    """On the scale of the numbers."""


class FigureLegend:
    """Fills the panel of a map of figures.

    Args:
        scene: the page.
        area: of the panel.
        largest: the circle that others are compared with.
        unit: in words.
    """

    def __init__(self, scene: Scene, area: QRectF, largest: Largest, unit: str) -> None:
        self._scene, self._area, self._largest = scene, area, largest
        self._head = unit[:1].upper() + unit[1:]
        self._style, self._sizes = scene.style, scene.sizes

    def draw(
        self, figures: Sequence[FigureRow], provinces: Mapping[str, str], *, has_small: bool
    ) -> None:
        """Draw what is needed for some figures, given the names of regions by their ids."""
        sizes, size = self._sizes, self._sizes.label
        x, y = self._area.left(), self._area.top() + size
        self._scene.add(Text(x, y, self._head, size, self._style.text, bold=True))
        panel = Panel(self._scene, self._nested(self._area.adjusted(0, sizes(28), 0, 0)))
        colors = region_colors(provinces, self._style)
        names = {**provinces, "": tr("elsewhere")}
        drawn = {figure.province for figure in figures}
        for id_ in [name for name in names if name in drawn][:_MOST_REGIONS]:
            entry = LegendEntry(names[id_], Paint(colors[id_].deep), target=id_)
            panel.circle(entry.words, sizes(_RADIUS), entry.paint, entry)
        for entry in legend_entries(figures, colors, self._style, round_=True):
            panel.circle(entry.words, sizes(_RADIUS), entry.paint, entry)
        if has_small:
            dot = Paint(self._style.neutral.deep)
            panel.circle(tr("too small for the scale"), sizes(SMALL), dot)

    def _nested(self, area: QRectF) -> QRectF:
        """Draw circles of round numbers inside one another, if they fit; return what is left."""
        (most, value), sizes, size = self._largest, self._sizes, self._sizes.label
        numbers = round_numbers(value)[::-1]
        high = 2 * most * math.sqrt(numbers[0] / value)
        if high > area.height():
            # What the colours mean matters more.
            return area
        axis = self._style.axis
        x, bottom = area.left() + most + 1, area.top() + high
        end, lowest = area.left() + 2 * most + sizes(20), -math.inf
        for number in numbers:
            radius = most * math.sqrt(number / value)
            y = bottom - 2 * radius
            if y < lowest + sizes(_LINE):
                continue
            self._scene.add(
                Circle(x, bottom - radius, radius, Paint(stroke=axis, stroke_width=1.2))
            )
            self._scene.add(Line(x, y, end, y, Paint(stroke=axis, stroke_width=1)))
            words = plain(number)
            text = Text(end + sizes(6), y + 0.35 * size, words, size, self._style.text)
            self._scene.add(text)
            lowest = y
        if area.height() > area.width() / 3:
            return area.adjusted(0, high + sizes(16), 0, 0)
        return area.adjusted(end - area.left() + sizes(90), -sizes(28), 0, 0)
