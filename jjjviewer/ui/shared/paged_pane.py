"""A pane with several pages, of which one is shown; all of them know the view."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from jjjviewer.charts.style import Style
from jjjviewer.ui.shared.view_pane import ViewPane, restorer_of

if TYPE_CHECKING:
    from jjjviewer.model.view import View


class PagedPane(ViewPane):
    """Tabs below the page that is shown, as the chart has them.

    Args:
        pages: the pages by the titles of their tabs.
        name: what the tabs choose between, for screen readers.
        parent: the Qt parent.
    """

    def __init__(
        self, pages: Mapping[str, ViewPane], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pages = [*pages.values()]
        self._stack = QStackedWidget(self)
        self._tabs = QTabBar(self)
        self._tabs.setShape(QTabBar.Shape.RoundedSouth)
        self._tabs.setDrawBase(False)
        self._tabs.setAccessibleName(name)
        for title, page in pages.items():
            self._stack.addWidget(page)
            self._tabs.addTab(title)
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._tabs)

    def show_page(self, page: ViewPane) -> None:
        """Bring a page to the front."""
        self._tabs.setCurrentIndex(self._pages.index(page))

    def set_title(self, page: ViewPane, title: str) -> None:
        """Name the tab of a page again."""
        self._tabs.setTabText(self._pages.index(page), title)

    def show_view(self, view: "View") -> None:
        for page in self._pages:
            page.show_view(view)

    def show_collected(self) -> None:
        for page in self._pages:
            page.show_collected()

    def restorer(self) -> Callable[[], None]:
        return restorer_of(self._pages)

    def show_message(self, words: str) -> None:
        for page in self._pages:
            page.show_message(words)

    def apply_theme(self, style: Style) -> None:
        for page in self._pages:
            page.apply_theme(style)

    def take_focus(self) -> None:
        self._pages[self._tabs.currentIndex()].take_focus()
