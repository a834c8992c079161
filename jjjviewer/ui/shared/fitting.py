"""Fit windows to their screen, words to their window, and fields to their labels."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

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


def add_row(form: QFormLayout, words: str, field: QWidget) -> None:
    """Add a field with its label, which names the first of fields side by side.

    Screen readers take the name of a field that has choices from its label only.
    """
    form.addRow(words, field)
    label = form.labelForField(field)
    if words and isinstance(label, QLabel):
        label.setBuddy(field.focusProxy() or field)
        # Orca would read the sign of the key too.
        label.setAccessibleName(words.replace("&", ""))


def make_bold(label: QLabel) -> None:
    """Show a label as a heading."""
    font = label.font()
    font.setBold(True)
    label.setFont(font)
