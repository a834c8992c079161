"""Areas: squares as large as they say, to one scale in each panel, every one named."""

import math
from itertools import pairwise

import pytest

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.layouts.square_panels import panels_of
from jjjviewer.charts.layouts.squares import Squares
from jjjviewer.charts.numbers import digits_of
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Mark, Rect
from jjjviewer.charts.style import LIGHT, PAGES, Page, Sizes
from jjjviewer.charts.types.areas import Areas
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from tests.charts.selections import accepted

AREAS = Areas()
LEAST = Page("own", 600, 400)


def pages_of(view: View, page: Page = PAGES["slide"]) -> list[Scene]:
    return compose(AREAS, view, page, LIGHT)


def side_of(mark: Mark) -> float:
    """The side of a mark's square, its outline included."""
    square = next(shape for shape in reversed(mark.shapes) if isinstance(shape, Rect))
    assert square.width == pytest.approx(square.height)
    return square.width + square.paint.stroke_width


def test_the_areas_of_squares_are_as_the_numbers_in_each_panel(app: object) -> None:
    for view in accepted(AREAS):
        values = {each.figure_id: each.in_base_unit for each in AREAS.figures(view)}
        for scene in pages_of(view):
            scales = [side_of(mark) / math.sqrt(values[mark.key]) for mark in scene.marks]
            # Squares of a further panel are a round number of times larger.
            for scale in scales:
                factor = max(scale, scales[0]) / min(scale, scales[0])
                digits = f"{factor:.3e}"
                assert digits[0] in "125"
                assert digits[1:5] in (".000", ".999") or abs(factor - round(factor)) < 0.01


def test_every_area_is_named_with_its_number_on_one_of_the_pages(app: object) -> None:
    for view in accepted(AREAS):
        for page in (PAGES["slide"], LEAST):
            scenes = pages_of(view, page)
            drawn = [mark.key for scene in scenes for mark in scene.marks]
            assert sorted(drawn) == sorted(AREAS.rows(view)["figure_id"])


def test_no_square_is_too_small_to_be_seen(app: object) -> None:
    for view in accepted(AREAS):
        layout = AREAS.chart(view).layout
        assert isinstance(layout, Squares)
        panels = panels_of(layout.squares, 160.0, Sizes())
        sides = [square.side * panel.scale for panel in panels for square in panel.squares]
        assert min(sides) >= 8
        assert all(one.factor < other.factor for one, other in pairwise(panels))


def test_what_is_converted_has_no_more_digits_than_were_printed(app: object, pack: Dataset) -> None:
    view = pack.view(Selection())
    table = AREAS.table(view)
    derived = table[table.columns[table.columns.str.contains("another unit")][0]]
    told = dict(zip(table["Record"], derived, strict=True))
    assert told["f41-1"] == "about 10,550 km²"
    assert told["f41-2"] == "about 1,650 km²"
    assert told["f41-3"] == ""
    assert told["f9-1"] == "1.2 km²"
    for figure in AREAS.figures(view):
        number = told[figure.figure_id].removeprefix("about ").split(" ")[0].replace(",", "")
        if number:
            assert digits_of(float(number)) <= max(2, digits_of(figure.value))


def test_one_area_alone_is_no_chart(pack: Dataset) -> None:
    assert not AREAS.accepts(pack.view(Selection(("f41-1",))))
