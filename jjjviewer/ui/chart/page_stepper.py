"""Steps through the pages of a chart that has several."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from jjjviewer.charts.scene import Scene
from jjjviewer.charts.translation import tr


class PageStepper(QWidget):
    """Two arrows and the number of the page, shown only where there are several."""

    page_shown = Signal(object)
    """The `Scene` of the page that is in sight now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scenes: Sequence[Scene] = ()
        self.number = 1
        """The page in sight, counted from 1."""
        self._words = QLabel(self)
        self._back = self._arrow(Qt.ArrowType.LeftArrow, tr("Previous page"), -1)
        self._next = self._arrow(Qt.ArrowType.RightArrow, tr("Next page"), 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._back, self._words, self._next):
            layout.addWidget(widget)
        self.hide()

    def show_pages(self, scenes: Sequence[Scene]) -> None:
        """Show the first page of a chart."""
        self.scenes = scenes
        self._show(1)

    def _show(self, number: int) -> None:
        self.number, count = number, len(self.scenes)
        self.page_shown.emit(self.scenes[number - 1])
        self._words.setText(tr("{number} of {count}", number=number, count=count))
        self._back.setEnabled(number > 1)
        self._next.setEnabled(number < count)
        self.setVisible(count > 1)

    def _arrow(self, arrow: Qt.ArrowType, words: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self._show(self.number + by))
        return button
