"""Doing things after a paint, so that nothing stands in its way."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


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
    """Call a function once what has changed is painted, if its owner still lives then."""
    # Qt paints before it looks at its timers; what the paint has left to be done comes next.
    QTimer.singleShot(0, owner, lambda: QTimer.singleShot(0, owner, then))
