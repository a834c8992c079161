"""The draft that a window shows: each decision is said, and all parts of the window see it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from jjjviewer.charts.translation import tr
from jjjviewer.draft.draft import Draft
from jjjviewer.draft.editing import edit
from jjjviewer.draft.journal import DraftError
from jjjviewer.draft.records import Change, Record, Records
from jjjviewer.ui.draft.words import with_others


class Document(QObject):
    """A draft with signals.

    Args:
        draft: it is closed with the window.
        parent: the Qt parent.
    """

    changed = Signal()
    """Something was decided, or taken back."""
    message = Signal(str)
    """What was decided, in words, or why it could not be."""

    def __init__(self, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.draft = draft

    @property
    def records(self) -> Records:
        """The rows of all tables."""
        return self.draft.records

    def records_now(self) -> Records:
        """Return the rows as they are now, for a thread: they are replaced, never changed."""
        return {name: dict(rows) for name, rows in self.records.items()}

    def do(self, words: str, changes: Iterable[Change]) -> bool:
        """Make a decision; return whether it changes anything."""
        try:
            done = self.draft.do(words, changes)
        except DraftError as error:
            self.message.emit(str(error))
            return False
        if done:
            self._tell(words)
        elif self.draft.read_only:
            self.message.emit(tr("This draft is open elsewhere, and can only be read here."))
        return done

    def edit(self, table: str, row: int, cells: Record) -> bool:
        """Type other cells into a row."""
        columns = ", ".join(cells)
        changes = edit(self.records, table, row, cells)
        words = tr("Change {columns}", columns=columns)
        return self.do(with_others(words, changes, table, row), changes)

    def undo(self) -> None:
        """Take back the last decision."""
        self._step(self.draft.undo, tr("Undone: {words}"))

    def redo(self) -> None:
        """Make again what was taken back."""
        self._step(self.draft.redo, tr("Redone: {words}"))

    def _step(self, step: Callable[[], str], words: str) -> None:
        try:
            if done := step():
                self._tell(words.format(words=done))
        except DraftError as error:
            self.message.emit(str(error))

    def _tell(self, words: str) -> None:
        self.changed.emit()
        self.message.emit(words)
