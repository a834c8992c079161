"""The viewer in use: rows and chart types, search, themes, sizes.

Arguments: width and height of the window, and N, to take every N-th row and chart type.
"""

# ruff: noqa: E402
# As in the application, before Qt is imported.
from jjjviewer import startup

startup.begin()

import sys
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget

from jjjviewer.bench.probes import Settling, Tree, once_loaded, only, print_results, run, settle
from jjjviewer.ui.search.search_field import SearchField
from jjjviewer.ui.window.main_window import MainWindow

_MOST_WORDS = 12
_STEPS = 12
_STEP = 9
"""In pixels."""


class _Use:
    def __init__(self, window: MainWindow) -> None:
        width, height, self._each = map(int, sys.argv[1:4])
        window.resize(width, height)
        self._window = window
        self._tree = Tree(window)
        self._first: list[float] = []
        """Milliseconds of the first click on each row."""
        self._settling = Settling(window)
        once_loaded(window, self._print_results)

    def _print_results(self) -> None:
        self._tree.view.expandAll()
        settle()
        clicks = list(self._clicks())
        print_results(
            clicks=[painted for painted, _ in clicks],
            first=self._first,
            settled=[settled for _, settled in clicks],
            keys=list(self._keys()),
            themes=list(self._themes()),
            resizes=list(self._resizes()),
        )

    def _clicks(self) -> Iterator[tuple[float, float]]:
        rows = list(self._tree.rows())[:: self._each]
        buttons = only_named(self._window, "chart-types").findChildren(QToolButton)
        offered: dict[int, list[QModelIndex]] = {}
        for row in rows:
            self._tree.bring_into_sight(row)
            if self._tree.view.currentIndex() != row:
                self._first.append(self._settling.time(partial(self._tree.click, row)))
            for at, button in enumerate(buttons):
                if button.isVisible():
                    offered.setdefault(at, []).append(row)
        for at, those in offered.items():
            self._choose(those[0])
            QTest.mouseClick(buttons[at], Qt.MouseButton.LeftButton)
            for row in those:
                if self._tree.view.currentIndex() == row:
                    self._choose(next(each for each in rows if each != row))
                self._tree.bring_into_sight(row)
                painted = self._settling.time(partial(self._tree.click, row))
                yield painted, self._settling.settled

    def _choose(self, row: QModelIndex) -> None:
        self._tree.bring_into_sight(row)
        self._tree.click(row)
        settle()

    def _keys(self) -> Iterator[float]:
        field = only(self._window, SearchField)
        field.setFocus()
        for row in list(self._tree.rows())[:_MOST_WORDS]:
            for letter in str(row.data()).lower():
                if letter.isascii():
                    yield self._settling.time(partial(QTest.keyClick, field, letter))
            field.clear()
            settle()

    def _themes(self) -> Iterator[float]:
        found = {each.text().replace("&", ""): each for each in self._window.findChildren(QAction)}
        for _ in range(_STEPS // 2):
            for mode in ("Dark", "Light"):
                yield self._settling.time(found[mode].trigger)

    def _resizes(self) -> Iterator[float]:
        size = self._window.size()
        for at in range(1, _STEPS + 1):
            width, height = size.width() - at * _STEP, size.height() - at * _STEP
            yield self._settling.time(partial(self._window.resize, width, height))


def only_named(window: QWidget, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


sys.exit(run(_Use))
