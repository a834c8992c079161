"""Calls after a paint, so that nothing delays it, and what lies around a page."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QWidget

_EDGE = 2
"""Width of a page's edge in pixels; it is antialiased, so that what lies below shows."""


class _FirstPaint(QObject):
    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._then)
        return False


def after_first_paint(widget: QWidget, then: Callable[[], None]) -> None:
    """Call a function once a widget has been painted for the first time."""
    _FirstPaint(widget, then)


def after_next_paint(owner: QObject, then: Callable[[], None]) -> None:
    """Call a function after the next paint, if its owner still exists then."""
    # Qt handles paints before timers, and events that the paint has posted after that.
    QTimer.singleShot(0, owner, lambda: QTimer.singleShot(0, owner, then))


def paint_around(widget: QWidget, painter: QPainter, page: QRect) -> None:
    """Paint the background of a widget around a page, and below its edges."""
    around = QRegion(widget.rect()) - QRegion(page.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))
    painter.setClipRegion(around)
    painter.fillRect(widget.rect(), widget.palette().window())
    painter.setClipping(False)
