"""The field in which a note is written, over the place in the text where it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from jjjviewer.charts.translation import tr
from jjjviewer.ui.detail.text_page import MARGIN, TextPage

_LINES = 4
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class NoteEditor(QPlainTextEdit):
    """Edits one note at a time; leaving the field keeps it, Escape does not.

    Args:
        text: the page over which it lies.
    """

    written = Signal(str, str)
    """The address of the item, and its other note."""

    def __init__(self, text: TextPage) -> None:
        super().__init__(text.viewport())
        self._text = text
        self._address = ""
        self._before = ""
        self.setAccessibleName(tr("Your note"))
        self.setPlaceholderText(tr("Enter keeps the note, Shift+Enter begins a line, Esc leaves"))
        self.setTabChangesFocus(True)
        self.hide()
        text.verticalScrollBar().valueChanged.connect(self._place)
        text.resized.connect(self._place)

    def edit(self, address: str, note: str) -> None:
        """Edit the note on an item."""
        self._address, self._before = address, note
        self.setPlainText(note)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        self._place()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        bottom = self.geometry().bottom() - self._text.viewport().height()
        if bottom > 0:
            bar = self._text.verticalScrollBar()
            bar.setValue(bar.value() + bottom)

    def keep(self) -> None:
        """Report the note, if another was written, and leave the field."""
        if self.isHidden():
            return
        address, note = self._address, self.toPlainText().strip()
        self._leave()
        if note != self._before:
            self.written.emit(address, note)

    def _leave(self) -> None:
        had_focus = self.hasFocus()
        self.setPlainText(self._before)
        self.hide()
        if had_focus:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        """Lay the field over the note, wherever the text is scrolled to."""
        if self.isHidden():
            return
        wanted = f"note:{self._address}"
        found = (cursor for name, cursor in self._text.anchors() if name == wanted)
        for cursor in found:
            cursor.setPosition(cursor.selectionStart())
            high = _LINES * self.fontMetrics().lineSpacing() + 2 * self.frameWidth() + 12
            top = self._text.cursorRect(cursor).top()
            self.setGeometry(MARGIN, top, self._text.viewport().width() - 2 * MARGIN, high)
            return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif is_enter and not event.modifiers() & _SHIFT:
            self.keep()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Its own menu and another window do not end the writing.
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.keep()
