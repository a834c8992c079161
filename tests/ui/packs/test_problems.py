"""What is doubtful or wrong about a pack is listed, and leads to its rows."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jjjviewer.model.validation import row_warnings
from jjjviewer.ui.shared import wording
from tests.packs import change, put
from tests.ui.packs.test_opening import drop, opened
from tests.ui.user import User, open_window


def test_a_bad_pack_leaves_what_is_open_untouched(user: User, other: Path) -> None:
    user.click_row("hebei")
    change(other, "speakers", put(2, region_id="bejing"))
    change(other, "themes", put(4, sort="second"))
    change(other, "themes", put(2, label=""))
    drop(user.window, other)
    user.wait_for_problems()
    assert user.listed_problems == [
        "themes.csv row 2: label is empty. Fill it in.",
        "themes.csv row 4: sort: 'second' is not a whole number. Write it as 12.",
        "speakers.csv row 2: region_id 'bejing' is not in regions.csv. "
        "Mend it, or add it to regions.csv.",
    ]
    labels = user.problems.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    icon, heading = sorted(labels, key=lambda label: label.x())
    assert not icon.pixmap().isNull()
    assert heading.text() == "“pack” could not be opened: 3 errors"
    assert icon.geometry().right() < heading.x()
    assert heading.geometry().right() < user.button("Copy list").x()
    assert user.heading.startswith("Hebei")
    user.click(user.button("Copy list"))
    assert QGuiApplication.clipboard().text().splitlines() == user.listed_problems
    user.click_problem(0)
    assert user.heading.startswith("Hebei")
    user.press(Qt.Key.Key_Escape)
    assert user.listed_problems == []


def test_doubtful_rows_are_marked_listed_and_gone_to(
    qtbot: QtBot, app: QApplication, doubtful: Path
) -> None:
    user = User(qtbot, open_window(qtbot, doubtful))
    assert "2 rows of this pack have warnings; they are marked." in user.labels
    assert [name for name in user.figure_names if name.startswith("⚠")] == [
        "⚠ Beijing enterprises' capital in Tianjin projects"
    ]
    assert "To be checked: garbled without a note." in user.text
    user.click(user.button("Show"))
    assert [row.split(": ")[0] for row in user.listed_problems] == [
        "figures.csv row 20",
        "statements.csv row 2",
    ]
    user.click_problem(0)
    assert user.heading.startswith("Dai Yongkang")
    assert user.chosen_figures == ["⚠ Beijing enterprises' capital in Tianjin projects"]
    user.click_problem(1)
    assert user.chosen_rows == ["The wider setting"]
    (tinted,) = user.tinted
    assert "Cites the congress report" in tinted


def test_a_cut_list_of_warnings_is_not_presented_as_complete(
    qtbot: QtBot, app: QApplication, doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (row_warnings, wording):
        monkeypatch.setattr(module, "MOST_PROBLEMS", 2)
    change(doubtful, "figures", put(21, value="1"))
    user = User(qtbot, open_window(qtbot, doubtful))
    said = "At least 2 warnings about rows of this pack; these rows are marked."
    assert said in user.labels


def test_the_list_of_doubts_is_in_the_menu_where_there_are_any(
    qtbot: QtBot, app: QApplication, doubtful: Path
) -> None:
    user = User(qtbot, open_window(qtbot, doubtful))
    user.click(user.button("✕"))
    assert "doubtful" not in user.labels
    user.action("Problems in the pack").trigger()
    assert len(user.listed_problems) == 2
    opened(qtbot, user, user.action("Open the interview of 2022").trigger)
    assert user.listed_problems == []
    assert not user.action("Problems in the pack").isEnabled()


def test_the_list_of_doubts_goes_with_its_pack_though_it_was_asked_for_while_the_next_is_read(
    qtbot: QtBot, app: QApplication, doubtful: Path, held: threading.Event
) -> None:
    held.set()
    user = User(qtbot, open_window(qtbot, doubtful))
    held.clear()
    user.action("Open the interview of 2022").trigger()
    user.action("Problems in the pack").trigger()
    assert len(user.listed_problems) == 2
    opened(qtbot, user, held.set)
    assert user.listed_problems == []


def test_the_window_with_hint_warning_and_problems_fits_a_small_screen(
    qtbot: QtBot, app: QApplication, doubtful: Path
) -> None:
    user = User(qtbot, open_window(qtbot, doubtful))
    user.action("First steps").trigger()
    user.action("Problems in the pack").trigger()
    user.wait_for_problems()
    assert "Choose who, what or where" in user.labels
    assert "2 rows of this pack have warnings" in user.labels
    user.window.resize(1024, 600)
    assert user.window.height() == 600
