"""A page of tables whose records are added and deleted: who speaks, places and links, all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.draft.decisions import delete
from jjjviewer.draft.records import KEPT, NEW, NewRows
from jjjviewer.model.schema import TABLES
from jjjviewer.ui.draft.document import Document
from jjjviewer.ui.draft.queue_model import RecordsModel
from jjjviewer.ui.draft.queue_page import QueuePage
from jjjviewer.ui.draft.words import table_words


class RecordsPage(QueuePage):
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
        self._hint = hint
        super().__init__(tables, document, tr("Records"), RecordsModel(), {}, parent)
        self._list.setUniformItemSizes(True)
        self._list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)

    def _lay_out(self) -> None:
        super()._lay_out()
        buttons = QHBoxLayout()
        for words, do in ((tr("&Add"), self._add), (tr("&Delete"), self._delete)):
            button = QPushButton(words, self)
            button.clicked.connect(do)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._left.addLayout(buttons)

    def _keys(self) -> str:
        decides = tr("Enter keep · X drop · Space later · ")
        record = self._record
        return tr(
            "{hint} {keys}Insert adds · Delete deletes · Z undo",
            hint=self._hint,
            keys=decides if record is not None and "state" in record else "",
        )

    def _press(self, event: QKeyEvent, is_shifted: bool) -> bool:
        match event.key():
            case Qt.Key.Key_Insert:
                self._add()
            case Qt.Key.Key_Delete:
                self._delete()
            case _:
                return super()._press(event, is_shifted)
        return True

    def _add(self) -> None:
        table = self._table
        new = NewRows(self._document.records)
        key = TABLES[table].key
        cells = {key.name: new.new_id(table, f"{NEW}{table.rstrip('s')}")} if key.is_id else {}
        if table in ("entities", "figures"):
            cells["state"] = KEPT
        row = new.add(table, cells)
        if self._document.do(tr("Add to {table}", table=table_words(table)), new.changes):
            self.show_record(table, row, TABLES[table].columns[1].name)

    def _delete(self) -> None:
        row = self._row
        if row is not None:
            at, rows = self._list.currentIndex().row(), [row, *self._others()]
            words = tr("Delete from {table}", table=table_words(self._table))
            self._document.do(words, delete(self._document.records, self._table, rows))
            self._go_to(at)
