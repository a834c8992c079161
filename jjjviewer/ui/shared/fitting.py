"""Fit windows to their screen, and words to their window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

_FRAME = QSize(16, 48)
"""Approximate size of window frame and panels, in pixels."""


def fitting(window: QWidget, size: QSize) -> QSize:
    """Return the size of a window, reduced to fit its screen."""
    return size.boundedTo(window.screen().availableSize() - _FRAME)


def wrap(label: QLabel) -> None:
    """Have a label wrap plain text; a word that is too long is cut, and does not widen it."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
