"""Asking where a file is to be saved."""

from pathlib import Path

from PySide6.QtCore import QFileInfo, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.text.patience import is_so
from jjjviewer.ui.shared.wording import shortened


def is_folder(path: str | Path) -> bool:
    """Return whether a path, of any length and any signs, leads to a folder."""
    return is_so(QFileInfo(str(path)).isDir)


def folder_or_documents(remembered: str) -> Path:
    """Return the folder that was used last, else that of the user's documents, if it exists."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    # A file dialog would begin in the working folder where it is told of one that is not there.
    return Path(next(filter(is_folder, (remembered, documents)), Path.home()))


def with_ending(path: Path, suffix: str, ending: str = "") -> Path:
    """Append an ending to a path, by default the suffix of the format, unless it has the suffix."""
    if path.suffix.lower() == f".{suffix}":
        return path
    return path.with_name(f"{path.name}{ending or f'.{suffix}'}")


def ask_path(
    parent: QWidget, title: str, suggested: Path, suffix: str, ending: str = ""
) -> Path | None:
    """Ask for a file until it is new or may be replaced; return None if the user cancels.

    Args:
        parent: the Qt parent.
        title: of the dialog.
        suggested: the path that is suggested.
        suffix: of the format.
        ending: what is appended to a name without the suffix, where this is more.
    """
    kind = f"{suffix.upper()} (*.{suffix})"
    while True:
        name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kind)
        if not name:
            return None
        typed = Path(name)
        path = with_ending(typed, suffix, ending)
        # The file dialog has asked about a file of the name as typed.
        if path == typed or not is_so(path.exists) or _may_replace(parent, title, path):
            return path
        suggested = path


def _may_replace(parent: QWidget, title: str, path: Path) -> bool:
    question = tr(
        "“{name}” exists in “{folder}” already. Replace it?",
        name=shortened(path.name),
        folder=shortened(str(path.parent)),
    )
    yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
    return QMessageBox.question(parent, title, question, yes | no, no) == yes
