"""What is found and what narrows is a row in the tree, chips above the panes, the same in all."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from jjjviewer.model.selection import Selection
from jjjviewer.paths import example_pack
from jjjviewer.ui.chart.data_table import DataTable
from jjjviewer.ui.window.chip_bar import ChipBar
from jjjviewer.ui.window.compare_dialog import CompareDialog
from tests.ui.chart.test_arranging import pick
from tests.ui.search.test_search import searcher
from tests.ui.user import User, reopened

CTRL = Qt.KeyboardModifier.ControlModifier


def chips(user: User) -> list[str]:
    """The words in the bar above the panes, from left to right; those with a × can be removed."""
    bar = user.window.findChild(ChipBar)
    assert bar is not None
    parts: list[QLabel | QToolButton] = [
        *bar.findChildren(QLabel),
        *bar.findChildren(QToolButton),
    ]
    parts = sorted(filter(QWidget.isVisible, parts), key=lambda each: (each.y(), each.x()))
    return [each.text().replace("  ✕", " ×") for each in parts if each.text() not in "·,"]


def remove(user: User, words: str) -> None:
    bar = user.window.findChild(ChipBar)
    assert bar is not None
    buttons = [each for each in bar.findChildren(QToolButton) if each.isVisibleTo(bar)]
    user.click(next(each for each in buttons if each.text().startswith(words)))


def find_all(user: User, words: str) -> None:
    """Search, and choose the line that shows all results."""
    somebody = searcher(user)
    somebody.search(words)
    for _ in somebody.lines:
        somebody.key(Qt.Key.Key_Down)
    assert somebody.line.startswith("Show ")
    somebody.key(Qt.Key.Key_Return)


def shown(user: User) -> Selection:
    assert user.chart.chart is not None
    return user.chart.chart.view.selection


def test_a_region_and_a_theme_narrow_each_other_in_all_panes(user: User) -> None:
    user.click_row("hebei")
    user.click_row("ecology", CTRL)
    assert user.window.windowTitle() == "Hebei · Ecology"
    assert chips(user) == ["Hebei ×", "Ecology ×"]
    assert "16 statements, 9 figures" in user.text
    assert user.figure_count == 9
    assert user.chart.chart is not None
    assert len(user.chart.chart.view.statements) == 16
    assert "16 statements" in user.status
    remove(user, "Hebei")
    assert user.chosen_rows == ["Ecology"]
    assert chips(user) == ["Ecology"]


def test_two_regions_are_compared_on_a_theme(user: User) -> None:
    user.click_row("hebei")
    user.click_row("beijing", CTRL)
    user.click_row("ecology", CTRL)
    assert user.window.windowTitle() == "Beijing, Hebei · Ecology"
    assert chips(user) == ["Beijing ×", "Hebei ×", "Ecology ×"]
    assert "16 statements, 9 figures" in user.text
    user.choose_chart_type("Kinds of statement")
    assert "Beijing and Hebei · Ecology" in user.canvas.accessibleDescription()


def test_a_row_under_places_selects_the_place(user: User) -> None:
    user.click_row("place:beijing")
    assert shown(user).ids == ("place:beijing",)
    assert "Named by" in user.text
    assert user.chosen_rows == ["Beijing"]
    user.click_row("beijing")
    assert shown(user).ids == ("beijing",)
    user.click_row("place:beijing", CTRL)
    assert user.heading.startswith("Beijing · Beijing")


def test_a_filter_reaches_every_pane_and_is_a_chip(user: User) -> None:
    user.click_row("hebei")
    pick(user, "target", "Filter", "Status")
    assert chips(user) == ["Hebei", "target, and statements with such a figure ×"]
    assert user.figure_count == 4
    assert "2 statements, 4 figures" in user.text
    assert "2 statements, 4 figures" in user.status
    assert user.chart.chart is not None
    assert len(user.chart.chart.view.statements) == 2
    user.click_row("beijing")
    assert user.figure_count == 0
    assert chips(user)[-1].startswith("target")
    user.action("Back").trigger()
    user.action("Back").trigger()
    assert chips(user) == ["Hebei"]
    assert user.figure_count == 28
    user.action("Forward").trigger()
    remove(user, "target")
    assert user.figure_count == 28


def test_the_overview_is_of_everything_without_a_filter(user: User) -> None:
    pick(user, "Kang Yanmin", "Filter", "Speaker")
    assert chips(user) == ["Beijing-Tianjin-Hebei", "Kang Yanmin ×"]
    user.action("Overview").trigger()
    assert chips(user) == ["Beijing-Tianjin-Hebei"]


def test_a_figure_is_shown_on_the_first_chart_that_has_it(user: User) -> None:
    user.choose_chart_type("Bars")
    before = [id_ for mark in user.canvas.marks for id_ in mark.records]
    assert user.window.dataset is not None
    figures = user.window.dataset["figures"]
    for row, (id_, chartable) in enumerate(
        zip(figures["figure_id"], figures["chartable"], strict=True)
    ):
        user.click_figure(row)
        if chartable:
            drawn = [each for mark in user.canvas.marks for each in mark.records]
            assert id_ in drawn
    assert user.figure_count == len(figures)
    user.click_row("hebei")
    assert user.chosen_chart_type() == "Bars" or not before


def test_back_shows_the_panes_as_they_were_left(user: User) -> None:
    user.click_row("hebei")
    user.choose_chart_type("Timeline")
    user.click_figure(3)
    mark = user.canvas.highlighted
    chart = user.chosen_chart_type()
    bar = user.browser.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    left = bar.value()
    assert mark and left
    user.open_tab(1)
    user.click_row("ecology")
    user.open_tab(0)
    user.choose_chart_type("Kinds of statement")
    user.action("Back").trigger()
    assert bar.value() == left
    assert user.canvas.highlighted == mark
    assert user.chosen_chart_type() == chart
    tabs = user.chart.findChild(QTabBar)
    assert tabs is not None
    assert tabs.currentIndex() == 1
    assert user.chosen_figures
    assert user.tinted
    user.action("Forward").trigger()
    assert user.chosen_chart_type() == "Kinds of statement"


def test_back_shows_the_part_of_the_map_that_was_in_sight(qtbot: QtBot, user: User) -> None:
    user.choose_chart_type("Map")
    with qtbot.waitSignal(user.chart.drawn):
        user.action("Zoom in").trigger()
    assert user.chart.chart is not None
    extent = user.chart.chart.view.extent
    assert extent is not None
    user.click_row("hebei")
    user.action("Back").trigger()
    assert user.chart.chart.view.extent == extent


def test_a_key_draws_a_chart_of_the_list(user: User) -> None:
    keys = CTRL | Qt.KeyboardModifier.ShiftModifier
    names = user.chart_types()
    for key in range(1, 10):
        QTest.keyClick(user.window, Qt.Key(Qt.Key.Key_0 + key), keys)
        assert user.chosen_chart_type() == names[key - 1]


def test_the_table_of_a_chart_is_sorted_by_its_headings(user: User) -> None:
    user.choose_chart_type("Timeline")
    user.open_tab(1)
    table = user.chart.findChild(DataTable)
    assert table is not None
    model, header = table.model(), table.horizontalHeader()

    def column(at: int) -> list[str]:
        return [str(model.index(row, at).data()) for row in range(model.rowCount())]

    for at in range(model.columnCount()):
        header.resizeSection(at, 60)
        table.scrollTo(model.index(0, at))
        place = header.sectionViewportPosition(at) + 20
        rows = sorted(column(at))
        for _ in range(2):
            QTest.mouseClick(
                header.viewport(),
                Qt.MouseButton.LeftButton,
                pos=QPoint(place, 8),
            )
            assert sorted(column(at)) == rows
        words = [cell.casefold() for cell in column(at) if cell]
        if not any(cell.replace(",", "").replace(".", "").isdecimal() for cell in words):
            assert words == sorted(words, reverse=True)


def test_a_search_is_remembered(qtbot: QtBot, user: User) -> None:
    find_all(user, "forest cover, chengde")
    again = reopened(qtbot, user.window)
    assert again.heading == "“forest cover, chengde”"
    assert again.chosen_rows == ["Search: forest cover, chengde"]


def test_a_search_is_compared_with_a_theme(user: User) -> None:
    find_all(user, "water")
    user.action("Compare with…").trigger()
    assert "Compare “water” with" in user.labels
    dialog = user.window.findChild(CompareDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.findChildren(QLineEdit)[0], "ecol")
    QTest.keyClick(dialog.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    assert shown(user) == Selection(("ecology",), "water")
    assert chips(user) == ["Ecology ×", "Search: water ×"]


def test_nothing_of_another_pack_can_be_removed(qtbot: QtBot, user: User) -> None:
    user.click_row("hebei")
    user.click_row("ecology", CTRL)
    with qtbot.waitSignal(user.window.pack_left, timeout=30_000):
        user.window.open_pack(example_pack())
    assert chips(user) == ["Loading…"]
    with qtbot.waitSignal(user.window.view_shown, timeout=30_000):
        pass
    assert len(chips(user)) == 1
