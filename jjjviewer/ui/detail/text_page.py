"""The text of the detail pane as a widget: pages with links and anchors, to be read and copied."""

import math
from collections.abc import Iterable, Iterator
from itertools import chain

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QFontInfo,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QMenu, QTextBrowser, QWidget

_SCHEME = "select"
_SIGNS = 2
"""So many of HTML, with its tags, on a square of the text's size; of wide pages fewer do."""
_SCREENFULS = 12
"""So many are added at once: to lay them out takes ten milliseconds, and to paint the bar a few."""
MARGIN = 16


class Page(QTextBrowser):
    """Text that links to what can be selected; records stand in it as anchors."""

    link_followed = Signal(str)
    """The id whose link was followed."""
    compare_requested = Signal(tuple)
    """The ids of what the user wants to set something beside."""
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Details"))
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # The text wraps; what little is left over by rounding needs no bar.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(MARGIN)
        self.anchorClicked.connect(self._follow)
        self._inside = QSize()
        """What lies within the scroll bars."""
        self._rest: Iterator[str] | None = None
        """What of the text is not there yet."""
        self._adding = QTimer(self, interval=0)
        self._adding.timeout.connect(self._add_some)

    def show_html(self, parts: Iterable[str], *, at_once: bool) -> None:
        """Show another text, from its top.

        Args:
            parts: of its HTML; they are made as they are needed.
            at_once: otherwise what comes after the first screenful waits until that is painted,
                for to lay out a long text takes longer than a click may.
        """
        self._adding.stop()
        self._rest = iter(parts)
        self._set(self._taken(math.inf if at_once else self._screenful))
        if self.verticalScrollBar().maximum() == 0:
            self.complete()

    def show_message(self, words: str) -> None:
        """Show a message instead of a text."""
        self._rest = None
        self._adding.stop()
        self.setPlainText(words)

    @property
    def is_whole(self) -> bool:
        """Whether all of the text is there."""
        return self._rest is None

    def complete(self) -> None:
        """Have all of the text, now."""
        self._add(math.inf)

    def _add_some(self) -> None:
        """Add so much that the window soon answers again."""
        self._add(_SCREENFULS * self._screenful)

    def _add(self, enough: float) -> None:
        """Add so many signs of the text to what is there."""
        html = self._taken(enough)
        if self._rest is None:
            self._adding.stop()
        if html:
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            # What is inserted begins with a paragraph, which would look as the block before it.
            cursor.insertBlock(self._plain, QTextCharFormat())
            cursor.insertHtml(html)

    def _taken(self, enough: float) -> str:
        """Take of what is not there yet so many signs, up to the end of a paragraph."""
        taken: list[str] = []
        length = 0
        for part in self._rest or ():
            if length >= enough and part.startswith("<p>") and taken:
                self._rest = chain((part,), self._rest or ())
                break
            taken.append(part)
            length += len(part)
        else:
            self._rest = None
        return "".join(taken)

    @property
    def _screenful(self) -> int:
        """As many signs of HTML as fill the page."""
        return _SIGNS * self._inside.width() * self._inside.height() // self.size_of_text**2

    @property
    def _plain(self) -> QTextBlockFormat:
        """How a paragraph looks as a block."""
        sample = QTextDocument()
        sample.setDefaultFont(self.document().defaultFont())
        sample.setDefaultStyleSheet(self.document().defaultStyleSheet())
        sample.setHtml("<p>.</p>")
        return sample.begin().blockFormat()

    def _set(self, html: str) -> None:
        # In between there is none: the bar would go and come back, and the text be laid out for
        # the width without it, and again for that with it.
        if self.verticalScrollBar().isVisible():
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHtml(html)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    @property
    def size_of_text(self) -> int:
        """In pixels."""
        return QFontInfo(self.font()).pixelSize()

    @property
    def room(self) -> int:
        """The width that text has, in pixels."""
        return self._inside.width() - 2 * MARGIN

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._rest is not None:
            # First comes whoever else waits for the paint.
            QTimer.singleShot(0, self, self._adding.start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._inside = event.size()
        self.resized.emit()

    def anchors(self) -> Iterator[tuple[str, QTextCursor]]:
        """The names of the anchors, each with what follows in its paragraph."""
        self.complete()
        block = self.document().begin()
        while block.isValid():
            fragments = block.begin()
            while not fragments.atEnd():
                fragment = fragments.fragment()
                for name in fragment.charFormat().anchorNames():
                    cursor = QTextCursor(block)
                    cursor.setPosition(fragment.position())
                    cursor.movePosition(
                        QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
                    )
                    yield name, cursor
                fragments += 1
            block = block.next()

    def chosen_anchors(self) -> list[str]:
        """The names of the anchors in the paragraphs that are selected, or hold the cursor."""
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        blocks = ((name, each.block()) for name, each in self.anchors())
        return [
            name
            for name, block in blocks
            if block.position() <= last and first < block.position() + block.length()
        ]

    def menu_at(self, place: QPoint, citing: QAction) -> QMenu:
        """What can be done with the text: copy it, cite it, compare what is linked."""
        if not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(place))
        menu = self.createStandardContextMenu(place)
        menu.addSeparator()
        if self.chosen_anchors():
            menu.addAction(citing)
        url = QUrl(self.anchorAt(place))
        if url.scheme() == _SCHEME:
            compare = menu.addAction(self.tr("Compare with…"))
            compare.triggered.connect(lambda: self.compare_requested.emit((url.path(),)))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == _SCHEME:
            self.link_followed.emit(url.path())
