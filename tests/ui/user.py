"""What a user does with the window, and what they can read in it."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMenu,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jjjviewer.app import build
from jjjviewer.charts.shapes import Mark
from jjjviewer.ui.chart.chart_pane import ChartPane
from jjjviewer.ui.detail.detail_pane import DetailPane
from jjjviewer.ui.detail.figures_table import FiguresTable
from jjjviewer.ui.detail.text_page import TextPage
from jjjviewer.ui.packs.problems_panel import ProblemsPanel
from jjjviewer.ui.search.search_field import SearchField
from jjjviewer.ui.shared.canvas import Canvas
from jjjviewer.ui.shared.tables import CopyTable
from jjjviewer.ui.tree.tree_model import TreeModel
from jjjviewer.ui.tree.tree_pane import TreePane
from jjjviewer.ui.window.main_window import MainWindow
from jjjviewer.ui.window.panes import Panes

_Widget = TypeVar("_Widget", bound=QWidget)
Modifier = Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def open_window(qtbot: QtBot, pack: Path | None = None) -> MainWindow:
    """Start the window and wait until everything is there."""
    window = build(pack)
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1280, 800)
    with qtbot.waitSignal(window.view_shown, timeout=30_000):
        window.show()
    # The search and the end of a long text come last.
    field = _only(window, SearchField)
    qtbot.waitUntil(lambda: field.is_ready, timeout=30_000)
    page = _only(window, TextPage)
    qtbot.waitUntil(lambda: page.is_whole)
    # A screen without a window manager gives the keys to nobody.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def show(qtbot: QtBot, window: MainWindow) -> None:
    """Show a window and wait until the panes beside its tree are there."""
    window.show()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(ChartPane)))


def reopened(qtbot: QtBot, window: MainWindow) -> "User":
    """Close a window and start the program again."""
    window.close()
    return User(qtbot, open_window(qtbot))


class User:
    """Somebody in front of a window."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        self.tree = _only(window, TreePane)
        self.detail = _only(window, DetailPane)
        self._browser = _only(window, TextPage)
        self.figures = _only(window, FiguresTable)
        self.chart = _only(window, ChartPane)
        self.canvas = _only(window, Canvas)
        self.panes = _only(window, Panes)

    @property
    def model(self) -> TreeModel:
        model = self.tree.model()
        assert isinstance(model, TreeModel)
        return model

    def click(self, widget: QWidget, at: QPoint | None = None, modifier: Modifier = NONE) -> None:
        """Click a widget at a point, or else in its middle."""
        QTest.mouseClick(widget, LEFT, modifier, at or widget.rect().center())

    def double_click(self, widget: QWidget, at: QPoint) -> None:
        QTest.mouseClick(widget, LEFT, NONE, at)
        QTest.mouseDClick(widget, LEFT, NONE, at)

    def click_row(self, id_: str, modifier: Modifier = NONE) -> None:
        """Click a row of the tree."""
        index = self.model.find(id_)
        self.tree.scrollTo(index)
        self.click(self.tree.viewport(), self.tree.visualRect(index).center(), modifier)

    def press(
        self,
        key: Qt.Key,
        widget: QWidget | None = None,
        modifier: Modifier = NONE,
        times: int = 1,
    ) -> None:
        """Press a key, in the tree if nowhere else."""
        for _ in range(times):
            QTest.keyClick(widget or self.tree, key, modifier)

    def click_link(self, words: str) -> None:
        """Click the first link with some words in the text."""
        cursor = self.browser.document().find(words)
        while not cursor.isNull() and not cursor.charFormat().anchorHref():
            cursor = self.browser.document().find(words, cursor)
        assert not cursor.isNull(), f"'{words}' is no link in the text"
        cursor.setPosition((cursor.position() + cursor.anchor()) // 2)
        self.browser.setTextCursor(cursor)
        self.browser.ensureCursorVisible()
        place = self.browser.cursorRect(cursor).center() + QPoint(2, 0)
        self.click(self.browser.viewport(), place)

    def click_mark(self, mark: Mark) -> None:
        """Click a mark of the chart."""
        place = self.canvas.rect_of(mark).center().toPoint()
        self.click(self.canvas, place)

    def click_figure(self, row: int) -> None:
        """Click a row of the figures."""
        index = self.figures.model().index(row, 1)
        self.figures.scrollTo(index)
        place = self.figures.visualRect(index).center()
        self.click(self.figures.viewport(), place)

    def choose_in_menu_of_figure(self, row: int, words: str) -> None:
        """Ask for the menu of a row of the figures, and choose in it."""
        index = self.figures.model().index(row, 1)
        self.figures.scrollTo(index)
        place = self.figures.visualRect(index).center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, QPoint(50, 50))
        QApplication.sendEvent(self.figures.viewport(), event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(each for each in menu.actions() if plain(each) == words)
        self.click(menu, menu.actionGeometry(action).center())

    def leave_menus(self) -> None:
        """Press Escape until no menu is open."""
        while menu := QApplication.activePopupWidget():
            self.press(Qt.Key.Key_Escape, menu)

    def choose_chart_type(self, words: str) -> None:
        """Click one of the forms of chart."""
        self.click(self.button(words))

    def button(self, words: str) -> QAbstractButton:
        """A button of the window by its words."""
        buttons = self.window.findChildren(QAbstractButton)
        return next(button for button in buttons if button.text() == words)

    def chart_types(self) -> list[str]:
        """The forms that are offered."""
        buttons = [each for each in self.chart.findChildren(QToolButton) if each.isCheckable()]
        return [button.text() for button in buttons if button.isVisible()]

    def chosen_chart_type(self) -> str:
        buttons = self.chart.findChildren(QToolButton)
        return next(button.text() for button in buttons if button.isChecked())

    def open_tab(self, at: int) -> None:
        tabs = _only(self.chart, QTabBar)
        self.click(tabs, tabs.tabRect(at).center())

    def action(self, words: str) -> QAction:
        """An action of the menus."""
        found = (each for each in self.window.findChildren(QAction) if plain(each) == words)
        return next(found)

    def recent(self, pack: Path) -> QAction:
        """The entry of a pack that was open, without the start of a long path."""
        entries = self.window.findChildren(QAction)
        named = ((each, plain(each).lstrip("…")) for each in entries)
        return next(each for each, words in named if words and str(pack).endswith(words))

    @property
    def browser(self) -> TextPage:
        """The text of the detail pane; nobody is so quick as to find a part of it."""
        self._browser.complete()
        return self._browser

    @property
    def text(self) -> str:
        """What the detail pane says."""
        return self.browser.toPlainText()

    @property
    def heading(self) -> str:
        """The first line of the detail pane."""
        return self.text.splitlines()[0]

    @property
    def chosen_rows(self) -> list[str]:
        """The names of the rows that are marked in the tree."""
        return [str(index.data()) for index in self.tree.selectionModel().selectedRows()]

    @property
    def chosen_figures(self) -> list[str]:
        """The descriptions of the figures whose rows are marked."""
        rows = self.figures.selectionModel().selectedRows(1)
        return [str(index.data()) for index in sorted(rows, key=lambda each: each.row())]

    @property
    def figure_count(self) -> int:
        return self.figures.model().rowCount()

    @property
    def figure_names(self) -> list[str]:
        """The descriptions of all figures, from the top."""
        model = self.figures.model()
        return [str(model.index(row, 1).data()) for row in range(self.figure_count)]

    @property
    def tinted(self) -> list[str]:
        """The statements that are pointed out."""
        selections = self.browser.extraSelections()
        return [selection.cursor.selectedText() for selection in selections]

    @property
    def listed_problems(self) -> list[str]:
        """The rows of the list of problems, if it is shown: where and what."""
        panel = self.window.findChild(ProblemsPanel)
        if panel is None or not panel.isVisible():
            return []
        model = _only(panel, CopyTable).model()
        rows = range(model.rowCount())
        return [f"{model.index(row, 0).data()}: {model.index(row, 2).data()}" for row in rows]

    @property
    def problems(self) -> ProblemsPanel:
        """The list of problems, which is there once there was something to list."""
        return _only(self.window, ProblemsPanel)

    def wait_for_problems(self) -> None:
        """Wait until the list of problems stands there."""
        # While it is being laid out it has no room yet.
        self.qtbot.waitUntil(lambda: self.problems.isVisible() and self.problems.height() > 0)

    def click_problem(self, row: int) -> None:
        """Click a row of the list of problems."""
        self.wait_for_problems()
        table = _only(self.problems, CopyTable)
        place = table.visualRect(table.model().index(row, 0)).center()
        self.click(table.viewport(), place)

    @property
    def labels(self) -> str:
        """Everything that visible labels say."""
        labels = self.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    @property
    def status(self) -> str:
        """The status bar, as far as it is not cut."""
        labels = self.window.statusBar().findChildren(QLabel)
        return "\n".join(label.accessibleName() for label in labels)


def plain(action: QAction) -> str:
    """The words of an action without the sign for its key."""
    return action.text().replace("&", "")


def _only(parent: QWidget, kind: type[_Widget]) -> _Widget:
    found = parent.findChild(kind)
    assert isinstance(found, kind)
    return found
