"""Hit areas of map marks: non-overlapping squares."""

from collections.abc import Iterable, Sequence
from itertools import product

from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.maps.curves import Way, along, length

_HALF, _LEAST = 2.5, 0.8
"""Half the side of a hit area, in pixels, and of the least one where space is short."""
_SHARES = [0.5 + 0.02 * step * (-1) ** step for step in range(24)]
"""Where on a line its hit area may lie, from the middle outwards."""


class HitAreas:
    """The hit areas taken so far; those of places are given."""

    def __init__(self, places: Iterable[QRectF]) -> None:
        self._places = [*places]
        self._lines: list[QRectF] = []

    def take(self, area: QRectF) -> None:
        self._lines.append(area)

    def on(self, ways: Sequence[Way]) -> QRectF | None:
        """Take a square on a line that overlaps no other hit area."""
        return self._first(ways, (_HALF, _LEAST), [*self._places, *self._lines])

    def over(self, ways: Sequence[Way]) -> QRectF | None:
        """Take a square on a line that may overlap the hit area of a place, but not its centre."""
        middles = [square(area.center(), _LEAST) for area in self._places]
        return self._first(ways, (_LEAST,), [*middles, *self._lines])

    def _first(
        self, ways: Sequence[Way], halves: Sequence[float], taken: Sequence[QRectF]
    ) -> QRectF | None:
        for half, way in product(halves, sorted(ways, key=length, reverse=True)):
            for point in along(way, _SHARES):
                area = square(QPointF(*point), half)
                if not any(area.intersects(other) for other in taken):
                    self.take(area)
                    return area
        return None


def square(at: QPointF, half: float) -> QRectF:
    """Return the square around a point, given half its side."""
    return QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
