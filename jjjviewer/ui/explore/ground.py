"""What lies below and above the points: bands of lanes, lines, and the counts of crowds."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from jjjviewer.charts.style import mixed
from jjjviewer.charts.text import font, width
from jjjviewer.ui.explore.axes import Look
from jjjviewer.ui.explore.spread import Dots

_BELOW, _ABOVE = -100, 50
_GAP, _WIDE_GAP = 2, 10
"""Between two counts, in pixels, and between two of very many."""
_MANY = 100
_TINT = 0.16
"""How much of the accent is in the ground of what is brushed."""


class Ground(pg.GraphicsObject):
    """Bands of every second lane, and lines at the ticks."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._area = QRectF()
        self._lines: Sequence[float] = ()
        self._levels: Sequence[float] = ()
        self._bold: frozenset[int] = frozenset()
        self._lanes = 0
        self.setZValue(_BELOW)

    def show_lanes(self, count: int, bold: frozenset[int]) -> None:
        """Show bands for lanes; those that are brushed are tinted."""
        self._lanes, self._bold = count, bold
        self.update()

    def fit(self, area: QRectF, lines: Sequence[float], levels: Sequence[float] = ()) -> None:
        """Fill an area, with upright lines and level ones."""
        self.prepareGeometryChange()
        self._area, self._lines, self._levels = area, lines, levels
        self.update()

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None
    ) -> None:
        area, style = self._area, self.look.style
        tint = QColor(mixed((style.background, style.accent), _TINT))
        for lane in range(self._lanes):
            band = QRectF(area.left(), lane, area.width(), 1)
            if lane in self._bold:
                painter.fillRect(band, tint)
            elif lane % 2 == 0:
                painter.fillRect(band, QColor(style.surface))
        pen = QPen(QColor(style.grid), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for x in self._lines:
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        for y in self._levels:
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))


class Counts(pg.GraphicsObject):
    """The number of points at places where they overlap, as far as there is room for it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._dots: Dots | None = None
        self.is_beside = False
        """Whether a number stands to the right of its place, and not on it."""
        self.setZValue(_ABOVE)

    def show_counts(self, dots: Dots) -> None:
        """Show the counts of other dots."""
        self.prepareGeometryChange()
        self._dots = dots
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self.getViewBox().viewRect())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None
    ) -> None:
        if self._dots is None:
            return
        size, transform = self.look.sizes.note, painter.transform()
        painter.resetTransform()
        painter.setFont(font(size))
        painter.setPen(QColor(self.look.style.text))
        crowds, view = self._dots.crowds, self.getViewBox().viewRect()
        places = crowds.x * transform.m11() + transform.dx()
        is_in_sight = (crowds.x >= view.left()) & (crowds.x <= view.right())
        gap = _GAP if is_in_sight.sum() < _MANY else _WIDE_GAP
        lane, taken = -1, 0.0
        for at in np.flatnonzero(is_in_sight):
            x, words = float(places[at]), f"{crowds.counts[at]:,}"
            wide = width(words, size)
            left = x + size * 0.6 if self.is_beside else x - wide / 2
            if crowds.lanes[at] == lane and left < taken:
                continue
            lane, taken = crowds.lanes[at], left + wide + gap
            y = float(crowds.y[at]) * transform.m22() + transform.dy()
            area = QRectF(left, y - size * 0.65, wide, size * 1.3)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
