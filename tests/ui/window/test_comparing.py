"""Comparing: two or three things side by side in the detail pane, chosen in tree or dialog."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMenu

from jjjviewer.paths import example_pack
from jjjviewer.ui.window.compare_dialog import CompareDialog
from tests.ui.user import User, plain

CTRL = Qt.KeyboardModifier.ControlModifier


def columns(user: User) -> list[str]:
    """The first line of each column."""
    tables = [
        frame
        for frame in user.browser.document().rootFrame().childFrames()
        if isinstance(frame, QTextTable)
    ]
    if not tables:
        return []
    table = tables[0]
    cells = [table.cellAt(0, at) for at in range(table.columns())]
    return [cell.firstCursorPosition().block().text() for cell in cells]


def widen(user: User) -> None:
    user.window.resize(1900, 900)
    user.panes.setSizes([240, 900, 700])
    QApplication.processEvents()


def choose(user: User, *ids: str) -> None:
    user.click_row(ids[0])
    for id_ in ids[1:]:
        user.click_row(id_, CTRL)


@pytest.mark.parametrize(
    "ids", [("chai-baoliang", "yu-bo"), ("beijing", "tianjin", "hebei"), ("ecology", "industry")]
)
def test_selected_rows_are_shown_side_by_side(user: User, ids: tuple[str, ...]) -> None:
    widen(user)
    choose(user, *ids)
    names = [str(user.model.find(id_).data()) for id_ in ids]
    shown = columns(user)
    assert len(shown) == len(ids)
    for name in names:
        assert any(f"● {name}" in head for head in shown)


def test_every_statement_of_what_is_compared_is_there(user: User) -> None:
    widen(user)
    choose(user, "chai-baoliang", "yu-bo")
    chart = user.chart.chart
    assert chart is not None
    plain_text = user.text.replace("\xa0", " ")
    for summary in chart.view.statements["summary"]:
        assert summary in plain_text


def test_of_more_than_three_the_first_are_shown_with_a_note(user: User) -> None:
    widen(user)
    choose(user, "yu-bo", "chai-baoliang", "kang-yanmin", "dai-yongkang")
    assert len(columns(user)) == 3
    assert "4 are selected. The first three are shown side by side" in user.text


def test_a_narrow_pane_sets_one_below_the_other_and_a_wide_one_beside(user: User) -> None:
    choose(user, "beijing", "tianjin", "hebei")
    user.panes.setSizes([300, 280, 700])
    QApplication.processEvents()
    assert columns(user) == []
    assert "● Hebei" in user.text
    widen(user)
    assert len(columns(user)) == 3


def menu_of_row(user: User, id_: str) -> None:
    place = user.tree.visualRect(user.model.find(id_)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, QPoint(50, 50))
    QApplication.sendEvent(user.tree.viewport(), event)


def choose_in_menu(user: User, words: str) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.actions() if plain(each) == words)
    user.click(menu, menu.actionGeometry(action).center())


def type_in_dialog(user: User, words: str) -> None:
    user.qtbot.waitUntil(lambda: user.window.findChild(CompareDialog) is not None)
    dialog = user.window.findChild(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_row_of_the_tree_is_compared_from_its_menu(user: User) -> None:
    user.click_row("hebei")
    menu_of_row(user, "chai-baoliang")
    choose_in_menu(user, "Compare with…")
    type_in_dialog(user, "yu bo")
    assert set(user.chosen_rows) == {"Chai Baoliang", "Yu Bo"}
    assert user.chart.chart is not None
    assert user.chart.chart.view.selection.ids == ("chai-baoliang", "yu-bo")
    user.action("Back").trigger()
    assert user.chosen_rows == ["Hebei"]


def test_what_a_link_names_is_compared_from_its_menu(user: User) -> None:
    user.click_row("hebei")
    cursor = user.browser.document().find("Chai Baoliang")
    cursor.setPosition(cursor.anchor() + 4)
    place = user.browser.cursorRect(cursor).center()
    user.browser.customContextMenuRequested.emit(place)
    choose_in_menu(user, "Compare with…")
    type_in_dialog(user, "yu bo")
    assert set(user.chosen_rows) == {"Chai Baoliang", "Yu Bo"}


def test_the_dialog_goes_with_the_pack_that_it_is_about(user: User) -> None:
    user.click_row("hebei")
    user.action("Compare with…").trigger()
    dialog = user.window.findChild(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    # As another start does, or a system that hands packs over.
    with user.qtbot.waitSignals([dialog.rejected, user.window.view_shown], timeout=30_000):
        user.window.open_pack(example_pack())
    assert not user.action("Back").isEnabled()


@pytest.mark.parametrize(
    ("id_", "offered", "others"),
    [
        ("hebei", {"Beijing 北京市, region", "Yu Bo 于波, speaker"}, {"theme", "place"}),
        ("ecology", {"Transport 交通, theme"}, {"region", "speaker", "place"}),
        ("place:beijing", {"Guanting Reservoir 官厅水库, place"}, {"region", "speaker", "theme"}),
    ],
)
def test_the_dialog_offers_what_would_be_compared_and_not_narrow(
    user: User, id_: str, offered: set[str], others: set[str]
) -> None:
    user.click_row(id_)
    user.action("Compare with…").trigger()
    dialog = user.window.findChild(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    rows = dialog.findChild(QListWidget)
    assert isinstance(rows, QListWidget)
    words = {rows.item(at).text() for at in range(rows.count())}
    assert offered <= words
    assert not {each.rpartition(", ")[2] for each in words} & others
    dialog.reject()
