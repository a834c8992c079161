"""What every test stands on: no screen, settings of its own, nothing left behind."""

import os
import sys
from collections.abc import Iterator

# Qt reads it when the application is made, which pytest-qt does before any fixture here.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication

from jjjviewer.charts.typeface import load_fonts
from jjjviewer.model.pack import Pack
from tests.packs import load


@pytest.fixture(scope="session")
def pack() -> Pack:
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
def _nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """A window that a test leaves open is a fault; what it copied is wiped."""
    yield
    if QApplication.instance():
        # Without a screen Qt frees the clipboard after Python has gone, and dies of it.
        QApplication.clipboard().clear()
        if "qtbot" not in request.fixturenames:
            assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()]
