"""The map of figures: circles by their area, or shares, where they are true."""

from dataclasses import replace
from pathlib import Path

import pytest

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.shapes import Circle
from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.geography import Extent
from jjjviewer.model.selection import Selection
from tests.charts.maps.test_map import names, said
from tests.charts.types.test_types import CHART_TYPE, drawn
from tests.packs import change, copy_of_bundled, load, put


def test_figures_are_circles_by_their_area_at_their_places(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "map-values")
    circles = {
        mark.records[0]: next(shape for shape in mark.shapes if isinstance(shape, Circle))
        for mark in scene.marks
    }
    one, other = circles["f21-2"], circles["f53-1"]
    assert (one.radius / other.radius) ** 2 == pytest.approx(731.9 / 400, rel=0.01)
    assert one.paint.fill != LIGHT.background
    # A target is hollow.
    assert other.paint.fill == LIGHT.background
    assert "In other units, not drawn here" in said(scene)


def test_shares_are_written_where_they_are_true(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "map-values", "f16-1")
    assert "61.63%" in {text.text for text in names(scene)}
    (mark,) = scene.marks
    assert not any(isinstance(shape, Circle) for shape in mark.shapes)


def test_a_figure_without_a_place_of_known_position_is_said_to_be_missing(
    app: object, tmp_path: Path
) -> None:
    copy = copy_of_bundled(tmp_path)
    rows = load(copy)["figures"]
    row = 2 + [*rows["figure_id"]].index("f53-1")
    change(copy, "figures", put(row, place_id="", region_id=""))
    scene = drawn(load(copy), "map-values")
    assert "f53-1" not in scene.records
    assert "Without a place of known position: 1." in said(scene)


def test_a_figure_beyond_the_part_that_is_shown_is_said_to_lie_there(
    app: object, pack: Dataset
) -> None:
    view = replace(pack.view(Selection()), extent=Extent(116.6, 38.6, 117.6, 39.6))
    scene = compose(CHART_TYPE["map-values"], view, PAGES["square"], LIGHT)
    assert len([mark for mark in scene.marks if mark.records]) == 1
    assert "Figures beyond the part that is shown: 8." in said(scene)
    assert "want of room" not in said(scene)


def test_the_table_says_where_each_figure_is_drawn(app: object, pack: Dataset) -> None:
    table = CHART_TYPE["map-values"].table(pack.view(Selection(("wang-youguo",))))
    # The exhibition centre has no position of its own.
    assert {*table["Drawn at"]} == {"Daxing airport economic zone"}
