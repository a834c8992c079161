"""The scene: a page with header, body and footer as a list of shapes, painted on any device."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from jjjviewer.charts.shapes import Circle, Mark, Paint, Rect, Shape, Text
from jjjviewer.charts.style import SIZES, Page, Style
from jjjviewer.charts.text import LEADING, elide, width, wrap

if TYPE_CHECKING:
    from jjjviewer.charts.projection import Projection

_FOOTER_LINES = 4
_HEADER_LINES = 3
LEGEND_HEIGHT = SIZES.small + 14
"""Height of a legend of one line, in pixels."""
_SWATCH = 12
_REACH = 4.0
"""Greatest distance from the mouse to the line of a mark, in pixels of the page."""


class LegendEntry(NamedTuple):
    """One entry of a legend: a swatch, painted as the marks are, and its meaning."""

    words: str
    paint: Paint | None = None
    """None where the words begin with the sign itself, such as '> more than'."""
    round: bool = False


class Scene:
    """A page of fixed logical size; chart types add shapes to its `body`.

    Header, legend and footer are laid out here.

    Attributes:
        page, style: size and colours of the page.
        shapes: everything on the page, in painting order.
        body: the free area between header and footer, in pixels of the page.
        title, subtitle, description: texts for the header and the file's metadata.
        projection: the projection of the map, if the chart is one.
        insets: the projections of its insets.
        records: ids of all records that the marks stand for, in reading order.
    """

    def __init__(self, page: Page, style: Style) -> None:
        self.page = page
        self.style = style
        self.shapes: list[Shape | Mark] = []
        self.projection: Projection | None = None
        self.insets: tuple[Projection, ...] = ()
        self.title = self.subtitle = self.description = ""
        m = SIZES.margin
        self.body = QRectF(m, m, page.width - 2 * m, page.height - 2 * m)
        self._foot = slice(0)
        """The lines of the footer among the shapes."""

    @property
    def marks(self) -> list[Mark]:
        """The marks, in painting order: the last one lies on top."""
        return [shape for shape in self.shapes if isinstance(shape, Mark)]

    @property
    def records(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(record for mark in self.marks for record in mark.records))

    @property
    def texts(self) -> list[Text]:
        """All lines of text on the page."""
        flat: list[Shape] = []
        for shape in self.shapes:
            flat.extend(shape.shapes if isinstance(shape, Mark) else (shape,))
        return [shape for shape in flat if isinstance(shape, Text)]

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the topmost mark at a point of the page, else the one with the nearest line."""
        marks = self.marks[::-1]
        areas = (mark for mark in marks if mark.hit.contains(x, y))
        if area := next(areas, None):
            return area
        away = [
            (line.distance(x, y, _REACH), at)
            for at, mark in enumerate(marks)
            for line in mark.lines
        ]
        distance, nearest = min(away, default=(math.inf, 0))
        return marks[nearest] if distance <= _REACH else None

    def add(self, *shapes: Shape | Mark) -> None:
        """Add shapes on top of those already there."""
        self.shapes.extend(shapes)

    def header(self) -> None:
        """Add title and subtitle at the top; the body shrinks."""
        y = self.body.top()
        room = self.body.width()
        for text, size, bold, color in (
            (self.title, _title_size(self.title, room), True, self.style.text),
            (self.subtitle, SIZES.subtitle, False, self.style.muted),
        ):
            for line in wrap(text, room, size, bold, lines=_HEADER_LINES):
                y += size * LEADING
                self.add(Text(self.body.left(), y - 0.3 * size, line, size, color, bold))
            y += 2
        self.body.setTop(y + 12)

    def legend(self, entries: Sequence[LegendEntry]) -> None:
        """Add a legend at the top of the body, wrapped to its width; the body shrinks."""
        size, lead = SIZES.small, _SWATCH + 6
        for entry, x, y in _in_lines(entries, self.body):
            if entry.paint:
                self.add(_swatch(entry, x, y, _SWATCH))
            words = elide(entry.words, self.body.width() - lead, size)
            self.add(Text(x + lead if entry.paint else x, y, words, size, self.style.muted))
        self.body = self.below_legend(entries)

    def below_legend(self, entries: Sequence[LegendEntry]) -> QRectF:
        """Return the body that a legend would leave."""
        lowest = max((y for _, _, y in _in_lines(entries, self.body)), default=None)
        top = self.body.top() if lowest is None else lowest + LEGEND_HEIGHT - SIZES.small
        return QRectF(QPointF(self.body.left(), top), self.body.bottomRight())

    def footer(self, lines: Iterable[str]) -> None:
        """Add small lines at the bottom; the body shrinks.

        Lines that are too wide are wrapped; of too many lines the rest is cut with an ellipsis.
        """
        texts = self._foot_lines(lines)
        self._foot = slice(len(self.shapes), len(self.shapes) + len(texts))
        self.add(*texts)
        self.body.setBottom(self.body.bottom() - len(texts) * SIZES.footer * LEADING - 10)

    def change_footer(self, lines: Iterable[str]) -> bool:
        """Replace the footer, if the new one takes no more lines.

        Returns:
            Whether it was replaced.
        """
        texts = self._foot_lines(lines)
        if len(texts) > self._foot.stop - self._foot.start:
            return False
        self.shapes[self._foot] = texts
        self._foot = slice(self._foot.start, self._foot.start + len(texts))
        return True

    def _foot_lines(self, lines: Iterable[str]) -> list[Text]:
        size, left = SIZES.footer, SIZES.margin
        room = self.page.width - 2 * left
        broken = [part for line in lines for part in _wrapped(line, room, size)]
        if len(broken) > _FOOTER_LINES:
            rest = " ".join(broken[_FOOTER_LINES - 1 :])
            broken = [*broken[: _FOOTER_LINES - 1], elide(rest, room, size)]
        top = self.page.height - SIZES.margin - len(broken) * size * LEADING
        return [
            Text(left, top + (number + 0.85) * size * LEADING, line, size, self.style.muted)
            for number, line in enumerate(broken)
        ]

    def render(self, painter: QPainter, *, background: bool = True) -> None:
        """Paint the page; one unit of the painter is one pixel of the page."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        if background:
            page = QRectF(0, 0, self.page.width, self.page.height)
            painter.fillRect(page, QColor(self.style.background))
        for shape in self.shapes:
            shape.draw(painter)


def _title_size(title: str, room: float) -> int:
    """Return the size of type of a title: smaller where it would take more than two lines."""
    long = len(wrap(title, room, SIZES.title, bold=True, lines=_HEADER_LINES)) > 2
    return SIZES.title_long if long else SIZES.title


def _wrapped(line: str, room: float, size: int) -> list[str]:
    return wrap(line, room, size, lines=_FOOTER_LINES, even=False)


def _in_lines(
    entries: Sequence[LegendEntry], body: QRectF
) -> Iterator[tuple[LegendEntry, float, float]]:
    """Yield the entries of a legend with left end and baseline, wrapped to a body."""
    size = SIZES.small
    x, y = body.left(), body.top() + size
    for entry in entries:
        room = width(entry.words, size) + (_SWATCH + 6 if entry.paint else 0)
        if x > body.left() and x + room > body.right():
            x, y = body.left(), y + size * 1.6
        yield entry, x, y
        x += room + 18


def _swatch(entry: LegendEntry, x: float, y: float, side: float) -> Shape:
    assert entry.paint is not None
    if entry.round:
        return Circle(x + side / 2, y - 4, side / 2 - 1, entry.paint)
    return Rect(x, y - side + 2, side, side, entry.paint)
