"""Charts say of when, of what and how: in titles, beside numbers, in tables and descriptions."""

from pathlib import Path

import pytest

from jjjviewer.charts.chart_type import ChartType, compose
from jjjviewer.charts.registry import CHART_TYPES, chart_types_for
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Rect
from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from tests.packs import change, copy_of_bundled, load

CHART_TYPE: dict[str, ChartType] = {chart_type.id: chart_type for chart_type in CHART_TYPES}


def drawn(pack: Dataset, chart_type: str, *ids: str, page: str = "slide") -> Scene:
    return compose(CHART_TYPE[chart_type], pack.view(Selection(ids)), PAGES[page], LIGHT)


def words(scene: Scene) -> list[str]:
    return [text.text for text in scene.texts]


def row_of(pack: Dataset, chart_type: str, record: str, *ids: str) -> "dict[str, object]":
    table = CHART_TYPE[chart_type].table(pack.view(Selection(ids)))
    row = table[table["Record"] == record].iloc[0]
    return {str(name): row[name] for name in table.columns}


def test_numbers_of_unlike_years_each_say_theirs(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "money")
    assert scene.subtitle.endswith("billion yuan; with years where given")
    assert "Dai Yongkang ¶21, since 2017" in words(scene)
    assert "Kang Yanmin ¶50, as of 2022" in words(scene)


def test_a_period_that_all_figures_share_stands_in_the_subtitle(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "money", "dai-yongkang")
    assert scene.subtitle.endswith("billion yuan; since 2017")
    assert "¶21" in words(scene)
    assert drawn(pack, "one-unit").subtitle.endswith("species; no period given")


def test_a_year_that_is_inferred_says_so(app: object, pack: Dataset) -> None:
    assert drawn(pack, "targets").subtitle.endswith("2025 (inferred)")
    assert "at the time of the interview (inferred)" in words(drawn(pack, "timeline"))


def test_a_share_says_what_it_is_a_share_of(app: object, pack: Dataset) -> None:
    assert "of the area of Yanqing" in words(drawn(pack, "shares"))
    assert row_of(pack, "shares", "f16-1")["Share of"] == "the area of Yanqing"


def test_a_change_says_of_when_both_its_ends_are(app: object, pack: Dataset) -> None:
    assert "Chai Baoliang ¶41, 2012 → 2022" in words(drawn(pack, "change"))


def test_what_a_chart_derives_its_table_and_its_words_have_as_well(
    app: object, pack: Dataset
) -> None:
    assert row_of(pack, "change", "f41-7")["Change, derived"] == pytest.approx(9.23)
    assert "change: +9.23, derived" in drawn(pack, "change").description
    assert row_of(pack, "areas", "f41-3")["In another unit, derived"] == "9.602 million mu"
    part = row_of(pack, "parts", "f16-5")["Per cent of the total, derived"]
    assert part == pytest.approx(390 / 450 * 100, abs=1e-6)
    assert row_of(pack, "targets", "f53-1")["Now"] == "no present value given"
    attention = CHART_TYPE["attention"].table(pack.view(Selection()))
    chai = attention[attention["Speaker"] == "Chai Baoliang"].iloc[0]
    assert (chai["Ecology"], chai["Ecology, %"]) == (16, 80.0)


def test_a_description_says_in_words_what_is_unclear(app: object, pack: Dataset) -> None:
    description = drawn(pack, "money").description
    assert ".." not in description
    assert "278.7 billion yuan · up to now · achieved, unclear in the text" in description


def test_a_title_has_no_sign_of_doubt_but_the_word(app: object, pack: Dataset) -> None:
    title = drawn(pack, "per-project", "kang-yanmin").title
    assert title.endswith("≈1.645 billion yuan (unclear) per project")


def test_figures_chosen_singly_have_no_charts_of_statements(pack: Dataset) -> None:
    for ids in (("f21-2",), ("f21-2", "f9-3", "f41-7")):
        offered = {chart_type.id for chart_type in chart_types_for(pack.view(Selection(ids)))}
        assert not offered & {"kinds", "attention", "speaker-theme"}


def test_few_rows_are_set_larger_than_many(app: object, pack: Dataset) -> None:
    labels = set(pack["figures"]["measure"])

    def sizes(scene: Scene) -> set[int]:
        return {text.size for text in scene.texts if text.text in labels}

    assert sizes(drawn(pack, "one-unit")) == {16}
    assert sizes(drawn(pack, "counts")) == {12}


def test_small_areas_stand_in_a_list_beside_the_large_ones(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "areas")
    squares = [
        next(shape for shape in mark.shapes if isinstance(shape, Rect)) for mark in scene.marks
    ]
    large = [square.rect for square in squares if square.width > 50]
    small = [square.rect for square in squares if square.width < 20]
    assert (len(large), len(small)) == (4, 3)
    assert min(rect.left() for rect in small) > max(rect.right() for rect in large)
    assert max(rect.right() for rect in small) - min(rect.right() for rect in small) < 1


def test_years_are_ticked_where_they_are_round(app: object, pack: Dataset) -> None:
    texts = words(drawn(pack, "timeline"))
    assert {"2015", "2020", "2025"} <= set(texts)


def test_every_unit_that_has_two_figures_has_a_panel_with_its_labels_whole(
    app: object, pack: Dataset
) -> None:
    for page in ("slide", "square", "banner"):
        scene = drawn(pack, "panels", page=page)
        assert not [text for text in words(scene) if text.endswith("…")]
        assert not [text for text in words(scene) if "for want of room" in text]


def test_of_a_place_it_is_said_that_statements_are_counted_where_it_is_named(
    app: object, pack: Dataset
) -> None:
    place, person = (pack.view(Selection((id_,))) for id_ in ("guanting", "yu-bo"))
    named = "those that name Guanting Reservoir"
    assert CHART_TYPE["kinds"].subtitle(place) == f"Number of statements by kind, {named}"
    assert CHART_TYPE["attention"].title(place).endswith(f"of the statements, {named}")
    assert CHART_TYPE["kinds"].subtitle(person) == "Number of statements by kind, Yu Bo"


def test_what_looks_alike_has_one_entry_in_the_legend(app: object, tmp_path: Path) -> None:
    path = copy_of_bundled(tmp_path)

    def open_all(rows: list[dict[str, str]]) -> None:
        for at, row in enumerate(row for row in rows if row["unit_id"] == "cny"):
            row["status"] = ("target", "planned", "under-construction")[at % 3]
            row["certainty"] = "clear"

    change(path, "figures", open_all)
    scene = drawn(load(path), "money")
    assert "under construction, planned, target" in {text.text for text in scene.texts}
