"""Arcs: places on a line by region, links between them; joint ones are drawn once."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Mark, Text
from jjjviewer.charts.shapes import Path as Line
from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Filter, Selection
from jjjviewer.model.view import Order
from jjjviewer.paths import example_pack
from tests.charts.types.test_types import CHART_TYPE, drawn, offered
from tests.packs import Row, change, copy_of_bundled, load

REGIONS = ("beijing", "tianjin", "hebei", "")


def place_marks(scene: Scene) -> list[Mark]:
    """The places, from the top."""
    return sorted((mark for mark in scene.marks if mark.target), key=lambda mark: mark.hit.y())


def arc_marks(scene: Scene) -> list[Mark]:
    return [mark for mark in scene.marks if not mark.target]


def arc_of(scene: Scene, record: str) -> Mark:
    return next(mark for mark in arc_marks(scene) if record in mark.records)


def height_of(scene: Scene, place: str) -> float:
    """Where the dot of a place lies."""
    mark = next(mark for mark in place_marks(scene) if mark.target == place)
    return next(shape.y for shape in mark.shapes if isinstance(shape, Circle))


def ways(mark: Mark) -> list[Line]:
    """The lines of an arc, without that to its label."""
    return [line for line in mark.lines if len(line.points) > 2]


def strokes(scene: Scene, mark: Mark) -> list[Line]:
    """The lines of an arc as they are painted."""
    points = {line.points for line in ways(mark)}
    return [shape for shape in scene.shapes if isinstance(shape, Line) and shape.points in points]


def heads(scene: Scene) -> Iterator[float]:
    """At which heights arrows point to the line."""
    for shape in scene.shapes:
        if isinstance(shape, Line) and shape.closed:
            yield shape.points[1][1]


def test_places_stand_by_region_in_the_order_of_the_regions(app: object, pack: Dataset) -> None:
    places = pack["entities"]
    provinces = dict(zip(places["entity_id"], places["province"], strict=True))
    order = [provinces[mark.target] for mark in place_marks(drawn(pack, "arcs"))]
    assert order == sorted(order, key=REGIONS.index)
    assert set(order) == set(REGIONS)


def test_between_regions_the_line_breaks(app: object, pack: Dataset) -> None:
    heights = [mark.hit.center().y() for mark in place_marks(drawn(pack, "arcs"))]
    gaps = sorted({round(below - above, 3) for above, below in pairwise(heights)})
    assert len(gaps) == 2


def test_places_that_are_linked_stand_near_each_other(app: object, pack: Dataset) -> None:
    order = [mark.target for mark in place_marks(drawn(pack, "arcs"))]
    assert abs(order.index("baodi-station") - order.index("baodi-south-station")) == 1
    assert abs(order.index("huailai") - order.index("chicheng")) == 1


@pytest.mark.parametrize(
    ("order", "sort"), [("name", str.casefold), ("region", lambda name: 0)], ids=["name", "region"]
)
def test_places_are_sorted_as_is_asked_for(
    app: object, pack: Dataset, order: Order, sort: object
) -> None:
    view = pack.view(Selection(("yu-bo",))).arranged(Filter(), order)
    scene = compose(CHART_TYPE["arcs"], view, PAGES["slide"], LIGHT)
    named = [mark.words.split(",")[0] for mark in place_marks(scene)]
    by_name = sorted(named, key=str.casefold)
    assert (named == by_name) == (order == "name")


def test_every_link_is_drawn_once_whatever_the_number_of_its_places(
    app: object, pack: Dataset
) -> None:
    view = pack.view(Selection())
    records = [record for mark in arc_marks(drawn(pack, "arcs")) for record in mark.records]
    assert sorted(records) == sorted(view.links["link_id"])


def test_a_joint_link_is_one_mark_with_an_end_at_each_of_its_places(
    app: object, pack: Dataset
) -> None:
    scene = drawn(pack, "arcs", "cangzhou")
    joint = arc_of(scene, "l50-1")
    assert "Beijing, Tianjin → Cangzhou" in joint.words
    tops = {line.points[0] for line in ways(joint)}
    assert len(tops) == 1
    ends = sorted(line.points[-1][1] for line in ways(joint))
    three = [height_of(scene, place) for place in ("beijing", "tianjin", "cangzhou")]
    assert ends == pytest.approx(sorted(three))


def test_links_of_the_same_places_are_one_arc_with_their_number(app: object, pack: Dataset) -> None:
    arc = arc_of(drawn(pack, "arcs", "yu-bo"), "l15-1")
    assert len(arc.records) == 6
    assert [shape.text for shape in arc.shapes if isinstance(shape, Text)] == ["6"]


def test_arcs_are_as_wide_as_they_have_links(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "arcs", "yu-bo")
    six, three = (strokes(scene, arc_of(scene, record))[0] for record in ("l15-1", "l18-2"))
    assert six.paint.stroke_width / three.paint.stroke_width == pytest.approx(6 / 3)


def test_what_is_planned_or_unclear_is_dashed_on_a_ground_if_some_of_it_is_not(
    app: object, pack: Dataset
) -> None:
    scene = drawn(pack, "arcs")
    status = dict(zip(pack["links"]["link_id"], pack["links"]["status"], strict=True))
    for mark in arc_marks(scene):
        lines = strokes(scene, mark)
        assert lines
        ahead = {status[each] in ("planned", "target", "uncertain") for each in mark.records}
        assert {line.paint.dashed for line in lines} == ahead


def test_the_title_counts_links_of_the_same_places_whichever_way_they_run(
    app: object, pack: Dataset
) -> None:
    links = pack.view(Selection(("hebei",))).links
    three = {"cangzhou", "beijing", "tianjin"}
    count = sum(set(ids) == three for ids in links["place_ids"])
    title = drawn(pack, "arcs", "hebei").title
    assert title.startswith(f"{count} of {len(links)} links join Cangzhou, Beijing and Tianjin")


def test_arrows_stand_where_links_run_to_and_nowhere_else(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "arcs", "relocation")
    ends = [end for row in pack.view(Selection(("relocation",))).links["ends"] for end in row]
    runs_to = {end.entity_id for end in ends if end.role == "to"}
    assert sorted(heads(scene)) == pytest.approx(sorted(height_of(scene, id_) for id_ in runs_to))
    assert not list(heads(drawn(pack, "arcs", "yu-bo")))


def test_an_arc_answers_along_its_curve(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "arcs", "cangzhou")
    arc = arc_of(scene, "l51-1")
    x, y = ways(arc)[0].points[12]
    assert not arc.hit.contains(x, y)
    assert scene.mark_at(x, y) == arc


def test_a_place_leads_to_itself_from_its_name_and_its_dot(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "arcs", "yu-bo")
    mark = next(mark for mark in place_marks(scene) if mark.target == "guanting")
    dot = next(shape for shape in mark.shapes if isinstance(shape, Circle))
    name = next(shape for shape in mark.shapes if isinstance(shape, Text))
    for at in (dot.rect.center(), name.rect.center()):
        found = scene.mark_at(at.x(), at.y())
        assert found is not None
        assert found.target == "guanting"
    assert set(mark.records) == {"l15-4", "l18-1"}


def test_few_arcs_say_what_they_are_about(app: object, pack: Dataset) -> None:
    words = [text.text for text in drawn(pack, "arcs", "cangzhou", page="slide").texts]
    assert "Car making" in words
    assert "achieved · ¶51" in words
    many = [text.text for text in drawn(pack, "arcs", page="slide").texts]
    assert "Car making" not in many


def test_a_label_answers_for_its_arc(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "arcs", "cangzhou", page="slide")
    label = next(text for text in scene.texts if text.text == "Car making")
    at = label.rect.center()
    assert scene.mark_at(at.x(), at.y()) == arc_of(scene, "l51-1")


def test_what_has_no_room_is_said_and_what_is_shown_has_all_its_places(
    app: object, pack: Dataset
) -> None:
    scene = drawn(pack, "arcs", page="slide")
    shown = {record for mark in arc_marks(scene) for record in mark.records}
    missing = len(pack["links"]) - len(shown)
    assert missing
    words = " ".join(text.text for text in scene.texts)
    assert f"Not shown for want of room: {missing}; the table has them." in words
    assert f"{len(shown)} records" in words
    named = {mark.target for mark in place_marks(scene)}
    links = pack["links"][pack["links"]["link_id"].isin(shown)]
    assert {id_ for ids in links["place_ids"] for id_ in ids} == named


def test_the_table_has_a_row_for_each_link(pack: Dataset) -> None:
    view = pack.view(Selection(("cangzhou",)))
    table = CHART_TYPE["arcs"].table(view)
    assert list(table["Record"]) == list(view.links["link_id"])
    assert "Beijing, Tianjin → Cangzhou" in list(table["Places"])


def test_the_title_says_which_places_have_most_links_or_what_the_only_one_is(
    app: object, pack: Dataset
) -> None:
    assert drawn(pack, "arcs", "yu-bo").title == (
        "6 of 12 links join Yanqing, Huailai and Chicheng, more than any other places"
    )
    assert drawn(pack, "arcs", "l51-1").title == (
        "Car making: Beijing → Beijing Hyundai Cangzhou plant"
    )
    assert (
        drawn(pack, "arcs", "l15-1", "l15-2").title == "2 links join Yanqing, Huailai and Chicheng"
    )
    assert drawn(pack, "arcs", "l15-1", "l51-1").title == "5 places are joined by 2 links"
    assert drawn(pack, "arcs", "relocation").title.startswith("2 of 12 links run Beijing → Tianjin")


def test_arcs_of_what_is_compared_bear_its_letter_and_colour(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "arcs", "yu-bo", "kang-yanmin")
    assert "A  links of Yu Bo" in [text.text for text in scene.texts]
    arc = arc_of(scene, "l51-1")
    assert arc.words.startswith("Kang Yanmin · ")
    assert [shape.text for shape in arc.shapes if isinstance(shape, Text)] == ["B"]
    dots = [shape.paint.fill for shape in arc.shapes if isinstance(shape, Circle)]
    assert dots == [LIGHT.regions[2]]


def test_what_belongs_to_two_of_them_bears_both_letters(app: object, pack: Dataset) -> None:
    arc = arc_of(drawn(pack, "arcs", "yu-bo", "beijing"), "l15-1")
    assert [shape.text for shape in arc.shapes if isinstance(shape, Text)] == ["AB6"]


def test_links_of_fewer_than_two_places_are_said_to_be_left_out(
    app: object, tmp_path: Path
) -> None:
    copy = copy_of_bundled(tmp_path)

    def without_an_end(rows: list[Row]) -> None:
        rows.remove({"link_id": "l51-1", "entity_id": "beijing", "role": "from"})

    change(copy, "link_places", without_an_end)
    scene = drawn(load(copy), "arcs", "cangzhou")
    assert "l51-1" not in scene.records
    assert "Links that name fewer than two places: 1." in " ".join(
        text.text for text in scene.texts
    )


def test_a_pack_without_links_has_no_arcs(tmp_path: Path, pack: Dataset) -> None:
    copy = copy_of_bundled(tmp_path)
    change(copy, "link_places", lambda rows: rows.clear())
    change(copy, "links", lambda rows: rows.clear())
    assert {"arcs", "matrix"} <= {*offered(pack)}
    assert not {"arcs", "matrix"} & {*offered(load(copy))}


def test_places_elsewhere_have_arcs_too(app: object) -> None:
    scene = drawn(load(example_pack()), "arcs")
    assert place_marks(scene)
    page = QRectF(0, 0, PAGES["a4"].width, PAGES["a4"].height)
    lines = [line for mark in arc_marks(scene) for line in mark.lines]
    assert all(page.contains(*point) for line in lines for point in line.points)


def test_a_filter_leaves_only_the_links_that_it_lets_through(app: object, pack: Dataset) -> None:
    view = pack.view(Selection()).arranged(Filter(statuses=("planned",)), "")
    scene = compose(CHART_TYPE["arcs"], view, PAGES["a4"], LIGHT)
    lines = [line for mark in arc_marks(scene) for line in strokes(scene, mark)]
    assert all(line.paint.dashed for line in lines)
    assert len(view.links) == len({r for mark in arc_marks(scene) for r in mark.records})
