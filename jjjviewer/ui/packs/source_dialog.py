"""The dialog that asks where a folder of tables comes from, which does not say so itself."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.translation import tr
from jjjviewer.model.reading.cells import read_date
from jjjviewer.model.reading.new_descriptor import write_descriptor
from jjjviewer.model.schema import DESCRIPTOR
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.fitting import add_row, wrap
from jjjviewer.ui.shared.text_field import TextField

_WIDTH = 480


class SourceDialog(QDialog):
    """Asks for title, date and citation, and writes them into the folder.

    Args:
        folder: of the tables.
        parent: the Qt parent.
    """

    described = Signal(object)
    """The folder, which is a pack now."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._folder = folder
        self.setWindowTitle(tr("Where is this data from?"))
        words = tr(
            "The folder '{name}' holds tables, but not where they come from. What you write here "
            "stands under every chart, and is saved in the folder as {file}.",
            name=wording.shortened(folder.name, wording.SHORT),
            file=DESCRIPTOR,
        )
        self._title, self._date, self._citation = (TextField(self) for _ in range(3))
        self._date.setPlaceholderText("2022-10-21")
        self._fault = QLabel(self)
        head = QLabel(words, self)
        for label in (head, self._fault):
            wrap(label)
        form = QFormLayout()
        add_row(form, tr("&Title"), self._title)
        add_row(form, tr("&Date"), self._date)
        add_row(form, tr("&Citation"), self._citation)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._open = buttons.addButton(tr("&Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._open.setDefault(True)
        buttons.accepted.connect(self._describe)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(head)
        layout.addLayout(form)
        layout.addWidget(self._fault)
        layout.addWidget(buttons)
        for field in (self._title, self._date, self._citation):
            field.textChanged.connect(self._check)
        self._check()
        self.resize(max(self.sizeHint().width(), _WIDTH), self.sizeHint().height())

    def _check(self) -> None:
        """Say what is missing, and let the folder be opened once nothing is."""
        fault = ""
        if not self._title.text().strip() or not self._citation.text().strip():
            fault = tr("Title and citation are needed.")
        try:
            read_date(self._date.text().strip() or "2022-10-21")
        except ValueError as error:
            fault = str(error)
        self._fault.setText(fault)
        self._open.setEnabled(not fault)

    def _describe(self) -> None:
        texts = (each.text().strip() for each in (self._title, self._date, self._citation))
        try:
            write_descriptor(self._folder, *texts)
        except OSError as error:
            fault = tr("It could not be saved: {reason}.", reason=error.strerror)
            self._fault.setText(fault)
            return
        self.accept()
        self.described.emit(self._folder)
