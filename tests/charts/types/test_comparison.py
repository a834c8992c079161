"""Several things selected are compared: on one scale, each by its name; filters and orders hold."""

from typing import get_args

import pytest

from jjjviewer.charts.registry import chart_types_for
from jjjviewer.charts.types.bars import Bars
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.folding import name_key
from jjjviewer.model.selection import Filter, Language, Selection
from jjjviewer.model.view import Order
from tests.charts.drawing import CHART_TYPE, drawn, marks, pages, words
from tests.packs import load

REGIONS = ("beijing", "tianjin", "hebei")
NAMES = ("Beijing", "Tianjin", "Hebei")


@pytest.mark.parametrize("id_", ["bars", "shares", "timeline", "change", "areas", "kinds"])
def test_what_is_compared_is_named_and_a_side_with_nothing_is_said_once(
    app: object, pack: Dataset, id_: str
) -> None:
    view = pack.view(Selection(REGIONS))
    scenes = pages(view, id_)
    provinces = pack["figures"].set_index("figure_id")["province"]
    text = words(scenes)
    if id_ != "kinds":
        has = {provinces[record] for mark in marks(scenes) for record in mark.records}
        without = [name for name, region in zip(NAMES, REGIONS, strict=True) if region not in has]
        for name in without:
            assert text.count(f"{name} gave none of these") <= len(scenes)
            assert f"{name} gave none" in text or f"and {name} gave none" in text
    for name in NAMES:
        assert name in text


def test_what_belongs_to_two_of_them_is_drawn_in_both(app: object, pack: Dataset) -> None:
    view = pack.view(Selection(("hebei", "chengde")))
    scenes = pages(view, "timeline")
    records = [record for mark in marks(scenes) for record in mark.records]
    assert records.count("f41-7") == 2
    assert "Chengde is part of Hebei" in words(scenes)
    table = CHART_TYPE["timeline"].table(view)
    assert {*table["Compared"]} == {"Hebei", "Chengde"}


def test_what_narrows_another_is_drawn_once_and_told(app: object, pack: Dataset) -> None:
    scenes = drawn(pack, "change", "hebei", "ecology")
    records = [record for mark in marks(scenes) for record in mark.records]
    assert records.count("f41-7") == 1
    assert "Ecology" in scenes[0].subtitle


def test_a_filter_by_unit_chooses_another_one(app: object, pack: Dataset) -> None:
    view = pack.view(Selection()).arranged(Filter(units=("project",)), "")
    scenes = pages(view, Bars())
    assert "4,959 projects" in scenes[0].title
    assert scenes[0].subtitle.endswith("Shown only: projects")


def test_a_filter_lets_only_its_own_through(app: object, pack: Dataset) -> None:
    filter_ = Filter(statuses=("target",), speakers=("kang-yanmin",), themes=("industry",))
    only = pack.view(Selection()).arranged(filter_, "")
    assert set(only.figures["status"]) == {"target"}
    assert set(only.statements["speaker_id"]) == {"kang-yanmin"}
    assert set(only.links["theme_id"]) <= {"industry"}
    for chart_type in chart_types_for(only):
        subtitle = pages(only, chart_type)[0].subtitle
        what = "target; Kang Yanmin; Industry"
        if "status" not in chart_type.rows(only):
            what = f"statements with a figure that is {what}"
        assert subtitle.endswith(f"Shown only: {what}"), chart_type.id


@pytest.mark.parametrize("order", get_args(Order))
def test_the_title_stays_when_the_rows_are_sorted(pack: Dataset, order: Order) -> None:
    view = pack.view(Selection())
    for chart_type in chart_types_for(view):
        title = chart_type.chart(view.arranged(Filter(), order)).headline.title
        assert title == chart_type.chart(view).headline.title, chart_type.id


@pytest.mark.parametrize("language", get_args(Language))
def test_rows_are_sorted_by_text_region_and_the_names_that_are_shown(language: Language) -> None:
    pack = load(language=language)

    def rows_in(order: Order) -> list[str]:
        view = pack.view(Selection()).arranged(Filter(), order)
        return [str(id_) for id_ in Bars(unit="cny").rows(view)["figure_id"]]

    figures = pack["figures"].set_index("figure_id")
    assert rows_in("text") == sorted(rows_in("text"), key=list(figures.index).index)
    regions = [REGIONS.index(figures["province"][id_]) for id_ in rows_in("region")]
    assert regions == sorted(regions)
    names = [name_key(figures["short_label"][id_]) for id_ in rows_in("name")]
    assert names == sorted(names)


def test_the_table_of_a_comparison_names_what_is_compared(app: object, pack: Dataset) -> None:
    view = pack.view(Selection(REGIONS))
    for chart_type in chart_types_for(view):
        table = chart_type.table(view)
        assert "Compared" in table or set(NAMES) <= {*table.columns, *table.iloc[:, 0]}


def test_figures_chosen_singly_have_no_charts_of_statements(pack: Dataset) -> None:
    for ids in (("f21-2",), ("f21-2", "f9-3", "f41-7")):
        offered = {chart_type.id for chart_type in chart_types_for(pack.view(Selection(ids)))}
        assert not offered & {"kinds", "attention", "speaker-theme"}


@pytest.mark.parametrize("ids", [(), *((region,) for region in REGIONS), ("chai-baoliang",)])
def test_what_has_many_figures_is_offered_many_charts(pack: Dataset, ids: tuple[str, ...]) -> None:
    view = pack.view(Selection(ids))
    least = 6 if view.figure_count >= 10 else 3
    assert len(chart_types_for(view)) >= least
