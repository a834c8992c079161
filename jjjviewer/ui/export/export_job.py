"""Writing charts to files in a thread, so that the window stays responsive."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from jjjviewer.charts.translation import tr
from jjjviewer.export.batch import Job, UnlistedError, Written, write_all
from jjjviewer.ui.shared.progress import ProgressLine

_MOST_REMARKS = 2


@dataclass
class ExportReport:
    """The result of an export."""

    written: list[Path] = field(default_factory=list)
    failed: list[tuple[str, Exception]] = field(default_factory=list)
    """The name of each chart that failed, or of a selection whose charts could not be listed."""
    remarks: list[str] = field(default_factory=list)
    """What to know about the files, each said once."""
    cancelled: bool = False


class ExportJob(QObject):
    """Lays out, paints and writes charts one after another in a worker thread.

    Args:
        progress: shows how far it is, and lets the user cancel it.
        parent: the Qt parent.
    """

    message = Signal(str)
    """A message for the status bar."""
    saved = Signal(str, object)
    """A message for the status bar, and the folder with the files."""
    ended = Signal(object)
    """An `ExportReport`."""
    _done = Signal(object)

    def __init__(self, progress: ProgressLine, parent: QObject) -> None:
        super().__init__(parent)
        self._progress = progress
        self._jobs: Iterator[Job] = iter(())
        self._job: Job | None = None
        self._report: ExportReport | None = None
        self._worker: ThreadPoolExecutor | None = None
        # Queued, so that the window handles its events between two charts.
        self._done.connect(self._written, Qt.ConnectionType.QueuedConnection)
        progress.stopped.connect(self._cancel)

    @property
    def is_running(self) -> bool:
        return self._report is not None

    def start(self, jobs: Iterator[Job]) -> None:
        """Start writing charts; no other export may be running."""
        self._jobs = jobs
        self._report = ExportReport()
        self._progress.begin(tr("Exporting charts…"))
        self._next()

    def stop(self) -> None:
        """Cancel the export, and wait for the chart being written."""
        self._cancel()
        if self._worker is not None:
            self._worker.shutdown()

    def _cancel(self) -> None:
        if self._report is not None:
            self._report.cancelled = True
            self._jobs = iter(())

    def _next(self) -> None:
        """Start the next chart, or end."""
        self._worker = self._worker or ThreadPoolExecutor(1, "export")
        self._job = self._next_listed()
        if self._job is None:
            self._end()
            return
        future = self._worker.submit(write_all, self._job.chart, self._job.paths)
        future.add_done_callback(self._done.emit)

    def _next_listed(self) -> Job | None:
        """Return the next chart; selections whose charts can't be listed are reported as failed."""
        assert self._report is not None
        while True:
            try:
                return next(self._jobs, None)
            except UnlistedError as error:
                self._report.failed.append((error.name, error))

    def _written(self, future: Future[Written]) -> None:
        assert self._report is not None
        assert self._job is not None
        error = future.exception()
        if isinstance(error, Exception):
            self._report.failed.append((self._job.paths[0].stem, error))
        else:
            paths, remarks = future.result()
            self._report.written += paths
            self._report.remarks += [each for each in remarks if each not in self._report.remarks]
        self._progress.advance(round(100 * self._job.done))
        self._next()

    def _end(self) -> None:
        """Report what was written and what was not."""
        report, self._report = self._report, None
        assert report is not None
        self._progress.hide()
        words = " ".join([_outcome(report), *report.remarks[:_MOST_REMARKS]]).strip()
        if report.written:
            self.saved.emit(words, report.written[0].parent)
        elif words:
            self.message.emit(words)
        self.ended.emit(report)


def _outcome(report: ExportReport) -> str:
    count = len(report.written)
    folder = report.written[0].parent if report.written else ""
    if report.cancelled:
        return tr("Cancelled. Files saved before that: {count}.", count=count)
    if count == 0:
        return ""
    if count == 1:
        return tr("Saved: {path}", path=report.written[0])
    return tr("Saved: {count} files in {folder}", count=count, folder=folder)
