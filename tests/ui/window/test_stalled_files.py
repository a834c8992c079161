"""What has the name of a file and never answers is refused, and the window goes on."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from jjjviewer.ui.draft.new_draft_dialog import NewDraftDialog
from jjjviewer.ui.text.text_pane import TextPane
from tests.packs import zipped
from tests.ui.packs.test_opening import drop
from tests.ui.user import User, open_window


def pipe_at(path: Path) -> Path:
    """Put a pipe, into which nobody writes, in the place of a file."""
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    return path


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes of that kind")
def test_pipes_are_refused_wherever_a_file_is_asked_for(
    qtbot: QtBot,
    app: QApplication,
    other: Path,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    pack = zipped(other)
    user = User(qtbot, open_window(qtbot, pack))
    before = user.text
    pipe, text = pipe_at(tmp_path / "pipe.zip"), pipe_at(tmp_path / "pipe.txt")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(pipe), ""))

    def refused(act: Callable[[], object], name: str) -> None:
        act()
        user.wait_for_problems()
        assert name in str(user.listed_problems)
        assert "is neither a file nor a folder." in str(user.listed_problems)
        user.problems.hide()

    refused(user.action("Open pack…").trigger, "pipe.zip")
    refused(lambda: drop(user.window, pipe), "pipe.zip")
    user.window.menu_actions.set_recent([pipe])
    refused(user.recent(pipe).trigger, "pipe.zip")
    pipe_at(pack)
    refused(lambda: user.press(Qt.Key.Key_F5), pack.name)
    user.action("Import collection…").trigger()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert "This is a pipe or a device. Choose a file." in told[0]
    drop(user.window, text)
    words = user.window.findChildren(TextPane)[0].findChildren(QLabel)[0]
    qtbot.waitUntil(lambda: "This is a pipe or a device." in words.text())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(text), ""))
    user.action("New from text…").trigger()
    dialog = user.window.findChildren(NewDraftDialog)[0]
    user.click(next(each for each in dialog.findChildren(QPushButton) if "file" in each.text()))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert "This is a pipe or a device." in told[1]
    assert user.text == before
