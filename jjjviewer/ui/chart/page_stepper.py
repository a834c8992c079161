"""Steps through the pages of a chart that has several."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from jjjviewer.charts.translation import tr


class PageStepper(QWidget):
    """Two arrows and the number of the page, shown only where there are several."""

    stepped = Signal(int)
    """The number of the page to show, from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = self._count = 1
        self._words = QLabel(self)
        self._back = self._arrow(Qt.ArrowType.LeftArrow, tr("Previous page"), -1)
        self._next = self._arrow(Qt.ArrowType.RightArrow, tr("Next page"), 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._back, self._words, self._next):
            layout.addWidget(widget)
        self.show_page(1, 1)

    def show_page(self, number: int, count: int) -> None:
        """Show which page of how many is in sight."""
        self._number, self._count = number, count
        self._words.setText(tr("{number} of {count}", number=number, count=count))
        self._back.setEnabled(number > 1)
        self._next.setEnabled(number < count)
        self.setVisible(count > 1)

    def _arrow(self, arrow: Qt.ArrowType, words: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.stepped.emit(self._number + by))
        return button
