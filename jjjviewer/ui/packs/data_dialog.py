"""The dialog that asks what data is to be saved, in which format and where."""

import re
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QMessageBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.translation import tr
from jjjviewer.export.file_names import selection_name
from jjjviewer.model.view import View
from jjjviewer.ui.packs.contents import Contents
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.settings import DATA_FOLDER, DATA_FORMAT, Settings

_LONGEST_PART = 60


class DataDialog(QDialog):
    """Asks which part of a pack is to be saved, and in which format.

    Args:
        selected: the name of the selection.
        suffix: the format chosen last time.
        parent: the Qt parent.
    """

    def __init__(self, selected: str, suffix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export data"))
        self._whole, what = self._group(
            tr("What"),
            {
                "part": tr("What is selected: {name}", name=wording.shortened(selected)),
                "whole": tr("The whole pack"),
            },
            "part",
        )
        self._format, formats = self._group(
            tr("As"),
            {
                "zip": tr("Pack (.zip), which opens here again and holds plain CSV tables"),
                "xlsx": tr("Excel workbook (.xlsx), a sheet for each table; opens here again"),
                "csv": tr("CSV (.csv), the figures as one table with names and source"),
            },
            suffix,
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        save = buttons.addButton(tr("Save…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.setContentsMargins(16, 16, 16, 16)
        for part in (what, formats, buttons):
            layout.addWidget(part)

    def _group(
        self, title: str, choices: dict[str, str], chosen: str
    ) -> tuple[QButtonGroup, QGroupBox]:
        box = QGroupBox(title, self)
        group = QButtonGroup(box)
        layout = QVBoxLayout(box)
        for key, text in choices.items():
            button = QRadioButton(text.replace("&", "&&"), box)
            button.setObjectName(key)
            button.setChecked(key == chosen)
            group.addButton(button)
            layout.addWidget(button)
        return group, box

    @property
    def whole(self) -> bool:
        """Return whether to save the whole pack instead of the selection."""
        return _chosen(self._whole) == "whole"

    @property
    def suffix(self) -> str:
        """The format: zip, xlsx or csv."""
        return _chosen(self._format)


def _chosen(group: QButtonGroup) -> str:
    button = group.checkedButton()
    assert button is not None
    return button.objectName()


class Target(NamedTuple):
    """The file, and whether the whole pack is to be saved."""

    path: Path
    whole: bool


def ask_target(
    parent: QWidget, contents: Contents, view: View, settings: Settings
) -> Target | None:
    """Ask what is to be saved and where; return None if the user cancels."""
    dialog = DataDialog(view.name, settings[DATA_FORMAT], parent)
    if not dialog.exec():
        return None
    is_part = not dialog.whole and view.selection.members
    part = f"-{selection_name(view.selection, view.filter)}" if is_part else ""
    suggested = _suggested(contents, part[:_LONGEST_PART], dialog.suffix, settings)
    path = _ask_path(parent, suggested, dialog.suffix)
    if path is None:
        return None
    settings[DATA_FORMAT] = dialog.suffix
    settings[DATA_FOLDER] = str(path.parent)
    return Target(path, dialog.whole)


def _suggested(contents: Contents, part: str, suffix: str, settings: Settings) -> Path:
    location = QStandardPaths.StandardLocation.DocumentsLocation
    remembered = Path(settings[DATA_FOLDER])
    usable = settings[DATA_FOLDER] and remembered.is_dir()
    folder = remembered if usable else Path(QStandardPaths.writableLocation(location))
    ending = re.compile(r"(\.jjj)?\.zip$|\.xlsx$|\.ods$", re.IGNORECASE)
    pack = ending.sub("", contents.path.name)
    return _with_ending(folder / f"{pack}{part}", suffix)


def _with_ending(path: Path, suffix: str) -> Path:
    """Append the suffix of a format to a path, unless it has it."""
    if path.suffix.lower() == f".{suffix}":
        return path
    # The suffix by which desktops recognise a pack.
    ending = ".jjj.zip" if suffix == "zip" else f".{suffix}"
    return path.with_name(f"{path.name}{ending}")


def _ask_path(parent: QWidget, suggested: Path, suffix: str) -> Path | None:
    """Ask for a file until it is new or may be replaced."""
    kind = f"{suffix.upper()} (*.{suffix})"
    while True:
        name, _ = QFileDialog.getSaveFileName(parent, tr("Export data"), str(suggested), kind)
        if not name:
            return None
        typed = Path(name)
        path = _with_ending(typed, suffix)
        # The file dialog has asked about a file of the name as typed.
        if path == typed or not path.exists() or _may_replace(parent, path):
            return path
        suggested = path


def _may_replace(parent: QWidget, path: Path) -> bool:
    question = tr(
        "'{name}' is in the folder '{folder}' already. Replace it?",
        name=path.name,
        folder=path.parent,
    )
    answer = QMessageBox.question(parent, tr("Export data"), question)
    return answer == QMessageBox.StandardButton.Yes
