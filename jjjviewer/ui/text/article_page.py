"""The text itself: numbered paragraphs, figures underlined, one sentence lit."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from jjjviewer.charts.style import LIGHT, Style
from jjjviewer.charts.text import qt_places
from jjjviewer.charts.translation import tr
from jjjviewer.text.sentences import flatten, sentences
from jjjviewer.ui.shared import theme, wording
from jjjviewer.ui.text.text_reader import FoundText

if TYPE_CHECKING:
    from jjjviewer.text.locating import Difference, Located

_SCHEME = "figure"
_MARGIN = 16
_GAP = 8
"""Pixels between paragraphs."""
_AT_ONCE = 60
"""Paragraphs laid out between two events, so that a book does not halt the window."""
_MOST_MATCHES = 500
_UPPER_THIRD = 3


class ArticlePage(QTextBrowser):
    """Shows a text; its figures are links."""

    figure_chosen = Signal(str)
    """The id of a figure that was clicked, or chosen with Tab and Enter."""
    completed = Signal()
    """All paragraphs are there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Text"))
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(_MARGIN)
        self.anchorClicked.connect(self._choose)
        self._text = FoundText("", [], [], [], [], {})
        self._color_of: Callable[[str], str] = lambda _: ""
        self._style = LIGHT
        self._places: dict[str, Located] = {}
        self._in_paragraph: dict[int, list[Located]] = {}
        self._starts: list[int] = []
        """Where the words of each paragraph begin in the document."""
        self._lit: tuple[str, ...] = ()
        self._lit_paragraphs: list[int] = []
        self._searched: tuple[str, ...] = ()
        self._pending: Iterator[int] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._add_some)

    @property
    def is_whole(self) -> bool:
        """Return whether all paragraphs are there."""
        return not self._timer.isActive()

    def show_text(self, text: FoundText, color_of: Callable[[str], str], style: Style) -> None:
        """Show a text from its top.

        Args:
            text: what was found.
            color_of: the colour of a figure, by its id.
            style: the colours of the window.
        """
        self._text, self._color_of, self._style = text, color_of, style
        self._places = {each.figure_id: each for each in text.located if each.start is not None}
        self._in_paragraph = defaultdict(list)
        for place in self._places.values():
            self._in_paragraph[place.paragraph or 0].append(place)
        self._starts = []
        self.clear()
        self._write_differences()
        self._pending = iter(range(len(text.paragraphs)))
        self._timer.start()
        self._add_some()

    def light(self, figures: Sequence[str], paragraphs: Sequence[int] = ()) -> None:
        """Light the sentences of figures, else some paragraphs of the pack; scroll to the first."""
        self._lit = tuple(each for each in figures if each in self._places)
        places = () if self._lit else paragraphs
        self._lit_paragraphs = [
            self._text.places[each] for each in places if each in self._text.places
        ]
        self._mark()
        self._scroll()

    def highlight_search(self, searched: tuple[str, ...]) -> int:
        """Highlight the matches of words, scroll to the first, and return how many there are."""
        self._searched = searched
        matches = self._mark()
        if matches:
            self._scroll_to(matches[0].cursor.selectionStart())
        return len(matches)

    def scroll_to_figure(self, figure: str) -> None:
        """Scroll to a figure without lighting it."""
        if position := self._position(figure):
            self._scroll_to(position)

    def put_caret(self, paragraph: int) -> None:
        """Put the caret at the start of a paragraph, in sight."""
        while paragraph >= len(self._starts) and not self.is_whole:
            self._add_some()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._starts[paragraph])
        self.setTextCursor(cursor)
        self._scroll_to(cursor.position())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A page that was hidden has not known its height.
        self._scroll()

    def _add_some(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        added = [*islice(self._pending, _AT_ONCE)]
        for paragraph in added:
            self._write_paragraph(cursor, paragraph)
        cursor.endEditBlock()
        if len(added) < _AT_ONCE:
            self._timer.stop()
            self._mark()
            self._scroll()
            self.completed.emit()

    def _write_differences(self) -> None:
        if not self._text.differences:
            return
        cursor = QTextCursor(self.document())
        heading = QTextCharFormat()
        heading.setFontWeight(700)
        cursor.insertText(tr("Differences between this text and the pack"), heading)
        for each in self._text.differences:
            cursor.insertBlock(_block(0), QTextCharFormat())
            link = QTextCharFormat()
            link.setAnchor(True)
            link.setAnchorHref(f"{_SCHEME}:{each.figure_id}")
            link.setForeground(QColor(self._style.accent))
            link.setFontUnderline(True)
            cursor.insertText(each.printed, link)
            cursor.insertText(self._in_words(each), QTextCharFormat())

    def _in_words(self, each: "Difference") -> str:
        if each.paragraph is None:
            return tr(" is not in this text.")
        number = self._text.numbers[each.paragraph]
        return tr(": this text has “{found}” there (¶{number}).", found=each.found, number=number)

    def _write_paragraph(self, cursor: QTextCursor, paragraph: int) -> None:
        muted = QTextCharFormat()
        muted.setForeground(QColor(self._style.muted))
        if not self.document().isEmpty():
            cursor.insertBlock(_block(_GAP), QTextCharFormat())
        cursor.insertText(f"{self._text.numbers[paragraph]}\u2002", muted)
        self._starts.append(cursor.position())
        text = self._text.paragraphs[paragraph]
        cursor.insertText(text, QTextCharFormat())
        for place in self._in_paragraph.get(paragraph, ()):
            self._cursor(place).mergeCharFormat(self._underline(place))
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _underline(self, place: "Located") -> QTextCharFormat:
        """Return how a figure is underlined: dashed where it is only probably this one."""
        format_ = QTextCharFormat()
        format_.setAnchor(True)
        format_.setAnchorHref(f"{_SCHEME}:{place.figure_id}")
        styles = QTextCharFormat.UnderlineStyle
        format_.setUnderlineStyle(styles.SingleUnderline if place.certain else styles.DashUnderline)
        format_.setUnderlineColor(QColor(self._color_of(place.figure_id)))
        format_.setFontWeight(600)
        return format_

    def _cursor(self, place: "Located", whole_sentence: bool = False) -> QTextCursor:
        """Return a cursor over a figure, or over the sentence that it stands in."""
        assert place.paragraph is not None and place.start is not None and place.end is not None
        text = self._text.paragraphs[place.paragraph]
        start, end = place.start, place.end
        if whole_sentence:
            spans = [*sentences(flatten(text))]
            at = bisect_right([each.start for each in spans], start) - 1
            start, end = spans[at].start, max(end, spans[at].end)
            start += len(text[start:end]) - len(text[start:end].lstrip())
        return self._span(place.paragraph, start, end)

    def _span(self, paragraph: int, start: int, end: int) -> QTextCursor:
        """Return a cursor over some characters of a paragraph."""
        places = qt_places(self._text.paragraphs[paragraph])
        cursor = QTextCursor(self.document())
        offset = self._starts[paragraph]
        cursor.setPosition(offset + places[start])
        cursor.setPosition(offset + places[end], QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _is_written(self, place: "Located") -> bool:
        return place.paragraph is not None and place.paragraph < len(self._starts)

    def _position(self, figure: str) -> int | None:
        place = self._places.get(figure)
        written = place is not None and self._is_written(place)
        return self._cursor(place).selectionStart() if place and written else None

    def _mark(self) -> list[QTextEdit.ExtraSelection]:
        """Tint what is lit and what is searched for; return the latter."""
        tint = QTextCharFormat()
        tint.setBackground(QColor(theme.highlight_color(self._style)))
        lit = [
            _selection(self._cursor(self._places[each], whole_sentence=True), tint)
            for each in self._lit
            if self._is_written(self._places[each])
        ]
        lit += [
            _selection(self._span(each, 0, len(self._text.paragraphs[each])), tint)
            for each in self._lit_paragraphs
            if each < len(self._starts)
        ]
        match_ = QTextCharFormat()
        match_.setBackground(QColor(theme.search_color(self._style)))
        match_.setForeground(QColor(self._style.text))
        found = [_selection(cursor, match_) for cursor in self._matches()]
        self.setExtraSelections([*lit, *found])
        return found

    def _matches(self) -> Iterator[QTextCursor]:
        if not self._searched:
            return
        text = self.document().toPlainText()
        places = qt_places(text)
        for start, end in wording.matches(text, self._searched)[:_MOST_MATCHES]:
            cursor = QTextCursor(self.document())
            cursor.setPosition(places[start])
            cursor.setPosition(places[end], QTextCursor.MoveMode.KeepAnchor)
            yield cursor

    def _scroll(self) -> None:
        if self._lit:
            self.scroll_to_figure(self._lit[0])
        elif self._lit_paragraphs and self._lit_paragraphs[0] < len(self._starts):
            self._scroll_to(self._starts[self._lit_paragraphs[0]])

    def _scroll_to(self, position: int) -> None:
        """Bring a place into the upper third of the page."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        bar = self.verticalScrollBar()
        top = self.cursorRect(cursor).top() - self.viewport().height() // _UPPER_THIRD
        bar.setValue(bar.value() + top)

    def _choose(self, url: QUrl) -> None:
        if url.scheme() == _SCHEME:
            self.figure_chosen.emit(url.path())


def _block(gap: int) -> QTextBlockFormat:
    format_ = QTextBlockFormat()
    format_.setTopMargin(gap)
    return format_


def _selection(cursor: QTextCursor, format_: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format = format_
    return selection
