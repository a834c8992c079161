"""The start of the viewer, until everything is loaded.

Argument: `pulse`, to print the longest halt instead of the moments. It is a separate run, since
measuring halts takes time itself.
"""

# ruff: noqa: E402
# As in the application, before Qt is imported.
from jjjviewer import startup

startup.begin()

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer

from jjjviewer.bench.probes import (
    Pulse,
    Tree,
    after_each,
    once_loaded,
    only,
    print_results,
    pss,
    run,
)
from jjjviewer.ui.search.search_field import SearchField
from jjjviewer.ui.window.main_window import MainWindow


class _Start(QObject):
    """Records the moments of a start."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._at: dict[str, float] = {}
        self._pulse: Pulse | None = None
        self._tree = Tree(window)
        # The window's own paint, which includes the tree, and before what its first paint triggers.
        after_each(QEvent.Type.Paint, window, self._tree_painted)
        window.installEventFilter(self)
        only(window, SearchField).ready.connect(self._loaded)
        once_loaded(window, self._print_results)

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
        """Watch the canvas as soon as it exists."""
        # Imported late: the window builds its panes only after its first paint.
        from jjjviewer.ui.shared.canvas import Canvas

        if canvas := self._window.findChild(Canvas):
            self._window.removeEventFilter(self)
            after_each(QEvent.Type.Paint, canvas, lambda: self._chart_painted(bool(canvas.marks)))

    def _chart_painted(self, is_there: bool) -> None:
        if is_there:
            self._at.setdefault("chart", time.monotonic())

    def _loaded(self) -> None:
        """Record when search and text are complete."""
        # Imported late, as above.
        from jjjviewer.ui.detail.text_page import TextPage

        if only(self._window, TextPage).is_whole:
            self._at.setdefault("loaded", time.monotonic())
        else:
            QTimer.singleShot(0, self, self._loaded)

    def _print_results(self) -> None:
        if self._pulse is not None:
            print_results(freeze=self._pulse.longest)
        else:
            print_results(**self._at, pss=pss())


sys.exit(run(_Start))
