"""Paragraphs, a period and values narrow all panes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from jjjviewer.ui.chart.filter_dialog import FilterDialog
from tests.ui.chart.test_arranging import pick
from tests.ui.user import User
from tests.ui.window.test_narrowing import CTRL, chips, remove


def ask_for_spans(user: User, *words: str) -> FilterDialog:
    """Choose the dialog in the Filter menu, fill it in and accept it."""
    pick(user, "Paragraphs, period and values…", "Filter")
    dialog = user.window.findChild(FilterDialog)
    assert dialog is not None
    fields = dialog.findChildren(QLineEdit)
    for field, typed in zip(fields, words, strict=False):
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        QTest.keyClicks(field, typed)
    QTest.keyClick(fields[0], Qt.Key.Key_Return)
    return dialog


def test_paragraphs_and_a_period_are_chips_too(user: User) -> None:
    ask_for_spans(user, "38-44", "2021")
    words = ["¶38–44 ×", "from 2021, and statements with such a figure ×"]
    assert chips(user) == ["Beijing-Tianjin-Hebei", *words]
    assert user.chart.chart is not None
    view = user.chart.chart.view
    assert 0 < view.figure_count == user.figure_count
    assert view.figures["paragraph"].between(38, 44).all()
    assert (view.figures["period_end"] >= "2021-01-01").all()
    remove(user, "from 2021")
    remove(user, "¶38")
    assert chips(user) == ["Beijing-Tianjin-Hebei"]


def test_the_page_of_a_place_lists_only_the_paragraphs_that_a_filter_lets_through(
    user: User,
) -> None:
    user.click_row("miyun")
    assert "Chai Baoliang ¶42" in user.text.replace("\xa0", " ")
    ask_for_spans(user, "20-41")
    named_by = user.text.split("Named by")[1] if "Named by" in user.text else ""
    assert "¶42" not in named_by
    remove(user, "¶20")
    assert "Chai Baoliang ¶42" in user.text.replace("\xa0", " ")


def test_who_names_a_place_is_narrowed_by_a_region(user: User) -> None:
    user.click_row("place:beijing")
    assert {"Yu Bo", "Chai Baoliang"} <= {*user.text.replace(" ¶", "\n").split("\n")}
    user.click_row("hebei", CTRL)
    named_by = user.text.split("Named by")[1]
    assert "Chai Baoliang" in named_by
    assert "Yu Bo" not in named_by.split("Partners")[0]


def test_values_are_a_chip_too_and_stand_in_the_dialog_again(user: User) -> None:
    dialog = ask_for_spans(user, "", "", "", "1e9", "7.5e11")
    words = "1–750 billion yuan, and statements with such a figure ×"
    assert chips(user) == ["Beijing-Tianjin-Hebei", words]
    assert user.chart.chart is not None
    figures = user.chart.chart.view.figures
    assert 0 < len(figures) == user.figure_count
    assert set(figures["base_unit"]) == {"cny"}
    assert figures["base_value"].between(1e9, 7.5e11).all()
    user.qtbot.waitUntil(lambda: user.window.findChild(FilterDialog) is None)
    dialog = ask_for_spans(user)
    assert "1–750 billion yuan" in " ".join(chips(user))
    assert not dialog.isVisible()
    remove(user, "1–750")
    assert chips(user) == ["Beijing-Tianjin-Hebei"]


def test_what_is_no_paragraph_day_or_number_is_told_in_the_dialog(user: User) -> None:
    wrong = [("x",), ("4-",), ("41", "20212"), ("", "", "", "many"), ("", "", "", "1", "inf")]
    for typed in wrong:
        dialog = ask_for_spans(user, *typed)
        assert dialog.isVisible()
        assert f"“{typed[-1]}” can't be read." in user.labels
        assert chips(user) == ["Beijing-Tianjin-Hebei"]
        dialog.reject()
        user.qtbot.waitUntil(lambda: user.window.findChild(FilterDialog) is None)
