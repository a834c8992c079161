"""The dialog that asks for the text to make a pack of."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.translation import tr
from jjjviewer.text.suffixes import SUFFIXES
from jjjviewer.ui.shared.save_path import folder_or_documents
from jjjviewer.ui.shared.settings import TEXT_FOLDER, Settings

_MARGIN = 16
_WIDTH = 460


class NewDraftDialog(QDialog):
    """Takes a text from a file, from the clipboard, or dropped onto it.

    Args:
        settings: where the folder of texts is saved.
        parent: the Qt parent.
    """

    file_chosen = Signal(object)
    """The path of a text."""
    pasted = Signal(str, str)
    """The plain text and the HTML of the clipboard."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("New from text"))
        self.setAcceptDrops(True)
        words = QLabel(
            tr(
                "Open an article (.txt, .md, .html, .docx, .epub or .pdf), paste it, or drop the "
                "file here. The program proposes its speakers, figures and places; you decide on "
                "each. The file is never changed, and every decision is kept at once."
            ),
            self,
        )
        words.setWordWrap(True)
        choose = QPushButton(tr("&Open a file…"), self)
        choose.setDefault(True)
        choose.clicked.connect(self._choose)
        paste = QPushButton(tr("&Paste from the clipboard"), self)
        paste.setEnabled(bool(QGuiApplication.clipboard().text()))
        paste.clicked.connect(self._paste)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(_MARGIN // 2)
        for each in (words, choose, paste, buttons):
            layout.addWidget(each)
        self.resize(_WIDTH, self.sizeHint().height())

    def _choose(self) -> None:
        kinds = tr("Texts ({kinds})", kinds=" ".join(f"*{each}" for each in SUFFIXES))
        folder = str(folder_or_documents(self._settings[TEXT_FOLDER]))
        name, _ = QFileDialog.getOpenFileName(self, tr("New from text"), folder, kinds)
        if name:
            self._take(Path(name))

    def _take(self, path: Path) -> None:
        self._settings[TEXT_FOLDER] = str(path.parent)
        self.file_chosen.emit(path)
        self.accept()

    def _paste(self) -> None:
        clipboard = QGuiApplication.clipboard()
        html, _ = clipboard.text("html")
        self.pasted.emit(clipboard.text(), html)
        self.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := _file(event):
            event.acceptProposedAction()
            self._take(path)


def _file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
