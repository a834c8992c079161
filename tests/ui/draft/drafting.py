"""What a user does in the window of a draft, every key counted."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QTabWidget,
    QWidget,
)

from jjjviewer.draft.draft import Draft
from jjjviewer.draft.records import Record
from jjjviewer.ui.draft.article_view import ArticleView
from jjjviewer.ui.draft.draft_window import DraftWindow
from jjjviewer.ui.draft.record_form import RecordForm
from jjjviewer.ui.draft.theme_list import ThemeList
from jjjviewer.ui.shared.tables import CopyTable
from jjjviewer.ui.shared.text_field import SentenceField
from tests.ui.user import User, plain

_Widget = TypeVar("_Widget", bound=QWidget)
NONE = Qt.KeyboardModifier.NoModifier


class Drafter:
    """Somebody in front of the window of a draft."""

    def __init__(self, user: User, window: DraftWindow) -> None:
        self.user = user
        self.window = window
        self.keys = 0
        window.activateWindow()
        user.qtbot.waitUntil(window.isActiveWindow)

    @property
    def draft(self) -> Draft:
        return self.window._document.draft

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key where the focus is."""
        for _ in range(times):
            self.keys += 1
            QTest.keyClick(self.focus, key, modifier)

    def write(self, words: str, leave: Qt.Key = Qt.Key.Key_Return) -> None:
        """Write into the field that has the focus, over what stands there, and leave it."""
        self.keys += len(words)
        QTest.keyClicks(self.focus, words)
        self.press(leave)

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def step(self, words: str) -> None:
        """Go to a step by its key."""
        tabs = self._only(QTabWidget)
        at = next(at for at in range(tabs.count()) if tabs.tabText(at) == words)
        self.press(Qt.Key(Qt.Key.Key_1 + at), Qt.KeyboardModifier.ControlModifier)

    def click_step(self, words: str) -> None:
        """Click the tab of a step."""
        bar = self._only(QTabWidget).tabBar()
        at = next(at for at in range(bar.count()) if bar.tabText(at) == words)
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(at).center())

    @property
    def step_shown(self) -> str:
        tabs = self._only(QTabWidget)
        return tabs.tabText(tabs.currentIndex())

    @property
    def page(self) -> QWidget:
        page = self._only(QTabWidget).currentWidget()
        assert page is not None
        return page

    @property
    def lines(self) -> list[str]:
        """The lines of the list on the page."""
        model = self.rows.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    @property
    def line(self) -> str:
        """The line that is chosen."""
        return str(self.rows.currentIndex().data())

    @property
    def rows(self) -> QListView:
        lists = self.page.findChildren(QListView)
        return next(each for each in lists if each.accessibleName() not in ("", "Table", "Themes"))

    def choose(self, start: str) -> None:
        """Choose the first line that begins so, behind its sign."""
        at = next(at for at, line in enumerate(self.lines) if start in line)
        self._choose_line(self.rows.model().index(at, 0))
        self.rows.setFocus()

    def choose_middle(self) -> None:
        """Choose the line in the middle of the list."""
        model = self.rows.model()
        self._choose_line(model.index(model.rowCount() // 2, 0))

    def _choose_line(self, index: QModelIndex) -> None:
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.rows.selectionModel().setCurrentIndex(index, alone)

    @property
    def form(self) -> RecordForm:
        """The form that is seen on the page."""
        return next(each for each in self.page.findChildren(RecordForm) if each.isVisible())

    @property
    def view(self) -> ArticleView:
        return self._only(ArticleView, self.page)

    def _field(self, name: str) -> QWidget:
        """A field of the page by its name; a form makes its last ones after it is seen."""
        found: list[QWidget] = []

        def is_there() -> bool:
            found[:] = [
                each
                for each in self.page.findChildren(QWidget)
                if each.accessibleName() == name and each.isVisible()
            ]
            return bool(found)

        self.user.qtbot.waitUntil(is_there)
        return found[0]

    def field(self, name: str) -> str:
        """What stands in a field of the page."""
        widget = self._field(name)
        if isinstance(widget, QComboBox):
            return widget.currentText()
        assert isinstance(widget, QLineEdit | SentenceField)
        return widget.text()

    def fill(self, name: str, words: str) -> None:
        """Click into a field and write over what stands there."""
        widget = self._field(name)
        widget.setFocus()
        line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
        if isinstance(line, QLineEdit | SentenceField):
            line.selectAll()
            QTest.keyClick(line, Qt.Key.Key_Delete)
            # There are keys for Latin letters alone.
            insert = line.insert if isinstance(line, QLineEdit) else line.insertPlainText
            QTest.keyClicks(line, words) if words.isascii() else insert(words)
        elif isinstance(widget, QComboBox):
            widget.setCurrentText(words)
        QTest.keyClick(widget, Qt.Key.Key_Return)

    def choose_table(self, words: str) -> None:
        """Choose one of the tables of the page."""
        choice = self._field("Table")
        assert isinstance(choice, QListWidget)
        (item,) = choice.findItems(words, Qt.MatchFlag.MatchExactly)
        choice.setCurrentItem(item)

    def click(self, words: str) -> None:
        """Click a button of the page."""
        button = next(
            each
            for each in self.page.findChildren(QAbstractButton)
            if each.text().replace("&", "") == words
        )
        self.user.click(button)

    def trigger(self, words: str) -> None:
        """Choose in the menus."""
        action = next(
            each
            for each in self.window.findChildren(type(self.user.action("Quit")))
            if plain(each).startswith(words)
        )
        action.trigger()

    def double_click_problem(self, row: int) -> None:
        """Double-click on a line of the problems, as a mouse does: all where the pointer is."""
        table = self._only(CopyTable, self.page)
        at = table.visualRect(table.model().index(row, 0)).center()
        viewport, left = table.viewport(), Qt.MouseButton.LeftButton
        place = viewport.mapTo(self.window, at)
        QTest.mouseClick(viewport, left, pos=at)
        under = self.window.childAt(place)
        assert isinstance(under, QWidget)
        QTest.mouseDClick(under, left, pos=under.mapFrom(self.window, place))

    def drop_on_theme(self, words: str) -> None:
        """Drag what is selected in the text onto a theme."""
        themes = self._only(ThemeList, self.page)
        (item,) = themes.findItems(words, Qt.MatchFlag.MatchContains)
        data = QMimeData()
        data.setText(self.view.textCursor().selection().toPlainText())
        at = themes.visualItemRect(item).center()
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        viewport = themes.viewport()
        QApplication.sendEvent(viewport, QDragEnterEvent(at, copy, data, left, NONE))
        QApplication.sendEvent(viewport, QDropEvent(QPointF(at), copy, data, left, NONE))

    def basis(self, name: str) -> str:
        """What is said beside a field of what it rests on."""
        field = self._field(name)
        card = field.parentWidget()
        assert card is not None
        middle = field.geometry().center().y()
        labels = [
            each
            for each in card.findChildren(QLabel)
            if each.x() > field.x() and each.geometry().top() <= middle <= each.geometry().bottom()
        ]
        return labels[0].text()

    @property
    def problems(self) -> list[str]:
        """What is listed as wrong."""
        model = self._only(CopyTable, self.page).model()
        return [str(model.index(row, 2).data()) for row in range(model.rowCount())]

    @property
    def figures(self) -> list[Record]:
        return [*self.draft.records["figures"].values()]

    def _only(self, kind: type[_Widget], parent: QWidget | None = None) -> _Widget:
        found = (parent or self.window).findChild(kind)
        assert isinstance(found, kind)
        return found


def windows() -> list[DraftWindow]:
    """The windows of drafts that are open."""
    tops = QApplication.topLevelWidgets()
    return [each for each in tops if isinstance(each, DraftWindow) and each.isVisible()]


def wait_for_draft(user: User) -> Drafter:
    user.qtbot.waitUntil(lambda: bool(windows()), timeout=20_000)
    return Drafter(user, windows()[0])


def new_from(user: User, monkeypatch: pytest.MonkeyPatch, path: Path) -> Drafter:
    """Choose File → New from text, and in it a file."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    user.action("New from text…").trigger()
    press_button(user, "Open")
    return wait_for_draft(user)


def save_as(drafter: Drafter, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Save the draft as a pack."""
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *args: (str(path), args[3].split(";;")[0])
    )
    drafter.trigger("Save as a pack")


def press_button(user: User, words: str) -> None:
    """Click a button of the dialog, or of the window, whose words begin so."""
    parent = QApplication.activeModalWidget() or user.window
    button = next(
        each
        for each in parent.findChildren(QAbstractButton)
        if each.text().replace("&", "").startswith(words) and each.isVisible()
    )
    user.click(button)
