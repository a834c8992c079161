"""Printing the current chart; without a printer, it is saved as PDF."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from jjjviewer.charts.style import LIGHT
from jjjviewer.charts.translation import tr
from jjjviewer.export.atomic_write import ExportError, write
from jjjviewer.export.chart import Chart, LaidOut
from jjjviewer.export.file_names import file_name
from jjjviewer.ui.export.printing import ask_printer, has_printer, no_printer, print_scenes
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.errors import show_refusal
from jjjviewer.ui.shared.save_path import ask_path, folder_or_documents
from jjjviewer.ui.shared.settings import EXPORT_FOLDER, Settings


class ChartPrint(QObject):
    """Prints charts.

    Args:
        current_chart: returns the chart that is shown, or None while there is a message instead.
        settings: where the folder is saved.
        window: the parent of dialogs.
    """

    message = Signal(str)
    """A message for the status bar."""
    saved = Signal(str, object)
    """Likewise, and the folder that was written to."""

    def __init__(
        self, current_chart: "Callable[[], Chart | None]", settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._current_chart = current_chart
        self._settings = settings
        self._window = window

    def print(self) -> None:
        """Ask for a printer and print the chart as it is shown, in light colours."""
        chart = self._current_chart()
        if chart is None:
            self.message.emit(wording.no_chart())
            return
        made = chart._replace(style=LIGHT).laid_out()
        if not has_printer():
            self._offer_pdf(made)
            return
        page = made.scene.page
        printer = ask_printer(made.scene.title, page.width > page.height, self._window)
        if printer is not None:
            print_scenes(made.scenes, printer)
            self.message.emit(tr("Sent to the printer: {name}", name=made.scene.title))

    def _offer_pdf(self, made: LaidOut) -> None:
        box = QMessageBox(QMessageBox.Icon.Information, tr("Print"), no_printer())
        box.setParent(self._window, box.windowFlags())
        save = box.addButton(tr("&Save as PDF…"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(save)
        box.exec()
        wants_pdf = box.clickedButton() is save
        box.deleteLater()
        if wants_pdf and (path := self._ask_path(made)):
            self._save(made, path)

    def _ask_path(self, made: LaidOut) -> Path | None:
        name = file_name(made.chart.view, made.chart.chart_type, "pdf")
        suggested = folder_or_documents(self._settings[EXPORT_FOLDER]) / name
        return ask_path(self._window, tr("Save as PDF"), suggested, "pdf")

    def _save(self, made: LaidOut, path: Path) -> None:
        try:
            write(path, made.bytes("pdf"))
        except ExportError as error:
            show_refusal(tr("Print"), error, self._window)
        else:
            self._settings[EXPORT_FOLDER] = str(path.parent)
            self.saved.emit(tr("Saved: {path}", path=path), path.parent)
