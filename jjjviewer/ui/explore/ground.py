"""What lies below and above the points: bands of lanes, lines, and the counts of crowds."""

from collections.abc import Iterator, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from jjjviewer.charts.style import mixed
from jjjviewer.charts.text import font, width
from jjjviewer.ui.explore.axes import Look
from jjjviewer.ui.explore.spread import Dots

_BELOW, _ABOVE = -100, 50
_GAP = 2
"""Between two counts, in pixels."""
_MANY, _CELL, _FAR = 100, (36, 14), 100_000
"""Of more counts only one is shown in each cell of so many pixels; cells are numbered by these."""
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
        self._band: tuple[float, float] | None = None
        self.setZValue(_BELOW)

    def show_lanes(self, count: int, bold: frozenset[int]) -> None:
        """Show bands for lanes; those that are brushed are tinted."""
        self._lanes, self._bold = count, bold
        self.update()

    def show_band(self, band: tuple[float, float] | None) -> None:
        """Tint what lies between two values."""
        self._band = band
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
        if self._band is not None:
            low, high = self._band
            painter.fillRect(QRectF(area.left(), low, area.width(), high - low) & area, tint)
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
        for x, y, words in self._told(transform, size):
            wide = width(words, size)
            area = QRectF(x, y - size * 0.65, wide, size * 1.3)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)

    def _told(self, transform: QTransform, size: int) -> Iterator[tuple[float, float, str]]:
        """Yield left end, middle and words of the counts that there is room for, in pixels."""
        assert self._dots is not None
        crowds, view = self._dots.crowds, self.getViewBox().viewRect()
        x = crowds.x * transform.m11() + transform.dx()
        y = crowds.y * transform.m22() + transform.dy()
        shown = np.flatnonzero((crowds.x >= view.left()) & (crowds.x <= view.right()))
        if len(shown) > _MANY:
            # One in a cell is as many as can be read.
            cells = np.floor(x[shown] / _CELL[0]) * _FAR + np.floor(y[shown] / _CELL[1])
            shown = shown[np.sort(np.unique(cells, return_index=True)[1])]
        right = view.right() * transform.m11() + transform.dx()
        lane, taken = -1, 0.0
        for at in shown:
            words = f"{crowds.counts[at]:,}"
            wide = width(words, size)
            left = float(x[at]) + (size * 0.6 if self.is_beside else -wide / 2)
            if self.is_beside and left + wide > right:
                left = float(x[at]) - size * 0.6 - wide
            if crowds.lanes[at] == lane and left < taken and not self.is_beside:
                continue
            lane, taken = crowds.lanes[at], left + wide + _GAP
            yield left, float(y[at]), words
