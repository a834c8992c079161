"""The dialog shows what will be exported, and says what is missing before anything is."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from jjjviewer.charts.style import DARK, LIGHT
from jjjviewer.export import batch
from jjjviewer.ui.shared.preview import Preview
from jjjviewer.ui.shared.settings import (
    EXPORT_FOLDER,
    EXPORT_FORMATS,
    EXPORT_OWN,
    EXPORT_SCALE,
    EXPORT_SIZE,
)
from tests.ui.export.dialog import Dialog, Into, export, exported
from tests.ui.user import User


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
        dialog.check("PNG", "SVG", "Transparent", "Notes", "SVG text as shapes")
        dialog.choose("Size of the page", "Custom")
        dialog.find(QSpinBox, "Width in pixels").setValue(800)
        dialog.find(QSpinBox, "Height in pixels").setValue(500)
        dialog.find(QSpinBox, "Dots per inch").setValue(288)
        dialog.choose("Colours", "Dark")
        dialog.press("Export")

    assert "Not counted: 4 statements" in user.canvas.accessibleDescription()
    report = exported(qtbot, user, choose)
    svg = report.written[0].read_text(encoding="utf-8")
    assert 'width="800" height="500"' in svg
    assert "<text" not in svg
    assert f'fill="{DARK.background}"/>\n<path' not in svg
    assert DARK.text in svg
    drawn = svg.split("</desc>")[1]
    assert "Not counted: 4 statements" not in drawn
    # What is exported always names its source.
    assert "Source: Beijing Daily" in drawn

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
        # As high as the preview is.
        dialog.choose("Size of the page", "Square")
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


@pytest.mark.parametrize("may", [True, False])
def test_an_existing_file_is_replaced_only_if_the_user_confirms(
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
        assert args[-1] == QMessageBox.StandardButton.No
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
    assert asked == ["“jjj-speaker-theme.png” exists already. Replace it?"]
    assert (there.read_bytes() == b"mine") is not may


def test_missing_or_invalid_input_is_reported_before_anything_is_written(user: User) -> None:
    def act(dialog: Dialog) -> None:
        dialog.check("PNG")
        assert "Choose at least one format." in dialog.labels
        assert not dialog.can_export
        dialog.check("PNG")
        assert dialog.can_export
        dialog.write("Name of the file, without suffix", "a/b?")
        assert "A name can't have / ? in it." in dialog.labels
        assert not dialog.can_export
        dialog.write("Name of the file, without suffix", "Con")
        assert "Windows keeps the name Con for a device." in dialog.labels
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


def test_all_selections_are_everything_and_each_on_its_own(user: User) -> None:
    assert user.window.dataset is not None
    ids = [selection.slug for selection in batch.all_selections(user.window.dataset)]
    assert ids[0] == "all"
    assert {"hebei", "chai-baoliang", "ecology"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_the_dialog_copies_the_chart_as_it_is_chosen_there(user: User) -> None:
    def act(dialog: Dialog) -> None:
        dialog.choose("Size of the page", "Banner")
        dialog.press("Copy")
        assert "Copied as image, drawing and table." in dialog.labels

    export(user, act)
    assert QGuiApplication.clipboard().image().width() == 2400


def test_dots_per_inch_are_those_of_the_page_on_paper(user: User) -> None:
    def look(dialog: Dialog) -> None:
        dots = dialog.find(QSpinBox, "Dots per inch")
        scale = dialog.find(QDoubleSpinBox, "Pixels of the image for each pixel of the page")
        for page, per_inch in (("Slide", 144), ("A4", 192), ("Slide", 144)):
            dialog.choose("Size of the page", page)
            assert (dots.value(), scale.value()) == (per_inch, 2)
        dots.setValue(288)
        assert scale.value() == 4
        dialog.choose("Size of the page", "A4")
        assert dots.value() == 384
        assert "PNG: 3,176 × 4,492 pixels" in dialog.labels

    export(user, look)


def test_what_is_exported_is_dark_only_if_that_is_asked_for(user: User) -> None:
    user.action("Dark").trigger()

    def look(dialog: Dialog) -> None:
        assert dialog.find(QComboBox, "Colours").currentText() == "Light"
        dialog.dialog.resize(1080, 680)
        # As high as the preview is.
        dialog.choose("Size of the page", "Square")
        middle = dialog.find(Preview).rect().center()
        assert dialog.preview.pixelColor(middle.x(), 14) == QColor(LIGHT.background)

    export(user, look)
    user.action("Light").trigger()


def test_damaged_choices_fall_back_to_the_defaults(user: User) -> None:
    store = user.window.settings
    for setting in (EXPORT_FORMATS, EXPORT_SCALE, EXPORT_OWN, EXPORT_SIZE, EXPORT_FOLDER):
        store[setting] = "/no such thing/"

    def look(dialog: Dialog) -> None:
        assert dialog.checked() == ["Title", "Notes"]
        assert dialog.find(QSpinBox, "Dots per inch").value() == 192
        assert dialog.find(QComboBox, "Size of the page").currentText().startswith("As on")
        assert Path(dialog.find(QLineEdit, "Folder").text()).is_dir()

    export(user, look)
