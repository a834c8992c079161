"""A page of records: the list of those of a table, the text, and the card of the chosen one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QListWidget,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.draft.decisions import decide, decide_place
from jjjviewer.draft.records import DROPPED, KEPT, LATER, NONE, OPEN, Record
from jjjviewer.ui.draft.article_view import ArticleView, legend
from jjjviewer.ui.draft.document import Document
from jjjviewer.ui.draft.draft_page import DraftPage
from jjjviewer.ui.draft.marking import marked
from jjjviewer.ui.draft.queue_model import RecordsModel
from jjjviewer.ui.draft.record_form import RecordForm
from jjjviewer.ui.draft.words import name_of, table_words

_WIDTHS = [270, 510, 400]
_MARGIN = 8
_MOST_LINES = 4
"""Tables that can be chosen without scrolling."""
STATES = {Qt.Key.Key_Return: KEPT, Qt.Key.Key_Enter: KEPT, Qt.Key.Key_X: DROPPED} | {
    Qt.Key.Key_Space: LATER
}
"""What the keys decide of a record that can be kept or dropped."""


class QueuePage(DraftPage):
    """Shows the records of some tables, one table at a time.

    Args:
        tables: their names.
        document: the draft.
        name: what is listed, for screen readers.
        model: the list.
        first: the columns of each table that come first on its card.
        parent: the Qt parent.
    """

    def __init__(
        self,
        tables: Sequence[str],
        document: Document,
        name: str,
        model: RecordsModel,
        first: Mapping[str, Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.tables = tuple(tables)
        self._model = model
        model.setParent(self)
        self._first = first
        self._list = QListView(self)
        self._list.setModel(model)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(name)
        self._view = ArticleView(self)
        self._forms = QStackedWidget(self)
        self._form_of: dict[str, RecordForm] = {}
        self._choice = QListWidget(self)
        self._choice.setAccessibleName(tr("Table"))
        self._choice.addItems([table_words(each) for each in tables])
        self._choice.setCurrentRow(0)
        self._choice.setVisible(len(tables) > 1)
        lines = min(len(tables), _MOST_LINES) * self._choice.sizeHintForRow(0)
        self._choice.setFixedHeight(lines + 2 * self._choice.frameWidth())
        self._help = QLabel(self)
        self._help.setWordWrap(True)
        self._lay_out()
        # Keys of list and text: in a field they write.
        self._list.installEventFilter(self)
        self._view.installEventFilter(self)
        self._choice.currentRowChanged.connect(self.refresh)
        self._list.selectionModel().currentChanged.connect(self._show_current)
        self.refresh()

    def _lay_out(self) -> None:
        left, self._middle = QWidget(self), QWidget(self)
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.addWidget(self._choice)
        self._left.addWidget(self._list, 1)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view, 1)
        signs = QLabel(legend(), self._middle)
        signs.setWordWrap(True)
        column.addWidget(signs)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        for each in (left, self._middle, self._forms):
            splitter.addWidget(each)
        splitter.setSizes(_WIDTHS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.addWidget(splitter, 1)
        layout.addWidget(self._help)
        self.setFocusProxy(self._list)

    def apply_theme(self, style: Style) -> None:
        self._view.apply_theme(style)

    def show_record(self, table: str, row: int | None, column: str) -> None:
        self._choice.setCurrentRow(self.tables.index(table))
        if row is not None:
            self._choose_line(self._model.index_of(row))
            if column:
                self._form.focus_field(column)

    def refresh(self) -> None:
        row = self._row
        self._view.show_text(self._document.records)
        # Packs seldom bring their text.
        self._middle.setVisible(self._view.has_text)
        self._forms.setCurrentWidget(self._form)
        self._model.show_records(self._document.records, self._table)
        index = self._model.index_of(row) if row is not None else self._list.currentIndex()
        if not index.isValid() and self._model.rowCount():
            index = self._model.index(0, 0)
        if index == self._list.currentIndex():
            self._show_current()
        else:
            self._choose_line(index)

    @property
    def _table(self) -> str:
        return self.tables[self._choice.currentRow()]

    @property
    def _row(self) -> int | None:
        return self._model.row_of(self._list.currentIndex())

    @property
    def _record(self) -> Record | None:
        return None if self._row is None else self._document.records[self._table].get(self._row)

    @property
    def _form(self) -> RecordForm:
        """The card of the table that is chosen, made when it first is."""
        table = self._table
        if table not in self._form_of:
            first = self._first.get(table, ())
            form = self._form_of[table] = RecordForm(table, self._document, first, self)
            form.others = self._others
            form.left.connect(self._list.setFocus)
            self._forms.addWidget(form)
        return self._form_of[table]

    def _choose_line(self, index: QModelIndex) -> None:
        """Choose a line alone, even while Ctrl is held, as in Ctrl+Z."""
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._list.selectionModel().setCurrentIndex(index, alone)

    def _others(self) -> list[int]:
        """Return the rows that are selected with the one that is shown."""
        chosen = self._list.selectionModel().selectedIndexes()
        rows = [row for each in chosen if (row := self._model.row_of(each)) is not None]
        return [each for each in rows if each != self._row] if self._row in rows else []

    def _show_current(self) -> None:
        record = self._record
        self._form.show_row(self._row)
        found = [] if record is None else marked(self._document.records, self._table, record)
        self._view.mark(found)
        self._help.setText(self._keys())

    def _keys(self) -> str:
        """Return the keys of the page and what they do."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return modifiers in (none, shift) and self._press(event, modifiers == shift)

    def _press(self, event: QKeyEvent, is_shifted: bool) -> bool:
        """Act on a key; return whether it means something here."""
        key = Qt.Key(event.key())
        if is_shifted:
            return False
        if key == Qt.Key.Key_Z:
            self._document.undo()
        elif key in STATES and self._record is not None and "state" in self._record:
            self._decide(STATES[key])
        else:
            return False
        return True

    def _decide(self, state: str) -> None:
        """Keep a record, drop it or leave it for later, and go on."""
        row, records = self._row, self._document.records
        assert row is not None
        record = records[self._table][row]
        if record["state"] == NONE:
            self._document.message.emit(tr("Not a figure so far. + makes one of it."))
            return
        words = {KEPT: tr("Keep {printed}"), DROPPED: tr("Drop {printed}")}.get(
            state, tr("Leave {printed} for later")
        )
        if self._table == "figures":
            said, changes = record["printed"], decide(records, [row], state)
        else:
            said = name_of(records, self._table, record["entity_id"])
            changes = decide_place(records, row, state)
        self._document.do(words.format(printed=said), changes)
        self._go_to_open(self._list.currentIndex().row())

    def _go_to_open(self, after: int) -> None:
        """Go to the next record that is open; to the one behind where none is."""
        records, count = self._document.records[self._table], self._model.rowCount()
        for at in range(after + 1, count):
            row = self._model.row_of(self._model.index(at, 0))
            if row is not None and records[row]["state"] == OPEN:
                self._choose_line(self._model.index(at, 0))
                return
        self._go_to(after + 1)

    def _go_to(self, at: int) -> None:
        """Go to a line, the last one at most."""
        if count := self._model.rowCount():
            self._choose_line(self._model.index(max(0, min(at, count - 1)), 0))
