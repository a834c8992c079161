"""Bars in groups, drawn on one page."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from jjjviewer.charts.layouts.bar_row import BarGroup, BarRow, LaidRow
from jjjviewer.charts.layouts.paging import tallest
from jjjviewer.charts.mark_style import bar_shapes, paint_of
from jjjviewer.charts.scene import LegendEntry, Scene, legend_lines
from jjjviewer.charts.shapes import Line, Mark, Paint, Rect, Shape, Text
from jjjviewer.charts.style import Pair, Sizes, readable_on, region_colors
from jjjviewer.charts.text import elide, width

if TYPE_CHECKING:
    from jjjviewer.charts.layouts.bar_rows import BarRows

_NARROW = 736
"""Width of a body at a type unit of 1 below which labels stand above their bars."""
INDENT = 18
LINE, UNDER_LINE = 18.0, 15.0
"""Heights of a line of a label, and of one of smaller type."""
HEAD, ABOVE_GROUP, ABOVE_TOTAL = 30.0, 16.0, 8.0
"""Height of the head of a group, and of the gaps above it and above what is no part."""
_TALLEST_ROW = 190.0
_THICKEST = 64.0
_BAR_SHARE, _SHARE_OF_HIGH = 0.62, 0.5
"""Height of a bar, of its row, and of one that is high."""
_AFTER = 8.0
"""Distance of a value from the end of its bar."""


def is_narrow_body(room: float, sizes: Sizes) -> bool:
    """Return whether labels stand above their bars, for want of width."""
    return room < _NARROW * sizes.unit


class BarDrawing:
    """One drawing of bars on a page."""

    def __init__(self, bars: "BarRows", scene: Scene) -> None:
        self.bars = bars
        self.scene = scene
        self.sizes, self.style = scene.sizes, scene.style
        self.colors = region_colors(bars.region_names, scene.style)
        self.is_narrow = is_narrow_body(scene.body.width(), scene.sizes)
        self.laid = bars.laid(scene.body.width(), scene.sizes)
        self.every = bars.every or self.laid
        """The rows of all pages, which share a scale."""
        self.left = scene.body.left()
        """Where bars begin, in pixels."""
        if not self.is_narrow:
            self.left += max(map(self._label_width, self.every)) + self.sizes(16)
        self.zero, self.scale = self._fit_scale()

    def draw(self) -> None:
        """Draw legend, heads and rows from the top of the body."""
        body, sizes = self.scene.body, self.sizes
        entries = self.bars.legend(self.style)
        y = body.top()
        if not self.bars.fits_beside(self.bars.groups[0], body.width(), sizes):
            y = self._draw_legend(entries, y)
            entries = []
        needed = self.bars.height(body.width(), sizes)
        extra = max(0.0, body.height() - needed) / len(self.laid)
        most = tallest(_TALLEST_ROW, self.scene)
        laid = iter(self.laid)
        for number, group in enumerate(self.bars.groups):
            y = self._draw_head(group, y, entries if not number else [], is_first=not number)
            top = y
            before: float | None = None
            for _ in group.rows:
                row = next(laid)
                y += row.above
                least = row.least - row.above
                high = min(least + extra, max(most, least))
                before = self._draw_row(row, y, high, before)
                y += high
            axis = Paint(stroke=self.style.axis, stroke_width=1)
            if not self.is_narrow and self.bars.track is None:
                self.scene.add(Line(self.zero, top - 2, self.zero, y + 2, axis))

    def _draw_legend(self, entries: Sequence[LegendEntry], y: float) -> float:
        """Draw a legend that has lines of its own, and return where it ends."""
        body, sizes = self.scene.body, self.sizes
        for line in legend_lines(entries, body.width(), sizes):
            baseline = y + sizes.detail
            self.scene.add_legend(line, body.right(), baseline)
            y += sizes(LINE)
        return y + sizes(6)

    def _label_width(self, laid: LaidRow) -> float:
        sizes = self.sizes
        is_bold = self.bars.is_emphasised(laid.row)
        lines = [width(line, sizes.label, bold=is_bold) for line in laid.label]
        lines += [width(line, sizes.detail) for line in laid.under]
        return max(lines) + sizes(INDENT) * laid.row.depth

    def _fit_scale(self) -> tuple[float, float]:
        """Return where zero lies, and the pixels of a unit: texts after the bars have room."""
        room = self.scene.body.right() - self.left
        if self.bars.track is not None:
            return self.left, room / self.bars.track
        low = min(0.0, *(laid.row.length for laid in self.every), 0.0)
        most = max(laid.row.reach for laid in self.every)
        scale = room / ((most - low) or 1.0)
        for laid in self.every:
            reach = laid.row.reach - low
            if reach > 0:
                scale = min(scale, (room - self._text_width(laid.row)) / reach)
        scale = max(scale, 0.0)
        return self.left - low * scale, scale

    def _text_width(self, row: BarRow) -> float:
        value = width(row.value, self.sizes.label, bold=True) + self._sign_width(row)
        detail = width(row.detail, self.sizes.detail) + self.sizes(8) if row.detail else 0.0
        return value + detail + self.sizes(_AFTER + 2)

    def _sign(self, row: BarRow) -> str:
        signs = self.scene.signs
        return next((signs[id_] for id_ in row.records if id_ in signs), "")

    def _sign_width(self, row: BarRow) -> float:
        return width(self._sign(row), self.sizes.label)

    def _draw_head(
        self, group: BarGroup, y: float, entries: Sequence[LegendEntry], *, is_first: bool
    ) -> float:
        """Draw the head of a group, and return where its rows begin."""
        body, sizes, style = self.scene.body, self.sizes, self.style
        laid = self.bars.head(group, body.width(), sizes, is_first=is_first)
        baseline = y + sizes.label + (0 if is_first else sizes(ABOVE_GROUP))
        if laid.head:
            head = elide(laid.head, body.width(), sizes.label, bold=True)
            self.scene.add(Text(body.left(), baseline, head, sizes.label, style.text, bold=True))
            if laid.beside:
                x = body.left() + width(head, sizes.label, bold=True) + sizes(12)
                self.scene.add(Text(x, baseline, laid.beside, sizes.detail, style.muted))
            for number, line in enumerate(laid.below, start=1):
                under = baseline + number * sizes(UNDER_LINE)
                self.scene.add(Text(body.left(), under, line, sizes.detail, style.muted))
        self.scene.add_legend(entries, body.right(), baseline)
        return y + laid.height

    def _draw_row(self, laid: LaidRow, y: float, high: float, before: float | None) -> float:
        """Draw a row, and return where an elbow from it may begin.

        Args:
            laid: the row.
            y: its top.
            high: its height.
            before: where an elbow from the row above it, of the same group, may begin.
        """
        row, sizes = laid.row, self.sizes
        shapes: list[Shape] = []
        text = len(laid.label) * sizes(LINE) + len(laid.under) * sizes(UNDER_LINE)
        middle = y + high / 2
        if self.is_narrow:
            top = y + text
            shapes += self._label(laid, y)
            thick = min(max(sizes(_THICKEST), _SHARE_OF_HIGH * high), high - text - sizes(6))
            across = (top + sizes(2), top + sizes(2) + thick)
        else:
            thick = min(_BAR_SHARE * high, max(sizes(_THICKEST), _SHARE_OF_HIGH * high))
            shapes += self._label(laid, middle - text / 2)
            across = (middle - thick / 2, middle + thick / 2)
            if row.depth and before is not None:
                shapes += self._elbow(row.depth, before, middle)
        shapes += self._bar(row, across)
        shapes += self._texts(row, across)
        hit = QRectF(self.scene.body.left(), y, self.scene.body.width(), high)
        self.scene.add(Mark(row.records, row.words, tuple(shapes), hit))
        return middle if row.depth else middle + text / 2 + sizes(4)

    def _label(self, laid: LaidRow, top: float) -> Iterator[Shape]:
        sizes, y = self.sizes, top
        x = self.scene.body.left() + sizes(INDENT) * laid.row.depth
        bold = self.bars.is_emphasised(laid.row)
        for line in laid.label:
            y += sizes(LINE)
            yield Text(x, y - 0.25 * sizes.label, line, sizes.label, self.style.text, bold)
        for line in laid.under:
            y += sizes(UNDER_LINE)
            yield Text(x, y - 0.25 * sizes.detail, line, sizes.detail, self.style.muted)

    def _elbow(self, depth: int, above: float, middle: float) -> Iterator[Shape]:
        """Yield the elbow that joins a part with its total, or with the part above it."""
        sizes = self.sizes
        x = self.scene.body.left() + sizes(5) + sizes(INDENT) * (depth - 1)
        paint = Paint(stroke=self.style.axis, stroke_width=1.2)
        yield Line(x, min(above, middle - sizes(2)), x, middle, paint)
        yield Line(x, middle, x + sizes(9), middle, paint)

    def _bar(self, row: BarRow, across: tuple[float, float]) -> Iterator[Shape]:
        top, bottom = across
        if self.bars.track is not None:
            track = self.bars.track * self.scale
            yield Rect(self.left, top, track, bottom - top, Paint(self.style.track))
        end = self.zero + row.length * self.scale
        high = None if row.high is None else self.zero + row.high * self.scale
        if row.length or high is not None:
            yield from bar_shapes(
                row.figure,
                (self.zero, end),
                high,
                across,
                self._pair(row),
                self.style,
                emphasised=self.bars.is_emphasised(row),
            )
        if row.cut is not None:
            x = self.zero + row.cut * self.scale
            is_fall = row.cut > row.length
            color = self.style.axis if is_fall else self.style.background
            yield Line(x, top, x, bottom, Paint(stroke=color, stroke_width=2.5))

    def _pair(self, row: BarRow) -> Pair:
        return self.colors.get(row.figure.province, self.style.neutral)

    def _texts(self, row: BarRow, across: tuple[float, float]) -> Iterator[Shape]:
        """Yield value, sign and detail after the bar, or inside where a track is full."""
        sizes, style = self.sizes, self.style
        end = self.zero + row.reach * self.scale
        y = sum(across) / 2 + 0.35 * sizes.label
        sign = self._sign(row)
        if self.bars.track is not None and end + self._text_width(row) > self.scene.body.right():
            is_emphasised = self.bars.is_emphasised(row)
            paint = paint_of(row.figure, self._pair(row), style, emphasised=is_emphasised)
            color = readable_on(paint.fill)
            end = self.zero + row.length * self.scale
            x = self._clear_of_cut(row, end - sizes(_AFTER), row.value + sign, bold=True)
            yield Text(x, y, row.value + sign, sizes.label, color, bold=True, anchor="end")
            x -= width(row.value + sign, sizes.label, bold=True) + sizes(8)
            if row.detail:
                x = self._clear_of_cut(row, x, row.detail, bold=False)
                yield Text(x, y, row.detail, sizes.detail, color, anchor="end")
            return
        x = end + sizes(_AFTER)
        yield Text(x, y, row.value, sizes.label, style.text, bold=True)
        x += width(row.value, sizes.label, bold=True)
        if sign:
            yield Text(x + 1, y, sign, sizes.label, style.muted)
            x += self._sign_width(row)
        if row.detail:
            yield Text(x + sizes(8), y, row.detail, sizes.detail, style.muted)

    def _clear_of_cut(self, row: BarRow, end: float, text: str, *, bold: bool) -> float:
        """Return where a text in a bar ends: before the cut that it would lie on, if it fits."""
        size = self.sizes.label if bold else self.sizes.detail
        start = end - width(text, size, bold=bold)
        if row.cut is not None:
            cut = self.zero + row.cut * self.scale
            before = cut - self.sizes(_AFTER)
            if start < cut < end and self.left <= before - (end - start):
                return before
        return end
