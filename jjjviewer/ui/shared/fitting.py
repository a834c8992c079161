"""How large a window may be."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)
"""About what a desktop puts round a window."""


def fitting(window: QWidget, size: QSize) -> QSize:
    """Return the size of a window, reduced to fit its screen."""
    return size.boundedTo(window.screen().availableSize() - _FRAME)
