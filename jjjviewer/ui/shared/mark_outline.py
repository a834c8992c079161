"""What is painted over a mark of a chart: the outline that highlights it, the star."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPolygonF,
)

from jjjviewer.charts.shapes import Mark, Path
from jjjviewer.charts.style import Style
from jjjviewer.charts.typeface import FAMILY

PADDING = 4
"""Space between a mark and its outline, in pixels of the page."""

_STAR = 12
"""Size of a star, in pixels of a page whose type has its usual size."""


def paint_highlight(painter: QPainter, mark: Mark, color: QColor, width: float) -> None:
    """Tint a mark and draw its outline."""
    tint = QColor(color)
    tint.setAlphaF(0.14)
    painter.fillPath(outline(mark), tint)
    painter.strokePath(outline(mark), QPen(color, width))


def paint_star(painter: QPainter, mark: Mark, style: Style, unit: float) -> None:
    """Draw a star on the upper left corner of a mark, with a rim that stands out from it."""
    font = QFont(FAMILY)
    font.setPixelSize(round(_STAR * unit))
    star = QPainterPath()
    star.addText(mark.hit.topLeft() + QPointF(-_STAR / 2, _STAR / 2) * unit, font, "★")
    painter.strokePath(star, QPen(QColor(style.background), 3 * unit))
    painter.fillPath(star, QColor(style.accent))


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
