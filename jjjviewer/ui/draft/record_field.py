"""The editor of one cell of a record."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from jjjviewer.draft.editing import NAMES
from jjjviewer.model.schema import Column
from jjjviewer.ui.shared.text_field import SentenceField, TextField

_SENTENCES = ("summary", "summary_zh")
"""Columns of sentences, which are written in several lines."""


def is_named(column: Column) -> bool:
    """Return whether a column refers to rows that are chosen by their names."""
    return bool(column.refers_to) and column.refers_to in NAMES


class RecordField(QObject):
    """The editor of one cell: a line, a sentence, or a box of choices.

    Args:
        column: what is typed into it.
        name: for screen readers.
        commit: called with what was typed, and whether it was chosen from the list.
        parent: the Qt parent.
    """

    left = Signal()
    """It was left by Enter or Escape."""

    def __init__(
        self, column: Column, name: str, commit: Callable[[str, bool], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.column = column
        self._commit = commit
        self._cell = ""
        self._options: list[str] = []
        is_choice = bool(column.choices) or is_named(column) or column.kind == "boolean"
        self.widget: TextField | SentenceField | QComboBox
        if column.name in _SENTENCES:
            self.widget = SentenceField(column.max_length, parent)
        else:
            self.widget = QComboBox(parent) if is_choice else TextField(parent)
        self.widget.setAccessibleName(name)
        self.widget.installEventFilter(self)
        self._line = None if isinstance(self.widget, QComboBox) else self.widget
        if isinstance(self.widget, QComboBox):
            self._set_up(self.widget)
        if isinstance(self._line, SentenceField):
            self._line.left.connect(self._finish)
        elif self._line is not None:
            self._line.editingFinished.connect(self._finish)
            self._line.setMaxLength(column.max_length or 32_767)

    def _set_up(self, box: QComboBox) -> None:
        # The wheel scrolls the form, and changes nothing in passing.
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if is_named(self.column):
            self._line = TextField(box)
            box.setLineEdit(self._line)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            if completer := box.completer():
                completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        box.textActivated.connect(lambda words: self._commit(words, True))

    @property
    def is_typed(self) -> bool:
        """Return whether somebody is typing something else into it."""
        return self._line is not None and self._line.hasFocus() and self._line.text() != self._cell

    def show(self, cell: str, options: list[str] | None) -> None:
        """Show a cell, and the choices there are for it."""
        self._cell = cell
        if isinstance(self.widget, QComboBox):
            box = self.widget
            if options is not None and options != self._options:
                self._options = options
                box.clear()
                box.addItems(options)
            if box.isEditable():
                box.setEditText(cell)
            else:
                if box.findText(cell) < 0:
                    box.addItem(cell)
                box.setCurrentText(cell)
        else:
            self.widget.show_text(cell)

    def set_made(self, why: str) -> None:
        """Let nothing be typed where the program makes the cell."""
        if not isinstance(self.widget, QComboBox):
            self.widget.setReadOnly(bool(why))
            self.widget.setPlaceholderText(why)

    def select(self) -> None:
        """Select what is in the field, to be typed over."""
        if self._line is not None:
            self._line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(self.widget, QComboBox):
            event.ignore()
            return not self.widget.hasFocus()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._finish()
                    self.left.emit()
                    return True
                case Qt.Key.Key_Escape:
                    self._restore()
                    self.left.emit()
                    return True
        return False

    def _finish(self) -> None:
        words = self._line.text() if self._line is not None else ""
        if self._line is None and isinstance(self.widget, QComboBox):
            words = self.widget.currentText()
        self._commit(words.strip(), False)

    def _restore(self) -> None:
        if self._line is not None:
            self._line.show_text(self._cell)
