"""Saving data to a file: the whole pack or what is selected."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.export.atomic_write import ExportError, write
from jjjviewer.model.saving import FORMATS, TooLargeError
from jjjviewer.model.selection import Selection
from jjjviewer.model.subset import subset_of
from jjjviewer.model.view import View
from jjjviewer.ui.packs.contents import Contents
from jjjviewer.ui.packs.data_dialog import ask_target
from jjjviewer.ui.shared.settings import Settings
from jjjviewer.ui.shared.wording import wrappable


class DataExport(QObject):
    """Asks what is to be saved, and saves it in a thread.

    Args:
        settings: where choices are saved.
        window: the parent of dialogs.
    """

    saved = Signal(str, object)
    """A message for the status bar, and the folder that was written to."""

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window

    def ask(self, view: View, contents: Contents) -> None:
        """Ask whether the whole pack or what is shown of it is to be saved, and save it."""
        target = ask_target(self._window, contents, view, self._settings)
        if target is None:
            return
        saver = _Saver(view.dataset.view(Selection()) if target.whole else view, target.path, self)
        saver.finished.connect(saver.deleteLater)
        saver.saved.connect(self._report_saved)
        saver.refused.connect(self._report_refused)
        saver.failed.connect(self._report_failed)
        saver.start()

    def stop(self) -> None:
        """Wait until everything is written, and report now what could not be."""
        for saver in self.findChildren(QThread):
            saver.wait()
        # A message first shown once the window is closed would keep the program running.
        QCoreApplication.sendPostedEvents(self)

    def _report_saved(self, path: Path) -> None:
        self.saved.emit(tr("Saved: {path}", path=path), path.parent)

    def _report_refused(self, words: str) -> None:
        QMessageBox.warning(self._window, tr("Export data"), wrappable(words))

    def _report_failed(self, error: Exception) -> None:
        # Raised in the window's thread, so that the dialog for uncaught errors shows it.
        raise error


class _Saver(QThread):
    """Writes a subset of a pack to a file."""

    saved = Signal(object)
    """The path that was written."""
    refused = Signal(str)
    """Why it could not be written, and the remedy."""
    failed = Signal(object)
    """The exception, where the program itself failed."""

    def __init__(self, view: View, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._path = path

    def run(self) -> None:
        try:
            make = FORMATS[self._path.suffix.lower().removeprefix(".")]
            write(self._path, make(self._view.dataset, subset_of(self._view)))
        except (ExportError, TooLargeError) as error:
            self.refused.emit(str(error))
        except Exception as error:
            self.failed.emit(error)
        else:
            self.saved.emit(self._path)
