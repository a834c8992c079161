"""The panes show kinds, themes and statuses that nobody has looked at as nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from jjjviewer.charts.formatting import statement_kinds
from jjjviewer.vocabulary import UNCLEAR_CERTAINTIES
from tests.packs import copy_without_choices, load
from tests.ui.chart.test_arranging import submenu
from tests.ui.search.test_search import Searcher
from tests.ui.user import User, open_window


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    return copy_without_choices(tmp_path, every=1)


@pytest.fixture
def user(qtbot: QtBot, blank: Path) -> User:
    return User(qtbot, open_window(qtbot, blank))


def test_statements_have_no_badge_and_stand_below_a_heading_that_says_why(user: User) -> None:
    user.click_row("yu-bo")
    assert "No theme given" in user.text
    assert "Introduction" not in user.text
    assert not any(f"\N{NO-BREAK SPACE}{kind}" in user.text for kind in statement_kinds().values())
    user.click_row("chai-baoliang", Qt.KeyboardModifier.ControlModifier)
    assert "No theme given" in user.text


def test_every_row_of_the_tree_is_shown(user: User) -> None:
    for node in user.model.nodes:
        if node.id:
            user.click_row(node.id)
            assert user.heading


def test_a_figure_without_status_is_listed_sorted_and_cited_without_it(
    user: User, blank: Path
) -> None:
    figures = load(blank)["figures"]
    own = figures[figures["speaker_id"] == "chai-baoliang"]
    unclear = own["certainty"].isin(UNCLEAR_CERTAINTIES).sum()
    user.click_row("chai-baoliang")
    model = user.figures.model()
    status = next(
        at
        for at in range(model.columnCount())
        if model.headerData(at, Qt.Orientation.Horizontal) == "Status"
    )
    model.sort(status)
    told = [model.index(row, status).data() for row in range(model.rowCount())]
    assert told == [""] * (len(own) - unclear) + ["unclear"] * unclear
    for row in range(model.rowCount()):
        user.choose_in_menu_of_figure(row, "Copy citation")
        assert "()" not in QGuiApplication.clipboard().text()
        assert ", )" not in QGuiApplication.clipboard().text()


def test_the_page_of_a_link_names_neither_status_nor_theme(user: User, blank: Path) -> None:
    row = load(blank)["links"].iloc[0]
    user.click_row(row["speaker_id"])
    user.click_link(row["topic"])
    assert user.heading.startswith(row["topic"])
    assert "Speaker:" in user.text
    assert "Status:" not in user.text
    assert "Theme:" not in user.text


def test_the_filter_offers_no_empty_choice(user: User) -> None:
    for words in ("Status", "Theme"):
        assert not submenu(user, "Filter", words).actions()
        user.leave_menus()


def test_statements_and_figures_are_found(qtbot: QtBot, user: User) -> None:
    searcher = Searcher(qtbot, user.window)
    searcher.search("enterprises")
    assert any("3,384 enterprises" in line for line in searcher.lines)
