"""Making the classes of Qt ready, which PySide does for each when it is first asked for.

While one thread does so, another that comes upon the class half made may end the program. What is
imported in a thread may therefore ask for none that is not ready; and pyqtgraph asks for all.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from time import perf_counter
from types import ModuleType

from PySide6.QtCore import QObject, QTimer

MODULES = (
    "PySide6.QtCore",
    "PySide6.QtGui",
    "PySide6.QtWidgets",
    "PySide6.QtSvg",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtTest",
)
"""Those of Qt that are used in threads; some packages leave the last ones out."""
_AT_ONCE = 0.005
"""Seconds for which the window may wait."""


def make_ready(owner: QObject, then: Callable[[], None]) -> None:
    """Make all classes ready while the window goes on answering; then call a function.

    Args:
        owner: if it goes, the function is not called.
        then: may be called at once, where all are ready.
    """
    left = _classes()

    def go_on() -> None:
        end = perf_counter() + _AT_ONCE
        for module, name in left:
            getattr(module, name)
            if perf_counter() > end:
                QTimer.singleShot(0, owner, go_on)
                return
        then()

    go_on()


def _classes() -> Iterator[tuple[ModuleType, str]]:
    for name in MODULES:
        try:
            module = import_module(name)
        except ImportError:
            continue
        for each in dir(module):
            yield module, each
