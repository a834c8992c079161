"""A field for a line of text that screen readers name, empty or not."""

import html

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent
from PySide6.QtWidgets import QLineEdit, QToolTip


class TextField(QLineEdit):
    """Tells of no selection as keys reach it empty.

    Orca 43 would hear of that before the focus, and take the field for one that it has named.
    """

    def event(self, event: QEvent) -> bool:
        """Tell all that is written under the mouse where the field is too narrow for it."""
        if isinstance(event, QHelpEvent) and not self.toolTip():
            wide = self.fontMetrics().horizontalAdvance(self.text())
            words = html.escape(self.text()) if wide > self.contentsRect().width() else ""
            QToolTip.showText(event.globalPos(), f"<p>{words}</p>" if words else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.text():
            event = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.OtherFocusReason)
        super().focusInEvent(event)
