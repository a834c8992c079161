"""Texts of a draft that are read later: its own again, and further ones."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.draft.from_article import ArticleFile, added_text
from jjjviewer.draft.gazetteer import Gazetteer
from jjjviewer.draft.records import Change, Records
from jjjviewer.draft.rereading import files, reread
from jjjviewer.text.locating import UnrelatedError
from jjjviewer.text.reading import UnreadableError, read_article
from jjjviewer.ui.draft.document import Document
from jjjviewer.ui.shared.save_path import folder_or_documents
from jjjviewer.ui.shared.work import Work

_Read = Callable[[Records, ArticleFile, Gazetteer], list[Change]]


class DraftTexts(QObject):
    """Asks for texts, and reads them in a thread.

    Args:
        document: the draft.
        window: the parent of dialogs.
    """

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._window = window

    def read_again(self) -> None:
        """Ask where the text is now, and find in it what was decided."""
        texts = files(self._document.records)
        if texts:
            self._choose(texts)
        elif self._document.draft.source["pack"]:
            words = tr("A pack is no text. Attach its text in the window of the pack instead.")
            self._document.message.emit(words)
        else:
            words = tr(
                "What was pasted can't be read again: split and join its paragraphs here instead."
            )
            self._document.message.emit(words)

    def _choose(self, texts: list[str]) -> None:
        """Ask which text is to be read again, if there are several."""
        words, is_chosen = tr("Read the text again"), True
        file = texts[0]
        if len(texts) > 1:
            label = tr("Which text?")
            file, is_chosen = QInputDialog.getItem(self._window, words, label, texts, 0, False)
        if is_chosen:
            self._ask(words, file, partial(reread, file=file))

    def add(self) -> None:
        """Ask for a further text; speakers and themes stay."""
        near = self._document.draft.source["file"] or str(folder_or_documents(""))
        self._ask(tr("Add a text"), near, added_text)

    def _ask(self, words: str, near: str, read: _Read) -> None:
        name, _ = QFileDialog.getOpenFileName(self._window, words, near)
        if not name:
            return
        records = self._document.records_now()
        work = Work(
            lambda: read(records, ArticleFile(name, *read_article(Path(name))), Gazetteer()),
            (UnreadableError, UnrelatedError),
            self,
        )
        said = f"{words}: {Path(name).name}"
        work.done.connect(lambda changes: self._apply(said, records, changes))
        work.refused.connect(lambda error: self._document.message.emit(str(error)))
        work.start()

    def _apply(self, words: str, records: Records, changes: list[Change]) -> None:
        if records != self._document.records:
            words = tr("Something was decided while the text was read. Please read it again.")
            self._document.message.emit(words)
        else:
            self._document.do(words, changes)
