"""Where names stand on a map: by their places, on no other name and on no place."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.ink import Anchor, Ink, Line, Look, Text
from jjjviewer.charts.maps.curves import Way
from jjjviewer.charts.style import SIZES, Style
from jjjviewer.charts.text import LEADING, width, wrap

Areas = NDArray[np.float64]
"""Rectangles as rows of left, top, right and bottom."""

_WIDEST = 132.0
_AIR = 1.5
_ANGLES = np.radians(np.arange(0, 360, 15))
_DISTANCES = np.array([2.0, 6.0, 11.0, 18.0, 26.0, 36.0, 48.0, 62.0, 78.0, 96.0])
_WITH_LEADER = 14.0
"""The distance from which a line joins a name with its place."""
_MOST = 150
"""Names that are tried: a page has no room for more."""
_CROSSED = 3.0
"""What a point of a curve below a name costs, in pixels of distance."""
_STEP = 6.0
"""How far the points of a curve are apart for that, in pixels."""
_ASCENT, _HEIGHT = 0.88, 1.12
"""Of a line of text, as shares of its size."""
_SHARES = [step / 12 for step in range(13)]


@dataclass(frozen=True)
class Name:
    """A name to be set by a point of the page; `radius` is of what is drawn there."""

    words: str
    at: QPointF
    radius: float
    color: str
    bold: bool = False
    farthest: float = 96.0
    """Its greatest distance, in pixels."""


class Board:
    """The room of a map and what in it is taken."""

    def __init__(self, room: QRectF, style: Style) -> None:
        self._room, self._style = room.adjusted(2, 2, -2, -2), style
        self._taken: list[tuple[float, float, float, float]] = []
        self._crossed: list[Areas] = [np.empty((0, 2))]
        self._tried = 0

    def block(self, area: QRectF) -> None:
        """Let no name stand on an area."""
        self._taken.append(_edges(area))

    def cross(self, ways: Iterable[Way]) -> None:
        """Have names avoid lines, where there is another place for them."""
        for way in ways:
            x, y = np.array(way).T
            reached = np.concatenate([[0.0], np.hypot(np.diff(x), np.diff(y)).cumsum()])
            at = np.arange(0, reached[-1], _STEP)
            points = [np.interp(at, reached, x), np.interp(at, reached, y)]
            self._crossed.append(np.array(points).T)

    def is_free(self, area: QRectF) -> bool:
        return self._room.contains(area) and not self._hits(np.array([_edges(area)])).any()

    def set(self, name: Name) -> list[Ink]:
        """Return a name with its leader at the best free place, which is taken; or nothing."""
        self._tried += 1
        if self._tried > _MOST or not name.words.strip():
            return []
        size = SIZES.small
        # A name is broken between words only.
        longest = max(width(word, size, name.bold) for word in name.words.split())
        room = max(_WIDEST, min(1.05 * longest + 4, 2 * _WIDEST))
        lines = wrap(name.words, room, size, name.bold, lines=3, even=False)
        wide = max(width(line, size, name.bold) for line in lines)
        high = size * (_HEIGHT + LEADING * (len(lines) - 1))
        areas, cost = _places(name, wide, high)
        free = ~(self._hits(areas) | self._outside(areas))
        areas, cost = areas[free], cost[free]
        cost = cost + _CROSSED * self._crossings(areas)
        for at in np.argsort(cost, kind="stable"):
            area = QRectF(QPointF(*areas[at, :2]), QPointF(*areas[at, 2:]))
            leader = _leader(name, area)
            if leader is None or self._is_clear(leader, name):
                return self._take(name, lines, area, leader)
        return []

    def _take(
        self, name: Name, lines: list[str], area: QRectF, leader: tuple[QPointF, QPointF] | None
    ) -> list[Ink]:
        self.block(area)
        texts: list[Ink] = [*_texts(name, lines, area, self._style.background)]
        if leader is None:
            return texts
        start, end = leader
        for point in (start + (end - start) * share for share in _SHARES):
            self.block(QRectF(point.x() - 1, point.y() - 1, 2, 2))
        look = Look(stroke=self._style.muted, stroke_width=0.7)
        return [Line(start.x(), start.y(), end.x(), end.y(), look), *texts]

    def _hits(self, areas: Areas) -> NDArray[np.bool_]:
        """Which of some areas lie on something that is taken."""
        if not self._taken:
            return np.zeros(len(areas), dtype=bool)
        left, top, right, bottom = (np.array(self._taken).T)[:, None, :]
        on = (
            (areas[:, :1] - _AIR < right)
            & (areas[:, 2:3] + _AIR > left)
            & (areas[:, 1:2] - _AIR < bottom)
            & (areas[:, 3:] + _AIR > top)
        )
        return np.asarray(on.any(axis=1))

    def _outside(self, areas: Areas) -> NDArray[np.bool_]:
        left, top, right, bottom = _edges(self._room)
        over = (areas[:, :2] < (left, top)) | (areas[:, 2:] > (right, bottom))
        return np.asarray(over.any(axis=1))

    def _crossings(self, areas: Areas) -> NDArray[np.int_]:
        """How many points of curves lie below each of some areas."""
        x, y = np.concatenate(self._crossed).T[:, None, :]
        inside = (areas[:, :1] < x) & (x < areas[:, 2:3]) & (areas[:, 1:2] < y) & (y < areas[:, 3:])
        return np.asarray(inside.sum(axis=1))

    def _is_clear(self, leader: tuple[QPointF, QPointF], name: Name) -> bool:
        """Whether a leader runs over nothing but its own place."""
        start, end = leader
        points = [start + (end - start) * share for share in _SHARES]
        areas = np.array([(p.x(), p.y(), p.x(), p.y()) for p in points])
        own = np.hypot(areas[:, 0] - name.at.x(), areas[:, 1] - name.at.y()) < name.radius + 5
        return not bool((self._hits(areas) & ~own).any())


def _places(name: Name, wide: float, high: float) -> tuple[Areas, NDArray[np.float64]]:
    """Where a name may stand round its place, and how far each is from the best of these."""
    distances = _DISTANCES[name.farthest >= _DISTANCES]
    far, angle = (each.ravel() for each in np.meshgrid(distances, _ANGLES, indexing="ij"))
    across, down = np.cos(angle), np.sin(angle)
    reach = name.radius + far
    x = name.at.x() + across * reach + np.clip(across * 1.5, -1, 1) * wide / 2
    y = name.at.y() + down * reach + down * high / 2
    areas = np.array([x - wide / 2, y - high / 2, x + wide / 2, y + high / 2]).T
    # Right is best, then left; above is better than below.
    return areas, far + 1.5 * (1 - across) + 2 * np.abs(down) + 0.5 * (down > 0)


def _texts(name: Name, lines: list[str], area: QRectF, halo: str) -> list[Text]:
    """The lines of a name in its area, flush on the side of its place."""
    middle = area.center().x()
    anchor: Anchor = "middle"
    x = middle
    if area.left() > name.at.x():
        anchor, x = "start", area.left()
    elif area.right() < name.at.x():
        anchor, x = "end", area.right()
    size = SIZES.small
    first = area.top() + _ASCENT * size
    return [
        Text(x, first + at * size * LEADING, line, size, name.color, name.bold, anchor, halo)
        for at, line in enumerate(lines)
    ]


def _leader(name: Name, area: QRectF) -> tuple[QPointF, QPointF] | None:
    """The line from the rim of a place to the nearest point of its name, if that is far."""
    x = min(max(name.at.x(), area.left()), area.right())
    y = min(max(name.at.y(), area.top()), area.bottom())
    away = QPointF(x, y) - name.at
    long = math.hypot(away.x(), away.y())
    if long < name.radius + _WITH_LEADER:
        return None
    return name.at + away * (name.radius / long), name.at + away * ((long - 1) / long)


def _edges(area: QRectF) -> tuple[float, float, float, float]:
    return area.left(), area.top(), area.right(), area.bottom()
