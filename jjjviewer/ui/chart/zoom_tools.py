"""The buttons and the menu for zooming: in, out, and back to the whole."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.ui.chart.page_input import STEP
from jjjviewer.ui.shared import theme

_ICON = 18
"""In pixels; with this the buttons are as high as those beside them."""


class ZoomTools(QWidget):
    """A row of buttons; the menu has the same actions."""

    zoomed = Signal(float)
    """A factor."""
    fitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # On many keyboards plus needs Shift, and the equals sign on the same key does not.
        larger = self._make(tr("Zoom &in"), "Alt++", "Alt+=")
        smaller = self._make(tr("Zoom &out"), "Alt+-")
        fit = self._make(tr("&Fit"), "Alt+0")
        larger.triggered.connect(lambda: self.zoomed.emit(STEP))
        smaller.triggered.connect(lambda: self.zoomed.emit(1 / STEP))
        fit.triggered.connect(self.fitted)
        self._icons = {larger: "zoom-in", smaller: "zoom-out", fit: "fullscreen"}
        self.menu = QMenu(tr("&Zoom"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for action in self._icons:
            self.menu.addAction(action)
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setIconSize(QSize(_ICON, _ICON))
            layout.addWidget(button)
        self.enable(has_chart=False)

    def enable(self, *, has_chart: bool) -> None:
        """Enable the actions where there is a chart."""
        self.menu.setEnabled(has_chart)
        for action in self._icons:
            action.setEnabled(has_chart)

    def apply_theme(self, style: Style) -> None:
        """Colour the icons for a theme."""
        for action, name in self._icons.items():
            action.setIcon(theme.icon(name, style, _ICON))

    def _make(self, words: str, *keys: str) -> QAction:
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(each) for each in keys])
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{words.replace('&', '')} ({shown})")
        return action
