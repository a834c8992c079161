"""The overview is the chart that takes its place once there is a view, drawn without one."""

from pathlib import Path

import pytest

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.overview import CHART_TYPE, Overview
from jjjviewer.charts.registry import chart_types_for
from jjjviewer.charts.style import DARK, LIGHT, PAGES, Page, Style
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.index import Index
from jjjviewer.model.selection import Selection
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack, example_pack
from tests.packs import change, copy_of_bundled, load


def overview(path: Path, region: str) -> Overview:
    tables = read_tables(path)
    return Overview(tables, Index(tables.columns), region)


@pytest.mark.parametrize("style", [LIGHT, DARK])
@pytest.mark.parametrize("page", PAGES.values())
def test_it_is_the_first_chart_of_everything_to_the_last_shape(
    app: object, pack: Dataset, page: Page, style: Style
) -> None:
    view = pack.view(Selection(("jjj",)))
    chart_type, *_ = chart_types_for(view)
    early, later = (
        overview(bundled_pack(), "jjj").scene(page, style),
        compose(chart_type, view, page, style),
    )
    assert chart_type.id == CHART_TYPE
    assert early.shapes == later.shapes
    assert early.records == later.records
    assert (early.title, early.subtitle) == (later.title, later.subtitle)
    assert early.description == later.description


def test_it_is_also_that_of_a_part_of_a_changed_pack(app: object, tmp_path: Path) -> None:
    path = copy_of_bundled(tmp_path)
    change(path, "themes", lambda rows: rows.reverse())
    change(path, "speakers", lambda rows: rows[0].update(sort="99"))
    change(path, "statements", lambda rows: rows[5].update(speaker_id=""))
    page = PAGES["slide"]
    chart_type = next(
        chart_type
        for chart_type in chart_types_for(load(path).view(Selection(("hebei",))))
        if chart_type.id == CHART_TYPE
    )
    later = compose(chart_type, load(path).view(Selection(("hebei",))), page, LIGHT)
    assert overview(path, "hebei").scene(page, LIGHT).shapes == later.shapes


def test_two_speakers_and_two_themes_of_one_name_are_told_apart_and_all_is_counted(
    app: object, tmp_path: Path
) -> None:
    path = copy_of_bundled(tmp_path)
    change(path, "speakers", lambda rows: rows[0].update(name=rows[1]["name"]))
    change(path, "themes", lambda rows: rows[0].update(label=rows[1]["label"]))
    view = load(path).view(Selection(("jjj",)))
    chart_types = {chart_type.id: chart_type for chart_type in chart_types_for(view)}
    table = chart_types[CHART_TYPE].table(view)
    assert {"Yu Bo (wang-youguo)", "Yu Bo (yu-bo)"} <= {*table.columns}
    assert {"Transport (relocation)", "Transport (transport)"} <= {*table["Theme"]}
    spoken = (view.statements["speaker_id"] != "").sum()
    assert table.drop(columns="Theme").to_numpy().sum() == spoken
    counted = chart_types["kinds"].table(view).select_dtypes("number").to_numpy().sum()
    assert counted == len(view.statements)
    page = PAGES["slide"]
    later = compose(chart_types[CHART_TYPE], view, page, LIGHT)
    assert overview(path, "jjj").scene(page, LIGHT).shapes == later.shapes


@pytest.mark.parametrize(
    ("path", "region"), [(bundled_pack(), "jjj"), (bundled_pack(), "hebei"), (example_pack(), None)]
)
def test_it_is_wanted_where_its_chart_type_comes_first(path: Path, region: str | None) -> None:
    pack = load(path)
    region = region or str(pack["regions"]["region_id"].iloc[0])
    first, *_ = chart_types_for(pack.view(Selection((region,))))
    assert overview(path, region).is_wanted == (first.id == CHART_TYPE)
