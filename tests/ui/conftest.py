"""A window as its users see it: shown, loaded, on the bundled pack."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jjjviewer.ui.main_window import MainWindow
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
