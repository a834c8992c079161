"""The outline that highlights a mark of a chart."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPolygonF

from jjjviewer.charts.shapes import Mark, Path

PADDING = 4
"""Space between a mark and its outline, in pixels of the page."""


def outline(mark: Mark) -> QPainterPath:
    """Return the padded hit area of a mark, with a band along its lines."""
    area = QPainterPath()
    area.addRect(mark.hit.adjusted(-PADDING, 0, PADDING, 0))
    stroker = QPainterPathStroker()
    widths = [shape.paint.stroke_width for shape in mark.shapes if isinstance(shape, Path)]
    stroker.setWidth(max(widths, default=0) + 2 * PADDING)
    for line in mark.lines:
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(*point) for point in line.points]))
        area = area.united(stroker.createStroke(path))
    return area
