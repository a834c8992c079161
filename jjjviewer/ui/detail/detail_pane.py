"""The detail pane: speakers and statements as text, and the table of figures below."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QGuiApplication,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QLabel,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.style import LIGHT, Style
from jjjviewer.charts.text import qt_places
from jjjviewer.charts.translation import tr
from jjjviewer.model.selection import NO_FILTER
from jjjviewer.ui.detail import citation, comparison_html, detail_html
from jjjviewer.ui.detail.figures_table import FiguresTable
from jjjviewer.ui.detail.text_page import MARGIN, TextPage
from jjjviewer.ui.shared import theme, wording
from jjjviewer.ui.shared.view_pane import ViewPane

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jjjviewer.model.view import View

_MOST_MATCHES = 500
"""Maximum number of search matches to highlight."""


class DetailState(NamedTuple):
    """How the pane was left: positions of scroll bars, selected figures, tinted records."""

    text: int
    table: int
    figures: tuple[str, ...]
    tinted: tuple[str, ...]


class DetailPane(ViewPane):
    """Shows a view; names in it are links."""

    link_followed = Signal(str)
    """The id of the speaker, theme, region or place whose link was followed."""
    figure_chosen = Signal(str)
    """The id of the figure whose row became current."""
    card_requested = Signal(str)
    """The id of the figure to be shown as a card."""
    compare_requested = Signal(tuple)
    """The ids of what the user wants to compare."""
    message = Signal(str)
    """A message for the status bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: View | None = None
        self._style = LIGHT
        self._searched: tuple[str, ...] = ()
        self._highlights: list[QTextEdit.ExtraSelection] = []
        self._tinted: tuple[str, ...] = ()
        """The records whose statements are tinted."""
        self._beside = True
        self._text = TextPage(self)
        self._text.link_followed.connect(self.link_followed)
        self._text.compare_requested.connect(self.compare_requested)
        self._text.resized.connect(self._fold)
        self._text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._text.customContextMenuRequested.connect(self._show_menu)
        self._table = FiguresTable(self)
        self._table.chosen.connect(self._show_chosen_figure)
        self._table.card_requested.connect(self.card_requested)
        self.copy_citation = self._make_citation_action()
        self._table.copy_citation = self.copy_citation
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._text)
        self._figures = self._figures_box()
        self._splitter.addWidget(self._figures)
        self._splitter.setSizes([600, 400])
        self._none = QLabel(self)
        self._none.setTextFormat(Qt.TextFormat.PlainText)
        self._none.setWordWrap(True)
        self._none.setContentsMargins(MARGIN, 8, MARGIN, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self._none)
        self.show_message(tr("Loading…"))

    def _figures_box(self) -> QWidget:
        box = QWidget(self)
        self._heading = QLabel(box)
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        self._heading.setContentsMargins(MARGIN, 8, MARGIN, 0)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._heading)
        layout.addWidget(self._table, 1)
        return box

    def take_focus(self) -> None:
        """Focus the text. Not a focus proxy: Tab would go from the figures back to the text."""
        self._text.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_citation_action(self) -> QAction:
        action = QAction(tr("Copy citation"), self)
        action.setShortcut(QKeySequence("Ctrl+Shift+X"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self._cite)
        self.addAction(action)
        return action

    def show_message(self, words: str) -> None:
        """Show a message instead of a view."""
        self._view = None
        self._text.show_message(words)
        self._figures.hide()
        self._none.hide()

    def show_view(self, view: "View") -> None:
        """Show another view, scrolled to its top."""
        self._view = view
        self._set_text()
        count = view.figure_count
        self._heading.setText(wording.figures(count))
        self._table.show_view(view)
        self._none.setText(self._why_none(view))
        self._none.setVisible(not count)
        # The splitter keeps the height of a hidden widget.
        self._figures.setVisible(bool(count))

    def apply_theme(self, style: Style) -> None:
        """Apply the colours of a theme to text and table."""
        self._style = style
        self._table.apply_theme(style)
        if self._view is not None:
            bar = self._text.verticalScrollBar()
            read_to = bar.value()
            self._set_text(at_once=read_to > 0)
            bar.setValue(read_to)

    def show_records(self, records: tuple[str, ...]) -> None:
        """Select the rows of figures, and tint their statements."""
        self._table.select_figures(records)
        self._highlight_records(records)

    def state(self) -> "DetailState":
        """Return what is scrolled to, which figures are selected and which records are tinted."""
        return DetailState(
            self._text.verticalScrollBar().value(),
            self._table.verticalScrollBar().value(),
            tuple(self._table.selected_ids()),
            self._tinted,
        )

    def restore(self, state: object) -> None:
        """Show the current view as it was left."""
        assert isinstance(state, DetailState)
        self._table.select_figures(state.figures)
        self._text.complete()
        self._highlight_records(state.tinted)
        self._text.verticalScrollBar().setValue(state.text)
        self._table.verticalScrollBar().setValue(state.table)

    def save_state(self) -> QByteArray:
        """Return the state of the splitter."""
        return self._splitter.saveState()

    def restore_state(self, state: QByteArray) -> None:
        self._splitter.restoreState(state)

    def _set_text(self, *, at_once: bool = False) -> None:
        assert self._view is not None
        # Unlike statements, matches are marked in table cells too, as comparisons have.
        at_once = at_once or bool(self._searched or self._view.groups)
        size = self._text.text_size
        self._highlights, self._tinted = [], ()
        self._text.document().setDefaultStyleSheet(detail_html.sheet(self._style, size))
        self._text.show_html(self._page(), at_once=at_once)
        self._show_highlights()

    def _page(self) -> "Iterable[str]":
        assert self._view is not None
        if len(self._view.groups) < 2:
            return detail_html.page(self._view, self._style)
        self._beside = self._fits()
        return (comparison_html.comparison(self._view, self._style, beside=self._beside),)

    def _fits(self) -> bool:
        """Return whether the columns of a comparison fit side by side."""
        assert self._view is not None
        return comparison_html.fits(self._view, self._text.text_width, self._text.text_size)

    def _fold(self) -> None:
        """Switch a comparison between columns and one below the other as the width changes."""
        if self._view is not None and self._view.groups and self._fits() != self._beside:
            self._set_text()

    def _show_menu(self, place: QPoint) -> None:
        menu = self._text.menu_at(place, self.copy_citation)
        menu.popup(self._text.viewport().mapToGlobal(place))

    def _cite(self) -> None:
        """Copy the citation of the selected figures, or of the selected statements."""
        if self._view is None:
            return
        if self._table.hasFocus():
            text = citation.cited_figures(self._view, self._table.selected_ids())
        else:
            text = citation.cited_statements(self._view, self._text.selected_anchors())
        if text:
            QGuiApplication.clipboard().setText(text)
            self.message.emit(tr("Citation copied."))
        else:
            self.message.emit(tr("Put the cursor in a statement, or choose a figure, to cite it."))

    def _why_none(self, view: "View") -> str:
        if view.kind == "link" or view.only_figures:
            return tr("No figure stands beside it in the text.")
        if len(view.selection.members) > 1 or view.filter != NO_FILTER:
            return tr("No figure fits all that is chosen.")
        match view.kind:
            case "search":
                return tr("No figure holds these words.")
            case "entity":
                return tr("No figure is recorded for this place.")
            case "theme":
                return tr("Nobody gave a figure on this theme.")
        return tr("{name} gave no figures.", name=view.name)

    def _highlight_records(self, records: tuple[str, ...]) -> None:
        """Tint the statements that are or hold records, and scroll to the first."""
        if self._view is None:
            return
        self._tinted = records
        figures = self._view.figures
        holding = figures.loc[figures["figure_id"].isin(records), "statement_id"]
        wanted = {*records, *holding}
        found = [(name, cursor) for name, cursor in self._text.anchors() if name in wanted]
        tint = QTextCharFormat()
        tint.setBackground(QColor(theme.highlight_color(self._style)))
        self._highlights = [_selection(cursor, tint) for _, cursor in found]
        self._show_highlights()
        if found:
            self._text.scrollToAnchor(found[0][0])
            bar = self._text.verticalScrollBar()
            bar.setValue(bar.value() - MARGIN)

    def highlight_search(self, searched: tuple[str, ...]) -> None:
        """Highlight search matches in text and table."""
        self._searched = searched
        self._text.complete()
        self._table.highlight_search(searched)
        self._show_highlights()

    def _show_highlights(self) -> None:
        """Apply the tints of records, and over them those of search matches."""
        marks = self._search_highlights() if self._searched else []
        self._text.setExtraSelections([*self._highlights, *marks])

    def _search_highlights(self) -> list[QTextEdit.ExtraSelection]:
        """Return the selections of search matches."""
        document = self._text.document()
        format_ = QTextCharFormat()
        format_.setBackground(QColor(theme.search_color(self._style)))
        format_.setForeground(QColor(self._style.text))
        marked = []
        text = document.toPlainText()
        places = qt_places(text)
        for start, end in wording.matches(text, self._searched)[:_MOST_MATCHES]:
            cursor = QTextCursor(document)
            cursor.setPosition(places[start])
            cursor.setPosition(places[end], QTextCursor.MoveMode.KeepAnchor)
            marked.append(_selection(cursor, format_))
        return marked

    def _show_chosen_figure(self, figure: str) -> None:
        self._highlight_records((figure,))
        self.figure_chosen.emit(figure)


def _selection(cursor: QTextCursor, format_: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format = format_
    return selection
