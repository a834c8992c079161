"""What a window that rests holds, and how fast its machine is meanwhile."""

import ctypes
import gc
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import Shiboken

from jjjviewer.bench.measures import speed
from jjjviewer.export.report.making import Content, report_of
from jjjviewer.export.report.pdf import pdf
from jjjviewer.model.view import View
from jjjviewer.ui.explore.explore_tools import ExploreTools
from jjjviewer.ui.window.main_window import MainWindow

_USUAL = 39.0
"""Milliseconds in which a usual machine adds a million times."""


class Rest(NamedTuple):
    """A window at rest."""

    memory: float
    """In MiB: what the process has filled itself, not the libraries that it shares with others."""
    objects: Counter[str]
    """By their class."""
    slowness: float
    """How many times as long as a usual machine this one takes, at least 1."""


def rest() -> Rest:
    """Measure what is held now, once all that is free has gone back to the system."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    classes = Counter(type(each).__name__ for each in Shiboken.getAllValidWrappers())
    return Rest(_anonymous(), classes, max(1.0, speed() / _USUAL))


def _anonymous() -> float:
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Anonymous")) / 1024


def load_once(view: View) -> None:
    """Make a report, for which Typst keeps 36 to 46 MiB from the first one on."""
    for _ in range(4):
        pdf(report_of(Content(view, ())))


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
