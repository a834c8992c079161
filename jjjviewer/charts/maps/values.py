"""Figures on a map: circles whose area is the value, or numbers, by their places."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QPointF

from jjjviewer.charts.figure import Figure
from jjjviewer.charts.ink import Circle, Ink, Look, Mark
from jjjviewer.charts.looks import look_of
from jjjviewer.charts.maps import ground
from jjjviewer.charts.maps.labels import Board, Name
from jjjviewer.charts.maps.sheets import Sheet
from jjjviewer.charts.maps.spots import square
from jjjviewer.charts.style import region_colors
from jjjviewer.charts.words import amount, in_words
from jjjviewer.model.view import View

_LARGEST, _SHARE = 38.0, 0.12
"""Radius of the largest circle: at most so many pixels, or such a share of the sheet's side."""
_SPOT = 2.5
_DOT = 4.0


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

    def draw(self, rows: Iterable[Any], spots: Mapping[str, str], *, by_area: bool) -> int:
        """Draw figures by their places, the largest first.

        Args:
            rows: the figures.
            spots: the place of each, by the ids.
            by_area: whether a circle shows the value.

        Returns:
            How many found no room.
        """
        assert self._view.atlas is not None
        sheet, style = self._sheet, self._style
        self._figure.add(
            *ground.outlines(sheet, self._view.atlas.outlines, self._colors, style),
            ground.border(sheet.room, style.grid),
        )
        ranked = sorted(rows, key=lambda row: -row.base_value)
        by_place: dict[str, list[Any]] = defaultdict(list)
        for row in ranked:
            by_place[spots[row.figure_id]].append(row)
        self._dots(by_place.keys())
        side = min(sheet.room.width(), sheet.room.height())
        unit = min(_LARGEST, _SHARE * side) / math.sqrt(ranked[0].base_value) if by_area else 0
        missing = 0
        for row in ranked:
            at = sheet.at[spots[row.figure_id]]
            radius = max(unit * math.sqrt(max(row.base_value, 0)), 1.0) if by_area else 0.0
            missing += not (sheet.room.contains(at) and self._value(row, at, radius))
        return missing

    def _dots(self, ids: Collection[str]) -> None:
        """All places: a figure without a place, or a place without a figure, is no zero."""
        faint = Look(self._style.axis)
        dark = Look(self._style.text)
        for id_ in self._places:
            if id_ not in ids and self._sheet.shows(id_):
                at = self._sheet.at[id_]
                self._figure.add(Circle(at.x(), at.y(), 2, faint))
        for id_ in ids:
            at = self._sheet.at[id_]
            if self._sheet.room.contains(at):
                self._board.block(square(at, _SPOT))
                self._figure.add(Circle(at.x(), at.y(), _SPOT, dark))

    def _value(self, row: Any, at: QPointF, radius: float) -> bool:
        """Draw a figure, or say that there is no room."""
        inks: list[Ink] = []
        centre = at
        if radius:
            area = self._board.find(at, _SPOT, 2 * radius, 2 * radius)
            if area is None:
                return False
            centre = area.center()
            inks += self._board.leader(at, _SPOT, area)
            look = look_of(row, self._colors[row.province], self._style)
            inks.append(Circle(centre.x(), centre.y(), radius, look))
        name = Name(amount(row), centre, max(radius, _SPOT), self._style.text, True, row.measure)
        texts = self._board.set(name)
        if not texts:
            return False
        inks += texts
        hit = square(centre, max(radius, _DOT)) if radius else texts[-1].rect
        self._figure.add(Mark((row.figure_id,), in_words(row), tuple(inks), hit))
        return True
