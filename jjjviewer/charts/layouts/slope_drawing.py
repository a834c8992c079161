"""Drawing of one change: scale, line, points, values and dates."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from jjjviewer.charts.formatting import is_target, is_unclear
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Line, Mark, Paint, Path, Shape, Text
from jjjviewer.charts.style import mixed, region_colors
from jjjviewer.charts.text import width
from jjjviewer.charts.translation import spaced

if TYPE_CHECKING:
    from jjjviewer.charts.layouts.slopes import Slope

_RADIUS, _STROKE = 6.0, 3.0
_LINE, _DETAIL_LINE = 19.0, 18.0
_DATES = 36.0
"""Height of the dates below a plot, in pixels."""
_TINT = 0.3
_VALUE, _WORDS = 22, 16
"""Sizes of type of values and of the words before them."""


class _Plot(NamedTuple):
    """Where a slope lies, in pixels of the page."""

    left: float
    right: float
    top: float
    bottom: float
    low: float
    high: float

    def y(self, value: float) -> float:
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)


class SlopeDrawing(NamedTuple):
    """Draws changes into a scene."""

    scene: Scene
    emphasised: frozenset[str]
    region_names: Mapping[str, str]

    def panel(
        self, slope: "Slope", lines: tuple[Sequence[str], Sequence[str]], area: QRectF, head: float
    ) -> None:
        """Draw one change; its head is so high, in pixels."""
        sizes = self.scene.sizes
        plot = _Plot(
            area.left() + slope.axis_width(sizes),
            area.right() - slope.side_width(sizes),
            area.top() + head,
            area.bottom() - sizes(_DATES),
            slope.ticks[0][0],
            slope.ticks[-1][0],
        )
        self._head(slope, lines, area)
        self._axis(slope, plot)
        shapes = self._line(slope, plot)
        self.scene.add(Mark(slope.records, slope.words, tuple(shapes), area))

    def _head(
        self, slope: "Slope", lines: tuple[Sequence[str], Sequence[str]], area: QRectF
    ) -> None:
        sizes, style, scene = self.scene.sizes, self.scene.style, self.scene
        y = area.top()
        for line in lines[0]:
            y += sizes(_LINE)
            scene.add(Text(area.left(), y, line, sizes.label, style.text, bold=True))
        sign = next((scene.signs[id_] for id_ in slope.records if id_ in scene.signs), "")
        if sign:
            x = area.left() + width(lines[0][-1], sizes.label, bold=True) + 2
            scene.add(Text(x, y, sign, sizes.label, style.muted))
        for line in lines[1]:
            y += sizes(_DETAIL_LINE)
            scene.add(Text(area.left(), y, line, round(sizes(14)), style.muted))

    def _axis(self, slope: "Slope", plot: _Plot) -> None:
        sizes, style = self.scene.sizes, self.scene.style
        free = plot.bottom + sizes.detail
        for value, label in slope.ticks:
            y = plot.y(value)
            color = style.axis if value == 0 else style.grid
            rule = Paint(stroke=color, stroke_width=1)
            self.scene.add(Line(plot.left, y, plot.right, y, rule))
            if y > free:
                continue
            x, base = plot.left - sizes(12), y + 0.35 * sizes.detail
            self.scene.add(Text(x, base, label, sizes.detail, style.muted, anchor="end"))
            free = y - 1.2 * sizes.detail
        first, last = slope.dates
        y = plot.bottom + sizes(17)
        both = width(first, sizes.detail) + width(last, sizes.detail) + sizes(14)
        room = plot.right - plot.left
        self.scene.add(Text(plot.left, y, first, sizes.detail, style.muted))
        if both > room:
            y += sizes(15)
        x = max(plot.right, plot.left + width(last, sizes.detail))
        self.scene.add(Text(x, y, last, sizes.detail, style.muted, anchor="end"))

    def _line(self, slope: "Slope", plot: _Plot) -> list[Shape]:
        sizes, style = self.scene.sizes, self.scene.style
        pair = region_colors(self.region_names, style).get(slope.figure.province, style.neutral)
        color = pair.quiet if self.emphasised.isdisjoint(slope.records) else pair.deep
        text = color if color == pair.deep else style.text
        x1, y1, x2, y2 = plot.left, plot.y(slope.start), plot.right, plot.y(slope.end)
        shapes: list[Shape] = []
        stroke = Paint(stroke=color, stroke_width=sizes(1.3 * _STROKE))
        if slope.bound is not None:
            far = plot.y(slope.bound)
            tint = Paint(mixed((style.background, color), _TINT))
            shapes.append(Path(((x1, y1), (x2, y2), (x2, far)), tint, closed=True))
        shapes.append(Line(x1, y1, x2, y2, stroke))
        high = slope.figure.value_high
        if high is not None and slope.earlier is not None and high > slope.figure.value > 0:
            top = plot.y(slope.end * high / slope.figure.value)
            shapes.append(Line(x2, y2, x2, top, stroke))
        if slope.bound is not None:
            shapes += self._arrow(x2, y2, plot.y(slope.bound), color)
        radius = sizes(_RADIUS)
        hollow = Paint(style.background, color, sizes(_STROKE))
        shapes.append(Circle(x1, y1, radius, hollow))
        is_open = is_target(slope.figure) or is_unclear(slope.figure) or slope.bound is not None
        dashed = hollow._replace(dashed=not is_target(slope.figure))
        shapes.append(Circle(x2, y2, radius, dashed if is_open else Paint(color)))
        return shapes + self._values(slope, plot, (y1, y2), text)

    def _arrow(self, x: float, start: float, end: float, color: str) -> list[Shape]:
        """Return an arrow from the last point to where the value may lie beyond."""
        sizes = self.scene.sizes
        paint = Paint(stroke=color, stroke_width=sizes(2.2))
        step = sizes(6) if end > start else -sizes(6)
        if abs(end - start) < 2.5 * sizes(_RADIUS):
            return []
        return [
            Line(x, start + 1.6 * step, x, end, paint),
            Line(x - sizes(6), end - step, x, end, paint),
            Line(x + sizes(6), end - step, x, end, paint),
        ]

    def _values(
        self, slope: "Slope", plot: _Plot, ends: tuple[float, float], color: str
    ) -> list[Shape]:
        """Return the values at both ends, and the change between them where it has room."""
        sizes, style = self.scene.sizes, self.scene.style
        (y1, y2), x1, x2 = ends, plot.left, plot.right
        large, small = round(sizes(_VALUE)), round(sizes(_WORDS))
        shapes: list[Shape] = []
        rise = (y1 - y2) / (x2 - x1)
        start_wide = width(slope.start_words, round(sizes(18)), bold=True) + sizes(6)
        if slope.start_words:
            y = y1 - sizes(14) - max(0.0, rise) * start_wide
            start = Text(x1 + sizes(4), y, slope.start_words, round(sizes(18)), color, bold=True)
            shapes.append(start)
        *first, last = slope.end_words
        if slope.has_words_beside:
            x = x2 + sizes(16)
            y = y2 + 0.36 * large - sizes(_LINE) * len(first) / 2
            y = min(y, plot.bottom - sizes(_LINE + 2) * len(first))
            for line in first:
                shapes.append(Text(x, y, line, small, color, bold=True))
                y += sizes(_LINE if line is not first[-1] else _LINE + 5)
            shapes.append(Text(x, y, last, large, color, bold=True))
            end_wide = 0.0
        else:
            text = spaced(slope.end_words)
            y = y2 - sizes(16)
            shapes.append(Text(x2, y, text, large, color, bold=True, anchor="end"))
            end_wide = width(text, large, bold=True)
        wide = width(slope.change, sizes.label)
        free = x2 - end_wide - x1 - start_wide
        if slope.change and wide + sizes(16) <= free:
            middle = x1 + start_wide + free / 2
            y = y1 - rise * (middle - x1) - sizes(11) - abs(rise) * wide / 2
            shapes.append(Text(middle, y, slope.change, sizes.label, style.text, anchor="middle"))
        return shapes
