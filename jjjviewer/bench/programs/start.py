"""The viewer as it is started, until all is there.

Argument: `pulse`, to tell how long the window stood still at most. What feels the pulse takes its
share of the time, so that the moments are told without it.
"""

# ruff: noqa: E402
# As the program does, before anything is imported that imports Qt.
from jjjviewer import startup

startup.begin()

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer

from jjjviewer.bench.probes import Pulse, Tree, after_each, once_loaded, only, pss, run, say
from jjjviewer.ui.search.search_field import SearchField
from jjjviewer.ui.window.main_window import MainWindow


class _Start(QObject):
    """Watches a window come up."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._at: dict[str, float] = {}
        self._pulse: Pulse | None = None
        self._tree = Tree(window)
        # Of the window, with which the tree is painted: before what follows on its first paint.
        after_each(QEvent.Type.Paint, window, self._tree_painted)
        window.installEventFilter(self)
        only(window, SearchField).ready.connect(self._loaded)
        once_loaded(window, self._tell)

    def _tree_painted(self) -> None:
        if "painted" not in self._at and self._tree.model.rowCount():
            self._at["painted"] = time.monotonic()
            if sys.argv[1:] == ["pulse"]:
                self._pulse = Pulse(self._window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest and "painted" in self._at:
            self._look_for_chart()
        return False

    def _look_for_chart(self) -> None:
        """Watch the chart from the first paint that it is there for."""
        # Not at the top: the window builds its panes only after its first paint.
        from jjjviewer.ui.shared.canvas import Canvas

        if canvas := self._window.findChild(Canvas):
            self._window.removeEventFilter(self)
            after_each(QEvent.Type.Paint, canvas, lambda: self._chart_painted(bool(canvas.marks)))

    def _chart_painted(self, is_there: bool) -> None:
        if is_there:
            self._at.setdefault("chart", time.monotonic())

    def _loaded(self) -> None:
        """Note when all is there: the search is ready, and nothing of the text on its way."""
        # Not at the top, likewise.
        from jjjviewer.ui.detail.text_page import TextPage

        if only(self._window, TextPage).is_whole:
            self._at.setdefault("loaded", time.monotonic())
        else:
            QTimer.singleShot(0, self, self._loaded)

    def _tell(self) -> None:
        if self._pulse is not None:
            say(freeze=self._pulse.longest)
        else:
            say(**self._at, pss=pss())


sys.exit(run(_Start))
