"""Ways on the page as points: bent ones, those beside them, their parts within a room, arrows."""

import math
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF

Point = tuple[float, float]
Way = tuple[Point, ...]

_STEPS = 24
_SHARES = [step / _STEPS for step in range(_STEPS + 1)]
_WEIGHTS = [((1 - t) ** 2, 2 * t * (1 - t), t**2) for t in _SHARES]
"""Of start, bend and end, for each point of a curve."""


def curve(start: QPointF, end: QPointF, bend: float) -> Way:
    """Return a curve between two points, bent by a share of its length.

    Args:
        start, end: where it runs from and to.
        bend: the share; a negative one leads round the other side.
    """
    # Plain numbers: a map has thousands of these points, and Qt's take many times as long.
    x0, y0, x1, y1 = start.x(), start.y(), end.x(), end.y()
    x = (x0 + x1) / 2 + (y1 - y0) * 2 * bend
    y = (y0 + y1) / 2 + (x0 - x1) * 2 * bend
    return tuple((x0 * a + x * b + x1 * c, y0 * a + y * b + y1 * c) for a, b, c in _WEIGHTS)


def beside(way: Way, by: float) -> Way:
    """Return the path parallel to another, at a distance to its left."""
    if not by:
        return way
    moved = []
    for at, (x, y) in enumerate(way):
        (x0, y0), (x1, y1) = way[max(at - 1, 0)], way[min(at + 1, len(way) - 1)]
        long = math.hypot(x1 - x0, y1 - y0) or 1.0
        moved.append((x + (y1 - y0) / long * by, y - (x1 - x0) / long * by))
    return tuple(moved)


def shortened(way: Way, by: float) -> Way:
    """Return a path without its last pixels; of a short one half is left."""
    left = min(by, length(way) / 2)
    points = list(way)
    while len(points) > 2 and (step := math.dist(points[-1], points[-2])) <= left:
        left -= step
        points.pop()
    (x0, y0), (x1, y1) = points[-2:]
    share = left / (math.dist((x0, y0), (x1, y1)) or 1.0)
    return (*points[:-1], (x1 + (x0 - x1) * share, y1 + (y0 - y1) * share))


def length(way: Way) -> float:
    return sum(math.dist(one, other) for one, other in pairwise(way))


def within(way: Way, room: QRectF) -> list[Way]:
    """Clip a path to a rectangle and return the parts inside."""
    edges = left, top, right, bottom = room.left(), room.top(), room.right(), room.bottom()
    # Beyond which edges each point lies (Cohen and Sutherland): most lines need no more than that.
    beyond = [(x < left) + 2 * (x > right) + 4 * (y < top) + 8 * (y > bottom) for x, y in way]
    if not any(beyond):
        return [way]
    parts: list[list[Point]] = []
    for start, end, from_, to in zip(way, way[1:], beyond, beyond[1:], strict=False):
        if from_ & to:
            continue
        clipped = _clipped(start, end, edges) if from_ or to else (start, end)
        if clipped is None:
            continue
        if parts and parts[-1][-1] == clipped[0]:
            parts[-1].append(clipped[1])
        else:
            parts.append([*clipped])
    return [tuple(part) for part in parts]


def _clipped(
    start: Point, end: Point, edges: tuple[float, float, float, float]
) -> tuple[Point, Point] | None:
    """Clip a straight line to left, top, right and bottom edge (Liang and Barsky)."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    left, top, right, bottom = edges
    first, last = 0.0, 1.0
    for step, away in ((-dx, x - left), (dx, right - x), (-dy, y - top), (dy, bottom - y)):
        if step == 0:
            if away < 0:
                return None
        elif step < 0:
            first = max(first, away / step)
        else:
            last = min(last, away / step)
    if first > last:
        return None
    ends = [(x + dx * share, y + dy * share) for share in (first, last)]
    return (start if first == 0 else ends[0]), (end if last == 1 else ends[1])


def head(way: Way, size: float) -> Way:
    """Return the arrow head at the end of a way, as a triangle."""
    tip = way[-1]
    x, y = next((at for at in reversed(way) if math.dist(at, tip) >= size * 0.8), way[0])
    turn = math.atan2(y - tip[1], x - tip[0])
    sides = [
        (tip[0] + math.cos(turn + a) * size, tip[1] + math.sin(turn + a) * size)
        for a in (-0.45, 0.45)
    ]
    return (tip, *sides)


def along(way: Way, shares: Sequence[float]) -> list[Point]:
    """Return the points of a way at shares of its length."""
    whole = length(way)
    found = []
    for share in shares:
        left = share * whole
        for start, end in pairwise(way):
            step = math.dist(start, end)
            if left <= step:
                break
            left -= step
        part = left / step if step else 0.0
        part = min(part, 1.0)
        found.append((start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part))
    return found
