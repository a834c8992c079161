"""Change: slopes from zero, dated at both ends, of one scale for each unit; falls fall."""

import pathlib

import pytest

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.layouts.slopes import Slopes
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Line, Mark, Path, Text
from jjjviewer.charts.style import LIGHT, PAGES, Page
from jjjviewer.charts.types.change import Change
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from tests.charts.selections import PACKS, accepted, pack_of
from tests.packs import change, copy_of_bundled, load

CHANGE = Change()
PAGES_TRIED = (PAGES["slide"], PAGES["square"], Page("own", 600, 400))


def pages_of(view: View, page: Page = PAGES["slide"]) -> list[Scene]:
    return compose(CHANGE, view, page, LIGHT)


def marks_of(view: View, page: Page = PAGES["slide"]) -> list[Mark]:
    return [mark for scene in pages_of(view, page) for mark in scene.marks]


def points_of(mark: Mark) -> tuple[Circle, Circle]:
    first, last = (shape for shape in mark.shapes if isinstance(shape, Circle))
    return first, last


@pytest.mark.parametrize("name", PACKS)
def test_all_changes_of_a_pack_are_drawn(app: object, name: str) -> None:
    pack = pack_of(name)
    later = pack["figure_relations"].query("kind == 'from_value'")["to_id"].tolist()
    known = pack["figures"].query("quantity_kind == 'change' and chartable")["figure_id"].tolist()
    for page in PAGES_TRIED:
        marks = marks_of(pack.view(Selection()), page)
        assert sorted(mark.key for mark in marks) == sorted([*later, *known])


def test_after_what_the_title_tells_what_is_known_at_both_ends_comes_first(app: object) -> None:
    for name in PACKS:
        chart = CHANGE.chart(pack_of(name).view(Selection()))
        assert isinstance(chart.layout, Slopes)
        rest = [each for each in chart.layout.slopes if each.records[0] not in chart.headline.marks]
        lone = [each.earlier is None for each in rest]
        assert lone == sorted(lone)


def test_a_fall_goes_down_and_a_rise_goes_up(app: object) -> None:
    for view in accepted(CHANGE):
        pairs = CHANGE.pairs(view)
        figures = {figure.figure_id: figure for figure in CHANGE.figures(view)}
        for mark in marks_of(view):
            figure, earlier = figures[mark.key], pairs.get(mark.key)
            first, last = points_of(mark)
            is_fall = figure.direction == "down"
            if earlier is not None:
                is_fall = figure.in_base_unit < earlier.in_base_unit
            assert (last.y > first.y) == is_fall


def test_heights_over_zero_are_as_the_values(app: object, pack: Dataset) -> None:
    (scene,) = pages_of(pack.view(Selection(("chengde",))))
    (mark,) = scene.marks
    (zero,) = (
        each for each in scene.shapes if isinstance(each, Line) and each.paint.stroke == LIGHT.axis
    )
    first, last = points_of(mark)
    assert (zero.y1 - first.y) / (zero.y1 - last.y) == pytest.approx(50.8 / 60.03)


def test_a_year_is_as_wide_in_each_panel_where_the_subtitle_says_so(
    app: object, pack: Dataset
) -> None:
    for page in PAGES_TRIED:
        scenes = pages_of(pack.view(Selection()), page)
        if "one scale" in CHANGE.subtitle(pack.view(Selection())):
            wide = {}
            for mark in (mark for scene in scenes for mark in scene.marks):
                first, last = points_of(mark)
                wide[mark.key] = last.x - first.x
            # The ten years of the forest, and the five of the air.
            assert wide["f41-7"] / wide["f15-1"] == pytest.approx(2, rel=0.01)


def test_more_than_its_value_is_a_tint_with_an_arrow_and_the_words(
    app: object, pack: Dataset
) -> None:
    (scene,) = pages_of(pack.view(Selection(("yanqing",))))
    (mark,) = scene.marks
    (tint,) = (shape for shape in mark.shapes if isinstance(shape, Path))
    assert max(y for _, y in tint.points) > points_of(mark)[1].y
    words = [shape.text for shape in mark.shapes if isinstance(shape, Text)]
    assert words == ["down by", "more than", "50%"]


def test_both_dates_or_that_there_is_none_stand_below(app: object) -> None:
    for view in accepted(CHANGE):
        for scene in pages_of(view):
            texts = [text.text for text in scene.texts]
            layout = CHANGE.chart(view).layout
            for slope in getattr(layout, "slopes", ()):
                if slope.figure.figure_id in {mark.key for mark in scene.marks}:
                    assert {*slope.dates} <= {*texts}


def test_two_speakers_are_each_said_to_say_theirs(app: object) -> None:
    title = pages_of(pack_of("estuary").view(Selection()))[0].title
    first, second = title.split("; ")
    assert first.startswith("Ansel says")
    assert second.startswith("Varga says")


def test_the_notes_say_where_a_change_without_levels_starts(
    app: object, pack: Dataset, tmp_path: pathlib.Path
) -> None:
    percent = "Where only a change in % is given, the level before is 100."
    other = "Where only a change in another unit is given, it starts from 0."
    assert percent in CHANGE.notes(pack.view(Selection()))
    assert other not in CHANGE.notes(pack.view(Selection()))
    points = "Changes in points are derived and rounded."
    assert points not in CHANGE.notes(pack.view(Selection()))
    assert points in CHANGE.notes(pack.view(Selection(("hebei",))))
    longer = copy_of_bundled(tmp_path)
    cells = {"quantity_kind": "change", "direction": "up"}
    change(longer, "figures", lambda rows: [r.update(cells) for r in rows if r["unit_id"] == "km"])
    rivers = CHANGE.notes(load(longer).view(Selection(("chengde",))))
    assert other in rivers
    assert percent not in rivers


def test_a_selection_without_a_change_is_not_offered_it(pack: Dataset) -> None:
    assert not CHANGE.accepts(pack.view(Selection(("cangzhou",))))
