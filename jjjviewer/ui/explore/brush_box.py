"""The inside of a plot: the wheel zooms across, a drag brushes or moves."""

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseDragEvent
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsRectItem

from jjjviewer.charts.style import Style

_LEFT = Qt.MouseButton.LeftButton
_FILL = 0.12
_ABOVE = 100


class BrushBox(pg.ViewBox):
    """A view of points, in which a drag draws a rectangle; with Shift it does the other."""

    brushed = Signal(object, object)
    """From where to where, across and down; None for all of an axis."""

    def __init__(self, style: Style, *, upside_down: bool) -> None:
        super().__init__(enableMenu=False, invertY=upside_down, defaultPadding=0.0)
        self.moves = False
        """Whether a drag moves what is in sight."""
        self._brushes = False
        """Whether the drag that goes on brushes."""
        # Of lanes all are in sight always, and of values too.
        self.setMouseEnabled(x=True, y=False)
        self._frame = QGraphicsRectItem()
        self._frame.setZValue(_ABOVE)
        self._frame.hide()
        accent = QColor(style.accent)
        pen = QPen(accent, 1.5)
        pen.setCosmetic(True)
        self._frame.setPen(pen)
        accent.setAlphaF(_FILL)
        self._frame.setBrush(accent)
        self.addItem(self._frame, ignoreBounds=True)

    def mouseDragEvent(self, ev: MouseDragEvent, axis: int | None = None) -> None:
        if ev.isStart():
            is_shifted = bool(ev.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._brushes = ev.button() == _LEFT and self.moves == is_shifted
        if not self._brushes:
            if ev.button() != Qt.MouseButton.RightButton:
                super().mouseDragEvent(ev, axis)
            return
        ev.accept()
        start = self.mapSceneToView(ev.buttonDownScenePos(_LEFT))
        end = self.mapSceneToView(ev.scenePos())
        all_of = QRectF(self.viewRect())
        area = QRectF(start, end).normalized()
        if axis == 0:
            area.setTop(all_of.top())
            area.setBottom(all_of.bottom())
        elif axis == 1:
            area.setLeft(all_of.left())
            area.setRight(all_of.right())
        area &= all_of
        self._frame.setRect(area)
        self._frame.setVisible(not ev.isFinish())
        if ev.isFinish():
            across = None if axis == 1 else (area.left(), area.right())
            self.brushed.emit(across, None if axis == 0 else (area.top(), area.bottom()))

    @property
    def pixel(self) -> tuple[float, float]:
        """The size of a pixel, in the units of the axes."""
        (left, right), (low, high) = self.viewRange()
        return (right - left) / max(self.width(), 1), (high - low) / max(self.height(), 1)
