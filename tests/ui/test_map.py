"""The map under the hand: zoomed, moved and fitted again; its places and links clicked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from jjjviewer import cli
from jjjviewer.batch import jobs
from jjjviewer.charts.ink import Mark, Text
from jjjviewer.export import save
from jjjviewer.model.atlas import Extent
from jjjviewer.model.records import Records
from jjjviewer.model.selection import Selection
from jjjviewer.paths import example_pack
from tests.packs import load
from tests.ui.user import LEFT, NONE, User

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NEAR, APART = 1.0, 12.0
"""In pixels of the screen."""


class Reader:
    """Somebody who looks at the map of what one speaker said."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.canvas = user.canvas
        user.click_row("yu-bo")
        user.choose_form("Map")
        # The chart gets its room once the forms above it have theirs.
        QApplication.processEvents()

    def drawn(self, act: Callable[[], object]) -> None:
        """Do something and wait until the map is laid out for it."""
        with self.user.qtbot.waitSignal(self.user.chart.drawn):
            act()

    def dots(self) -> dict[str, Mark]:
        """The places that can be clicked, by their ids; railways and corridors are lines."""
        return {each.target: each for each in self.canvas.marks if each.target and not each.lines}

    def places(self) -> dict[str, QPointF]:
        """Where places lie on the canvas, in its pixels."""
        return {id_: self.canvas.rect_of(mark).center() for id_, mark in self.dots().items()}

    def sheets(self) -> list[QRectF]:
        """Where on the canvas the map lies, and then its insets."""
        assert self.user.chart.chart is not None
        figure = self.user.chart.chart.figure()
        assert figure.projection is not None
        return [self.on_canvas(each.room) for each in (figure.projection, *figure.insets)]

    def on_canvas(self, area: QRectF) -> QRectF:
        return self.canvas.rect_of(Mark((), "", (), area))

    def wheel(self, at: QPointF, *turned: int) -> None:
        """Turn the wheel over the canvas, by eighths of a degree at a time."""
        for each in turned:
            self._turn(at, each)

    def _turn(self, at: QPointF, turned: int) -> None:
        away = self.canvas.mapToGlobal(at)
        event = QWheelEvent(
            at, away, QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton, NONE,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.canvas, event)

    def zoom_in(self, at: QPointF | None = None, notches: int = 4) -> None:
        middle = QPointF(self.canvas.rect().center())
        self.drawn(lambda: self.wheel(at or middle, 120 * notches))

    def drag(self, start: QPoint, by: QPoint) -> None:
        QTest.mousePress(self.canvas, LEFT, NONE, start)
        QTest.mouseMove(self.canvas, start + by / 2)
        QTest.mouseMove(self.canvas, start + by)
        QTest.mouseRelease(self.canvas, LEFT, NONE, start + by)

    def tool(self, words: str) -> QToolButton:
        buttons = self.user.chart.findChildren(QToolButton)
        return next(button for button in buttons if button.text() == words)

    def empty_spot(self) -> QPoint:
        """A point of the map where nothing can be clicked."""
        corner = self.sheets()[0].topLeft().toPoint()
        spots = (corner + QPoint(4 + 7 * at, 4 + 5 * at) for at in range(40))
        return next(spot for spot in spots if not self.canvas.mark_at(QPointF(spot)))

    def is_free(self, id_: str, at: QPointF) -> bool:
        """Whether a click at a point reaches a place."""
        mark = self.canvas.mark_at(QPointF(at.toPoint()))
        return mark is not None and mark.target == id_

    def on_a_curve(self) -> tuple[Mark, QPoint]:
        """A mark with lines, and a point on one of them beside its area."""
        for mark in (each for each in self.canvas.marks if not each.target):
            for line in mark.lines:
                for x, y in line.points:
                    at = self.on_canvas(QRectF(x, y, 0, 0)).topLeft()
                    spot = QPointF(at.toPoint())
                    beside = not self.canvas.rect_of(mark).contains(spot)
                    if beside and self.canvas.mark_at(spot) is mark:
                        return mark, at.toPoint()
        raise AssertionError("no curve can be reached")

    def image(self) -> QImage:
        return self.canvas.grab().toImage()

    @property
    def selected(self) -> tuple[str, ...]:
        assert self.user.chart.chart is not None
        return self.user.chart.chart.view.selection.ids

    @property
    def extent(self) -> Extent | None:
        assert self.user.chart.chart is not None
        return self.user.chart.chart.view.extent


@pytest.fixture
def reader(user: User) -> Reader:
    return Reader(user)


def distance(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()


def spread(places: dict[str, QPointF], ids: tuple[str, str]) -> float:
    return distance(places[ids[0]], places[ids[1]])


def pixels(image: QImage, area: QRect) -> list[QColor]:
    across, down = (range(area.left(), area.right() + 1), range(area.top(), area.bottom() + 1))
    return [image.pixelColor(x, y) for x in across for y in down]


def two_places(reader: Reader, sheet: int = 0) -> tuple[str, str]:
    """Two places near a sheet's middle that can be clicked, and some way from each other."""
    places = reader.places()
    area = reader.sheets()[sheet]
    free = [id_ for id_, at in places.items() if area.contains(at) and reader.is_free(id_, at)]
    first, *others = sorted(free, key=lambda id_: distance(places[id_], area.center()))
    return first, next(id_ for id_ in others if spread(places, (first, id_)) > APART)


@pytest.mark.parametrize("sheet", [0, 1], ids=["map", "inset"])
def test_the_wheel_zooms_about_the_pointer_and_every_place_goes_where_it_should(
    reader: Reader, sheet: int
) -> None:
    # Of a whole province so much is said that its middle is drawn larger, in an inset.
    reader.user.click_row("hebei")
    reader.user.action("Slide").trigger()
    QApplication.processEvents()
    before = reader.places()
    still, other = two_places(reader, sheet)
    reader.zoom_in(before[still], notches=2)
    after = reader.places()
    assert distance(after[still], before[still]) <= NEAR
    away = (before[other] - before[still]) * 1.25**2
    assert distance(after[other], after[still] + away) <= NEAR
    reader.zoom_in(after[still], notches=3)
    assert distance(reader.places()[still], before[still]) <= NEAR


def test_places_lie_where_the_projection_of_the_zoomed_map_says(reader: Reader) -> None:
    still, _ = two_places(reader)
    reader.zoom_in(reader.places()[still], notches=5)
    chart = reader.user.chart.chart
    assert chart is not None
    assert chart.view.atlas is not None
    projection = chart.figure().projection
    assert projection is not None
    at = {row.entity_id: (row.lon, row.lat) for row in Records(chart.view.atlas.located)}
    for id_, seen in reader.places().items():
        said = projection.point(*at[id_])
        assert distance(reader.on_canvas(QRectF(said, said)).center(), seen) <= NEAR


def test_the_screen_has_a_place_where_its_mark_is(reader: Reader) -> None:
    still, _ = two_places(reader)
    reader.zoom_in(reader.places()[still], notches=5)
    at = reader.places()[still].toPoint()
    dot = QRect(at - QPoint(5, 5), at + QPoint(5, 5))
    seen = {pixel.rgb() for pixel in pixels(reader.image(), dot)}
    looks = [ink.look for ink in reader.dots()[still].inks if not isinstance(ink, Text)]
    assert seen & {QColor(look.fill or look.stroke).rgb() for look in looks}


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
    moved = [id_ for id_, at in before.items() if reader.sheets()[0].contains(at)]
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


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Equal])
def test_plus_and_minus_zoom_about_the_middle_and_zero_fits_again(
    reader: Reader, key: Qt.Key
) -> None:
    ids = two_places(reader)
    fitted = reader.places()
    reader.drawn(lambda: reader.user.press(key, reader.canvas))
    larger = spread(reader.places(), ids)
    assert larger == pytest.approx(1.5 * spread(fitted, ids), abs=2)
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_Minus, reader.canvas, times=2))
    assert spread(reader.places(), ids) < larger
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_0, reader.canvas))
    assert reader.places() == fitted


def test_shift_and_arrows_move_the_map_and_home_fits_it_again(reader: Reader) -> None:
    fitted = reader.places()
    still, _ = two_places(reader)
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_Left, reader.canvas, SHIFT))
    assert reader.places()[still].x() > fitted[still].x() + 10
    assert reader.places()[still].y() == pytest.approx(fitted[still].y(), abs=NEAR)
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_Up, reader.canvas, SHIFT))
    assert reader.places()[still].y() > fitted[still].y() + 10
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_Home, reader.canvas))
    assert reader.places() == fitted


def test_the_buttons_zoom_in_and_out_and_fit(reader: Reader) -> None:
    ids = two_places(reader)
    fitted = reader.places()
    reader.drawn(lambda: reader.user.click(reader.tool("Zoom in")))
    assert spread(reader.places(), ids) == pytest.approx(1.5 * spread(fitted, ids), abs=2)
    reader.drawn(lambda: reader.user.click(reader.tool("Zoom out")))
    assert spread(reader.places(), ids) == pytest.approx(spread(fitted, ids), abs=2)
    reader.drawn(lambda: reader.user.click(reader.tool("Fit to selection")))
    assert reader.places() == fitted


def test_the_menu_s_keys_work_from_the_tree(reader: Reader) -> None:
    ids = two_places(reader)
    fitted = reader.places()
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_Equal, modifier=ALT))
    larger = spread(reader.places(), ids)
    assert larger > 1.4 * spread(fitted, ids)
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_Minus, modifier=ALT))
    assert spread(reader.places(), ids) < larger
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_0, modifier=ALT))
    assert reader.places() == fitted


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
    atlas = reader.user.chart.chart.view.atlas
    assert atlas is not None
    # The whole of it has room, and no more than that in one direction at least.
    whole = atlas.extent
    wide = (widest.east - widest.west) / (whole.east - whole.west)
    high = (widest.north - widest.south) / (whole.north - whole.south)
    assert min(wide, high) >= 1 - 1e-9
    reader.zoom_in(notches=200)
    nearest = reader.extent
    assert nearest is not None
    factor = (widest.north - widest.south) / (nearest.north - nearest.south)
    assert factor == pytest.approx(200, rel=0.2)


def test_the_map_is_never_moved_out_of_sight(reader: Reader) -> None:
    reader.zoom_in(notches=3)
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_Right, reader.canvas, SHIFT, times=100))
    extent = reader.extent
    assert extent is not None
    assert reader.user.chart.chart is not None
    atlas = reader.user.chart.chart.view.atlas
    assert atlas is not None
    middle = (extent.west + extent.east) / 2
    assert atlas.extent.west <= middle <= atlas.extent.east + 1e-9


@pytest.mark.parametrize(
    "leave",
    [
        lambda user: user.click_row("hebei"),
        lambda user: (user.choose_form("Kinds of statement"), user.choose_form("Map")),
        lambda user: user.choose_form("Map"),
    ],
    ids=["selection", "form", "same form again"],
)
def test_another_selection_or_form_fits_again(
    reader: Reader, leave: Callable[[User], object]
) -> None:
    reader.zoom_in()
    assert reader.extent is not None
    leave(reader.user)
    assert reader.extent is None


def test_going_back_fits_again(reader: Reader) -> None:
    fitted = reader.places()
    reader.zoom_in()
    reader.user.click_row("hebei")
    reader.user.press(Qt.Key.Key_Left, modifier=ALT)
    assert reader.extent is None
    reader.user.qtbot.waitUntil(lambda: reader.places() == fitted)


def test_another_pack_fits_again(reader: Reader, qtbot: QtBot) -> None:
    reader.zoom_in()
    with qtbot.waitSignal(reader.user.window.view_shown, timeout=30_000):
        reader.user.window.open_pack(example_pack())
    assert reader.user.chosen_form() == "Map"
    assert reader.extent is None


def test_other_colours_and_another_page_leave_the_map_where_it_is(reader: Reader) -> None:
    reader.zoom_in()
    extent = reader.extent
    reader.user.action("Dark").trigger()
    reader.user.action("Banner").trigger()
    assert reader.extent == extent
    reader.user.action("Like the system").trigger()


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
def test_the_file_of_a_zoomed_map_is_the_same_from_window_and_command_line(
    reader: Reader, tmp_path: Path, suffix: str
) -> None:
    reader.zoom_in()
    chart = reader.user.chart.chart
    assert chart is not None
    extent = chart.view.extent
    assert extent is not None
    ours = tmp_path / f"ours.{suffix}"
    save(chart, ours)
    told = ",".join(
        repr(float(each)) for each in (extent.west, extent.south, extent.east, extent.north)
    )
    arguments = ["export", "--chart", "map", "--select", "yu-bo", "--size", chart.page.name]
    arguments += ["--extent", told, "--format", suffix, "--out", str(tmp_path)]
    assert cli.run(arguments) == 0
    assert (tmp_path / f"yu-bo-map.{suffix}").read_bytes() == ours.read_bytes()


def test_the_file_of_a_zoomed_map_has_the_places_that_are_in_sight(
    reader: Reader, tmp_path: Path
) -> None:
    still, _ = two_places(reader)
    reader.zoom_in(reader.places()[still], notches=8)
    chart = reader.user.chart.chart
    assert chart is not None
    assert [mark.words for mark in chart.figure().marks] == [
        mark.words for mark in reader.canvas.marks
    ]


def test_all_charts_of_a_selection_are_exported_with_the_map_as_it_is_seen(
    reader: Reader, tmp_path: Path
) -> None:
    reader.zoom_in()
    chart = reader.user.chart.chart
    assert chart is not None
    pack = load()
    selections = [chart.view.selection, Selection()]
    made = [job.chart for job in jobs(pack, selections, chart, tmp_path, ["png"])]
    extents = [each.view.extent for each in made if each.form.id == "map"]
    assert extents == [chart.view.extent, None]


def test_a_click_on_a_place_shows_its_page_and_can_be_gone_back_from(reader: Reader) -> None:
    still, _ = two_places(reader)
    mark = reader.dots()[still]
    reader.user.click(reader.canvas, reader.places()[still].toPoint())
    assert reader.selected == (still,)
    assert reader.user.heading.split("  ")[0].split(" ")[0] in mark.words
    reader.user.press(Qt.Key.Key_Left, modifier=ALT)
    assert reader.selected == ("yu-bo",)


def test_a_click_on_a_curve_shows_its_links(reader: Reader) -> None:
    mark, spot = reader.on_a_curve()
    reader.user.click(reader.canvas, spot)
    assert reader.selected == mark.records


def test_a_click_on_the_number_of_a_curve_shows_its_links(reader: Reader) -> None:
    mark = next(each for each in reader.canvas.marks if len(each.records) > 1 and not each.target)
    reader.user.click_mark(mark)
    assert reader.selected == mark.records


def test_places_and_curves_are_clicked_where_they_are_after_zooming(reader: Reader) -> None:
    still, _ = two_places(reader)
    reader.zoom_in(reader.places()[still], notches=6)
    mark, spot = reader.on_a_curve()
    reader.user.click(reader.canvas, spot)
    assert reader.selected == mark.records


def test_a_curve_tells_its_words_under_the_pointer_which_becomes_a_hand(reader: Reader) -> None:
    mark, spot = reader.on_a_curve()
    QTest.mouseMove(reader.canvas, spot)
    assert reader.canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    at = reader.canvas.mapToGlobal(spot)
    QApplication.sendEvent(reader.canvas, QHelpEvent(QEvent.Type.ToolTip, spot, at))
    assert mark.words.split(",")[0] in QToolTip.text()
    QToolTip.hideText()


def test_the_keys_reach_places_and_links_and_enter_does_what_a_click_does(reader: Reader) -> None:
    for is_place in (True, False):
        reader.user.click_row("yu-bo")
        marks = reader.canvas.marks
        at = next(at for at, mark in enumerate(marks) if bool(mark.target) == is_place)
        mark = reader.canvas.marks[at]
        reader.canvas.setFocus(Qt.FocusReason.TabFocusReason)
        reader.user.press(Qt.Key.Key_Up, reader.canvas, times=len(reader.canvas.marks))
        reader.user.press(Qt.Key.Key_Down, reader.canvas, times=at)
        assert reader.canvas.accessibleDescription() == mark.words
        reader.user.press(Qt.Key.Key_Return, reader.canvas)
        assert reader.selected == ((mark.target,) if mark.target else mark.records)


def test_zooming_leaves_the_keys_at_their_mark(reader: Reader) -> None:
    still, _ = two_places(reader)
    at = next(at for at, mark in enumerate(reader.canvas.marks) if mark.target == still)
    reader.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    reader.user.press(Qt.Key.Key_Down, reader.canvas, times=at + 1)
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_Plus, reader.canvas))
    reader.user.press(Qt.Key.Key_Return, reader.canvas)
    assert reader.selected == (still,)


def test_a_link_that_is_pointed_out_is_marked_along_its_curve(reader: Reader) -> None:
    mark, spot = reader.on_a_curve()
    # Beside the line, where the ground shows.
    beside = [spot + QPoint(x, y) for x in (-3, 0, 3) for y in (-3, 0, 3)]
    before = reader.image()
    reader.user.chart.highlight(mark.records)
    after = reader.image()
    assert any(before.pixelColor(at) != after.pixelColor(at) for at in beside)


def test_other_forms_do_not_answer_to_wheel_drag_and_keys(reader: Reader) -> None:
    reader.user.choose_form("Kinds of statement")
    before = reader.image()
    middle = QPointF(reader.canvas.rect().center())
    reader.wheel(middle, 480)
    reader.drag(QPoint(3, 3), QPoint(60, 60))
    reader.user.press(Qt.Key.Key_Plus, reader.canvas)
    assert reader.image() == before
    assert reader.extent is None
    assert not reader.tool("Zoom in").isVisible()
    assert not reader.user.action("Zoom in").isEnabled()


def test_the_tools_are_there_with_a_map_only(reader: Reader) -> None:
    for words in ("Zoom in", "Zoom out", "Fit to selection"):
        assert reader.tool(words).isVisible()
        assert reader.tool(words).toolTip().startswith(words)
    reader.user.open_tab(1)
    assert not reader.tool("Zoom in").isVisible()
    reader.user.open_tab(0)
    assert reader.tool("Zoom in").isVisible()


def test_the_keys_reach_the_tools_and_it_can_be_seen(reader: Reader) -> None:
    tools = [reader.tool(words) for words in ("Zoom in", "Zoom out", "Fit to selection")]
    resting = [each.grab().toImage() for each in tools]
    tools[0].setFocus(Qt.FocusReason.TabFocusReason)
    for tool, before in zip(tools, resting, strict=True):
        assert QApplication.focusWidget() is tool
        assert tool.grab().toImage() != before
        reader.user.press(Qt.Key.Key_Tab, tool)


def test_figures_on_a_map_are_zoomed_as_well(reader: Reader) -> None:
    reader.user.click_row("hebei")
    reader.user.choose_form("Map of figures")
    QApplication.processEvents()
    assert reader.tool("Zoom in").isVisible()
    before = reader.image()
    reader.zoom_in()
    assert reader.extent is not None
    assert reader.image() != before
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_0, reader.canvas))
    assert reader.image() == before
