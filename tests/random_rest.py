"""What a window that rests holds, and how fast its machine is meanwhile."""

import ctypes
import gc
from collections import Counter
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import Shiboken

from jjjviewer.bench.measures import speed
from jjjviewer.bench.probes import pss
from jjjviewer.ui.explore.explore_tools import ExploreTools
from jjjviewer.ui.window.main_window import MainWindow

_USUAL = 39.0
"""Milliseconds in which a usual machine adds a million times."""


class Rest(NamedTuple):
    """A window at rest."""

    memory: float
    """In MiB."""
    objects: Counter[str]
    """By their class."""
    slowness: float
    """How many times as long as a usual machine this one takes, at least 1."""


def rest() -> Rest:
    """Measure what is held now, once all that is free has gone back to the system."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    classes = Counter(type(each).__name__ for each in Shiboken.getAllValidWrappers())
    return Rest(pss(), classes, max(1.0, speed() / _USUAL))


def put_back(window: MainWindow) -> None:
    """Close all else, and show the window as it was at first."""
    for each in QApplication.topLevelWidgets():
        if each is not window and each.isVisible():
            each.reject() if isinstance(each, QDialog) else each.close()
    window.resize(1280, 800)
    window.menu_actions.normal_size.trigger()
    # Each kind of plot takes memory of its own.
    for tools in window.findChildren(ExploreTools):
        for menu in tools.menus:
            menu.actions()[0].trigger()
