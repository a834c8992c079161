"""The status bar: progress, and two elided texts side by side."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from jjjviewer.ui.shared import wording


class ElidedLabel(QLabel):
    """One line of text, elided to fit; the tooltip has the whole text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_text(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self.setToolTip(wording.tip(text))
        self.setAccessibleName(text)
        self.updateGeometry()
        self._elide()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._text) + 2 * self.margin() + 4
        return QSize(wide, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        width = self.width() - 2 * self.margin()
        self.setText(self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, width))


class StatusBar(QStatusBar):
    """Shows the contents of the selection on the left and the source of the data on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._content = ElidedLabel(self)
        self._source = ElidedLabel(self)
        self._source.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setContentsMargins(8, 0, 8, 0)
        self.addWidget(self._content, 3)
        # Without stretch, so that a message gets the width of the text it replaces.
        self.addPermanentWidget(self._source)

    def add_progress(self, *lines: QWidget) -> None:
        """Put progress lines before the text."""
        for at, line in enumerate(lines):
            self.insertWidget(at, line)

    def show_texts(self, content: str, source: str) -> None:
        """Show the contents of the selection, and the source."""
        self.clearMessage()
        self._content.show_text(content)
        self._source.show_text(source)
