"""What every test stands on: no screen, settings of its own, nothing left behind."""

import os
import sys
from collections.abc import Iterator

# Qt reads it when the application is made, which pytest-qt does before any fixture here.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSettings, QStandardPaths, QThread
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from jjjviewer.charts.typeface import load_fonts
from jjjviewer.model.dataset import Dataset
from tests.lanes import mark_slow
from tests.packs import load


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the slow tests before pytest chooses by marker."""
    mark_slow(items)


@pytest.fixture(scope="session")
def pack() -> Dataset:
    """The bundled pack; it is only read."""
    return load()


@pytest.fixture
def app(qapp: QApplication) -> QApplication:
    """The application with the charts' fonts."""
    load_fonts()
    return qapp


@pytest.fixture(autouse=True)
def _own_settings(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep settings and logs of a test out of the user's and out of other tests'."""
    folder = str(tmp_path_factory.mktemp("settings"))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
    if sys.platform.startswith("linux"):
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            monkeypatch.setenv(f"XDG_{name}_HOME", folder)
    else:
        QStandardPaths.setTestModeEnabled(True)


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """A window or a thread that a test leaves behind is a fault; what it copied is wiped.

    What qtbot was told of is closed by then; dialogs and menus over it are not.
    """
    yield
    if application := QApplication.instance():
        # Without a screen Qt frees the clipboard after Python has gone, and dies of it.
        QApplication.clipboard().clear()
        assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        own = application.thread()
        threads = [each for each in Shiboken.getAllValidWrappers() if isinstance(each, QThread)]
        assert not [each for each in threads if each.isRunning() and each is not own]
