"""The detail pane: who, what was said, with whom, and the figures behind it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from jjjviewer.model.dataset import Dataset
from tests.packs import counts
from tests.ui.user import User

FOREST = ["15.823 million mu", "Forest planted, Chengde", "past ten years", "achieved", "41"]


def test_a_speaker_has_name_role_and_headline_in_both_scripts(user: User) -> None:
    user.click_row("chai-baoliang")
    head = user.text.splitlines()
    assert head[0] == "Chai Baoliang 柴宝良"
    assert "Secretary, CPC Chengde Municipal Committee, Hebei" in user.text
    assert "河北省承德市委书记" in user.text


def test_every_statement_is_there_with_kind_and_paragraph(user: User, pack: Dataset) -> None:
    user.click_row("yu-bo")
    said = pack["statements"][pack["statements"]["speaker_id"] == "yu-bo"]
    words = {
        "achievement": "Done",
        "measure": "Under way",
        "plan": "Planned",
        "position": "Position",
    }
    plain = user.text.replace("\xa0", " ")
    for row in said.itertuples():
        assert f"{words[str(row.kind)]}  {row.summary} ¶{row.paragraph}" in plain


def test_statements_are_grouped_by_theme_and_on_a_theme_by_speaker(
    user: User, pack: Dataset
) -> None:
    said = pack["statements"]
    of_chai = said[said["speaker_id"] == "chai-baoliang"]
    count = (of_chai["theme_id"] == "ecology").sum()
    user.click_row("chai-baoliang")
    assert f"Ecology {count}" in user.text.splitlines()
    user.click_row("ecology")
    assert f"Chai Baoliang {count}" in user.text.splitlines()


def test_unclear_records_are_marked_as_unclear(user: User, pack: Dataset) -> None:
    user.click_row("kang-yanmin")
    unclear = pack["statements"][
        (pack["statements"]["speaker_id"] == "kang-yanmin")
        & (pack["statements"]["certainty"] == "ambiguous")
    ]
    assert user.text.count("Ambiguous in the text.") == len(unclear)


def test_a_region_lists_its_speakers_with_counts(user: User, pack: Dataset) -> None:
    user.click_row("hebei")
    assert "Chai Baoliang 柴宝良" in user.text
    statements, figures = counts(pack, "chai-baoliang")
    assert f"{statements} statements, {figures} figures" in user.text


def test_the_page_of_a_place_lists_who_mentions_it_where(user: User) -> None:
    user.click_row("miyun")
    assert "Named by" in user.text
    assert "Chai Baoliang ¶42" in user.text.replace("\xa0", " ")


def test_a_view_without_figures_shows_a_message_instead_of_an_empty_table(user: User) -> None:
    user.click_row("transport")
    assert not user.figures.isVisible()
    assert "Nobody gave a figure on this theme." in user.labels
    user.click_row("miyun")
    assert "No figure is recorded for" in user.labels
    user.click_row("hebei")
    assert user.figures.isVisible()


def test_figures_are_counted_and_listed_with_all_columns(user: User) -> None:
    user.click_row("chai-baoliang")
    assert "15 figures" in user.labels
    assert user.figure_count == 15
    model = user.figures.model()
    headings = [
        model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())
    ]
    assert headings == ["Value", "What", "Period", "Status", "¶"]
    row = [model.index(2, column).data() for column in range(model.columnCount())]
    assert row == [
        "15.823 million mu",
        "Forest planted, Chengde",
        "past ten years",
        "achieved",
        "41",
    ]
    assert "printed “15.823 million mu”" in model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_figures_of_several_name_their_speakers(user: User) -> None:
    model = user.figures.model()
    assert model.headerData(4, Qt.Orientation.Horizontal) == "Speaker"


def test_a_click_on_a_heading_sorts_and_another_one_reverses(user: User) -> None:
    user.click_row("chai-baoliang")
    header = user.figures.horizontalHeader()
    place = header.rect().center()
    place.setX(header.sectionViewportPosition(1) + 10)
    user.click(header.viewport(), place)
    names = user.figure_names
    assert names == sorted(names)
    user.click(header.viewport(), place)
    assert user.figure_names == sorted(names, reverse=True)


def test_a_sorted_table_keeps_the_chosen_figure(user: User) -> None:
    user.click_row("chai-baoliang")
    user.click_figure(3)
    chosen = user.chosen_figures
    user.figures.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert user.chosen_figures == chosen


def test_values_are_sorted_within_their_unit(user: User) -> None:
    user.click_row("jjj")
    user.figures.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    model = user.figures.model()
    money = [str(model.index(row, 0).data()) for row in range(user.figure_count)]
    yuan = [value for value in money if "yuan" in value]
    at = money.index(yuan[0])
    assert money[at : at + len(yuan)] == yuan
    assert yuan[0].startswith("21 million")
    assert yuan[-1].startswith("731.9 billion")


def test_chosen_figures_are_copied_for_a_spreadsheet(user: User, pack: Dataset) -> None:
    user.click_row("chai-baoliang")
    user.click_figure(2)
    user.press(Qt.Key.Key_C, user.figures, modifier=Qt.KeyboardModifier.ControlModifier)
    row, source = QGuiApplication.clipboard().text().splitlines()
    assert row.split("\t") == FOREST
    assert pack.source.caveat
    assert source.startswith(f"{pack.source.caveat} Source: Beijing Daily, Tianjin Daily")
    assert source.endswith(", ¶41.")


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_PageDown])
def test_arrow_keys_move_through_the_figures(user: User, key: Qt.Key) -> None:
    user.click_row("chai-baoliang")
    user.click_figure(0)
    before = user.chosen_figures
    user.press(key, user.figures)
    assert user.chosen_figures != before
    assert user.tinted


def test_the_context_menu_of_a_figure_opens_its_card_and_back_returns(user: User) -> None:
    user.click_row("hebei")
    row = user.figure_names.index("Output value of green chemicals, Cangzhou")
    user.choose_in_menu_of_figure(row, "Card of this figure")
    assert user.heading == "Output value of green chemicals, Cangzhou"
    assert user.chosen_chart_type() == "In numbers"
    assert user.figure_count == 1
    assert user.chosen_rows == []
    user.action("Back").trigger()
    assert user.heading.startswith("Hebei")
    assert user.chosen_chart_type() != "In numbers"


def test_beside_the_figures_there_is_no_menu(user: User) -> None:
    user.click_row("yin-xiangjie")
    below = user.figures.viewport().rect().bottomLeft() + QPoint(20, -4)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, below, QPoint())
    QApplication.sendEvent(user.figures.viewport(), event)
    assert QApplication.activePopupWidget() is None
