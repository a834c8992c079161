"""The foot of the chart pane: tabs for chart and table, menus for filter, order and page."""

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QTabBar, QToolButton, QWidget

from jjjviewer.charts.formatting import statuses
from jjjviewer.charts.translation import tr
from jjjviewer.model.selection import Filter
from jjjviewer.ui.chart.zoom_tools import ZoomTools
from jjjviewer.ui.shared.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pandas as pd

    from jjjviewer.model.view import Order, View

FIT = "fit"
_GAP = 8
_MOST_OFFERED = 60
"""Longer menus are not read."""


class ChartFoot(QWidget):
    """Tabs, the menus for filter, order and page, and tools to zoom.

    Args:
        page: the page selected at first.
        parent: the parent widget.
    """

    tab_chosen = Signal(int)
    """0 for the chart, 1 for the table."""
    arrangement_changed = Signal()
    """Another filter or order was chosen."""
    page_chosen = Signal()

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = self._make_tabs()
        self.filter_menu = FilterMenu(self)
        self.filter_menu.changed.connect(self._show_filter_count)
        self.filter_menu.changed.connect(self.arrangement_changed)
        self.order_menu = self._make_order_menu()
        self.page_menu = self._make_page_menu(page)
        self._filter_button = _menu_button(self.filter_menu, self)
        layout = FlowLayout(self, _GAP)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._filter_button)
        for menu in (self.order_menu, self.page_menu):
            button = _menu_button(menu, self)
            menu.label_changed.connect(button.setText)
            layout.addWidget(button)
            menu.update_label()
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
        menu.chosen.connect(self.arrangement_changed)
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

    @property
    def tab(self) -> int:
        return self._tabs.currentIndex()

    @property
    def menus(self) -> tuple[QMenu, ...]:
        """The menus that the window's own menu shows as well."""
        return self.filter_menu, self.order_menu, self.page_menu, self.zoom_tools.menu

    @property
    def filter(self) -> Filter:
        return self.filter_menu.filter

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


class FilterMenu(QMenu):
    """Filters by the statuses, speakers, themes and units of a view."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("&Filter"), parent)
        self._all = self.addAction(tr("Show &all"))
        self._all.triggered.connect(self.clear_filter)
        self.addSeparator()
        names = {
            "statuses": tr("S&tatus"),
            "speakers": tr("S&peaker"),
            "themes": tr("T&heme"),
            "units": tr("&Unit"),
        }
        self._parts = {part: _StayingMenu(words, self) for part, words in names.items()}
        for menu in self._parts.values():
            self.addMenu(menu)
        self._view: View | None = None
        """The view to offer when the menu opens next; None if the menu is up to date."""
        self.aboutToShow.connect(self._fill)
        self._update()

    @property
    def filter(self) -> Filter:
        """The filter that is checked."""
        return Filter(**{part: self._checked(menu) for part, menu in self._parts.items()})

    @property
    def count(self) -> int:
        """Return the number of checked entries."""
        return sum(len(self._checked(menu)) for menu in self._parts.values())

    def offer(self, view: "View") -> None:
        """Offer what a view has; checked entries stay, so that they can be unchecked."""
        self._view = view

    def _fill(self) -> None:
        view, self._view = self._view, None
        if view is None:
            return
        found = {*view.column("status"), *view.links["status"]}
        present = {
            "statuses": {id_: words for id_, words in statuses().items() if id_ in found},
            "speakers": _named(view.speakers, "speaker", view.statements["speaker_id"]),
            "themes": _named(view.themes, "theme", view.statements["theme_id"]),
            "units": _named(view.dataset["units"], "unit", view.column("unit_id")),
        }
        for part, names in present.items():
            self._parts[part].offer(names, self._changed)
        self._update()

    def clear_filter(self) -> None:
        """Uncheck everything."""
        for menu in self._parts.values():
            for action in menu.actions():
                action.setChecked(False)
        self._changed()

    def reset(self) -> None:
        """Uncheck everything and offer nothing, since another pack is opened."""
        self._view = None
        for menu in self._parts.values():
            menu.clear()
        self._changed()

    def _checked(self, menu: QMenu) -> tuple[str, ...]:
        return tuple(str(each.data()) for each in menu.actions() if each.isChecked())

    def _changed(self) -> None:
        self._update()
        self.changed.emit()

    def _update(self) -> None:
        self._all.setEnabled(bool(self.count))
        for menu in self._parts.values():
            menu.setEnabled(bool(menu.actions()))


class _StayingMenu(QMenu):
    """A menu of entries to check, which stays open while they are checked."""

    def offer(self, names: dict[str, str], changed: "Callable[[], None]") -> None:
        checked = {action.data(): action.text() for action in self.actions() if action.isChecked()}
        self.clear()
        for id_, words in (checked | names).items():
            action = self.addAction(words.replace("&", "&&"))
            action.setData(id_)
            action.setCheckable(True)
            action.setChecked(id_ in checked)
            action.triggered.connect(lambda _=False: changed())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)


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


def _named(names: "pd.DataFrame", name: str, present: "Iterable[str]") -> dict[str, str]:
    """Return the names of those ids that are present, in their order."""
    wanted = set(present)
    every = zip(names[f"{name}_id"], names[name], strict=True)
    return dict(islice(((id_, words) for id_, words in every if id_ in wanted), _MOST_OFFERED))
