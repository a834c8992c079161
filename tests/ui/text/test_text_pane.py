"""A reader attaches a copy of the text, and sees each figure in its sentence."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from jjjviewer.charts.style import LIGHT
from jjjviewer.paths import example_pack
from jjjviewer.ui.search.results import Results
from jjjviewer.ui.search.search_field import SearchField
from tests.ui.text.reader import Reader, only
from tests.ui.user import User, open_window, reopened

ARTICLE = (example_pack() / "article.txt").read_text(encoding="utf-8")


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path) -> Reader:
    """Look at the example, without the text that it brings, with the page for a text."""
    pack = Path(shutil.copytree(example_pack(), tmp_path / "example"))
    (pack / "texts.csv").unlink()
    reader = Reader(User(qtbot, open_window(qtbot, pack)))
    reader.open_page()
    return reader


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "estuary.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_without_a_text_the_page_says_how_to_attach_one(reader: Reader) -> None:
    """And shows nothing else."""
    assert "Attach your own copy of the text" in reader.words
    assert reader.buttons == ["Attach text…"]
    assert reader.page.isHidden()


def test_a_text_that_is_dropped_shows_its_figures(reader: Reader, article: Path) -> None:
    """Underlined in the colours of their regions, beside the numbers of the paragraphs."""
    reader.drop(article)
    assert reader.words == "Reading estuary.txt…"
    reader.wait("estuary.txt: all 39 figures found.")
    assert reader.page.isVisible()
    assert "\n4\u2002The sea wall of Westmarsh" in reader.page.toPlainText()
    format_ = reader.find("48.5 kilometers").charFormat()
    assert format_.underlineStyle() == format_.UnderlineStyle.SingleUnderline
    assert format_.underlineColor() == QColor(LIGHT.regions[0].deep)
    assert not reader.find("The sea wall").charFormat().isAnchor()


def test_a_text_is_chosen_in_a_dialog(
    reader: Reader, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the menu; where the dialog is left, nothing happens."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    reader.press("Attach text…")
    assert reader.page.isHidden()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(article), ""))
    reader.user.action("Attach text…").trigger()
    reader.wait("all 39 figures")


def test_a_click_on_a_figure_chooses_it_in_the_other_panes(reader: Reader, article: Path) -> None:
    """And lights its sentence."""
    reader.drop(article)
    reader.wait("all 39 figures")
    reader.click_words("32 boats")
    assert reader.lit == ["Eastmere has 128 fishing boats, of which 96 boats fish for cockles and "
                          "32 boats for eel."]  # fmt: skip
    assert len(reader.user.chosen_figures) == 1
    assert "eel" in reader.user.chosen_figures[0].lower()


def test_a_figure_that_is_not_in_the_view_is_gone_to(reader: Reader, article: Path) -> None:
    """Its speaker is selected then."""
    reader.user.click_row("ada-linde")
    reader.drop(article)
    reader.wait("all 39 figures")
    reader.click_words("32 boats")
    assert reader.user.chosen_rows == ["Celia Varga"]
    assert "eel" in reader.user.chosen_figures[0].lower()
    assert len(reader.lit) == 1


def test_a_figure_chosen_elsewhere_is_lit_and_scrolled_to(reader: Reader, article: Path) -> None:
    """In the table of figures."""
    reader.drop(article)
    reader.wait("all 39 figures")
    figures = reader.user.figure_names
    reader.user.click(reader.tabs, reader.tabs.tabRect(0).center())
    reader.user.click_figure(len(figures) - 1)
    reader.open_page()
    assert len(reader.lit) == 1
    place = reader.page.cursorRect(reader.find(reader.lit[0]))
    assert reader.page.viewport().rect().intersects(place)
    assert reader.page.verticalScrollBar().value() > 0


def test_a_mark_of_the_chart_lights_its_sentence(reader: Reader, article: Path) -> None:
    """As every figure that is chosen."""
    reader.drop(article)
    reader.wait("all 39 figures")
    reader.user.choose_chart_type("Bars")
    mark = next(each for each in reader.user.canvas.marks if len(each.records) == 1)
    reader.user.click_mark(mark)
    assert len(reader.lit) == 1
    assert "crowns" in reader.lit[0]


def test_a_statement_without_figures_lights_its_paragraph(reader: Reader, article: Path) -> None:
    """As a cell of the chart may hold nothing else."""
    reader.drop(article)
    reader.wait("all 39 figures")
    reader.user.choose_chart_type("Speaker × theme")
    reader.user.click_mark(
        next(each for each in reader.user.canvas.marks if "s7-1" in each.records)
    )
    assert len(reader.lit) == 1
    assert reader.lit[0].startswith("With Eastmere we agreed in 2021")
    assert "dredged sand" in reader.lit[0]


def test_going_back_shows_the_text_as_it_was(reader: Reader, article: Path) -> None:
    """What was lit, and where it was scrolled to."""
    reader.drop(article)
    reader.wait("all 39 figures")
    reader.click_words("32 boats")
    lit, scrolled = reader.lit, reader.page.verticalScrollBar().value()
    reader.user.click_row("ada-linde")
    assert reader.lit == []
    reader.user.action("Back").trigger()
    assert reader.lit == lit
    assert reader.page.verticalScrollBar().value() == scrolled


def test_what_differs_is_listed_and_leads_to_its_figure(reader: Reader, article: Path) -> None:
    """As a garbled copy has it."""
    text = ARTICLE.replace("48.5 kilometers", "84.5 kilometers")
    article.write_text(text.replace("162 kilometers", "many kilometers"), encoding="utf-8")
    reader.drop(article)
    reader.wait("37 of 39 figures found.")
    assert "Differences, listed above the text: 2." in reader.words
    text = reader.page.toPlainText()
    assert "48.5 kilometers: this text has “84.5 kilometers” there (¶4)." in text
    assert "162 kilometers is not in this text." in text
    reader.click_words("162 kilometers")
    assert len(reader.user.chosen_figures) == 1


def test_what_is_only_probably_a_figure_is_dashed(reader: Reader, article: Path) -> None:
    """Where no hash agrees and the number is common."""
    article.write_text(ARTICLE.replace(". ", ".  So it is. "), encoding="utf-8")
    reader.drop(article)
    reader.wait("Only probable (dashed):")
    format_ = reader.find("12 years").charFormat()
    assert format_.underlineStyle() == format_.UnderlineStyle.DashUnderline


def test_an_unrelated_text_is_refused_and_what_was_shown_stays(
    reader: Reader, article: Path, tmp_path: Path
) -> None:
    """And stays attached."""
    reader.drop(article)
    reader.wait("all 39 figures")
    other = tmp_path / "other.txt"
    other.write_text("A text of another matter with 3 boats.", encoding="utf-8")
    reader.drop(other)
    reader.wait("under half")
    assert "Westmarsh" in reader.page.toPlainText()
    again = Reader(reopened(reader.user.qtbot, reader.user.window))
    again.wait("estuary.txt: all 39 figures")


def test_a_text_is_remembered_for_its_pack(qtbot: QtBot, article: Path) -> None:
    """For that one only; what changed or is gone is said, and it can be found again."""
    reader = Reader(User(qtbot, open_window(qtbot, example_pack())))
    reader.open_page()
    reader.wait("all 39 figures")
    reader.drop(article)
    reader.wait("estuary.txt: all 39 figures")
    reader.user.action("Open the interview of 2022").trigger()
    reader.wait("Attach your own copy")
    article.write_text(f"{ARTICLE}\n\nOne more line.", encoding="utf-8")
    reader.user.action("Open example (fictional)").trigger()
    reader.wait("The file has changed since it was attached.")
    moved = article.rename(article.with_name("moved.txt"))
    again = Reader(reopened(reader.user.qtbot, reader.user.window))
    again.wait(f"no longer at {article}")
    assert again.buttons == ["Find again…", "Remove"]
    again.drop(moved)
    again.wait("moved.txt: all 39 figures")


def test_a_text_that_is_removed_is_forgotten(reader: Reader, article: Path) -> None:
    """The file stays."""
    reader.drop(article)
    reader.wait("all 39 figures")
    reader.press("Remove")
    reader.wait("Attach your own copy")
    assert reader.page.isHidden()
    assert article.exists()


def test_the_search_covers_the_text(reader: Reader, article: Path) -> None:
    """Words that the pack itself does not have, too; the tab says how often."""
    reader.drop(article)
    reader.wait("all 39 figures")
    QTest.keyClicks(only(reader.user, SearchField), "asked five")
    matches = [each.cursor.selectedText() for each in reader.page.extraSelections()]
    assert "asked" in matches
    assert reader.tabs.tabText(1) == f"Text ({len(matches)})"
    only(reader.user, SearchField).clear()
    assert reader.tabs.tabText(1) == "Text"


def test_what_the_text_holds_is_listed_and_gone_to(reader: Reader, article: Path) -> None:
    reader.drop(article)
    reader.wait("figures found")
    user = reader.user
    user.press(Qt.Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    field = only(user, SearchField)
    # The pack itself does not have them.
    QTest.keyClicks(field, "asked five")
    results = user.window.findChild(Results)
    assert results is not None and results.isVisible()
    assert results.line is not None and results.line.in_text is not None
    assert "asked five" in results.line.name
    user.press(Qt.Key.Key_Return, field)
    assert reader.page.isVisible()
    assert reader.page.hasFocus()
    assert "asked five" in reader.page.textCursor().block().text()


def test_a_pack_that_brings_its_text_needs_no_file(qtbot: QtBot) -> None:
    reader = Reader(User(qtbot, open_window(qtbot, example_pack())))
    reader.wait("The text that came with this pack: all 39 figures found.")
    assert reader.buttons == ["Attach another…"]


def test_a_long_text_comes_in_parts_and_keeps_the_window_awake(
    reader: Reader, article: Path
) -> None:
    """No event is kept waiting for the whole of it."""
    article.write_text("\n\n".join([ARTICLE, *["More was said."] * 3000]), encoding="utf-8")
    reader.drop(article)
    reader.wait("all 39 figures")
    assert reader.page.toPlainText().endswith("More was said.")
