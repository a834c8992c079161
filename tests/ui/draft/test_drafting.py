"""From an article to a pack that charts, by keys: what is decided, shown, undone and saved."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QMessageBox, QToolButton

from jjjviewer import cli
from jjjviewer.draft.records import KEPT
from tests.draft.drafts import LAKE, RIVER, article, figure
from tests.ui.draft.drafting import (
    Drafter,
    new_from,
    save_as,
)
from tests.ui.text.reader import Reader
from tests.ui.user import User

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("path", "count", "kind"), [(LAKE, 17, "report"), (RIVER, 19, "interview")]
)
def test_two_keys_a_figure_lead_from_an_article_to_a_pack_that_charts_beside_its_text(
    user: User,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    path: Path,
    count: int,
    kind: str,
) -> None:
    drafter = new_from(user, monkeypatch, path)
    assert drafter.field("Kind of text") == "interview"
    drafter.fill("Kind of text", kind.title())
    drafter.step("Figures")
    drafter.press(Key.Key_Return, times=count)
    drafter.step("Check and save")
    pack = tmp_path / "made.jjj.zip"
    shown = user.window.view_shown
    with user.qtbot.waitSignal(shown, timeout=20_000):
        save_as(drafter, monkeypatch, pack)
        drafter.keys += 2
    assert drafter.keys <= 2 * count
    assert len([each for each in drafter.figures if each["state"] == KEPT]) == count
    assert cli.run(["check", str(pack)]) == 0
    user.qtbot.waitUntil(lambda: user.window.dataset is not None, timeout=20_000)
    assert user.window.dataset is not None
    assert user.window.dataset.path == pack
    user.qtbot.waitUntil(lambda: f"Saved: {pack}" in user.window.status.currentMessage())
    folder = user.window.status.findChild(QToolButton)
    assert folder is not None
    assert (folder.text(), folder.isVisible()) == ("Open folder", True)
    assert user.figure_count == count
    assert len(user.chart_types()) >= 2
    assert user.window.dataset.source.kind == kind
    user.choose_chart_type("Bars")
    assert user.chart.chart is not None
    subtitle = user.chart.chart.scenes()[0].subtitle
    assert f"named in the {'interview' if kind == 'interview' else 'text'}" in subtitle
    reader = Reader(user)
    reader.open_page()
    reader.wait(path.name)
    assert article(path).paragraphs[4] in reader.page.toPlainText()


def test_the_window_says_that_a_text_is_read_only_until_it_is(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    show_message = user.window.status.showMessage

    def show(words: str, time: int = 0) -> None:
        said.append(words)
        show_message(words, time)

    monkeypatch.setattr(user.window.status, "showMessage", show)
    new_from(user, monkeypatch, LAKE)
    assert said[0].startswith("Reading ")
    assert user.window.statusBar().currentMessage() == ""


def test_a_step_that_is_clicked_takes_the_keys(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    drafter = new_from(user, monkeypatch, LAKE)
    drafter.click_step("Figures")
    drafter.press(Key.Key_Return)
    assert drafter.lines[0].startswith("✓")


def test_a_decision_is_marked_and_the_list_stays_in_its_order(drafter: Drafter) -> None:
    before = [line.split(maxsplit=1)[1] for line in drafter.lines]
    drafter.press(Key.Key_Return)
    drafter.press(Key.Key_X)
    drafter.press(Key.Key_Space)
    signs = [line.split(maxsplit=1) for line in drafter.lines]
    assert [sign for sign, _ in signs[:4]] == ["✓", "✗", "…", "●"]
    assert [words for _, words in signs] == before
    assert drafter.line.split()[1] == "1,850"


def test_every_decision_is_undone_and_made_again_by_keys(drafter: Drafter) -> None:
    drafter.press(Key.Key_Return, times=3)
    drafter.press(Key.Key_Z)
    drafter.press(Key.Key_Z, CONTROL)
    drafter.trigger("Redo")
    assert [line[0] for line in drafter.lines[:4]] == ["✓", "✓", "●", "●"]
    assert "2 of 17" in drafter.window.windowTitle()


def test_qualifier_status_and_direction_change_by_a_key(drafter: Drafter) -> None:
    drafter.press(Key.Key_Q)
    drafter.press(Key.Key_D)
    assert (drafter.field("Qualifier"), drafter.field("Direction")) == ("more than", "up")
    status = drafter.field("Status")
    drafter.press(Key.Key_T)
    assert drafter.field("Status") != status
    assert figure(drafter.draft, "412 hectares")[1]["basis"].count("typed") >= 3


def test_a_letter_that_is_typed_into_a_field_decides_nothing(drafter: Drafter) -> None:
    drafter.press(Key.Key_E)
    drafter.write("Extent of xylem zones")
    assert drafter.field("Measure") == "Extent of xylem zones"
    assert all(line[0] in "●?▸" for line in drafter.lines)
    drafter.press(Key.Key_Return)
    assert drafter.lines[0].startswith("✓")


def test_escape_leaves_a_field_as_it_was(drafter: Drafter) -> None:
    drafter.press(Key.Key_E)
    drafter.press(Key.Key_A)
    drafter.press(Key.Key_Escape)
    assert drafter.field("Measure") == "Reed area"
    assert drafter.focus is drafter.rows


def test_an_edge_moves_by_the_arrows(drafter: Drafter) -> None:
    drafter.press(Key.Key_BracketRight)
    drafter.press(Key.Key_Left, times=len(" hectares"))
    assert drafter.field("Printed") == "412"
    drafter.press(Key.Key_BracketRight)
    drafter.press(Key.Key_Down)
    assert drafter.field("Printed") == "36.5 million euros"


def test_a_number_is_taken_from_those_that_were_not_proposed(drafter: Drafter) -> None:
    drafter.choose("Not proposed (17)")
    drafter.press(Key.Key_Return)
    drafter.choose("five boats")
    assert drafter.line == "–  five boats  small number in words"
    drafter.press(Key.Key_Plus)
    assert "Not proposed (16)" in drafter.lines[18]
    assert drafter.line.endswith("five boats  Boats")
    assert drafter.field("Value") == "5"


def test_the_rest_of_a_paragraph_is_listed_before_it_is_kept(
    drafter: Drafter, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def accept(box: QMessageBox) -> None:
        told.append(box.informativeText())
        box.accept()

    monkeypatch.setattr(QMessageBox, "open", accept)
    drafter.press(Key.Key_Return, SHIFT)
    assert told[0].splitlines()[1] == "36.5 million euros  Programme cost"
    assert [line[0] for line in drafter.lines[:4]] == ["✓", "✓", "✓", "●"]


def test_what_was_read_in_a_sentence_is_told_apart_without_colour(drafter: Drafter) -> None:
    drafter.choose("9 million euros")
    styles = {
        each.cursor.selectedText(): each.format.underlineStyle()
        for each in drafter.view.extraSelections()
    }
    line = QTextCharFormat.UnderlineStyle
    assert styles["9 million euros"] == line.SingleUnderline
    assert styles["At least"] == line.DotLine
    sentence = next(words for words in styles if words.startswith("At least 9"))
    assert sentence.endswith("the new boats.")


def test_places_of_a_text_are_kept_and_dropped_by_the_keys_of_figures(
    user: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "ports.txt"
    path.write_text(
        "Ports\n\nChengde City has 40 ports.\n\n"
        "Tangshan City has 12 ports. In Xianghe County nothing was counted.\n",
        encoding="utf-8",
    )
    drafter = new_from(user, monkeypatch, path)
    drafter.step("Places and links")
    assert drafter.lines == ["●  Chengde City", "●  Tangshan City", "●  Xianghe County"]
    drafter.press(Key.Key_Return)
    drafter.press(Key.Key_X)
    drafter.press(Key.Key_Space)
    assert [line[0] for line in drafter.lines] == ["✓", "✗", "…"]
    assert figure(drafter.draft, "12 ports")[1]["place_id"] == ""
    drafter.press(Key.Key_Z, times=2)
    assert figure(drafter.draft, "12 ports")[1]["place_id"] == "tangshan"
    assert [line[0] for line in drafter.lines] == ["✓", "●", "●"]
    drafter.step("Figures")
    assert (drafter.field("Place"), drafter.basis("Place")) == ("Chengde City", "inferred")
    drafter.press(Key.Key_Return, times=2)
    with user.qtbot.waitSignal(user.window.view_shown, timeout=20_000):
        save_as(drafter, monkeypatch, tmp_path / "made.jjj.zip")
    user.qtbot.waitUntil(lambda: "Map of figures" in user.chart_types(), timeout=20_000)


def test_a_text_that_is_quoted_is_not_saved(
    drafter: Drafter, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, told: list[str]
) -> None:
    drafter.press(Key.Key_Return)
    drafter.step("Statements")
    drafter.press(Key.Key_E)
    drafter.write("By the end of 2023 we had replanted 412 hectares of reed")
    save_as(drafter, monkeypatch, tmp_path / "pack.jjj.zip")
    drafter.user.qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "eight words" in told[0]
    assert not (tmp_path / "pack.jjj.zip").exists()


def test_paragraphs_are_split_and_joined_at_the_caret(drafter: Drafter) -> None:
    drafter.step("Text")
    cursor = drafter.view.document().find("Phosphorus")
    cursor.setPosition(cursor.selectionStart())
    drafter.view.setTextCursor(cursor)
    drafter.view.setFocus()
    drafter.press(Key.Key_S)
    assert "\n\n14\u2002Phosphorus fell" in drafter.view.toPlainText()
    drafter.view.setTextCursor(drafter.view.document().find("generation"))
    drafter.press(Key.Key_J)
    assert "13\u2002The lake is cleaner" in drafter.view.toPlainText()
    assert "generation. Phosphorus fell" in drafter.view.toPlainText()


def test_the_charts_of_what_is_kept_follow_each_decision(drafter: Drafter) -> None:
    user = drafter.user
    drafter.press(Key.Key_Return, times=2)
    with user.qtbot.waitSignal(user.window.view_shown, timeout=20_000):
        drafter.trigger("Preview")
    user.qtbot.waitUntil(lambda: user.figure_count == 2, timeout=20_000)
    drafter.window.activateWindow()
    user.qtbot.waitUntil(drafter.window.isActiveWindow)
    drafter.press(Key.Key_Return)
    user.qtbot.waitUntil(lambda: user.figure_count == 3, timeout=20_000)
