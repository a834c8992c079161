"""Title, subtitle, note and description in words of one's own, in the export dialog."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.export.dialog import Dialog, Into, export, exported
from tests.ui.user import User


def test_the_description_can_be_edited_and_taken_back(
    qtbot: QtBot, user: User, tmp_path: Path, into: Into
) -> None:
    def edit(dialog: Dialog) -> None:
        into(dialog)
        words = dialog.find(QPlainTextEdit)
        automatic = words.placeholderText()
        assert "Yu Bo" in automatic
        reset = dialog.find(QToolButton, "Reset to automatic text")
        assert not reset.isEnabled()
        QTest.keyClicks(words, "Something else.")
        dialog.click(reset)
        assert dialog.description == ""
        assert words.placeholderText() == automatic
        QTest.keyClicks(words, "Bars of money.")
        assert words.placeholderText() == automatic
        # What is chosen besides leaves it as it is.
        dialog.choose("Size of the page", "A4")
        dialog.check("SVG", "PDF")
        dialog.press("Export")

    png, svg, pdf = exported(qtbot, user, edit).written
    assert QImage(str(png)).text("Description") == "Bars of money."
    assert "<desc>Bars of money.</desc>" in svg.read_text(encoding="utf-8")
    about = PdfReader(pdf).metadata
    assert about is not None
    assert about.subject == "Bars of money."


@pytest.mark.parametrize("name", ["Your own title", "Your own subtitle", "Your own note"])
def test_words_of_one_s_own_are_previewed_and_written_and_taken_back(
    qtbot: QtBot, user: User, into: Into, name: str
) -> None:
    def edit(dialog: Dialog) -> None:
        into(dialog)
        before, automatic = dialog.preview, dialog.find(QLineEdit, name).placeholderText()
        assert automatic
        dialog.write(name, "Draft")
        assert dialog.preview != before
        dialog.click(dialog.find(QToolButton, "Reset to automatic text"))
        assert dialog.preview == before
        dialog.write(name, "Draft")
        assert dialog.find(QLineEdit, name).placeholderText() == automatic
        dialog.check("PNG", "SVG")
        dialog.press("Export")

    (path,) = exported(qtbot, user, edit).written
    assert "Draft" in path.read_text(encoding="utf-8").split("</desc>")[1]


def test_words_of_one_s_own_are_for_a_single_chart_only(
    qtbot: QtBot, user: User, into: Into
) -> None:
    def edit(dialog: Dialog) -> None:
        into(dialog)
        dialog.write("Your own title", "Draft")
        dialog.choose("What is exported", "All")
        assert not dialog.find(QLineEdit, "Your own title").isEnabled()
        dialog.check("PNG", "SVG")
        dialog.press("Export")

    user.click_row("yin-xiangjie")
    report = exported(qtbot, user, edit)
    assert report.written
    for path in report.written:
        assert "Draft" not in path.read_text(encoding="utf-8")


def test_all_charts_have_the_words_and_the_highlight_that_each_was_given(
    qtbot: QtBot, user: User, into: Into
) -> None:
    user.click_row("hebei")
    user.choose_chart_type("Bars")
    mark = user.canvas.marks[-1]
    user.click_mark(mark)
    highlighted = user.canvas.accessibleName()
    user.choose_chart_type("Timeline")

    def one(dialog: Dialog) -> None:
        into(dialog)
        dialog.write("Your own title", "When, as I see it")
        dialog.press("Export")

    def all_(dialog: Dialog) -> None:
        into(dialog)
        dialog.choose("What is exported", "All")
        dialog.check("PNG", "SVG")
        dialog.press("Export")

    exported(qtbot, user, one)
    charts = {path.stem: path for path in exported(qtbot, user, all_).written}
    assert "<title>When, as I see it</title>" in _svg(charts["hebei-timeline"])
    assert f"<title>{highlighted}</title>" in _svg(charts["hebei-bars-cny"])
    assert f'data-headline="{mark.key}"' in _svg(charts["hebei-bars-cny"])
    assert "As I see it" not in _svg(charts["hebei-kinds"])


def _svg(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_characters_that_the_typeface_lacks_are_named_where_they_matter(user: User) -> None:
    def look(dialog: Dialog) -> None:
        dialog.paste("Your own title", "تيانجين and \u0378")
        assert "No font here has \u0378 (U+0378)" in dialog.labels
        assert "In the SVG" not in dialog.labels
        dialog.check("SVG")
        assert "In the SVG, text with \u0627 (U+0627)" in dialog.labels
        dialog.check("SVG text as shapes")
        assert "In the SVG" not in dialog.labels
        dialog.check("PNG", "SVG", "CSV")
        assert "No font here" not in dialog.labels

    user.click_row("hebei")
    export(user, look)
