"""One number of a card: its type, broken into lines for a width."""

from typing import NamedTuple

from jjjviewer.charts.numbers import qualifier_words
from jjjviewer.charts.shapes import Line, Paint, Shape, Text
from jjjviewer.charts.style import Pair, Sizes, Style
from jjjviewer.charts.text import width, wrap
from jjjviewer.charts.translation import spaced
from jjjviewer.model.row_types import FigureRow

_BEFORE = 0.55
"""Size of an earlier number, of the later one's, where both are on one card."""
_ARROW = 34.0
_LEAST_SIZE = 12
_MOST_LINES = 12
"""As many lines as a text may have; none is longer than that."""
_LINE, _DETAIL_LINE, _BELOW = 20.0, 17.0, 12.0
"""Height of a line, of one in smaller type, and the gap below a number, in pixels."""


class Time(NamedTuple):
    """When a value was so: in words, and the date where that says more."""

    words: str
    date: str


class NumberItem(NamedTuple):
    """A figure as a large number with its texts; or an earlier and a later one."""

    figure: FigureRow
    number: str
    unit: str
    """Scale word and unit, where the label does not say it."""
    label: str
    details: tuple[str, ...]
    """In smaller type: of what, when, status, who."""
    words: str
    earlier: FigureRow | None = None
    before: str = ""
    """The earlier number."""
    change: str = ""
    beside: str = ""
    """Scale word and unit, where they stand beside the number."""
    times: tuple[Time, Time] = (Time("", ""), Time("", ""))
    """When the earlier and the later value were so."""

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of the figures, the later one first."""
        ids = (self.figure.figure_id,)
        return ids if self.earlier is None else (*ids, self.earlier.figure_id)

    @property
    def tight(self) -> "NumberItem":
        """The same in fewer lines, for a low page."""
        return self._replace(unit="", beside=self.unit, label=self.figure.short_label)

    @property
    def is_share(self) -> bool:
        """Whether its values are shares of a whole, so that they can be drawn within it."""
        figures = [each for each in (self.figure, self.earlier) if each is not None]
        return all(
            each.dimension == "share"
            and each.quantity_kind == "share"
            and each.value_high in (None, each.value)
            and 0 <= each.value <= 100
            for each in figures
        )


class NumberLine(NamedTuple):
    """A number with the words before it, on one baseline, as large as fits a width."""

    item: NumberItem
    size: int
    sign: str

    @property
    def height(self) -> float:
        """From the baseline up, in pixels."""
        return 0.78 * self.size

    def shapes(
        self, x: float, baseline: float, pair: Pair, color: str, style: Style
    ) -> list[Shape]:
        """Return what is drawn from `x` on, the later number in a colour."""
        size, item = self.size, self.item
        small = _small(size)
        shapes: list[Shape] = []
        if item.before and item.earlier is not None:
            before = round(_BEFORE * size)
            text = spaced((*qualifier_words(item.earlier), item.before))
            shapes.append(Text(x, baseline, text, before, pair.quiet, bold=True))
            x += width(text, before, bold=True)
            gap, y = _ARROW * size / 60, baseline - 0.26 * size
            shapes += arrow(x + 0.2 * gap, x + 0.8 * gap, y, style.text, size / 60)
            x += gap
        words = qualifier_words(item.figure)
        for number, word in enumerate(words):
            y = baseline - (len(words) - 1 - number) * 1.15 * small
            shapes.append(Text(x, y, word, small, color, bold=True))
        x += _stack_width(words, small)
        shapes.append(Text(x, baseline, item.number, size, color, bold=True))
        x += width(item.number, size, bold=True)
        if self.sign:
            high, tiny = baseline - 0.38 * size, _sign_size(size)
            shapes.append(Text(x + 3, high, self.sign, tiny, style.muted, bold=True))
            x += 3 + width(self.sign, tiny, bold=True)
        if item.beside:
            x += 0.25 * size
            shapes.append(Text(x, baseline, item.beside, _beside_size(size), color, bold=True))
        return shapes


def number_line(item: NumberItem, room: float, size: int, sign: str) -> NumberLine:
    """Return a number at a size, or smaller where it would be wider than `room` pixels."""
    while size > _LEAST_SIZE and _line_width(item, size, sign) > room:
        size -= 1
    return NumberLine(item, size, sign)


def arrow(x1: float, x2: float, y: float, color: str, scale: float) -> list[Shape]:
    """Return an arrow to the right."""
    paint = Paint(stroke=color, stroke_width=max(1.2, 2 * scale))
    head = 7 * scale
    return [
        Line(x1, y, x2, y, paint),
        Line(x2 - head, y - head, x2, y, paint),
        Line(x2 - head, y + head, x2, y, paint),
    ]


class CardText(NamedTuple):
    """The lines below a number."""

    unit: list[str]
    label: list[str]
    details: list[str]

    def height(self, sizes: Sizes) -> float:
        """From the number's baseline to the last line's descender, in pixels."""
        lines = len(self.unit) + len(self.label)
        return sizes(_BELOW + _LINE * lines + _DETAIL_LINE * len(self.details) + 5)

    def shapes(self, x: float, baseline: float, sizes: Sizes, style: Style) -> list[Shape]:
        """Return the lines, below the baseline of the number."""
        y = baseline + sizes(_BELOW)
        shapes: list[Shape] = []
        for line in (*self.unit, *self.label):
            y += sizes(_LINE)
            is_unit = len(shapes) < len(self.unit)
            shapes.append(Text(x, y, line, sizes.label, style.text, bold=is_unit))
        y += sizes(1)
        for line in self.details:
            y += sizes(_DETAIL_LINE)
            shapes.append(Text(x, y, line, round(sizes(13)), style.muted))
        return shapes


def card_text(item: NumberItem, room: float, sizes: Sizes) -> CardText:
    """Break the texts of a number into lines of at most `room` pixels."""
    size = sizes.label
    unit = wrap(item.unit, room, size, bold=True, lines=_MOST_LINES) if item.unit else []
    name = wrap(item.label, room, size, lines=_MOST_LINES)
    details = [
        line
        for text in item.details
        for line in wrap(text, room, round(sizes(13)), lines=_MOST_LINES, even=False)
    ]
    return CardText(unit, name, details)


def _small(size: int) -> int:
    return max(_LEAST_SIZE, round(0.3 * size))


def _stack_width(words: tuple[str, ...], size: int) -> float:
    if not words:
        return 0.0
    return max(width(word, size, bold=True) for word in words) + 0.5 * size


def _line_width(item: NumberItem, size: int, sign: str) -> float:
    wide = width(item.number, size, bold=True) + _stack_width(
        qualifier_words(item.figure), _small(size)
    )
    if item.before and item.earlier is not None:
        text = spaced((*qualifier_words(item.earlier), item.before))
        wide += width(text, round(_BEFORE * size), bold=True) + _ARROW * size / 60
    if item.beside:
        wide += 0.25 * size + width(item.beside, _beside_size(size), bold=True)
    return wide + (width(sign, _sign_size(size), bold=True) + 3 if sign else 0.0)


def _sign_size(size: int) -> int:
    return max(_LEAST_SIZE, round(0.42 * size))


def _beside_size(size: int) -> int:
    return max(_LEAST_SIZE, round(0.5 * size))
