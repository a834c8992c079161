"""What stands in a chart's place where there is none: why, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from jjjviewer.charts.translation import tr


class ChartMessage(QWidget):
    """Words in the middle of the room, with a button for the remedy."""

    reset_requested = Signal()
    """The filter is to let everything through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = ""
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy_report = QPushButton(tr("Copy report"), self)
        self._copy_report.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report))
        self._show_all = QPushButton(tr("Show all"), self)
        self._show_all.clicked.connect(self.reset_requested)
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.addWidget(self._words)
        for button in (self._copy_report, self._show_all):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()

    def show_message(self, words: str, report: str = "", *, filtered: bool = False) -> None:
        """Say something.

        Args:
            words: for people.
            report: of a fault, to be copied.
            filtered: whether it is for the filter that there is nothing.
        """
        self.report = report
        self._words.setText(words)
        self._copy_report.setVisible(bool(report))
        self._show_all.setVisible(filtered)
