"""What a search finds becomes the selection."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jjjviewer.model.selection import Selection
from tests.ui.search.test_search import searcher
from tests.ui.user import User
from tests.ui.window.test_narrowing import CTRL, chips, find_all, shown


def test_all_results_become_what_is_shown(user: User) -> None:
    somebody = searcher(user)
    somebody.search("water")
    assert "Statements (summaries): 6 of 12" in somebody.lines
    assert somebody.lines[-1] == "Show all 12 results: statements with 2 figures"
    find_all(user, "water")
    assert shown(user) == Selection(query="water")
    assert user.heading == "“water”"
    assert "12 statements, 2 figures" in user.text
    assert user.figure_count == 2
    assert user.chosen_rows == ["Search: water"]
    assert chips(user) == ["Search: water"]
    user.action("Back").trigger()
    assert user.chosen_rows == ["Beijing-Tianjin-Hebei"]
    user.action("Forward").trigger()
    assert user.chosen_rows == ["Search: water"]
    assert user.heading == "“water”"


def test_enter_shows_all_results_of_words_that_are_no_name(user: User) -> None:
    somebody = searcher(user)
    somebody.search("forest")
    assert somebody.results.currentIndex().row() == -1
    somebody.key(Qt.Key.Key_Return)
    assert user.chosen_rows == ["Search: forest"]


def test_an_arrow_key_chooses_one_result_for_enter(user: User) -> None:
    somebody = searcher(user)
    somebody.search("forest")
    somebody.key(Qt.Key.Key_Down)
    assert somebody.line == somebody.lines[1]
    somebody.key(Qt.Key.Key_Return)
    assert user.chosen_rows != ["Search: forest"]


def test_the_search_is_over_once_its_results_are_the_selection(user: User) -> None:
    find_all(user, "water")
    somebody = searcher(user)
    assert somebody.field.text() == ""
    assert {each.lower() for each in somebody.marked()} == {"water"}
    user.click_row("ecology")
    assert "water" in user.text
    assert somebody.marked() == []
    user.action("Back").trigger()
    assert somebody.marked() != []


def test_all_results_are_shown_from_their_top_wherever_the_text_was_read_to(user: User) -> None:
    bar = user.browser.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    somebody = searcher(user)
    somebody.search("water")
    place = somebody.results.visualRect(
        somebody.results.model().index(len(somebody.lines) - 1, 0)
    ).center()
    user.click(somebody.results.viewport(), place)
    assert user.heading == "“water”"
    assert bar.value() == 0


def test_a_comparison_is_shown_from_its_top(user: User) -> None:
    bar = user.browser.verticalScrollBar()
    bar.setValue(bar.maximum())
    user.click_row("beijing")
    bar.setValue(bar.maximum())
    user.click_row("hebei", CTRL)
    assert bar.value() == 0


def test_ctrl_and_enter_shows_all_results_at_once(user: User) -> None:
    somebody = searcher(user)
    somebody.search("watre")
    QTest.keyClick(somebody.field, Qt.Key.Key_Return, CTRL)
    assert user.chosen_rows == ["Search: water"]


def test_a_second_search_takes_the_row_of_the_first(user: User) -> None:
    find_all(user, "water")
    find_all(user, "forest")
    names = [str(user.model.index(row, 0).data()) for row in range(user.model.rowCount())]
    assert [name for name in names if name.startswith("Search")] == ["Search: forest"]
    user.click_row("hebei")
    user.click_row("search:forest")
    assert user.heading == "“forest”"
    user.action("Back").trigger()
    user.action("Back").trigger()
    user.action("Back").trigger()
    assert user.chosen_rows == ["Search: water"]
