"""A new pack to be filled in with a spreadsheet."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.model.template import write_template
from jjjviewer.ui.shared.save_path import folder_or_documents, with_ending
from jjjviewer.ui.shared.settings import DATA_FOLDER, Settings
from jjjviewer.ui.shared.wording import wrappable


class NewPack(QObject):
    """Asks where, and writes a small pack to start from.

    Args:
        settings: where the folder is saved.
        window: the parent of dialogs.
    """

    saved = Signal(str, object)
    """A message for the status bar, and the folder that was written to."""

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window

    def ask(self) -> None:
        """Write a workbook or a folder of tables where nothing is yet."""
        title = tr("New pack for a spreadsheet")
        workbook, folder = tr("Workbook (*.xlsx)"), tr("Folder of tables (*)")
        near = folder_or_documents(self._settings[DATA_FOLDER]) / "pack.xlsx"
        # What is there is never replaced.
        option = QFileDialog.Option.DontConfirmOverwrite
        name, kind = QFileDialog.getSaveFileName(
            self._window, title, str(near), f"{workbook};;{folder}", workbook, option
        )
        if not name:
            return
        path = with_ending(Path(name), "xlsx")
        if kind != workbook:
            path = path.with_suffix("")
        try:
            write_template(path)
        except OSError as error:
            QMessageBox.warning(self._window, title, wrappable(error.strerror or str(error)))
            return
        self._settings[DATA_FOLDER] = str(path.parent)
        words = tr("Saved: {path}. Fill it in with a spreadsheet, then open it here.", path=path)
        self.saved.emit(words, path.parent)
