"""Every outcome is read out once: what was done, what was refused and why, what is shown now."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jjjviewer.paths import example_pack
from jjjviewer.ui.detail.figures_model import WHAT
from tests.packs import change, put
from tests.ui.chart.test_arranging import pick
from tests.ui.export.dialog import Dialog, Into, export, exported
from tests.ui.user import User

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
READ = Qt.ItemDataRole.AccessibleTextRole


def said_of(words: str, read_out: list[str]) -> list[str]:
    """What was read out with some words."""
    return [each for each in read_out if words in each]


def focus() -> QWidget:
    """What has the keys."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def search(user: User, typed: str) -> None:
    """Type into the search field."""
    user.press(Qt.Key.Key_F, modifier=CONTROL)
    QTest.keyClicks(focus(), typed)


def test_the_row_that_is_chosen_is_read_as_the_focus_comes_back_to_the_tree(
    user: User, read_out: list[str]
) -> None:
    user.click_row("ecology")
    user.browser.setFocus()
    read_out.clear()
    user.tree.setFocus()
    # It follows what Qt says of the tree itself, for which Orca would read another row.
    assert read_out == []
    user.qtbot.waitUntil(lambda: bool(read_out))
    assert read_out == ["Ecology, theme"]


def test_a_figure_is_read_with_period_and_status_though_their_columns_are_folded(
    user: User,
) -> None:
    user.click_row("dai-yongkang")
    user.window.resize(900, 700)
    assert user.figures.isColumnHidden(WHAT + 1)
    row = user.figures.model().index(0, WHAT)
    measure = str(row.data())
    period, status = (str(row.siblingAtColumn(WHAT + at).data()) for at in (1, 2))
    assert period and status
    assert str(row.data(READ)).startswith(f"{measure}, {period}, {status}")


def test_copying_a_chart_is_read_out_once(user: User, read_out: list[str]) -> None:
    user.press(Qt.Key.Key_C, user.window, CONTROL | SHIFT)
    assert said_of("Copied", read_out) == ["Copied as image, drawing and table."]


def test_copying_rows_is_read_out_once(user: User, read_out: list[str]) -> None:
    user.click_figure(0)
    user.press(Qt.Key.Key_C, user.figures, CONTROL)
    user.press(Qt.Key.Key_C, user.tree, CONTROL)
    assert said_of("Copied", read_out) == ["Copied.", "Copied."]


def test_what_was_exported_is_read_out_once(
    qtbot: QtBot, user: User, tmp_path: Path, into: Into, read_out: list[str]
) -> None:
    def act(dialog: Dialog) -> None:
        into(dialog)
        dialog.press("Export")

    exported(qtbot, user, act)
    assert said_of("Saved", read_out) == [f"Saved: {tmp_path / 'jjj-speaker-theme.png'}"]


def test_what_is_chosen_in_a_menu_of_the_chart_is_read_out_once(
    user: User, read_out: list[str]
) -> None:
    user.click_row("hebei")
    user.choose_chart_type("Bars")
    for menu, words in (("Unit", "enterprises"), ("Sort", "By name"), ("Page", "A4")):
        read_out.clear()
        pick(user, words, menu)
        assert said_of(words, read_out) == [f"{menu}: {words}"]


def test_why_nothing_can_be_exported_is_read_out_once(user: User, read_out: list[str]) -> None:
    def act(dialog: Dialog) -> None:
        dialog.check("PNG")
        dialog.check("Title")

    export(user, act)
    assert said_of("format", read_out) == ["Choose at least one format."]


def test_why_a_pack_is_refused_is_read_out_once(
    qtbot: QtBot, user: User, other: Path, read_out: list[str]
) -> None:
    change(other, "speakers", put(2, region_id="nowhere"))
    user.window.open_pack(other)
    user.wait_for_problems()
    (said,) = said_of("could not be opened", read_out)
    assert said.startswith("“pack” could not be opened: ")


def test_what_a_filter_lets_through_is_read_out_once(user: User, read_out: list[str]) -> None:
    user.click_row("hebei")
    read_out.clear()
    user.chart.filter_chosen.emit(
        user.window.navigation.history.current.filter._replace(statuses=("planned",))
    )
    (said,) = said_of("Hebei. ", read_out)
    assert said.startswith("Hebei. planned, and statements with such a figure. ")
    assert "speaker" in said


def test_what_a_link_leads_to_is_read_out_once(user: User, read_out: list[str]) -> None:
    user.click_row("yu-bo")
    user.browser.setFocus()
    read_out.clear()
    user.click_link("Beijing")
    assert len(said_of("Beijing", read_out)) == 1


def test_a_result_of_the_search_that_has_a_row_is_read_there_only(
    user: User, read_out: list[str]
) -> None:
    search(user, "kang yanmin")
    read_out.clear()
    user.press(Qt.Key.Key_Return, focus())
    user.qtbot.waitUntil(lambda: "Kang Yanmin, speaker, Hebei" in read_out)
    assert len(said_of("Kang Yanmin", read_out)) == 1


def test_a_result_of_the_search_that_has_no_row_is_read_out(
    user: User, read_out: list[str]
) -> None:
    search(user, "water pollution emergency mechanism")
    user.press(Qt.Key.Key_Return, focus())
    assert read_out[-1].startswith("Water pollution emergency mechanism. 1 speaker")


def test_a_result_of_the_search_is_read_out_once_while_it_is_the_first(
    user: User, read_out: list[str]
) -> None:
    search(user, "water pollution emergency mechanism")
    first = "Water pollution emergency mechanism, mechanism"
    assert said_of(first, read_out) == [first]


def test_each_link_of_the_details_is_read_out_as_tab_reaches_it(
    user: User, read_out: list[str]
) -> None:
    user.click_row("chengde")
    user.browser.setFocus()
    read_out.clear()
    while user.browser.hasFocus() and len(read_out) < 500:
        user.press(Qt.Key.Key_Tab, user.browser)
    links = [each.removesuffix(", link") for each in read_out if each.endswith(", link")]
    assert "Add to the collection (Space)" in links
    # Also the first word of a statement, which has an anchor too.
    assert all(len(each) > 1 for each in links)


def test_that_nothing_is_found_is_read_out(user: User, read_out: list[str]) -> None:
    search(user, "qqqqqq")
    assert "Nothing matches “qqqqqq”" in read_out[-1]


@pytest.mark.parametrize(("typed", "words"), [("s41-1", "¶41"), ("f43-3", "")])
def test_a_record_that_is_found_has_the_caret(
    user: User, read_out: list[str], typed: str, words: str
) -> None:
    search(user, typed)
    user.press(Qt.Key.Key_Return, focus())
    if words:
        assert user.browser.hasFocus()
        assert words in user.browser.textCursor().block().text()
        assert read_out[-1] == user.browser.textCursor().block().text()
    else:
        assert user.figures.hasFocus()
        assert len(user.chosen_figures) == 1


def test_a_button_is_read_as_it_is_shown(user: User) -> None:
    button = user.button("Filter ▾")
    assert button.accessibleName() == "Filter"
    filter_ = user.window.navigation.history.current.filter
    user.chart.filter_chosen.emit(filter_._replace(statuses=("planned",)))
    assert button.text() == "Filter: 1 ▾"
    assert button.accessibleName() == "Filter: 1"


def test_a_chart_is_read_with_its_title_once(user: User) -> None:
    user.click_row("dai-yongkang")
    title, rest = user.canvas.accessibleName(), user.canvas.accessibleDescription()
    assert "731.9 billion yuan" in title
    assert "731.9 billion yuan" in rest
    assert title not in rest


def test_zooming_a_chart_by_keys_is_read_out(user: User, read_out: list[str]) -> None:
    user.canvas.setFocus()
    user.press(Qt.Key.Key_Plus, user.canvas)
    user.press(Qt.Key.Key_0, user.canvas)
    assert read_out[-2].startswith("Zoom: 1")
    assert read_out[-1] == "Shown as a whole"


def test_another_pack_is_read_out_when_it_is_there(
    qtbot: QtBot, user: User, read_out: list[str]
) -> None:
    user.canvas.setFocus()
    with qtbot.waitSignal(user.window.view_shown, timeout=30_000):
        user.window.open_pack(example_pack())
    assert len(said_of("Opening estuary", read_out)) == 1
