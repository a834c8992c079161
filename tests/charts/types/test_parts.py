"""Parts: a total with parts that add up to it, each named with its number and per cent."""

import re
from pathlib import Path

import pytest

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.page_layout import MOST_PAGES
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Rect
from jjjviewer.charts.style import LIGHT, PAGES, Page
from jjjviewer.charts.types.parts import Parts
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from tests.charts.selections import accepted
from tests.charts.test_truth import Drawn, _faults
from tests.packs import Row, change, copy_of_bundled, load

PARTS = Parts()
EVERY_PAGE = (*PAGES.values(), Page("own", 600, 400), Page("own", 960, 0))
GAP = 2.5
"""The width of the cut between parts, in pixels."""
TOTAL, BIRDS, MAMMALS = "f16-4", "f16-5", "f16-6"


def pages_of(view: View, page: Page = PAGES["slide"]) -> list[Scene]:
    return compose(PARTS, view, page, LIGHT)


def with_cells(folder: Path, figure_id: str, **cells: str) -> Dataset:
    """The bundled pack with some cells of one figure changed."""

    def alter(rows: list[Row]) -> None:
        next(row for row in rows if row["figure_id"] == figure_id).update(cells)

    pack = copy_of_bundled(folder)
    change(pack, "figures", alter)
    return load(pack)


def with_parts(folder: Path, values: list[int]) -> Dataset:
    """The bundled pack with other parts of the species."""

    def figures(rows: list[Row]) -> None:
        total = next(row for row in rows if row["figure_id"] == TOTAL)
        total |= {"value": str(sum(values)), "printed": f"{sum(values)} species"}
        total |= {"claim": "", "claim_zh": ""}
        for number, value in enumerate(values):
            own = {"figure_id": f"p{number}", "value": str(value), "printed": f"{value} species"}
            rows.append(total | own | {"measure_short": f"Species of the {number}th kind, Yanqing"})

    def relations(rows: list[Row]) -> None:
        rows[:] = [
            {"from_id": f"p{number}", "to_id": TOTAL, "kind": "part_of"}
            for number in range(len(values))
        ]

    pack = copy_of_bundled(folder)
    change(pack, "figures", figures)
    change(pack, "figure_relations", relations)
    return load(pack)


def test_widths_are_as_the_numbers_and_the_parts_fill_the_total(app: object) -> None:
    for view in accepted(PARTS):
        figures = {each.figure_id: each for each in PARTS.figures(view)}
        for scene in pages_of(view):
            total, *parts = scene.marks
            whole, *bars = (
                next(shape for shape in mark.shapes if isinstance(shape, Rect))
                for mark in (total, *parts)
            )
            scale = whole.width / figures[total.key].in_base_unit
            for part, bar in zip(parts, bars, strict=True):
                long = figures[part.key].in_base_unit * scale
                assert bar.width == pytest.approx(long - GAP, abs=0.1)


@pytest.mark.parametrize(
    ("figure_id", "cells"),
    [
        (BIRDS, {"value": "389"}),
        (TOTAL, {"value": "449"}),
        (BIRDS, {"certainty": "ambiguous"}),
        (MAMMALS, {"qualifier": "about"}),
        (MAMMALS, {"value_high": "40"}),
        (MAMMALS, {"chartable": "false"}),
        (TOTAL, {"qualifier": "more-than"}),
        (BIRDS, {"unit_id": "genus"}),
    ],
    ids=str,
)
def test_parts_that_may_not_be_or_not_add_up_are_no_chart(
    tmp_path: Path, figure_id: str, cells: dict[str, str]
) -> None:
    assert not PARTS.accepts(with_cells(tmp_path, figure_id, **cells).view(Selection()))


@pytest.mark.parametrize("page", EVERY_PAGE, ids=str)
@pytest.mark.parametrize("count", [2, 7, 16, 40])
def test_however_many_parts_each_is_named_somewhere_without_a_clash(
    app: object, tmp_path: Path, page: Page, count: int
) -> None:
    view = with_parts(tmp_path, [count + 2 - number for number in range(count)]).view(Selection())
    scenes = pages_of(view, page)
    assert not [*_faults(Drawn(PARTS, view, scenes))]
    texts = " ".join(text.text for scene in scenes for text in scene.texts)
    for number in range(count if len(scenes) < MOST_PAGES else 0):
        assert re.search(rf"\b{number}th", texts)


def test_the_title_says_how_much_of_the_total_is_the_largest_part_or_that_several_are(
    app: object, tmp_path: Path
) -> None:
    title = pages_of(with_parts(tmp_path / "one", [5, 3, 2]).view(Selection()))[0].title
    assert "5 of them species of the 0th kind" in title
    view = with_parts(tmp_path / "tie", [5, 5, 2]).view(Selection())
    (scene,) = pages_of(view)
    assert set(scene.headline) == {TOTAL, "p0", "p1"}
    assert PARTS.headline(view).rule == "tie"


def test_per_cent_are_told_as_derived(app: object, pack: Dataset) -> None:
    (scene,) = pages_of(pack.view(Selection(("yanqing",))))
    texts = " ".join(text.text for text in scene.texts)
    assert "87%" in texts
    assert "390 + 38 + 22 = 450" in texts
    assert "derived" in texts
