"""Single figures, made to be pasted: the number large, and all that belongs to it."""

import math
from typing import NamedTuple

import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.figure_chart import FigureChart, are_chartable, figures_table
from jjjviewer.charts.formatting import (
    amount,
    attribution,
    figure_description,
    is_unclear,
    status,
    title_amount,
)
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Mark, Paint, Rect, Shape, Text
from jjjviewer.charts.style import SIZES, Style, region_colors
from jjjviewer.charts.text import LEADING, elide, width, wrap
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask, count
from jjjviewer.model.view import View

_MOST = 4
_LARGEST, _ENOUGH, _SMALLEST = 96, 28, 16
"""Sizes of numbers; from the second on one is large, and more lines matter less than that."""
_RULE = 5.0
_GAP = 22.0
_LINES = 3
_WIDE = 1.2
"""Width of a body for its height, from which on cards stand side by side."""


class Card(FigureChart):
    """Only where a few figures are all there is: none is then left out."""

    id = "card"

    @property
    def name(self) -> str:
        return tr("Card")

    def accepts(self, view: View) -> bool:
        return 1 <= count(self.charted(view)) <= _MOST

    def belongs(self, view: View) -> Mask:
        return view.which(are_chartable)

    def title(self, view: View) -> str:
        rows, top = self.natural(view), self.first(view)
        if len(rows) == 1:
            return top.measure
        first = f"{top.measure}: {title_amount(top)}"
        if len(rows) == 2:
            return tr("{first}, and another figure", first=first)
        return tr("{first}, and {count} other figures", first=first, count=len(rows) - 1)

    def subtitle(self, view: View) -> str:
        rows, top = self.natural(view), self.first(view)
        if len(rows) == 1:
            return _about(top)
        return tr("Single figures, each in its own unit")

    def table(self, view: View) -> pd.DataFrame:
        return figures_table(view, self.rows(view), lambda row: row.value, tr("Value"))

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        rows = view.dataset.figure_rows.of(self.rows(view))
        made = _arranged(rows, scene.body)
        colors = region_colors(view.dataset.provinces, style)
        # All are as high as the highest of them, which stands in the middle of its place.
        spare = max(0.0, made.areas[0].height() - made.height)
        for row, card, place in zip(rows, made.cards, made.areas, strict=True):
            area = place.adjusted(0, spare / 2, 0, -spare / 2)
            shapes, hit = _shapes(card, made.size, area, colors[row.province], style)
            scene.add(Mark((row.figure_id,), figure_description(row), tuple(shapes), hit))
        return []


class _Words(NamedTuple):
    """What stands on a card, from the top: what is measured, the number, and small lines."""

    head: list[str]
    number: str
    small: list[str]

    def height(self, size: int) -> float:
        lines = len(self.head) + len(self.small)
        return size * LEADING + lines * SIZES.subtitle * LEADING


class _Arrangement(NamedTuple):
    """Cards with their places, and the size of their numbers."""

    areas: list[QRectF]
    cards: list[_Words]
    size: int

    @property
    def height(self) -> float:
        """Of the highest card, in pixels."""
        return max(card.height(self.size) for card in self.cards)

    @property
    def worth(self) -> tuple[bool, bool]:
        """How good it is: the numbers are large and all lines have room, and none is cut."""
        lines = (line for card in self.cards for line in (*card.head, *card.small))
        roomy = self.size >= _ENOUGH and self.height <= self.areas[0].height()
        return roomy, roomy and not any(line.endswith("…") for line in lines)


def _arranged(rows: list[FigureRow], body: QRectF) -> _Arrangement:
    """Arrange cards as suits the page, or otherwise where their words need more room."""
    found = [_in_columns(rows, body, across) for across in _columns(body, len(rows))]
    return max(found, key=lambda each: each.worth)


def _columns(body: QRectF, count: int) -> list[int]:
    """Return the numbers of columns that cards may have: what suits the page comes first."""
    beside = body.width() > _WIDE * body.height()
    return [2 if count == _MOST else count if beside else 1, 1]


def _in_columns(rows: list[FigureRow], body: QRectF, across: int) -> _Arrangement:
    areas = _areas(body, len(rows), across)
    room = areas[0].width() - _GAP
    cards = [_words(row, room, alone=len(rows) == 1) for row in rows]
    lines = max(len(card.head) for card in cards)
    # The numbers of a row stand side by side, however long what is over them.
    cards = [card._replace(head=_padded(card.head, lines)) for card in cards]
    return _Arrangement(areas, cards, _number_size(cards, room, areas[0].height()))


def _words(row: FigureRow, room: float, *, alone: bool) -> _Words:
    """Return the text of a card; of a single card the page header says part of it."""
    size = SIZES.subtitle
    lines = [tr("{who}, printed “{printed}”", who=attribution(row), printed=row.printed)]
    if is_unclear(row) or row.note:
        lines.append(row.note or tr("The text leaves this unclear."))
    if alone:
        head = []
    else:
        head = wrap(row.measure, room, size, bold=True, lines=_LINES)
        lines.insert(0, _about(row))
    small = [part for line in lines for part in wrap(line, room, size, lines=_LINES)]
    return _Words(head, amount(row), small)


def _padded(lines: list[str], count: int) -> list[str]:
    return [""] * (count - len(lines)) + lines


def _about(row: FigureRow) -> str:
    whole = tr("of {whole}", whole=row.denominator) if row.denominator else ""
    return ", ".join(part for part in (status(row), whole, row.period_text, row.place) if part)


def _areas(body: QRectF, count: int, across: int) -> list[QRectF]:
    """Return the rectangles of cards in a number of columns."""
    down = math.ceil(count / across)
    wide = (body.width() + _GAP) / across - _GAP
    high = (body.height() + _GAP) / down - _GAP
    places = (divmod(at, across) for at in range(count))
    return [
        QRectF(body.left() + column * (wide + _GAP), body.top() + row * (high + _GAP), wide, high)
        for row, column in places
    ]


def _number_size(cards: list[_Words], room: float, height: float) -> int:
    """Return the largest font size in which all numbers fit; one size, since they are compared."""
    for size in range(_LARGEST, _SMALLEST, -1):
        narrow = all(width(card.number, size, bold=True) <= room for card in cards)
        if narrow and (size <= _ENOUGH or all(card.height(size) <= height for card in cards)):
            return size
    return _SMALLEST


def _shapes(
    card: _Words, size: int, area: QRectF, color: str, style: Style
) -> tuple[list[Shape], QRectF]:
    """Draw a card beside a rule in its region's colour; return it with the area it takes."""
    step = SIZES.subtitle * LEADING
    fitting = max(0, int((area.height() - size * LEADING) / step) - len(card.head))
    card = card._replace(small=card.small[:fitting])
    height = card.height(size)
    top = area.top()
    left, room = area.left() + _GAP, area.width() - _GAP
    shapes: list[Shape] = [Rect(area.left(), top, _RULE, height, Paint(color))]
    y = top
    for line in card.head:
        y += step
        if line:
            base = y - 0.3 * SIZES.subtitle
            shapes.append(Text(left, base, line, SIZES.subtitle, style.text, bold=True))
    number = elide(card.number, room, size, bold=True)
    shapes.append(Text(left, y + 0.88 * size, number, size, style.text, bold=True))
    y += size * LEADING
    for line in card.small:
        y += step
        shapes.append(Text(left, y - 0.3 * SIZES.subtitle, line, SIZES.subtitle, style.muted))
    return shapes, QRectF(area.left(), top, area.width(), height)
