"""A window as its users see it: shown, loaded, on the bundled pack."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from jjjviewer.ui.main_window import MainWindow
from tests.ui.dialog import Dialog
from tests.ui.map_reader import Reader
from tests.ui.user import User, open_window


@pytest.fixture
def window(qtbot: QtBot, app: QApplication) -> MainWindow:
    return open_window(qtbot)


@pytest.fixture
def user(qtbot: QtBot, window: MainWindow) -> User:
    return User(qtbot, window)


@pytest.fixture
def reader(user: User) -> Reader:
    return Reader(user)


@pytest.fixture
def into(tmp_path: Path) -> Iterator[Callable[[Dialog], None]]:
    """Choose the folder of the test."""
    yield lambda dialog: dialog.write("Folder", str(tmp_path))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What boxes say that tell faults; nobody has to close them."""
    words: list[str] = []
    monkeypatch.setattr(
        QMessageBox, "open", lambda box: words.append(f"{box.text()}\n{box.informativeText()}")
    )
    return words
