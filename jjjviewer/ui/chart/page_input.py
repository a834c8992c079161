"""Wheel, pinch, drag and keys on a canvas: they zoom and move its page, or the map on it."""

import math

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from jjjviewer.ui.shared.canvas import Canvas

STEP = 1.5
"""The factor by which a key or a button zooms."""
_NOTCH = 120
"""Qt's angle for a notch of the wheel; a touchpad sends smaller ones."""
_WHEEL_STEP = 1.25
_PAN_SHARE = 0.15
"""The share of the map's size by which a key pans it."""
_ZOOMS = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP}
_MOVES = {
    Qt.Key.Key_Right: QPointF(-1, 0),
    Qt.Key.Key_Left: QPointF(1, 0),
    Qt.Key.Key_Down: QPointF(0, -1),
    Qt.Key.Key_Up: QPointF(0, 1),
}
_OTHER_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class PageInput(QObject):
    """Filters the events of a canvas for those that zoom and move; the rest reaches the canvas."""

    zoomed = Signal(float, QPointF)
    """A factor, and the point of the page that stays in place."""
    moved = Signal(QPointF)
    """A distance in pixels of the page."""
    fitted = Signal()

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._grabbed: QPointF | None = None
        """The point of the canvas where the pointer last grabbed the map."""
        self._dragged = False
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QWheelEvent():
                return self._on_wheel(event)
            case QNativeGestureEvent():
                return self._on_pinch(event)
            case QMouseEvent():
                return self._on_mouse(event)
            case QKeyEvent() if event.type() == QEvent.Type.KeyPress:
                return self._on_key(event)
        return False

    def _on_wheel(self, event: QWheelEvent) -> bool:
        angle = event.angleDelta().y() or event.pixelDelta().y()
        placement = self._canvas.placement
        is_zoom = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._canvas.map_area is None and placement.overflows and not is_zoom:
            placement.move(-QPointF(event.pixelDelta() or event.angleDelta()))
            return True
        self._zoom(_WHEEL_STEP ** (angle / _NOTCH), event.position())
        return True

    def _on_pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._zoom(math.exp(event.value()), event.position())
        return True

    def _on_mouse(self, event: QMouseEvent) -> bool:
        at = event.position()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._grabbed, self._dragged = (at if self._can_grab(at) else None), False
            case QEvent.Type.MouseMove if self._grabbed is not None:
                return self._drag_to(at)
            case QEvent.Type.MouseButtonRelease if self._grabbed is not None:
                self._grabbed = None
                if self._dragged:
                    self._canvas.update_cursor(at)
                return self._dragged
            case QEvent.Type.MouseButtonDblClick if not self._canvas.mark_at(at):
                self._zoom(STEP, at)
                return True
        return False

    def _can_grab(self, at: QPointF) -> bool:
        """Return whether there is something to move at a point of the canvas."""
        area = self._canvas.map_area or self._canvas.time_area
        if area is None:
            return self._canvas.placement.is_movable
        return area.contains(self._canvas.on_page(at))

    def _drag_to(self, at: QPointF) -> bool:
        """Let the map follow the pointer, once it is beyond Qt's drag distance."""
        assert self._grabbed is not None
        distance = at - self._grabbed
        if not self._dragged and distance.manhattanLength() < QApplication.startDragDistance():
            return False
        self._dragged = True
        self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._grabbed = at
        self.moved.emit(distance / self._canvas.page_scale)
        return True

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        area = self._canvas.map_area or self._canvas.page_area
        if event.modifiers() & _OTHER_MODIFIERS:
            return False
        if key in _ZOOMS:
            self.zoomed.emit(_ZOOMS[key], area.center())
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fitted.emit()
        elif key in _MOVES and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            direction = _MOVES[key]
            by = QPointF(direction.x() * area.width(), direction.y() * area.height()) * _PAN_SHARE
            self.moved.emit(by)
        else:
            return False
        return True

    def _zoom(self, factor: float, at: QPointF) -> None:
        self.zoomed.emit(factor, self._canvas.on_page(at))
