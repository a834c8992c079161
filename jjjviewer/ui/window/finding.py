"""What the search finds, and the way to it."""

from PySide6.QtCore import QObject

from jjjviewer.model.text_matching import words_of
from jjjviewer.model.warning_locations import RowLocation
from jjjviewer.ui.detail.detail_pane import DetailPane
from jjjviewer.ui.shared.paged_pane import PagedPane
from jjjviewer.ui.text.text_pane import TextPane
from jjjviewer.ui.window.following import Following
from jjjviewer.ui.window.main_window import MainWindow


class Finding(QObject):
    """Connects the search field with the panes.

    Args:
        window: the window with the field.
        pages: the pane of details and text.
        detail: its details.
        text: its text, which is searched as well.
        following: leads to what is found.
    """

    def __init__(
        self,
        window: MainWindow,
        pages: PagedPane,
        detail: DetailPane,
        text: TextPane,
        following: Following,
    ) -> None:
        super().__init__(window)
        self._window, self._pages, self._detail, self._text = window, pages, detail, text
        self._following = following
        self._typed, self._marked = "", tuple[str, ...]()
        search = window.search
        search.find_in_text = text.hits
        for other_words in (search.textChanged, search.words_searched, window.view_shown):
            other_words.connect(self._mark)
        search.chosen.connect(self._go_to)
        search.text_chosen.connect(self._show_in_text)
        search.all_requested.connect(following.show_results)

    def _mark(self) -> None:
        """Mark what is typed in all panes; else the words of the search that is selected."""
        search = self._window.search
        typed = search.text() or self._window.navigation.history.current.selection.query
        words = search.words if search.text() else words_of(typed)
        if typed != self._typed:
            self._typed = typed
            self._text.search(typed)
        if words != self._marked:
            self._marked = words
            self._detail.highlight_search(words)

    def _go_to(self, location: RowLocation) -> None:
        """Go to a record, and put caret and focus on it; else on the row that is selected."""
        self._following.go_to(location)
        self._pages.show_page(self._detail)
        if not self._detail.focus_record(location.record):
            self._window.tree.take_focus()

    def _show_in_text(self, paragraph: int) -> None:
        self._pages.show_page(self._text)
        self._text.show_paragraph(paragraph)
