"""Charts are exported through one dialog, which shows them first, and in the background."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jjjviewer import batch
from jjjviewer.charts.forms.kinds import Kinds
from jjjviewer.charts.style import DARK, LIGHT
from jjjviewer.export import Chart, LaidOut
from jjjviewer.ui.exporting import Exporting, Report
from jjjviewer.ui.preview import Preview
from jjjviewer.ui.settings import (
    EXPORT_FOLDER,
    EXPORT_FORMATS,
    EXPORT_OWN,
    EXPORT_SCALE,
    EXPORT_SIZE,
)
from tests.ui.user import User

_Widget = TypeVar("_Widget", bound=QWidget)


class Dialog:
    """The export dialog and what a user does in it."""

    def __init__(self, dialog: QWidget) -> None:
        self.dialog = dialog

    def find(self, kind: type[_Widget], words: str = "") -> _Widget:
        """A widget by its words or its name for screen readers."""
        for each in self.dialog.findChildren(kind):
            said = (each.accessibleName(), getattr(each, "text", str)())
            if not words or words in said:
                return each
        raise AssertionError(f"there is no '{words}'")

    def choose(self, name: str, words: str) -> None:
        """Choose in a list by the beginning of an entry."""
        box = self.find(QComboBox, name)
        at = next(n for n in range(box.count()) if box.itemText(n).startswith(words))
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _ in range(at):
            QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() == at

    def check(self, *words: str) -> None:
        """Click check boxes."""
        for each in words:
            box = self.find(QCheckBox, each)
            QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())

    def checked(self) -> list[str]:
        return [box.text() for box in self.dialog.findChildren(QCheckBox) if box.isChecked()]

    def write(self, name: str, words: str) -> None:
        """Write something into a line in place of what it holds."""
        line = self.find(QLineEdit, name)
        line.selectAll()
        QTest.keyClicks(line, words)

    def press(self, words: str) -> None:
        button = self.find(QPushButton, words)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def can_export(self) -> bool:
        return self.find(QPushButton, "Export").isEnabled()

    @property
    def labels(self) -> str:
        return "\n".join(label.text() for label in self.dialog.findChildren(QLabel))

    @property
    def description(self) -> str:
        return self.find(QPlainTextEdit).toPlainText()

    @property
    def preview(self) -> QImage:
        return self.find(Preview).grab().toImage()


def export(user: User, act: Callable[[Dialog], None]) -> None:
    """Ask to export with the key, and do something in the dialog; then it is closed."""
    faults: list[BaseException] = []

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        try:
            act(Dialog(dialog))
        except BaseException as fault:
            faults.append(fault)
        finally:
            buttons = dialog.findChild(QDialogButtonBox)
            if dialog.isVisible() and buttons is not None:
                buttons.button(QDialogButtonBox.StandardButton.Cancel).click()

    QTimer.singleShot(0, run)
    user.action("Export…").trigger()
    if faults:
        raise faults[0]


def exported(qtbot: QtBot, user: User, act: Callable[[Dialog], None]) -> Report:
    """Export and wait for the files."""
    exporting = user.window.findChild(Exporting)
    assert exporting is not None
    with qtbot.waitSignal(exporting.ended, timeout=60_000) as ended:
        export(user, act)
    report = ended.args[0]
    assert isinstance(report, Report)
    return report


@pytest.fixture
def into(tmp_path: Path) -> Iterator[Callable[[Dialog], None]]:
    """Choose the folder of the test."""
    yield lambda dialog: dialog.write("Folder", str(tmp_path))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What boxes say that tell faults; nobody has to close them."""
    words: list[str] = []
    monkeypatch.setattr(
        QMessageBox, "open", lambda box: words.append(f"{box.text()}\n{box.informativeText()}")
    )
    return words


Into = Callable[[Dialog], None]


def test_a_chart_is_written_in_every_format_that_is_checked(
    qtbot: QtBot, user: User, tmp_path: Path, into: Into
) -> None:
    user.click_row("hebei")

    def act(dialog: Dialog) -> None:
        into(dialog)
        dialog.check("SVG", "PDF", "CSV", "XLSX")
        assert "Writes hebei-money.png, hebei-money.svg" in dialog.labels
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
    assert {path.stem for path in tmp_path.iterdir() if path.is_file()} == {"hebei-money"}
    assert "Saved: 5 files in" in user.window.statusBar().currentMessage()


def test_one_file_is_said_with_its_path_and_room_to_read_it(
    qtbot: QtBot, user: User, tmp_path: Path, into: Into
) -> None:
    def act(dialog: Dialog) -> None:
        into(dialog)
        dialog.write("Name of the file, without suffix", "v1.2")
        dialog.press("Export")

    exported(qtbot, user, act)
    bar = user.window.statusBar()
    assert bar.currentMessage() == f"Saved: {tmp_path / 'v1.2.png'}"
    staying = [label.x() for label in bar.findChildren(QLabel) if label.isVisible()]
    assert min(staying) > bar.fontMetrics().horizontalAdvance("Saved: /home/someone/all.png")


def test_a_suffix_that_is_typed_is_not_put_on_twice(
    qtbot: QtBot, user: User, tmp_path: Path, into: Into
) -> None:
    def act(dialog: Dialog) -> None:
        into(dialog)
        dialog.write("Name of the file, without suffix", "mine.png")
        dialog.press("Export")

    assert exported(qtbot, user, act).written == [tmp_path / "mine.png"]


def test_the_choices_of_the_last_time_come_back(
    qtbot: QtBot, user: User, tmp_path: Path, into: Into
) -> None:
    def choose(dialog: Dialog) -> None:
        into(dialog)
        dialog.check("PNG", "SVG", "Transparent", "Source", "SVG text as shapes")
        dialog.choose("Size of the page", "Own")
        dialog.find(QSpinBox, "Width in pixels").setValue(800)
        dialog.find(QSpinBox, "Height in pixels").setValue(500)
        dialog.find(QSpinBox, "Dots per inch").setValue(288)
        dialog.choose("Colours", "Dark")
        dialog.press("Export")

    report = exported(qtbot, user, choose)
    svg = report.written[0].read_text(encoding="utf-8")
    assert 'width="800" height="500"' in svg
    assert "<text" not in svg
    assert f'fill="{DARK.background}"/>\n<path' not in svg
    assert DARK.text in svg
    assert "Source: Beijing Daily" not in svg.split("</desc>")[1]

    def look(dialog: Dialog) -> None:
        assert dialog.checked() == ["SVG", "Transparent", "Title", "SVG text as shapes"]
        assert dialog.find(QComboBox, "Colours").currentText() == "Dark"
        assert dialog.find(QSpinBox, "Width in pixels").value() == 800
        assert dialog.find(QSpinBox, "Dots per inch").value() == 288
        assert dialog.find(QLineEdit, "Folder").text() == str(tmp_path)

    export(user, look)


def test_the_preview_is_the_chart_that_will_be_written(user: User) -> None:
    def act(dialog: Dialog) -> None:
        # The screen of the tests is small.
        dialog.dialog.resize(1080, 680)
        before = dialog.preview
        dialog.check("Title")
        without_title = dialog.preview
        assert without_title != before
        dialog.check("Title")
        assert dialog.preview == before
        dialog.choose("Colours", "Dark")
        middle = dialog.find(Preview).rect().center()
        dark = dialog.preview
        assert dark != before
        corner = middle.x(), 14
        assert dark.pixelColor(*corner) == QColor(DARK.background)
        assert before.pixelColor(*corner) == QColor(LIGHT.background)
        dialog.check("Transparent")
        assert dialog.preview != dark

    export(user, act)


def test_on_a_small_screen_the_fields_are_scrolled_and_the_buttons_stay(user: User) -> None:
    def act(dialog: Dialog) -> None:
        room = dialog.dialog.screen().availableSize()
        assert dialog.dialog.width() < room.width()
        assert dialog.dialog.height() < room.height()
        dialog.dialog.resize(860, 420)
        assert dialog.dialog.height() == 420
        (area,) = dialog.dialog.findChildren(QScrollArea)
        assert area.verticalScrollBar().maximum() > 0
        assert not area.horizontalScrollBar().maximum()
        for words in ("Export", "Copy", "Cancel"):
            button = dialog.find(QPushButton, words)
            place = button.mapTo(dialog.dialog, button.rect().bottomRight())
            assert dialog.dialog.rect().contains(place)
        dialog.press("Cancel")

    export(user, act)


def test_the_description_can_be_edited_and_taken_back(
    qtbot: QtBot, user: User, tmp_path: Path, into: Into
) -> None:
    def edit(dialog: Dialog) -> None:
        into(dialog)
        made = dialog.description
        assert "Yu Bo" in made
        words = dialog.find(QPlainTextEdit)
        words.selectAll()
        QTest.keyClicks(words, "Bars of money.")
        reset = dialog.find(QToolButton, "As made from the data")
        reset.click()
        assert dialog.description == made
        words.selectAll()
        QTest.keyClicks(words, "Bars of money.")
        # What is chosen besides leaves it as it is.
        dialog.choose("Size of the page", "A4")
        dialog.check("SVG", "PDF")
        dialog.press("Export")

    png, svg, pdf = exported(qtbot, user, edit).written
    assert QImage(str(png)).text("Description") == "Bars of money."
    assert '<desc id="desc">Bars of money.</desc>' in svg.read_text(encoding="utf-8")
    about = PdfReader(pdf).metadata
    assert about is not None
    assert about.subject == "Bars of money."


@pytest.mark.parametrize("may", [True, False])
def test_a_file_that_is_there_is_replaced_only_if_the_user_says_so(
    qtbot: QtBot,
    user: User,
    tmp_path: Path,
    into: Into,
    monkeypatch: pytest.MonkeyPatch,
    may: bool,
) -> None:
    there = tmp_path / "jjj-speaker-theme.png"
    there.write_text("mine")
    asked: list[str] = []
    answer = QMessageBox.StandardButton.Yes if may else QMessageBox.StandardButton.No

    def question(*args: object) -> QMessageBox.StandardButton:
        asked.append(str(args[2]))
        return answer

    monkeypatch.setattr(QMessageBox, "question", question)

    def act(dialog: Dialog) -> None:
        into(dialog)
        dialog.press("Export")
        assert dialog.dialog.isVisible() is not may

    if may:
        exported(qtbot, user, act)
    else:
        export(user, act)
    assert asked == ["'jjj-speaker-theme.png' is there already. Replace it?"]
    assert (there.read_bytes() == b"mine") is not may


def test_what_is_missing_or_wrong_is_said_before_anything_is_written(user: User) -> None:
    def act(dialog: Dialog) -> None:
        dialog.check("PNG")
        assert "Choose at least one kind of file." in dialog.labels
        assert not dialog.can_export
        dialog.check("PNG")
        assert dialog.can_export
        dialog.write("Name of the file, without suffix", "a/b?")
        assert "A name can't have / ? in it." in dialog.labels
        assert not dialog.can_export
        dialog.write("Name of the file, without suffix", " ")
        assert "Give the file a name." in dialog.labels
        dialog.write("Name of the file, without suffix", "fine")
        dialog.write("Folder", " ")
        assert "Choose a folder." in dialog.labels

    export(user, act)


def test_a_folder_is_browsed_for(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))

    def act(dialog: Dialog) -> None:
        dialog.press("Browse…")
        assert dialog.find(QLineEdit, "Folder").text() == str(tmp_path)

    export(user, act)


def test_thinking_better_of_it_writes_nothing(user: User, tmp_path: Path, into: Into) -> None:
    export(user, into)
    assert not [path for path in tmp_path.iterdir() if path.is_file()]
    assert not user.window.statusBar().currentMessage()


def test_all_charts_of_a_selection_are_written(
    qtbot: QtBot, user: User, tmp_path: Path, into: Into
) -> None:
    user.click_row("kang-yanmin")
    forms = user.forms()

    def act(dialog: Dialog) -> None:
        into(dialog)
        dialog.choose("What is exported", f"All {len(forms)} charts of Kang Yanmin")
        dialog.check("SVG")
        dialog.press("Export")

    report = exported(qtbot, user, act)
    assert len(report.written) == 2 * len(forms)
    assert not report.failed
    assert (tmp_path / "kang-yanmin-targets.svg").is_file()


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
        dialog.press("Export")

    exported(qtbot, user, act)
    assert threads
    assert threading.main_thread() not in threads


def test_a_chart_that_fails_is_named_and_the_others_are_kept(
    qtbot: QtBot,
    user: User,
    tmp_path: Path,
    into: Into,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user.click_row("kang-yanmin")
    monkeypatch.setattr(Kinds, "draw", lambda *_: 1 / 0)

    def act(dialog: Dialog) -> None:
        into(dialog)
        dialog.choose("What is exported", "All")
        dialog.press("Export")

    report = exported(qtbot, user, act)
    assert [name for name, _ in report.failed] == ["kang-yanmin-kinds"]
    assert len(report.written) == len(user.forms()) - 1
    assert "kang-yanmin-kinds: division by zero" in told[0]


def test_a_folder_that_can_not_be_written_to_is_said(
    qtbot: QtBot, user: User, tmp_path: Path, told: list[str]
) -> None:
    (tmp_path / "file").write_text("in the way")

    def act(dialog: Dialog) -> None:
        dialog.write("Folder", str(tmp_path / "file"))
        dialog.press("Export")

    exported(qtbot, user, act)
    assert "is not a folder. Choose another one." in told[0]
    assert not user.window.statusBar().currentMessage()


def test_an_export_of_everything_can_be_cancelled_and_the_window_answers_meanwhile(
    qtbot: QtBot, user: User, tmp_path: Path, into: Into
) -> None:
    exporting = user.window.findChild(Exporting)
    assert exporting is not None

    def act(dialog: Dialog) -> None:
        into(dialog)
        dialog.choose("What is exported", "All charts of all")
        dialog.press("Export")

    export(user, act)
    qtbot.waitUntil(lambda: any(tmp_path.glob("*.png")), timeout=30_000)
    user.click_row("hebei")
    assert user.heading.startswith("Hebei")
    assert exporting.isVisible()
    user.action("Export…").trigger()
    assert "still being exported" in user.window.statusBar().currentMessage()
    with qtbot.waitSignal(exporting.ended, timeout=30_000) as ended:
        user.click(next(each for each in exporting.findChildren(QToolButton)))
    assert ended.args[0].cancelled
    assert "Cancelled. Saved until then: " in user.window.statusBar().currentMessage()
    assert not exporting.isVisible()


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


def test_all_selections_are_everything_and_each_on_its_own(user: User) -> None:
    assert user.window._pack is not None
    ids = [selection.slug for selection in batch.all_selections(user.window._pack)]
    assert ids[0] == "all"
    assert {"hebei", "chai-baoliang", "ecology"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_copy_puts_image_drawing_and_table_on_the_clipboard(user: User) -> None:
    user.choose_form("Money")
    user.action("Copy chart").trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert QGuiApplication.clipboard().image().width() > 1000
    assert b"<svg" in data.data("image/svg+xml").data()
    assert "\t731900000000\t731.9 billion yuan\t" in data.text()
    assert b",731900000000,731.9 billion yuan," in data.data("text/csv").data()
    assert user.window.statusBar().currentMessage() == "Copied as image, drawing and table."


def test_the_dialog_copies_the_chart_as_it_is_chosen_there(user: User) -> None:
    def act(dialog: Dialog) -> None:
        dialog.choose("Size of the page", "Banner")
        dialog.press("Copy")
        assert "Copied as image, drawing and table." in dialog.labels

    export(user, act)
    assert QGuiApplication.clipboard().image().width() == 2400


def test_damaged_choices_fall_back_to_the_defaults(user: User) -> None:
    store = user.window._settings
    for setting in (EXPORT_FORMATS, EXPORT_SCALE, EXPORT_OWN, EXPORT_SIZE, EXPORT_FOLDER):
        store[setting] = "/no such thing/"

    def look(dialog: Dialog) -> None:
        assert dialog.checked() == ["Title", "Source"]
        assert dialog.find(QSpinBox, "Dots per inch").value() == 192
        assert dialog.find(QComboBox, "Size of the page").currentText().startswith("As on")
        assert Path(dialog.find(QLineEdit, "Folder").text()).is_dir()

    export(user, look)
