"""Shapes of a scene (text, rectangle, circle, line, path), and marks that group them.

A scene is a list of these in pixels of the page. It is laid out once and painted on any
device, so that screen, image, PDF and SVG cannot differ.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from jjjviewer.charts.text import font, line_runs, piece_outline, pieces, rim, width

_LARGE = 64
"""Size of type, in pixels of the device, above which Qt does not cache glyphs."""
_CACHED_PAINTS = 500
"""Cache size: a page has some dozens."""
DASHES = (4.0, 3.0)
"""Lengths of a dash and of a gap, in pixels."""
Anchor = Literal["start", "middle", "end"]


class Text(NamedTuple):
    """One line of text; `x` is where `anchor` says, `y` the baseline."""

    x: float
    y: float
    text: str
    size: int
    color: str
    bold: bool = False
    anchor: Anchor = "start"
    halo: str = ""
    """Colour of the outline that sets letters off from what lies below; empty for none."""

    @property
    def left(self) -> float:
        """The left end of the line, in pixels."""
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        return self.x - share * width(self.text, self.size, self.bold)

    @property
    def rect(self) -> QRectF:
        """The bounding box, from ascender to descender."""
        advance = width(self.text, self.size, self.bold)
        return QRectF(self.left, self.y - 0.88 * self.size, advance, 1.12 * self.size)

    def draw(self, painter: QPainter) -> None:
        # An image must not vary with the font engine of the system.
        outlined = isinstance(painter.device(), QImage)
        left, y = self.left, _whole_pixels(self.y, painter) if outlined else self.y
        if self.halo:
            path = rim(self.text, self.size, self.bold)
            painter.fillPath(path.translated(left, y), QColor(self.halo))
        if outlined:
            for x, part in pieces(self.text, self.size, self.bold):
                path = piece_outline(part, self.size, self.bold)
                painter.fillPath(path.translated(left + x, y), QColor(self.color))
            return
        painter.setFont(font(self.size, self.bold))
        painter.setPen(QColor(self.color))
        for x, part in self._parts(painter.deviceTransform().m11()):
            painter.drawText(QPointF(left + x, y), part)

    def _parts(self, scale: float) -> Sequence[tuple[float, str]]:
        """Return the parts to paint one by one, each with its offset from the left.

        Qt fills large letters as one path, in time that grows with the square of its width: letter
        by letter the result is the same, but quicker.
        """
        large = self.size * scale >= _LARGE
        if large:
            return pieces(self.text, self.size, self.bold)
        return line_runs(self.text, self.size, self.bold)


def _whole_pixels(y: float, painter: QPainter) -> float:
    """Return a baseline at the nearest whole pixel of the device: letters stand on it sharply."""
    transform = painter.deviceTransform()
    device_y = transform.dy() + y * transform.m22()
    return y + (round(device_y) - device_y) / transform.m22()


class Paint(NamedTuple):
    """Fill and stroke of a shape; an empty colour means none."""

    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0
    dashed: bool = False

    def apply(self, painter: QPainter) -> None:
        """Set pen and brush; the pen scales with the page."""
        pen, brush = _pen_and_brush(self)
        painter.setPen(pen)
        painter.setBrush(brush)


@lru_cache(_CACHED_PAINTS)
def _pen_and_brush(paint: Paint) -> tuple[QPen, QBrush]:
    """Return pen and brush, cached since making them takes as long as drawing a line."""
    pen = QPen(Qt.PenStyle.NoPen)
    if paint.stroke:
        pen = QPen(QColor(paint.stroke), paint.stroke_width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if paint.dashed:
            pen.setDashPattern([part / paint.stroke_width for part in DASHES])
    return pen, QBrush(QColor(paint.fill)) if paint.fill else QBrush()


class Rect(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    paint: Paint

    @property
    def rect(self) -> QRectF:
        return QRectF(self.x, self.y, self.width, self.height)

    def draw(self, painter: QPainter) -> None:
        self.paint.apply(painter)
        painter.drawRect(self.rect)


class Circle(NamedTuple):
    """A circle with its centre at `x`, `y`."""

    x: float
    y: float
    radius: float
    paint: Paint

    @property
    def rect(self) -> QRectF:
        r = self.radius
        return QRectF(self.x - r, self.y - r, 2 * r, 2 * r)

    def draw(self, painter: QPainter) -> None:
        self.paint.apply(painter)
        painter.drawEllipse(self.rect)


class Line(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    paint: Paint

    @property
    def rect(self) -> QRectF:
        return QRectF(QPointF(self.x1, self.y1), QPointF(self.x2, self.y2)).normalized()

    def draw(self, painter: QPainter) -> None:
        self.paint.apply(painter)
        painter.drawLine(QLineF(self.x1, self.y1, self.x2, self.y2))


@dataclass(frozen=True)
class Path:
    """A line through points, or where it is closed the area within."""

    points: tuple[tuple[float, float], ...]
    paint: Paint
    closed: bool = False

    @property
    def rect(self) -> QRectF:
        return self._polygon.boundingRect()

    def draw(self, painter: QPainter) -> None:
        self.paint.apply(painter)
        if self.closed:
            painter.drawPolygon(self._polygon)
        elif self._is_curve:
            painter.drawPath(path_of(self.points))
        else:
            painter.drawPolyline(self._polygon)

    def distance(self, x: float, y: float, within: float) -> float:
        """Return the distance of a point in pixels; infinity where it clearly exceeds `within`."""
        # A quick check first: lines have thousands of points, and most are far away.
        if not self._box.adjusted(-within, -within, within, within).contains(x, y):
            return math.inf
        return min(distance_to_segment((x, y), start, end) for start, end in pairwise(self.points))

    @cached_property
    def _box(self) -> QRectF:
        return self.rect

    @property
    def _is_curve(self) -> bool:
        """Whether the line is neither straight nor a ring.

        Those are painted as polylines: as a path Qt antialiases a straight line differently, and
        closes a ring.
        """
        return len(self.points) > 2 and self.points[0] != self.points[-1]

    @property
    def _polygon(self) -> QPolygonF:
        return QPolygonF([QPointF(x, y) for x, y in self.points])


def path_of(points: Sequence[tuple[float, float]]) -> QPainterPath:
    """Return the line through points, in a quarter of the time that a QPolygonF takes."""
    path = QPainterPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    return path


def distance_to_segment(
    point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]
) -> float:
    """Return how far a point lies from the straight line between two others."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    share = ((x - x1) * dx + (y - y1) * dy) / length if length else 0.0
    share = max(0.0, min(share, 1.0))
    return math.hypot(x - x1 - share * dx, y - y1 - share * dy)


Shape = Text | Rect | Circle | Line | Path


class Mark(NamedTuple):
    """Shapes that stand for records of the pack.

    `words` describes it for tooltips, screen readers and the title in an SVG; `hit` is the hit
    area; `lines` react to the mouse, too, where no other mark's hit area lies.
    """

    records: tuple[str, ...]
    words: str
    shapes: tuple[Shape, ...]
    hit: QRectF
    lines: tuple[Path, ...] = ()
    target: str = ""
    """The id that a click selects, where that is not the records."""
    cell: str = ""
    """Row and column, such as `chai-baoliang/ecology`, of a mark that counts records."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the records that it shows one by one, and does not count."""
        return () if self.cell else self.records

    @property
    def key(self) -> str:
        """What names the mark on its page."""
        return self.cell or next(iter(self.records), "")

    def draw(self, painter: QPainter) -> None:
        for shape in self.shapes:
            shape.draw(painter)
