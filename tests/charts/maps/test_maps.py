"""Maps: every place where it lies, every name inside, whatever is selected and in sight."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QRectF

from jjjviewer.charts.chart_type import ChartType, compose
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Mark, Path
from jjjviewer.charts.style import DARK, LIGHT, PAGES, Page
from jjjviewer.charts.types.map import Map
from jjjviewer.charts.types.map_values import MapValues
from jjjviewer.model.geography import Extent
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from tests.charts.selections import accepted, pack_of

MAP, VALUES = Map(), MapValues()
_PAGES = [PAGES["slide"], PAGES["square"], PAGES["a4"], Page("own", 600, 400)]
_PANE = Page("pane", 640, 560, text=13)
_STEP = 7
"""Of the selections every seventh is drawn zoomed and on all pages."""


def zooms(chart_type: ChartType) -> Iterator[View]:
    """Views of parts of the earth, ever nearer to the places of a view."""
    for view in [*accepted(chart_type)][::_STEP]:
        whole = scene_of(chart_type, view).projection
        assert whole is not None
        lon, lat = whole.extent.middle
        for share in (0.8, 0.5, 0.2, 0.05):
            wide, high = (
                share * (whole.extent.east - whole.extent.west) / 2,
                share * (whole.extent.north - whole.extent.south) / 2,
            )
            part = Extent(lon - wide, lat - high, lon + wide, lat + high)
            yield replace(view, extent=part)


def scene_of(chart_type: ChartType, view: View, page: Page = PAGES["slide"]) -> Scene:
    (scene,) = compose(chart_type, view, page, LIGHT)
    return scene


def places_on(scene: Scene) -> dict[str, QRectF]:
    return {mark.target: mark.hit for mark in scene.marks if mark.target and not mark.lines}


def share_of(mark: Mark) -> float:
    """Return where on the line of a mark its number stands, from 0 to 1."""
    line = mark.shapes[0]
    assert isinstance(line, Path)
    (x1, y1), (x2, y2) = line.points
    at, x, y = mark.hit.center(), x2 - x1, y2 - y1
    return ((at.x() - x1) * x + (at.y() - y1) * y) / (x**2 + y**2)


@pytest.mark.parametrize("chart_type", [MAP, VALUES], ids=["links", "figures"])
def test_what_the_title_is_about_is_on_a_zoomed_map(app: object, chart_type: ChartType) -> None:
    for view in zooms(chart_type):
        scene = scene_of(chart_type, view)
        assert {*scene.headline} <= {mark.key for mark in scene.marks}
        assert bool(scene.headline) == any(
            mark.cell.count("/") or not mark.target for mark in scene.marks
        )


@pytest.mark.parametrize("chart_type", [MAP, VALUES], ids=["links", "figures"])
def test_a_moved_map_keeps_height_and_places_and_says_what_its_title_leaves_out(
    app: object, chart_type: ChartType
) -> None:
    whole = pack_of("interview").view(Selection())
    title = chart_type.chart(whole).headline.title
    for wide in (4.0, 2.5, 1.2):
        areas, levels = set(), set()
        for west, south in product((114.2, 115.4, 116.6), (37.5, 38.7, 39.9)):
            part = Extent(west, south, west + wide, south + 0.8 * wide)
            view = replace(whole, extent=part)
            (scene,) = compose(chart_type, view, _PANE, LIGHT)
            told = chart_type.chart(view).headline.title
            assert told == title or re.search("part of the map", told)
            assert scene.projection is not None
            areas.add(scene.projection.area.getRect())
            levels.add(chart_type is MAP and MAP.found(view).are_single)
        assert len(areas) == len(levels) == 1


def test_places_and_names_of_a_zoomed_map_lie_inside_it(app: object) -> None:
    for view in zooms(MAP):
        scene = scene_of(MAP, view)
        assert scene.projection is not None
        area = scene.projection.area
        located = view.dataset.geography.located_places
        for id_, hit in places_on(scene).items():
            point = scene.projection.point(*located[id_].position)
            assert (hit.center() - point).manhattanLength() < 0.01
            assert area.contains(point)
        named = {MAP.found(view).label(id_) for id_ in MAP.found(view).places if id_ in located}
        drawn = {MAP.found(view).label(id_) for id_ in places_on(scene)}
        for text in scene.texts:
            if text.halo:
                assert area.contains(text.rect)
                assert text.text not in named - drawn


def test_a_nearer_view_shows_single_places(app: object) -> None:
    whole = pack_of("interview").view(Selection())
    assert not MAP.found(whole).are_single
    near = replace(whole, extent=Extent(115.3, 39.9, 116.6, 40.8))
    assert MAP.found(near).are_single
    assert {"yanqing", "huailai"} <= places_on(scene_of(MAP, near)).keys()


def test_lines_are_as_wide_as_their_links_are_many(app: object) -> None:
    for view in [*accepted(MAP)][::_STEP]:
        if view.groups:
            continue
        scene, sizes = scene_of(MAP, view), {pair.cell: pair.size for pair in MAP.drawn(view)}
        ratios = {
            round(shape.paint.stroke_width / sizes[mark.cell], 6)
            for mark in scene.marks
            if mark.cell in sizes
            for shape in mark.shapes[1:2]
            if isinstance(shape, Path)
        }
        assert len(ratios) == 1


@pytest.mark.parametrize(
    ("page", "pair", "share"),
    [
        (Page("own", 600, 400), "baihebao/miyun-reservoir", 0.26),
        (PAGES["slide"], "guanting/baihebao", 0.74),
    ],
)
def test_a_number_in_the_way_of_others_stands_nearer_to_an_end_of_its_line(
    app: object, page: Page, pair: str, share: float
) -> None:
    scene = scene_of(MAP, pack_of("interview").view(Selection(("yanqing",))), page)
    (mark,) = (each for each in scene.marks if each.cell == pair)
    assert share_of(mark) == pytest.approx(share, abs=0.01)


def test_circles_lie_on_their_places_by_area_and_touch_no_others(app: object) -> None:
    for view in [*accepted(VALUES)][::_STEP]:
        figures = {figure.figure_id: figure for figure in VALUES.figures(view)}
        assert len({(each.base_unit, each.status) for each in figures.values()} - {("", "")}) <= 2
        for page in _PAGES:
            scene = scene_of(VALUES, view, page)
            assert scene.projection is not None
            assert {id_ for mark in scene.marks for id_ in mark.records} == figures.keys()
            circles = {mark.records[0]: mark.shapes[0] for mark in scene.marks}
            first: dict[str, Circle] = {}
            for id_, figure in figures.items():
                circle, place = circles[id_], figure.map_place_id
                assert isinstance(circle, Circle)
                if place not in first:
                    first[place] = circle
                    position = view.dataset.geography.located_places[place].position
                    at = scene.projection.point(*position)
                    assert (circle.rect.center() - at).manhattanLength() < 0.01
            largest, *others = sorted(first.items(), key=lambda each: -each[1].radius)
            value = {
                place: max(f.in_base_unit for f in figures.values() if f.map_place_id == place)
                for place in first
            }
            for place, circle in others:
                if circle.radius > 2.6 * scene.sizes.unit:
                    share = (circle.radius / largest[1].radius) ** 2
                    assert share == pytest.approx(value[place] / value[largest[0]], rel=0.01)


def test_railways_are_lines_through_their_places_and_no_points(app: object) -> None:
    whole = pack_of("interview").view(Selection())
    view = replace(whole, extent=Extent(116.4, 38.6, 117.9, 39.9))
    assert MAP.found(view).are_single
    scene = scene_of(MAP, view)
    railways = {mark.target: mark for mark in scene.marks if mark.target and mark.lines}
    assert "jingtang-railway" in railways
    assert not railways.keys() & places_on(scene).keys()


def test_a_map_lies_on_sea_and_land_with_the_names_of_both(app: object) -> None:
    (scene,) = compose(MAP, pack_of("interview").view(Selection()), PAGES["slide"], DARK)
    fills = {shape.paint.fill for shape in scene.shapes if isinstance(shape, Path)}
    assert {DARK.sea, DARK.outside} <= fills
    texts = {text.text for text in scene.texts}
    assert {"HEBEI", "Bohai Sea", "Shanxi", "100 km", "Hebei apart from its cities"} <= texts
    assert any("schematic" in text for text in texts)


def test_a_pack_without_outlines_has_a_plain_map(app: object) -> None:
    scene = scene_of(MAP, pack_of("estuary").view(Selection()))
    fills = {shape.paint.fill for shape in scene.shapes if isinstance(shape, Path)}
    assert LIGHT.sea not in fills
    assert any("Map: schematic" in text.text for text in scene.texts)
