"""A pack that offers no map says why."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jjjviewer import cli
from tests.packs import Row, change, copy_of_bundled
from tests.ui.user import User, open_window

WHY = "No map: no place has a position."


def without_positions(folder: Path) -> Path:
    def clear(rows: list[Row]) -> None:
        for row in rows:
            row.update(lat="", lon="", precision="none")

    copy = copy_of_bundled(folder)
    change(copy, "entities", clear)
    return copy


def said(user: User) -> str:
    """What the status bar says, in full."""
    labels = user.window.statusBar().findChildren(QLabel)
    return " ".join(label.accessibleName() for label in labels)


def test_the_status_bar_states_why_there_is_no_map(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    user = User(qtbot, open_window(qtbot, without_positions(tmp_path)))
    assert "Map" not in user.chart_types()
    assert WHY in said(user)


def test_there_is_no_message_where_there_is_a_map(qtbot: QtBot, app: QApplication) -> None:
    user = User(qtbot, open_window(qtbot))
    assert "Map" in user.chart_types()
    assert "No map" not in said(user)


def test_the_check_command_reports_that_too(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert cli.run(["check", str(without_positions(tmp_path))]) == 0
    assert WHY in capsys.readouterr().out
