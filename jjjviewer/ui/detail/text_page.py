"""The text of the detail pane: a browser whose links are ids and whose anchors are records."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QFontInfo,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextFragment,
)
from PySide6.QtWidgets import QMenu, QTextBrowser, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared.announce import announce_inside
from jjjviewer.ui.shared.painting import after_next_paint

_SCHEME = "select"
_STAR_LINK = re.compile(r'<a href="star:.*?</a>', re.DOTALL)
_STAR = re.compile(r"\s*[☆★]")
_DENSITY = 2
"""Characters of HTML that fill a square of the text size, estimated generously."""
MARGIN = 16


class TextPage(QTextBrowser):
    """Text with links to what can be selected and with an anchor for each record."""

    link_followed = Signal(str)
    """The id that a clicked link leads to."""
    compare_requested = Signal(tuple)
    """The ids that the user wants to compare."""
    stars_chosen = Signal(list)
    """The addresses of the items that are to be collected or taken out."""
    all_chosen = Signal()
    """All that is shown is to be collected or taken out."""
    note_requested = Signal(str)
    """The address of the item whose note is to be edited."""
    chart_requested = Signal(str)
    """The address of the collected chart that is to be shown."""
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Details"))
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # Text wraps, so only rounding errors could make it wider than the page.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(MARGIN)
        self.anchorClicked.connect(self._follow)
        self._inside = QSize()
        """The viewport's size as of its last resize."""
        self._html = ""
        self._rest: Iterator[str] = iter(())
        """The parts of the HTML that are not shown yet."""
        self.is_whole = True
        """True once the whole text is shown."""

    def show_html(self, parts: Iterable[str], *, at_once: bool) -> None:
        """Show another text from its top.

        Qt takes some 30 ms to lay out the longest texts of the bundled pack, so a text longer than
        the page is shown in two steps: first what fills the page, then the whole.

        Args:
            parts: HTML, made as it is needed.
            at_once: whether to show all of it now.
        """
        self._rest = iter(parts)
        self._html = ""
        self.setAccessibleDescription("")
        self.is_whole = False
        if at_once:
            self.verticalScrollBar().setValue(0)
            self.complete()
        else:
            self._html = self._first_page()
            self._set(self._html)

    def show_message(self, words: str) -> None:
        """Show a message instead of a text."""
        self._rest = iter(())
        self.is_whole = True
        self.setPlainText(words)

    def complete(self) -> None:
        """Show the whole text now, scrolled as it is."""
        self.is_whole = True
        if rest := "".join(self._rest):
            bar = self.verticalScrollBar()
            scrolled = bar.value()
            self._set(self._html + rest)
            bar.setValue(scrolled)

    def _first_page(self) -> str:
        """Take as much of the HTML as fills the page."""
        area = self._inside.width() * self._inside.height()
        enough = _DENSITY * area // self.text_size**2
        taken: list[str] = []
        length = 0
        for part in self._rest:
            taken.append(part)
            length += len(part)
            if length > enough:
                break
        return "".join(taken)

    def _set(self, html: str) -> None:
        # Otherwise the scroll bar would disappear and come back, and the text be laid out twice.
        if self.verticalScrollBar().isVisible():
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHtml(html)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    @property
    def text_size(self) -> int:
        """In pixels."""
        return QFontInfo(self.font()).pixelSize()

    @property
    def text_width(self) -> int:
        """The width of the lines, in pixels."""
        return self._inside.width() - 2 * MARGIN

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_whole:
            after_next_paint(self, self.complete)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._inside = event.size()
        self.resized.emit()

    def anchors(self) -> Iterator[tuple[str, QTextCursor]]:
        """Yield the name of each anchor, with a cursor over the rest of its paragraph."""
        self.complete()
        for block, fragment in self._fragments():
            for name in fragment.charFormat().anchorNames():
                cursor = QTextCursor(block)
                cursor.setPosition(fragment.position())
                cursor.movePosition(
                    QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
                )
                yield name, cursor

    def _fragments(self) -> Iterator[tuple[QTextBlock, QTextFragment]]:
        block = self.document().begin()
        while block.isValid():
            fragments = block.begin()
            while not fragments.atEnd():
                yield block, fragments.fragment()
                fragments += 1
            block = block.next()

    def _touches(self, block: QTextBlock) -> bool:
        """Return whether the selection or the cursor touches a paragraph."""
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        return block.position() <= last and first < block.position() + block.length()

    def selected_anchors(self) -> list[str]:
        """Return the names of the anchors in the paragraphs that the selection touches."""
        return [name for name, cursor in self.anchors() if self._touches(cursor.block())]

    def selected_stars(self) -> list[str]:
        """Return the addresses of what can be collected where the selection touches it."""
        self.complete()
        urls = (
            QUrl(fragment.charFormat().anchorHref())
            for block, fragment in self._fragments()
            if self._touches(block)
        )
        return [url.path() for url in urls if url.scheme() == "star"]

    def put_caret(self, position: int) -> None:
        """Put the cursor at a position of the text, as far as it is that long."""
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def focus_caret(self) -> None:
        """Take the focus, and have the paragraph with the cursor read out."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce_inside(self, self.textCursor().block().text())

    def menu_at(self, position: QPoint, actions: Callable[[], Sequence[QAction]]) -> QMenu:
        """Make the context menu: copy, what can be done with a record, compare what is linked."""
        if not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(position))
        menu = self.createStandardContextMenu(position)
        menu.addSeparator()
        if self.selected_anchors():
            menu.addActions(actions())
        url = QUrl(self.anchorAt(position))
        if url.scheme() == _SCHEME:
            compare = menu.addAction(tr("Compare with…"))
            compare.triggered.connect(lambda: self.compare_requested.emit((url.path(),)))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Step through the links with Tab before leaving the text, and read them out."""
        has_moved = super().focusNextPrevChild(forward)
        if self.hasFocus() and self.textCursor().hasSelection():
            announce_inside(self, tr("{words}, link", words=self._link_words()))
        return has_moved

    def _link_words(self) -> str:
        """Return the words of the link that Tab has reached, which an anchor may split."""
        link = self.textCursor()
        words, format_ = link.selectedText(), link.charFormat()
        step, keep = QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
        while (
            link.movePosition(step, keep) and link.charFormat().anchorHref() == format_.anchorHref()
        ):
            words = link.selectedText()
        return format_.toolTip() or words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stars = self.selected_stars() if event.key() == Qt.Key.Key_Space else []
        if stars:
            self.stars_chosen.emit(stars)
        else:
            super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the text without its stars."""
        copied, selected = QMimeData(), self.textCursor().selection()
        copied.setText(_STAR.sub("", selected.toPlainText()))
        copied.setHtml(_STAR_LINK.sub("", selected.toHtml()))
        return copied

    def _follow(self, url: QUrl) -> None:
        match url.scheme():
            case "select":
                self.link_followed.emit(url.path())
            case "star":
                self.stars_chosen.emit([url.path()])
            case "all":
                self.all_chosen.emit()
            case "note":
                self.note_requested.emit(url.path())
            case "chart":
                self.chart_requested.emit(url.path())
