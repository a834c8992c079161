"""Straight lines on a page: those beside them, and their parts within an area."""

import math

from PySide6.QtCore import QRectF

from jjjviewer.charts.maps.free_space import Point


def beside(line: tuple[Point, Point], by: float) -> tuple[Point, Point]:
    """Return the line parallel to another, at a distance in pixels."""
    (x1, y1), (x2, y2) = line
    long = math.dist(*line) or 1.0
    right, down = (y2 - y1) / long * by, (x1 - x2) / long * by
    return (x1 + right, y1 + down), (x2 + right, y2 + down)


def cut_line(start: Point, end: Point, area: QRectF) -> tuple[Point, Point] | None:
    """Return the part of a straight line inside a rectangle (Liang and Barsky)."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    first, last = 0.0, 1.0
    for step, away in (
        (-dx, x - area.left()),
        (dx, area.right() - x),
        (-dy, y - area.top()),
        (dy, area.bottom() - y),
    ):
        if step == 0:
            if away < 0:
                return None
        elif step < 0:
            first = max(first, away / step)
        else:
            last = min(last, away / step)
    if first >= last:
        return None
    return (x + dx * first, y + dy * first), (x + dx * last, y + dy * last)
