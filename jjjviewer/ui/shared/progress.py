"""Progress of work in the background, with a button that cancels it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared.announce import announce

_BAR_WIDTH = 160


class ProgressLine(QWidget):
    """Words, bar and button in a status bar; hidden while nothing is running."""

    stopped = Signal()
    """The user pressed Cancel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress"))
        cancel = QToolButton(self)
        cancel.setText(tr("Cancel"))
        cancel.clicked.connect(self.stopped)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.addWidget(self._words)
        layout.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(cancel)
        self.hide()

    def begin(self, words: str) -> None:
        """Show what has started."""
        self._words.setText(words)
        self._bar.setValue(0)
        self.show()
        announce(self, words)

    def advance(self, percent: int) -> None:
        """Show how much is done, in percent."""
        self._bar.setValue(percent)
