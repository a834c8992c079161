"""A folder of tables that does not say where they come from opens once somebody does."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from jjjviewer.model.errors import NoDescriptorError
from jjjviewer.model.tables import read_tables
from jjjviewer.ui.packs.source_dialog import SourceDialog
from tests.ui.packs.test_opening import drop
from tests.ui.user import User


@pytest.fixture
def tables(other: Path) -> Path:
    (other / "datapackage.json").unlink()
    return other


@pytest.fixture
def dialog(qtbot: QtBot, user: User, tables: Path) -> SourceDialog:
    assert drop(user.window, tables)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=30_000)
    found = QApplication.activeModalWidget()
    assert isinstance(found, SourceDialog)
    return found


def fill(dialog: SourceDialog, *texts: str) -> None:
    for field, text in zip(dialog.findChildren(QLineEdit), texts, strict=True):
        field.clear()
        QTest.keyClicks(field, text)


def button(dialog: SourceDialog, words: str) -> QAbstractButton:
    return next(
        each
        for each in dialog.findChildren(QAbstractButton)
        if each.text().replace("&", "") == words
    )


def test_it_opens_after_title_date_and_citation_are_typed(
    qtbot: QtBot, user: User, dialog: SourceDialog, tables: Path
) -> None:
    fill(dialog, "A title", "2022-10-21", "A paper, 21 October 2022")
    with qtbot.waitSignal(user.window.view_shown, timeout=30_000):
        QTest.mouseClick(button(dialog, "Open"), Qt.MouseButton.LeftButton)
    assert "Somebody Else" in user.text
    source = read_tables(tables).source
    assert source[:1] + source[2:4] == ("A title", "2022-10-21", "A paper, 21 October 2022")


@pytest.mark.parametrize(
    ("texts", "fault"),
    [
        (("", "", ""), "Title and citation are needed."),
        (("A title", "", " "), "Title and citation are needed."),
        (("A title", "2022-02-30", "A paper"), "February 2022 has 28 days."),
        (("A title", "October", "A paper"), "'October' is not a date."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(
    dialog: SourceDialog, tables: Path, texts: tuple[str, ...], fault: str
) -> None:
    fill(dialog, *texts)
    assert any(fault in label.text() for label in dialog.findChildren(QLabel))
    assert not button(dialog, "Open").isEnabled()
    dialog.reject()
    assert not (tables / "datapackage.json").exists()


def test_thinking_better_of_it_leaves_what_is_open(user: User, dialog: SourceDialog) -> None:
    dialog.reject()
    assert "Wang Youguo" in user.text


def test_without_a_window_it_is_said_what_to_do(tables: Path) -> None:
    with pytest.raises(NoDescriptorError, match="Open the folder in the window, which asks for"):
        read_tables(tables)
