"""Within a family what is selected is compared, between families it narrows; filters reach all."""

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Filter, Selection
from jjjviewer.model.view import View
from tests.packs import change, copy_in_format_1, copy_of_bundled, load, put

WHO = ("hebei", "beijing", "chengde", "yu-bo")
WHAT = ("ecology", "relocation", "search:water", "search:承德")
WHERE = ("guanting", "place:beijing", "tongzhou")
KEYS = {"statements": "statement_id", "figures": "figure_id", "links": "link_id"}


def view_of(pack: Dataset, *members: str) -> View:
    return pack.view(Selection.of(members))


def ids(view: View, table: str) -> set[str]:
    return set(getattr(view, table)[KEYS[table]])


@pytest.mark.parametrize("table", KEYS)
def test_between_families_what_is_selected_narrows(pack: Dataset, table: str) -> None:
    for first, second in combinations((WHO, WHAT, WHERE), 2):
        for one in first:
            for other in second:
                both = view_of(pack, one, other)
                alone = (ids(view_of(pack, each), table) for each in (one, other))
                assert ids(both, table) == set.intersection(*alone)
                assert not both.groups


@pytest.mark.parametrize("table", KEYS)
@pytest.mark.parametrize("family", [WHO, WHAT[:3], WHERE])
def test_within_a_family_what_is_selected_is_compared(
    pack: Dataset, table: str, family: tuple[str, ...]
) -> None:
    for some in combinations(family, 2):
        view = view_of(pack, *some)
        parts = {each: ids(view_of(pack, each), table) for each in some}
        assert ids(view, table) == set.union(*parts.values())
        assert [group.id for group in view.groups] == [*some]
        for group, part in zip(view.groups, parts.values(), strict=True):
            frame = pack[table]
            assert set(frame[KEYS[table]].iloc[getattr(group, table)]) == part


def test_what_is_compared_is_narrowed_too(pack: Dataset) -> None:
    view = view_of(pack, "ecology", "hebei", "beijing")
    assert view.kind == "several"
    assert view.name == "Hebei, Beijing · Ecology"
    assert view.narrowing == "Ecology"
    for group in view.groups:
        alone = view_of(pack, group.id, "ecology")
        assert set(group.statements) == set(alone.statements.index)
        assert 0 < len(group.statements) < len(view_of(pack, group.id).statements)


def test_where_two_families_have_several_the_first_is_compared(pack: Dataset) -> None:
    view = view_of(pack, "ecology", "hebei", "search:water", "beijing")
    assert [group.name for group in view.groups] == ["Hebei", "Beijing"]
    assert view.narrowing == "Ecology, “water”"


def test_figures_are_a_union_that_others_narrow(pack: Dataset) -> None:
    assert ids(view_of(pack, "f43-1", "f21-2"), "figures") == {"f43-1", "f21-2"}
    assert ids(view_of(pack, "f43-1", "f21-2", "hebei"), "figures") == {"f43-1"}


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        (("hebei", "ecology"), "region"),
        (("yu-bo", "search:water"), "speaker"),
        (("ecology", "guanting"), "theme"),
        (("search:water",), "search"),
        (("f43-1", "hebei"), "figure"),
        (("place:beijing",), "entity"),
    ],
)
def test_a_view_is_of_the_kind_of_the_foremost_thing(
    pack: Dataset, members: tuple[str, ...], kind: str
) -> None:
    assert view_of(pack, *members).kind == kind


def test_a_part_under_its_whole_says_so(pack: Dataset) -> None:
    def wholes(*members: str) -> list[str]:
        return [group.whole for group in view_of(pack, *members).groups]

    assert wholes("hebei", "chengde") == ["", "Hebei"]
    assert wholes("chai-baoliang", "hebei") == ["Hebei", ""]
    assert wholes("hebei", "beijing") == ["", ""]
    assert wholes("place:yanqing", "place:beijing") == ["Beijing", ""]


def test_a_place_is_told_from_the_region_of_its_id(pack: Dataset) -> None:
    place, region = view_of(pack, "place:beijing"), view_of(pack, "beijing")
    assert place.name == region.name == "Beijing"
    assert ids(place, "statements") != ids(region, "statements")
    assert pack.index.canonical("place:beijing") == "place:beijing"
    assert pack.index.canonical("place:guanting") == "guanting"


def test_a_place_has_what_names_it_and_its_figures_statements(pack: Dataset) -> None:
    mentions, figures = pack["mentions"], pack["figures"]
    for id_ in pack["entities"]["entity_id"]:
        within = pack.places_within(Selection((pack.index.place(id_),)))
        named = set(mentions.loc[mentions["entity_id"].isin(within), "statement_id"]) - {""}
        stated = set(figures.loc[figures["place_id"].isin(within), "statement_id"])
        assert ids(view_of(pack, pack.index.place(id_)), "statements") == named | stated
    assert len(view_of(pack, "guanting").statements) == 2


def test_a_pack_that_knows_paragraphs_only_counts_by_these(tmp_path: Path) -> None:
    old = load(copy_in_format_1(tmp_path))
    statements = view_of(old, "guanting").statements
    assert set(statements["paragraph"]) == {15, 18}
    assert set(statements["statement_id"]) == set(
        old["statements"].loc[old["statements"]["paragraph"].isin({15, 18}), "statement_id"]
    )


def test_a_search_has_all_that_holds_its_words(pack: Dataset) -> None:
    view = view_of(pack, "search:water")
    assert len(view.statements) == 12
    assert set(view.figures["figure_id"]) == {"f40-1", "f40-2"}
    texts = view.statements["summary"].str.casefold()
    holding = set(view.figures["statement_id"])
    assert all("water" in text for text in texts[~view.statements["statement_id"].isin(holding)])


@pytest.mark.parametrize(
    ("query", "statements", "figures"),
    [
        ("f43-3", {"s43-2"}, {"f43-3"}),
        ("F43-3", {"s43-2"}, {"f43-3"}),
        ("s41-1", {"s41-1"}, set()),
        ("7,319", {"s21-1"}, {"f21-2"}),
        ("7319", {"s21-1"}, {"f21-2"}),
        ("4959 tianjin", {"s21-1"}, {"f21-1"}),
        ("xyzzy", set(), set()),
    ],
)
def test_ids_and_numbers_printed_anywhere_are_found(
    pack: Dataset, query: str, statements: set[str], figures: set[str]
) -> None:
    view = pack.view(Selection(query=query))
    assert ids(view, "figures") == figures
    assert ids(view, "statements") == statements


@pytest.mark.parametrize("query", ["¶41", "¶ 41"])
def test_a_paragraph_is_found_by_its_sign(pack: Dataset, query: str) -> None:
    view = pack.view(Selection(query=query))
    assert set(view.statements["paragraph"]) == set(view.figures["paragraph"]) == {41}
    assert len(view.statements) == (pack["statements"]["paragraph"] == 41).sum()


@pytest.mark.parametrize(
    "filter_",
    [
        Filter(statuses=("target",)),
        Filter(units=("cny",)),
        Filter(period=("2021-01-01", "")),
        Filter(statuses=("achieved",), paragraphs=("38-44",)),
    ],
)
@pytest.mark.parametrize("members", [(), ("hebei",), ("hebei", "beijing"), ("hebei", "ecology")])
def test_under_a_filter_of_figures_statements_are_those_with_one_left(
    pack: Dataset, members: tuple[str, ...], filter_: Filter
) -> None:
    view = pack.view(Selection.of(members), filter_)
    whole = pack.view(Selection.of(members))
    left = whole.figures
    for column, values in filter_.by_column().items():
        if column == "paragraph":
            left = left[left["paragraph"].between(38, 44)]
        elif column == "period_end":
            left = left[left["period_end"] >= values[0]]
        else:
            left = left[left[column].isin(values)]
    assert ids(view, "figures") == set(left["figure_id"])
    assert ids(view, "statements") == set(left["statement_id"])
    assert set(view.speakers["speaker_id"]) >= set(left["speaker_id"]) - {""}
    for group in view.groups:
        assert set(group.statements) <= set(view.statements.index)
        assert set(group.figures) <= set(view.positions)


def test_a_filter_of_paragraphs_reaches_all(pack: Dataset) -> None:
    view = pack.view(Selection(), Filter(paragraphs=("8", "38-40")))
    for table in KEYS:
        assert set(getattr(view, table)["paragraph"]) <= {8, 38, 39, 40}
        assert len(getattr(view, table)) == pack[table]["paragraph"].isin({8, 38, 39, 40}).sum()


@pytest.mark.parametrize(
    ("values", "least", "most"),
    [
        (("1000000000", "", "cny"), 1e9, np.inf),
        (("", "1000000000", "cny"), -np.inf, 1e9),
        (("1e6", "1e9", "m2"), 1e6, 1e9),
    ],
)
def test_a_filter_of_values_is_of_one_base_unit(
    pack: Dataset, values: tuple[str, str, str], least: float, most: float
) -> None:
    view, figures = pack.view(Selection(), Filter(values=values)), pack["figures"]
    is_within = figures["base_value"].between(least, most) & (figures["base_unit"] == values[2])
    assert ids(view, "figures") == set(figures.loc[is_within, "figure_id"])
    assert ids(view, "statements") == set(view.figures["statement_id"])
    assert view.links.empty


@pytest.mark.parametrize(
    ("values", "is_found"),
    [
        (("1900000000000", "", "m2"), True),
        (("", "1200000000000", "m2"), True),
        (("2100000000000", "", "m2"), False),
    ],
)
def test_a_range_is_found_by_either_of_its_ends(
    tmp_path: Path, values: tuple[str, str, str], is_found: bool
) -> None:
    copied = copy_of_bundled(tmp_path)
    change(copied, "figures", put(3, value="1200000", value_high="2000000", unit_id="km2"))
    view = load(copied).view(Selection(), Filter(values=values))
    assert ("f9-1" in ids(view, "figures")) == is_found


def test_a_filtered_view_is_made_once(pack: Dataset) -> None:
    filter_ = Filter(units=("cny",))
    assert pack.view(Selection(("hebei",)), filter_) is pack.view(Selection(("hebei",)), filter_)


def test_selections_are_read_as_they_are_written() -> None:
    for members in [(), ("hebei",), ("hebei", "search:water supply"), ("search:水",)]:
        assert Selection.of(members).members == members
    assert Selection.of(("hebei", "search:  two   words ", "hebei")) == Selection(
        ("hebei",), "two words"
    )


@pytest.mark.parametrize("id_", ["all", "search", "collection"])
@pytest.mark.parametrize("table", ["themes", "entities"])
def test_ids_that_are_words_of_the_program_are_warned_of(
    tmp_path: Path, table: str, id_: str
) -> None:
    pack = copy_of_bundled(tmp_path)
    key = {"themes": "theme_id", "entities": "entity_id"}[table]
    change(pack, table, lambda rows: rows.append(rows[0] | {key: id_}))
    (warning,) = [each for each in load(pack).warnings if each.column == key]
    assert str(warning).startswith(f"{table}.csv row ")
    assert f"'{id_}' is a word of the program" in warning.message
