"""Statements and themes of a draft, by digits and by dragging, and its list of problems."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QInputDialog

from jjjviewer.ui.shared.text_field import SentenceField
from tests.draft.drafts import figure
from tests.ui.draft.drafting import Drafter

Key = Qt.Key


def ids(drafter: Drafter) -> set[str]:
    return {each["theme_id"] for each in drafter.draft.records["themes"].values()}


def test_a_sentence_becomes_a_statement_with_kind_and_theme_by_digits(
    drafter: Drafter, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafter.press(Key.Key_Return)
    drafter.step("Statements")
    drafter.press(Key.Key_1)
    drafter.press(Key.Key_N)
    drafter.write("Nature")
    assert (drafter.field("Kind"), drafter.field("Theme")) == ("Done", "Nature")
    assert figure(drafter.draft, "412 hectares")[1]["theme_id"] == "nature"
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Money", True))
    drafter.rows.setFocus()
    drafter.press(Key.Key_N)
    assert (drafter.field("Theme"), "money" in ids(drafter)) == ("Nature", True)
    cursor = drafter.view.document().find("There is no bridge")
    drafter.view.setTextCursor(cursor)
    drafter.view.setFocus()
    cursor.clearSelection()
    drafter.view.setTextCursor(cursor)
    drafter.press(Key.Key_S)
    drafter.rows.setFocus()
    drafter.press(Key.Key_E)
    drafter.write("Rejects a bridge")
    drafter.press(Key.Key_4)
    drafter.press(Key.Key_1)
    made = [*drafter.draft.records["statements"].values()][-1]
    assert (made["summary"], made["kind"], made["theme_id"]) == (
        "Rejects a bridge",
        "position",
        "nature",
    )
    assert made["speaker_id"] == "tomas-reyel"


def test_a_summary_is_written_in_several_lines_and_left_by_tab_or_enter(drafter: Drafter) -> None:
    drafter.press(Key.Key_Return)
    drafter.step("Statements")
    drafter.press(Key.Key_E)
    assert drafter.field("Kind") == ""
    field = drafter.focus
    assert isinstance(field, SentenceField)
    QApplication.clipboard().setText(
        "Counts the hectares that were\nreplanted along the north bank"
    )
    drafter.press(Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    drafter.write(", which the otters like", leave=Key.Key_Tab)
    words = "Counts the hectares that were replanted along the north bank, which the otters like"
    (made,) = drafter.draft.records["statements"].values()
    assert made["summary"] == words
    assert drafter.focus.accessibleName() == "Kind"
    first = field.cursorRect(QTextCursor(field.document()))
    assert field.cursorRect().top() >= first.bottom()
    assert field.viewport().rect().contains(field.cursorRect())
    field.setFocus()
    drafter.write("x" * 400)
    (made,) = drafter.draft.records["statements"].values()
    assert len(made["summary"]) == 300
    assert drafter.focus is drafter.rows


def test_a_problem_leads_to_its_field(drafter: Drafter) -> None:
    drafter.press(Key.Key_V)
    drafter.write("many")
    drafter.press(Key.Key_Return)
    drafter.step("Check and save")
    drafter.user.qtbot.waitUntil(lambda: bool(drafter.problems), timeout=20_000)
    assert "many" in drafter.problems[0]
    assert "left out: 16, of them 2 with “?”" in drafter.problems[-1]
    drafter.press(Key.Key_Down)
    drafter.press(Key.Key_Return)
    drafter.user.qtbot.waitUntil(lambda: drafter.step_shown == "Figures")
    assert drafter.focus.accessibleName() == "Value"


def test_a_double_click_on_a_problem_leads_to_its_field(drafter: Drafter) -> None:
    drafter.press(Key.Key_V)
    drafter.write("many")
    drafter.press(Key.Key_Return)
    drafter.step("Check and save")
    drafter.user.qtbot.waitUntil(lambda: bool(drafter.problems), timeout=20_000)
    drafter.double_click_problem(0)
    drafter.user.qtbot.waitUntil(lambda: drafter.step_shown == "Figures")
    drafter.user.qtbot.waitUntil(lambda: drafter.focus.accessibleName() == "Value")


def test_words_of_the_text_are_dropped_on_a_theme(drafter: Drafter) -> None:
    drafter.press(Key.Key_Return)
    drafter.step("Statements")
    drafter.press(Key.Key_N)
    drafter.write("Nature")
    drafter.view.setTextCursor(drafter.view.document().find("There is no bridge in the plan"))
    drafter.drop_on_theme("Nature")
    made = [*drafter.draft.records["statements"].values()][-1]
    assert (made["theme_id"], made["speaker_id"]) == ("nature", "tomas-reyel")
    drafter.trigger("Undo")
    assert len(drafter.draft.records["statements"]) == 1


def test_words_dropped_on_a_new_theme_ask_for_its_name(drafter: Drafter) -> None:
    drafter.step("Statements")
    drafter.view.setTextCursor(drafter.view.document().find("There is no bridge in the plan"))
    drafter.drop_on_theme("New theme")
    assert drafter.focus.accessibleName() == "Theme"
    drafter.write("Roads")
    (made,) = drafter.draft.records["statements"].values()
    assert made["theme_id"] == "roads"
