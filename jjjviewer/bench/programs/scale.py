"""The viewer with a generated pack. Arguments: the pack, and its number of figures."""

# ruff: noqa: E402
# As in the application, before Qt is imported.
from jjjviewer import startup

startup.begin()

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtTest import QTest

from jjjviewer.bench.packs import REGIONS, THEMES, Size, scaled
from jjjviewer.bench.probes import (
    Pulse,
    Settling,
    Tree,
    after_each,
    once_loaded,
    only,
    print_results,
    pss,
    run,
    settle,
)
from jjjviewer.ui.detail.figures_table import FiguresTable
from jjjviewer.ui.search.search_field import SearchField
from jjjviewer.ui.shared.canvas import Canvas
from jjjviewer.ui.window.main_window import MainWindow

_MOST_ROWS = 30
_WORDS = ("speaker 1", "forest", "place 77", "marshes", "length of r", "length qqq", "zzforrst")


class _Scale:
    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._started = time.perf_counter()
        self._opened = 0.0
        self._pulse = Pulse(window)
        # One update request paints everything that needs it in a window.
        after_each(QEvent.Type.UpdateRequest, window, self._look_for_chart)
        self._settling = Settling(window)
        once_loaded(window, self._print_results)

    def _look_for_chart(self) -> None:
        canvas = self._window.findChild(Canvas)
        if not self._opened and canvas is not None and canvas.marks:
            self._opened = time.perf_counter() - self._started

    def _print_results(self) -> None:
        freeze, memory = self._pulse.longest, pss()
        self._pulse.deleteLater()
        tree = Tree(self._window)
        rows = _rows(tree, scaled(int(sys.argv[2])))
        print_results(
            opened=self._opened,
            freeze=freeze,
            pss=memory,
            table=list(self._table()),
            tree=list(self._expansions(tree)),
            clicks={sort: list(self._clicks(tree, those)) for sort, those in rows.items()},
            keys=list(self._keys()),
            after=pss(),
        )

    def _table(self) -> Iterator[float]:
        """Step through the figures of the whole pack, which is shown at first."""
        table = only(self._window, FiguresTable)
        bar = table.verticalScrollBar()
        for share in (0.1, 0.3, 0.5, 0.7, 0.9):
            yield self._time(partial(bar.setValue, int(bar.maximum() * share)))

    def _expansions(self, tree: Tree) -> Iterator[float]:
        """Expand the group of places, then some places in it, then scroll to the end."""
        tops = [tree.model.index(row, 0) for row in range(tree.model.rowCount())]
        places = tops[-1]
        yield self._expand(tree, places)
        for row in range(min(tree.model.rowCount(places), 5)):
            yield self._expand(tree, tree.model.index(row, 0, places))
        bar = tree.view.verticalScrollBar()
        if bar.maximum():
            yield self._time(lambda: bar.setValue(bar.maximum()))

    def _expand(self, tree: Tree, index: QModelIndex) -> float:
        tree.bring_into_sight(index)
        tree.view.collapse(index)
        settle()
        return self._time(lambda: tree.view.expand(index))

    def _clicks(self, tree: Tree, rows: list[QModelIndex]) -> Iterator[float]:
        for row in rows:
            tree.bring_into_sight(row)
            if tree.view.currentIndex() != row:
                yield self._time(partial(tree.click, row))

    def _keys(self) -> Iterator[float]:
        field = only(self._window, SearchField)
        field.setFocus()
        for word in _WORDS:
            for letter in word:
                yield self._time(partial(QTest.keyClick, field, letter))
            field.clear()
            settle()

    def _time(self, act: Callable[[], None]) -> float:
        return self._settling.time(act)


def _rows(tree: Tree, size: Size) -> dict[str, list[QModelIndex]]:
    """Return a sample of rows of each kind, spread over all of them."""
    sorts = {
        "speaker": ("p", size.speakers),
        "place": ("e", size.places),
        "region": ("r", REGIONS),
        "theme": ("t", THEMES),
    }
    rows = {}
    for sort, (letter, count) in sorts.items():
        some = range(0, count, max(1, count // _MOST_ROWS))
        found = [tree.find(f"{letter}{at}") for at in some]
        # A region with a single speaker is shown as that speaker.
        rows[sort] = [row for row in found if row.isValid()]
    return rows | {"everything": [tree.find("whole")]}


sys.exit(run(_Scale, sys.argv[1:2]))
