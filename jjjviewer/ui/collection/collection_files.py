"""Collections as files of the user's: exported, and imported into that of the open pack."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.export.atomic_write import ExportError
from jjjviewer.export.collection_store import CollectionStore, read_collection
from jjjviewer.model.collected_rows import missing
from jjjviewer.model.collection import Item
from jjjviewer.model.collection_json import NoCollectionError, Parsed
from jjjviewer.ui.collection.collecting import Collecting
from jjjviewer.ui.shared.errors import show_box, show_refusal
from jjjviewer.ui.shared.save_path import ask_path, folder_or_documents
from jjjviewer.ui.shared.settings import DATA_FOLDER, Settings
from jjjviewer.ui.shared.wording import SHORT, shortened, wrappable
from jjjviewer.ui.shared.work import Work

_MOST_NAMED = 8
"""Records that a message names."""


class CollectionFiles(QObject):
    """Asks for a file, and writes the collection to it or merges it into the collection.

    Args:
        collecting: the collection of the open pack.
        settings: where the folder is saved.
        window: the parent of dialogs.
    """

    message = Signal(str)
    """The outcome of an import, for the status bar."""
    saved = Signal(str, object)
    """A message for the status bar, and the folder that was written to."""

    def __init__(self, collecting: Collecting, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._collecting = collecting
        self._settings = settings
        self._window = window

    def export(self) -> None:
        """Write the collection to a file."""
        title = tr("Export collection")
        folder = folder_or_documents(self._settings[DATA_FOLDER])
        path = ask_path(self._window, title, folder / "collection.json", "json")
        if path is None or self._collecting.store is None:
            return
        try:
            self._collecting.store.export(path, self._collecting.collection)
        except ExportError as error:
            show_refusal(title, error, self._window)
            return
        self._settings[DATA_FOLDER] = str(path.parent)
        self.saved.emit(tr("Saved: {path}", path=path), path.parent)

    def import_(self) -> None:
        """Merge a file into the collection, and say what of it the pack does not have."""
        title = tr("Import collection")
        folder = folder_or_documents(self._settings[DATA_FOLDER])
        name, _ = QFileDialog.getOpenFileName(
            self._window, title, str(folder), tr("Collections (*.json);;All files (*)")
        )
        if not name:
            return
        path, store = Path(name), self._collecting.store
        work = Work(lambda: read_collection(path), (NoCollectionError, OSError), self)
        work.done.connect(lambda parsed: self._merge(path, parsed, store))
        work.refused.connect(lambda error: self._refuse(_refusal(path, error)))
        work.start()

    def _merge(self, path: Path, parsed: Parsed, store: CollectionStore | None) -> None:
        # Another pack may have been opened meanwhile, or the window closed.
        if store is not self._collecting.store or not self._window.isVisible():
            return
        dataset = self._collecting.merge(parsed.collection)
        if dataset is None:
            return
        lacking = [*missing(dataset, parsed.collection)]
        self._settings[DATA_FOLDER] = str(path.parent)
        count = len(parsed.collection.items)
        words = tr("Imported: 1 item") if count == 1 else tr("Imported: {count} items")
        self.message.emit(words.format(count=count))
        if words := self._doubts(parsed, lacking):
            show_box(QMessageBox.Icon.Information, tr("Import collection"), words, self._window)

    def _refuse(self, words: str) -> None:
        # A box that is opened once the window is closed would keep the program running.
        if self._window.isVisible():
            show_refusal(tr("Import collection"), words, self._window)

    def stop(self) -> None:
        """Wait until the threads have ended."""
        for work in self.findChildren(Work):
            work.wait()

    def _doubts(self, parsed: Parsed, lacking: list[Item]) -> str:
        """Return a note on what was imported, or an empty text."""
        store = self._collecting.store
        is_others = store is not None and not store.is_of_this_pack(parsed)
        parts = []
        if is_others:
            title = wrappable(parsed.pack.title)
            parts.append(tr("The collection is of another pack: {title}.", title=title))
        if not parsed.is_whole:
            parts.append(tr("Some of it could not be read and is left out."))
        if lacking:
            first = (each.name or tr("without a name") for each in lacking[:_MOST_NAMED])
            names = [f"• {wrappable(shortened(name, SHORT))}" for name in first]
            if more := len(lacking) - len(names):
                names.append(tr("and {count} more", count=more))
            said = tr("This pack does not have these; they are kept at the end of the collection:")
            parts.append("\n".join([said, *names]))
        return "\n\n".join(parts)


def _refusal(path: Path, error: Exception) -> str:
    if isinstance(error, OSError):
        return tr("'{path}' can't be read: {error}.", path=path, error=error.strerror or error)
    return tr(
        "'{path}' holds no collection. Choose a file that “Export collection” has written.",
        path=path,
    )
