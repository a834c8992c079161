"""Making a report in a thread, so that the window stays responsive."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from jjjviewer.charts.translation import tr
from jjjviewer.export.report.making import Advance
from jjjviewer.ui.shared.progress import ProgressLine

_Made = TypeVar("_Made")


class Cancelled(Exception):  # noqa: N818  # no error: the user asked for it
    """The user has cancelled the job."""


class ReportJob(QObject):
    """Runs one job after another in a worker thread.

    Args:
        progress: shows how far it is, and lets the user cancel it.
        parent: the Qt parent.
    """

    ended = Signal(object)
    """The finished `Future`; its exception is `Cancelled` if the user gave the report up."""
    _advanced = Signal(int)
    _done = Signal(object)

    def __init__(self, progress: ProgressLine, parent: QObject) -> None:
        super().__init__(parent)
        self._progress = progress
        self._worker: ThreadPoolExecutor | None = None
        self._is_cancelled = False
        self.is_running = False
        # Queued, for they are emitted in the worker.
        self._advanced.connect(progress.advance, Qt.ConnectionType.QueuedConnection)
        self._done.connect(self._end, Qt.ConnectionType.QueuedConnection)
        progress.stopped.connect(self._cancel)

    def start(self, job: Callable[[Advance], object]) -> None:
        """Start a job, which is given what to tell how far it is; no other may be running."""
        self.is_running, self._is_cancelled = True, False
        self._progress.begin(tr("Making the report…"))
        self._worker = self._worker or ThreadPoolExecutor(1, "report")
        self._worker.submit(job, self._advance).add_done_callback(self._done.emit)

    def stop(self) -> None:
        """Cancel the job, and wait until it has noticed."""
        self._cancel()
        if self._worker is not None:
            self._worker.shutdown()

    def _cancel(self) -> None:
        self._is_cancelled = True

    def _advance(self, share: float) -> None:
        if self._is_cancelled:
            raise Cancelled
        self._advanced.emit(round(100 * share))

    def _end(self, future: "Future[object]") -> None:
        self.is_running = False
        self._progress.hide()
        self.ended.emit(future)
