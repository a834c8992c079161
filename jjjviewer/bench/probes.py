"""Probes of the measured programs: when a window is painted, and how long it is halted.

They observe the application from outside; it has no code for them.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QModelIndex, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QTreeView, QWidget

from jjjviewer import app
from jjjviewer.__main__ import main
from jjjviewer.ui.search.search_field import SearchField
from jjjviewer.ui.tree.tree_model import TreeModel
from jjjviewer.ui.window.main_window import MainWindow

_Part = TypeVar("_Part", bound=QObject)

_QUIET = 30
"""Milliseconds without a paint after which a window counts as settled."""
_PATIENCE = 60_000
_PULSE = 5
_AT_REST = 1_000
"""Milliseconds for the work that loading leaves behind."""


def run(begin: Callable[[MainWindow], object], arguments: Sequence[str] = ()) -> int:
    """Start the viewer as users do.

    Args:
        begin: called with the window before it is shown.
        arguments: the command line arguments.
    """
    build = app.build

    def watched(pack: Path | None) -> MainWindow:
        window = build(pack)
        begin(window)
        return window

    app.build = watched
    return main(arguments)


def once_loaded(window: MainWindow, then: Callable[[], None]) -> None:
    """Call a function once a window has loaded everything and settled, then close it."""

    def act() -> None:
        then()
        window.close()

    ready = only(window, SearchField).ready
    ready.connect(lambda: QTimer.singleShot(_AT_REST, window, act))


def only(window: QWidget, kind: type[_Part]) -> _Part:
    """Return the only widget of a class in a window."""
    found = window.findChild(kind)
    assert isinstance(found, kind)
    return found


class _Watch(QObject):
    def __init__(self, kind: QEvent.Type, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._kind = kind
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == self._kind:
            # After the event and everything else in the same turn of the event loop.
            QTimer.singleShot(0, self, self._then)
        return False


def after_each(kind: QEvent.Type, widget: QWidget, then: Callable[[], None]) -> None:
    """Call a function after each event of a type that a widget receives."""
    _Watch(kind, widget, then)


class Settling(QObject):
    """Measures how long a window takes to show the effect of an action."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.paints = 0
        self.settled = 0.0
        """Milliseconds from the last action to its last paint."""
        self._armed = False
        self._started = self._first = self._last = 0.0
        self._loop = QEventLoop(self)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self._loop.quit)
        self._late = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._late.timeout.connect(lambda: sys.exit("The window was not painted."))
        # One update request paints everything that needs it in a window.
        after_each(QEvent.Type.UpdateRequest, window, self._painted)

    def time(self, act: Callable[[], None]) -> float:
        """Run an action; return the milliseconds until its first paint.

        The first paint shows all that the action changes at once. Others may follow for what is
        laid out in steps; `settled` is the time of the last.
        """
        self.paints = 0
        self._quiet.stop()
        self._late.start()
        self._armed = True
        self._started = time.perf_counter()
        act()
        self._loop.exec()
        self._late.stop()
        self._armed = False
        self.settled = (self._last - self._started) * 1000
        return (self._first - self._started) * 1000

    def _painted(self) -> None:
        if self._armed:
            self._last = time.perf_counter()
            if not self.paints:
                self._first = self._last
            self.paints += 1
            self._quiet.start()


def settle() -> None:
    """Wait for pending paints, without measuring them."""
    for _ in range(3):
        QApplication.processEvents()
    # Qt deletes these only once it is back in the loop, to which a user returns after each click.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Tree:
    """The tree of a window, operated as a user does."""

    def __init__(self, window: QWidget) -> None:
        self.view = only(window, QTreeView)
        self.model = self.view.model()

    def rows(self, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
        """Yield all rows that can be selected, from the top."""
        parent = parent or QModelIndex()
        for row in range(self.model.rowCount(parent)):
            index = self.model.index(row, 0, parent)
            if self.model.flags(index) & Qt.ItemFlag.ItemIsSelectable:
                yield index
            yield from self.rows(index)

    def find(self, id_: str) -> QModelIndex:
        """Return the row of an id, or an invalid index."""
        assert isinstance(self.model, TreeModel)
        return self.model.find(id_)

    def click(self, index: QModelIndex) -> None:
        """Click a visible row."""
        # Imported late: start-up is measured with this module and must not include QtTest.
        from PySide6.QtTest import QTest

        place = self.view.visualRect(index).center()
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def bring_into_sight(self, index: QModelIndex) -> None:
        self.view.scrollTo(index)
        settle()


class Pulse(QObject):
    """Measures the longest halt of the event loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest = 0.0
        """In milliseconds."""
        self._last = time.perf_counter()
        timer = QTimer(self, interval=_PULSE, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._beat)
        timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - _PULSE)
        self._last = now


def pss() -> float:
    """Return the memory of this process in MiB, shared pages in proportion (PSS)."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def print_results(**measured: object) -> None:
    """Print results as JSON, for `process.run`."""
    print(json.dumps(measured), flush=True)
