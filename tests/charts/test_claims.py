"""What titles, subtitles and marks claim: of parts and wholes, of three, of zero, of bounds."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.formatting import peers
from jjjviewer.charts.layouts.stacked_bars import StackedBars
from jjjviewer.charts.links.link_pairs import LinkPairs
from jjjviewer.charts.page_layout import Headline
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle
from jjjviewer.charts.style import LIGHT, PAGES, Page
from jjjviewer.charts.text import width, wrap
from jjjviewer.charts.types.bars import Bars
from jjjviewer.charts.types.map_values import MapValues
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from tests.charts.drawing import CHART_TYPE, words
from tests.charts.selections import PACKS, accepted, charts, pack_of
from tests.packs import Row, change, copy_of_bundled, load

_OF_STATEMENTS = ("attention", "kinds", "speaker-theme")
_LEAST = Page("own", 600, 400)


def _ids(pack: Dataset) -> list[str]:
    return [*pack["regions"]["region_id"], *pack["speakers"]["speaker_id"]]


@pytest.mark.parametrize("name", PACKS)
def test_no_title_sets_a_part_beside_its_whole(app: object, name: str) -> None:
    pack = pack_of(name)
    for ids in combinations(_ids(pack), 2):
        view = pack.view(Selection(ids))
        if len(peers(view)) == len(view.groups):
            continue
        for chart_type, _ in charts(pack, ids):
            headline = chart_type.chart(view).headline
            parts = [group.name for group in view.groups if group.whole]
            sets_beside = headline.rule in ("difference", "contrast")
            is_of_part = any(part in headline.title for part in parts)
            assert not (chart_type.id in _OF_STATEMENTS and sets_beside and is_of_part), ids


@pytest.mark.parametrize("id_", _OF_STATEMENTS)
def test_a_difference_of_three_names_all_three(app: object, id_: str) -> None:
    view = pack_of("interview").view(Selection(("beijing", "tianjin", "hebei")))
    headline = CHART_TYPE[id_].chart(view).headline
    assert headline.rule == "difference"
    assert all(group.name in headline.title for group in view.groups)


def test_sums_per_item_are_told_as_our_calculation_of_the_longest_bar(app: object) -> None:
    view = pack_of("interview").view(Selection(()))
    bars = Bars(is_per_item=True)
    headline, layout = bars.chart(view).headline, bars.chart(view).layout
    longest = max(layout.rows, key=lambda row: row.length)  # type: ignore[attr-defined]
    assert longest.figure.figure_id in headline.marks
    assert "our calculation" in headline.title
    assert longest.figure.surname in headline.title


@pytest.mark.parametrize("id_", ["map", "matrix"])
def test_titles_of_links_claim_no_more_than_is_counted(app: object, id_: str) -> None:
    chart_type = CHART_TYPE[id_]
    for view in accepted(chart_type):
        headline = chart_type.chart(view).headline
        found = chart_type.found(view)  # type: ignore[attr-defined]
        _is_of_what_links_name(found, headline)
        regions = view.dataset["regions"]
        for id_, name in zip(regions["region_id"], regions["name"], strict=True):
            is_alone = len(view.dataset.index.speakers(id_)) == 1
            assert not (is_alone and f"speakers from {name}" in headline.title)
        _says_what_is_counted(found, headline.title, chart_type.chart(view).notes)
        if "more than connect any other pair" not in headline.title or headline.rule == "tie":
            continue
        region = {id_: place.province or id_ for id_, place in found.places.items()}
        links: dict[frozenset[str], set[str]] = {}
        for pair in found.pairs:
            ends = frozenset(region[end] for end in pair.ends)
            links.setdefault(ends, set()).update(pair.records)
        (cell,) = headline.marks
        first = next(pair for pair in found.pairs if pair.cell == cell)
        own = frozenset(region[end] for end in first.ends)
        assert all(len(ids) <= first.size for ends, ids in links.items() if ends != own)


def _says_what_is_counted(found: LinkPairs, title: str, notes: Sequence[str]) -> None:
    """Check that a title credits no speaker with links of nobody, and says that places connect."""
    if not all(link.speaker for link in found.links):
        assert " by " not in title, title
        assert "speakers from" not in title, title
    assert re.search(r"\bconnect(s|ed)?\b|: a (planned )?link|^No link", title), title
    sides = ([end.role for end in link.ends] for link in found.links)
    if any(max(roles.count("from"), roles.count("to")) > 1 for roles in sides):
        assert any("does not connect these" in note for note in notes), title


def _is_of_what_links_name(found: LinkPairs, headline: Headline) -> None:
    """Check that a title names places that its links name, and wholes that stand for themselves."""
    ends = {link.link_id: {end.entity_id for end in link.ends} for link in found.links}
    title = headline.title
    for id_ in found.whole_regions:
        if f"{found.places[id_].name} as a whole" in title:
            assert all(id_ in ends[link.link_id] for link in found.named[id_]), title
    if re.search(r"\(or places in|\beach\b|^No |: a (planned )?link", title):
        return
    for pair in (pair for pair in found.pairs if pair.cell in headline.marks):
        for id_ in {*pair.ends} - {*found.whole_regions}:
            assert all(id_ in ends[link.link_id] for link in pair.links), title


@pytest.mark.parametrize("name", PACKS)
def test_statements_that_are_said_to_name_something_do(app: object, name: str) -> None:
    pack, kinds = pack_of(name), CHART_TYPE["kinds"]
    mentions = pack["mentions"]
    for id_ in pack["entities"]["entity_id"]:
        view = pack.view(Selection((pack.index.place(id_),)))
        if not kinds.accepts(view):
            continue
        of_entity = mentions[mentions["entity_id"] == id_]
        do = {*view.statements["statement_id"]} <= {*of_entity["statement_id"]}
        assert re.search(
            r"\bnames?\b" if do else r"\bconcerns?\b", kinds.chart(view).headline.title
        )


@pytest.mark.parametrize("name", PACKS)
def test_a_subtitle_names_a_speaker_once(app: object, name: str) -> None:
    pack = pack_of(name)
    for ids in [(), *((id_,) for id_ in [*_ids(pack), *pack["themes"]["theme_id"]])]:
        for chart_type, view in charts(pack, ids):
            subtitle = chart_type.chart(view).subtitle
            for speaker in pack["speakers"]["speaker"]:
                assert subtitle.count(speaker) <= 1, f"{chart_type.id} of {ids}: {subtitle}"


def test_circles_stay_within_the_frame_of_a_small_map(app: object) -> None:
    for view in accepted(MapValues()):
        (scene,) = compose(MapValues(), view, _LEAST, LIGHT)
        area = scene.body.adjusted(-1, -1, 1, 1)
        for mark in scene.marks:
            for circle in (shape for shape in mark.shapes if isinstance(shape, Circle)):
                assert area.contains(circle.x - circle.radius, circle.y - circle.radius)
                assert area.contains(circle.x + circle.radius, circle.y + circle.radius)


@pytest.mark.parametrize("id_", ["attention", "kinds"])
def test_nothing_is_drawn_for_zero(app: object, id_: str) -> None:
    for scene in _scenes(pack_of("estuary").view(Selection(())), id_):
        empty = [mark for mark in scene.marks if not mark.records]
        assert empty
        assert not any(mark.shapes for mark in empty)


@pytest.mark.parametrize("name", PACKS)
def test_what_is_joined_as_other_is_never_the_largest(app: object, name: str) -> None:
    pack, chart_type = pack_of(name), CHART_TYPE["attention"]
    for ids in [(), *((id_,) for id_ in _ids(pack))]:
        layout = chart_type.chart(pack.view(Selection(ids))).layout
        assert isinstance(layout, StackedBars)
        scene = compose(chart_type, pack.view(Selection(ids)), _LEAST, LIGHT)[0]
        for laid in layout.laid(scene.body.width(), scene.sizes):
            joined = sum(len(each.part.records) for each in laid.parts if each.is_other)
            assert joined < max(len(each.part.records) for each in laid.parts)


def test_a_value_has_one_sign_and_further_notes_one_of_their_own(app: object) -> None:
    scene = _scenes(pack_of("interview").view(Selection(())), "bars")[0]
    signs = Counter(scene.signs.values())
    assert {*signs} == {"*", "**", "***", "§"}
    assert "§ Notes on 3 more are in the table." in words([scene])


@pytest.mark.parametrize(
    ("qualifier", "means"),
    [
        ("at-most", "no more than the number"),
        ("less-than", "no more than the number"),
        ("more-than", "more than the number"),
        ("nearly", "nearly the number"),
    ],
)
def test_a_bound_has_an_end_of_its_own_and_the_legend_says_so(
    app: object, tmp_path: Path, qualifier: str, means: str
) -> None:
    copy = copy_of_bundled(tmp_path)

    def alter(rows: list[Row]) -> None:
        next(row for row in rows if row["figure_id"] == "f16-11")["qualifier"] = qualifier

    plain = _shapes_of(load(copy), "f16-11")
    change(copy, "figures", alter)
    pack = load(copy)
    assert _shapes_of(pack, "f16-11") != plain
    scene = compose(Bars("species"), pack.view(Selection(("yu-bo",))), PAGES["slide"], LIGHT)[0]
    assert means in words([scene])


def test_what_is_said_of_another_region_has_the_colour_of_that(tmp_path: Path) -> None:
    copy = copy_of_bundled(tmp_path)

    def alter(rows: list[Row]) -> None:
        for row in rows:
            row["region_id"] = {"f21-2": "chengde", "f50-2": ""}.get(
                row["figure_id"], row["region_id"]
            )

    change(copy, "figures", alter)
    provinces = load(copy)["figures"].set_index("figure_id")["province"]
    assert provinces["f21-2"] == "hebei"
    assert provinces["f50-2"] == "hebei"
    assert provinces["f3-1"] == ""


def test_what_fits_is_not_broken(app: object) -> None:
    names = [*pack_of("interview")["entities"]["name"], *pack_of("estuary")["themes"]["theme"]]
    for name in names:
        for bold in (False, True):
            assert wrap(name, width(name, 15, bold), 15, bold) == [name]


def _scenes(view: View, id_: str) -> list[Scene]:
    return compose(CHART_TYPE[id_], view, PAGES["slide"], LIGHT)


def _shapes_of(pack: Dataset, id_: str) -> list[str]:
    scene = compose(Bars("species"), pack.view(Selection(("yu-bo",))), PAGES["slide"], LIGHT)[0]
    mark = next(mark for mark in scene.marks if id_ in mark.records)
    return [type(shape).__name__ for shape in mark.shapes] + [
        str(len(getattr(shape, "points", ()))) for shape in mark.shapes
    ]
