"""Exporting and copying the current chart."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jjjviewer.charts.registry import chart_types_for, variants
from jjjviewer.charts.translation import tr
from jjjviewer.export.atomic_write import ExportError
from jjjviewer.export.batch import Job, all_selections, in_the_way, jobs, names_in, replaced_by
from jjjviewer.export.chart import Chart, to_clipboard
from jjjviewer.export.file_names import file_name
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.ui.export.export_dialog import ExportDialog, Scope, Wanted
from jjjviewer.ui.export.export_job import ExportJob, ExportReport
from jjjviewer.ui.export.failures import show_failures
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.canvas import Canvas
from jjjviewer.ui.shared.chart_edits import ChartEdits
from jjjviewer.ui.shared.clipboard import copy_from
from jjjviewer.ui.shared.progress import ProgressLine
from jjjviewer.ui.shared.settings import Settings


class ChartExport(QObject):
    """Exports and copies charts.

    Args:
        current_chart: returns the chart that is shown, or None while there is a message instead.
        progress: shows how far an export is.
        settings: where choices are saved.
        window: the parent of dialogs; its focused widget is copied from.
    """

    message = Signal(str)
    """A message for the status bar."""
    text_chosen = Signal(object, str)
    """The `Wording` and the description that the user gave the current chart."""
    saved = Signal(str, object)
    """A message for the status bar, and the folder that was written to."""

    def __init__(
        self,
        current_chart: "Callable[[], Chart | None]",
        progress: ProgressLine,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._current_chart = current_chart
        self._settings = settings
        self._window = window
        self._job = ExportJob(progress, window)
        self._job.message.connect(self.message)
        self._job.saved.connect(self.saved)
        self._job.ended.connect(self._report)
        self._dialog: ExportDialog | None = None
        """The dialog while it is open."""

    def export(self, dataset: Dataset) -> None:
        """Ask how to write the current chart, or all charts of a pack, and start."""
        if self._job.is_running:
            self.message.emit(tr("An export is still running. Wait for it, or cancel it."))
            return
        chart = self._current_chart()
        if chart is None:
            self.message.emit(wording.no_chart())
            return
        selection = chart.view.selection
        selections = {"chart": [], "selection": [selection], "all": all_selections(dataset)}
        name = Path(file_name(chart.view, chart.chart_type, "png")).stem
        self._dialog = dialog = ExportDialog(
            chart,
            _scopes(chart, len(selections["all"])),
            name,
            lambda wanted: _existing_files(wanted, selections[wanted.scope]),
            self._settings,
            self._window,
        )
        dialog.confirmed.connect(
            lambda wanted: self._write(dataset, wanted, selections[wanted.scope])
        )
        dialog.exec()
        self._dialog = None
        dialog.deleteLater()

    def _write(self, dataset: Dataset, wanted: Wanted, selections: list[Selection]) -> None:
        if wanted.scope == "chart":
            self.text_chosen.emit(wanted.chart.wording, wanted.chart.description)
        edits = ChartEdits(self._settings)
        self._job.start(_jobs(dataset, wanted, selections, edits.applied_to))

    def _report(self, report: ExportReport) -> None:
        """Close the dialog that waits for its chart; tell there, or in another, what failed."""
        waiting = self._dialog
        if not report.failed:
            if waiting is not None:
                waiting.accept()
            return
        _, error = report.failed[0]
        if waiting is not None:
            waiting.show_fault(str(error))
        if waiting is None or not isinstance(error, ExportError):
            show_failures(report.failed, waiting or self._window, are_all=not report.written)

    def stop(self) -> None:
        """Cancel the export, and wait for the chart being written."""
        self._job.stop()

    def copy(self) -> None:
        """Copy the chart to the clipboard."""
        chart = self._current_chart()
        if chart is None:
            self.message.emit(wording.no_chart())
            return
        to_clipboard(chart)
        self.message.emit(tr("Copied as image, drawing and table."))

    def copy_focused(self) -> None:
        """Copy from the focused widget; on the canvas, copy the chart."""
        focus = self._window.focusWidget()
        if isinstance(focus, Canvas) and self._current_chart() is not None:
            self.copy()
        elif copy_from(focus):
            self.message.emit(tr("Copied."))


def _scopes(chart: Chart, selection_count: int) -> dict[Scope, str]:
    """Return the choices of what is exported, with their labels."""
    count = sum(len([*variants(each, chart.view)]) for each in chart_types_for(chart.view))
    name = wording.shortened(chart.view.name, wording.SHORT)
    return {
        "chart": tr("This chart"),
        "selection": (
            tr("The one chart of {name}", name=name)
            if count == 1
            else tr("All {count} charts of {name}", count=count, name=name)
        ),
        "all": tr("All charts of all selections ({count})", count=selection_count),
    }


def _paths(wanted: Wanted) -> tuple[Path, ...]:
    """Return the files of a single chart."""
    return tuple(wanted.folder / f"{wanted.name}.{suffix}" for suffix in wanted.suffixes)


def _existing_files(wanted: Wanted, selections: list[Selection]) -> list[str]:
    """Return the names of the files that would be replaced."""
    if wanted.scope == "chart":
        there = names_in(wanted.folder)
        return [name for path in _paths(wanted) for name in replaced_by(path, there)]
    return in_the_way(wanted.folder, selections, wanted.chart, wanted.suffixes)


def _jobs(
    dataset: Dataset,
    wanted: Wanted,
    selections: list[Selection],
    edited: Callable[[Chart], Chart],
) -> Iterator[Job]:
    if wanted.scope == "chart":
        return iter([Job(wanted.chart, _paths(wanted))])
    return jobs(dataset, selections, wanted.chart, wanted.folder, wanted.suffixes, edited)
