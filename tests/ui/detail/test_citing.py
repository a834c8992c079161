"""Citations of statements and figures, by mouse and by key; links in running text; sorting."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from jjjviewer.model.dataset import Dataset
from tests.ui.user import User, plain

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
SOURCE = "Beijing Daily, Tianjin Daily and Hebei Daily, joint interview, 21 October 2022"


def test_a_figure_is_cited_with_speaker_role_source_and_the_number_as_printed(user: User) -> None:
    user.click_row("chai-baoliang")
    user.choose_in_menu_of_figure(2, "Copy citation")
    assert QGuiApplication.clipboard().text() == (
        "Chai Baoliang, Secretary, CPC Chengde Municipal Committee, Hebei: "
        "Forest planted, Chengde: “15.823 million mu” (past ten years, achieved). "
        f"{SOURCE}, ¶41."
    )
    assert "Citation copied." in user.window.statusBar().currentMessage()


def test_keys_cite_every_chosen_figure(user: User) -> None:
    user.click_row("chai-baoliang")
    user.click_figure(0)
    user.figures.setFocus()
    user.press(Qt.Key.Key_Down, user.figures, Qt.KeyboardModifier.ShiftModifier)
    user.press(Qt.Key.Key_X, user.figures, CTRL_SHIFT)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2


def test_keys_cite_the_statement_with_the_cursor_and_call_it_a_summary(
    user: User, pack: Dataset
) -> None:
    user.click_row("yu-bo")
    said = pack["statements"][pack["statements"]["speaker_id"] == "yu-bo"].iloc[3]
    user.browser.setTextCursor(user.browser.document().find(said["summary"][:30]))
    user.browser.setFocus()
    user.press(Qt.Key.Key_X, user.browser, CTRL_SHIFT)
    role = "Secretary, CPC Yanqing District Committee, Beijing"
    assert QGuiApplication.clipboard().text() == (
        f"Yu Bo, {role}: {said['summary']} (Summary.) {SOURCE}, ¶{said['paragraph']}."
    )


def test_what_is_unclear_is_not_cited_as_clear(user: User, pack: Dataset) -> None:
    user.click_row("kang-yanmin")
    user.click_figure(1)
    user.figures.setFocus()
    user.press(Qt.Key.Key_X, user.figures, CTRL_SHIFT)
    figure = pack["figures"][pack["figures"]["figure_id"] == "f50-2"].iloc[0]
    text = QGuiApplication.clipboard().text()
    assert f"“{figure['printed']}” (up to now, achieved). [" in text
    assert figure["note"] in text
    said = pack["statements"][pack["statements"]["certainty"] == "ambiguous"].iloc[0]
    user.click_row(said["speaker_id"])
    user.browser.setTextCursor(user.browser.document().find(said["summary"][:30]))
    user.browser.setFocus()
    user.press(Qt.Key.Key_X, user.browser, CTRL_SHIFT)
    text = QGuiApplication.clipboard().text()
    assert f"(Summary.) [Ambiguous in the text. {said['note']}] {SOURCE}" in text


def test_copying_a_citation_of_nothing_shows_a_message(user: User) -> None:
    user.click_row("yu-bo")
    user.browser.moveCursor(QTextCursor.MoveOperation.Start)
    user.browser.setFocus()
    user.press(Qt.Key.Key_X, user.browser, CTRL_SHIFT)
    assert QGuiApplication.clipboard().text() == ""
    assert "Put the cursor in a statement" in user.window.statusBar().currentMessage()


def test_a_name_in_a_summary_is_a_link(user: User) -> None:
    user.click_row("yu-bo")
    cursor = user.browser.document().find("Industrial parks shared with")
    name = user.browser.document().find("Zhangjiakou", cursor)
    assert name.charFormat().anchorHref()
    user.browser.setTextCursor(name)
    name.setPosition(name.anchor() + 5)
    user.click(user.browser.viewport(), user.browser.cursorRect(name).center())
    assert user.heading.startswith("Zhangjiakou")


def test_a_narrow_table_folds_its_columns_below_the_description(user: User) -> None:
    user.click_row("chai-baoliang")
    assert user.figures.isColumnHidden(2)
    assert not user.figures.isColumnHidden(4)
    user.window.resize(1900, 900)
    user.panes.setSizes([240, 900, 700])
    QApplication.processEvents()
    assert not user.figures.isColumnHidden(2)


def test_a_folded_column_is_sorted_from_the_menu(user: User) -> None:
    user.click_row("chai-baoliang")
    model = user.figures.model()
    for order in (False, True):
        user.choose_in_menu_of_figure(0, "Sort by")
        menus = [each for each in user.figures.findChildren(QMenu) if each.title() == "Sort by"]
        action = next(each for each in menus[-1].actions() if plain(each) == "Status")
        action.trigger()
        statuses = [model.index(at, 3).data() for at in range(model.rowCount())]
        assert len(set(statuses)) > 1
        assert statuses == sorted(statuses, reverse=order)
        user.leave_menus()


@pytest.mark.parametrize(
    ("entry", "begins"), [("RIS", "TY  - NEWS"), ("BibTeX", "@article{f"), ("CSL-JSON", "[\n  {")]
)
def test_figures_are_copied_in_the_formats_of_reference_managers(
    user: User, entry: str, begins: str
) -> None:
    user.click_row("chai-baoliang")
    user.click_figure(2)
    user.figures.setFocus()
    user.action(entry).trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(begins)
    assert "15.823 million mu" in copied
    assert "not the speaker's words" in copied
    assert user.window.statusBar().currentMessage() == "Citation copied."


def test_a_statement_is_copied_in_a_format_of_reference_managers(user: User) -> None:
    user.click_row("yu-bo")
    user.browser.setTextCursor(user.browser.document().find("Industrial parks shared"))
    user.browser.setFocus()
    user.action("BibTeX").trigger()
    assert "Industrial parks shared" in QGuiApplication.clipboard().text()
