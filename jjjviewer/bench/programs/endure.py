"""The viewer in long use: growth of memory, and halts of the window during exports.

Arguments: how many clicks, how many exports.
"""

# ruff: noqa: E402
# As in the application, before Qt is imported.
from jjjviewer import startup

startup.begin()

import itertools
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop

from jjjviewer.bench.probes import Pulse, Tree, once_loaded, only, print_results, pss, run, settle
from jjjviewer.bench.subject import chart, load
from jjjviewer.charts.registry import CHART_TYPES
from jjjviewer.export.batch import Job, jobs
from jjjviewer.export.chart import FORMATS
from jjjviewer.model.selection import Selection
from jjjviewer.ui.export.export_job import ExportJob
from jjjviewer.ui.window.main_window import MainWindow


class _Endurance:
    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._tree = Tree(window)
        self._clicks, self._exports = map(int, sys.argv[1:3])
        once_loaded(window, self._print_results)

    def _print_results(self) -> None:
        at_start = pss()
        # Imported now, so that it counts neither as growth nor as a halt.
        self._pack, self._chart = load(), chart(2.0)
        # One round first, so that caches are filled.
        self._tree.view.expandAll()
        self._use(len(list(self._tree.rows())), len(CHART_TYPES))
        before = pss()
        self._use(self._clicks, self._exports)
        print_results(start=at_start, used=before, after=pss(), blocked=self._blocked())

    def _use(self, clicks: int, exports: int) -> None:
        for row in itertools.islice(itertools.cycle(list(self._tree.rows())), clicks):
            self._tree.view.scrollTo(row)
            self._tree.click(row)
            settle()
        with tempfile.TemporaryDirectory() as folder:
            self._export(itertools.islice(self._jobs(Path(folder), ("png",)), exports))

    def _blocked(self) -> float:
        """Return the longest halt of the window while all chart types are exported."""
        with tempfile.TemporaryDirectory() as folder:
            jobs = self._jobs(Path(folder), FORMATS)
            pulse = Pulse(self._window)
            self._export(jobs)
        return pulse.longest

    def _jobs(self, folder: Path, formats: tuple[str, ...]) -> Iterator[Job]:
        once = jobs(self._pack, [Selection()], self._chart, folder, formats)
        return itertools.cycle(once) if formats == ("png",) else once

    def _export(self, jobs: Iterator[Job]) -> None:
        job = only(self._window, ExportJob)
        loop = QEventLoop()
        job.ended.connect(loop.quit)
        job.start(jobs)
        loop.exec()


sys.exit(run(_Endurance))
