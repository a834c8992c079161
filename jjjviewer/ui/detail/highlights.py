"""Highlights in the text of the detail pane: statements of records, and search matches."""

from collections.abc import Iterable

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from jjjviewer.charts.style import LIGHT
from jjjviewer.charts.text import qt_places
from jjjviewer.ui.detail.text_page import MARGIN, TextPage
from jjjviewer.ui.shared import theme, wording

_MOST_MATCHES = 500
"""Maximum number of search matches to highlight."""


class Highlights:
    """Highlights a page; matches lie over tinted statements.

    Args:
        text: the page.

    Attributes:
        style: whose colours they have.
        searched: the words whose matches are highlighted.
    """

    def __init__(self, text: TextPage) -> None:
        self._text = text
        self.style = LIGHT
        self.searched: tuple[str, ...] = ()
        self._tinted: list[QTextEdit.ExtraSelection] = []

    def clear(self) -> None:
        """Tint nothing; matches are highlighted in the text that is there now."""
        self._tinted = []
        self.show()

    def tint(self, anchors: Iterable[str]) -> None:
        """Tint the statements with some anchors, and scroll to the first."""
        wanted = {*anchors}
        found = [(name, cursor) for name, cursor in self._text.anchors() if name in wanted]
        tint = QTextCharFormat()
        tint.setBackground(QColor(theme.highlight_color(self.style)))
        self._tinted = [_selection(cursor, tint) for _, cursor in found]
        self.show()
        if found:
            name, cursor = found[0]
            cursor.setPosition(cursor.anchor())
            self._text.setTextCursor(cursor)
            self._text.scrollToAnchor(name)
            bar = self._text.verticalScrollBar()
            bar.setValue(bar.value() - MARGIN)

    def show(self) -> None:
        """Apply the tints, and over them the matches."""
        self._text.setExtraSelections([*self._tinted, *self._matches()])

    def _matches(self) -> list[QTextEdit.ExtraSelection]:
        """Return the selections of search matches."""
        if not self.searched:
            return []
        document = self._text.document()
        format_ = QTextCharFormat()
        format_.setBackground(QColor(theme.search_color(self.style)))
        format_.setForeground(QColor(self.style.text))
        marked = []
        text = document.toPlainText()
        places = qt_places(text)
        for start, end in wording.matches(text, self.searched)[:_MOST_MATCHES]:
            cursor = QTextCursor(document)
            cursor.setPosition(places[start])
            cursor.setPosition(places[end], QTextCursor.MoveMode.KeepAnchor)
            marked.append(_selection(cursor, format_))
        return marked


def _selection(cursor: QTextCursor, format_: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format = format_
    return selection
