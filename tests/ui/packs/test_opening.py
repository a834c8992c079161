"""Other packs: opened from the menu, a drop or the list; what was open stays until they are."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressBar
from pytestqt.qtbot import QtBot

from jjjviewer.app import build
from jjjviewer.model import frames
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.search import Search
from jjjviewer.ui.packs import loader as loader_module
from jjjviewer.ui.packs.loader import Loader
from jjjviewer.ui.search.search_field import SearchField
from jjjviewer.ui.window.main_window import MainWindow
from jjjviewer.ui.window.navigation import Navigation
from tests.packs import zipped
from tests.ui.user import User, open_window, show


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drag files over a window and let them go if it takes them; return whether it did."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = window.rect().center()
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, action, data, button, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPoint(middle), action, data, button, none))
    return enter.isAccepted()


def opened(qtbot: QtBot, user: User, do: Callable[[], object]) -> None:
    """Do something that opens a pack, and wait for it."""
    with qtbot.waitSignal(user.window.view_shown, timeout=30_000):
        do()


def test_a_pack_is_opened_from_the_menu(
    qtbot: QtBot, user: User, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(other / "datapackage.json")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))
    opened(qtbot, user, user.action("Open pack…").trigger)
    assert "Somebody Else" in user.text


def test_a_folder_is_opened_from_the_menu_and_the_bundled_pack_again(
    qtbot: QtBot, user: User, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    opened(qtbot, user, user.action("Open pack folder…").trigger)
    assert "Somebody Else" in user.text
    opened(qtbot, user, user.action("Open the interview of 2022").trigger)
    assert "Somebody Else" not in user.text
    assert "Wang Youguo" in user.text


def test_thinking_better_of_it_changes_nothing(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    user.action("Open pack…").trigger()
    assert "Wang Youguo" in user.text
    assert "Opening" not in user.labels


def test_a_zip_that_is_dropped_on_the_window_is_opened(
    qtbot: QtBot, user: User, other: Path
) -> None:
    user.click_row("hebei")
    opened(qtbot, user, lambda: drop(user.window, zipped(other)))
    assert "Somebody Else" in user.text
    assert user.chosen_rows == ["Beijing-Tianjin-Hebei"]


def test_several_files_at_once_are_not_taken(user: User, other: Path) -> None:
    assert not drop(user.window, other, other)
    assert not drop(user.window)


def test_packs_that_were_opened_are_offered_again(
    qtbot: QtBot, app: QApplication, other: Path
) -> None:
    first = User(qtbot, open_window(qtbot, other))
    opened(qtbot, first, first.action("Open the interview of 2022").trigger)
    first.window.close()
    later = User(qtbot, open_window(qtbot))
    assert "Somebody Else" not in later.text
    opened(qtbot, later, later.recent(other).trigger)
    assert "Somebody Else" in later.text


def test_a_pack_that_has_gone_is_no_longer_offered(
    qtbot: QtBot, app: QApplication, other: Path
) -> None:
    user = User(qtbot, open_window(qtbot, other))
    other.rename(other.with_name("moved"))
    user.recent(other).trigger()
    qtbot.waitUntil(lambda: bool(user.listed_problems))
    assert "nothing is there" in user.listed_problems[0]
    assert not user.action("Open recent").isEnabled()
    assert "Somebody Else" in user.text


def test_the_pack_of_the_last_time_is_opened_with_its_selection(
    qtbot: QtBot, app: QApplication, other: Path
) -> None:
    first = User(qtbot, open_window(qtbot, other))
    first.click_row("wang-youguo")
    first.window.close()
    later = User(qtbot, open_window(qtbot))
    assert later.heading.startswith("Somebody Else")


def test_opening_shows_how_far_it_is_and_can_be_cancelled(
    qtbot: QtBot, user: User, other: Path, held: threading.Event
) -> None:
    drop(user.window, other)
    bar = user.window.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    qtbot.waitUntil(lambda: bar.value() >= 50)
    assert "Opening pack…" in user.labels
    user.click_row("hebei")
    assert user.heading.startswith("Hebei")
    *_, loader = user.window.findChildren(Loader)
    with qtbot.waitSignal(loader.finished):
        user.click(user.button("Cancel"))
        held.set()
    assert "Opening" not in user.labels
    assert user.heading.startswith("Hebei")


def test_opening_another_gives_up_the_one_before(
    qtbot: QtBot, user: User, other: Path, tmp_path: Path, held: threading.Event
) -> None:
    drop(user.window, tmp_path / "nowhere" / "slow")
    drop(user.window, other)
    third = zipped(other)
    drop(user.window, third)
    opened(qtbot, user, held.set)
    assert "Somebody Else" in user.text
    assert user.listed_problems == []
    assert user.recent(third).isEnabled()


def test_cancelling_the_first_pack_shows_the_bundled_one(
    qtbot: QtBot, app: QApplication, other: Path, held: threading.Event
) -> None:

    window = build(other)
    qtbot.addWidget(window)
    show(qtbot, window)
    user = User(qtbot, window)
    with qtbot.waitSignal(window.view_shown, timeout=30_000):
        user.click(user.button("Cancel"))
        held.set()
    assert "Wang Youguo" in user.text


def test_a_fault_of_the_program_leaves_what_is_open_and_is_reported(
    qtbot: QtBot, user: User, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frames, "_join_links", lambda *_: 1 / 0)
    user.click_row("hebei")
    with qtbot.captureExceptions() as caught:
        drop(user.window, other)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert user.heading.startswith("Hebei")


def test_what_was_loading_goes_on_when_another_pack_is_refused(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    window = build(None)
    qtbot.addWidget(window)
    show(qtbot, window)
    user = User(qtbot, window)
    with qtbot.waitSignal(window.view_shown, timeout=30_000):
        drop(window, tmp_path / "nowhere")
    assert "Wang Youguo" in user.text
    assert "nothing is there" in user.listed_problems[0]


def test_what_is_open_is_searched_though_another_pack_was_refused_before_it_could_be(
    qtbot: QtBot, app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = threading.Event()

    def late(dataset: Dataset) -> Search:
        assert refused.wait(30)
        return Search(dataset)

    monkeypatch.setattr(loader_module, "Search", late)
    window = build(None)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.view_shown, timeout=30_000):
        show(qtbot, window)
    field = window.findChild(SearchField)
    assert isinstance(field, SearchField)
    drop(window, tmp_path / "nowhere")
    user = User(qtbot, window)
    user.wait_for_problems()
    assert not field.is_ready
    with qtbot.waitSignal(field.ready, timeout=30_000):
        refused.set()
    assert "Wang Youguo" in user.text


def test_nothing_of_the_last_pack_can_be_clicked_while_the_next_one_is_shown(
    qtbot: QtBot, user: User, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    show_first = Navigation._show_first

    def look(navigation: Navigation) -> None:
        said.append(user.text)
        assert not user.canvas.isVisible()
        show_first(navigation)

    monkeypatch.setattr(Navigation, "_show_first", look)
    opened(qtbot, user, lambda: user.window.open_pack(other))
    assert said == ["Loading…"]
    assert "Somebody Else" in user.text
