"""A reader of an article, for tests."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton, QTabBar, QWidget

from jjjviewer.charts.style import LIGHT
from jjjviewer.ui.shared import theme
from jjjviewer.ui.shared.paged_pane import PagedPane
from jjjviewer.ui.text.article_page import ArticlePage
from jjjviewer.ui.text.text_pane import TextPane
from tests.ui.packs.test_opening import drop
from tests.ui.user import User

_Widget = TypeVar("_Widget", bound=QWidget)


def only(user: User, kind: type[_Widget]) -> _Widget:
    (found,) = user.window.findChildren(kind)
    return found


class Reader:
    """Somebody with a text beside the pack."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.pane = only(user, TextPane)
        self.page = only(user, ArticlePage)
        self.tabs = only(user, PagedPane).findChildren(QTabBar)[0]

    def open_page(self) -> None:
        self.user.click(self.tabs, self.tabs.tabRect(1).center())

    def drop(self, path: Path) -> None:
        """Drop a file on the window."""
        assert drop(self.user.window, path)

    def wait(self, words: str) -> None:
        """Wait until the page says something and is whole."""
        self.user.qtbot.waitUntil(
            lambda: words in self.words and self.page.is_whole, timeout=30_000
        )

    @property
    def words(self) -> str:
        """What stands above the text."""
        labels = self.pane.findChildren(QLabel)
        return "\n".join(each.text() for each in labels if not each.isHidden())

    @property
    def buttons(self) -> list[str]:
        buttons = self.pane.findChildren(QPushButton)
        return [each.text() for each in buttons if not each.isHidden()]

    def press(self, words: str) -> None:
        buttons = self.pane.findChildren(QPushButton)
        self.user.click(next(each for each in buttons if each.text() == words))

    @property
    def lit(self) -> list[str]:
        """The sentences that are tinted."""
        tint = QColor(theme.highlight_color(LIGHT))
        return [
            each.cursor.selectedText()
            for each in self.page.extraSelections()
            if each.format.background().color() == tint
        ]

    def find(self, words: str) -> QTextCursor:
        cursor = self.page.document().find(words)
        assert not cursor.isNull(), words
        return cursor

    def click_words(self, words: str) -> None:
        """Click in the middle of some words of the text."""
        cursor = self.find(words)
        cursor.setPosition((cursor.position() + cursor.anchor()) // 2)
        self.page.setTextCursor(cursor)
        self.page.ensureCursorVisible()
        self.user.click(self.page.viewport(), self.page.cursorRect(cursor).center() + QPoint(2, 0))
