"""The matrix: how many links join each two places, each pair once."""

from itertools import combinations

import pytest

from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Mark, Rect, Text
from jjjviewer.charts.style import LIGHT
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.paths import example_pack
from tests.charts.types.test_types import CHART_TYPE, drawn, offered
from tests.packs import load


def cells(scene: Scene) -> dict[frozenset[str], Mark]:
    """The cells by the names of their places."""
    found = {}
    for mark in scene.marks:
        if not mark.target:
            one, other = mark.words.split(":")[0].split(" and ")
            found[frozenset((one, other))] = mark
    return found


def number(mark: Mark) -> int:
    return next(int(shape.text) for shape in mark.shapes if isinstance(shape, Text))


def fill(mark: Mark) -> str:
    return next(shape.paint.fill for shape in mark.shapes if isinstance(shape, Rect))


def pairs(pack: Dataset, *ids: str) -> dict[frozenset[str], set[str]]:
    """The links of each two places, as the pack has them: from one side to the other."""
    found: dict[frozenset[str], set[str]] = {}
    links = pack.view(Selection(ids)).links
    for id_, ends in zip(links["link_id"], links["ends"], strict=True):
        for one, other in combinations(ends, 2):
            if one.name != other.name and {one.role, other.role} not in ({"from"}, {"to"}):
                found.setdefault(frozenset((one.name, other.name)), set()).add(id_)
    return found


@pytest.mark.parametrize("ids", ["yu-bo", "cangzhou", "tianjin"])
def test_every_two_places_have_one_cell_with_the_number_of_their_links(
    app: object, pack: Dataset, ids: str
) -> None:
    scene = drawn(pack, "matrix", ids)
    shown = cells(scene)
    assert len(shown) == sum(not mark.target for mark in scene.marks)
    expected = pairs(pack, ids)
    assert {pair: number(mark) for pair, mark in shown.items()} == {
        pair: len(links) for pair, links in expected.items()
    }
    assert {pair: {*mark.records} for pair, mark in shown.items()} == expected


@pytest.mark.parametrize("ids", ["industry", "relocation", "transport", "ecology", "yu-bo"])
def test_the_title_names_a_pair_only_where_no_other_has_as_many_links(
    app: object, pack: Dataset, ids: str
) -> None:
    counts = sorted(map(len, pairs(pack, ids).values()))
    title = drawn(pack, "matrix", ids).title
    if counts[-1] > counts[-2]:
        assert f" share {counts[-1]} of " in title
        assert title.endswith("more than any other two")
    else:
        assert title.endswith(f"are linked in {len(counts)} pairs")


def test_the_table_has_a_row_for_each_cell(app: object, pack: Dataset) -> None:
    table = CHART_TYPE["matrix"].table(pack.view(Selection(("yu-bo",))))
    rows = {
        frozenset((one, other)): count
        for one, other, count in zip(table["Place"], table["With"], table["Links"], strict=True)
    }
    shown = cells(drawn(pack, "matrix", "yu-bo"))
    assert rows == {pair: number(mark) for pair, mark in shown.items()}


def test_a_joint_link_stands_in_each_pair_that_it_joins_and_that_is_said(
    app: object, pack: Dataset
) -> None:
    scene = drawn(pack, "matrix", "cangzhou")
    # It runs from Beijing and Tianjin to Cangzhou.
    for one in ("Beijing", "Tianjin"):
        assert "l50-1" in cells(scene)[frozenset((one, "Cangzhou"))].records
    assert "l50-1" not in cells(scene)[frozenset(("Beijing", "Tianjin"))].records
    links = pack.view(Selection(("cangzhou",))).links
    joint = sum(len(set(ids)) > 2 for ids in links["place_ids"])
    words = " ".join(text.text for text in scene.texts)
    assert f"Links of three places and more stand in each pair that they join: {joint}." in words


def test_a_cell_is_hollow_only_where_all_is_planned_or_unclear(app: object, pack: Dataset) -> None:
    status = dict(zip(pack["links"]["link_id"], pack["links"]["status"], strict=True))
    shown = cells(drawn(pack, "matrix"))
    hollow = {pair for pair, mark in shown.items() if fill(mark) == LIGHT.background}
    assert hollow == {
        pair
        for pair, mark in shown.items()
        if {status[record] for record in mark.records} <= {"planned", "target", "uncertain"}
    }
    assert hollow


def test_more_links_are_darker(app: object, pack: Dataset) -> None:
    shown = list(cells(drawn(pack, "matrix", "yu-bo")).values())
    solid = {number(mark): fill(mark) for mark in shown if fill(mark) != LIGHT.background}
    lightness = [int(solid[count][1:3], 16) for count in sorted(solid)]
    assert lightness == sorted(lightness, reverse=True)
    assert len(set(lightness)) == len(lightness)


def test_names_stand_over_their_column_and_at_the_end_of_their_row(
    app: object, pack: Dataset
) -> None:
    scene = drawn(pack, "matrix", "yu-bo")
    named = {
        mark.words.split(",")[0]: next(shape for shape in mark.shapes if isinstance(shape, Circle))
        for mark in scene.marks
        if mark.target
    }
    for pair, mark in cells(scene).items():
        upper, lower = sorted((named[name] for name in pair), key=lambda dot: dot.y)
        # Below the one, on the line of the other.
        assert mark.hit.left() <= upper.x <= mark.hit.right()
        assert mark.hit.top() <= lower.y <= mark.hit.bottom()
        assert upper.y < lower.y


def test_places_lead_to_themselves(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "matrix", "yu-bo")
    mark = next(mark for mark in scene.marks if mark.target == "guanting")
    name = next(shape for shape in mark.shapes if isinstance(shape, Text))
    assert scene.mark_at(name.rect.center().x(), name.rect.center().y()) == mark


def test_pairs_without_room_are_said_to_be_missing(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "matrix", page="slide")
    missing = len(pairs(pack)) - len(cells(scene))
    assert missing
    words = " ".join(text.text for text in scene.texts)
    assert f"Pairs not shown for want of room: {missing}; the table has them." in words
    # Those with most links are there.
    assert {"Beijing", "Tianjin", "Hebei", "Cangzhou", "Yanqing"} <= {
        mark.words.split(",")[0] for mark in scene.marks if mark.target
    }


def test_a_cell_says_whether_all_is_done_or_in_hand_or_only_some(
    app: object, pack: Dataset
) -> None:
    status = dict(zip(pack["links"]["link_id"], pack["links"]["status"], strict=True))
    seen = set()
    for mark in cells(drawn(pack, "matrix")).values():
        ahead = {status[each] in ("planned", "target", "uncertain") for each in mark.records}
        paint = next(shape.paint for shape in mark.shapes if isinstance(shape, Rect))
        assert paint.dashed == (len(ahead) > 1)
        assert (paint.fill == LIGHT.background) == (ahead == {True})
        seen.add(frozenset(ahead))
    assert len(seen) == 3


def test_the_title_names_the_two_that_share_most(app: object, pack: Dataset) -> None:
    count = len(pairs(pack)[frozenset(("Beijing", "Tianjin"))])
    total = len(pack["links"])
    assert drawn(pack, "matrix").title == (
        f"Beijing and Tianjin share {count} of {total} links, more than any other two"
    )


def test_a_single_link_is_no_table(pack: Dataset) -> None:
    assert "arcs" in offered(pack, "l50-1")
    assert "matrix" not in offered(pack, "l50-1")


def test_a_pack_of_other_places_has_one(app: object) -> None:
    assert cells(drawn(load(example_pack()), "matrix"))
