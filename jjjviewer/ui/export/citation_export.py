"""Saving the citations of what is shown, as text or for a reference manager."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.export.atomic_write import ExportError, write
from jjjviewer.export.citations import FORMATS, citations_of
from jjjviewer.export.file_names import selection_name
from jjjviewer.model.view import View
from jjjviewer.ui.shared.errors import show_refusal
from jjjviewer.ui.shared.save_path import folder_or_documents, with_ending
from jjjviewer.ui.shared.settings import CITATION_FORMAT, DATA_FOLDER, Settings


class CitationExport(QObject):
    """Asks for a file and its format, and writes the citations of a view.

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

    def export(self, view: View) -> None:
        """Write the citations of all statements and figures of a view, where the user says."""
        title, cited = tr("Export citations"), citations_of(view)
        kinds = {f"{each.name} (*.{each.suffix})": key for key, each in FORMATS.items()}
        by_key = {key: kind for kind, key in kinds.items()}
        wanted = self._settings[CITATION_FORMAT]
        # With a suffix: Qt would take another dot in the name for where it begins.
        stem = selection_name(view.selection, view.filter)
        name = f"{stem}-citations.{FORMATS[wanted].suffix}"
        suggested = folder_or_documents(self._settings[DATA_FOLDER]) / name
        chosen, kind = QFileDialog.getSaveFileName(
            self._window,
            title,
            str(suggested),
            ";;".join(kinds),
            by_key[wanted],
        )
        if not chosen:
            return
        format_ = FORMATS[kinds[kind]]
        path = with_ending(Path(chosen), format_.suffix)
        try:
            write(path, format_.write(cited).encode())
        except ExportError as error:
            show_refusal(title, error, self._window)
            return
        self._settings[CITATION_FORMAT] = kinds[kind]
        self._settings[DATA_FOLDER] = str(path.parent)
        count = len(cited)
        words = tr("{count} citations saved: {path}")
        if count == 1:
            words = tr("1 citation saved: {path}")
        self.saved.emit(words.format(count=count, path=path), path.parent)
