"""The timeline draws every dated figure where its dates are, whatever part of time is shown."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.layouts.time_axis import TimeAxis
from jjjviewer.charts.layouts.time_rows import LEAST_ROW
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Mark, Rect, Text
from jjjviewer.charts.style import LIGHT, PAGES, Sizes
from jjjviewer.charts.text import width
from jjjviewer.charts.types.timeline import Timeline
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from tests.charts.selections import PACKS, pack_of, selections
from tests.packs import change, copy_of_bundled, load

NEAR = 0.6
"""In pixels."""


def dated(view: View) -> set[str]:
    figures = view.figures[view.figures["chartable"]]
    are_dated = figures["period_start"].notna() | figures["period_end"].notna()
    return set(figures.loc[are_dated, "figure_id"])


def drawn(view: View, page: str = "slide") -> list[Scene]:
    return compose(Timeline(), view, PAGES[page], LIGHT)


def mark_of(scenes: list[Scene], record: str) -> tuple[Scene, Mark]:
    return next((scene, mark) for scene in scenes for mark in scene.marks if record in mark.records)


def has_its_words_near(scene: Scene) -> bool:
    """Whether all marks are on the line of their words, or on the next one."""
    for mark in scene.marks:
        words = [shape.rect.center().y() for shape in mark.shapes if isinstance(shape, Text)]
        shapes = [shape.rect.center().y() for shape in mark.shapes if isinstance(shape, Circle)]
        bars = [each for each in mark.shapes if isinstance(each, Rect) and each.paint.stroke]
        shapes += [bar.rect.center().y() for bar in bars]
        if max(shapes) - min(words) > scene.sizes(LEAST_ROW + 4):
            return False
    return True


@pytest.mark.parametrize("page", ["slide", "square", "a4"])
@pytest.mark.parametrize("pack", PACKS)
def test_every_dated_figure_is_on_one_page(app: object, pack: str, page: str) -> None:
    for ids in selections(pack_of(pack))[::5]:
        view = pack_of(pack).view(Selection(ids))
        if Timeline().accepts(view):
            scenes = drawn(view, page)
            records = [r for scene in scenes for mark in scene.marks for r in mark.records]
            assert set(records) == dated(view)
            # What is compared may share figures, which then stand in each of the groups.
            assert view.groups or len(records) == len(set(records))
            assert all(map(has_its_words_near, scenes))


def test_marks_lie_where_their_dates_are(app: object, pack: Dataset) -> None:
    figures = Timeline().figures(pack.view(Selection()))
    for scene in drawn(pack.view(Selection())):
        axis = scene.time_axis
        assert axis is not None
        for mark in scene.marks:
            (figure,) = (each for each in figures if each.figure_id == mark.records[0])
            bars = [each for each in mark.shapes if isinstance(each, Rect) and each.paint.stroke]
            if bars:
                start = figure.period_start
                assert start is not None
                assert bars[0].rect.left() == pytest.approx(axis.x(start), abs=NEAR)
            else:
                circle = [each for each in mark.shapes if isinstance(each, Circle)][-1]
                end = figure.period_end
                assert end is not None
                assert circle.x == pytest.approx(axis.x_after(end), abs=NEAR)


def test_the_end_of_a_year_is_the_end_of_its_interval(app: object, pack: Dataset) -> None:
    scene, target = mark_of(drawn(pack.view(Selection())), "f53-1")
    axis = scene.time_axis
    assert axis is not None
    last = axis.ticks("en", Sizes())[-1]
    assert last.label == "2025"
    circle = next(each for each in target.shapes if isinstance(each, Circle))
    assert circle.x == pytest.approx(axis.x(last.end), abs=NEAR)


def test_a_change_is_one_line_with_both_its_values(app: object, pack: Dataset) -> None:
    _, mark = mark_of(drawn(pack.view(Selection(("hebei",)))), "f41-7")
    assert {*mark.records} == {"f41-6", "f41-7"}
    assert "50.8%" in mark.words
    assert "60.03%" in mark.words


def test_a_number_and_a_sum_of_one_statement_share_a_row(app: object, pack: Dataset) -> None:
    _, mark = mark_of(drawn(pack.view(Selection(("hebei",)))), "f50-1")
    assert {*mark.records} == {"f50-1", "f50-2"}


def test_what_has_no_region_stands_under_who_says_it(app: object, tmp_path: Path) -> None:
    copy = copy_of_bundled(tmp_path)
    blank = {"region_id": "", "place_id": ""}
    change(copy, "figures", lambda rows: [row.update(blank) for row in rows])
    scene, *_ = drawn(load(copy).view(Selection(("chengde",))))
    words = [text.text for text in scene.texts]
    assert "Chai Baoliang" in words
    assert "No region" not in words


def test_one_day_alone_is_no_timeline(pack: Dataset) -> None:
    one_day = ("f43-1", "f43-2", "f51-1", "f52-1")
    assert not Timeline().accepts(pack.view(Selection(one_day)))
    assert Timeline().accepts(pack.view(Selection((*one_day, "f16-1"))))


def test_what_lies_outside_the_time_shown_is_counted(app: object, pack: Dataset) -> None:
    whole = pack.view(Selection())
    view = replace(whole, span=(date(2023, 1, 1), date(2026, 1, 1)))
    scenes = drawn(view)
    shown = {record for scene in scenes for record in scene.records}
    assert shown == {"f53-1", "f53-2", "f53-3", "f53-4"}
    words = " ".join(text.text for text in scenes[0].texts)
    assert f"Outside the time shown: {len(dated(whole)) - len(shown)}." in words


@pytest.mark.parametrize("days", [5, 20, 45, 100, 300, 900, 2500, 9000, 40_000, 300_000])
@pytest.mark.parametrize("wide", [200, 500, 900])
@pytest.mark.parametrize("start", [date(2012, 10, 21), date(1999, 12, 30), date(1, 1, 1)])
def test_names_of_the_calendar_fit_and_name_the_year(
    app: object, days: int, wide: float, start: date
) -> None:
    axis = TimeAxis(QRectF(0, 0, wide, 10), start, start + timedelta(days=days))
    ticks = axis.ticks("en", Sizes())
    assert str(ticks[0].start.year) in ticks[0].label
    whole = [tick for tick in ticks if tick.start >= axis.start and tick.end <= axis.end]
    for tick in whole:
        assert width(tick.label, Sizes().detail) <= axis.x(tick.end) - axis.x(tick.start) + 1
    assert all(one.end == other.start for one, other in pairwise(ticks))
