"""Layout of labelled rows: positions and size of type, so that as many as possible fit."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF

from jjjviewer.charts.facets import Facet, foremost
from jjjviewer.charts.style import SIZES
from jjjviewer.charts.text import elide, width, wrap
from jjjviewer.model.row_types import FigureRow

AXIS_ROOM = 24
GAP = 10
HEAD = 30
"""Height of the head of a facet, in pixels."""
LINE = 1.15
"""Line height of labels, in sizes of type."""
_TALLEST_ROW = 120
_LEAST_PLOT = 60.0
_WIDEST_TEXT = 0.45
"""Greatest share of the body's width for a number or a note after a mark."""
_LABEL_SHARES = (0.36, 0.43, 0.5)
"""Shares of the body's width for labels, tried in turn; wider ones take fewer lines."""
_LABEL_LINES = 3
_STACKED_BELOW = 740
"""Width of the body, in pixels, below which a note stands under its number."""


class TypeSizes(NamedTuple):
    """Sizes of type, in pixels: of labels and numbers, and of notes."""

    label: int
    note: int
    ample: float
    """Least share of the body's width for the plot."""

    @property
    def least_row(self) -> float:
        """Least height of a row with a label of one line, in pixels."""
        return self.label * LINE + 6

    @property
    def least_stacked(self) -> float:
        """Least height of a row with a note under the number, in pixels."""
        return (self.label + self.note) * LINE + 8


_TYPES = (
    TypeSizes(16, 13, ample=0.4),
    TypeSizes(SIZES.label, SIZES.small, ample=0.18),
    TypeSizes(SIZES.small, SIZES.footer, ample=0.18),
)
"""Sizes to try, largest first: rows that do not fit would be lost."""


class RowText(NamedTuple):
    """The texts beside a mark: label, the line under it, number and note."""

    label: str
    under: str
    value: str
    note: str


class LaidRow(NamedTuple):
    """A figure with its texts, broken into lines."""

    figure: FigureRow
    label: tuple[str, ...]
    under: tuple[str, ...]
    value: str
    note: str

    @property
    def texts(self) -> tuple[str, ...]:
        """All lines."""
        return (*self.label, *self.under, self.value, self.note)

    def height(self, type_: TypeSizes) -> float:
        """Return the least height of the row, in pixels."""
        return (len(self.label) * type_.label + len(self.under) * type_.note) * LINE + 6


@dataclass(frozen=True)
class Layout:
    """Positions of rows and heads of facets, counted in rows from the top of the plot."""

    area: QRectF
    count: float
    """Height of the plot, in rows; heads of facets count as fractions of rows."""
    places: list[tuple[float, LaidRow]]
    heads: list[tuple[float, str]]
    type: TypeSizes
    stacked: bool


def most_rows(body: QRectF) -> int:
    """Return the greatest number of rows that a body could hold."""
    return int(body.height() / _TYPES[-1].least_row)


def lay_rows(
    body: QRectF, facets: Sequence[Facet[FigureRow]], words: Callable[[FigureRow], RowText]
) -> Layout:
    """Divide a body into labels, plot, and room for the texts after the marks.

    Of all layouts the best is one that leaves the plot legible, shows most rows, elides no text,
    and uses the largest type; rows at the end of the facets are left out.
    """
    best, most = None, (False, False, 0, False, 0.0)
    for layout in _layouts(body, facets, words):
        score = _score(layout, body)
        if best is None or score > most:
            best, most = layout, score
        if most[:4] == (True, True, _count(facets), True):
            break
    assert best is not None
    return best


def _score(layout: Layout, body: QRectF) -> tuple[bool, bool, int, bool, float]:
    """Return a score by which layouts are compared; of narrow plots the widest is best."""
    wide = layout.area.width()
    is_ample = wide >= layout.type.ample * body.width()
    rows = [row for _, row in layout.places]
    is_uncut = not any(text.endswith("…") for row in rows for text in row.texts)
    return wide > _LEAST_PLOT, is_ample, len(rows), is_uncut, 0.0 if is_ample else wide


def _layouts(
    body: QRectF, facets: Sequence[Facet[FigureRow]], words: Callable[[FigureRow], RowText]
) -> Iterator[Layout]:
    height = body.height() - AXIS_ROOM
    stacked = body.width() < _STACKED_BELOW
    for type_ in _TYPES:
        least = type_.least_stacked if stacked else type_.least_row
        if type_ != _TYPES[-1] and _count(facets) * least + _heads_height(facets) > height:
            continue
        for share in _LABEL_SHARES:
            rows = _set(facets, words, share, body.width(), type_)
            shown = _fitting(rows, height, type_, least)
            yield _placed(body, shown, share * body.width(), type_, stacked)


def _set(
    facets: Sequence[Facet[FigureRow]],
    words: Callable[[FigureRow], RowText],
    share: float,
    room: float,
    type_: TypeSizes,
) -> list[Facet[LaidRow]]:
    """Return facets of rows, their texts broken into lines or elided."""

    def lines(text: str, size: int) -> tuple[str, ...]:
        return tuple(wrap(text, share * room, size, lines=_LABEL_LINES)) if text else ()

    def row(figure: FigureRow) -> LaidRow:
        texts = words(figure)
        value = elide(texts.value, _WIDEST_TEXT * room, type_.label, bold=True)
        note = elide(texts.note, _WIDEST_TEXT * room, type_.note)
        label, under = lines(texts.label, type_.label), lines(texts.under, type_.note)
        return LaidRow(figure, label, under, value, note)

    return [Facet(facet.name, [row(figure) for figure in facet.rows]) for facet in facets]


def _fitting(
    facets: Sequence[Facet[LaidRow]], height: float, type_: TypeSizes, least: float
) -> list[Facet[LaidRow]]:
    """Return the first rows that fit, all as tall as the tallest of them."""
    for count in range(_count(facets), 1, -1):
        some = foremost(facets, count)
        tall = max(least, *(row.height(type_) for facet in some for row in facet.rows))
        if count * tall + _heads_height(some) <= height:
            return some
    return foremost(facets, 1)


def _placed(
    body: QRectF,
    facets: Sequence[Facet[LaidRow]],
    label_room: float,
    type_: TypeSizes,
    stacked: bool,
) -> Layout:
    rows = [row for facet in facets for row in facet.rows]
    label_width = max(
        *(width(line, type_.label) for row in rows for line in row.label),
        *(width(line, type_.note) for row in rows for line in row.under),
        *(min(width(facet.name, SIZES.label, bold=True), label_room) for facet in facets),
    )
    height = body.height() - AXIS_ROOM
    tall = min(height, len(rows) * _TALLEST_ROW + _heads_height(facets))
    left = body.left() + label_width + GAP
    room = body.right() - left - max(text_room(row, type_, stacked=stacked) for row in rows)
    area = QRectF(left, body.top() + (height - tall) / 2, max(room, _LEAST_PLOT), tall)
    row_height = (tall - _heads_height(facets)) / len(rows)
    places, heads, at = [], [], 0.0
    for facet in facets:
        if facet.name:
            heads.append((at, facet.name))
            at += HEAD / row_height
        for row in facet.rows:
            places.append((at, row))
            at += 1
    return Layout(area, at, places, heads, type_, stacked)


def text_room(row: LaidRow, type_: TypeSizes, *, stacked: bool) -> float:
    """Return the width of the texts after a mark, with the gap before them, in pixels."""
    value, note = width(row.value, type_.label, bold=True), width(row.note, type_.note)
    return 18 + (max(value, note) if stacked else value + note + 8)


def _count(facets: Sequence[Facet[FigureRow]] | Sequence[Facet[LaidRow]]) -> int:
    return sum(len(facet.rows) for facet in facets)


def _heads_height(facets: Sequence[Facet[FigureRow]] | Sequence[Facet[LaidRow]]) -> float:
    return HEAD * sum(bool(facet.name) for facet in facets)
