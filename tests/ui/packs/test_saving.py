"""Data is saved from the window, and what was saved opens again."""

import sys
import threading
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from jjjviewer.model.columns import row_count
from jjjviewer.model.frames import Frames
from jjjviewer.model.saving import columns_of
from jjjviewer.model.selection import Selection
from jjjviewer.model.subset import subset_of
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack
from jjjviewer.ui.export.export_job import ExportJob
from jjjviewer.ui.packs import data_export
from tests.packs import load
from tests.ui.user import User


@pytest.fixture
def suggested(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The names of the files that are suggested; they are taken, in a folder of their own."""
    names: list[str] = []

    def accept(*args: object) -> tuple[str, str]:
        names.append(Path(str(args[2])).name)
        return str(tmp_path / names[-1]), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", accept)
    return names


def answer(user: User, *words: str) -> None:
    """Ask to export data, and press the buttons that begin with some words."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        buttons = {each.text(): each for each in dialog.findChildren(QAbstractButton)}
        wanted = [next((text for text in buttons if text.startswith(word)), "") for word in words]
        if "" in wanted:
            dialog.close()  # It would wait for ever.
        assert "" not in wanted, [*buttons]
        for text in wanted:
            buttons[text].click()

    QTimer.singleShot(0, press)
    user.action("Export data…").trigger()


def type_names(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> list[str]:
    """Type one name after another where files are asked for; return those that are suggested."""
    typed = iter(paths)
    suggested: list[str] = []

    def accept(*args: object) -> tuple[str, str]:
        suggested.append(str(args[2]))
        return str(next(typed)), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", accept)
    return suggested


def saved(qtbot: QtBot, user: User) -> None:
    qtbot.waitUntil(lambda: "Saved: " in user.window.statusBar().currentMessage())


def said(page: str) -> str:
    """What a page tells of the speakers' own words: of others' a part of a pack has not all."""
    start, end = page.index("39 statements"), page.find("Links named by other speakers")
    return page[start : end if end > 0 else page.index("Named by")]


def test_what_is_selected_is_saved_as_a_pack_that_opens_again(
    qtbot: QtBot, user: User, suggested: list[str], tmp_path: Path
) -> None:
    user.click_row("hebei")
    text = user.text
    answer(user, "Selection: Hebei", "Pack", "Save…")
    saved(qtbot, user)
    assert suggested == ["interview-hebei.jjj.zip"]
    again = load(tmp_path / "interview-hebei.jjj.zip")
    assert columns_of(again.frames) == columns_of(subset_of(load().view(Selection(("hebei",)))))
    with qtbot.waitSignal(user.window.view_shown, timeout=30_000):
        user.window.open_pack(tmp_path / "interview-hebei.jjj.zip")
    user.click_row("hebei")
    assert said(user.text) == said(text)


def test_the_whole_pack_is_saved_as_a_workbook(
    qtbot: QtBot, user: User, suggested: list[str], tmp_path: Path
) -> None:
    user.click_row("hebei")
    answer(user, "The whole pack", "Excel", "Save…")
    saved(qtbot, user)
    assert suggested == ["interview.xlsx"]
    book = openpyxl.load_workbook(tmp_path / "interview.xlsx")
    assert book["figures"].max_row == 1 + row_count(read_tables(bundled_pack()).columns["figures"])


def test_the_format_is_remembered_and_a_suffix_is_put_on(
    qtbot: QtBot, user: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    type_names(monkeypatch, tmp_path / "figures", tmp_path / "later")
    answer(user, "CSV", "Save…")
    saved(qtbot, user)
    assert (tmp_path / "figures.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    user.window.statusBar().clearMessage()
    answer(user, "Save…")
    saved(qtbot, user)
    assert (tmp_path / "later.csv").is_file()


def test_a_pack_is_known_for_one_by_its_suffix(
    qtbot: QtBot, user: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    type_names(monkeypatch, tmp_path / "v1.2")
    answer(user, "Pack", "Save…")
    saved(qtbot, user)
    assert (tmp_path / "v1.2.jjj.zip").is_file()


def test_what_is_there_by_the_name_with_its_suffix_is_replaced_only_when_that_is_meant(
    qtbot: QtBot, user: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mine, other = tmp_path / "mine.csv", tmp_path / "other.csv"
    for path in (mine, other):
        path.write_text("kept")
    asked: list[str] = []
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]

    def question(*args: object) -> QMessageBox.StandardButton:
        asked.append(str(args[2]))
        return answers[len(asked) - 1]

    monkeypatch.setattr(QMessageBox, "question", question)
    suggested = type_names(monkeypatch, tmp_path / "mine", tmp_path / "other")
    answer(user, "CSV", "Save…")
    saved(qtbot, user)
    assert asked[0] == f"“mine.csv” exists in “{tmp_path}” already. Replace it?"
    assert suggested[1] == str(mine)
    assert mine.read_text() == "kept"
    assert "kept" not in other.read_text(encoding="utf-8-sig")
    assert len(asked) == 2


@pytest.mark.parametrize("words", ["Cancel", "Save…"])
def test_thinking_better_of_it_saves_nothing(
    user: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    answer(user, words)
    assert not user.window.statusBar().currentMessage()


def test_a_folder_that_can_not_be_written_to_is_named(
    qtbot: QtBot, user: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    inside = tmp_path / "file" / "x.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(inside), ""))
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *args: told.append(args[2]))
    answer(user, "CSV", "Save…")
    qtbot.waitUntil(lambda: bool(told))
    assert "is not a folder. Choose another one." in told[0]


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch) -> None:
    """Saving stands still until a window is being closed."""
    closing = threading.Event()
    stop = ExportJob.stop

    def wait(*args: Any) -> Frames:
        assert closing.wait(30)
        return subset_of(*args)

    def stop_and_go_on(job: ExportJob) -> None:
        stop(job)
        closing.set()

    monkeypatch.setattr(data_export, "subset_of", wait)
    monkeypatch.setattr(ExportJob, "stop", stop_and_go_on)


def test_closing_the_window_waits_until_what_is_being_saved_is_written(
    user: User, suggested: list[str], late: None, tmp_path: Path
) -> None:
    answer(user, "The whole pack", "Pack", "Save…")
    user.window.close()
    assert columns_of(load(tmp_path / suggested[0]).frames) == columns_of(load().frames)


def test_a_failed_save_is_reported_before_the_window_closes(
    user: User, late: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *args: told.append(args[2]))
    type_names(monkeypatch, tmp_path / "file" / "x.csv")
    answer(user, "CSV", "Save…")
    user.window.close()
    assert "is not a folder. Choose another one." in told[0]


def test_a_fault_of_the_program_is_reported_in_the_thread_of_the_window(
    qtbot: QtBot, user: User, suggested: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[tuple[BaseException, threading.Thread]] = []
    monkeypatch.setattr(data_export, "subset_of", lambda *_: 1 / 0)
    monkeypatch.setattr(
        sys, "excepthook", lambda _, error, __: caught.append((error, threading.current_thread()))
    )
    answer(user, "The whole pack", "Pack", "Save…")
    qtbot.waitUntil(lambda: bool(caught))
    ((error, thread),) = caught
    assert isinstance(error, ZeroDivisionError)
    assert thread is threading.main_thread()
