"""Several things selected are compared: side by side, on one scale, each by its name."""


import pytest

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.registry import chart_types_for
from jjjviewer.charts.shapes import Circle, Rect, Text
from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Filter, Selection
from jjjviewer.model.view import Order
from tests.charts.types.test_types import CHART_TYPE, drawn, figure_id, first, mark_of

REGIONS = ("beijing", "tianjin", "hebei")


def heads(texts: list[Text]) -> dict[str, float]:
    """Where the names of regions stand, from the top, of those that head a band."""
    return {text.text: text.y for text in texts if text.bold and text.text in _NAMES}


_NAMES = ("Beijing", "Tianjin", "Hebei")


@pytest.mark.parametrize("chart_type", ["money", "shares", "counts", "timeline", "per-project"])
def test_rows_stand_below_the_name_of_what_they_belong_to(
    app: object, pack: Dataset, chart_type: str
) -> None:
    scene = drawn(pack, chart_type, *REGIONS)
    named = heads(scene.texts)
    assert len(named) > 1
    provinces = pack["figures"].set_index("figure_id")["province"]
    for mark in scene.marks:
        above = [name for name, y in named.items() if y < mark.hit.center().y()]
        assert above[-1].casefold() == provinces[mark.records[-1]]


def test_bands_share_one_scale(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "money", *REGIONS)
    tianjin = first(mark_of(scene, figure_id(pack, "731.9 billion yuan")), Rect)
    hebei = first(mark_of(scene, figure_id(pack, "278.7 billion yuan")), Rect)
    assert hebei.rect.width() / tianjin.rect.width() == pytest.approx(278.7 / 731.9, abs=0.001)


def test_what_has_nothing_of_the_kind_is_named(app: object, pack: Dataset) -> None:
    words = " ".join(text.text for text in drawn(pack, "money", *REGIONS).texts)
    assert "Nothing of this kind: Beijing." in words
    assert "Nothing of this kind" not in drawn(pack, "money").description


def test_where_room_is_short_each_keeps_some_rows(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "counts", *REGIONS, page="slide")
    provinces = pack["figures"].set_index("figure_id")["province"]
    shown = [provinces[mark.records[0]] for mark in scene.marks]
    assert set(shown) == set(REGIONS)
    assert "Not shown for want of room" in " ".join(text.text for text in scene.texts)


def test_what_belongs_to_two_of_them_is_drawn_in_both(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "change", "hebei", "chengde")
    assert [mark.records for mark in scene.marks] == [("f41-6", "f41-7")] * 2
    assert list(
        CHART_TYPE["change"].table(pack.view(Selection(("hebei", "chengde"))))["Compared"]
    ) == ["Hebei", "Hebei", "Chengde", "Chengde"]
    assert "Chengde is part of Hebei" in scene.description


def test_what_narrows_another_is_drawn_once_and_told(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "change", "hebei", "ecology")
    assert [mark.records for mark in scene.marks] == [("f41-6", "f41-7")]
    assert "Hebei · Ecology" in scene.description


def test_a_panel_shows_the_largest_of_each(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "panels", *REGIONS)
    units = pack["figures"].set_index("figure_id")["base_unit"]
    money = [mark.records[0] for mark in scene.marks if units[mark.records[0]] == "cny"]
    assert money == ["f21-2", "f53-1"]
    assert any(text.text.startswith("Tianjin: Beijing enterprises'") for text in scene.texts)


def test_what_is_per_project_is_derived_and_says_from_what(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "per-project")
    mark = mark_of(scene, "f21-2")
    assert mark.records == ("f21-1", "f21-2")
    assert "≈147.6 million yuan per project, derived" in mark.words
    texts = [text.text for text in scene.texts]
    assert "≈147.6 million yuan" in texts
    assert "= 731.9 billion yuan ÷ 4,959" in texts
    assert "≈414.7 million yuan ?" in texts
    assert scene.subtitle.startswith("Derived, ")
    table = CHART_TYPE["per-project"].table(pack.view(Selection()))
    assert table["Per project, derived"][0] == pytest.approx(77.3e9 / 47, rel=1e-3)


def test_figures_in_one_unit_are_bars_and_others_are_counted(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "one-unit")
    assert scene.title == "Plant species, Yanqing: 1,242 species, the largest of 5 figures"
    assert "In other units, not drawn here: 21." in scene.description
    bars = [first(mark, Rect).rect for mark in scene.marks]
    assert bars[1].width() / bars[0].width() == pytest.approx(450 / 1242, abs=0.001)


def test_a_filter_by_unit_chooses_another_one(app: object, pack: Dataset) -> None:
    view = pack.view(Selection()).arranged(Filter(units=("project",)), "")
    scene = compose(CHART_TYPE["one-unit"], view, PAGES["slide"], LIGHT)
    assert "4,959 projects" in scene.title
    assert "Shown only: projects." in scene.description


def test_a_filter_lets_only_its_own_through(app: object, pack: Dataset) -> None:
    view = pack.view(Selection())
    only = view.arranged(
        Filter(statuses=("target",), speakers=("kang-yanmin",), themes=("industry",)), ""
    )
    assert set(only.figures["status"]) == {"target"}
    assert set(only.statements["speaker_id"]) == {"kang-yanmin"}
    assert set(only.links["theme_id"]) <= {"industry"}
    for chart_type in chart_types_for(only):
        scene = compose(chart_type, only, PAGES["slide"], LIGHT)
        what = "target; Kang Yanmin; Industry"
        if "status" not in chart_type.rows(only):
            what = f"statements with a figure that is {what}"
        assert f"Shown only: {what}." in scene.description


def rows_in(order: Order, pack: Dataset, chart_type: str) -> list[str]:
    view = pack.view(Selection()).arranged(Filter(), order)
    scene = compose(CHART_TYPE[chart_type], view, PAGES["a4"], LIGHT)
    return [mark.records[-1] for mark in scene.marks]


def test_rows_are_sorted_by_text_region_and_name(app: object, pack: Dataset) -> None:
    figures = pack["figures"].set_index("figure_id")
    by_text = rows_in("text", pack, "money")
    assert by_text == sorted(by_text, key=list(figures.index).index)
    regions = [figures["province"][id_] for id_ in rows_in("region", pack, "counts")]
    assert [REGIONS.index(a) for a in regions] == sorted(map(REGIONS.index, regions))
    names = [figures["measure"][id_].casefold() for id_ in rows_in("name", pack, "counts")]
    assert names == sorted(names)


def test_the_title_stays_when_the_rows_are_sorted(app: object, pack: Dataset) -> None:
    for chart_type in (
        CHART_TYPE["money"],
        CHART_TYPE["shares"],
        CHART_TYPE["counts"],
        CHART_TYPE["targets"],
    ):
        view = pack.view(Selection())
        assert chart_type.title(view.arranged(Filter(), "name")) == chart_type.title(view)




def test_a_plan_period_is_a_band_behind_the_timeline(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "timeline", "kang-yanmin")
    assert "14th Five-Year Plan, 2021–2025" in [text.text for text in scene.texts]
    dot = first(mark_of(scene, "f53-1"), Circle)
    facets = [
        shape for shape in scene.shapes if isinstance(shape, Rect) and shape.rect.height() > 200
    ]
    assert any(facet.rect.contains(dot.rect.center()) for facet in facets)


def test_the_table_of_a_comparison_names_what_is_compared(app: object, pack: Dataset) -> None:
    view = pack.view(Selection(REGIONS))
    for chart_type in chart_types_for(view):
        columns = chart_type.table(view).columns
        assert "Compared" in columns or set(_NAMES) <= set(columns)
