"""Fields for text: a line that screen readers name, empty or not, and a sentence that wraps."""

import html

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QToolTip, QWidget

_LINES = 4
"""Lines of a sentence that are in sight."""


class TextField(QLineEdit):
    """Tells of no selection as keys reach it empty.

    Orca 43 would hear of that before the focus, and take the field for one that it has named.
    """

    def show_text(self, words: str) -> None:
        """Show other words, from their beginning."""
        if self.text() != words:
            self.setText(words)
            self.setCursorPosition(0)

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


class SentenceField(QPlainTextEdit):
    """Holds one sentence, which wraps; Tab leaves it.

    Args:
        most: the characters that it takes, 0 for any number.
        parent: the Qt parent.
    """

    left = Signal()
    """The focus went elsewhere."""

    def __init__(self, most: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._cut)

    def text(self) -> str:
        """Return what is written."""
        # Not as plain text, in which spaces that do not break are lost.
        return self.document().toRawText().replace("\u2029", "\n")

    def show_text(self, words: str) -> None:
        """Show other words, from their beginning."""
        if self.text() != words:
            self.setPlainText(words)

    def sizeHint(self) -> QSize:
        edges = 2 * (self.document().documentMargin() + self.frameWidth())
        high = _LINES * self.fontMetrics().lineSpacing() + edges
        return QSize(super().sizeHint().width(), round(high))

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().splitlines()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Its own menu and another window do not end the writing.
        reason = Qt.FocusReason
        if event.reason() not in (reason.PopupFocusReason, reason.ActiveWindowFocusReason):
            self.left.emit()

    def _cut(self) -> None:
        """Delete what was typed or pasted beyond the most characters."""
        over = len(self.text()) - self._most if self._most else 0
        for _ in range(over):
            self.textCursor().deletePreviousChar()
