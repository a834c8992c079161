"""The About dialog: the program, the data shown and their caveat, and the licences."""

import platform
from html import escape
from importlib import metadata

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from jjjviewer import __version__
from jjjviewer.charts.translation import tr
from jjjviewer.model.reading.descriptor import Source
from jjjviewer.ui.shared import errors
from jjjviewer.ui.shared.announce import announce

_SIZE = (620, 560)
_LIBRARIES = {
    "PySide6-Essentials": "LGPL 3",
    "pandas": "BSD 3-Clause",
    "numpy": "BSD 3-Clause",
    "pyqtgraph": "MIT",
    "RapidFuzz": "MIT",
    "pypdf": "BSD 3-Clause",
    "python-calamine": "MIT",
    "typst": "Apache 2.0",
    "XlsxWriter": "BSD 2-Clause",
}
"""The libraries the program uses, with their licences."""


class AboutDialog(QDialog):
    """Shows a page that can be copied, with a link to the error log.

    Args:
        source: the source of the open pack.
        parent: the Qt parent.
    """

    def __init__(self, source: Source | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About JJJ Viewer"))
        self._page = QTextBrowser(self)
        self._page.setAccessibleName(tr("About JJJ Viewer"))
        self._page.setOpenLinks(False)
        self._page.anchorClicked.connect(_open)
        self._page.document().setDocumentMargin(16)
        self._page.setHtml(about_words(source))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._page, 1)
        layout.addWidget(buttons)
        self.resize(*_SIZE)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._page.toPlainText())
        announce(self, tr("Copied."))


def about_words(source: Source | None) -> str:
    """Return the page as HTML."""
    parts = [
        f"<h2>JJJ Viewer {__version__}</h2>",
        _paragraph(
            tr("Who said what about Beijing-Tianjin-Hebei, and which figures stand behind it.")
        ),
    ]
    if source is not None:
        parts += [
            f"<h3>{tr('Data')}</h3>",
            _paragraph(source.citation),
            _paragraph(source.caveat),
        ]
    parts += [
        f"<h3>{tr('Licences')}</h3>",
        _paragraph(
            tr(
                "Program: MIT. Bundled interview: CC BY 4.0; positions of places from GeoNames "
                "(CC BY 4.0) and others. Typeface: SIL Open Font License 1.1. Icons: Lucide, ISC. "
                "Pinyin: pypinyin, MIT."
            )
        ),
        f"<p>{'<br>'.join(_libraries())}</p>",
        f"<h3>{tr('When something goes wrong')}</h3>",
        _paragraph(tr("Errors are written to this file:")) + _link_to_log(),
    ]
    return "".join(parts)


def _paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>" if words else ""


def _libraries() -> list[str]:
    versions = [f"Python {platform.python_version()}, PSF", f"Qt {qVersion()}, LGPL 3"]
    for name, licence in _LIBRARIES.items():
        try:
            version = f" {metadata.version(name)}"
        except metadata.PackageNotFoundError:
            # A frozen application may lack the metadata of its libraries.
            version = ""
        versions.append(f"{name}{version}, {licence}")
    return versions


def _link_to_log() -> str:
    path = errors.log_path()
    # The log exists only after an error.
    folder = QUrl.fromLocalFile(str(path.parent)).toString()
    words = escape(str(path))
    return f"<p><a href='{escape(folder)}'>{words}</a></p>" if path.exists() else f"<p>{words}</p>"


def _open(url: QUrl) -> None:
    QDesktopServices.openUrl(url)
