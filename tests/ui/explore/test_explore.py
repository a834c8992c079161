"""The tab Explore by itself: what is plotted, and how pointer and keys act on it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Filter, Selection
from jjjviewer.ui.explore.axis_strip import AxisStrip
from tests.ui.explore.explorer import Explorer
from tests.ui.user import NONE, Modifier
from tests.ui.window.test_narrowing import chips

SHIFT = Modifier.ShiftModifier


def words(explorer: Explorer) -> list[str]:
    return [each.text() for each in explorer.pane.findChildren(QLabel) if each.isVisible()]


def turn_wheel(explorer: Explorer, notches: int) -> None:
    viewport = explorer.view.viewport()
    at = viewport.rect().center()
    event = QWheelEvent(
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def in_sight(explorer: Explorer) -> tuple[float, float]:
    low, high = explorer.plot.box.viewRange()[0]
    return low, high


def test_all_statements_and_figures_are_points(explorer: Explorer, pack: Dataset) -> None:
    ids = {*pack["statements"]["statement_id"], *pack["figures"]["figure_id"]}
    assert explorer.lit == ids
    assert f"{len(ids)} points." in words(explorer)
    assert explorer.lanes == [*pack["themes"]["theme"]]


def test_points_of_a_paragraph_stand_in_it(explorer: Explorer, pack: Dataset) -> None:
    assert explorer.plot.dots is not None
    paragraphs = dict(zip(pack["figures"]["figure_id"], pack["figures"]["paragraph"], strict=True))
    for dot, x in enumerate(explorer.plot.dots.x):
        for record in explorer._records(explorer.plot, dot):
            assert record not in paragraphs or paragraphs[record] == round(x)


@pytest.mark.parametrize(
    ("down", "first"),
    [("speakers", "Wang Youguo"), ("places", "Beijing"), ("themes", "Relocation")],
)
def test_lanes_are_of_themes_speakers_or_places(explorer: Explorer, down: str, first: str) -> None:
    explorer.choose("Down", down)
    assert explorer.lanes[0] == first


def test_values_have_a_plot_for_each_unit_and_one_scale_across(explorer: Explorer) -> None:
    explorer.choose("Down", "values")
    assert len(explorer.plots) > 3
    turn_wheel(explorer, 2)
    ranges = [plot.box.viewRange()[0] for plot in explorer.plots]
    assert all(each == pytest.approx(ranges[0], abs=0.2) for each in ranges)
    assert any("11 units with a single figure each" in each for each in words(explorer))


def test_over_time_only_figures_of_a_period_are_plotted(explorer: Explorer, pack: Dataset) -> None:
    explorer.choose("Across", "time")
    dated = pack["figures"].dropna(subset=["period_end", "period_start"], how="all")
    assert explorer.lit == {*dated["figure_id"]}


def test_where_nothing_can_be_plotted_it_says_why(explorer: Explorer) -> None:
    explorer.choose("Across", "time")
    explorer.user.click_row("transport")
    assert any("statements have neither a period nor a value" in each for each in words(explorer))


def test_a_click_chooses_the_record_in_all_panes(explorer: Explorer) -> None:
    records = explorer.click_record("f16-1")
    assert "f16-1" in explorer.ringed
    assert explorer.user.chosen_figures or explorer.user.tinted
    assert {*explorer.user.canvas.highlighted} == records


def test_a_click_on_the_name_of_a_lane_narrows_to_it(explorer: Explorer) -> None:
    lane = explorer.at(0, explorer.lanes.index("Ecology") + 0.5)
    explorer.user.click(explorer.view.viewport(), QPoint(20, lane.y()))
    assert chips(explorer.user) == ["Beijing-Tianjin-Hebei", "Ecology ×"]


def test_a_drag_along_the_axis_narrows_to_paragraphs_alone(explorer: Explorer) -> None:
    axis = explorer.pane.findChild(AxisStrip)
    assert axis is not None
    left, right = (explorer.at(x, 0).x() for x in (37.7, 44.3))
    explorer.drag(QPoint(left, 12), QPoint(right, 12), inside=axis)
    assert chips(explorer.user) == ["Beijing-Tianjin-Hebei", "¶38–44 ×"]


def test_a_drag_over_values_narrows_to_a_range_of_its_unit(explorer: Explorer) -> None:
    explorer.choose("Down", "values")
    low, high = explorer.plot.box.viewRange()[1]
    left, right = in_sight(explorer)
    explorer.drag(
        explorer.at(left + 0.5, low + (high - low) * 0.3), explorer.at(right - 0.5, high - 0.01)
    )
    view = explorer.user.chart.chart.view if explorer.user.chart.chart else None
    assert view is not None
    assert view.filter.values[2] == "cny"
    assert 0 < view.figure_count < 9


def test_a_drag_over_years_narrows_to_a_period(explorer: Explorer) -> None:
    explorer.choose("Across", "time")
    low, high = in_sight(explorer)
    lanes = len(explorer.lanes)
    explorer.drag(explorer.at(low + (high - low) * 0.7, 0.1), explorer.at(high - 1, lanes - 0.1))
    view = explorer.user.chart.chart.view if explorer.user.chart.chart else None
    assert view is not None
    assert view.filter.period[0].startswith(("2021", "2022"))


def test_a_brush_on_places_selects_them(explorer: Explorer) -> None:
    explorer.choose("Down", "places")
    lane = explorer.lanes.index("Yanqing")
    explorer.user.click(explorer.view.viewport(), QPoint(20, explorer.at(0, lane + 0.5).y()))
    assert chips(explorer.user) == ["Beijing-Tianjin-Hebei ×", "Yanqing ×"]
    explorer.press(Qt.Key.Key_Escape)
    assert chips(explorer.user) == ["Beijing-Tianjin-Hebei"]


def test_escape_clears_the_brush(explorer: Explorer) -> None:
    explorer.brush((38, 44), ("Ecology", "Ecology"))
    explorer.press(Qt.Key.Key_Escape)
    assert chips(explorer.user) == ["Beijing-Tianjin-Hebei"]


def test_with_shift_a_drag_moves_what_is_in_sight(explorer: Explorer) -> None:
    explorer.press(Qt.Key.Key_Plus, times=3)
    before = in_sight(explorer)
    middle = sum(before) / 2
    explorer.drag(explorer.at(middle, 3), explorer.at(middle - 4, 3), SHIFT)
    after = in_sight(explorer)
    assert after[0] == pytest.approx(before[0] + 4, abs=0.5)
    assert chips(explorer.user) == ["Beijing-Tianjin-Hebei"]


def test_a_drag_can_be_set_to_move_only_while_there_is_something_to_move(
    explorer: Explorer,
) -> None:
    moves = explorer.user.button("Drag moves")
    assert not moves.isEnabled()
    explorer.press(Qt.Key.Key_Plus, times=3)
    explorer.user.click(moves)
    before = in_sight(explorer)
    middle = sum(before) / 2
    explorer.drag(explorer.at(middle, 3), explorer.at(middle - 4, 3))
    assert in_sight(explorer)[0] > before[0] + 3
    explorer.press(Qt.Key.Key_0)
    assert not moves.isChecked() and not moves.isEnabled()
    explorer.brush((38, 44), ("Ecology", "Ecology"))
    assert len(chips(explorer.user)) > 1


def test_wheel_and_keys_zoom_within_the_paragraphs_there_are(
    explorer: Explorer, read_out: list[str]
) -> None:
    whole = in_sight(explorer)
    turn_wheel(explorer, 3)
    near = in_sight(explorer)
    assert near[1] - near[0] < whole[1] - whole[0]
    explorer.press(Qt.Key.Key_Plus)
    assert in_sight(explorer)[1] - in_sight(explorer)[0] < near[1] - near[0]
    assert read_out[-1].startswith("In sight: from ")
    turn_wheel(explorer, -30)
    assert in_sight(explorer) == pytest.approx(whole)
    explorer.press(Qt.Key.Key_Plus, times=3)
    explorer.press(Qt.Key.Key_0)
    assert in_sight(explorer) == pytest.approx(whole)
    assert read_out[-1] == "Shown as a whole"


def test_arrow_keys_go_from_point_to_point_and_enter_chooses(explorer: Explorer) -> None:
    explorer.press(Qt.Key.Key_Right)
    first = explorer.view.accessibleDescription()
    explorer.press(Qt.Key.Key_Right)
    assert explorer.view.accessibleDescription() != first
    assert "¶" in first
    explorer.press(Qt.Key.Key_Down)
    explorer.press(Qt.Key.Key_Return)
    assert explorer.ringed


def test_b_brushes_from_one_point_to_another(explorer: Explorer) -> None:
    explorer.press(Qt.Key.Key_Right)
    explorer.press(Qt.Key.Key_B)
    while "¶23" not in explorer.view.accessibleDescription():
        explorer.press(Qt.Key.Key_Right)
    explorer.press(Qt.Key.Key_B)
    assert chips(explorer.user)[1:] == ["Relocation ×", "¶21–23 ×"]


def test_hovering_tells_who_what_and_the_number_as_printed(
    qtbot: QtBot, explorer: Explorer
) -> None:
    explorer.user.click_row("green-economy")
    dots = explorer.plot.dots
    assert dots is not None
    dot = next(
        at for at in range(len(dots.x)) if explorer._records(explorer.plot, at)[0].startswith("f")
    )
    at = explorer.at(dots.x[dot], dots.y[dot])
    viewport = explorer.view.viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    assert "Chai Baoliang ¶43" in QToolTip.text()
    assert "printed “" in QToolTip.text()


def test_what_the_filter_holds_back_stays_in_grey(explorer: Explorer, pack: Dataset) -> None:
    explorer.brush((38, 44), ("Ecology", "Ecology"))
    assert explorer.plot.dots is not None
    assert not explorer.plot.dots.is_lit.all()
    view = pack.view(Selection(), Filter(paragraphs=("38-44",), themes=("ecology",)))
    count = len(view.statements) + view.figure_count
    assert any(each.startswith(f"{count} of 176 points; grey") for each in words(explorer))


def test_back_restores_what_was_in_sight(explorer: Explorer) -> None:
    explorer.press(Qt.Key.Key_Plus, times=2)
    before = in_sight(explorer)
    explorer.user.click_row("hebei")
    explorer.user.action("Back").trigger()
    assert in_sight(explorer) == pytest.approx(before)


def test_nothing_is_plotted_while_the_tab_is_hidden(
    explorer: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    explorer.user.open_tab(0)
    monkeypatch.setattr(type(explorer.pane), "show_view", None)
    explorer.user.click_row("hebei")
    assert explorer.user.heading.startswith("Hebei")


def test_a_right_click_opens_no_menu_of_the_library(explorer: Explorer) -> None:
    viewport = explorer.view.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.RightButton, NONE, viewport.rect().center())
    assert QApplication.activePopupWidget() is None


def test_colours_and_text_size_follow_the_window(explorer: Explorer) -> None:
    size = explorer.plot.look.sizes.detail
    explorer.user.action("Dark").trigger()
    assert explorer.plot.look.style.name == "dark"
    explorer.user.action("Larger").trigger()
    explorer.user.action("Larger").trigger()
    assert explorer.plot.look.sizes.detail > size
