"""File → Export report: what is chosen is in the file, and the window answers meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from jjjviewer.export.report import writing
from jjjviewer.ui.export import report_dialog
from jjjviewer.ui.export.report_job import ReportJob
from jjjviewer.ui.shared.progress import ProgressLine
from tests.export.report.test_html import Page
from tests.ui.export.dialog import Dialog
from tests.ui.export.dialog import ask as ask_in_dialog
from tests.ui.user import User

Act = Callable[[Dialog], None]


def ask(user: User, act: Act) -> None:
    ask_in_dialog(user, "Export report…", act)


def job(user: User) -> ReportJob:
    found = user.window.findChild(ReportJob)
    assert found is not None
    return found


def reported(qtbot: QtBot, user: User, act: Act) -> None:
    """Ask for a report and wait for the file."""
    with qtbot.waitSignal(job(user).ended, timeout=60_000):
        ask(user, act)


def charts(dialog: Dialog) -> QListWidget:
    return dialog.find(QListWidget, "Charts of the report")


def fill(file: Path, *, only_first: bool = True) -> Act:
    """Ask for a file of a format, with the first chart or all."""

    def act(dialog: Dialog) -> None:
        if only_first:
            dialog.press("N&one")
            charts(dialog).setCurrentRow(0)
            QTest.keyClick(charts(dialog), Qt.Key.Key_Space)
        dialog.choose("Format of the file", file.suffix[1:].upper())
        dialog.write("File", str(file))
        dialog.press("&Export")

    return act


def test_the_selection_is_reported_with_the_charts_that_are_checked(
    qtbot: QtBot, user: User, tmp_path: Path
) -> None:
    user.click_row("hebei")
    file = tmp_path / "hebei.html"
    reported(qtbot, user, fill(file))
    page = Page(file.read_text(encoding="utf-8"))
    assert next(iter(page.text.split(" Statements and figures"))).endswith("Hebei")
    assert len(list(page.all("svg"))) == 1
    assert user.window.statusBar().currentMessage() == f"Saved: {file}"
    assert user.button("Open folder").isVisible()


def test_everything_can_be_reported_whatever_is_selected(
    qtbot: QtBot, user: User, tmp_path: Path
) -> None:
    user.click_row("hebei")
    file = tmp_path / "all.html"

    def act(dialog: Dialog) -> None:
        dialog.choose("What is reported", "Everything")
        fill(file)(dialog)

    reported(qtbot, user, act)
    assert "Wang Youguo" in Page(file.read_text(encoding="utf-8")).text


def test_what_was_collected_can_be_reported(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    user.click_row("yu-bo")
    user.click_figure(0)
    user.press(Qt.Key.Key_Space, user.figures)
    file = tmp_path / "collection.html"

    def act(dialog: Dialog) -> None:
        dialog.choose("What is reported", "The collection")
        fill(file)(dialog)

    reported(qtbot, user, act)
    page = Page(file.read_text(encoding="utf-8"))
    assert "Figures: 1." in page.text
    assert "Yu Bo" in page.text


def test_a_report_can_be_in_chinese(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    user.click_row("yu-bo")
    file = tmp_path / "yu-bo.html"

    def act(dialog: Dialog) -> None:
        dialog.choose("Language of the report", "Chinese")
        fill(file)(dialog)

    reported(qtbot, user, act)
    page = Page(file.read_text(encoding="utf-8"))
    assert "摘要，非发言者原话" in page.text
    assert len(list(page.all("svg"))) == 1


def test_the_window_answers_while_a_report_is_made(
    qtbot: QtBot, user: User, tmp_path: Path
) -> None:
    file = tmp_path / "all.pdf"
    with qtbot.waitSignal(job(user).ended, timeout=120_000):
        ask(user, fill(file, only_first=False))
        user.click_row("hebei")
        assert user.heading.startswith("Hebei")
        assert job(user).is_running
        assert not file.exists()
    assert file.read_bytes().startswith(b"%PDF")


def test_a_report_that_is_cancelled_leaves_nothing(
    qtbot: QtBot, user: User, tmp_path: Path
) -> None:
    def cancel() -> None:
        lines = user.window.findChildren(ProgressLine)
        line = next(each for each in lines if each.isVisible())
        button = line.findChild(QToolButton)
        assert button is not None
        user.click(button)

    with qtbot.waitSignal(job(user).ended, timeout=60_000):
        ask(user, fill(tmp_path / "all.pdf", only_first=False))
        cancel()
    assert list(tmp_path.iterdir()) == []
    assert user.window.statusBar().currentMessage() == "Cancelled. No report was made."


def test_a_file_that_is_there_is_replaced_only_on_yes(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "report.html"
    file.write_text("of last week")
    asked: list[QMessageBox.StandardButton] = []

    def answer(*arguments: object) -> QMessageBox.StandardButton:
        default = arguments[-1]
        assert isinstance(default, QMessageBox.StandardButton)
        asked.append(default)
        return default

    monkeypatch.setattr(QMessageBox, "question", answer)
    ask(user, fill(file))
    assert asked == [QMessageBox.StandardButton.No]
    assert file.read_text() == "of last week"


def test_why_a_report_could_not_be_written_is_said(
    qtbot: QtBot, user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: said.append(words[2]))
    (tmp_path / "file").touch()
    reported(qtbot, user, fill(tmp_path / "file" / "report.html"))
    assert "was not written" in said[0]


def test_a_name_that_cannot_be_is_refused_in_the_dialog(user: User, tmp_path: Path) -> None:
    refused = {
        "": "Give the file a name",
        "con.pdf": "Windows keeps the name con",
        "w" * 201: "The name is too long: at most 200 bytes fit.",
        str(tmp_path): "This is a folder: add the name of a file.",
    }

    def act(dialog: Dialog) -> None:
        line = dialog.find(QLineEdit, "File")
        for name, words in refused.items():
            line.selectAll()
            QTest.keyClick(line, Qt.Key.Key_Delete)
            QTest.keyClicks(line, name)
            assert words in dialog.labels
            assert not dialog.find(QPushButton, "&Export").isEnabled()

    ask(user, act)


def test_the_choices_are_there_the_next_time(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    reported(qtbot, user, fill(tmp_path / "report.html"))

    def act(dialog: Dialog) -> None:
        assert dialog.find(QLineEdit, "File").text() == str(tmp_path / "jjj-report.html")

    ask(user, act)


def test_print_without_a_printer_says_so_and_offers_pdf(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_dialog, "has_printer", lambda: False)

    def act(dialog: Dialog) -> None:
        dialog.choose("Format of the file", "HTML")
        dialog.press("&Print…")
        assert "knows no printer" in dialog.labels
        assert dialog.find(QLineEdit, "File").text().endswith(".pdf")

    ask(user, act)


def test_a_fault_of_the_program_is_reported_as_any_other(
    qtbot: QtBot, user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise RuntimeError("broken")

    monkeypatch.setattr(writing, "report_bytes", fail)
    with qtbot.captureExceptions() as raised:
        reported(qtbot, user, fill(tmp_path / "report.html"))
    assert [str(each[1]) for each in raised] == ["broken"]


def test_tab_goes_through_the_fields_of_a_report_as_they_stand(user: User) -> None:
    def look(dialog: Dialog) -> None:
        dialog.find(QComboBox, "What is reported").setFocus()
        places: list[tuple[int, int]] = []
        last = dialog.find(QPushButton, "Browse…")
        while (field := dialog.dialog.focusWidget()) is not last and len(places) < 20:
            place = field.mapTo(dialog.dialog, field.rect().topLeft())
            places.append((place.y() // 8, place.x()))
            QTest.keyClick(field, Qt.Key.Key_Tab)
        assert len(places) == 7
        assert places == sorted(places)

    ask(user, look)
