"""Versions of program, libraries and system, for error reports."""

import platform
import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from jjjviewer import __version__

_LIBRARIES = ("PySide6", "pandas", "numpy")


def versions() -> tuple[str, ...]:
    """Return the versions, a line each for program and libraries, and for the platform."""
    # Only loaded modules: an import that has failed must not fail again here.
    loaded = ((name, sys.modules.get(name)) for name in _LIBRARIES)
    libraries = [
        f"{name} {getattr(module, '__version__', '?')}" for name, module in loaded if module
    ]
    return (
        f"JJJ Viewer {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {', '.join(libraries)}",
        f"{platform.platform()}, {QGuiApplication.platformName()}",
    )
