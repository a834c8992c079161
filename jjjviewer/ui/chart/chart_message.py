"""The message in a chart's place where there is none: why, and the remedy."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View
from jjjviewer.ui.shared.fitting import wrap


class ChartMessage(QWidget):
    """Centred words with a button for the remedy."""

    reset_requested = Signal()
    """The user wants the filter cleared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = ""
        self._words = QLabel(self)
        wrap(self._words)
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
        """Show a message.

        Args:
            words: what the user reads.
            report: the report of an error, which a button copies.
            filtered: whether the filter leaves nothing to draw.
        """
        self.report = report
        self._words.setText(words)
        self._copy_report.setVisible(bool(report))
        self._show_all.setVisible(filtered)


def words_for_nothing(view: View, filtered: str) -> str:
    """Return why there is nothing to draw of a view, whose filter is given in words."""
    if not filtered:
        return tr("Nothing to draw: no figures and no statements.")
    if view.figures.empty:
        return tr("Nothing matches the filter: {what}.", what=filtered)
    return tr("Too little matches the filter for this chart: {what}.", what=filtered)
