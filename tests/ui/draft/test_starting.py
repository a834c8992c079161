"""How a draft begins, is left and found again, and gets another text."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox

from tests.draft.drafts import LAKE, figure
from tests.ui.draft.drafting import (
    Drafter,
    new_from,
    press_button,
    wait_for_draft,
    windows,
)
from tests.ui.draft.test_drafting import Key
from tests.ui.user import User, reopened


def test_an_unfinished_draft_is_offered_at_the_next_start(drafter: Drafter) -> None:
    drafter.press(Key.Key_Return, times=5)
    again = reopened(drafter.user.qtbot, drafter.user.window)
    assert not windows()
    again.qtbot.waitUntil(lambda: "Go on with" in again.labels, timeout=20_000)
    assert "Go on with lake_interview.txt, 5 of 17?" in again.labels
    press_button(again, "Show")
    second = wait_for_draft(again)
    second.step("Figures")
    assert [line[0] for line in second.lines[:6]] == ["✓"] * 5 + ["?"]
    assert second.line == second.lines[5]
    second.press(Key.Key_Z)
    assert second.lines[4][0] == "●"


def test_a_text_is_pasted_from_the_clipboard(user: User) -> None:
    data = QMimeData()
    data.setText("Rain in June\n\nAda Linde said 37 roofs were mended in 2023.")
    QApplication.clipboard().setMimeData(data)
    user.action("New from text…").trigger()
    press_button(user, "Paste")
    drafter = wait_for_draft(user)
    drafter.step("Figures")
    assert drafter.lines[0].endswith("37 roofs  Roofs")


def test_a_file_that_is_no_text_is_refused_in_words(
    user: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, told: list[str]
) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG0000")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    user.action("New from text…").trigger()
    press_button(user, "Open")
    user.qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "It is no text" in told[0]


def test_a_text_that_has_changed_is_read_again_and_decisions_stay(
    user: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "lake.txt"
    words = LAKE.read_text(encoding="utf-8")
    path.write_text(words, encoding="utf-8")
    drafter = new_from(user, monkeypatch, path)
    drafter.step("Figures")
    drafter.press(Key.Key_Return, times=10)
    changed = f"A word before all others, of 1987.\n\n{words.replace('nearly 12%', 'almost 12%')}"
    path = path.rename(tmp_path / "moved.txt")
    path.write_text(changed, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    drafter.step("Text")
    drafter.click("Read the text again…")
    user.qtbot.waitUntil(lambda: "A word before" in drafter.view.toPlainText(), timeout=20_000)
    drafter.step("Figures")
    assert [line[0] for line in drafter.lines[:12]] == [*"✓" * 10, *"●" * 2]
    assert figure(drafter.draft, "12%")[1]["paragraph"] == "10"
    assert drafter.draft.source["file"] == str(path)
    drafter.press(Key.Key_Z)
    assert figure(drafter.draft, "12%")[1]["paragraph"] == "9"


def test_a_second_text_comes_behind_the_first(
    drafter: Drafter, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "more.txt"
    words = "More from the lake\n\nWe sold 12 boats last year.\n"
    path.write_text(words, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    drafter.trigger("Add a text")
    drafter.user.qtbot.waitUntil(lambda: "12 boats" in "".join(drafter.lines), timeout=20_000)
    assert drafter.lines[17].endswith("12 boats  Boats")
    path.write_text(f"An older letter\n\n{words}", encoding="utf-8")
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_: (str(path), True))
    drafter.step("Text")
    drafter.click("Read the text again…")
    drafter.user.qtbot.waitUntil(
        lambda: "older letter" in drafter.view.toPlainText(), timeout=20_000
    )
    assert figure(drafter.draft, "12 boats")[1]["paragraph"] == "19"


def test_a_draft_that_is_thrown_away_is_not_offered_again(
    drafter: Drafter, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafter.press(Key.Key_Return)
    folder = drafter.window.folder
    monkeypatch.setattr(QMessageBox, "open", lambda box: box.accept())
    drafter.trigger("Throw this draft away")
    assert not windows()
    assert not folder.exists()
    menu = drafter.user.window.menu_actions.drafts_menu
    menu.aboutToShow.emit()
    assert [each.text() for each in menu.actions()] == ["None so far"]
