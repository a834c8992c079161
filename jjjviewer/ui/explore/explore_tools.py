"""The tools above the plots: what stands on the axes, what a drag does, zoom, and the chart."""

from functools import partial
from typing import get_args

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.ui.explore.explore_words import Down
from jjjviewer.ui.explore.lanes import Kind
from jjjviewer.ui.explore.plot_view import STEP
from jjjviewer.ui.explore.points import Across
from jjjviewer.ui.shared import theme
from jjjviewer.ui.shared.choice_menu import ChoiceMenu, label, menu_button
from jjjviewer.ui.shared.flow_layout import FlowLayout

_ICON = 18
_GAP = 6


class ExploreTools(QWidget):
    """A row of tools, which wraps where it is narrow."""

    axes_changed = Signal()
    drag_changed = Signal()
    zoomed = Signal(float)
    """A factor."""
    fitted = Signal()
    chart_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._across = self._choice(
            tr("&Across"), {"paragraphs": tr("paragraphs"), "time": tr("time")}
        )
        self._down = self._choice(
            tr("&Down"),
            {
                "themes": tr("themes"),
                "speakers": tr("speakers"),
                "places": tr("places"),
                "": tr("values"),
            },
        )
        self._moves = self._button(tr("Drag moves"))
        self._moves.setCheckable(True)
        self._moves.toggled.connect(self.drag_changed)
        self._icons = {
            self._tool(tr("Zoom in"), "+"): "zoom-in",
            self._tool(tr("Zoom out"), "-"): "zoom-out",
            self._tool(tr("Fit"), "0"): "fullscreen",
        }
        larger, smaller, fit = self._icons
        larger.clicked.connect(lambda: self.zoomed.emit(STEP))
        smaller.clicked.connect(lambda: self.zoomed.emit(1 / STEP))
        fit.clicked.connect(self.fitted)
        chart = self._button(tr("As a chart"))
        chart.setToolTip(tr("Go to the chart of what is selected and let through"))
        chart.clicked.connect(self.chart_requested)
        self.offer_moves(False)
        layout = FlowLayout(self, _GAP)
        layout.setContentsMargins(0, 0, 0, 0)
        for menu in (self._across, self._down):
            button = menu_button(menu, self)
            menu.label_changed.connect(partial(label, button))
            menu.update_label()
            layout.addWidget(button)
        for widget in (self._moves, *self._icons, chart):
            layout.addWidget(widget)

    @property
    def menus(self) -> tuple[ChoiceMenu, ChoiceMenu]:
        """The menus of what stands across, and of what stands down."""
        return self._across, self._down

    @property
    def across(self) -> Across:
        return "time" if self._across.key == "time" else "paragraphs"

    @property
    def down(self) -> Down:
        """What has lanes; None where values stand on a scale."""
        kinds: tuple[Kind, ...] = get_args(Kind)
        return next((kind for kind in kinds if kind == self._down.key), None)

    @property
    def moves(self) -> bool:
        """Whether a drag moves what is in sight, and does not brush."""
        return self._moves.isChecked()

    def offer_moves(self, is_zoomed: bool) -> None:
        """Offer to move what is in sight, where that is not all; else a drag narrows again."""
        self._moves.setEnabled(is_zoomed)
        if not is_zoomed:
            self._moves.setChecked(False)
        self._moves.setToolTip(
            tr("A drag moves what is in sight; else it narrows. With Shift it does the other.")
            if is_zoomed
            else tr("Zoom in first: all is in sight, and a drag narrows what is shown.")
        )

    def apply_theme(self, style: Style) -> None:
        """Colour the icons for a theme."""
        for button, name in self._icons.items():
            button.setIcon(theme.icon(name, style, _ICON))

    def _choice(self, name: str, choices: dict[str, str]) -> ChoiceMenu:
        menu = ChoiceMenu(name, choices, next(iter(choices)), self, names_default=True)
        menu.chosen.connect(self.axes_changed)
        return menu

    def _button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        return button

    def _tool(self, words: str, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({key})")
        button.setIconSize(QSize(_ICON, _ICON))
        return button
