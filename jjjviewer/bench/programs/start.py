"""The viewer as it is started, until all is there."""

# ruff: noqa: E402
# As the program does, before anything is imported that imports Qt.
from jjjviewer.lean import import_leanly

import_leanly()

import sys
import time

from PySide6.QtCore import QEvent, Qt

from jjjviewer.bench.probes import Pulse, Tree, after_each, once_loaded, only, pss, run, say
from jjjviewer.ui.main_window import MainWindow
from jjjviewer.ui.opening import Opening
from jjjviewer.ui.search import SearchField


class _Start:
    """Watches a window come up."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._at: dict[str, float] = {}
        self._pulse: Pulse | None = None
        self._tree = Tree(window)
        # Of the window, with which the tree is painted: before what follows on its first paint.
        after_each(QEvent.Type.Paint, window, self._tree_painted)
        loaded = only(window, Opening).loaded
        loaded.connect(self._wait_for_chart, Qt.ConnectionType.SingleShotConnection)
        only(window, SearchField).ready.connect(self._loaded)
        once_loaded(window, self._tell)

    def _tree_painted(self) -> None:
        if "painted" not in self._at and self._tree.model.rowCount():
            self._at["painted"] = time.monotonic()
            self._pulse = Pulse(self._window)

    def _wait_for_chart(self) -> None:
        # Not at the top: the window builds its panes only after the first paint.
        from jjjviewer.ui.canvas import Canvas

        after_each(QEvent.Type.Paint, only(self._window, Canvas), self._chart_painted)

    def _chart_painted(self) -> None:
        self._at.setdefault("chart", time.monotonic())

    def _loaded(self) -> None:
        self._at.setdefault("loaded", time.monotonic())

    def _tell(self) -> None:
        assert self._pulse is not None
        say(**self._at, freeze=self._pulse.longest, pss=pss())


sys.exit(run(_Start))
