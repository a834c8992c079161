"""The viewer's memory, after start and after much use; and its window while charts are exported.

Arguments: how many clicks, how many exports.
"""

# ruff: noqa: E402
# As the program does, before anything is imported that imports Qt.
from jjjviewer import startup

startup.begin()

import itertools
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop

from jjjviewer.bench.probes import Pulse, Tree, once_loaded, only, pss, run, say, settle
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
        once_loaded(window, self._tell)

    def _tell(self) -> None:
        at_start = pss()
        # Loaded here, so that it is counted neither as used nor as a halt.
        self._pack, self._chart = load(), chart(2.0)
        # Once round, so that what is made at first use only is there.
        self._tree.view.expandAll()
        self._use(len(list(self._tree.rows())), len(CHART_TYPES))
        before = pss()
        self._use(self._clicks, self._exports)
        say(start=at_start, used=before, after=pss(), blocked=self._blocked())

    def _use(self, clicks: int, exports: int) -> None:
        for row in itertools.islice(itertools.cycle(list(self._tree.rows())), clicks):
            self._tree.view.scrollTo(row)
            self._tree.click(row)
            settle()
        with tempfile.TemporaryDirectory() as folder:
            self._export(itertools.islice(self._jobs(Path(folder), ("png",)), exports))

    def _blocked(self) -> float:
        """How long the window stood still while all forms were made in all formats."""
        with tempfile.TemporaryDirectory() as folder:
            wanted = self._jobs(Path(folder), FORMATS)
            pulse = Pulse(self._window)
            self._export(wanted)
        return pulse.longest

    def _jobs(self, folder: Path, formats: tuple[str, ...]) -> Iterator[Job]:
        once = jobs(self._pack, [Selection()], self._chart, folder, formats)
        return itertools.cycle(once) if formats == ("png",) else once

    def _export(self, wanted: Iterator[Job]) -> None:
        job = only(self._window, ExportJob)
        loop = QEventLoop()
        job.ended.connect(loop.quit)
        job.start(wanted)
        loop.exec()


sys.exit(run(_Endurance))
