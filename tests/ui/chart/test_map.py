"""The map under the hand: zoomed, moved and fitted again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QNativeGestureEvent,
    QPointingDevice,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jjjviewer.charts.shapes import Text
from jjjviewer.paths import example_pack
from tests.ui.chart.map_reader import (
    ALT,
    NEAR,
    SHIFT,
    Reader,
    distance,
    pixels,
    spread,
    two_places,
)
from tests.ui.user import LEFT, NONE, User


def test_the_wheel_zooms_about_the_pointer_and_every_place_goes_where_it_should(
    reader: Reader,
) -> None:
    reader.user.action("Slide").trigger()
    QApplication.processEvents()
    before = reader.places()
    still, other = two_places(reader)
    reader.zoom_in(before[still], notches=2)
    after = reader.places()
    assert distance(after[still], before[still]) <= NEAR
    away = (before[other] - before[still]) * 1.25**2
    assert distance(after[other], after[still] + away) <= NEAR
    reader.zoom_in(after[still], notches=3)
    assert distance(reader.places()[still], before[still]) <= NEAR


def test_places_are_drawn_by_the_projection_of_the_zoomed_map(reader: Reader) -> None:
    still, _ = two_places(reader)
    reader.zoom_in(reader.places()[still], notches=5)
    chart = reader.user.chart.chart
    assert chart is not None
    projection = chart.scenes()[0].projection
    assert projection is not None
    at = {id_: place.position for id_, place in chart.view.dataset.geography.located_places.items()}
    for id_, seen in reader.places().items():
        said = projection.point(*at[id_])
        assert distance(reader.on_canvas(QRectF(said, said)).center(), seen) <= NEAR


def test_the_screen_has_a_place_where_its_mark_is(reader: Reader) -> None:
    still, _ = two_places(reader)
    reader.zoom_in(reader.places()[still], notches=5)
    at = reader.places()[still].toPoint()
    dot = QRect(at - QPoint(5, 5), at + QPoint(5, 5))
    seen = {pixel.rgb() for pixel in pixels(reader.image(), dot)}
    paints = [
        shape.paint for shape in reader.place_marks()[still].shapes if not isinstance(shape, Text)
    ]
    assert seen & {QColor(paint.fill or paint.stroke).rgb() for paint in paints}


def test_wheel_steps_that_follow_at_once_are_laid_out_together(reader: Reader) -> None:
    pages: list[int] = []
    reader.user.chart.drawn.connect(lambda: pages.append(1))
    ids = two_places(reader)
    before = reader.places()
    at = before[ids[0]]
    reader.drawn(lambda: reader.wheel(at, *[40] * 6))
    assert pages == [1]
    assert spread(reader.places(), ids) == pytest.approx(1.25**2 * spread(before, ids), abs=2)


def test_the_picture_follows_at_once_before_it_is_laid_out(reader: Reader) -> None:
    before = reader.image()
    spot = reader.empty_spot()
    reader.drag(spot, QPoint(40, 30))
    moved = reader.image()
    assert moved != before
    inner = reader.canvas.rect().center() + QPoint(40, 30)
    assert moved.pixelColor(inner) == before.pixelColor(inner - QPoint(40, 30))


def test_dragging_empty_ground_moves_every_place_with_the_pointer(reader: Reader) -> None:
    before = reader.places()
    by = QPoint(-35, 20)
    moved = [id_ for id_, at in before.items() if reader.map_area().contains(at)]
    reader.drawn(lambda: reader.drag(reader.empty_spot(), by))
    after = reader.places()
    common = after.keys() & {*moved}
    assert len(common) > 2
    for id_ in common:
        assert distance(after[id_], before[id_] + by) <= NEAR


def test_dragging_from_a_mark_chooses_nothing(reader: Reader) -> None:
    still, _ = two_places(reader)
    start = reader.places()[still].toPoint()
    reader.drawn(lambda: reader.drag(start, QPoint(50, 0)))
    assert reader.selected == ("yu-bo",)


def test_a_hand_that_trembles_still_clicks(reader: Reader) -> None:
    still, _ = two_places(reader)
    start = reader.places()[still].toPoint()
    reader.drag(start, QPoint(2, 1))
    assert reader.selected == (still,)


def test_the_hand_shows_that_the_map_can_be_moved(reader: Reader) -> None:
    shape = Qt.CursorShape
    spot = reader.empty_spot()
    QTest.mouseMove(reader.canvas, spot)
    assert reader.canvas.cursor().shape() == shape.OpenHandCursor
    QTest.mousePress(reader.canvas, LEFT, NONE, spot)
    QTest.mouseMove(reader.canvas, spot + QPoint(30, 30))
    assert reader.canvas.cursor().shape() == shape.ClosedHandCursor
    QTest.mouseRelease(reader.canvas, LEFT, NONE, spot + QPoint(30, 30))
    assert reader.canvas.cursor().shape() != shape.ClosedHandCursor


def test_a_pinch_zooms_about_the_fingers(reader: Reader) -> None:
    before = reader.places()
    still, other = two_places(reader)
    at = before[still]
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
        at, at, reader.canvas.mapToGlobal(at), 0.3, QPointF(),
    )  # fmt: skip
    reader.drawn(lambda: QApplication.sendEvent(reader.canvas, event))
    after = reader.places()
    assert distance(after[still], before[still]) <= NEAR
    assert spread(after, (still, other)) > 1.2 * spread(before, (still, other))


def test_a_double_click_on_empty_ground_zooms_in(reader: Reader) -> None:
    ids = two_places(reader)
    before = spread(reader.places(), ids)
    spot = reader.empty_spot()
    reader.drawn(lambda: reader.user.double_click(reader.canvas, spot))
    assert reader.extent is not None
    visible = reader.places()
    assert not set(ids) <= visible.keys() or spread(visible, ids) > 1.4 * before


def test_zooming_ends_at_all_of_the_map_and_at_two_hundred_times_that(reader: Reader) -> None:
    reader.zoom_in(notches=-60)
    widest = reader.extent
    assert widest is not None
    assert reader.user.chart.chart is not None
    geography = reader.user.chart.chart.view.dataset.geography
    # The whole of it has room, and no more than that in one direction at least.
    whole = geography.extent
    wide = (widest.east - widest.west) / (whole.east - whole.west)
    high = (widest.north - widest.south) / (whole.north - whole.south)
    assert min(wide, high) >= 1 - 1e-9
    before = degrees_of_a_pixel(reader)
    reader.zoom_in(notches=200)
    assert before / degrees_of_a_pixel(reader) == pytest.approx(200, rel=0.02)


def degrees_of_a_pixel(reader: Reader) -> float:
    """Degrees of latitude for each pixel of the map."""
    assert reader.user.chart.chart is not None
    projection = reader.user.chart.chart.scenes()[0].projection
    assert projection is not None
    return (projection.extent.north - projection.extent.south) / projection.area.height()


def test_the_map_is_never_moved_out_of_sight(reader: Reader) -> None:
    reader.zoom_in(notches=3)
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_Right, reader.canvas, SHIFT, times=100))
    extent = reader.extent
    assert extent is not None
    assert reader.user.chart.chart is not None
    geography = reader.user.chart.chart.view.dataset.geography
    middle = (extent.west + extent.east) / 2
    assert geography.extent.west <= middle <= geography.extent.east + 1e-9


@pytest.mark.parametrize(
    "leave",
    [
        lambda user: user.click_row("hebei"),
        lambda user: (user.choose_chart_type("Timeline"), user.choose_chart_type("Map")),
        lambda user: user.choose_chart_type("Map"),
    ],
    ids=["selection", "chart type", "same chart type again"],
)
def test_another_selection_or_chart_type_fits_again(
    reader: Reader, leave: Callable[[User], object]
) -> None:
    reader.zoom_in()
    assert reader.extent is not None
    leave(reader.user)
    assert reader.extent is None


def test_going_back_shows_what_was_in_sight(reader: Reader) -> None:
    reader.zoom_in()
    in_sight = reader.extent
    reader.user.click_row("hebei")
    assert reader.extent is None
    reader.user.press(Qt.Key.Key_Left, modifier=ALT)
    assert reader.extent == in_sight


def test_another_pack_fits_again(reader: Reader, qtbot: QtBot) -> None:
    reader.zoom_in()
    with qtbot.waitSignal(reader.user.window.view_shown, timeout=30_000):
        reader.user.window.open_pack(example_pack())
    assert reader.user.chosen_chart_type() == "Map"
    assert reader.extent is None


def test_other_colours_and_another_page_leave_the_map_where_it_is(reader: Reader) -> None:
    reader.zoom_in()
    extent = reader.extent
    reader.user.action("Dark").trigger()
    reader.user.action("Banner").trigger()
    assert reader.extent == extent
    reader.user.action("Follow system").trigger()


def test_the_tools_are_there_with_a_chart_only(reader: Reader) -> None:
    for words in ("Zoom in", "Zoom out", "Fit"):
        assert reader.tool(words).isVisible()
        assert reader.tool(words).toolTip().startswith(words)
    reader.user.open_tab(1)
    assert not reader.tool("Zoom in").isVisible()
    reader.user.open_tab(0)
    assert reader.tool("Zoom in").isVisible()


def test_the_keys_reach_the_tools_and_it_can_be_seen(reader: Reader) -> None:
    tools = [reader.tool(words) for words in ("Zoom in", "Zoom out", "Fit")]
    resting = [each.grab().toImage() for each in tools]
    tools[0].setFocus(Qt.FocusReason.TabFocusReason)
    for tool, before in zip(tools, resting, strict=True):
        assert QApplication.focusWidget() is tool
        assert tool.grab().toImage() != before
        reader.user.press(Qt.Key.Key_Tab, tool)


def test_figures_on_a_map_are_zoomed_as_well(reader: Reader) -> None:
    reader.user.click_row("hebei")
    reader.user.choose_chart_type("Map of figures")
    QApplication.processEvents()
    assert reader.tool("Zoom in").isVisible()
    before = reader.image()
    reader.zoom_in()
    assert reader.extent is not None
    assert reader.image() != before
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_0, reader.canvas))
    assert reader.image() == before
