"""A field for a line of text that screen readers name, empty or not."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit


class TextField(QLineEdit):
    """Tells of no selection as keys reach it empty.

    Orca 43 would hear of that before the focus, and take the field for one that it has named.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.text():
            event = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.OtherFocusReason)
        super().focusInEvent(event)
