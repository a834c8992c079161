"""Stacked columns: few stacked bars on an upright page, which they would leave empty lying down."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from jjjviewer.charts.layouts.stack_names import text_color
from jjjviewer.charts.layouts.stacked_rows import DETAIL_LINE, NAME_LINE, StackPart, StackRow
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Mark, Rect, Shape, Text
from jjjviewer.charts.style import readable_on
from jjjviewer.charts.text import width, wrap
from jjjviewer.charts.translation import listed, spaced

if TYPE_CHECKING:
    from jjjviewer.charts.layouts.stacked_bars import StackedBars

_GAP = 24.0
"""Between columns."""
_ALONE = 0.5
"""Width of a column alone, of the body's: its names stand at its right."""
_LABEL_LINE = 22.0
_LEAST = 16.0
"""Height of a part that holds its name."""


class StackedColumns:
    """One drawing of stacked bars as columns."""

    def __init__(self, bars: "StackedBars", scene: Scene) -> None:
        self._bars, self._scene = bars, scene
        self._sizes, self._style, body = scene.sizes, scene.style, scene.body
        count = len(bars.rows)
        gap = self._sizes(_GAP)
        is_alone = count == 1
        self._wide = (
            _ALONE * body.width() if is_alone else (body.width() - gap * (count - 1)) / count
        )
        self._step = self._wide + gap
        self._is_alone = is_alone
        self._heads = [self._head(row) for row in bars.rows]
        self._under = [self._none(row) for row in bars.rows]
        top = body.top() + max(map(len, self._heads)) * self._sizes(NAME_LINE) + self._sizes(4)
        bottom = body.bottom() - max(map(len, self._under)) * self._sizes(DETAIL_LINE)
        self._area = QRectF(body.left(), top, self._wide, bottom - top - self._sizes(4))

    @property
    def names_all(self) -> bool:
        """Whether all parts have room for their names."""
        parts = [(row, part) for row in self._bars.rows for part in row.parts if part.records]
        if self._is_alone:
            return len(parts) * self._sizes(_LABEL_LINE) <= self._area.height()
        return all(
            self._height(row, part) >= self._sizes(_LEAST)
            and width(_label(part), self._sizes.label, bold=True) <= self._wide - self._sizes(20)
            for row, part in parts
        )

    def draw(self) -> None:
        body, sizes = self._scene.body, self._sizes
        for number, row in enumerate(self._bars.rows):
            away = number * self._step
            self._lines(self._heads[number], body.left() + away, body.top(), sizes(NAME_LINE))
            self._column(row, self._area.translated(away, 0))
            bottom = self._area.bottom() + sizes(4)
            self._lines(self._under[number], body.left() + away, bottom, sizes(DETAIL_LINE))

    def _height(self, row: StackRow, part: StackPart) -> float:
        return self._area.height() * len(part.records) / row.size

    def _head(self, row: StackRow) -> list[Text]:
        """Return the lines over a column, at no place yet."""
        sizes, style, room = self._sizes, self._style, self._step
        is_about = self._bars.is_emphasised(row)
        after = spaced((row.after, self._bars.head)) if row.after else ""
        names = wrap(row.name, room, sizes.label, bold=True, lines=3, even=False)
        details = wrap(listed((row.detail, after)), room, sizes.detail, lines=3, even=False)
        return [
            *(Text(0, 0, line, sizes.label, style.text, is_about) for line in names),
            *(Text(0, 0, line, sizes.detail, style.muted) for line in details if line),
        ]

    def _none(self, row: StackRow) -> list[Text]:
        """Return the lines under a column: what the headline says there is none of."""
        color = text_color(self._bars.paint(self._bars.topic, self._style, True).fill, self._style)
        return [
            Text(0, 0, _label(part), self._sizes.detail, color, bold=True)
            for part in row.parts
            if not part.records and part.key in self._bars.emphasised
        ]

    def _lines(self, lines: Sequence[Text], x: float, y: float, step: float) -> None:
        for number, line in enumerate(lines, 1):
            self._scene.add(line._replace(x=x, y=y + number * step - 0.25 * line.size))

    def _column(self, row: StackRow, area: QRectF) -> None:
        y, boxes = area.top(), list[QRectF]()
        for part in row.parts:
            boxes.append(QRectF(area.left(), y, area.width(), self._height(row, part)))
            y = boxes[-1].bottom()
        names = self._names(row, boxes)
        for part, box in zip(row.parts, boxes, strict=True):
            shapes = self._part(part, box, next(names)) if part.records else []
            self._scene.add(Mark(part.records, part.words, tuple(shapes), box, cell=part.key))

    def _names(self, row: StackRow, boxes: Sequence[QRectF]) -> Iterator[float]:
        """Yield the middles of the names of parts: apart, and none below the column."""
        filled = zip(row.parts, boxes, strict=True)
        middles = [box.center().y() for part, box in filled if part.records]
        if self._is_alone:
            step = self._sizes(_LABEL_LINE)
            for at in range(1, len(middles)):
                middles[at] = max(middles[at], middles[at - 1] + step)
            lowest = self._area.bottom() + step / 2
            for at in reversed(range(len(middles))):
                lowest = middles[at] = min(middles[at], lowest - step)
        yield from middles

    def _part(self, part: StackPart, box: QRectF, middle: float) -> list[Shape]:
        """Return a part with its name: at its right, or in it where columns stand beside it."""
        size, is_about = self._sizes.label, part.key in self._bars.emphasised
        paint = self._bars.paint(part.id, self._style, is_about)
        inset = paint.stroke_width / 2
        inner = box.adjusted(inset, inset, -inset, -inset - self._sizes(2))
        rect = Rect(inner.x(), inner.y(), inner.width(), max(inner.height(), 1.0), paint)
        x, color = box.right() + self._sizes(12), self._style.text
        if not self._is_alone:
            x, color = box.left() + self._sizes(10), readable_on(paint.fill)
        return [rect, Text(x, middle + 0.35 * size, _label(part), size, color, is_about)]


def _label(part: StackPart) -> str:
    return f"{part.name} {part.number}"
