"""The side buttons of a mouse, which go back and forward anywhere in the window."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

_STEPS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class SideButtons(QObject):
    """Filters events of a window before its widgets, some of which consume these buttons.

    Args:
        window: a window that has been shown.
    """

    pressed = Signal(int)
    """-1 for back, 1 for forward."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.button() in _STEPS:
            if event.type() == QEvent.Type.MouseButtonPress:
                self.pressed.emit(_STEPS[event.button()])
            return True
        return False
