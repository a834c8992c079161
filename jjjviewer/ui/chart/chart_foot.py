"""The foot of the chart pane: tabs for chart and table, menus for filter, unit, order and page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QTabBar, QToolButton, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.ui.chart.filter_menu import FilterMenu
from jjjviewer.ui.chart.page_stepper import PageStepper
from jjjviewer.ui.chart.unit_menu import UnitMenu
from jjjviewer.ui.chart.zoom_tools import ZoomTools
from jjjviewer.ui.shared.flow_layout import FlowLayout

if TYPE_CHECKING:
    from jjjviewer.model.view import Order

FIT = "fit"
_GAP = 8


class ChartFoot(QWidget):
    """Tabs, the menus for filter, order and page, and tools to zoom.

    Args:
        page: the page selected at first.
        parent: the parent widget.
    """

    tab_chosen = Signal(int)
    """0 for the chart, 1 for the table."""
    order_changed = Signal()
    """Another order was chosen."""
    page_chosen = Signal()

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = self._make_tabs()
        self.filter_menu = FilterMenu(self)
        self.filter_menu.offered.connect(self._show_filter_count)
        self.order_menu = self._make_order_menu()
        self.page_menu = self._make_page_menu(page)
        self.unit_menu = UnitMenu(self)
        self.unit_menu.offered.connect(self._show_unit)
        self._filter_button = _menu_button(self.filter_menu, self)
        self._unit_button = _menu_button(self.unit_menu, self)
        layout = FlowLayout(self, _GAP)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._filter_button)
        layout.addWidget(self._unit_button)
        for menu in (self.order_menu, self.page_menu):
            button = _menu_button(menu, self)
            menu.label_changed.connect(button.setText)
            layout.addWidget(button)
            menu.update_label()
        self.stepper = PageStepper(self)
        layout.addWidget(self.stepper)
        self.zoom_tools = ZoomTools(self)
        layout.addWidget(self.zoom_tools)
        self._show_filter_count()

    def _make_tabs(self) -> QTabBar:
        tabs = QTabBar(self)
        tabs.setShape(QTabBar.Shape.RoundedSouth)
        tabs.setDrawBase(False)
        tabs.setAccessibleName(tr("Chart or table"))
        tabs.addTab(tr("Chart"))
        tabs.addTab(tr("Table"))
        tabs.currentChanged.connect(self.tab_chosen)
        return tabs

    def _make_order_menu(self) -> "_ChoiceMenu":
        orders = {
            "": tr("As suits the chart"),
            "text": tr("As said"),
            "region": tr("By region"),
            "name": tr("By name"),
        }
        menu = _ChoiceMenu(tr("&Sort"), orders, "", self)
        menu.chosen.connect(self.order_changed)
        return menu

    def _make_page_menu(self, page: str) -> "_ChoiceMenu":
        pages = {
            FIT: tr("Fit"),
            "slide": tr("Slide"),
            "a4": tr("A4"),
            "square": tr("Square"),
            "banner": tr("Banner"),
        }
        menu = _ChoiceMenu(tr("&Page"), pages, page, self)
        menu.chosen.connect(self.page_chosen)
        return menu

    def _show_unit(self, is_choice: bool, unit: str) -> None:
        self._unit_button.setVisible(is_choice)
        self._unit_button.setText(tr("Unit: {unit} ▾", unit=unit))

    @property
    def tab(self) -> int:
        return self._tabs.currentIndex()

    def show_tab(self, tab: int) -> None:
        """Choose a tab, as a click would."""
        self._tabs.setCurrentIndex(tab)

    @property
    def menus(self) -> tuple[QMenu, ...]:
        """The menus that the window's own menu shows as well."""
        menus = (self.filter_menu, self.unit_menu, self.order_menu, self.page_menu)
        return *menus, self.zoom_tools.menu

    @property
    def order(self) -> "Order":
        chosen: Order = self.order_menu.key  # type: ignore[assignment]  # as they are named above
        return chosen

    @property
    def page(self) -> str:
        return self.page_menu.key

    def _show_filter_count(self) -> None:
        count = self.filter_menu.count
        words = tr("Filter: {count} ▾", count=count) if count else tr("Filter ▾")
        self._filter_button.setText(words)


class _ChoiceMenu(QMenu):
    """A menu of which one entry is checked."""

    chosen = Signal()
    label_changed = Signal(str)
    """The label of a button for the menu."""

    def __init__(
        self, words: str, choices: dict[str, str], key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._group = QActionGroup(self)
        for each, text in choices.items():
            action = QAction(text, self._group, checkable=True)
            action.setData(each)
            action.setChecked(each == key)
            self.addAction(action)
        self._group.triggered.connect(self.update_label)
        self._group.triggered.connect(self.chosen)

    @property
    def key(self) -> str:
        action = self._group.checkedAction()
        assert action is not None
        return str(action.data())

    def update_label(self) -> None:
        """Send the label for what is checked."""
        action = self._group.checkedAction()
        assert action is not None
        title = self.title().replace("&", "")
        is_default = action is self._group.actions()[0]
        self.label_changed.emit(f"{title} ▾" if is_default else f"{title}: {action.text()} ▾")


def _menu_button(menu: QMenu, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
    button.setAccessibleName(menu.title().replace("&", ""))
    return button
