"""The bundled typeface of charts and window: Latin and Chinese, the same on all machines."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from jjjviewer.paths import resource

FAMILY = "JJJ Sans"


@cache
def load_fonts() -> None:
    """Register the bundled fonts with Qt, once; a QGuiApplication must exist.

    Raises:
        FileNotFoundError: the installation lacks them.
    """
    for file in sorted(resource("fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))
