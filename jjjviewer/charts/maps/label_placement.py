"""Where names stand on a map: by their places, on no other name and on no place."""

import math
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.maps.curves import Way
from jjjviewer.charts.maps.hit_areas import square
from jjjviewer.charts.shapes import Anchor, Line, Paint, Shape, Text
from jjjviewer.charts.style import SIZES, Style
from jjjviewer.charts.text import LEADING, width, wrap

Rects = NDArray[np.float64]
"""Rectangles as rows of left, top, right and bottom."""

_WIDEST = 132.0
_AIR = 1.5
_ANGLES = np.radians(np.arange(0, 360, 15))
_DISTANCES = np.array([2.0, 6.0, 11.0, 18.0, 26.0, 36.0, 48.0, 62.0, 78.0, 96.0])
_FARTHEST = float(_DISTANCES[-1])
_FAR = np.repeat(_DISTANCES, len(_ANGLES))
"""The distances at which a name is tried, each in all directions."""
_ACROSS, _DOWN = (np.tile(part(_ANGLES), len(_DISTANCES)) for part in (np.cos, np.sin))
_COST = _FAR + 1.5 * (1 - _ACROSS) + 2 * np.abs(_DOWN) + 0.5 * (_DOWN > 0)
"""Right is best, then left; above is better than below."""
_WITH_LEADER = 14.0
"""The distance from which a line joins a name with its place."""
_CLEARLY, _SEEN = 1.0, 4.0
"""In pixels: by how much a name is nearer to its own place than to others, lest a line join them,
and how long such a line is at least."""
_MOST = 150
"""Names that are tried: a page has no room for more."""
_CROSSED = 3.0
"""What a point of a curve below a name costs, in pixels of distance."""
_NEARER = 12.0
"""What it costs a name to stand nearer to another place than to its own."""
_STEP = 6.0
"""How far the points of a curve are apart for that, in pixels."""
_ASCENT, _HEIGHT = 0.88, 1.12
"""Of a line of text, as shares of its size."""
_SHARES = [step / 12 for step in range(13)]


class Name(NamedTuple):
    """A name to be set by a point of the page; `radius` is of what is drawn there."""

    words: str
    at: QPointF
    radius: float
    color: str
    bold: bool = False
    farthest: float = _FARTHEST
    """Its greatest distance, in pixels."""


class LabelPlacer:
    """The room of a map and what in it is taken."""

    def __init__(self, room: QRectF, style: Style) -> None:
        self._room, self._style = room.adjusted(2, 2, -2, -2), style
        self._taken = _Taken()
        self._kept_off = _Taken()
        self._crossed = np.empty((0, 2))
        self._places = np.empty((0, 3))
        self._tried = 0

    def put(self, places: Iterable[tuple[QPointF, float]]) -> None:
        """Let no name stand on places nor, where it can, nearer to another than to its own.

        Args:
            places: their points, and the radii of what is drawn there.
        """
        rows = [(at.x(), at.y(), radius) for at, radius in places]
        self._places = np.array(rows).reshape(-1, 3)
        for at, radius in places:
            self.block(square(at, radius))

    def block(self, area: QRectF) -> None:
        """Let no name stand on an area, and no leader run over it."""
        self._taken.add(area)

    def keep_off(self, area: QRectF) -> None:
        """Let no name stand on an area, though leaders may run over it."""
        self._kept_off.add(area)

    def cross(self, ways: Iterable[Way]) -> None:
        """Have names avoid lines, where there is another place for them."""
        found = [self._crossed]
        for way in ways:
            x, y = np.array(way).T
            reached = np.concatenate([[0.0], np.hypot(np.diff(x), np.diff(y)).cumsum()])
            at = np.arange(0, reached[-1], _STEP)
            points = [np.interp(at, reached, x), np.interp(at, reached, y)]
            found.append(np.array(points).T)
        self._crossed = np.concatenate(found)

    def is_free(self, area: QRectF) -> bool:
        areas = np.array([_edges(area)])
        return bool(self._is_open(areas)[0])

    def set(self, name: Name) -> list[Shape]:
        """Return a name with its leader at the best free place, which is taken; or nothing."""
        self._tried += 1
        if self._tried > _MOST or not name.words.strip():
            return []
        lines = _lines(name, self._style)
        wide = max(width(line.text, line.size, line.bold) for line in lines)
        high = SIZES.small * (_HEIGHT + LEADING * (len(lines) - 1))
        area = self.find(name.at, name.radius, wide, high, name.farthest)
        if area is None:
            return []
        texts = _set_in(area, lines, name.at)
        # Of lines of unlike lengths the nearest may not reach as far as their area does.
        nearest = min((text.rect for text in texts), key=lambda each: _gap(name.at, each))
        return [*self.leader(name.at, name.radius, nearest), *texts]

    def find(
        self, at: QPointF, radius: float, wide: float, high: float, farthest: float = _FARTHEST
    ) -> QRectF | None:
        """Take the best free area of a size by a point, with the way of a leader to it.

        Args:
            at, radius: the point, and what is drawn there.
            wide, high: of the area.
            farthest: its greatest distance.
        """
        areas, cost = _places(at, radius, wide, high, farthest)
        free = self._is_open(areas)
        areas, cost = areas[free], cost[free]
        cost = cost + _CROSSED * self._crossings(areas)
        cost = cost + _NEARER * self._is_nearer_to_another(areas, at, radius)
        for number in np.argsort(cost, kind="stable"):
            area = QRectF(QPointF(*areas[number, :2]), QPointF(*areas[number, 2:]))
            way = self._way(at, radius, area)
            if way is None or self._is_clear(way, at, radius):
                self.block(area)
                for point in _points(way):
                    self.block(QRectF(point.x() - 1, point.y() - 1, 2, 2))
                return area
        return None

    def leader(self, at: QPointF, radius: float, area: QRectF) -> list[Shape]:
        """Return the leader line to a label that lies far from its point or near another."""
        way = self._way(at, radius, area)
        if way is None:
            return []
        start, end = way
        # Set off from the lines that it crosses, as names are.
        rim = Paint(stroke=self._style.background, stroke_width=2.6)
        paints = (rim, Paint(stroke=self._style.text, stroke_width=0.8))
        return [Line(start.x(), start.y(), end.x(), end.y(), paint) for paint in paints]

    def _way(self, at: QPointF, radius: float, area: QRectF) -> tuple[QPointF, QPointF] | None:
        """Return the ends of the leader line, where the label could be taken for another's."""
        end = facing(at, area)
        long = _gap(at, area)
        is_far = long >= radius + _WITH_LEADER
        if long < radius + _SEEN or not (is_far or self._is_doubtful(at, radius, area)):
            return None
        away = (end - at) / long
        return at + away * radius, at + away * (long - 1)

    def _is_doubtful(self, at: QPointF, radius: float, area: QRectF) -> bool:
        return bool(self._is_nearer_to_another(np.array([_edges(area)]), at, radius)[0])

    def _is_nearer_to_another(self, areas: Rects, at: QPointF, radius: float) -> NDArray[np.bool_]:
        """Return which of some areas for a point's name are nearer to another point."""
        own = np.array([[at.x(), at.y(), radius]])
        others = self._places[(self._places[:, :2] != own[:, :2]).any(axis=1)]
        if not len(others):
            return np.zeros(len(areas), dtype=bool)
        return np.asarray(_gaps(areas, others).min(axis=1) < _gaps(areas, own)[:, 0] + _CLEARLY)

    def _is_open(self, areas: Rects) -> NDArray[np.bool_]:
        """Return which of some areas lie in the room and overlap nothing."""
        hits = _hits(areas, self._taken.areas) | _hits(areas, self._kept_off.areas)
        return np.asarray(~(hits | self._outside(areas)))

    def _outside(self, areas: Rects) -> NDArray[np.bool_]:
        left, top, right, bottom = _edges(self._room)
        over = (areas[:, :2] < (left, top)) | (areas[:, 2:] > (right, bottom))
        return np.asarray(over.any(axis=1))

    def _crossings(self, areas: Rects) -> NDArray[np.int_]:
        """Return how many points of curves lie below each of some areas."""
        if not len(areas):
            return np.empty(0, dtype=int)
        # Most points are not even near.
        first, last = areas[:, :2].min(axis=0), areas[:, 2:].max(axis=0)
        near = ((first < self._crossed) & (self._crossed < last)).all(axis=1)
        x, y = self._crossed[near].T[:, None, :]
        inside = (areas[:, :1] < x) & (x < areas[:, 2:3]) & (areas[:, 1:2] < y) & (y < areas[:, 3:])
        return np.asarray(inside.sum(axis=1))

    def _is_clear(self, way: tuple[QPointF, QPointF], at: QPointF, radius: float) -> bool:
        """Return whether a leader crosses nothing but its own place."""
        areas = np.array([(p.x(), p.y(), p.x(), p.y()) for p in _points(way)])
        own = np.hypot(areas[:, 0] - at.x(), areas[:, 1] - at.y()) < radius + 5
        return not bool((_hits(areas, self._taken.areas) & ~own).any())


class _Taken:
    """Areas that are added one by one, and looked through as an array after each."""

    def __init__(self) -> None:
        self._rows = np.empty((64, 4))
        self._count = 0

    @property
    def areas(self) -> Rects:
        return self._rows[: self._count]

    def add(self, area: QRectF) -> None:
        if self._count == len(self._rows):
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        self._rows[self._count] = _edges(area)
        self._count += 1


def _places(
    at: QPointF, radius: float, wide: float, high: float, farthest: float
) -> tuple[Rects, NDArray[np.float64]]:
    """Return areas of a size round a point, and the distance of each from the best."""
    count = int(np.searchsorted(_FAR, farthest, side="right"))
    across, down, reach = _ACROSS[:count], _DOWN[:count], radius + _FAR[:count]
    x = at.x() + across * reach + np.clip(across * 1.5, -1, 1) * wide / 2
    y = at.y() + down * reach + down * high / 2
    areas = np.array([x - wide / 2, y - high / 2, x + wide / 2, y + high / 2]).T
    return areas, _COST[:count]


def _hits(areas: Rects, taken: Rects) -> NDArray[np.bool_]:
    """Return which of some areas overlap one that is taken."""
    left, top, right, bottom = taken.T[:, None, :]
    on = (
        (areas[:, :1] - _AIR < right)
        & (areas[:, 2:3] + _AIR > left)
        & (areas[:, 1:2] - _AIR < bottom)
        & (areas[:, 3:] + _AIR > top)
    )
    return np.asarray(on.any(axis=1))


def _lines(name: Name, style: Style) -> list[Text]:
    """Return the lines of a name, not yet placed."""
    size, halo = SIZES.small, style.background
    # A name is broken between words only.
    longest = max(width(word, size, name.bold) for word in name.words.split())
    room = max(_WIDEST, min(1.05 * longest + 4, 2 * _WIDEST))
    words = wrap(name.words, room, size, name.bold, lines=3, even=False)
    return [Text(0, 0, line, size, name.color, name.bold, halo=halo) for line in words]


def _set_in(area: QRectF, lines: list[Text], at: QPointF) -> list[Text]:
    """Set lines in an area, flush on the side of the point they belong to."""
    anchor: Anchor = "middle"
    x = area.center().x()
    if area.left() > at.x():
        anchor, x = "start", area.left()
    elif area.right() < at.x():
        anchor, x = "end", area.right()
    size = SIZES.small
    first = area.top() + _ASCENT * size
    return [
        line._replace(x=x, y=first + number * size * LEADING, anchor=anchor)
        for number, line in enumerate(lines)
    ]


def _gaps(areas: Rects, places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the distance, in pixels, of each area from the rim of each place."""
    x, y, radius = places.T[:, None, :]
    across = x - np.clip(x, areas[:, :1], areas[:, 2:3])
    down = y - np.clip(y, areas[:, 1:2], areas[:, 3:])
    return np.asarray(np.hypot(across, down) - radius)


def facing(at: QPointF, area: QRectF) -> QPointF:
    """Return the point of a rectangle nearest to a place."""
    x = min(max(at.x(), area.left()), area.right())
    y = min(max(at.y(), area.top()), area.bottom())
    return QPointF(x, y)


def _gap(at: QPointF, area: QRectF) -> float:
    away = facing(at, area) - at
    return math.hypot(away.x(), away.y())


def _points(way: tuple[QPointF, QPointF] | None) -> list[QPointF]:
    """Return points of a line, so close that nothing hides between them."""
    return [way[0] + (way[1] - way[0]) * share for share in _SHARES] if way else []


def _edges(area: QRectF) -> tuple[float, float, float, float]:
    return area.left(), area.top(), area.right(), area.bottom()
