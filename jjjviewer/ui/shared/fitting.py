"""Fit windows to their screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)
"""Approximate size of window frame and panels, in pixels."""


def fitting(window: QWidget, size: QSize) -> QSize:
    """Return the size of a window, reduced to fit its screen."""
    return size.boundedTo(window.screen().availableSize() - _FRAME)
