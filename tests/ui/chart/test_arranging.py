"""What is shown in the chart pane, and in which order, is chosen at its foot."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from jjjviewer.model.folding import name_key
from jjjviewer.paths import example_pack
from jjjviewer.ui.chart.chart_foot import ChartFoot
from jjjviewer.ui.chart.zoom_tools import ZoomTools
from tests.packs import load
from tests.ui.user import User, open_window


def submenu(user: User, *path: str) -> QMenu:
    """A menu of the foot by its words, opened as a click would."""
    menu = next(each for each in user.chart.menus if each.title().replace("&", "") == path[0])
    for words in path[1:]:
        menu.popup(QPoint(40, 40))
        action = next(each for each in menu.actions() if each.text().replace("&", "") == words)
        inner = action.menu()
        assert isinstance(inner, QMenu)
        menu = inner
    menu.popup(QPoint(40, 40))
    return menu


def pick(user: User, words: str, *path: str) -> None:
    """Click an entry of a menu of the foot, and leave it."""
    menu = submenu(user, *path)
    action = next(each for each in menu.actions() if each.text().replace("&", "") == words)
    user.click(menu, menu.actionGeometry(action).center())
    user.leave_menus()


def shown(user: User) -> list[str]:
    return [mark.records[-1] for mark in user.canvas.marks]


def filter_button(user: User) -> QToolButton:
    buttons = user.chart.findChildren(QToolButton)
    return next(each for each in buttons if each.text().startswith("Filter"))


def test_a_filter_leaves_only_what_it_lets_through(user: User) -> None:
    assert "Areas" in user.chart_types()
    pick(user, "target", "Filter", "Status")
    assert set(shown(user)) == {"f53-1", "f53-2", "f53-3", "f53-4"}
    assert filter_button(user).text() == "Filter: 1 ▾"
    assert "Shown only: target." in user.canvas.accessibleDescription()
    assert "Areas" not in user.chart_types()


def test_the_menu_stays_open_for_more_than_one(user: User) -> None:
    menu = submenu(user, "Filter", "Status")
    for words in ("target", "uncertain"):
        action = next(each for each in menu.actions() if each.text() == words)
        user.click(menu, menu.actionGeometry(action).center())
        assert menu.isVisible()
    user.leave_menus()
    assert filter_button(user).text() == "Filter: 2 ▾"


def test_space_checks_and_leaves_the_menu_open(user: User) -> None:
    menu = submenu(user, "Filter", "Speaker")
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    user.leave_menus()
    assert "Shown only: Wang Youguo." in user.canvas.accessibleDescription()


def test_a_filter_outlives_the_selection_and_is_taken_back(user: User) -> None:
    pick(user, "Kang Yanmin", "Filter", "Speaker")
    user.click_row("hebei")
    assert "Shown only: Kang Yanmin." in user.canvas.accessibleDescription()
    pick(user, "Show all", "Filter")
    assert "Shown only" not in user.canvas.accessibleDescription()
    assert filter_button(user).text() == "Filter ▾"


def test_a_filter_without_matches_shows_a_message_with_a_button_to_clear_it(user: User) -> None:
    pick(user, "Kang Yanmin", "Filter", "Speaker")
    user.click_row("beijing")
    assert "Nothing matches the filter: Kang Yanmin." in user.labels
    assert not user.action("Export…").isEnabled()
    user.click(user.button("Show all"))
    assert user.canvas.isVisible()
    assert user.action("Export…").isEnabled()


def test_a_filter_that_empties_a_chart_keeps_its_chart_type_and_shows_a_message(user: User) -> None:
    user.click_row("hebei")
    user.choose_chart_type("Bars")
    pick(user, "uncertain", "Filter", "Status")
    assert "Too little matches the filter for this chart: uncertain." in user.labels
    pick(user, "Show all", "Filter")
    assert set(shown(user)) >= {"f50-2", "f53-1"}


def test_a_filter_keeps_the_chart_that_is_looked_at(user: User) -> None:
    user.click_row("hebei")
    assert user.chosen_chart_type() == "Bars"
    pick(user, "target", "Filter", "Status")
    assert user.chosen_chart_type() == "Bars"
    assert "Shown only: target." in user.canvas.accessibleDescription()


def test_the_table_shows_exactly_what_is_plotted(user: User) -> None:
    pick(user, "target", "Filter", "Status")
    user.open_tab(1)
    table = next(each for each in user.chart.findChildren(QTableView) if each.isVisible())
    model = table.model()
    assert model.rowCount() == 4


@pytest.mark.parametrize("way", ["double click", "Enter"])
def test_a_row_of_the_table_leads_where_its_mark_leads(user: User, way: str) -> None:
    user.click_row("hebei")
    user.choose_chart_type("Bars")
    user.open_tab(1)
    table = next(each for each in user.chart.findChildren(QTableView) if each.isVisible())
    at = table.visualRect(table.model().index(1, 0)).center()
    if way == "Enter":
        user.click(table.viewport(), at)
        QTest.keyClick(table, Qt.Key.Key_Return)
    else:
        user.double_click(table.viewport(), at)
    assert user.chosen_figures == ["Investment in Beijing and Tianjin projects, Cangzhou"]


@pytest.mark.parametrize("words", ["Reading order", "By name", "By region"])
def test_rows_are_sorted_as_chosen(qtbot: QtBot, app: object, words: str) -> None:
    dataset = load(example_pack())
    figures, provinces = dataset["figures"].set_index("figure_id"), list(dataset.provinces)
    keys: dict[str, Callable[[str], str | int]] = {
        "Reading order": list(figures.index).index,
        "By name": lambda id_: name_key(str(figures["short_label"][id_])),
        "By region": lambda id_: [*provinces, ""].index(figures["province"][id_]),
    }

    def rank(id_: str) -> tuple[bool, str | int]:
        # What is reached stands above the rest in any order.
        return figures["status"][id_] != "achieved", keys[words](id_)

    user = User(qtbot, open_window(qtbot, example_pack()))
    user.choose_chart_type("Bars")
    before = shown(user)
    pick(user, words, "Sort")
    assert shown(user) == sorted(before, key=rank)
    assert shown(user) != before
    assert user.button(f"Sort: {words} ▾").isVisible()
    pick(user, "Automatic", "Sort")
    assert shown(user) == before


def test_another_pack_knows_nothing_of_the_filter(qtbot: QtBot, user: User) -> None:
    pick(user, "Kang Yanmin", "Filter", "Speaker")
    with qtbot.waitSignal(user.window.view_shown, timeout=30_000):
        user.window.open_pack(example_pack())
    assert filter_button(user).text() == "Filter ▾"
    assert "Shown only" not in user.canvas.accessibleDescription()


def test_the_menus_of_the_chart_are_in_the_menu_bar_too(user: User) -> None:
    view = user.action("View").menu()
    assert isinstance(view, QMenu)
    titles = [action.text() for action in view.actions()]
    # Between the looks of the window and its panes.
    of_chart = [menu.title() for menu in user.chart.menus]
    assert {"&Filter", "&Sort", "&Page"} <= set(of_chart)
    assert titles[2 : len(of_chart) + 4] == ["", *of_chart, ""]


def test_sorting_and_going_back_leave_the_unit(user: User) -> None:
    user.choose_chart_type("Bars")
    pick(user, "species", "Unit")
    before = shown(user)
    pick(user, "Reading order", "Sort")
    assert user.button("Unit: species ▾").isVisible()
    assert set(shown(user)) == set(before)
    before = shown(user)
    user.click_row("hebei")
    user.action("Back").trigger()
    assert user.button("Unit: species ▾").isVisible()
    assert shown(user) == before


@pytest.mark.parametrize("first", ["species", "per item"])
def test_all_units_are_offered_from_any(user: User, first: str) -> None:
    user.choose_chart_type("Bars")
    menu = next(each for each in user.chart.menus if each.title() == "&Unit")
    before = [action.text() for action in menu.actions()]
    pick(user, first, "Unit")
    assert user.button(f"Unit: {first} ▾").isVisible()
    assert [action.text() for action in menu.actions()] == before
    pick(user, "yuan", "Unit")
    assert user.button("Unit: yuan ▾").isVisible()
    assert {"f21-2", "f53-1"} <= set(shown(user))


@pytest.mark.parametrize("steps", [0, 2])
def test_the_foot_is_one_line_where_the_unit_is_chosen_at_any_size_of_text(
    user: User, steps: int
) -> None:
    foot = user.window.findChildren(ChartFoot)[0]
    user.click_row("hebei")
    user.choose_chart_type("Bars")
    for _ in range(steps):
        user.action("Larger").trigger()
    user.qtbot.waitUntil(lambda: foot.height() < 1.7 * user.button("Filter ▾").height())
    assert {each.y() for each in foot.findChildren(QToolButton) if each.parent() is foot
            and each.isVisible()} == {user.button("Filter ▾").y()}  # fmt: skip


def test_the_buttons_to_zoom_stand_beside_the_unit_where_there_is_room(user: User) -> None:
    zoom = user.window.findChildren(ZoomTools)[0]
    user.click_row("hebei")
    user.choose_chart_type("Bars")
    assert zoom.isVisible()
    user.open_tab(1)
    assert not zoom.isVisible()
    user.open_tab(0)
    assert zoom.isVisible()
    user.window.resize(1100, 800)
    user.qtbot.waitUntil(lambda: not zoom.isVisible())
    user.window.resize(1700, 800)
    user.qtbot.waitUntil(zoom.isVisible)
