"""Handling errors of the program itself: a log and one dialog, while the window stays open."""

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared.wording import wrappable
from jjjviewer.versions import versions

_LOG = logging.getLogger("jjjviewer")
_LARGEST_LOG = 200_000
_LOG_BACKUPS = 2

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def log_path() -> Path:
    """Return the file that errors are logged to."""
    location = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(location)) / "errors.log"


def _handler() -> logging.Handler:
    # Imported late: it takes long to import, and most runs log nothing.
    from logging.handlers import RotatingFileHandler

    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=_LARGEST_LOG, backupCount=_LOG_BACKUPS, encoding="utf-8"
        )
    except OSError:
        # Without a log file, the report in the dialog has to suffice.
        return logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    return handler


def record(error: BaseException) -> str:
    """Log an error and return its report: versions, platform and where it happened."""
    text = "\n".join((
        *versions(),
        "",
        "".join(traceback.format_exception(error)),
    ))  # fmt: skip
    if not _LOG.handlers:
        _LOG.addHandler(_handler())
    _LOG.error("%s", text)
    return text


def hook(parent: QWidget) -> Hook:
    """Return an excepthook that shows a dialog over a window, one error at a time."""
    open_dialogs: list[QMessageBox] = []

    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = record(error.with_traceback(trace))
        if open_dialogs:
            # Painting the dialog may raise again: such errors are only logged.
            return
        dialog = _dialog(parent, error, text)
        open_dialogs.append(dialog)
        dialog.finished.connect(open_dialogs.clear)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    return report


def show_refusal(title: str, error: Exception | str, parent: QWidget) -> None:
    """Say in a dialog why something was not done, in words that may name a path of any length."""
    show_box(QMessageBox.Icon.Warning, title, wrappable(error), parent)


def show_box(icon: QMessageBox.Icon, title: str, text: str, parent: QWidget) -> None:
    """Show a text as it is, and do not wait until it is read."""
    box = QMessageBox(icon, title, text, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def _dialog(parent: QWidget, error: BaseException, text: str) -> QMessageBox:
    dialog = QMessageBox(parent)
    dialog.setIcon(QMessageBox.Icon.Warning)
    dialog.setTextFormat(Qt.TextFormat.PlainText)
    dialog.setWindowTitle(tr("Something went wrong"))
    dialog.setText(tr("An error occurred in JJJ Viewer. You can continue working."))
    log = tr("Details are in {path}", path=log_path())
    dialog.setInformativeText(f"{type(error).__name__}: {wrappable(error)}\n\n{log}")
    dialog.setDetailedText(text)
    copy = dialog.addButton(tr("Copy report"), QMessageBox.ButtonRole.ActionRole)
    # A message box closes on any button; this one must stay open.
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
    dialog.setDefaultButton(dialog.addButton(QMessageBox.StandardButton.Close))
    return dialog
