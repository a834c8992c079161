"""The dialog that asks what data is to be saved, in which format and where."""

import re
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.translation import tr
from jjjviewer.export.file_names import selection_name
from jjjviewer.model.view import View
from jjjviewer.ui.packs.contents import Contents
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.save_path import ask_path, folder_or_documents, with_ending
from jjjviewer.ui.shared.settings import DATA_FOLDER, DATA_FORMAT, Settings

_LONGEST_PART = 60
_ENDINGS = {"zip": ".jjj.zip"}
"""The suffix by which desktops recognise a pack."""


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
                "part": tr("Selection: {name}", name=wording.shortened(selected, wording.SHORT)),
                "whole": tr("The whole pack"),
            },
            "part",
        )
        self._format, formats = self._group(
            tr("Format"),
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
    accepted, whole, suffix = dialog.exec(), dialog.whole, dialog.suffix
    dialog.deleteLater()
    if not accepted:
        return None
    is_part = not whole and view.selection.members
    part = f"-{selection_name(view.selection, view.filter)}" if is_part else ""
    suggested = _suggested(contents, part[:_LONGEST_PART], suffix, settings)
    ending = _ENDINGS.get(suffix, "")
    path = ask_path(parent, tr("Export data"), suggested, suffix, ending)
    if path is None:
        return None
    settings[DATA_FORMAT] = suffix
    settings[DATA_FOLDER] = str(path.parent)
    return Target(path, whole)


def _suggested(contents: Contents, part: str, suffix: str, settings: Settings) -> Path:
    ending = re.compile(r"(\.jjj)?\.zip$|\.xlsx$|\.ods$", re.IGNORECASE)
    pack = ending.sub("", contents.path.name)
    folder = folder_or_documents(settings[DATA_FOLDER])
    return with_ending(folder / f"{pack}{part}", suffix, _ENDINGS.get(suffix, ""))
