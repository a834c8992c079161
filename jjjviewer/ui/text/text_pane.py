"""The page of the reader's own copy of a pack's text, with every figure in its sentence."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.style import LIGHT, Style, region_colors
from jjjviewer.charts.translation import tr
from jjjviewer.model.text_matching import FoldedTexts, words_of
from jjjviewer.model.warning_locations import row_location
from jjjviewer.text.suffixes import SUFFIXES
from jjjviewer.ui.shared.announce import announce
from jjjviewer.ui.shared.fitting import wrap
from jjjviewer.ui.shared.save_path import folder_or_documents
from jjjviewer.ui.shared.settings import TEXT_FOLDER, Settings
from jjjviewer.ui.shared.text_hit import TextHit
from jjjviewer.ui.shared.view_pane import ViewPane
from jjjviewer.ui.text.article_page import ArticlePage
from jjjviewer.ui.text.attachments import Attachment, Attachments
from jjjviewer.ui.text.text_reader import FoundText, TextReader
from jjjviewer.ui.text.text_words import found_words, invitation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jjjviewer.model.dataset import Dataset
    from jjjviewer.model.view import View

_MARGIN = 16
_MOST_HITS = 6
"""Paragraphs in the list of results; the page has all of them."""


class TextPane(ViewPane):
    """Attaches a text to the pack that is open, and shows it.

    Args:
        settings: where the path of the text of each pack is saved.
        parent: the Qt parent.
    """

    figure_chosen = Signal(str)
    """The id of a figure of the view that was chosen in the text."""
    location_chosen = Signal(object)
    """The `RowLocation` of a figure that is not in the view."""
    attached = Signal()
    """A text is being read, which the user asked for."""
    matched = Signal(int)
    """How often the text holds the words that are searched for."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._attachments = Attachments(settings)
        self._dataset: Dataset | None = None
        self._view: View | None = None
        self._found: FoundText | None = None
        self._folded: FoldedTexts | None = None
        """The paragraphs as they are searched, once they are."""
        self._reader: TextReader | None = None
        self._style = LIGHT
        self._lit: tuple[str, ...] = ()
        self._lit_paragraphs: tuple[int, ...] = ()
        self._attachment: Attachment | None = None
        """The text as it was when it was attached, which may be another now."""
        self._words = QLabel(self)
        wrap(self._words)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._attach = QPushButton(tr("Attach text…"), self)
        self._attach.clicked.connect(self.ask_for_file)
        self._remove = QPushButton(tr("Remove"), self)
        self._remove.setToolTip(tr("The file stays where it is."))
        self._remove.clicked.connect(self._detach)
        self._page = ArticlePage(self)
        self._page.figure_chosen.connect(self._choose)
        self._lay_out()
        self.show_message(tr("Loading…"))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._attach)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        head.setSpacing(8)
        head.addWidget(self._words)
        head.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._page, 1)
        layout.addStretch(0)

    def ask_for_file(self) -> None:
        """Let the user choose the text of the pack."""
        kinds = " ".join(f"*{each}" for each in SUFFIXES)
        folder = str(folder_or_documents(self._settings[TEXT_FOLDER]))
        words = tr("Texts ({kinds})", kinds=kinds)
        name, _ = QFileDialog.getOpenFileName(self, tr("Attach text"), folder, words)
        if name:
            self.attach(Path(name))

    def attach(self, path: Path) -> None:
        """Find the figures of the open pack in a text; it is attached if they are there."""
        if self._dataset is not None:
            self._settings[TEXT_FOLDER] = str(path.parent)
            self._attachment = None
            self.attached.emit()
            self._read(self._dataset, path)

    def show_view(self, view: "View") -> None:
        """Show the text of the view's pack, scrolled to the first figure of the view."""
        self._view = view
        if view.dataset is not self._dataset:
            self._dataset = view.dataset
            self._lit, self._lit_paragraphs = (), ()
            self._show_attached(view.dataset)
        ids = [*map(str, view.dataset["figures"]["figure_id"].iloc[view.positions[:2]])]
        if len(ids) == 1:
            self.show_records((ids[0],))
        else:
            self._light(())
            if ids and view.selection.ids:
                self._page.scroll_to_figure(ids[0])

    def restorer(self) -> "Callable[[], None]":
        bar = self._page.verticalScrollBar()
        position, lit, paragraphs = bar.value(), self._lit, self._lit_paragraphs

        def restore() -> None:
            self._light(lit, paragraphs)
            bar.setValue(position)

        return restore

    def show_records(self, records: "Sequence[str]") -> None:
        """Light the sentences of figures and of those of statements, or their paragraphs."""
        if self._dataset is None:
            return
        figures, statements = self._dataset["figures"], self._dataset["statements"]
        of_statements = figures.loc[figures["statement_id"].isin([*records]), "figure_id"]
        said = statements.loc[statements["statement_id"].isin([*records]), "paragraph"]
        self._light((*records, *map(str, of_statements)), [*map(int, said.unique())])

    def search(self, typed: str) -> None:
        """Highlight what is typed in the search field."""
        self.matched.emit(self._page.highlight_search(words_of(typed) if self._found else ()))

    def hits(self, typed: str) -> list[TextHit]:
        """Return the first paragraphs that hold all words typed."""
        if self._found is None or not (words := words_of(typed)):
            return []
        found, self._folded = self._found, self._folded or FoldedTexts(self._found.paragraphs)
        return [
            TextHit(at, found.numbers[at], found.paragraphs[at])
            for at in self._folded.holding(words)[:_MOST_HITS]
        ]

    def show_paragraph(self, paragraph: int) -> None:
        """Put the caret at the start of a paragraph of the text, and focus it."""
        self._page.put_caret(paragraph)
        self.take_focus()

    def show_message(self, words: str) -> None:
        """Show a message instead of a text."""
        self._dataset = self._view = self._found = self._reader = None
        self._show_head(words)

    def apply_theme(self, style: Style) -> None:
        self._style = style
        if self._found is not None:
            scrolled = self._page.verticalScrollBar().value()
            self._show_text(self._found)
            self._page.verticalScrollBar().setValue(scrolled)

    def take_focus(self) -> None:
        page = self._page if self._found is not None else self._attach
        page.setFocus(Qt.FocusReason.TabFocusReason)

    def stop(self) -> None:
        """Wait until the thread has ended."""
        self._reader = None
        for reader in self.findChildren(TextReader):
            reader.wait()

    def _show_attached(self, dataset: "Dataset") -> None:
        """Show the text that came with a pack, or is attached to it; else how to attach one."""
        self._found = None
        self._attachment = self._attachments.of(dataset.path)
        if self._attachment is not None:
            self._read(dataset, self._attachment.path)
        elif len(dataset["texts"]):
            self._start(TextReader(dataset, None, self))
        else:
            self._show_head(invitation(), attach=tr("Attach text…"))

    def _read(self, dataset: "Dataset", path: Path) -> None:
        self._show_head(tr("Reading {name}…", name=path.name))
        self._start(TextReader(dataset, path, self))

    def _start(self, reader: TextReader) -> None:
        self._reader = reader
        reader.found.connect(self._finish)
        reader.refused.connect(self._refuse)
        reader.failed.connect(self._fail)
        reader.finished.connect(reader.deleteLater)
        reader.start()

    def _finish(self, found: FoundText) -> None:
        if self._dataset is None or self.sender() is not self._reader:
            return
        if found.file is not None:
            self._attachments.attach(self._dataset.path, found.file)
        self._reader, self._found, self._folded = None, found, None
        words = found_words(found)
        if self._attachment not in (None, found.file):
            words = tr("The file has changed since it was attached. {words}", words=words)
        self._show_head(words, attach=tr("Attach another…"), removable=bool(found.name))
        self._show_text(found)

    def _refuse(self, message: str) -> None:
        if self._dataset is not None and self.sender() is self._reader:
            self._reader = None
            is_attached = self._attachments.of(self._dataset.path) is not None
            self._show_head(message, attach=tr("Find again…"), removable=is_attached)

    def _fail(self, error: Exception) -> None:
        self._refuse(tr("The text could not be read: {error}", error=error))
        raise error

    def _detach(self) -> None:
        assert self._dataset is not None
        self._attachments.detach(self._dataset.path)
        self._show_attached(self._dataset)

    def _show_head(self, words: str, *, attach: str = "", removable: bool = False) -> None:
        """Show words above the text, and the buttons that help."""
        self._words.setText(words)
        if self.isVisible():
            announce(self, words)
        self._attach.setText(attach)
        self._attach.setVisible(bool(attach))
        self._remove.setVisible(removable)
        self._page.setVisible(self._found is not None)

    def _show_text(self, found: FoundText) -> None:
        assert self._dataset is not None
        figures = self._dataset["figures"]
        colors = region_colors(self._dataset.provinces, self._style)
        provinces = dict(zip(figures["figure_id"], figures["province"].astype(object), strict=True))
        self._page.show_text(found, lambda id_: colors[provinces.get(id_, "")].deep, self._style)
        self._page.light(self._lit, self._lit_paragraphs)

    def _light(self, figures: "Sequence[str]", paragraphs: "Sequence[int]" = ()) -> None:
        self._lit, self._lit_paragraphs = tuple(figures), tuple(paragraphs)
        self._page.light(figures, paragraphs)

    def _choose(self, figure: str) -> None:
        """Choose a figure in the panes, where the view has it; else go to where it is seen."""
        assert self._dataset is not None and self._view is not None
        self._light((figure,))
        if self._view.figures["figure_id"].eq(figure).any():
            self.figure_chosen.emit(figure)
            return
        figures = self._dataset["figures"]
        position = int(figures["figure_id"].eq(figure).argmax())
        location = row_location("figures", figures, position, self._dataset.index)
        self.location_chosen.emit(location)
        self._light((figure,))
