"""The timeline: what is of when, with the day of the interview and the plans."""

from itertools import pairwise
from pathlib import Path

import pytest

from jjjviewer.charts.shapes import Circle, Line, Paint, Rect
from jjjviewer.charts.style import LIGHT
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from tests.charts.types.test_types import CHART_TYPE, drawn, figure_id, first, mark_of
from tests.packs import change, copy_of_bundled, load, put

INTERVIEW = Paint(stroke=LIGHT.muted, stroke_width=1.2)
"""Of the line that marks its day."""


def test_a_span_lies_between_its_days_and_one_without_an_end_reaches_the_interview(
    app: object, pack: Dataset
) -> None:
    scene = drawn(pack, "timeline", "f21-2", "f41-4")
    since_2017 = first(mark_of(scene, figure_id(pack, "731.9 billion yuan")), Rect)
    decade = first(mark_of(scene, figure_id(pack, "947 kilometers")), Rect)
    assert since_2017.rect.right() == pytest.approx(decade.rect.right(), abs=0.5)
    assert since_2017.rect.left() > decade.rect.left()
    assert "since 2017" in [text.text for text in scene.texts]


def test_the_timeline_begins_with_the_earliest_and_marks_the_day_of_the_interview(
    app: object, pack: Dataset
) -> None:
    scene = drawn(pack, "timeline")
    lefts = [
        next(shape.rect.left() for shape in mark.shapes if isinstance(shape, Rect | Circle))
        for mark in scene.marks
    ]
    assert lefts[0] == min(lefts)
    (day,) = (
        shape for shape in scene.shapes if isinstance(shape, Line) and shape.paint == INTERVIEW
    )
    now = mark_of(scene, "f50-1")
    assert day.x1 == day.x2 == pytest.approx(first(now, Circle).rect.center().x(), abs=0.5)
    assert "| day of the interview" in [text.text for text in scene.texts]


def test_a_timeline_without_room_leaves_rows_out_all_along(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "timeline", page="slide")
    rows = CHART_TYPE["timeline"].rows(pack.view(Selection()))
    ids = list(rows["figure_id"])
    shown = [ids.index(mark.records[0]) for mark in scene.marks]
    assert len(shown) < len(ids)
    assert (shown[0], shown[-1]) == (0, len(ids) - 1)
    assert max(after - before for before, after in pairwise(shown)) <= 3
    assert f"Not shown for want of room: {len(ids) - len(shown)}" in " ".join(
        text.text for text in scene.texts
    )


def test_a_plan_of_another_country_has_no_ground(app: object, tmp_path: Path) -> None:
    def ground(**dates: str) -> bool:
        folder = copy_of_bundled(tmp_path / dates["period_end"])
        change(folder, "figures", put(20, period_text="12th Five-Year Plan", **dates))
        scene = drawn(load(folder), "timeline")
        return "12th Five-Year Plan, 2011–2015" in [text.text for text in scene.texts]

    assert ground(period_start="2011-01-01", period_end="2015-12-31")
    assert not ground(period_start="2012-04-01", period_end="2017-03-31")
