"""Exporting and printing a report of what is selected, of the collection, or of everything."""

from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.export.atomic_write import ExportError
from jjjviewer.export.report.languages import in_language
from jjjviewer.export.report.making import Advance, report_of
from jjjviewer.export.report.writing import refuse_too_much, write_report
from jjjviewer.model.selection import COLLECTION, Selection
from jjjviewer.model.view import View
from jjjviewer.ui.export.printing import ask_printer, print_pages, print_pdf
from jjjviewer.ui.export.report_dialog import ReportDialog, Scope, WantedReport
from jjjviewer.ui.export.report_job import Cancelled, ReportJob
from jjjviewer.ui.shared.progress import ProgressLine
from jjjviewer.ui.shared.settings import Settings
from jjjviewer.ui.shared.wording import wrappable

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class ReportExport(QObject):
    """Asks what to report, and makes the report in a thread.

    Args:
        progress: shows how far it is, and lets the user cancel it.
        settings: where choices are saved.
        window: the parent of dialogs.
    """

    message = Signal(str)
    """A message for the status bar."""
    saved = Signal(str, object)
    """Likewise, and the folder that was written to."""

    def __init__(self, progress: ProgressLine, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._job = ReportJob(progress, self)
        self._job.ended.connect(self._report_outcome)

    def ask(self, view: View) -> None:
        """Ask how to report what is shown, and start."""
        if self._job.is_running:
            self.message.emit(tr("A report is still being made. Wait for it, or cancel it."))
            return
        dialog = ReportDialog(_views(view), self._settings, self._window)
        if dialog.exec():
            wanted = dialog.wanted
            if not dialog.is_for_printer:
                self._job.start(partial(_write, wanted))
            elif printer := ask_printer(wanted.content.view.name, False, self._window):
                self._job.start(partial(_print, wanted, printer))
        dialog.deleteLater()

    def stop(self) -> None:
        """Cancel the report, and wait until the worker has noticed."""
        self._job.stop()

    def _report_outcome(self, future: "Future[Path | str]") -> None:
        match future.exception():
            case None:
                made = future.result()
                if isinstance(made, Path):
                    self.saved.emit(tr("Saved: {path}", path=made), made.parent)
                else:
                    self.message.emit(tr("Sent to the printer: {name}", name=made))
            case Cancelled():
                self.message.emit(tr("Cancelled. No report was made."))
            case ExportError() as error:
                QMessageBox.warning(self._window, tr("Export report"), wrappable(error))
            case error:
                # Raised in the window's thread, so that the dialog for uncaught errors shows it.
                raise error


def _views(view: View) -> dict[Scope, View]:
    """Return what can be reported, with the view of each."""
    dataset, views = view.dataset, dict[Scope, View]()
    if view.selection.members not in ((), (COLLECTION,)) or view.filter.by_column():
        views["selection"] = view
    if dataset.collection.items:
        views["collection"] = dataset.view(Selection((COLLECTION,)))
    views["all"] = dataset.view(Selection())
    return views


def _write(wanted: WantedReport, advance: Advance) -> Path:
    write_report(in_language(wanted.content, wanted.language), wanted.path, advance)
    return wanted.path


def _print(wanted: WantedReport, printer: "QPrinter", advance: Advance) -> str:
    # Imported late, as for a file.
    from jjjviewer.export.report.pdf import pages, pdf

    refuse_too_much(wanted.content.view, "pdf")
    report = report_of(in_language(wanted.content, wanted.language), advance)
    made = pdf(report)
    advance(1)
    if not print_pdf(made, printer):
        print_pages(pages(report), printer)
    return report.title
