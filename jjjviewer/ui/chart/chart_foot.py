"""The foot of the chart pane: tabs for chart and table, menus for filter, unit, order and page."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QTabBar, QToolButton, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.ui.chart.filter_menu import FilterMenu
from jjjviewer.ui.chart.page_stepper import PageStepper
from jjjviewer.ui.chart.unit_menu import UnitMenu
from jjjviewer.ui.chart.zoom_tools import ZoomTools
from jjjviewer.ui.shared.choice_menu import ChoiceMenu, label, menu_button
from jjjviewer.ui.shared.flow_layout import FlowLayout

if TYPE_CHECKING:
    from jjjviewer.model.view import Order

FIT = "fit"
_GAP = 2
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class ChartFoot(QWidget):
    """Tabs, the menus for filter, order and page, and tools to zoom.

    Args:
        page: the page selected at first.
        further: the name of the tab after those of chart and table.
        parent: the parent widget.
    """

    tab_chosen = Signal(int)
    """0 for the chart, 1 for the table, 2 for the further one."""
    order_changed = Signal()
    """Another order was chosen."""
    page_chosen = Signal()

    def __init__(self, page: str, further: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = self._make_tabs((tr("Chart"), tr("Table"), further))
        self.tab_menu = self._make_tab_menu()
        self.filter_menu = FilterMenu(self)
        self.filter_menu.offered.connect(self._show_filter_count)
        self.order_menu = self._make_order_menu()
        self.page_menu = self._make_page_menu(page)
        self.unit_menu = UnitMenu(self)
        self.unit_menu.offered.connect(self._show_unit)
        self._filter_button = menu_button(self.filter_menu, self)
        self._unit_button = menu_button(self.unit_menu, self)
        layout = FlowLayout(self, _GAP)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._filter_button)
        layout.addWidget(self._unit_button)
        self._page_buttons = [self._unit_button]
        for menu in (self.order_menu, self.page_menu):
            button = menu_button(menu, self)
            self._page_buttons.append(button)
            menu.label_changed.connect(partial(label, button))
            layout.addWidget(button)
            menu.update_label()
        self.stepper = PageStepper(self)
        layout.addWidget(self.stepper)
        self.star = QToolButton(self)
        layout.addWidget(self.star)
        self.zoom_tools = ZoomTools(self)
        layout.addWidget(self.zoom_tools)
        self._show_filter_count()

    def _make_tabs(self, names: Sequence[str]) -> QTabBar:
        tabs = QTabBar(self)
        tabs.setShape(QTabBar.Shape.RoundedSouth)
        tabs.setDrawBase(False)
        tabs.setAccessibleName(", ".join(names))
        for name in names:
            tabs.addTab(name)
        tabs.currentChanged.connect(self.tab_chosen)
        return tabs

    def _make_tab_menu(self) -> QMenu:
        menu = QMenu(tr("Ta&b"), self)
        for tab in range(self._tabs.count()):
            action = menu.addAction(self._tabs.tabText(tab))
            action.setShortcut(QKeySequence(f"Alt+{tab + 1}"))
            action.triggered.connect(lambda _=False, tab=tab: self.show_tab(tab))
        return menu

    def _make_order_menu(self) -> ChoiceMenu:
        orders = {
            "": tr("Automatic"),
            "text": tr("Reading order"),
            "region": tr("By region"),
            "name": tr("By name"),
        }
        menu = ChoiceMenu(tr("&Sort"), orders, "", self)
        menu.chosen.connect(self.order_changed)
        return menu

    def _make_page_menu(self, page: str) -> ChoiceMenu:
        pages = {
            FIT: tr("Fit"),
            "slide": tr("Slide"),
            "a4": tr("A4"),
            "square": tr("Square"),
            "banner": tr("Banner"),
        }
        menu = ChoiceMenu(tr("&Page"), pages, page, self)
        menu.chosen.connect(self.page_chosen)
        return menu

    def _show_unit(self, is_choice: bool, unit: str) -> None:
        self._unit_button.setVisible(is_choice)
        label(self._unit_button, tr("Unit: {unit}", unit=unit))
        self._fit()

    def show_zoom(self, *, has_chart: bool) -> None:
        """Offer to zoom where there is a chart."""
        self.zoom_tools.enable(has_chart=has_chart)
        self._fit()

    def _fit(self) -> None:
        """Show the tools to zoom, which the menu has too, where the line has room for them."""
        others = self._tabs, *self.findChildren(QToolButton, options=_DIRECT), self.stepper
        shown = [each for each in others if not each.isHidden()]
        needed = sum(each.sizeHint().width() + _GAP for each in shown)
        fits = needed + self.zoom_tools.sizeHint().width() <= self.width()
        self.zoom_tools.setVisible(fits and self.zoom_tools.menu.isEnabled())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return super().event(event)

    @property
    def tab(self) -> int:
        return self._tabs.currentIndex()

    def show_tab(self, tab: int) -> None:
        """Choose a tab, as a click would."""
        self._tabs.setCurrentIndex(tab)

    def enable_page(self, is_page: bool) -> None:
        """Enable the menus of what is drawn on a page."""
        for button in self._page_buttons:
            button.setEnabled(is_page)

    @property
    def menus(self) -> tuple[QMenu, ...]:
        """The menus that the window's own menu shows as well."""
        menus = (self.filter_menu, self.unit_menu, self.order_menu, self.page_menu)
        return self.tab_menu, *menus, self.zoom_tools.menu

    @property
    def order(self) -> "Order":
        chosen: Order = self.order_menu.key  # type: ignore[assignment]  # as they are named above
        return chosen

    @property
    def page(self) -> str:
        return self.page_menu.key

    def _show_filter_count(self) -> None:
        count = self.filter_menu.count
        words = tr("Filter: {count}", count=count) if count else tr("Filter")
        label(self._filter_button, words)
