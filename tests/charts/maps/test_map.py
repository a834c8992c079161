"""The map: links lie where their places are, and joint ones are drawn once."""

import math
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.registry import chart_types_for
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Mark, Text
from jjjviewer.charts.shapes import Path as Line
from jjjviewer.charts.style import LEAST_PAGE, LIGHT, PAGES, Page
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.geography import Extent
from jjjviewer.model.selection import Selection
from jjjviewer.paths import example_pack
from tests.charts.types.test_types import CHART_TYPE, drawn
from tests.packs import Row, change, copy_of_bundled, load

SCHEMATIC = "Schematic, boundaries not authoritative · Natural Earth; places: GeoNames (CC BY) and"
SIZES = [*PAGES.values(), Page("own", *LEAST_PAGE)]


def offered(pack: Dataset) -> list[str]:
    return [chart_type.id for chart_type in chart_types_for(pack.view(Selection()))]


def said(scene: Scene) -> str:
    return " ".join(text.text for text in scene.texts)


def names(scene: Scene) -> list[Text]:
    """What is written on the map itself."""
    return [text for text in scene.texts if text.halo]


def places(scene: Scene) -> list[Mark]:
    """The places that have links in the view."""
    return [mark for mark in scene.marks if mark.target and mark.records and not mark.lines]


def links(scene: Scene) -> list[Mark]:
    return [mark for mark in scene.marks if mark.lines and not mark.target]


def place(scene: Scene, id_: str) -> Mark:
    return next(mark for mark in scene.marks if mark.target == id_ and not mark.lines)


def test_a_link_of_several_places_is_one_line_with_several_ends(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "map", "cangzhou")
    marked = [record for mark in links(scene) for record in mark.records]
    assert sorted(marked) == sorted({*marked})
    joint = next(mark for mark in links(scene) if "l50-1" in mark.records)
    assert "Beijing, Tianjin → Cangzhou" in joint.words
    assert len(joint.lines) == 3
    meeting = {line.points[0] for line in joint.lines}
    assert len(meeting) == 1


def test_every_link_is_drawn_once_whether_in_the_inset_or_beside_it(
    app: object, pack: Dataset
) -> None:
    scene = drawn(pack, "map", page="slide")
    marked = [record for mark in links(scene) for record in mark.records]
    assert sorted(marked) == sorted(CHART_TYPE["map"].rows(pack.view(Selection()))["link_id"])


def test_a_dense_core_is_drawn_larger_beside_the_map(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "map", page="slide")
    twice = [mark for mark in places(scene) if mark.target == "tianjin"]
    assert len(twice) == 2
    assert scene.projection is not None
    assert sum(scene.projection.area.contains(mark.hit.center()) for mark in twice) == 1


def test_a_place_lies_within_a_pixel_of_where_its_position_says(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "map", "yu-bo")
    assert scene.projection is not None
    room, extent = scene.projection.area, scene.projection.extent
    for id_, lon, lat in (("zhangjiakou", 114.8714, 40.7834), ("yanqing", 115.9715, 40.4609)):
        at = place(scene, id_).hit.center()
        east = (lon - extent.west) / (extent.east - extent.west)
        south = (extent.north - lat) / (extent.north - extent.south)
        assert at.x() == pytest.approx(room.left() + east * room.width(), abs=1)
        assert at.y() == pytest.approx(room.top() + south * room.height(), abs=1)


def test_a_degree_is_as_long_on_the_page_as_on_the_earth(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "map", "yu-bo")
    west, east = (place(scene, id_).hit.center() for id_ in ("zhangjiakou", "yanqing"))
    shrunk = math.cos(math.radians(40.5))
    assert (east.y() - west.y()) / (east.x() - west.x()) == pytest.approx(
        (40.7834 - 40.4609) / ((115.9715 - 114.8714) * shrunk), rel=0.02
    )


def test_a_part_of_the_earth_that_is_asked_for_fills_the_map(app: object, pack: Dataset) -> None:
    view = replace(pack.view(Selection()), extent=Extent(116, 39, 117.5, 40))
    scene = compose(CHART_TYPE["map"], view, PAGES["slide"], LIGHT)
    assert scene.projection is not None
    shown = scene.projection.extent
    assert shown.west <= 116 and shown.east >= 117.5
    assert min(116 - shown.west, 39 - shown.south) == pytest.approx(0, abs=1e-6)
    assert "Links beyond the part that is shown" in said(scene)
    # Its shape does not change.
    whole = drawn(pack, "map", page="slide").projection
    assert whole is not None
    assert scene.projection.parallel == whole.parallel


def test_a_place_beyond_the_edge_is_named_where_its_line_leaves(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "map", page="slide")
    assert not any(mark.target == "xilingol" for mark in scene.marks)
    name = next(text for text in names(scene) if text.text == "Xilingol League")
    assert scene.projection is not None
    assert name.rect.top() - scene.projection.area.top() < 40
    # Its sign is open: a filled head would say that the link runs there.
    near = name.rect.adjusted(-30, -30, 30, 30)
    lines = [shape for shape in scene.shapes if isinstance(shape, Line) and len(shape.points) == 3]
    assert [shape.closed for shape in lines if near.contains(QPointF(*shape.points[1]))] == [False]


def test_a_click_on_a_line_meets_its_links_and_one_on_a_place_the_place(
    app: object, pack: Dataset
) -> None:
    scene = drawn(pack, "map", "chengde")
    for mark in links(scene):
        met = [scene.mark_at(*point) for line in mark.lines for point in line.points]
        assert mark in met
    centre = place(scene, "chengde").hit.center()
    found = scene.mark_at(centre.x(), centre.y())
    assert found is not None
    assert found.target == "chengde"
    assert "承德市 · prefecture city · 10 links · Chai Baoliang" in found.words


def test_planned_links_are_dashed_and_flows_have_arrow_heads(app: object, pack: Dataset) -> None:
    def paint(ids: str) -> tuple[set[bool], int]:
        (mark,) = links(drawn(pack, "map", ids))
        lines = [shape for shape in mark.shapes if isinstance(shape, Line) and not shape.closed]
        heads = [shape for shape in mark.shapes if isinstance(shape, Line) and shape.closed]
        # The first lines are the rim that sets the link off from others.
        return {line.paint.dashed for line in lines[len(lines) // 2 :]}, len(heads)

    assert paint("l23-1") == ({True}, 1)
    assert paint("l21-1") == ({False}, 1)
    assert paint("l18-2") == ({False}, 0)


def test_themes_are_told_by_colour_in_the_legend_and_by_words_of_each_line(
    app: object, pack: Dataset
) -> None:
    scene = drawn(pack, "map", "hebei")
    texts = {text.text for text in scene.texts}
    assert {"Ecology", "Relocation", "Industry"} <= texts
    line = next(mark for mark in links(scene) if "l39-1" in mark.records)
    assert "(Ecology, in hand, Chai Baoliang ¶39)" in line.words
    assert LIGHT.themes[0] in {
        shape.paint.stroke for shape in line.shapes if isinstance(shape, Line)
    }


def test_what_is_not_selected_is_faint_and_says_nothing(app: object, pack: Dataset) -> None:
    view = pack.view(Selection(("tianjin",)))
    scene = drawn(pack, "map", "tianjin")
    assert {*scene.records} <= {*view.links["link_id"]}
    faint = [
        shape
        for shape in scene.shapes
        if isinstance(shape, Line) and not shape.closed and shape.paint.stroke_width < 1
    ]
    assert len(faint) > 20


def test_railways_run_through_their_members(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "map", "transport")
    tracks = {mark.target: mark for mark in scene.marks if mark.lines and mark.target}
    railway = tracks["tongwulang-railway"]
    for id_ in ("tongzhou", "wuqing", "langfang"):
        at = place(scene, id_).hit.center()
        assert railway.lines[0].distance(at.x(), at.y(), 1) < 0.5
    assert "Tongwulang suburban railway" in railway.words


def test_a_place_known_to_the_district_only_is_hollow(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "map", "cangzhou")
    hollow, solid = place(scene, "hyundai-plant"), place(scene, "cangzhou")
    fills = [
        shape.paint.fill
        for each in (hollow, solid)
        for shape in each.shapes
        if not isinstance(shape, Text)
    ]
    assert fills == [LIGHT.background, LIGHT.text]
    assert "known to the district only" in said(scene)


def test_every_map_says_that_it_is_schematic_and_where_it_is_from(
    app: object, pack: Dataset
) -> None:
    for chart_type in ("map", "map-values"):
        assert SCHEMATIC in said(drawn(pack, chart_type, "hebei"))
        bare = compose(
            CHART_TYPE[chart_type],
            pack.view(Selection()),
            PAGES["a4"],
            LIGHT,
            header=False,
            footer=False,
        )
        assert SCHEMATIC in said(bare)


def test_the_credit_is_that_of_the_pack(app: object, tmp_path: Path) -> None:
    estuary = load(example_pack())
    assert "map" in offered(estuary)
    words = said(drawn(estuary, "map"))
    assert "Natural Earth" not in words
    assert "GeoNames" not in words
    copy = copy_of_bundled(tmp_path)
    change(
        copy,
        "entities",
        lambda rows: [row.update(basis="Gazette id 7 (CC BY-SA 3.0)") for row in rows],
    )
    assert "places: Gazette (CC BY-SA)" in said(drawn(load(copy), "map"))


def test_a_pack_without_positions_has_no_map(app: object, tmp_path: Path, pack: Dataset) -> None:
    copy = copy_of_bundled(tmp_path)
    change(copy, "entities", lambda rows: [row.update(lat="", lon="") for row in rows])
    assert {"map", "map-values"} <= {*offered(pack)}
    assert not {"map", "map-values"} & {*offered(load(copy))}


def test_of_very_many_lines_the_thinnest_are_left_out_and_counted(
    app: object, tmp_path: Path, pack: Dataset
) -> None:
    view = pack.view(Selection())
    pairs = [*combinations(sorted(view.dataset.geography.located_ids), 2)][:400]
    copy = copy_of_bundled(tmp_path)

    def add_links(rows: list[Row]) -> None:
        rows += [{**rows[0], "link_id": f"many{at}"} for at in range(len(pairs))]

    def add_ends(rows: list[Row]) -> None:
        for at, pair in enumerate(pairs):
            rows += [{"link_id": f"many{at}", "entity_id": id_, "role": "member"} for id_ in pair]

    change(copy, "links", add_links)
    change(copy, "link_places", add_ends)
    scene = drawn(load(copy), "map")
    assert "for want of room" in said(scene)
    assert len(links(scene)) <= 300
    assert {"l51-2", "l42-1"} <= {*scene.records}


def test_a_part_without_any_link_says_so(app: object, pack: Dataset) -> None:
    view = replace(pack.view(Selection(("yu-bo",))), extent=Extent(113.0, 36.0, 113.2, 36.2))
    chart_type = next(chart_type for chart_type in chart_types_for(view) if chart_type.id == "map")
    scene = compose(chart_type, view, PAGES["slide"], LIGHT)
    words = " ".join(text.text for text in scene.texts)
    assert "No record lies in the part that is shown. Links beyond the part" in words
    assert "No record lies in the part that is shown." in scene.description


def test_links_of_things_that_are_compared_have_a_colour_for_each(
    app: object, pack: Dataset
) -> None:
    scene = drawn(pack, "map", "ecology", "transport")
    keys = [text.text for text in scene.texts]
    assert {"links of Ecology", "links of Transport"} <= {*keys}
    assert "Ecology" not in keys
    colors: dict[str, set[str]] = {}
    for mark in links(scene):
        whose, _ = mark.words.split(" · ", 1)
        strokes = {shape.paint.stroke for shape in mark.shapes if isinstance(shape, Line)}
        colors.setdefault(whose, set()).update(strokes - {LIGHT.background, ""})
    assert {*colors} == {"Ecology", "Transport"}
    assert all(len(each) == 1 for each in colors.values())
    assert colors["Ecology"].isdisjoint(colors["Transport"])
