"""The collection of the open pack: what a star adds to it, takes out of it, or notes in it.

Light to import, since the first paint shows its row in the tree.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jjjviewer.charts.translation import tr
from jjjviewer.export.atomic_write import ExportError
from jjjviewer.export.collection_store import CollectionStore
from jjjviewer.model.collection import Collection, Item
from jjjviewer.model.collection_json import PackIdentity
from jjjviewer.ui.shared import wording

if TYPE_CHECKING:
    from jjjviewer.model.dataset import Dataset


class Collecting(QObject):
    """Keeps what is collected of the open pack on the disk, and lets its dataset know."""

    changed = Signal()
    """Something else is collected, or noted."""
    message = Signal(str)
    """The outcome, for the status bar."""
    faulted = Signal(str)
    """What could not be read or written, and why."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.collection = Collection()
        self.store: CollectionStore | None = None
        """That of the open pack."""
        self._dataset: Dataset | None = None
        self._fault = ""
        """What was wrong with the file, until it can be said."""
        self._removed: Sequence[Item] = ()
        """What was taken out last, with its notes."""

    def open(self, pack: PackIdentity) -> None:
        """Read the collection of another pack, whose data is not loaded yet."""
        self._dataset, self._removed = None, ()
        self.store = CollectionStore(pack)
        self.collection, self._fault = self.store.read()

    def load(self, dataset: "Dataset") -> None:
        """Let a dataset know what is collected of it."""
        self._dataset = dataset
        dataset.collect(self.collection)
        if self._fault:
            self.faulted.emit(self._fault)

    def refresh(self) -> None:
        """Show what another window has collected meanwhile."""
        if self.store is None or self._dataset is None:
            return
        kept = self.store.read()
        if kept.collection != self.collection and not kept.fault:
            self._take(kept.collection)

    def _take(self, collection: Collection) -> None:
        assert self._dataset is not None
        self.collection = collection
        self._dataset.collect(collection)
        self.changed.emit()

    def toggle(self, items: Sequence[Item]) -> None:
        """Add items, or take them out where all of them are in it."""
        if not items:
            self.message.emit(tr("Put the cursor in a statement, or choose a figure or a mark."))
        elif all(self.collection.find(item) for item in items):
            self._remove(items)
        elif self._change(lambda collection: collection.with_items(self._with_notes(items))):
            self.message.emit(_outcome(tr("Added to the collection: {what}"), items))

    def _remove(self, items: Sequence[Item]) -> None:
        removed = [found for item in items if (found := self.collection.find(item))]
        before, self._removed = self._removed, removed
        if not self._change(lambda collection: collection.without(items)):
            self._removed = before
        else:
            words = tr("Taken out of the collection: {what}. Ctrl+Z puts it back.")
            self.message.emit(_outcome(words, removed))

    def _with_notes(self, items: Sequence[Item]) -> list[Item]:
        """Return items with the notes that they had when they were taken out."""
        had = Collection().with_items(self._removed)
        return [had.find(item) or item for item in items]

    @property
    def can_put_back(self) -> bool:
        """Return whether something was taken out that is not back again."""
        return any(self.collection.find(item) is None for item in self._removed)

    def put_back(self) -> None:
        """Add what was taken out last, with its notes."""
        removed = self._removed
        if self._change(lambda collection: collection.with_items(removed)):
            self.message.emit(_outcome(tr("Added to the collection: {what}"), removed))

    def replace(self, item: Item) -> bool:
        """Keep an item with other words; return whether that could be written."""
        return self._change(lambda collection: collection.replaced(item))

    def note(self, item: Item) -> None:
        """Keep an item's note."""
        if self.replace(item):
            self.message.emit(tr("Note kept.") if item.note else tr("Note deleted."))

    def merge(self, other: Collection) -> "Dataset | None":
        """Add another collection; return the dataset it is of, None if it was not written."""
        is_written = self._change(lambda collection: collection.with_items(other.items))
        return self._dataset if is_written else None

    def _change(self, step: Callable[[Collection], Collection]) -> bool:
        """Change the collection on the disk; return whether that could be done."""
        if self.store is None or self._dataset is None:
            return False
        try:
            collection, fault = self.store.change(step)
        except ExportError as error:
            self.faulted.emit(str(error))
            return False
        if fault:
            self.faulted.emit(fault)
        self._take(collection)
        return True


def _outcome(words: str, items: Sequence[Item]) -> str:
    """Name one item, or count several."""
    if len(items) > 1:
        return words.format(what=tr("{count} items", count=len(items)))
    return words.format(what=wording.shortened(items[0].name or tr("1 item")))
