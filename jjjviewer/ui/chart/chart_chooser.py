"""The chart types to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.ui.chart.charts_menu import ChartsMenu
from jjjviewer.ui.shared import theme
from jjjviewer.ui.shared.flow_layout import FlowLayout

_ICON = 20
_SMALL = 0.88
"""Size of the words below an icon, for the window's."""
_GAP = 1
_SHARE = 0.2
"""Largest share of the pane that buttons with names may take: the chart matters more."""


class ChartTypeChooser(QWidget):
    """One button for each chart type that suits, and the same as a menu.

    Args:
        chart_types: all there are.
        style: the colours of the icons.
        parent: the parent widget.
    """

    chosen = Signal(object)
    """The `ChartType` that was clicked."""

    def __init__(
        self, chart_types: Sequence[ChartType], style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._buttons: dict[str, QToolButton] = {}
        self.setObjectName("chart-types")
        self.setAccessibleName(tr("Chart types"))
        self._flow = FlowLayout(self, _GAP)
        self._room = QSize()
        self._needed = 0
        """Both in pixels, the latter square ones."""
        self.menu = ChartsMenu(chart_types, self)
        self.menu.chosen.connect(self.chosen)
        # Hidden until they are offered; their icons come with the theme.
        for chart_type in chart_types:
            self._add(chart_type)

    def offer(self, chart_types: Sequence[ChartType]) -> None:
        """Show the chart types that suit."""
        self.menu.offer(chart_types)
        ids = {chart_type.id for chart_type in chart_types}
        # Once for all: otherwise the pane would be laid out for each button that comes.
        self._flow.setEnabled(False)
        for id_, button in self._buttons.items():
            button.setVisible(id_ in ids)
        self._flow.setEnabled(True)
        self.updateGeometry()

    def check(self, chart_type: ChartType) -> None:
        """Show which chart type is drawn."""
        self._buttons[chart_type.id].setChecked(True)
        self.fit(self._room)
        self.menu.check(chart_type)

    def fit(self, room: QSize) -> None:
        """Name the chart types below their icons, or in a small room only the one that is drawn.

        The room for all of them decides, whichever suit, so that names do not come and go.
        """
        self._room = room
        named = self._needed <= _SHARE * room.width() * room.height()
        style = Qt.ToolButtonStyle
        self._set(style.ToolButtonTextUnderIcon if named else style.ToolButtonIconOnly)
        for button in self._buttons.values():
            if button.isChecked() and not named:
                button.setToolButtonStyle(style.ToolButtonTextBesideIcon)

    def _measure(self) -> None:
        """Find how much room all buttons need with their names."""
        self._set(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        sizes = (button.sizeHint() for button in self._buttons.values())
        self._needed = sum(size.width() * size.height() for size in sizes)

    def _set(self, style: Qt.ToolButtonStyle) -> None:
        for button in self._buttons.values():
            button.setToolButtonStyle(style)

    def apply_theme(self, style: Style) -> None:
        """Draw the icons in other colours."""
        self._style = style
        for id_, button in self._buttons.items():
            button.setFont(self._small())
            button.setIcon(theme.icon(f"chart-{id_}", style, _ICON))
        self._measure()
        self.fit(self._room)

    def _add(self, chart_type: ChartType) -> None:
        button = self._buttons[chart_type.id] = self._button(chart_type)
        button.clicked.connect(lambda: self.chosen.emit(chart_type))
        button.hide()
        self._flow.addWidget(button)

    def _button(self, chart_type: ChartType) -> QToolButton:
        button = QToolButton(self)
        button.setText(chart_type.name)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setToolTip(f"{chart_type.name}: {chart_type.question}")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return button

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        return font
