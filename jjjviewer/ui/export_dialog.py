"""Asks where a chart is to be saved, and in which format."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from jjjviewer.charts.translation import tr


def ask_path(parent: QWidget, suggested: Path) -> Path | None:
    """Let the user choose a file; its suffix is the format. None if they think better of it."""
    filters = {
        "png": tr("PNG image (*.png)"),
        "svg": tr("SVG drawing (*.svg)"),
        "pdf": tr("PDF document (*.pdf)"),
        "csv": tr("CSV table (*.csv)"),
        "xlsx": tr("Excel table (*.xlsx)"),
    }
    first = suggested.suffix.removeprefix(".")
    name, chosen = QFileDialog.getSaveFileName(
        parent, tr("Export chart"), str(suggested), ";;".join(filters.values()), filters[first]
    )
    if not name:
        return None
    wanted = next((suffix for suffix, words in filters.items() if words == chosen), first)
    path = _with_suffix(Path(name), first, wanted, set(filters))
    # The dialog asked about the name that was typed, not about the one made from it.
    if path != Path(name) and path.exists() and not _may_replace(parent, path):
        return None
    return path


def _with_suffix(path: Path, first: str, wanted: str, known: set[str]) -> Path:
    """The path in the format of the filter, unless another format was typed by hand."""
    typed = path.suffix.lower().removeprefix(".")
    if typed not in known:
        return path.with_name(f"{path.name}.{wanted}")
    return path.with_suffix(f".{wanted}") if typed == first else path


def _may_replace(parent: QWidget, path: Path) -> bool:
    question = tr("'{name}' is there already. Replace it?", name=path.name)
    answer = QMessageBox.question(parent, tr("Export chart"), question)
    return answer == QMessageBox.StandardButton.Yes
