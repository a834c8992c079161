"""The status bar: two lines of text side by side, and progress before them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from jjjviewer.ui.shared import wording


class ElidedLabel(QLabel):
    """One line of text, elided where it has no room; the tooltip has it all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = ""
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_text(self, text: str) -> None:
        if text == self._all:
            return
        self._all = text
        self.setToolTip(wording.tip(text))
        self.setAccessibleName(text)
        self.updateGeometry()
        self._cut()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._all) + 2 * self.margin() + 4
        return QSize(wide, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = self.width() - 2 * self.margin()
        self.setText(self.fontMetrics().elidedText(self._all, Qt.TextElideMode.ElideRight, room))


class StatusBar(QStatusBar):
    """Says what the selection holds, on the left, and where the data comes from, on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._content = ElidedLabel(self)
        self._source = ElidedLabel(self)
        self._source.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setContentsMargins(8, 0, 8, 0)
        self.addWidget(self._content, 3)
        # Without stretch: a message gets the room of what is shown, not of nothing.
        self.addPermanentWidget(self._source)

    def add_progress(self, *lines: QWidget) -> None:
        """Put progress lines before the text."""
        for at, line in enumerate(lines):
            self.insertWidget(at, line)

    def show_texts(self, content: str, source: str) -> None:
        """Show what the selection holds, and where it comes from."""
        self.clearMessage()
        self._content.show_text(content)
        self._source.show_text(source)
