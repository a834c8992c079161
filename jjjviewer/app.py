"""Start-up of the window, in order."""

import gc
import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from jjjviewer import __version__
from jjjviewer.charts.text import load_fonts
from jjjviewer.paths import resource
from jjjviewer.ui import errors
from jjjviewer.ui.main_window import MainWindow
from jjjviewer.ui.settings import Settings

NAME = "jjjviewer"
"""As the desktop knows it: in the name of the desktop file and the class of the window."""


def make_application() -> QApplication:
    """Return the application, named and dressed."""
    # One thread is enough for sums of this size, and the others take their time to start.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    application = QApplication([NAME])
    application.setApplicationName(NAME)
    application.setApplicationDisplayName("JJJ Viewer")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(NAME)
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(str(resource("icons/app.svg"))))
    return application


def build(pack: Path | None) -> MainWindow:
    """Return the window on a pack, not yet shown; an application must exist."""
    load_fonts()
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, NAME, NAME)
    window = MainWindow(Settings(store))
    window.start(pack)
    return window


def run(pack: Path | None) -> int:
    """Show the window until it is closed."""
    # What start-up makes stays: looking through it for garbage takes a tenth of a second.
    gc.disable()
    application = make_application()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window = build(pack)
    sys.excepthook = errors.hook(window)
    window.view_shown.connect(gc.freeze, Qt.ConnectionType.SingleShotConnection)
    window.view_shown.connect(gc.enable, Qt.ConnectionType.SingleShotConnection)
    window.show()
    return application.exec()
