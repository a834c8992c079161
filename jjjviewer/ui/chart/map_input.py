"""Wheel, pinch, drag and keys on a canvas that shows a map: they move and zoom it."""

import math

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from jjjviewer.ui.shared.canvas import Canvas

STEP = 1.5
"""How much a key or a button zooms."""
_NOTCH = 120
"""Qt's measure of a notch of the wheel; a touchpad tells less at a time."""
_WHEEL_STEP = 1.25
_SHARE = 0.15
"""How far of the map's room a key moves it."""
_ZOOMS = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP}
_MOVES = {
    Qt.Key.Key_Right: QPointF(-1, 0),
    Qt.Key.Key_Left: QPointF(1, 0),
    Qt.Key.Key_Down: QPointF(0, -1),
    Qt.Key.Key_Up: QPointF(0, 1),
}
_OTHERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class MapGestures(QObject):
    """Takes from a canvas what is meant for its map; all else stays with the canvas."""

    zoomed = Signal(float, QPointF)
    """So many times as large, about a point of the page."""
    moved = Signal(QPointF, QPointF)
    """By so many pixels of the page, from a point of it."""
    fitted = Signal()

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._held: QPointF | None = None
        """Where the map is held by the pointer."""
        self._dragged = False
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._canvas.map_area is None:
            return False
        match event:
            case QWheelEvent():
                return self._turn(event)
            case QNativeGestureEvent():
                return self._pinch(event)
            case QMouseEvent():
                return self._drag(event)
            case QKeyEvent() if event.type() == QEvent.Type.KeyPress:
                return self._press(event)
        return False

    def _turn(self, event: QWheelEvent) -> bool:
        turned = event.angleDelta().y() or event.pixelDelta().y()
        self._zoom(_WHEEL_STEP ** (turned / _NOTCH), event.position())
        return True

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._zoom(math.exp(event.value()), event.position())
        return True

    def _drag(self, event: QMouseEvent) -> bool:
        at = event.position()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                area = self._canvas.map_area
                on_map = area is not None and area.contains(self._canvas.on_page(at))
                self._held, self._dragged = (at if on_map else None), False
            case QEvent.Type.MouseMove if self._held is not None:
                return self._pull(at)
            case QEvent.Type.MouseButtonRelease if self._held is not None:
                self._held = None
                if self._dragged:
                    self._canvas.point(at)
                return self._dragged
            case QEvent.Type.MouseButtonDblClick if not self._canvas.mark_at(at):
                self._zoom(STEP, at)
                return True
        return False

    def _pull(self, at: QPointF) -> bool:
        """Have the map follow the pointer, once it has gone further than a hand trembles."""
        assert self._held is not None
        way = at - self._held
        if not self._dragged and way.manhattanLength() < QApplication.startDragDistance():
            return False
        self._dragged = True
        self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
        start, self._held = self._canvas.on_page(self._held), at
        self.moved.emit(way / self._canvas.page_scale, start)
        return True

    def _press(self, event: QKeyEvent) -> bool:
        key, area = Qt.Key(event.key()), self._canvas.map_area
        assert area is not None
        if event.modifiers() & _OTHERS:
            return False
        if key in _ZOOMS:
            self.zoomed.emit(_ZOOMS[key], self._canvas.map_middle)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fitted.emit()
        elif key in _MOVES and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            way = _MOVES[key]
            by = QPointF(way.x() * area.width(), way.y() * area.height()) * _SHARE
            self.moved.emit(by, self._canvas.map_middle)
        else:
            return False
        return True

    def _zoom(self, factor: float, at: QPointF) -> None:
        self.zoomed.emit(factor, self._canvas.on_page(at))
