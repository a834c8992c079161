"""Highlights in the detail pane are those of the view that is shown."""

from jjjviewer.charts.style import DARK, LIGHT
from jjjviewer.ui.shared import theme
from tests.ui.user import User


def highlighted(user: User, color: str) -> list[str]:
    """The words that have a background colour."""
    selections = user.browser.extraSelections()
    return [
        each.cursor.selectedText()
        for each in selections
        if each.format.background().color().name() == color
    ]


def test_a_new_view_has_no_highlight_of_the_view_before(user: User) -> None:
    user.click_row("chai-baoliang")
    user.click_figure(2)
    assert len(highlighted(user, theme.highlight_color(LIGHT))) == 1
    user.click_row("hebei")
    assert user.browser.extraSelections() == []
    # Nor does one come back when the search has something to highlight.
    user.detail.highlight_search(("forest",))
    assert highlighted(user, theme.highlight_color(LIGHT)) == []
    assert highlighted(user, theme.search_color(LIGHT))


def test_search_matches_are_highlighted_in_a_new_view_too(user: User) -> None:
    user.click_row("yu-bo")
    user.detail.highlight_search(("forest",))
    user.click_row("chai-baoliang")
    found = highlighted(user, theme.search_color(LIGHT))
    assert found
    assert {words.casefold() for words in found} == {"forest"}
    user.detail.highlight_search(())
    assert user.browser.extraSelections() == []


def test_a_highlighted_statement_is_that_of_the_figure_chosen_last(user: User) -> None:
    user.click_row("chai-baoliang")
    user.click_figure(0)
    (first,) = highlighted(user, theme.highlight_color(LIGHT))
    rows = range(1, user.figure_count)
    for row in rows:
        user.click_figure(row)
        (shown,) = highlighted(user, theme.highlight_color(LIGHT))
        if shown != first:
            return
    raise AssertionError("All figures stand in one statement.")


def test_search_highlights_take_the_colours_of_another_theme(user: User) -> None:
    user.click_row("chai-baoliang")
    user.detail.highlight_search(("forest",))
    user.action("Dark").trigger()
    assert highlighted(user, theme.search_color(DARK))
    assert highlighted(user, theme.search_color(LIGHT)) == []
