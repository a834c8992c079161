"""The queue of figures: those that were proposed, and below them every other number."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from jjjviewer.charts.translation import tr
from jjjviewer.draft.records import NONE, Record, Records, ordered
from jjjviewer.ui.draft.words import DOUBTFUL, SIGNS, is_doubtful, state_words
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.model_index import ModelIndex

TRAY = -1
"""The line that folds and unfolds the numbers of which none was proposed."""


class QueueModel(QAbstractListModel):
    """Lists the rows of figures, each in its place, whatever is decided of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: Records = {}
        self._lines: list[int] = []
        self._others: list[int] = []
        self._is_open = False

    def show_records(self, records: Records) -> None:
        """Show what is decided now; lines are only rebuilt where there are others."""
        rows = ordered(records, "figures")
        figures = [row for row, each in rows if each["state"] != NONE]
        others = [row for row, each in rows if each["state"] == NONE]
        self._records = records
        lines = [*figures, *([TRAY] if others else []), *(others if self._is_open else [])]
        if lines != self._lines or len(others) != len(self._others):
            self.layoutAboutToBeChanged.emit()
            before = {id_: self._lines[id_.row()] for id_ in self.persistentIndexList()}
            self._lines, self._others = lines, others
            places = {row: at for at, row in enumerate(lines)}
            for index, row in before.items():
                at = places.get(row)
                self.changePersistentIndex(
                    index, QModelIndex() if at is None else self.index(at, 0)
                )
            self.layoutChanged.emit()
        elif lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, 0))

    def toggle_tray(self) -> None:
        """Unfold the numbers of which none was proposed, or fold them."""
        self._is_open = not self._is_open
        self.show_records(self._records)

    def row_of(self, index: QModelIndex) -> int:
        """Return the row of a figure in the draft, `TRAY` for the line between."""
        return self._lines[index.row()] if index.isValid() else TRAY

    def index_of(self, row: int) -> QModelIndex:
        """Return where a row of figures is listed; unfold the tray for it."""
        if row in self._others and not self._is_open:
            self.toggle_tray()
        return self.index(self._lines.index(row), 0) if row in self._lines else QModelIndex()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._lines[index.row()]
        if row == TRAY:
            if role == Qt.ItemDataRole.DisplayRole:
                sign = "▾" if self._is_open else "▸"
                return tr("{sign} Not proposed ({count})", sign=sign, count=len(self._others))
            return None
        record = self._records["figures"][row]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _line(record)
            case Qt.ItemDataRole.ToolTipRole:
                return wording.tip(_words(record))
            case Qt.ItemDataRole.AccessibleTextRole:
                state = state_words(record["state"])
                doubt = f", {tr('doubtful')}" if is_doubtful(record) else ""
                return f"{_words(record)}, {state}{doubt}"
        return None


def _line(record: Record) -> str:
    sign = DOUBTFUL if is_doubtful(record) else SIGNS[record["state"]]
    return f"{sign}  {_words(record)}"


def _words(record: Record) -> str:
    words = record["reason"] or record["measure"]
    return f"{record['printed']}  {words}".strip()
