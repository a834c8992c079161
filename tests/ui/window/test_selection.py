"""One selection drives tree, detail and charts, whichever way it is made."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from jjjviewer.model.selection import Selection
from jjjviewer.model.tree import numbered
from jjjviewer.ui.window.main_window import MainWindow
from tests.ui.user import User

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_newcomer_sees_the_whole_region_and_a_chart(user: User) -> None:
    assert user.chosen_rows == ["Beijing-Tianjin-Hebei"]
    assert user.heading.startswith("Beijing-Tianjin-Hebei")
    assert user.canvas.isVisible()
    assert user.canvas.marks


def test_a_click_in_the_tree_shows_the_row_in_both_panes(user: User) -> None:
    names = {
        "hebei": "Hebei",
        "chai-baoliang": "Chai Baoliang",
        "ecology": "Ecology",
        "miyun": "Miyun",
    }
    for id_, name in names.items():
        user.click_row(id_)
        assert user.chosen_rows == [name]
        assert user.heading.startswith(name)
        assert user.chart.chart is not None
        assert user.chart.chart.view.selection.ids == (id_,)
        assert user.window.windowTitle() == name


def test_arrow_keys_do_what_clicks_do(user: User) -> None:
    user.click_row("hebei")
    user.press(Qt.Key.Key_Down, times=2)
    assert user.chosen_rows == ["Chai Baoliang"]
    assert user.heading.startswith("Chai Baoliang")
    user.press(Qt.Key.Key_Up, times=3)
    assert user.heading.startswith("Yin Xiangjie")


def test_a_tree_without_rows_has_the_focus_on_none(user: User) -> None:
    user.tree.setFocus()
    user.model.fill(numbered(()), ())
    assert not user.tree.has_focus_on(Selection(("hebei",)))


def test_the_tree_has_the_keys_from_the_start(user: User) -> None:
    assert user.window.focusWidget() is user.tree


@pytest.mark.parametrize(
    ("second", "modifier", "name"),
    [
        ("yin-xiangjie", CTRL, "Dai Yongkang, Yin Xiangjie"),
        ("baodi", SHIFT, "Dai Yongkang, Baodi"),
    ],
)
def test_two_rows_are_shown_together(
    user: User, second: str, modifier: Qt.KeyboardModifier, name: str
) -> None:
    user.click_row("dai-yongkang")
    user.click_row(second, modifier)
    assert user.heading.startswith(name)
    speakers = {user.figures.model().index(row, 4).data() for row in range(user.figure_count)}
    names = {" ".join(speaker.split()[:2]) for speaker in speakers}
    assert names == {"Dai Yongkang", "Yin Xiangjie"}


def test_taking_the_last_row_out_shows_everything(user: User) -> None:
    user.click_row("hebei")
    user.click_row("hebei", CTRL)
    assert user.chosen_rows == []
    assert user.heading.startswith("Beijing-Tianjin-Hebei")


def test_a_group_opens_and_leaves_the_selection_alone(user: User) -> None:
    user.click_row("hebei")
    places = user.model.index(user.model.rowCount() - 1, 0)
    assert not user.tree.isExpanded(places)
    place = user.tree.visualRect(places).center()
    user.click(user.tree.viewport(), place)
    assert user.tree.isExpanded(places)
    assert user.chosen_rows == ["Hebei"]
    assert user.heading.startswith("Hebei")
    user.click(user.tree.viewport(), place)
    assert not user.tree.isExpanded(places)


def test_arrow_keys_pass_a_group_without_losing_the_selection(user: User) -> None:
    user.click_row("kang-yanmin")
    user.press(Qt.Key.Key_Down)
    assert user.chosen_rows == ["Kang Yanmin"]
    user.press(Qt.Key.Key_Down)
    assert user.heading.startswith("Relocation")


def test_a_double_click_closes_a_region(user: User) -> None:
    index = user.model.find("hebei")
    assert user.tree.isExpanded(index)
    place = user.tree.visualRect(index).center()
    user.double_click(user.tree.viewport(), place)
    assert not user.tree.isExpanded(index)


def test_a_click_below_the_last_row_changes_nothing(user: User) -> None:
    user.click_row("hebei")
    below = QPoint(40, user.tree.viewport().height() - 4)
    assert not user.tree.indexAt(below).isValid()
    user.click(user.tree.viewport(), below)
    assert user.chosen_rows == ["Hebei"]


def test_links_in_the_text_select_what_they_name(user: User) -> None:
    user.click_row("hebei")
    user.click_link("Chai Baoliang")
    assert user.chosen_rows == ["Chai Baoliang"]
    assert user.heading.startswith("Chai Baoliang")
    user.click_link("Ecology")
    assert user.chosen_rows == ["Ecology"]
    assert user.heading.startswith("Ecology")


def test_a_partner_is_a_link_to_the_place(user: User) -> None:
    user.click_row("chai-baoliang")
    user.click_link("Xilingol League")
    assert user.heading.startswith("Xilingol League")
    assert user.chosen_rows == ["Xilingol League"]


def test_the_region_of_a_speaker_is_a_link(user: User) -> None:
    user.click_row("chai-baoliang")
    user.click_link("Chengde")
    assert user.heading.startswith("Chengde")


def test_back_and_forward_step_through_the_history(user: User) -> None:
    assert not user.action("Back").isEnabled()
    user.click_row("hebei")
    user.click_row("ecology")
    user.action("Back").trigger()
    assert user.chosen_rows == ["Hebei"]
    assert user.heading.startswith("Hebei")
    user.action("Back").trigger()
    assert user.chosen_rows == ["Beijing-Tianjin-Hebei"]
    assert not user.action("Back").isEnabled()
    user.action("Forward").trigger()
    user.action("Forward").trigger()
    assert user.heading.startswith("Ecology")
    assert not user.action("Forward").isEnabled()


def test_a_new_choice_forgets_what_lay_ahead(user: User) -> None:
    user.click_row("hebei")
    user.action("Back").trigger()
    user.click_row("beijing")
    assert not user.action("Forward").isEnabled()
    user.action("Back").trigger()
    assert user.chosen_rows == ["Beijing-Tianjin-Hebei"]


def test_alt_and_arrows_go_back_and_forward(qtbot: QtBot, window: MainWindow, user: User) -> None:
    user.click_row("hebei")
    for widget in (user.tree, user.browser):
        widget.setFocus()
        user.press(Qt.Key.Key_Left, widget, Qt.KeyboardModifier.AltModifier)
        assert user.chosen_rows == ["Beijing-Tianjin-Hebei"]
        user.press(Qt.Key.Key_Right, widget, Qt.KeyboardModifier.AltModifier)
        assert user.chosen_rows == ["Hebei"]
