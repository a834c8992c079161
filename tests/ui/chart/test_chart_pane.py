"""The chart pane: forms that suit, marks that can be reached, pages, and a chart that fails."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QToolButton, QToolTip

from jjjviewer.charts.shapes import Mark
from jjjviewer.charts.style import LIGHT
from jjjviewer.charts.types.kinds import Kinds
from jjjviewer.charts.types.money import Money
from jjjviewer.ui.chart.chart_state import best_page
from tests.ui.user import User


def first_of(user: User, words: str) -> Mark:
    return next(mark for mark in user.canvas.marks if words in mark.words)


def test_only_chart_types_that_suit_are_offered(user: User) -> None:
    assert "Money" in user.chart_types()
    user.click_row("transport")
    assert "Money" not in user.chart_types()
    assert user.chosen_chart_type() == "Kinds of statement"


def test_a_click_on_a_chart_type_draws_it(user: User) -> None:
    user.choose_chart_type("Kinds of statement")
    assert user.chosen_chart_type() == "Kinds of statement"
    assert user.chart.chart is not None
    assert user.chart.chart.chart_type.id == "kinds"


def test_a_chosen_chart_type_returns_with_the_next_view_that_it_accepts(user: User) -> None:
    user.choose_chart_type("Shares")
    user.click_row("transport")
    assert user.chosen_chart_type() == "Kinds of statement"
    user.click_row("chai-baoliang")
    assert user.chosen_chart_type() == "Shares"


def test_a_click_on_a_mark_selects_its_figure_and_points_out_its_statement(user: User) -> None:
    user.click_row("chai-baoliang")
    user.choose_chart_type("Money")
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
    user.choose_chart_type("Money")
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
    user.choose_chart_type("Money")
    mark = user.canvas.marks[0]
    inside = user.canvas.rect_of(mark).center().toPoint()
    at = user.canvas.mapToGlobal(inside)
    QApplication.sendEvent(user.canvas, QHelpEvent(QEvent.Type.ToolTip, inside, at))
    assert "731.9 billion yuan" in QToolTip.text()
    QToolTip.hideText()


def test_the_table_has_what_the_chart_plots(user: User) -> None:
    user.click_row("chai-baoliang")
    user.choose_chart_type("Money")
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
    assert source.startswith("Source: Beijing Daily, Tianjin Daily and Hebei Daily")
    assert source.endswith(", ¶43.")
    user.open_tab(0)
    assert user.canvas.isVisible()


@pytest.mark.parametrize(
    ("room", "page"), [((600, 600), "square"), ((960, 560), "slide"), ((400, 900), "a4")]
)
def test_the_page_that_fits_is_the_largest(room: tuple[int, int], page: str) -> None:
    assert best_page(QSize(*room)).name == page


def test_a_chosen_page_is_shown_and_saved(user: User) -> None:
    user.action("Banner").trigger()
    user.click_row("hebei")
    assert user.chart.chart is not None
    assert user.chart.chart.page.name == "banner"


def test_the_page_follows_the_shape_of_the_window(user: User) -> None:
    assert user.chart.chart is not None
    before = user.chart.chart.page.name
    user.window.resize(1800, 520)
    user.qtbot.waitUntil(lambda: shown_page(user) != before)


def test_chart_types_are_icons_without_names_where_space_is_short(
    user: User,
) -> None:
    chart_type = user.button("Attention")
    assert isinstance(chart_type, QToolButton)
    assert chart_type.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextUnderIcon
    user.window.resize(1024, 640)
    assert chart_type.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert chart_type.toolTip() == "Attention"
    user.window.resize(1280, 800)
    assert chart_type.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextUnderIcon


def shown_page(user: User) -> str:
    assert user.chart.chart is not None
    return user.chart.chart.page.name


def test_a_failing_chart_shows_a_message_and_the_window_stays_usable(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Money, "draw", lambda *_: 1 / 0)
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
    monkeypatch.setattr(Money, "draw", lambda *_: 1 / 0)
    user.click_row("hebei")
    user.choose_chart_type("Kinds of statement")
    assert user.canvas.isVisible()


def test_a_chart_that_failed_is_not_offered_for_export(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Money, "draw", lambda *_: 1 / 0)
        user.click_row("hebei")
        assert not user.action("Export…").isEnabled()
        user.choose_chart_type("Kinds of statement")
    assert user.action("Export…").isEnabled()


def test_a_chart_type_that_fails_when_it_is_chosen_is_not_offered_for_export(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    user.click_row("hebei")
    assert user.action("Export…").isEnabled()
    monkeypatch.setattr(Kinds, "draw", lambda *_: 1 / 0)
    user.choose_chart_type("Kinds of statement")
    assert not user.action("Export…").isEnabled()


def test_a_chart_type_that_fails_to_accept_is_reported_in_place_of_the_chart(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Money, "accepts", lambda *_: 1 / 0)
        user.click_row("hebei")
    assert "This chart could not be drawn" in user.labels
    assert user.heading.startswith("Hebei")
    user.click_row("beijing")
    assert user.canvas.isVisible()
