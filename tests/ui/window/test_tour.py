"""First steps: callouts beside the panes that are walked through, or left at any time."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jjjviewer.ui.search.search_field import SearchField
from jjjviewer.ui.window.tour import Tour
from tests.ui.user import User, reopened


def tour_of(user: User) -> Tour:
    tour = user.window.findChild(Tour)
    assert isinstance(tour, Tour)
    return tour


def words_of(tour: Tour) -> str:
    return " ".join(label.text() for label in tour.findChildren(QLabel))


def press(user: User, words: str) -> None:
    tour = tour_of(user)
    user.click(next(each for each in tour.findChildren(QPushButton) if each.text() == words))


def place_of(widget: QWidget, user: User) -> QRect:
    return QRect(widget.mapTo(user.window, QPoint()), widget.size())


def test_the_first_steps_are_shown_until_they_are_left(qtbot: QtBot, user: User) -> None:
    assert tour_of(user).isVisible()
    assert user.tree.hasFocus()
    later = reopened(qtbot, user.window)
    assert tour_of(later).isVisible()
    press(later, "Leave")
    assert not tour_of(later).isVisible()
    assert not tour_of(reopened(qtbot, later.window)).isVisible()


def test_each_step_stands_beside_its_pane_and_within_the_window(user: User) -> None:
    for width in (1280, 1000):
        user.window.resize(width, 700)
        user.action("First steps").trigger()
        for pane in (user.tree, user.detail, user.chart):
            callout, about = place_of(tour_of(user), user), place_of(pane, user)
            assert user.window.rect().contains(callout)
            assert callout.left() in (about.right() + 1, about.left() - callout.width())
            press(user, "Done" if pane is user.chart else "Next")
    assert not tour_of(user).isVisible()


def test_the_steps_are_walked_back_and_forth_and_read_out(user: User, read_out: list[str]) -> None:
    press(user, "Next")
    press(user, "Next")
    press(user, "Back")
    said = [each for each in read_out if each.startswith("First steps")]
    assert [each.split(".")[0] for each in said] == [
        "First steps, 2 of 3",
        "First steps, 3 of 3",
        "First steps, 2 of 3",
    ]
    assert said[-1].endswith("Ctrl+F finds any word or number.")


def test_the_steps_are_walked_and_left_by_keys_alone(user: User) -> None:
    user.browser.setFocus()
    user.action("First steps").trigger()
    tour = tour_of(user)
    focus = user.window.focusWidget()
    assert tour.isAncestorOf(focus)
    user.press(Qt.Key.Key_Return, focus)
    assert "2 of 3" in words_of(tour)
    user.press(Qt.Key.Key_Escape, focus)
    assert not tour.isVisible()
    assert user.browser.hasFocus()


@pytest.mark.parametrize("where", ["tree", "toolbar", "search"])
def test_the_steps_give_way_to_whatever_is_done_and_do_not_come_back(
    qtbot: QtBot, user: User, where: str
) -> None:
    assert tour_of(user).isVisible()
    match where:
        case "tree":
            user.click_row("hebei")
            assert user.heading.startswith("Hebei")
        case "toolbar":
            user.click(user.button("Copy chart"))
        case "search":
            user.press(Qt.Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
            assert isinstance(user.window.focusWidget(), SearchField)
    assert not tour_of(user).isVisible()
    assert not tour_of(reopened(qtbot, user.window)).isVisible()


def test_tab_leads_to_the_steps_and_does_not_end_them(user: User) -> None:
    user.press(Qt.Key.Key_Tab)
    user.press(Qt.Key.Key_Control)
    assert tour_of(user).isVisible()
