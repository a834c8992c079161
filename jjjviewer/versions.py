"""What a report of a fault says of the program and the system it runs on."""

import platform
import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from jjjviewer import __version__

_LIBRARIES = ("PySide6", "pandas", "numpy")


def versions() -> tuple[str, ...]:
    """Return lines that name the versions of all that takes part."""
    # Only what is loaded already: a failing import must not fail again here.
    loaded = ((name, sys.modules.get(name)) for name in _LIBRARIES)
    libraries = [
        f"{name} {getattr(module, '__version__', '?')}" for name, module in loaded if module
    ]
    return (
        f"JJJ Viewer {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {', '.join(libraries)}",
        f"{platform.platform()}, {QGuiApplication.platformName()}",
    )
