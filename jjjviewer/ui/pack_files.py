"""Packs as files on the user's desk: chosen in a dialog, dropped on the window, opened before."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.model.schema import DESCRIPTOR
from jjjviewer.ui.settings import RECENT, Settings

_MOST_RECENT = 8


def ask_file(parent: QWidget, folder: Path) -> Path | None:
    """Let the user choose a pack's .zip or its descriptor."""
    kinds = tr("Packs (*.zip {descriptor})", descriptor=DESCRIPTOR)
    name, _ = QFileDialog.getOpenFileName(parent, tr("Open pack"), str(folder), kinds)
    return Path(name) if name else None


def ask_folder(parent: QWidget, folder: Path) -> Path | None:
    """Let the user choose the folder of a pack."""
    name = QFileDialog.getExistingDirectory(parent, tr("Open pack folder"), str(folder))
    return Path(name) if name else None


def dropped(data: QMimeData) -> Path | None:
    """The one file or folder that is dragged, or None."""
    urls = data.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def recent(settings: Settings) -> list[Path]:
    """The packs that were opened before, the latest first."""
    return [Path(line) for line in settings[RECENT].splitlines() if line][:_MOST_RECENT]


def remember(settings: Settings, pack: Path) -> None:
    """Put a pack first among those that were opened."""
    _store(settings, [pack, *(each for each in recent(settings) if each != pack)])


def forget(settings: Settings, pack: Path) -> None:
    """Take a pack that is gone from those that were opened."""
    _store(settings, [each for each in recent(settings) if each != pack])


def _store(settings: Settings, packs: Sequence[Path]) -> None:
    settings[RECENT] = "\n".join(map(str, packs[:_MOST_RECENT]))
