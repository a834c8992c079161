"""A pack that others change is read again: on F5, and by itself."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.packs import change, put, zipped
from tests.ui.user import User, open_window

Write = Callable[[Path, str], object]


@pytest.fixture
def reading(qtbot: QtBot, app: QApplication, other: Path) -> User:
    """A user who has the other pack open, and has selected a speaker in it."""
    user = User(qtbot, open_window(qtbot, other))
    user.click_row("yu-bo")
    return user


def rename(pack: Path, name: str) -> None:
    change(pack, "speakers", put(3, name=name))


def test_f5_shows_what_has_changed_and_keeps_what_is_selected(
    qtbot: QtBot, reading: User, other: Path
) -> None:
    assert reading.window.navigation.history.current.selection.ids == ("yu-bo",)
    rename(other, "Another Name")
    with qtbot.waitSignal(reading.window.view_shown, timeout=30_000):
        reading.press(Qt.Key.Key_F5)
    assert reading.heading.startswith("Another Name")
    assert reading.chosen_rows == ["Another Name"]


def replace(pack: Path, name: str) -> None:
    """Write a new file beside the old one and give it the name, as many editors do."""
    lines = (pack / "speakers.csv").read_text(encoding="utf-8").splitlines()
    cells = lines[2].split(",")
    lines[2] = ",".join([cells[0], name, *cells[2:]])
    beside = pack / "speakers.tmp"
    beside.write_text("\n".join(lines), encoding="utf-8")
    beside.replace(pack / "speakers.csv")


@pytest.mark.parametrize("write", [rename, replace])
def test_a_file_that_another_program_writes_is_read_anew(
    qtbot: QtBot, reading: User, other: Path, write: Write
) -> None:
    for name in ("First Name", "Second Name"):
        with qtbot.waitSignal(reading.window.view_shown, timeout=30_000):
            write(other, name)
        assert reading.heading.startswith(name)
        assert reading.chosen_rows == [name]


def test_a_zip_that_is_written_anew_is_read_anew(
    qtbot: QtBot, app: QApplication, other: Path
) -> None:
    user = User(qtbot, open_window(qtbot, zipped(other)))
    user.click_row("yu-bo")
    rename(other, "Another Name")
    with qtbot.waitSignal(user.window.view_shown, timeout=30_000):
        zipped(other)
    assert user.heading.startswith("Another Name")


def test_what_broke_meanwhile_is_said_and_the_old_stays(
    qtbot: QtBot, reading: User, other: Path
) -> None:
    before = reading.text
    change(other, "speakers", put(3, region_id="nowhere"))
    reading.wait_for_problems()
    assert "region_id 'nowhere' is not in regions.csv" in str(reading.listed_problems)
    assert reading.text == before
    with qtbot.waitSignal(reading.window.view_shown, timeout=30_000):
        change(other, "speakers", put(3, region_id="tianjin", name="Mended"))
    assert reading.heading.startswith("Mended")


def test_what_is_gone_is_selected_no_more(qtbot: QtBot, reading: User, other: Path) -> None:
    def leave(rows: list[dict[str, str]]) -> None:
        for row in rows:
            row["speaker_id"] = "" if row.get("speaker_id") == "yu-bo" else row["speaker_id"]

    for table in ("paragraphs", "statements", "figures", "links"):
        change(other, table, leave)
    with qtbot.waitSignal(reading.window.view_shown, timeout=30_000):
        change(other, "speakers", lambda rows: rows.pop(1))
    assert reading.chosen_rows not in ([], ["Yu Bo"])
