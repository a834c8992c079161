"""A page that lists the records of some tables, and the form of the one that is chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.translation import tr
from jjjviewer.draft.decisions import delete
from jjjviewer.draft.records import KEPT, NewRows, Records, ordered
from jjjviewer.model.schema import TABLES
from jjjviewer.ui.draft.document import Document
from jjjviewer.ui.draft.draft_page import DraftPage
from jjjviewer.ui.draft.record_form import RecordForm
from jjjviewer.ui.draft.words import SIGNS, record_words, table_words
from jjjviewer.ui.shared.model_index import ModelIndex

_MARGIN = 12
_WIDTHS = [380, 620]


class RecordsModel(QAbstractListModel):
    """Lists the records of a table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: Records = {}
        self._table = ""
        self._rows: list[int] = []

    def show_records(self, records: Records, table: str) -> None:
        """List the records of a table as they are now."""
        rows = [row for row, _ in ordered(records, table)]
        if (table, rows) != (self._table, self._rows):
            # Until the reset begins, views may still ask for rows that are no more.
            self.beginResetModel()
            self._records, self._table, self._rows = records, table, rows
            self.endResetModel()
            return
        self._records = records
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))

    def row_of(self, index: QModelIndex) -> int | None:
        """Return the row of a record in the draft."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, row: int) -> QModelIndex:
        """Return where a record is listed."""
        return self.index(self._rows.index(row), 0) if row in self._rows else QModelIndex()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        record = self._records[self._table][self._rows[index.row()]]
        words = record_words(self._records, self._table, record)
        return f"{SIGNS[record['state']]}  {words}" if record.get("state") else words


class RecordsPage(DraftPage):
    """Shows tables of a draft.

    Args:
        tables: their names.
        document: the draft.
        hint: a sentence on what is done here.
        parent: the Qt parent.
    """

    def __init__(
        self,
        tables: Sequence[str],
        document: Document,
        hint: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.tables = tuple(tables)
        self._model = RecordsModel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(tr("Records"))
        self._forms = QStackedWidget(self)
        self._form_of: dict[str, RecordForm] = {}
        self._choice = QComboBox(self)
        self._choice.setAccessibleName(tr("Table"))
        self._choice.addItems([table_words(each) for each in tables])
        self._lay_out(hint)
        self._choice.currentIndexChanged.connect(self._show_table)
        self._list.selectionModel().currentChanged.connect(self._show_current)
        self._show_table()

    def _lay_out(self, hint: str) -> None:
        left = QWidget(self)
        add = QPushButton(tr("&Add"), left)
        remove = QPushButton(tr("&Delete"), left)
        self._keep = QPushButton(tr("&Keep or leave out (Enter)"), left)
        add.clicked.connect(self._add)
        remove.clicked.connect(self._delete)
        self._keep.clicked.connect(self._toggle)
        # Keys of the list: in a field they write.
        self._list.installEventFilter(self)
        buttons = QHBoxLayout()
        for each in (add, remove, self._keep):
            buttons.addWidget(each)
        buttons.addStretch(1)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._choice)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)
        words = QLabel(hint, self)
        words.setWordWrap(True)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._forms)
        splitter.setSizes(_WIDTHS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.addWidget(words)
        layout.addWidget(splitter, 1)
        self.setFocusProxy(self._list)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        match event.key():
            case Qt.Key.Key_Insert:
                self._add()
            case Qt.Key.Key_Delete:
                self._delete()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._table == "entities":
                self._toggle()
            case _:
                return False
        return True

    @property
    def _table(self) -> str:
        return self.tables[self._choice.currentIndex()]

    @property
    def _form(self) -> RecordForm:
        """The form of the table that is chosen, made when it first is."""
        table = self._table
        if table not in self._form_of:
            form = self._form_of[table] = RecordForm(table, self._document, (), self)
            form.left.connect(self._list.setFocus)
            self._forms.addWidget(form)
        return self._form_of[table]

    def show_record(self, table: str, row: int | None, column: str) -> None:
        self._choice.setCurrentIndex(self.tables.index(table))
        if row is not None:
            self._list.setCurrentIndex(self._model.index_of(row))
            if column:
                self._form.focus_field(column)

    def refresh(self) -> None:
        row = self._model.row_of(self._list.currentIndex())
        self._model.show_records(self._document.records, self._table)
        index = self._model.index_of(row) if row is not None else QModelIndex()
        if not index.isValid():
            index = self._model.index(0, 0) if self._model.rowCount() else QModelIndex()
        self._list.setCurrentIndex(index)
        self._form.show_row(self._model.row_of(index))

    def _show_table(self) -> None:
        self._forms.setCurrentWidget(self._form)
        self._keep.setVisible(self._table == "entities")
        self.refresh()

    def _show_current(self) -> None:
        self._form.show_row(self._model.row_of(self._list.currentIndex()))

    def _add(self) -> None:
        table = self._table
        new = NewRows(self._document.records)
        key = TABLES[table].key
        cells = {key.name: new.new_id(table, f"new-{table.rstrip('s')}")} if key.is_id else {}
        if table in ("entities", "figures"):
            cells["state"] = KEPT
        row = new.add(table, cells)
        if self._document.do(tr("Add to {table}", table=table_words(table)), new.changes):
            self.show_record(table, row, TABLES[table].columns[1].name)

    def _delete(self) -> None:
        row = self._model.row_of(self._list.currentIndex())
        if row is not None:
            at = self._list.currentIndex().row()
            words = tr("Delete from {table}", table=table_words(self._table))
            self._document.do(words, delete(self._document.records, self._table, [row]))
            last = self._model.rowCount() - 1
            self._list.setCurrentIndex(self._model.index(min(at, last), 0))

    def _toggle(self) -> None:
        """Keep a place that was proposed, or leave it out again, and go on to the next."""
        row = self._model.row_of(self._list.currentIndex())
        if row is None or self._table != "entities":
            return
        state = "open" if self._document.records["entities"][row]["state"] == KEPT else KEPT
        self._document.edit("entities", row, {"state": state})
        following = self._list.currentIndex().row() + 1
        if following < self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(following, 0))
