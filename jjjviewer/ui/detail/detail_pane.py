"""The detail pane: speakers and statements as text, and the table of figures below."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from jjjviewer.charts.style import LIGHT, Style
from jjjviewer.charts.translation import tr
from jjjviewer.export.citations import cited
from jjjviewer.model.collected_rows import are_collected, items_at
from jjjviewer.model.collection import CollectedChart
from jjjviewer.model.view import View
from jjjviewer.ui.detail import comparison_html, detail_html
from jjjviewer.ui.detail.collection_html import addresses_of
from jjjviewer.ui.detail.figures_table import FiguresTable
from jjjviewer.ui.detail.highlights import Highlights
from jjjviewer.ui.detail.note_editor import NoteEditor
from jjjviewer.ui.detail.reasons import why_no_figure
from jjjviewer.ui.detail.record_actions import RecordActions
from jjjviewer.ui.detail.text_page import MARGIN, TextPage
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.fitting import make_bold, wrap
from jjjviewer.ui.shared.view_pane import ViewPane


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
    collect_requested = Signal(list)
    """The items that are to be collected, or taken out."""
    note_written = Signal(object)
    """The collected item with its other note."""
    chart_requested = Signal(object)
    """The `CollectedChart` that is to be shown again."""
    message = Signal(str)
    """A message for the status bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: View | None = None
        self._style = LIGHT
        self._tinted: tuple[str, ...] = ()
        """The records whose statements are tinted."""
        self._beside = True
        self._text = TextPage(self)
        self._highlights = Highlights(self._text)
        self._note = NoteEditor(self._text)
        self._connect_text()
        self._table = FiguresTable(self)
        self._table.chosen.connect(self._show_chosen_figure)
        self._table.card_requested.connect(self.card_requested)
        self._table.stars_chosen.connect(self._collect)
        self.record_actions = RecordActions(self)
        self.record_actions.collect_requested.connect(self.collect_chosen)
        self.record_actions.citation_requested.connect(self._cite)
        self._table.menu_actions = self._menu_actions
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._text)
        self._figures = self._figures_box()
        self.splitter.addWidget(self._figures)
        self.splitter.setSizes([600, 400])
        self._none = QLabel(self)
        wrap(self._none)
        self._none.setContentsMargins(MARGIN, 8, MARGIN, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self._none)
        self.show_message(tr("Loading…"))

    def _connect_text(self) -> None:
        self._text.link_followed.connect(self.link_followed)
        self._text.compare_requested.connect(self.compare_requested)
        self._text.resized.connect(self._fold)
        self._text.stars_chosen.connect(self._collect)
        self._text.all_chosen.connect(self.collect_all)
        self._text.note_requested.connect(self._edit_note)
        self._text.chart_requested.connect(self._show_chart)
        self._note.written.connect(self._write_note)
        self._text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._text.customContextMenuRequested.connect(self._show_menu)

    def _figures_box(self) -> QWidget:
        box = QWidget(self)
        self._heading = QLabel(box)
        make_bold(self._heading)
        self._heading.setContentsMargins(MARGIN, 8, MARGIN, 0)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._heading)
        layout.addWidget(self._table, 1)
        return box

    def take_focus(self) -> None:
        """Focus the text. Not a focus proxy: Tab would go from the figures back to the text."""
        self._text.setFocus(Qt.FocusReason.TabFocusReason)

    def show_message(self, words: str) -> None:
        """Show a message instead of a view."""
        self._note.keep()
        self._view = None
        self._text.show_message(words)
        self._figures.hide()
        self._none.hide()

    def show_view(self, view: View) -> None:
        """Show another view, scrolled to its top."""
        self._note.keep()
        self._view = view
        self._set_text()
        count = view.figure_count
        self._heading.setText(wording.figures(count))
        self._table.show_view(view)
        self._none.setText(why_no_figure(view))
        self._none.setVisible(not count)
        # The splitter keeps the height of a hidden widget.
        self._figures.setVisible(bool(count))

    def apply_theme(self, style: Style) -> None:
        """Apply the colours of a theme to text and table."""
        self._style = self._highlights.style = style
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

    def show_collected(self) -> None:
        """Show the stars and notes of what is collected now; all else stays as it is."""
        if self._view is None:
            return
        restore, caret = self.restorer(), self._text.textCursor().position()
        self._set_text(at_once=True)
        self._text.put_caret(caret)
        self._table.show_collected()
        restore()

    def focus_record(self, record: str) -> bool:
        """Focus the row of a figure, or the caret at a statement; return whether it is shown."""
        if record in self._table.selected_ids():
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if record in self._text.selected_anchors():
            self._text.focus_caret()
            return True
        return False

    def restorer(self) -> Callable[[], None]:
        bars = (self._text.verticalScrollBar(), self._table.verticalScrollBar())
        positions = [bar.value() for bar in bars]
        figures, tinted = tuple(self._table.selected_ids()), self._tinted

        def restore() -> None:
            self._table.select_figures(figures)
            self._text.complete()
            self._highlight_records(tinted)
            for bar, position in zip(bars, positions, strict=True):
                bar.setValue(position)

        return restore

    def _set_text(self, *, at_once: bool = False) -> None:
        assert self._view is not None
        # Unlike statements, matches are marked in table cells too, as comparisons have.
        at_once = at_once or bool(self._highlights.searched or self._view.groups)
        size = self._text.text_size
        self._tinted = ()
        self._text.document().setDefaultStyleSheet(detail_html.sheet(self._style, size))
        self._text.show_html(self._page(), at_once=at_once)
        self._highlights.clear()

    def _page(self) -> Iterable[str]:
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
        self._text.menu_at(place, self._menu_actions).popup(
            self._text.viewport().mapToGlobal(place)
        )

    def _menu_actions(self) -> Sequence[QAction]:
        """Return what can be done with the chosen records, named by what it does now."""
        assert self._view is not None
        are_collected_ = are_collected(self._view.dataset.collection, self._chosen())
        return self.record_actions.for_menu(collected=are_collected_)

    def _chosen(self) -> list[str]:
        """Return the addresses of the selected figures, or of what is selected in the text."""
        if self._table.hasFocus():
            return [f"figures/{id_}" for id_ in self._table.selected_ids()]
        return self._text.selected_stars()

    def collect_chosen(self) -> None:
        """Collect what is chosen, or take it out."""
        self._collect(self._chosen())

    def collect_all(self) -> None:
        """Collect all statements and figures that are shown, or take them out."""
        if self._view is None:
            return
        if addresses := addresses_of(self._view):
            self._collect(addresses)
        else:
            self.message.emit(tr("There is nothing to collect, or too much: narrow it first."))

    def _collect(self, addresses: Sequence[str]) -> None:
        if self._view is not None:
            self.collect_requested.emit(items_at(self._view.dataset, addresses))

    def _edit_note(self, address: str) -> None:
        if self._view is not None and (item := self._view.dataset.collection.at(address)):
            self._note.edit(address, item.note)

    def _write_note(self, address: str, note: str) -> None:
        if self._view is not None and (item := self._view.dataset.collection.at(address)):
            self.note_written.emit(item._replace(note=note))

    def _show_chart(self, address: str) -> None:
        assert self._view is not None
        chart = self._view.dataset.collection.at(address)
        if isinstance(chart, CollectedChart):
            self.chart_requested.emit(chart)

    def _cite(self, format_: str) -> None:
        """Copy the citation of the selected figures, or of the selected statements."""
        if self._view is None:
            return
        in_table = self._table.hasFocus()
        ids = self._table.selected_ids() if in_table else self._text.selected_anchors()
        if text := cited(self._view, ids, format_):
            QGuiApplication.clipboard().setText(text)
            self.message.emit(tr("Citation copied."))
        else:
            self.message.emit(tr("Put the cursor in a statement, or choose a figure, to cite it."))

    def _highlight_records(self, records: tuple[str, ...]) -> None:
        """Tint the statements that are or hold records, and scroll to the first."""
        if self._view is None:
            return
        self._tinted = records
        figures = self._view.figures
        holding = figures.loc[figures["figure_id"].isin(records), "statement_id"]
        self._highlights.tint({*records, *holding})

    def highlight_search(self, searched: tuple[str, ...]) -> None:
        """Highlight search matches in text and table."""
        self._text.complete()
        self._table.highlight_search(searched)
        self._highlights.searched = searched
        self._highlights.show()

    def _show_chosen_figure(self, figure: str) -> None:
        self._highlight_records((figure,))
        self.figure_chosen.emit(figure)
