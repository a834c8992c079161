"""Start-up of the window, in order."""

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from jjjviewer import __version__, startup
from jjjviewer.charts.typeface import load_fonts
from jjjviewer.paths import resource
from jjjviewer.ui.shared import errors
from jjjviewer.ui.shared.painting import after_first_paint
from jjjviewer.ui.shared.settings import stored_settings
from jjjviewer.ui.window.instance import Instance, bring_forward
from jjjviewer.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from jjjviewer.ui.window.connections import Connections

NAME = "jjjviewer"
"""Name of the desktop file and class of the window, by which desktops match the two."""
_SETTLED = 1_500
"""Milliseconds until start-up has settled; a second start waits longer than that."""


class Application(QApplication):
    """The application. On macOS it gets packs by an event, not by an argument."""

    pack_requested = Signal(object)
    """The path of a pack that the system asks to open."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.pack_requested.emit(Path(event.file()))
            return True
        return super().event(event)


def make_application() -> Application:
    """Return the application with name, style and icon."""
    application = Application([NAME])
    application.setApplicationName(NAME)
    application.setApplicationDisplayName("JJJ Viewer")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(NAME)
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(str(resource("icons/app.svg"))))
    return application


def import_connections() -> "type[Connections]":
    """Import what the first paint does not need: pandas, the panes and their dependencies."""
    import PySide6.QtNetwork  # noqa: F401  # which `Instance.listen` needs soon

    from jjjviewer.ui.window.connections import Connections

    return Connections


def build(pack: Path | None) -> MainWindow:
    """Return the window for a pack, not yet shown; an application must exist."""
    load_fonts()
    # Fields write numbers as the words around them do, whatever the language of the system.
    QLocale.setDefault(QLocale(QLocale.Language.English))
    window = MainWindow(stored_settings(), import_connections)
    window.start(pack)
    return window


def run(pack: Path | None) -> int:
    """Show the window until it is closed, or hand over to the instance that is running."""
    application = make_application()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    instance = Instance()
    if instance.hand_over(pack):
        return 0
    window = build(pack)
    application.pack_requested.connect(window.open_pack)
    instance.start_requested.connect(lambda pack: open_request(window, pack))
    after_first_paint(window, lambda: QTimer.singleShot(_SETTLED, instance.listen))
    sys.excepthook = errors.hook(window)
    window.view_shown.connect(startup.end, Qt.ConnectionType.SingleShotConnection)
    window.show()
    code = application.exec()
    instance.close()
    return code


def open_request(window: MainWindow, pack: Path | None) -> None:
    """Raise a window, and open the pack that another start was given."""
    bring_forward(window)
    if pack is not None:
        window.open_pack(pack)
