"""The text of a draft: one sentence bright, and what was read in it told apart."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from jjjviewer.charts.style import LIGHT, Style
from jjjviewer.charts.text import qt_places
from jjjviewer.charts.translation import tr
from jjjviewer.draft.records import Record, Records, whole
from jjjviewer.ui.shared import theme

_LINES = QTextCharFormat.UnderlineStyle
_FORMATS = {
    "printed": _LINES.SingleUnderline,
    "period": _LINES.DashUnderline,
    "qualifier": _LINES.DotLine,
    "cue": _LINES.WaveUnderline,
}
"""How the words of each kind are underlined, which tells them apart without colour."""


class Marked(NamedTuple):
    """Characters of a paragraph that mean something."""

    kind: str
    """sentence, printed, period, qualifier or cue."""
    paragraph: str
    start: int
    end: int


class Place(NamedTuple):
    """A place in the text: the row of a paragraph, and a character of it."""

    row: int
    at: int


class ArticleView(QPlainTextEdit):
    """Shows the paragraphs of a draft, with a caret; nothing can be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(tr("Text"))
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self._style = LIGHT
        self._marked: Sequence[Marked] = ()
        self._paragraphs: list[Record] = []
        """The records that are shown, which are replaced where they change."""
        self._rows: list[int] = []
        self._texts: list[tuple[str, str]] = []
        """Number and words of each paragraph."""
        self._at: dict[str, int] = {}

    def show_text(self, records: Records) -> None:
        """Show the paragraphs, where they are others than before."""
        paragraphs = [*records["paragraphs"].values()]
        if paragraphs == self._paragraphs:
            return
        self._paragraphs = paragraphs
        rows = sorted(records["paragraphs"].items(), key=lambda each: whole(each[1]["paragraph"]))
        self._rows = [row for row, _ in rows]
        texts = [(each["paragraph"], _one_line(each["text"])) for _, each in rows]
        if texts == self._texts:
            return
        self._texts = texts
        self._at = {number: at for at, (number, _) in enumerate(texts)}
        position = self.textCursor().position()
        scrolled = self.verticalScrollBar().value()
        self.setPlainText("\n\n".join(f"{_head(number)}{text}" for number, text in texts))
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)
        self.mark(self._marked, scroll=False)

    @property
    def has_text(self) -> bool:
        """Return whether any paragraph has words."""
        return any(text for _, text in self._texts)

    def mark(self, marked: Sequence[Marked], *, scroll: bool = True) -> None:
        """Light a sentence and underline what was read in it; scroll to it."""
        self._marked = marked
        self.setExtraSelections([found for each in marked if (found := self._selection(each))])
        if scroll and marked:
            # The number itself, or else the sentence.
            self._scroll_to(next((each for each in marked if each.kind == "printed"), marked[0]))

    def _scroll_to(self, marked: Marked) -> None:
        """Put the caret before what is marked, in the middle of the page if it is out of sight."""
        if cursor := self._cursor(marked):
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
            line = self.cursorRect()
            room = self.viewport().rect().adjusted(0, line.height(), 0, -3 * line.height())
            if not room.contains(line):
                self.centerCursor()

    def apply_theme(self, style: Style) -> None:
        """Take over the colours of the window."""
        self._style = style
        self.mark(self._marked, scroll=False)

    def place(self) -> Place | None:
        """Return where the caret is."""
        cursor = self.textCursor()
        return self._place_at(cursor.position())

    def selected(self) -> tuple[Place, int] | None:
        """Return where the selection begins and where in the same paragraph it ends, if any."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start = self._place_at(cursor.selectionStart())
        end = self._place_at(cursor.selectionEnd())
        return (start, end.at) if start and end and start.row == end.row else None

    def _place_at(self, position: int) -> Place | None:
        block = self.document().findBlock(position)
        at = block.blockNumber() // 2
        if block.blockNumber() % 2 or at >= len(self._rows):
            return None
        number, text = self._texts[at]
        units = position - block.position() - len(_head(number))
        places = [*qt_places(text)]
        return Place(self._rows[at], sum(each < units for each in places) if units > 0 else 0)

    def _selection(self, each: Marked) -> QTextEdit.ExtraSelection | None:
        cursor = self._cursor(each)
        if cursor is None:
            return None
        format_ = QTextCharFormat()
        if each.kind == "sentence":
            format_.setBackground(QColor(theme.highlight_color(self._style)))
        else:
            format_.setUnderlineStyle(_FORMATS[each.kind])
            format_.setUnderlineColor(QColor(self._style.text))
        if each.kind == "printed":
            format_.setBackground(QColor(theme.search_color(self._style)))
            format_.setForeground(QColor(self._style.text))
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = format_
        return selection

    def _cursor(self, each: Marked) -> QTextCursor | None:
        at = self._at.get(each.paragraph)
        if at is None:
            return None
        number, text = self._texts[at]
        places = qt_places(text)
        first = self.document().findBlockByNumber(2 * at).position() + len(_head(number))
        start, end = (places[min(max(0, edge), len(text))] for edge in each[2:])
        cursor = QTextCursor(self.document())
        cursor.setPosition(first + start)
        cursor.setPosition(first + end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def legend() -> str:
    """Return how what was read in a sentence is told apart."""
    return tr("Underlined: printed ──  period ╌╌  qualifier ┈┈  other words that say something ∿∿")


def _head(number: str) -> str:
    return f"{number}\u2002"


def _one_line(text: str) -> str:
    """Return a paragraph without line breaks, each character where it was."""
    for each in "\r\n\u2028\u2029":
        text = text.replace(each, " ")
    return text
