"""A draft: its records, what was decided one after the other, and how to take it back."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from jjjviewer.draft.journal import DraftError, Journal, Json, create
from jjjviewer.draft.records import (
    KEPT,
    LATER,
    NONE,
    OPEN,
    SOURCE,
    Change,
    Record,
    Records,
    apply,
    cells_of,
    effective,
    empty_records,
)

_FORMAT = 1


class _Step(NamedTuple):
    """A decision in words, and the changes that take it back or make it again."""

    words: str
    changes: list[Change]


class Progress(NamedTuple):
    """How far a draft has come."""

    name: str
    """Of the text or the pack that it is made from."""
    decided: int
    figures: int


def new_draft(folder: Path, records: Records) -> "Draft":
    """Make a draft of some records in a folder, and open it.

    Raises:
        DraftError: the folder can't be written to.
    """
    tables: Json = {
        name: [[row, _filled(record)] for row, record in rows.items()]
        for name, rows in records.items()
    }
    create(folder, {"format": _FORMAT, "tables": tables})
    return Draft(folder)


def _filled(record: Record) -> Record:
    return {name: cell for name, cell in record.items() if cell}


class Draft:
    """A draft that is open.

    Args:
        folder: where its journal is.

    Raises:
        DraftError: it can't be read.

    Attributes:
        records: the rows of all tables; to be changed by `do` alone.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._journal = Journal(folder)
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        try:
            self.records = _first(self._journal.lines[0])
            for line in self._journal.lines[1:]:
                self._replay(line)
        except (KeyError, TypeError, ValueError, IndexError):
            self._journal.close()
            raise DraftError(f"{folder}: the draft is none of this version.") from None
        # They may be large, and have been read.
        self._journal.lines = []

    @property
    def read_only(self) -> bool:
        """Return whether another window has it open."""
        return self._journal.read_only

    @property
    def undo_words(self) -> str:
        """What would be undone, in words; nothing where nothing can be."""
        return self._done[-1].words if self._done else ""

    @property
    def redo_words(self) -> str:
        """What would be done again, likewise."""
        return self._undone[-1].words if self._undone else ""

    @property
    def source(self) -> Record:
        """Where the text is from."""
        return self.records[SOURCE][0]

    @property
    def progress(self) -> Progress:
        """Return how many figures are decided; what is put off is not."""
        states = [*cells_of(self.records, "figures", "state")]
        open_ = states.count(OPEN) + states.count(LATER)
        source = self.source
        name = source["file"] or source["pack"] or source["title"]
        figures = len(states) - states.count(NONE)
        return Progress(Path(name).name, figures - open_, figures)

    @property
    def kept(self) -> int:
        """Return how many figures are kept."""
        return [*cells_of(self.records, "figures", "state")].count(KEPT)

    def do(self, words: str, changes: Iterable[Change]) -> bool:
        """Make a decision; return whether it changes anything.

        Raises:
            DraftError: it can't be written down; nothing is changed then.
        """
        found = effective(self.records, changes)
        if not found or self.read_only:
            return False
        self._journal.append({"do": words, "changes": [list(each) for each in found]})
        self._do(words, found)
        return True

    def undo(self) -> str:
        """Take back the last decision; return it in words."""
        if not self._done or self.read_only:
            return ""
        self._journal.append({"undo": True})
        return self._step(self._done, self._undone)

    def redo(self) -> str:
        """Make again what was taken back last; return it in words."""
        if not self._undone or self.read_only:
            return ""
        self._journal.append({"redo": True})
        return self._step(self._undone, self._done)

    def close(self) -> None:
        """Put all on the disk, and let others change the draft."""
        self._journal.close()

    def _do(self, words: str, changes: list[Change]) -> None:
        self._done.append(_Step(words, self._apply(changes)))
        self._undone.clear()

    def _step(self, source: list[_Step], target: list[_Step]) -> str:
        step = source.pop()
        target.append(_Step(step.words, self._apply(step.changes)))
        return step.words

    def _apply(self, changes: list[Change]) -> list[Change]:
        """Make some changes; return those that take them back, the last first."""
        return [apply(self.records, each) for each in changes][::-1]

    def _replay(self, line: Json) -> None:
        match line:
            case {"do": str(words), "changes": [*changes]}:
                self._do(words, [_change(each) for each in changes])
            case {"undo": True}:
                self._step(self._done, self._undone)
            case {"redo": True}:
                self._step(self._undone, self._done)
            case _:
                raise ValueError(line)


def _first(line: Json) -> Records:
    """Return the records that a draft begins with."""
    match line:
        case {"format": 1, "tables": dict(tables)}:
            records = empty_records()
            for table, rows in tables.items():
                for change in map(_change, [[table, *each] for each in rows]):
                    apply(records, change)
            return records
    raise ValueError(line)


def _change(value: Json) -> Change:
    match value:
        case [str(table), int(row), dict() | None as cells]:
            return Change(table, row, cells)
    raise ValueError(value)
