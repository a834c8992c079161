"""The scene: a page with header, plot and notes as a list of shapes, painted on any device."""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from jjjviewer.charts.shapes import Circle, Line, Mark, Paint, Rect, Shape, Text
from jjjviewer.charts.style import Page, Sizes, Style
from jjjviewer.charts.text import elide, width, wrap

if TYPE_CHECKING:
    from jjjviewer.charts.layouts.time_axis import TimeAxis
    from jjjviewer.charts.maps.projection import Projection

_HEAD_LINES, _NARROW_HEAD_LINES = 2, 3
"""Lines of a title at most, and of a subtitle."""
_NARROW = 800
"""Width of a page, in pixels at a type unit of 1, below which title and rows take more lines."""
_SMALLER_TITLES = (0.83, 0.7)
"""Sizes of type of titles that are too long for the usual one, as shares of it."""
_NOTE_LINES, _LOW_NOTE_LINES = 6, 4
"""Lines of notes and source at most; the source is always whole."""
_MOST_LINES = 20
_LOW = 480
"""Height of a page, in pixels at a type unit of 1, below which title and notes take less."""
_LEAST_PART = 0.45
"""Least width of the shorter line of a title that is broken at a comma, to the longer one."""
_CLAUSE = re.compile(r"[:;,] |[，：；]")
_REACH = 4.0
"""Greatest distance from the mouse to the line of a mark, in pixels of the page."""
_OUTLINE = 8.0
"""How far strokes, halos and overhanging letters may reach beyond a shape, in pixels."""
_SWATCH = (15, 10)
"""Width and height of a swatch, in pixels."""


class LegendEntry(NamedTuple):
    """One entry of a legend: a swatch, painted as the marks are, and its meaning."""

    words: str
    paint: Paint
    round: bool = False
    shape: Callable[[QRectF, Paint], Sequence[Shape]] | None = None
    """Draws another swatch than a plain one."""
    status: str = ""
    """The status of what it stands for, if that is one."""
    target: str = ""
    """The id that selects what it stands for, if there is one."""
    records: tuple[str, ...] = ()
    """What it stands for, where that is neither one status nor one id."""

    @property
    def leads(self) -> bool:
        """Whether a click on it shows or chooses what it stands for."""
        return bool(self.status or self.target or self.records)


class Scene:
    """A page of fixed logical size; layouts add shapes to its `body`.

    Attributes:
        page, style, sizes: size, colours and sizes of type of the page.
        fills: whether what is plotted grows until it fills the page.
        shapes: everything on the page, in painting order.
        body: the free area between header and notes, in pixels of the page.
        title, subtitle, description: texts for the header and the file's metadata.
        notes: all of them, also where they are not drawn, or not whole.
        headline: the keys of the marks that the title is about.
        signs: the sign that leads from a record to its note, by the id of the record.
        language: of the texts.
        legend: the entries of the legend that are drawn in lines, each with its area.
        projection: the projection of the map, if the chart is one.
        time_axis: the scale of time, if the chart is a timeline.
    """

    def __init__(self, page: Page, style: Style, larger: float = 1.0, *, fills: bool = True):
        self.page, self.style, self.fills = page, style, fills
        self.sizes = Sizes(page.unit * larger)
        self.signs: Mapping[str, str] = {}
        self.shapes: list[Shape | Mark] = []
        self.legend: list[tuple[QRectF, LegendEntry]] = []
        self.headline: tuple[str, ...] = ()
        self.language = "en"
        self.projection: Projection | None = None
        self.time_axis: TimeAxis | None = None
        self.title = self.subtitle = self.description = self.notes = ""
        unit, margin = self.sizes, self.sizes.margin
        self.body = QRectF(margin, unit(24), page.width - 2 * margin, page.height - unit(42))

    @property
    def is_narrow(self) -> bool:
        """Whether labels stand above their bars, for want of width."""
        return self.page.width < _NARROW * self.sizes.unit

    @property
    def is_low(self) -> bool:
        """Whether header and notes leave little room."""
        return self.page.height < _LOW * self.sizes.unit

    @property
    def marks(self) -> list[Mark]:
        """The marks, in painting order: the last one lies on top."""
        return [shape for shape in self.shapes if isinstance(shape, Mark)]

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of all records that the marks stand for."""
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
        if area := next((mark for mark in marks if mark.hit.contains(x, y)), None):
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

    def add_legend(self, entries: Sequence[LegendEntry], right: float, baseline: float) -> None:
        """Add a legend in one line that ends at the right."""
        self.add(*legend_shapes(entries, right, baseline, self.style, self.sizes))
        x, high = right - legend_width(entries, self.sizes), 1.5 * self.sizes.detail
        for entry in entries:
            wide = _entry_width(entry, self.sizes)
            self.legend.append((QRectF(x, baseline - 0.75 * high, wide, high), entry))
            x += wide

    def add_header(self, *, has_room: bool = False) -> None:
        """Add title and subtitle at the top; the body shrinks, with room as for any title."""
        sizes, left, room = self.sizes, self.body.left(), self.body.width()
        size = sizes.title
        lines = self._title_lines(size)
        for share in _SMALLER_TITLES:
            if lines[-1].endswith("…") or (self.is_low and size == sizes.title):
                size = round(share * sizes.title)
                lines = self._title_lines(size)
        y = sizes(46) - sizes(30)
        for line in lines:
            y += 1.25 * size
            self.add(Text(left, y, line, size, self.style.text, bold=True))
        y += sizes(4)
        for line in wrap(self.subtitle, room, sizes.subtitle, lines=self._most_lines, even=False):
            y += sizes(20)
            self.add(Text(left, y, line, sizes.subtitle, self.style.muted))
        spare = self._most_lines * sizes.title - len(lines) * size if has_room else 0.0
        self.body.setTop(y + 1.25 * max(spare, 0.0) + sizes(20))

    @property
    def _most_lines(self) -> int:
        return _NARROW_HEAD_LINES if self.is_narrow else _HEAD_LINES

    def _title_lines(self, size: int) -> list[str]:
        room = self.body.width()
        if width(self.title, size, bold=True) <= room:
            return [self.title]
        lines = _at_clause(self.title, room, size)
        return lines or wrap(self.title, room, size, bold=True, lines=self._most_lines)

    def holds_notes(self, notes: Sequence[str], source: str) -> bool:
        """Return whether there is room for some notes above the source."""
        room, size = self.body.width(), self.sizes.note
        lines, last = (
            wrap(words, room, size, lines=_MOST_LINES, even=False)
            for words in (" ".join([*notes, "…"]), source)
        )
        return len(lines) <= self._note_lines(last)

    def _note_lines(self, source: Sequence[str]) -> int:
        """Return how many lines of notes there may be above those of the source."""
        return max(1, (_LOW_NOTE_LINES if self.is_low else _NOTE_LINES) - len(source))

    def add_notes(self, notes: Sequence[str], source: str) -> None:
        """Add small lines under a hairline at the bottom; the body shrinks.

        The source is always whole; of too many notes the first ones are.
        """
        sizes, left, room = self.sizes, self.body.left(), self.body.width()
        size = sizes.note
        last = wrap(source, room, size, lines=_MOST_LINES, even=False)
        lines = [*_fitting(notes, room, size, self._note_lines(last)), *last]
        first = self.page.height - sizes(18) - (len(lines) - 1) * sizes(15)
        rule = first - sizes(17)
        self.add(Line(left, rule, left + room, rule, Paint(stroke=self.style.grid, stroke_width=1)))
        for number, line in enumerate(lines):
            self.add(Text(left, first + number * sizes(15), line, size, self.style.muted))
        self.body.setBottom(first - sizes(27))

    def render(
        self, painter: QPainter, *, background: bool = True, within: QRectF | None = None
    ) -> None:
        """Paint the page; one unit of the painter is one pixel of the page.

        Args:
            painter: paints on any device.
            background: whether the page's ground is painted, too.
            within: the part of the page that is in sight; None for all of it.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        if background:
            page = QRectF(0, 0, self.page.width, self.page.height)
            painter.fillRect(page, QColor(self.style.background))
        for shape in self.shapes:
            if within is None or _is_in_sight(shape, within):
                shape.draw(painter)


def _is_in_sight(shape: Shape | Mark, within: QRectF) -> bool:
    """Return whether some of a shape may lie in a part of the page."""
    area = within.adjusted(-_OUTLINE, -_OUTLINE, _OUTLINE, _OUTLINE)
    parts = shape.shapes if isinstance(shape, Mark) else (shape,)
    # A straight line has a rectangle without width or height, which meets nothing.
    return any(area.intersects(part.rect.adjusted(-1, -1, 1, 1)) for part in parts)


def _fitting(notes: Sequence[str], room: float, size: int, most: int) -> list[str]:
    """Return the lines of as many whole notes as fit; of the first one what does."""
    for count in range(len(notes), 0, -1):
        more = ["…"] if count < len(notes) else []
        words = " ".join([*notes[:count], *more])
        lines = wrap(words, room, size, lines=_MOST_LINES, even=False)
        if len(lines) <= most:
            return lines
    if not notes:
        return []
    return [*lines[: most - 1], elide(" ".join(lines[most - 1 :]), room, size)]


def _at_clause(title: str, room: float, size: int) -> list[str]:
    """Return a title in two lines, broken where its sentence does, or nothing.

    A break at a comma must leave lines of similar width.
    """
    found = []
    for sign in _CLAUSE.finditer(title):
        lines = [title[: sign.end()].rstrip(), title[sign.end() :]]
        short, long = sorted(width(line, size, bold=True) for line in lines)
        is_strong = sign.group()[0] in ":;：；"
        if lines[1] and long <= room and (is_strong or short >= _LEAST_PART * long):
            found.append((not is_strong, long, lines))
    return min(found)[-1] if found else []


def legend_width(entries: Sequence[LegendEntry], sizes: Sizes) -> float:
    """Return the width of a legend in one line, in pixels."""
    return sum(_entry_width(each, sizes) for each in entries) - sizes(18) * bool(entries)


def legend_lines(
    entries: Sequence[LegendEntry], room: float, sizes: Sizes
) -> list[list[LegendEntry]]:
    """Divide the entries of a legend among lines of a width, in pixels."""
    lines: list[list[LegendEntry]] = [[]]
    for entry in entries:
        if lines[-1] and legend_width([*lines[-1], entry], sizes) > room:
            lines.append([])
        lines[-1].append(entry)
    return lines


def legend_shapes(
    entries: Sequence[LegendEntry], right: float, baseline: float, style: Style, sizes: Sizes
) -> Iterator[Shape]:
    """Yield a legend in one line that ends at the right."""
    x = right - legend_width(entries, sizes)
    wide, high = map(sizes, _SWATCH)
    for entry in entries:
        middle = baseline - 0.35 * sizes.detail
        if entry.round:
            yield Circle(x + wide / 2, middle, high / 2, entry.paint)
        elif entry.shape:
            yield from entry.shape(QRectF(x, middle - high / 2, wide, high), entry.paint)
        else:
            yield Rect(x, middle - high / 2, wide, high, entry.paint)
        yield Text(x + wide + sizes(6), baseline, entry.words, sizes.detail, style.muted)
        x += _entry_width(entry, sizes)


def _entry_width(entry: LegendEntry, sizes: Sizes) -> float:
    return sizes(_SWATCH[0] + 6) + width(entry.words, sizes.detail) + sizes(18)
