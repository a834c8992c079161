"""Charts are exported through one dialog, and made in the background."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from jjjviewer.charts.types.kinds import Kinds
from jjjviewer.export.chart import Chart, LaidOut
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from jjjviewer.ui.export import chart_export
from jjjviewer.ui.export.export_job import ExportJob
from jjjviewer.ui.shared.progress import ProgressLine
from tests.ui.export.dialog import Dialog, Into, export, exported
from tests.ui.user import User


def test_a_chart_is_written_in_every_format_that_is_checked(
    qtbot: QtBot, user: User, tmp_path: Path, into: Into
) -> None:
    user.click_row("hebei")

    def act(dialog: Dialog) -> None:
        into(dialog)
        dialog.check("SVG", "PDF", "CSV", "XLSX")
        assert "Writes hebei-bars.png, hebei-bars.svg" in dialog.labels
        dialog.press("Export")

    report = exported(qtbot, user, act)
    starts = {path.suffix: path.read_bytes().lstrip()[:4] for path in report.written}
    assert starts == {
        ".png": b"\x89PNG",
        ".svg": b"<?xm",
        ".pdf": b"%PDF",
        ".csv": b"\xef\xbb\xbfW",
        ".xlsx": b"PK\x03\x04",
    }
    assert {path.stem for path in tmp_path.iterdir() if path.is_file()} == {"hebei-bars"}
    assert "Saved: 5 files in" in user.window.statusBar().currentMessage()


def test_the_message_for_one_file_shows_its_whole_path(
    qtbot: QtBot, user: User, tmp_path: Path, into: Into
) -> None:
    def act(dialog: Dialog) -> None:
        into(dialog)
        dialog.write("Name of the file, without suffix", "v1.2")
        dialog.press("Export")

    exported(qtbot, user, act)
    bar = user.window.statusBar()
    assert bar.currentMessage() == f"Saved: {tmp_path / 'v1.2.png'}"
    first, second = sorted(
        (label.geometry() for label in bar.findChildren(QLabel) if label.isVisible()),
        key=lambda place: place.x(),
    )
    assert first.width() > bar.fontMetrics().horizontalAdvance("Saved: /home/someone/all.png")
    # Neither is painted over the other.
    assert first.right() < second.left()


def test_all_charts_of_a_selection_are_written(
    qtbot: QtBot, user: User, tmp_path: Path, into: Into
) -> None:
    user.click_row("kang-yanmin")
    units = ("cny", "enterprise", "project", "per")
    count = len(user.chart_types()) - 1 + len(units)

    def act(dialog: Dialog) -> None:
        into(dialog)
        dialog.choose("What is exported", f"All {count} charts of Kang Yanmin")
        dialog.check("SVG")
        dialog.press("Export")

    report = exported(qtbot, user, act)
    assert len({*report.written}) == len(report.written) == 2 * count
    assert not report.failed
    bars = {path.name for path in tmp_path.glob("kang-yanmin-bars*.svg")}
    assert bars == {f"kang-yanmin-bars-{unit}.svg" for unit in units}


def test_charts_are_laid_out_in_another_thread_than_the_window_s(
    qtbot: QtBot, user: User, into: Into, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    real = Chart.laid_out

    def laid_out(chart: Chart) -> LaidOut:
        threads.append(threading.current_thread())
        return real(chart)

    monkeypatch.setattr(Chart, "laid_out", laid_out)

    def act(dialog: Dialog) -> None:
        into(dialog)
        # The preview is laid out by the window.
        threads.clear()
        dialog.press("Export")

    exported(qtbot, user, act)
    assert threads
    assert threading.main_thread() not in threads


def test_a_failing_chart_is_reported_and_the_others_are_written(
    qtbot: QtBot,
    user: User,
    tmp_path: Path,
    into: Into,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user.click_row("kang-yanmin")
    monkeypatch.setattr(Kinds, "chart", lambda *_: 1 / 0)
    counts: list[int] = []

    def act(dialog: Dialog) -> None:
        into(dialog)
        dialog.choose("What is exported", "All")
        counts.append(int(dialog.find(QComboBox, "What is exported").currentText().split()[1]))
        dialog.press("Export")

    report = exported(qtbot, user, act)
    assert [name for name, _ in report.failed] == ["kang-yanmin-kinds"]
    (listed,) = counts
    assert len(report.written) == listed - 1
    assert "kang-yanmin-kinds: division by zero" in told[0]


def test_a_selection_whose_charts_can_not_be_listed_is_reported_and_the_others_are_written(
    qtbot: QtBot, user: User, into: Into, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    two = [Selection(("ecology",)), Selection(("yu-bo",))]
    monkeypatch.setattr(chart_export, "all_selections", lambda _: two)
    accepts = Kinds.accepts

    def fail(chart_type: Kinds, view: View) -> bool:
        return bool(1 / 0) if view.selection == two[0] else accepts(chart_type, view)

    monkeypatch.setattr(Kinds, "accepts", fail)

    def act(dialog: Dialog) -> None:
        into(dialog)
        dialog.choose("What is exported", "All charts of all")
        dialog.press("Export")

    report = exported(qtbot, user, act)
    assert [name for name, _ in report.failed] == ["ecology"]
    assert {path.name[: len("yu-bo-")] for path in report.written} == {"yu-bo-"}
    assert "ecology: division by zero" in told[0]


def test_a_folder_that_is_not_writable_is_reported(
    qtbot: QtBot, user: User, tmp_path: Path, told: list[str], into: Into
) -> None:
    (tmp_path / "file").write_text("in the way")

    def act(dialog: Dialog) -> None:
        dialog.write("Folder", str(tmp_path / "file"))
        dialog.press("Export")
        assert "is not a folder. Choose another one." in dialog.labels
        assert dialog.dialog.isVisible()
        # It is still open, to choose another folder in.
        into(dialog)
        dialog.press("Export")

    exported(qtbot, user, act)
    assert told == []
    assert user.window.statusBar().currentMessage().startswith("Saved: ")


def test_the_folder_is_made_when_the_chart_is_exported_and_not_before(
    qtbot: QtBot, user: User, tmp_path: Path
) -> None:
    folder = tmp_path / "new" / "charts"

    def act(dialog: Dialog) -> None:
        dialog.write("Folder", str(folder))
        dialog.check("SVG")
        assert not (tmp_path / "new").exists()
        dialog.press("Export")

    exported(qtbot, user, act)
    assert len([*folder.iterdir()]) == 2


def test_the_folder_of_what_was_saved_is_opened_from_the_status_bar(
    qtbot: QtBot, user: User, tmp_path: Path, into: Into, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)

    def act(dialog: Dialog) -> None:
        into(dialog)
        dialog.press("Export")

    exported(qtbot, user, act)
    button = user.button("Open folder")
    user.click(button)
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]
    user.click_row("hebei")
    assert not button.isVisible()


def test_an_export_of_everything_can_be_cancelled_and_the_window_answers_meanwhile(
    qtbot: QtBot, user: User, tmp_path: Path, into: Into
) -> None:
    job = user.window.findChild(ExportJob)
    assert job is not None

    def act(dialog: Dialog) -> None:
        into(dialog)
        dialog.choose("What is exported", "All charts of all")
        dialog.press("Export")

    export(user, act)
    qtbot.waitUntil(lambda: any(tmp_path.glob("*.png")), timeout=30_000)
    user.click_row("hebei")
    assert user.heading.startswith("Hebei")
    progress = next(
        each for each in user.window.statusBar().findChildren(ProgressLine) if each.isVisible()
    )
    user.action("Export…").trigger()
    assert "still running" in user.window.statusBar().currentMessage()
    with qtbot.waitSignal(job.ended, timeout=30_000) as ended:
        user.click(next(each for each in progress.findChildren(QToolButton)))
    assert ended.args[0].cancelled
    assert "Cancelled. Files saved before that: " in user.window.statusBar().currentMessage()
    assert not progress.isVisible()


def test_closing_the_window_gives_up_what_is_not_begun(
    qtbot: QtBot, user: User, tmp_path: Path, into: Into
) -> None:
    def act(dialog: Dialog) -> None:
        into(dialog)
        dialog.choose("What is exported", "All charts of all")
        dialog.press("Export")

    export(user, act)
    qtbot.waitUntil(lambda: any(tmp_path.glob("*.png")), timeout=30_000)
    user.window.close()
    before = len(list(tmp_path.glob("*.png")))
    QApplication.processEvents()
    assert len(list(tmp_path.glob("*.png"))) == before


def test_copy_puts_image_drawing_and_table_on_the_clipboard(user: User) -> None:
    user.choose_chart_type("Bars")
    user.action("Copy chart").trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert QGuiApplication.clipboard().image().width() > 1000
    assert b"<svg" in data.data("image/svg+xml").data()
    assert "\t731900000000\t731.9 billion yuan\t" in data.text()
    assert b",731900000000,731.9 billion yuan," in data.data("text/csv").data()
    assert user.window.statusBar().currentMessage() == "Copied as image, drawing and table."
