"""The lists of a draft: the records of a table, and the queue of figures."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from jjjviewer.charts.translation import tr
from jjjviewer.draft.records import NONE, Record, Records, ordered
from jjjviewer.ui.draft.words import DOUBTFUL, SIGNS, is_doubtful, record_words, state_words
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.model_index import ModelIndex

TRAY = -1
"""The line that folds and unfolds the numbers of which none was proposed."""


class RecordsModel(QAbstractListModel):
    """Lists the records of a table, each in its place, whatever is decided of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: Records = {}
        self._table = ""
        self._rows: list[int] = []

    def show_records(self, records: Records, table: str) -> None:
        """List the records of a table as they are now; lines are rebuilt where there are others."""
        self._records = records
        if table != self._table:
            self.beginResetModel()
            self._table = table
            self._rows = self._listed()
            self.endResetModel()
            return
        rows = self._listed()
        if rows != self._rows:
            self.layoutAboutToBeChanged.emit()
            before = {id_: self._rows[id_.row()] for id_ in self.persistentIndexList()}
            self._rows = rows
            places = {row: at for at, row in enumerate(rows)}
            for index, row in before.items():
                at = places.get(row)
                self.changePersistentIndex(
                    index, QModelIndex() if at is None else self.index(at, 0)
                )
            self.layoutChanged.emit()
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))

    def _listed(self) -> list[int]:
        return [row for row, _ in ordered(self._records, self._table)]

    def row_of(self, index: QModelIndex) -> int | None:
        """Return the row of a record in the draft."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, row: int) -> QModelIndex:
        """Return where a record is listed."""
        return self.index(self._rows.index(row), 0) if row in self._rows else QModelIndex()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        # What was deleted may be asked for until the list follows.
        record = self._records[self._table].get(self._rows[index.row()])
        if record is None:
            return None
        words, state = self._words(record), record.get("state", "")
        doubtful = is_doubtful(self._table, record)
        match role:
            case Qt.ItemDataRole.DisplayRole if state:
                return f"{DOUBTFUL if doubtful else SIGNS[state]}  {words}"
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.ToolTipRole:
                return wording.tip(words)
            case Qt.ItemDataRole.AccessibleTextRole if state:
                doubt = f", {tr('doubtful')}" if doubtful else ""
                return f"{words}, {state_words(state)}{doubt}"
        return None

    def _words(self, record: Record) -> str:
        return record_words(self._records, self._table, record)


class QueueModel(RecordsModel):
    """The queue of figures: those that were proposed, and below them every other number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._others: list[int] = []
        self._is_open = False

    def _listed(self) -> list[int]:
        rows = ordered(self._records, "figures")
        self._others = [row for row, each in rows if each["state"] == NONE]
        figures = [row for row, each in rows if each["state"] != NONE]
        shown = self._others if self._is_open else []
        return [*figures, *([TRAY] if self._others else []), *shown]

    def toggle_tray(self) -> None:
        """Unfold the numbers of which none was proposed, or fold them."""
        self._is_open = not self._is_open
        self.show_records(self._records, "figures")

    def row_of(self, index: QModelIndex) -> int | None:
        """Return the row of a figure in the draft, none for the line between."""
        row = super().row_of(index)
        return None if row == TRAY else row

    def index_of(self, row: int) -> QModelIndex:
        """Return where a row of figures is listed; unfold the tray for it."""
        if row in self._others and not self._is_open:
            self.toggle_tray()
        return super().index_of(row)

    def is_tray(self, index: QModelIndex) -> bool:
        """Return whether this is the line between."""
        return index.isValid() and self._rows[index.row()] == TRAY

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if self._rows[index.row()] != TRAY:
            return super().data(index, role)
        if role == Qt.ItemDataRole.DisplayRole:
            sign = "▾" if self._is_open else "▸"
            return tr("{sign} Not proposed ({count})", sign=sign, count=len(self._others))
        return None

    def _words(self, record: Record) -> str:
        return f"{record['printed']}  {record['reason'] or record['measure']}".strip()
