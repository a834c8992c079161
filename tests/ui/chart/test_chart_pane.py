"""The chart pane: forms that suit, marks that can be reached, pages, and a chart that fails."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QToolButton, QToolTip

from jjjviewer.charts.shapes import Mark
from jjjviewer.charts.style import LEAST_PAGE, LIGHT
from jjjviewer.charts.types.bars import Bars
from jjjviewer.charts.types.kinds import Kinds
from jjjviewer.ui.chart.page_stepper import PageStepper
from jjjviewer.ui.chart.unit_menu import UnitMenu
from tests.ui.user import User


def named(user: User, words: str) -> QToolButton:
    """A button of the chart pane by its spoken name."""
    buttons = user.chart.findChildren(QToolButton)
    return next(button for button in buttons if button.accessibleName() == words)


def first_of(user: User, words: str) -> Mark:
    return next(mark for mark in user.canvas.marks if words in mark.words)


def test_only_chart_types_that_suit_are_offered(user: User) -> None:
    assert "Bars" in user.chart_types()
    user.click_row("transport")
    assert "Bars" not in user.chart_types()
    assert user.chosen_chart_type() == "Speaker × theme"


def test_a_click_on_a_chart_type_draws_it(user: User) -> None:
    user.choose_chart_type("Kinds of statement")
    assert user.chosen_chart_type() == "Kinds of statement"
    assert user.chart.chart is not None
    assert user.chart.chart.chart_type.id == "kinds"


def test_a_chosen_chart_type_returns_with_the_next_view_that_it_accepts(user: User) -> None:
    user.choose_chart_type("Shares")
    user.click_row("transport")
    assert user.chosen_chart_type() == "Speaker × theme"
    user.click_row("chai-baoliang")
    assert user.chosen_chart_type() == "Shares"


def test_a_click_on_a_mark_selects_its_figure_and_points_out_its_statement(user: User) -> None:
    user.click_row("chai-baoliang")
    user.choose_chart_type("Bars")
    user.click_mark(first_of(user, "Carbon sequestration products traded"))
    assert user.chosen_figures == ["Carbon sequestration products traded, Chengde"]
    assert any("21 million yuan" in words for words in user.tinted)


def test_a_click_beside_the_marks_changes_nothing(user: User) -> None:
    user.click_row("chai-baoliang")
    user.click(user.canvas, QPoint(1, 1))
    assert user.chosen_figures == []


def test_a_mark_of_statements_points_them_out(user: User) -> None:
    user.click_row("chai-baoliang")
    user.choose_chart_type("Kinds of statement")
    mark = user.canvas.marks[0]
    user.click_mark(mark)
    assert len(user.tinted) == len(mark.records)


def test_a_chosen_figure_is_tinted_on_the_chart(user: User) -> None:
    user.click_row("chai-baoliang")
    user.choose_chart_type("Bars")
    mark = first_of(user, "Output value of economic forest")
    place = user.canvas.rect_of(mark).topRight().toPoint() + QPoint(-3, 3)
    before = user.canvas.grab().toImage().pixelColor(place)
    user.click_figure(user.figure_names.index("Output value of economic forest, Chengde"))
    after = user.canvas.grab().toImage().pixelColor(place)
    assert before == QColor(LIGHT.background)
    assert after != before


def test_tab_and_arrow_keys_focus_the_marks_and_enter_chooses(user: User) -> None:
    user.click_row("chai-baoliang")
    user.canvas.setFocus()
    user.press(Qt.Key.Key_Tab, user.canvas)
    assert user.canvas.accessibleDescription() == user.canvas.marks[0].words
    user.press(Qt.Key.Key_Down, user.canvas)
    user.press(Qt.Key.Key_Up, user.canvas)
    user.press(Qt.Key.Key_Right, user.canvas)
    second = user.canvas.marks[1]
    assert user.canvas.accessibleDescription() == second.words
    user.press(Qt.Key.Key_Return, user.canvas)
    assert second.words.startswith(user.chosen_figures[0])


def test_tab_leaves_the_chart_after_its_last_mark(user: User) -> None:
    user.click_row("chai-baoliang")
    user.canvas.setFocus()
    user.press(Qt.Key.Key_Tab, user.canvas, times=len(user.canvas.marks))
    assert user.canvas.hasFocus()
    user.press(Qt.Key.Key_Tab, user.canvas)
    assert not user.canvas.hasFocus()


def test_the_pointer_shows_what_can_be_clicked(user: User) -> None:
    mark = user.canvas.marks[0]
    inside = user.canvas.rect_of(mark).center().toPoint()
    QTest.mouseMove(user.canvas, inside)
    assert user.canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(user.canvas, QPoint(1, 1))
    assert user.canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_mark_shows_its_description_as_a_tool_tip(user: User) -> None:
    user.choose_chart_type("Bars")
    mark = user.canvas.marks[0]
    inside = user.canvas.rect_of(mark).center().toPoint()
    at = user.canvas.mapToGlobal(inside)
    QApplication.sendEvent(user.canvas, QHelpEvent(QEvent.Type.ToolTip, inside, at))
    assert "731.9 billion yuan" in QToolTip.text()
    QToolTip.hideText()


def test_the_table_has_what_the_chart_plots(user: User) -> None:
    user.click_row("chai-baoliang")
    user.choose_chart_type("Bars")
    user.open_tab(1)
    table = next(each for each in user.chart.findChildren(QTableView) if each.isVisible())
    model = table.model()
    assert model.headerData(0, Qt.Orientation.Horizontal) == "What"
    rows = [[str(model.index(r, c).data()) for c in range(2)] for r in range(model.rowCount())]
    assert rows == [
        ["Output value of economic forest, Chengde", "28,050,000,000"],
        ["Carbon sequestration products traded, Chengde", "21,000,000"],
    ]
    table.selectRow(0)
    user.press(Qt.Key.Key_C, table, Qt.KeyboardModifier.ControlModifier)
    row, source = QGuiApplication.clipboard().text().splitlines()
    assert row.startswith("Output value of economic forest, Chengde\t")
    assert source.startswith("As stated by the speakers on 21 October 2022; not checked. Source: ")
    assert source.endswith(", ¶43.")
    user.open_tab(0)
    assert user.canvas.isVisible()


def test_the_page_takes_the_shape_of_the_pane_and_the_size_of_the_windows_text(user: User) -> None:
    assert user.chart.chart is not None
    page = user.chart.chart.page
    assert page.name == "pane"
    assert page.width == max(user.canvas.width(), LEAST_PAGE[0])
    assert page.height >= user.canvas.height()
    assert page.text == QFontInfo(user.chart.font()).pixelSize()
    assert user.canvas.page_scale == 1


@pytest.mark.parametrize("zoom", ["wheel", "keys", "button"])
def test_every_page_zooms_and_fits_again(user: User, zoom: str) -> None:
    user.action("Slide").trigger()
    user.choose_chart_type("Bars")
    before = user.canvas.page_scale
    middle = QPointF(user.canvas.rect().center())
    spot = user.canvas.on_page(middle)
    match zoom:
        case "wheel":
            turned = QWheelEvent(
                middle,
                user.canvas.mapToGlobal(middle),
                QPoint(),
                QPoint(0, 240),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.ControlModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(user.canvas, turned)
        case "keys":
            user.press(Qt.Key.Key_Plus, user.canvas)
        case "button":
            user.action("Zoom in").trigger()
    assert user.canvas.page_scale > before
    moved = user.canvas.on_page(middle) - spot
    assert moved.manhattanLength() < 2
    user.press(Qt.Key.Key_0, user.canvas)
    assert user.canvas.page_scale == before


def test_a_chosen_page_is_shown_and_saved(user: User) -> None:
    user.action("Banner").trigger()
    user.click_row("hebei")
    assert user.chart.chart is not None
    assert user.chart.chart.page.name == "banner"


def test_chart_types_are_icons_without_names_where_space_is_short(
    user: User,
) -> None:
    chart_type = user.button("Share by theme")
    assert isinstance(chart_type, QToolButton)
    assert chart_type.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextUnderIcon
    user.window.resize(900, 480)
    assert chart_type.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert chart_type.toolTip().startswith("Share by theme")
    user.window.resize(1280, 800)
    assert chart_type.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextUnderIcon


def test_a_failing_chart_shows_a_message_and_the_window_stays_usable(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Bars, "chart", lambda *_: 1 / 0)
        user.click_row("hebei")
    assert "This chart could not be drawn: division by zero" in user.labels
    assert not user.canvas.isVisible()
    assert user.heading.startswith("Hebei")
    user.click(user.button("Copy report"))
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    user.click_row("beijing")
    assert user.canvas.isVisible()


def test_a_chart_type_that_fails_leaves_the_others_alone(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Bars, "chart", lambda *_: 1 / 0)
    user.click_row("hebei")
    user.choose_chart_type("Kinds of statement")
    assert user.canvas.isVisible()


def test_a_chart_that_failed_is_not_offered_for_export(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Bars, "chart", lambda *_: 1 / 0)
        user.click_row("hebei")
        assert not user.action("Export…").isEnabled()
        user.choose_chart_type("Kinds of statement")
    assert user.action("Export…").isEnabled()


def test_a_chart_type_that_fails_when_it_is_chosen_is_not_offered_for_export(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    user.click_row("hebei")
    assert user.action("Export…").isEnabled()
    monkeypatch.setattr(Kinds, "chart", lambda *_: 1 / 0)
    user.choose_chart_type("Kinds of statement")
    assert not user.action("Export…").isEnabled()


def test_a_chart_type_that_fails_to_accept_is_reported_in_place_of_the_chart(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Bars, "accepts", lambda *_: 1 / 0)
        user.click_row("hebei")
    assert "This chart could not be drawn" in user.labels
    assert user.heading.startswith("Hebei")
    user.click_row("beijing")
    assert user.canvas.isVisible()


def test_bars_are_drawn_in_each_unit(user: User) -> None:
    user.choose_chart_type("Bars")
    assert user.chart.chart is not None
    before = user.chart.chart.scenes()[0].title
    user.action("species").trigger()
    assert user.chart.chart.chart_type == Bars(unit="species")
    assert "species" in user.chart.chart.scenes()[0].title != before
    user.action("per item").trigger()
    assert "Per project" in user.chart.chart.scenes()[0].title
    user.choose_chart_type("Shares")
    assert not user.chart.findChild(UnitMenu).isEnabled()  # type: ignore[union-attr]


def test_the_pages_of_a_chosen_size_are_turned_and_the_one_in_sight_is_copied(user: User) -> None:
    user.action("Slide").trigger()
    user.choose_chart_type("Timeline")
    first = {record for mark in user.canvas.marks for record in mark.records}
    user.click(named(user, "Next page"))
    second = {record for mark in user.canvas.marks for record in mark.records}
    assert first.isdisjoint(second)
    assert user.chart.chart is not None
    assert user.chart.chart.number == 2
    user.click(named(user, "Previous page"))
    assert {record for mark in user.canvas.marks for record in mark.records} == first
    user.action("Fit").trigger()
    assert not user.chart.findChild(PageStepper).isVisible()  # type: ignore[union-attr]
