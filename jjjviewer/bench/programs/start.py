"""The viewer as it is started, until all is there."""

# ruff: noqa: E402
# As the program does, before anything is imported that imports Qt.
from jjjviewer.lean import import_leanly

import_leanly()

import sys
import time

from PySide6.QtCore import QEvent

from jjjviewer.bench.probes import Pulse, Tree, after_each, once_loaded, only, pss, run, say
from jjjviewer.ui.canvas import Canvas
from jjjviewer.ui.main_window import MainWindow
from jjjviewer.ui.search import SearchField


class _Start:
    """Watches a window come up."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._at: dict[str, float] = {}
        self._pulse: Pulse | None = None
        self._tree = Tree(window)
        self._canvas = only(window, Canvas)
        after_each(QEvent.Type.Paint, self._tree.view.viewport(), self._tree_painted)
        after_each(QEvent.Type.Paint, self._canvas, self._chart_painted)
        only(window, SearchField).ready.connect(self._loaded)
        once_loaded(window, self._tell)

    def _tree_painted(self) -> None:
        if "painted" not in self._at and self._tree.model.rowCount():
            self._at["painted"] = time.monotonic()
            self._pulse = Pulse(self._window)

    def _chart_painted(self) -> None:
        if self._canvas.marks:
            self._at.setdefault("chart", time.monotonic())

    def _loaded(self) -> None:
        self._at.setdefault("loaded", time.monotonic())

    def _tell(self) -> None:
        assert self._pulse is not None
        say(**self._at, freeze=self._pulse.longest, pss=pss())


sys.exit(run(_Start))
