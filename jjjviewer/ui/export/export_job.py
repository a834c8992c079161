"""Charts made into files while the window goes on answering."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.startup_tuning import give_back_what_is_free
from jjjviewer.ui.shared import errors, wording
from jjjviewer.ui.shared.progress import Progress
from jjjviewer.ui.shared.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from jjjviewer.export.batch import Job
    from jjjviewer.export.chart import Chart
    from jjjviewer.model.pack import Pack
    from jjjviewer.model.selection import Selection
    from jjjviewer.ui.export.export_dialog import Wanted

_MOST_FAULTS = 8


@dataclass
class Report:
    """What became of an export."""

    written: list[Path] = field(default_factory=list)
    failed: list[tuple[str, Exception]] = field(default_factory=list)
    """The names of charts, or of selections whose charts are not known, with what went wrong."""
    cancelled: bool = False


class Exporting(Progress):
    """Asks what is to be exported, and makes one chart after another.

    Each is laid out, painted and written in a thread of its own.

    Args:
        settings: they hold the choices of the last time.
        parent: as everywhere in Qt.
    """

    said = Signal(str)
    """Something to be said in passing."""
    ended = Signal(object)
    """A `Report`."""
    _done = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._jobs: Iterator[Job] = iter(())
        self._job: Job | None = None
        self._report: Report | None = None
        self._worker: ThreadPoolExecutor | None = None
        # Queued, so that the window gets its turn between two charts.
        self._done.connect(self._written, Qt.ConnectionType.QueuedConnection)
        self.stopped.connect(self._cancel)

    def ask(self, pack: "Pack", chart: "Chart") -> None:
        """Ask how charts are to be exported, and begin."""
        from jjjviewer.charts.registry import forms_for
        from jjjviewer.export.batch import Job, all_selections, in_the_way, jobs
        from jjjviewer.export.chart import file_name
        from jjjviewer.ui.export.export_dialog import ExportDialog, Scope

        if self._report is not None:
            self.said.emit(tr("Charts are still being exported. Wait for them, or cancel that."))
            return
        view, every = chart.view, all_selections(pack)
        scopes: dict[Scope, str] = {
            "chart": tr("This chart"),
            "selection": tr(
                "All {count} charts of {name}",
                count=len(forms_for(view)),
                name=wording.shortened(view.name),
            ),
            "all": tr("All charts of all {count} selections", count=len(every)),
        }

        def selections(wanted: "Wanted") -> "list[Selection]":
            return every if wanted.scope == "all" else [view.selection]

        def paths(wanted: "Wanted") -> tuple[Path, ...]:
            return tuple(wanted.folder / f"{wanted.name}.{each}" for each in wanted.suffixes)

        def there(wanted: "Wanted") -> list[str]:
            if wanted.scope == "chart":
                return [path.name for path in paths(wanted) if path.exists()]
            return in_the_way(wanted.folder, selections(wanted), wanted.suffixes)

        name = Path(file_name(view.selection, chart.form, "png")).stem
        dialog = ExportDialog(chart, scopes, name, there, self._settings, self.window())
        if dialog.exec():
            wanted = dialog.wanted
            if wanted.scope == "chart":
                self.start(iter([Job(wanted.chart, paths(wanted))]))
            else:
                like = wanted.chart
                chosen = selections(wanted)
                self.start(jobs(pack, chosen, like, wanted.folder, wanted.suffixes))
        dialog.deleteLater()

    def start(self, jobs: "Iterator[Job]") -> None:
        """Begin to make charts; only while nothing else is being made."""
        self._jobs = jobs
        self._report = Report()
        self.begin(tr("Exporting charts…"))
        self._next()

    def stop(self) -> None:
        """Give up what is not begun, and wait for what is."""
        self._cancel()
        if self._worker is not None:
            self._worker.shutdown()

    def _cancel(self) -> None:
        if self._report is not None:
            self._report.cancelled = True
            self._jobs = iter(())

    def _next(self) -> None:
        """Have the next chart made, or end."""
        from concurrent.futures import ThreadPoolExecutor

        from jjjviewer.export.batch import write_all

        self._worker = self._worker or ThreadPoolExecutor(1, "export")
        self._job = self._listed()
        if self._job is None:
            self._end()
            return
        future = self._worker.submit(write_all, self._job.chart, self._job.paths)
        future.add_done_callback(self._done.emit)

    def _listed(self) -> "Job | None":
        """Which chart comes next, of the next selection that charts can be listed of."""
        from jjjviewer.export.batch import UnlistedError

        assert self._report is not None
        while True:
            try:
                return next(self._jobs, None)
            except UnlistedError as error:
                self._report.failed.append((error.name, error))

    def _written(self, future: "Future[list[Path]]") -> None:
        assert self._report is not None
        assert self._job is not None
        error = future.exception()
        if isinstance(error, Exception):
            self._report.failed.append((self._job.paths[0].stem, error))
        else:
            self._report.written += future.result()
        self.advance(round(100 * self._job.done))
        self._next()

    def _end(self) -> None:
        """Say what was written, and in a dialog what was not."""
        report, self._report = self._report, None
        assert report is not None
        self.hide()
        give_back_what_is_free()
        self.said.emit(_outcome(report))
        if report.failed:
            self._tell_faults(report.failed, are_all=not report.written)
        self.ended.emit(report)

    def _tell_faults(self, failed: list[tuple[str, Exception]], *, are_all: bool) -> None:
        from PySide6.QtWidgets import QMessageBox

        from jjjviewer.export.atomic_write import ExportError

        lines = [f"{name}: {error}" for name, error in failed[:_MOST_FAULTS]]
        if len(failed) > _MOST_FAULTS:
            lines.append(tr("… and {count} more.", count=len(failed) - _MOST_FAULTS))
        box = QMessageBox(QMessageBox.Icon.Warning, tr("Export"), "", parent=self.window())
        box.setTextFormat(Qt.TextFormat.PlainText)
        words = tr("Nothing could be exported.") if are_all else tr("Not exported, the others are:")
        box.setText(words)
        box.setInformativeText("\n".join(lines))
        reports = [
            errors.record(error) for _, error in failed if not isinstance(error, ExportError)
        ]
        close = box.addButton(QMessageBox.StandardButton.Close)
        box.setEscapeButton(close)
        if reports:
            copy = box.addButton(tr("Copy report"), QMessageBox.ButtonRole.ActionRole)
            text = "\n\n".join(reports)
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        box.open()


def _outcome(report: Report) -> str:
    count = len(report.written)
    folder = report.written[0].parent if report.written else ""
    if report.cancelled:
        return tr("Cancelled. Saved until then: {count} files.", count=count)
    if count == 0:
        return ""
    if count == 1:
        return tr("Saved: {path}", path=report.written[0])
    return tr("Saved: {count} files in {folder}", count=count, folder=folder)
