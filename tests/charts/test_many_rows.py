"""Charts of packs with very many figures and statements: quick, and open about what they leave."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from jjjviewer.bench.packs import scaled, write_pack
from jjjviewer.charts.chart_type import ChartType, compose
from jjjviewer.charts.figures.figure_chart import MOST_FIGURES
from jjjviewer.charts.layouts.paging import MOST_ROWS
from jjjviewer.charts.registry import CHART_TYPES
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Text
from jjjviewer.charts.style import LIGHT, Page
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from tests.packs import load

PANE = Page("pane", 608, 500, text=13)
BY_ID = {chart_type.id: chart_type for chart_type in CHART_TYPES}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """A pack of 25,000 figures by 50 speakers."""
    return load(write_pack(tmp_path_factory.mktemp("packs") / "large", scaled(25_000)))


def page_of(chart_type: ChartType, dataset: Dataset) -> Scene:
    (scene,) = compose(chart_type, dataset.view(Selection()), PANE, LIGHT)
    return scene


def notes_of(scene: Scene) -> str:
    """What stands on a page outside its marks."""
    return " ".join(shape.text for shape in scene.shapes if isinstance(shape, Text))


@pytest.mark.parametrize("id_", ["bars", "shares", "areas", "timeline"])
def test_of_very_many_figures_some_are_drawn_and_a_note_says_how_many(
    app: object, large: Dataset, id_: str
) -> None:
    scene = page_of(BY_ID[id_], large)
    assert 0 < len(scene.marks) <= MOST_FIGURES
    total = len(BY_ID[id_].rows(large.view(Selection())))
    assert f"{MOST_FIGURES} of {total} are drawn; all are in the table." in notes_of(scene)


def test_a_timeline_chooses_among_what_lies_in_the_time_shown(app: object, large: Dataset) -> None:
    whole = large.view(Selection())
    last = max(each for each in whole.column("period_end").dropna())
    view = replace(whole, span=(date(last.year, 1, 1), date(last.year + 1, 1, 1)))
    ends = view.column("period_end").fillna(view.column("period_start"))
    inside = BY_ID["timeline"].rows(view)["period_end"].dt.year == last.year
    (scene,) = compose(BY_ID["timeline"], view, PANE, LIGHT)
    assert len(ends) > inside.sum() > MOST_FIGURES
    assert len(scene.records) == MOST_FIGURES


@pytest.mark.parametrize("id_", ["speaker-theme", "kinds", "attention"])
def test_of_very_many_speakers_some_are_drawn_with_all_that_the_title_is_about(
    app: object, large: Dataset, id_: str
) -> None:
    scene, view = page_of(BY_ID[id_], large), large.view(Selection())
    drawn = {mark.key.split("/")[0] for mark in scene.marks}
    assert MOST_ROWS - 1 <= len(drawn) <= MOST_ROWS + 1
    assert scene.headline
    assert {*BY_ID[id_].chart(view).headline.marks} == {*scene.headline}
    assert "more rows are in the table." in notes_of(scene)


def picture(scene: Scene, area: QRectF, within: QRectF | None) -> QImage:
    """A part of a page as it is painted."""
    image = QImage(area.size().toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.translate(-area.topLeft())
    scene.render(painter, within=within)
    painter.end()
    return image


@pytest.mark.parametrize("id_", ["bars", "timeline", "speaker-theme", "change", "map"])
def test_a_part_of_a_page_looks_the_same_when_only_that_is_painted(
    app: object, pack: Dataset, id_: str
) -> None:
    scene = page_of(BY_ID[id_], pack)
    for top in range(0, scene.page.height - 90, 37):
        area = QRectF(20, top, scene.page.width - 70, 90)
        assert picture(scene, area, area) == picture(scene, area, None)
