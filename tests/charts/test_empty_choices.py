"""Kinds, themes and statuses that nobody has looked at are shown as nothing, and not counted."""

from pathlib import Path

import pytest

from jjjviewer import cli
from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.formatting import figure_description, status
from jjjviewer.charts.mark_style import paint_of
from jjjviewer.charts.registry import CHART_TYPES, chart_types_for
from jjjviewer.charts.shapes import Paint
from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.export.batch import all_selections
from jjjviewer.export.chart import FORMATS
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from tests.charts.drawing import drawn, marks, pages, words
from tests.packs import copy_without_choices, load


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The bundled pack with every second choice left open."""
    return load(copy_without_choices(tmp_path_factory.mktemp("half")))


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The bundled pack with all of them left open."""
    return load(copy_without_choices(tmp_path_factory.mktemp("blank"), every=1))


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_chart_type_is_drawn_on_every_page(app: object, half: Dataset, page: str) -> None:
    met = set()
    for selection in (*all_selections(half), Selection(("beijing", "hebei"))):
        view = half.view(selection)
        for chart_type in chart_types_for(view):
            assert compose(chart_type, view, PAGES[page], LIGHT)[0].title
            assert not chart_type.table(view).isna().all(axis=None)
            met.add(chart_type.id)
    assert met >= {chart_type.id for chart_type in CHART_TYPES}


def test_nothing_is_charted_by_kind_or_theme_where_none_is_known(
    app: object, blank: Dataset
) -> None:
    view = blank.view(Selection())
    offered = {chart_type.id for chart_type in chart_types_for(view)}
    assert not offered & {"kinds", "attention", "speaker-theme"}
    for chart_type in chart_types_for(view):
        assert "nan" not in words(pages(view, chart_type)).split()


def test_a_figure_without_a_status_is_plain_and_said_without_one(half: Dataset) -> None:
    rows = half.figure_rows.of(half["figures"])
    unset = next(row for row in rows if not row.status and row.certainty == "clear")
    pair = LIGHT.regions[0]
    assert status(unset) == ""
    assert paint_of(unset, pair, LIGHT, emphasised=False) == Paint(pair.quiet)
    assert " ·  · " not in figure_description(unset)
    unclear = unset._replace(certainty="garbled")
    assert " · unclear in the text · " in figure_description(unclear)


@pytest.mark.parametrize("chart_type", ["map", "matrix"])
def test_a_link_without_status_or_theme_is_said_without_them(
    app: object, blank: Dataset, chart_type: str
) -> None:
    for mark in marks(drawn(blank, chart_type)):
        assert "(," not in mark.words
        assert ", ," not in mark.words


def test_all_charts_are_exported_in_every_format(
    app: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, out = copy_without_choices(tmp_path), tmp_path / "out"
    formats = ",".join(FORMATS)
    assert cli.run(["export", str(pack), "--format", formats, "--out", str(out)]) == 0
    assert {path.suffix[1:] for path in out.iterdir()} == {*FORMATS}
