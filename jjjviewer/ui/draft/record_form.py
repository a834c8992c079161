"""The form of one record: a field for each column, and beside it what the cell rests on."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QWidget,
)

from jjjviewer.charts.translation import tr
from jjjviewer.draft.basis import read_basis
from jjjviewer.draft.editing import NAMES, edit, edit_several
from jjjviewer.draft.records import Record
from jjjviewer.model.schema import TABLES, Column
from jjjviewer.ui.draft.document import Document
from jjjviewer.ui.draft.record_field import RecordField, is_named
from jjjviewer.ui.draft.words import basis_words, choice_words, column_words, name_of, with_others

_AT_ONCE = 6
_LEAST = 14
"""Letters that can be seen in a field at least."""


class RecordForm(QScrollArea):
    """Shows a record of one table, and changes it.

    Args:
        table: its name.
        document: the draft.
        first: the columns that come first; all others follow in the order of the table.
        parent: the Qt parent.
    """

    left = Signal()
    """A field was left by Enter or Escape."""

    def __init__(
        self,
        table: str,
        document: Document,
        first: Iterable[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._document = document
        self._row: int | None = None
        self.others: Callable[[], Sequence[int]] = tuple
        """Returns the rows that take over what is chosen, but not what is typed."""
        columns = {each.name: each for each in TABLES[table].columns}
        ordered = {name: columns.pop(name) for name in first} | columns
        self._fields: dict[str, RecordField] = {}
        self._basis: dict[str, QLabel] = {}
        self._pending = [*ordered.values()]
        """Columns whose fields are still to be made, a few between two events."""
        self._inner = QWidget(self)
        self._form = form = QFormLayout(self._inner)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(lambda: self._add_some(_AT_ONCE))
        self._timer.start()
        self._add_some(_AT_ONCE)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _add_some(self, count: int) -> None:
        added, self._pending = self._pending[:count], self._pending[count:]
        for column in added:
            self._add(column, self._inner)
        if not self._pending:
            self._timer.stop()
        self._show([each.name for each in added], keep_typed=False)

    def _add(self, column: Column, inner: QWidget) -> None:
        name = tr("Id") if column.is_id else column_words(column.name)
        field = RecordField(
            column, name, lambda words, is_chosen: self._commit(column, words, is_chosen), inner
        )
        field.left.connect(self.left)
        # So wide that the form puts it below its label where there is little room.
        field.widget.setMinimumWidth(field.widget.fontMetrics().horizontalAdvance("n") * _LEAST)
        basis = QLabel(inner)
        basis.setEnabled(False)
        basis.setVisible(self._table == "figures")
        # Of one width, lest the form be laid out anew for each record.
        basis.setFixedWidth(basis.fontMetrics().horizontalAdvance(tr("carried over")))
        line = QHBoxLayout()
        line.addWidget(field.widget, 1)
        line.addWidget(basis)
        label = QLabel(name, inner)
        label.setBuddy(field.widget)
        self._form.addRow(label, line)
        self._fields[column.name] = field
        self._basis[column.name] = basis

    @property
    def columns(self) -> set[str]:
        """The columns that have a field."""
        return {*self._fields}

    def show_row(self, row: int | None) -> None:
        """Show another record, or none; or what became of the same."""
        is_same = row == self._row
        self._row = row if row in self._document.records[self._table] else None
        self._show(self._fields, keep_typed=is_same)

    def _show(self, columns: Iterable[str], *, keep_typed: bool) -> None:
        """Show the cells of some columns; what is being typed may stay."""
        rows = self._document.records[self._table]
        # What another step has deleted is shown until this one is entered.
        record = None if self._row is None else rows.get(self._row)
        is_figure = record is not None and self._table == "figures"
        basis = read_basis(record["basis"]) if record and is_figure else {}
        for name in columns:
            field = self._fields[name]
            field.widget.setEnabled(record is not None and not self._document.draft.read_only)
            if not (keep_typed and field.is_typed):
                field.show(self._shown(field.column, record), self._options(field.column))
            self._basis[name].setText(basis_words(basis.get(name)))
            field.set_made(field.column.made if record and self._has_text(record) else "")

    def focus_field(self, column: str) -> None:
        """Put the focus into the field of a column."""
        self._add_some(len(self._pending))
        widget = self._fields[column].widget
        self.ensureWidgetVisible(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fields[column].select()

    def _has_text(self, record: Record) -> bool:
        return bool(record.get("text") or record.get("start"))

    def _shown(self, column: Column, record: Record | None) -> str:
        if record is None:
            return ""
        cell = record[column.name]
        if is_named(column):
            return name_of(self._document.records, column.refers_to, cell)
        return choice_words(self._table, column.name).get(cell, cell)

    def _options(self, column: Column) -> list[str] | None:
        if column.kind == "boolean":
            return ["true", "false"]
        if column.choices:
            words = choice_words(self._table, column.name)
            choices = [words.get(each, each) for each in column.choices]
            required = column.required and not column.may_be_unset
            return choices if required else ["", *choices]
        if not is_named(column):
            return None
        named = self._document.records[column.refers_to].values()
        return ["", *(each[NAMES[column.refers_to]] for each in named)]

    def _commit(self, column: Column, words: str, is_chosen: bool) -> None:
        if self._row not in self._document.records[self._table]:
            return
        records, row = self._document.records, self._row
        others = self.others()
        if not (others and is_chosen) and words == self._shown(column, records[self._table][row]):
            return
        if is_named(column):
            changes = edit_several(records, self._table, [row, *others], column.name, words)
        else:
            cells = {name: cell for cell, name in choice_words(self._table, column.name).items()}
            cell = {column.name: cells.get(words, words)}
            changes = edit(records, self._table, row, cell)
            for each in others if column.choices else ():
                changes += edit(records, self._table, each, cell)
        name = column_words(column.name)
        said = tr("{column}: {words}", column=name, words=words or tr("none"))
        self._document.do(with_others(said, changes, self._table, row), changes)
        self.show_row(row)
