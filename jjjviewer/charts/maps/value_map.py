"""Figures on a map: circles whose area is the value, or numbers, by their places."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.formatting import amount, in_words
from jjjviewer.charts.maps import basemap
from jjjviewer.charts.maps.hit_areas import square
from jjjviewer.charts.maps.label_placement import Board, facing
from jjjviewer.charts.maps.viewports import Sheet
from jjjviewer.charts.mark_style import look_of
from jjjviewer.charts.scene import Figure
from jjjviewer.charts.shapes import Circle, Ink, Line, Look, Mark, Text
from jjjviewer.charts.style import SIZES, Style, region_colors
from jjjviewer.charts.text import LEADING, width, wrap
from jjjviewer.model.view import View

_LARGEST, _SHARE = 38.0, 0.12
"""Radius of the largest circle: at most so many pixels, or such a share of the sheet's side."""
_SPOT, _PAD = 3.0, 3.0
_GAP, _BETWEEN = 6.0, 5.0
"""In pixels: between a circle and its words, and between the figures of a place."""
_WIDEST = 150.0


class Values:
    """Figures on one sheet.

    Args:
        figure: the page.
        view: what is selected; it has an atlas.
        sheet: the part of the page.
        places: those of known position, by id.
    """

    def __init__(
        self,
        figure: Figure,
        view: View,
        sheet: Sheet,
        places: Mapping[str, Any],
    ) -> None:
        self._figure, self._view, self._sheet = figure, view, sheet
        self._places = places
        self._style = figure.style
        self._colors = region_colors(tuple(view.provinces), figure.style)
        self._board = Board(sheet.room, figure.style)

    def draw(self, rows: Iterable[Any], *, by_area: bool) -> int:
        """Draw figures by their places, the largest first.

        Args:
            rows: the figures.
            by_area: whether a circle shows the value.

        Returns:
            How many found room.
        """
        assert self._view.atlas is not None
        sheet, style = self._sheet, self._style
        ranked = sorted(rows, key=lambda row: -row.base_value)
        by_place: dict[str, list[Any]] = defaultdict(list)
        for row in ranked:
            by_place[row.spot].append(row)
        shown = [id_ for id_ in by_place if sheet.shows(id_)]
        for id_ in shown:
            self._board.block(square(sheet.at[id_], _SPOT))
        side = min(sheet.room.width(), sheet.room.height())
        unit = min(_LARGEST, _SHARE * side) / math.sqrt(ranked[0].base_value) if by_area else 0
        inks = [ink for id_ in shown for ink in self._place(sheet.at[id_], by_place[id_], unit)]
        marks = [ink for ink in inks if isinstance(ink, Mark)]
        words = [
            ink.rect.adjusted(-2, -2, 2, 2)
            for mark in marks
            for ink in mark.inks
            if isinstance(ink, Text)
        ]
        self._figure.add(
            *basemap.outlines(sheet, self._view.atlas.outlines, self._colors, style),
            basemap.border(sheet.room, style.grid),
            *self._dots(by_place.keys(), words),
            *inks,
        )
        return len(marks)

    def _dots(self, ids: Collection[str], words: Sequence[QRectF]) -> Iterator[Ink]:
        """All places: a figure without a place, or a place without a figure, is no zero.

        Those without are left out below words, which they would spoil.
        """
        faint, dark = Look(self._style.axis), Look(self._style.text)
        for id_ in self._places:
            if not self._sheet.shows(id_):
                continue
            at = self._sheet.at[id_]
            if id_ in ids:
                yield Circle(at.x(), at.y(), _SPOT, dark)
            elif not any(area.contains(at) for area in words):
                yield Circle(at.x(), at.y(), 2, faint)

    def _place(self, at: QPointF, rows: Sequence[Any], unit: float) -> list[Ink | Mark]:
        """The figures of a place beside it, below one another, as many as there is room for.

        Args:
            at: the place on the page.
            rows: its figures, the largest first.
            unit: the radius of a circle for the value 1; 0 for no circles.
        """
        entries = [self._entry(row, unit) for row in rows]
        for count in range(len(entries), 0, -1):
            some = entries[:count]
            lead = 2 * max(entry.radius for entry in some)
            gap = _GAP if lead else 0
            wide = 2 * _PAD + lead + gap + max(entry.wide for entry in some)
            area = self._board.find(at, _SPOT, wide, sum(entry.high for entry in some))
            if area is None:
                continue
            bracket = _bracket(at, area, self._style)
            inks: list[Ink | Mark] = [
                *(bracket if count > 1 else self._board.leader(at, _SPOT, area))
            ]
            top, left = area.top(), area.left() + _PAD
            for entry in some:
                middle = QPointF(left + lead / 2, top + entry.high / 2)
                inks.append(self._mark(entry, middle, left + lead + gap))
                top += entry.high
            return inks
        return []

    def _entry(self, row: Any, unit: float) -> "_Entry":
        style, size = self._style, SIZES.small
        value = Text(0, 0, amount(row), size, style.text, bold=True, halo=style.background)
        words = wrap(row.measure, _WIDEST, size, lines=3, even=False)
        halo = style.background
        lines = (value, *(Text(0, 0, line, size, style.muted, halo=halo) for line in words))
        radius = max(unit * math.sqrt(max(row.base_value, 0)), 1.0) if unit else 0.0
        return _Entry(row, radius, lines)

    def _mark(self, entry: "_Entry", middle: QPointF, left: float) -> Mark:
        """A figure at its place in the list: its circle, if it has one, and its words."""
        inks: list[Ink] = []
        if entry.radius:
            look = look_of(entry.row, self._colors[entry.row.province], self._style)
            inks.append(Circle(middle.x(), middle.y(), entry.radius, look))
        step = SIZES.small * LEADING
        first = middle.y() - step * len(entry.lines) / 2 + 0.78 * step
        inks += [line._replace(x=left, y=first + at * step) for at, line in enumerate(entry.lines)]
        start = middle.x() - entry.radius
        hit = QRectF(start, middle.y() - entry.high / 2, left - start + entry.wide, entry.high)
        return Mark((entry.row.figure_id,), in_words(entry.row), tuple(inks), hit)


def _bracket(at: QPointF, area: QRectF, style: Style) -> list[Ink]:
    """A rule along the side of a list that faces its place, joined with that."""
    look = Look(stroke=style.muted, stroke_width=0.8)
    end = facing(at, area)
    x, y = end.x(), end.y()
    if area.left() <= at.x() <= area.right():
        rule = Line(area.left(), y, area.right(), y, look)
    else:
        rule = Line(x, area.top(), x, area.bottom(), look)
    return [rule, Line(at.x(), at.y(), x, y, look)]


class _Entry(NamedTuple):
    """A figure in the list beside its place."""

    row: Any
    radius: float
    lines: tuple[Text, ...]

    @property
    def wide(self) -> float:
        return max(width(line.text, line.size, line.bold) for line in self.lines)

    @property
    def high(self) -> float:
        return max(2 * self.radius, len(self.lines) * SIZES.small * LEADING) + _BETWEEN
