"""Circles of figures on their places: how large they are, and where they lie."""

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from PySide6.QtCore import QRectF

from jjjviewer.charts.maps.figure_legend import SMALL
from jjjviewer.charts.maps.free_space import Point
from jjjviewer.charts.numbers import in_base_unit
from jjjviewer.charts.style import Sizes
from jjjviewer.model.row_types import FigureRow

_RADIUS = 42.0
"""Of the largest circle, in pixels."""
_OF_MAP = 0.15
"""Greatest radius of a circle, of the map's height: beside it is room for names and values."""
_AROUND = 5
"""Circles that find room touching the largest one of their place."""
_TURN = 30.0
"""Where the first of them lies, in degrees below the right."""


class Disc(NamedTuple):
    """The circle of a figure."""

    figure: FigureRow
    at: Point
    radius: float
    is_small: bool


class Circles:
    """The circles of a map to one scale, in which none overlaps that of another place.

    Args:
        by_place: the figures of each place, the largest first.
        at: where the places are, in pixels.
        parts: the id of the figure that another is, or may be, part of, by that one's id.
        most: the largest value of the selection, in the base unit.
        sizes: of the page.
        map_: the area of the map.
        has_frame: whether they must not leave it.
    """

    def __init__(
        self,
        by_place: Mapping[str, Sequence[FigureRow]],
        at: Mapping[str, Point],
        parts: Mapping[str, str],
        most: float,
        sizes: Sizes,
        map_: QRectF,
        *,
        has_frame: bool,
    ) -> None:
        self._by_place, self._at, self._parts, self._most = by_place, at, parts, most
        self._sizes, self._frame = sizes, map_ if has_frame else None
        self.largest = min(sizes(_RADIUS), _OF_MAP * map_.height())
        """The radius of the largest value, in pixels."""
        self.largest *= min(1.0, self._room_factor())
        self.discs = {id_: self._discs_of(id_) for id_ in by_place}

    def others(self, place: str) -> list[Point]:
        """Return where the circles of other places are."""
        return [disc.at for id_, some in self.discs.items() if id_ != place for disc in some]

    def _radius(self, figure: FigureRow) -> float:
        return self.largest * math.sqrt(in_base_unit(figure) / self._most)

    def _room_factor(self) -> float:
        """Return by what circles have to shrink lest they overlap, or leave the frame."""
        factor = self._frame_factor(self._frame) if self._frame else 1.0
        reach = {id_: self._reach(id_) for id_ in self._by_place}
        for one, other in combinations(self._by_place, 2):
            apart = math.dist(self._at[one], self._at[other])
            factor = min(factor, apart / (reach[one] + reach[other]))
        return max(factor, 0.02)

    def _frame_factor(self, area: QRectF) -> float:
        """Return by what circles have to shrink so that they all lie within the frame."""
        factor = 1.0
        for id_, (x, y) in self._at.items():
            boxes = [square(disc.at, disc.radius) for disc in self._discs_of(id_)]
            room = x - area.left(), area.right() - x, y - area.top(), area.bottom() - y
            reach = (
                x - min(box.left() for box in boxes),
                max(box.right() for box in boxes) - x,
                y - min(box.top() for box in boxes),
                max(box.bottom() for box in boxes) - y,
            )
            factor = min(factor, *(free / far for free, far in zip(room, reach, strict=True)))
        return factor

    def _reach(self, place: str) -> float:
        """Return how far the circles of a place reach from it, in pixels."""
        first, *rest = self._by_place[place]
        beside = [figure for figure in rest if not self._is_nested(figure, first)]
        return self._radius(first) + max((2 * self._radius(figure) for figure in beside), default=0)

    def _is_nested(self, figure: FigureRow, first: FigureRow) -> bool:
        return self._parts.get(figure.figure_id) == first.figure_id

    def _discs_of(self, place: str) -> list[Disc]:
        """Return the circles of a place: the largest on it, parts inside, others touching it."""
        first, *rest = self._by_place[place]
        x, y = self._at[place]
        outer = max(self._radius(first), self._sizes(SMALL))
        discs = [Disc(first, (x, y), outer, self._radius(first) < self._sizes(SMALL))]
        turn = 0
        for figure in rest:
            radius = max(self._radius(figure), self._sizes(SMALL))
            is_small = self._radius(figure) < self._sizes(SMALL)
            if self._is_nested(figure, first):
                at = (x, y + outer - radius)
            elif turn < _AROUND:
                angle = math.radians(_TURN + turn * 360 / _AROUND)
                away = outer + radius
                at = (x + away * math.cos(angle), y + away * math.sin(angle))
                turn += 1
            else:
                continue
            discs.append(Disc(figure, at, radius, is_small))
        return discs


def square(at: Point, half: float) -> QRectF:
    """Return the square round a point, given half of its width."""
    return QRectF(at[0] - half, at[1] - half, 2 * half, 2 * half)
