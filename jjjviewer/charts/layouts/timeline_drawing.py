"""Drawing of a timeline on a page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from jjjviewer.charts.formatting import is_target, is_unclear
from jjjviewer.charts.layouts.paging import tallest
from jjjviewer.charts.layouts.time_calendar import draw_calendar
from jjjviewer.charts.layouts.time_rows import (
    GAP,
    HEAD,
    LEAST_ROW,
    RADIUS,
    TALLEST_OF_FEW,
    TALLEST_ROW,
    TimeGroup,
    TimeRow,
)
from jjjviewer.charts.mark_style import paint_of
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Line, Mark, Paint, Rect, Shape, Text
from jjjviewer.charts.style import Pair, Sizes, mixed, region_colors
from jjjviewer.charts.text import elide, width, wrap

if TYPE_CHECKING:
    from jjjviewer.charts.layouts.timeline import TimeRows

_BAR = 0.8
"""Height of a span, of its row."""
_THICKEST, _SHARE_OF_HIGH = 19.2, 0.4
"""Greatest height of a span, and its share of a high row."""
_TINT = 0.25


class TimelineDrawing:
    """One drawing of a timeline on a page."""

    def __init__(self, rows: "TimeRows", scene: Scene) -> None:
        self.spec, self.scene = rows, scene
        self.sizes, self.style = scene.sizes, scene.style
        body = scene.body
        self.top = body.top() + rows.above(scene.sizes)
        self.field = rows.field(body, scene.sizes)
        self.is_narrow = rows.is_narrow(body.width(), scene.sizes)
        needed = rows.height(body.width(), scene.sizes)
        most = tallest(TALLEST_ROW, scene, scene.sizes(TALLEST_OF_FEW))
        grown = 1 + (body.height() - needed) / sum(self._least(row) for row in rows.rows)
        self.stretch = max(1.0, min(most / scene.sizes(LEAST_ROW), grown))
        self.colors = region_colors(rows.provinces, scene.style)

    def _least(self, row: TimeRow) -> float:
        return self.spec.least(row, self.field, self.sizes)

    def draw(self) -> None:
        spec, sizes, body = self.spec, self.sizes, self.scene.body
        heights = [self.stretch * self._least(row) for row in spec.rows]
        heads = len(spec.groups) * spec.head_height(body.width(), sizes)
        bottom = self.top + sum(heights) + heads
        self.scene.time_axis = self.field._replace(
            area=QRectF(
                self.field.area.left(), body.top(), self.field.area.width(), bottom - body.top()
            )
        )
        draw_calendar(self.spec, self.scene, self.field, (self.top, bottom))
        y, laid = self.top, iter(heights)
        for number, group in enumerate(spec.groups):
            if number:
                rule = Paint(stroke=self.style.axis, stroke_width=0.8)
                self.scene.add(
                    Line(body.left(), y + sizes(GAP) / 2, body.right(), y + sizes(GAP) / 2, rule)
                )
            y += sizes(GAP)
            y += self._draw_head(group, y)
            for row in group.rows:
                high = next(laid)
                self._draw_row(row, y, high)
                y += high

    def _draw_head(self, group: TimeGroup, y: float) -> float:
        """Draw the head of a group; return the height that it takes above its rows."""
        sizes, style, left = self.sizes, self.style, self.scene.body.left()
        baseline = y + sizes(15)
        if self.is_narrow:
            head = elide(group.head, self.scene.body.width(), sizes.label, bold=True)
            self.scene.add(Text(left, baseline, head, sizes.label, style.text, bold=True))
            x = left + width(head, sizes.label, bold=True) + sizes(8)
            detail = elide(group.detail, self.scene.body.right() - x, sizes.detail)
            if detail not in ("", "…"):
                self.scene.add(Text(x, baseline, detail, sizes.detail, style.muted))
            return sizes(HEAD)
        room = self.field.area.left() - left - sizes(8)
        room_high = sum(self.stretch * self._least(row) for row in group.rows)
        most = max(1, int(room_high / sizes(18)))
        lines = wrap(group.head, room, sizes.label, bold=True, lines=min(most, 2), even=False)
        for line in lines:
            self.scene.add(Text(left, baseline, line, sizes.label, style.text, bold=True))
            baseline += sizes(17)
        x, wide = left, width(lines[-1], sizes.label, bold=True)
        if len(lines) >= most:
            x, baseline = left + wide + sizes(6), baseline - sizes(17)
        detail = group.detail
        if detail and width(detail, sizes.detail) <= left + room - x:
            self.scene.add(Text(x, baseline, detail, sizes.detail, style.muted))
        return 0.0

    def _pair(self, row: TimeRow) -> Pair:
        return self.colors.get(row.figures[0].province, self.style.neutral)

    def _draw_row(self, row: TimeRow, y: float, high: float) -> None:
        stacked = self.spec.is_stacked(row, self.field, self.sizes)
        middle = y + high / 2
        if stacked:
            # Words and mark stay together, however high the row is.
            half = self.sizes(LEAST_ROW) / 2
            shapes = self._mark(row, middle + half, 2 * half)
            shapes += self._words_above(row, middle - half)
        else:
            shapes = [*self._mark(row, middle, high), *self._words(row, middle)]
        hit = QRectF(
            self.field.area.left(), y, self.scene.body.right() - self.field.area.left(), high
        )
        self.scene.add(Mark(row.ids, row.words, tuple(shapes), hit))

    def _mark(self, row: TimeRow, middle: float, high: float) -> list[Shape]:
        style, sizes, pair = self.style, self.sizes, self._pair(row)
        strong = self.spec.is_emphasised(row)
        start, end = self.spec.ends(row, self.field)
        figure = row.figures[0]
        paint = paint_of(figure, pair, style, emphasised=True)
        radius = sizes(RADIUS)
        if row.before:
            line = Paint(stroke=pair.deep, stroke_width=3.5 if strong else 2.5)
            hollow = Paint(style.background, pair.deep, 2.2)
            return [
                Line(start, middle, end, middle, line),
                Circle(start, middle, radius, hollow),
                Circle(end, middle, radius, Paint(pair.deep)),
            ]
        if end - start > 2 * radius:
            fill = mixed((style.background, pair.quiet), _TINT)
            thick = min(_BAR * high, max(sizes(_THICKEST), _SHARE_OF_HIGH * high))
            edge = Paint(
                style.background if is_target(figure) else fill,
                pair.deep,
                2.6 if strong else 1.6,
                dashed=is_unclear(figure),
            )
            return [Rect(start, middle - thick / 2, end - start, thick, edge)]
        if not paint.stroke and not strong:
            paint = Paint(pair.quiet)
        return [
            Circle(end, middle, radius, paint._replace(stroke_width=min(paint.stroke_width, 2.2)))
        ]

    def _words(self, row: TimeRow, middle: float) -> list[Shape]:
        """Return the words in, before or after a mark."""
        sizes, field = self.sizes, self.field
        start, end = self.spec.ends(row, field)
        if row.before:
            return self._pair_words(row, middle)
        gap = sizes(GAP)
        need = self.spec.text_width(row, sizes)
        if end - start >= need + 2 * gap:
            return self._line(row, start + gap, middle)
        target = self._target_words(row, middle, end)
        if target:
            return target
        radius = sizes(RADIUS) if end - start <= 2 * sizes(RADIUS) else 0.0
        if start - radius - field.area.left() >= need + gap:
            return self._line(
                row, start - radius - gap - need + sizes(18) - self._sign_width(row), middle
            )
        return self._line(row, end + radius + gap, middle)

    def _target_words(self, row: TimeRow, middle: float, end: float) -> list[Shape]:
        """Return the words of a target on both sides of the day of the interview, if they fit."""
        day, sizes, style = self.spec.interview, self.sizes, self.style
        if day is None or not is_target(row.figures[0]) or row.start is not None:
            return []
        x = self.field.x_after(day)
        value = width(row.value, sizes.label, bold=True) + self._sign_width(row)
        label = width(row.label, sizes.label)
        gap = sizes(GAP)
        begin = x + sizes(12)
        stop = end - sizes(RADIUS)
        if begin + value + gap > stop or x - gap - label < self.field.area.left():
            return []
        y = middle + 0.36 * sizes.label
        shapes: list[Shape] = [
            Text(x - gap, y, row.label, sizes.label, style.text, anchor="end"),
            *self._value(row, begin, y),
        ]
        if stop - begin - value > 3 * gap:
            paint = Paint(stroke=self._pair(row).deep, stroke_width=1.2, dashed=True)
            shapes.append(Line(begin + value + gap, middle, stop - 3, middle, paint))
        return shapes

    def _pair_words(self, row: TimeRow, middle: float) -> list[Shape]:
        sizes, style = self.sizes, self.style
        start, end = self.spec.ends(row, self.field)
        y, gap = middle + 0.36 * sizes.label, sizes(RADIUS + GAP)
        value = width(row.value, sizes.label, bold=True) + self._sign_width(row)
        texts = [
            Text(start + gap, y, row.before, sizes.label, style.text, bold=True),
            Text((start + end) / 2, y, row.label, sizes.label, style.text, anchor="middle"),
        ]
        shapes: list[Shape] = []
        for text in texts:
            shapes += [_plate(text.rect, style.background, sizes), text]
        number = self._value(row, end - gap - value, y)
        plate = QRectF(end - gap - value, y - sizes.label, value, 1.2 * sizes.label)
        return [*shapes, _plate(plate, style.background, sizes), *number]

    def _words_above(self, row: TimeRow, middle: float) -> list[Shape]:
        """Return the words on a line of their own, as near to the mark as the field allows."""
        start, end = self.spec.ends(row, self.field)
        if row.before:
            row = row._replace(value=f"{row.before} → {row.value}", before="")
        need = self.spec.text_width(row, self.sizes)
        left = self.scene.body.left() if self.is_narrow else self.field.area.left()
        x = max(left, min(start, max(start, end) - need))
        return self._line(row, x, middle)

    def _line(self, row: TimeRow, x: float, middle: float) -> list[Shape]:
        sizes, style = self.sizes, self.style
        y = middle + 0.36 * sizes.label
        value = self._value(row, x, y)
        left = x
        x += width(row.value, sizes.label, bold=True) + self._sign_width(row) + sizes(6)
        label = elide(row.label, self.scene.body.right() - x, sizes.label)
        words = Text(x, y, label, sizes.label, style.text)
        area = words.rect.adjusted(left - x, 0, 0, 0)
        day = self.spec.interview
        if day and area.left() < self.field.x_after(day) < area.right():
            return [_plate(area, style.background, sizes), *value, words]
        return [*value, words]

    def _sign(self, row: TimeRow) -> str:
        return next((self.scene.signs[id_] for id_ in row.ids if id_ in self.scene.signs), "")

    def _sign_width(self, row: TimeRow) -> float:
        return width(self._sign(row), self.sizes.label)

    def _value(self, row: TimeRow, x: float, y: float) -> list[Shape]:
        """Return the value with the sign that leads to its note."""
        sizes, style = self.sizes, self.style
        shapes: list[Shape] = [Text(x, y, row.value, sizes.label, style.text, bold=True)]
        if sign := self._sign(row):
            x += width(row.value, sizes.label, bold=True)
            shapes.append(Text(x + 1, y, sign, sizes.label, style.muted))
        return shapes


def _plate(area: QRectF, color: str, sizes: Sizes) -> Rect:
    """Return a ground for words that stand on a line."""
    pad = sizes(4)
    return Rect(area.x() - pad, area.y(), area.width() + 2 * pad, area.height(), Paint(color))
