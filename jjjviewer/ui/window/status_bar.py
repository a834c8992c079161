"""The status bar: progress, and two elided texts side by side."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.announce import announce


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
        self.setAccessibleDescription(text)
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
    """Shows the contents of the selection on the left and the source of the data on the right.

    A message stands in the place of the contents, cut to its room: Qt would paint it over the
    source.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._words = ""
        """The contents of the selection."""
        self._message = ""
        self._folder = Path()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.clearMessage)
        self._content = ElidedLabel(self)
        self._open_folder = QToolButton(self)
        self._open_folder.setText(tr("Open folder"))
        self._open_folder.clicked.connect(self._show_folder)
        self._source = ElidedLabel(self)
        self._source.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setContentsMargins(8, 0, 8, 0)
        self.addWidget(self._content, 3)
        self.addWidget(self._open_folder)
        self._open_folder.hide()
        # Without stretch, so that a message gets the width of the text it replaces.
        self.addPermanentWidget(self._source)

    def add_progress(self, *lines: QWidget) -> None:
        """Put progress lines before the text."""
        for at, line in enumerate(lines):
            self.insertWidget(at, line)

    def show_texts(self, content: str, source: str) -> None:
        """Show the contents of the selection, and the source."""
        self._words = content
        self._source.show_text(source)
        self.clearMessage()

    def showMessage(self, message: str, timeout: int | None = None) -> None:
        """Show a message, for a time in milliseconds or until another selection; read it out.

        None at all ends the one that is shown.
        """
        if not message:
            self.clearMessage()
            return
        self._open_folder.hide()
        self._message = message
        self._content.show_text(message)
        if timeout:
            self._timer.start(timeout)
        else:
            self._timer.stop()
        announce(self, message)

    def show_saved(self, message: str, folder: Path) -> None:
        """Show where files were written, with a button that opens the folder."""
        self.showMessage(message)
        self._folder = folder
        self._open_folder.show()

    def currentMessage(self) -> str:
        """Return the message that is shown, if one is."""
        return self._message

    def clearMessage(self) -> None:
        """Show the contents of the selection again."""
        self._message = ""
        self._timer.stop()
        self._open_folder.hide()
        self._content.show_text(self._words)

    def _show_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self.showMessage(tr("No program here opens folders: {path}", path=self._folder))
