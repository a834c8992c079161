"""Pairs of places: counted as by hand, the same on map and matrix, in titles that are true."""

import re
from dataclasses import replace

import pytest

from jjjviewer.charts.links.link_chart import MOST_LINES, foremost
from jjjviewer.charts.links.link_pairs import counted
from jjjviewer.charts.types.map import Map
from jjjviewer.charts.types.matrix import Matrix
from jjjviewer.model.selection import Selection
from tests.charts.maps.links import pair_counts
from tests.charts.selections import PACKS, accepted, pack_of

MAP, MATRIX = Map(), Matrix()


@pytest.mark.parametrize("name", PACKS)
def test_pairs_are_counted_as_by_hand(app: object, name: str) -> None:
    pack = pack_of(name)
    found = counted(False, pack.view(Selection()))
    assert {frozenset(pair.ends): pair.size for pair in found.pairs} == pair_counts(pack)


def test_the_interview_names_20_pairs_in_75_links_two_of_them_within_tianjin(app: object) -> None:
    found = counted(False, pack_of("interview").view(Selection()))
    assert (len(found.pairs), len(found.links)) == (20, 75)
    assert dict(found.within) == {"tianjin": 2}
    assert len(found.named["beijing"]) == 70


def test_the_lines_of_a_map_are_those_of_most_links_and_at_most_twelve(app: object) -> None:
    for view in accepted(MAP):
        pairs = MAP.found(view).pairs
        drawn = foremost(pairs)
        assert 0 < len(drawn) <= MOST_LINES
        left = [pair.size for pair in pairs if pair not in drawn]
        assert not left or max(left) <= min(pair.size for pair in drawn)


def test_map_and_matrix_have_the_same_title(app: object) -> None:
    for view in accepted(MAP):
        located = MAP.found(view).pairs == MAP.drawn(view)
        if MATRIX.accepts(view) and located:
            assert MAP.chart(view).headline == MATRIX.chart(view).headline


@pytest.mark.parametrize("chart_type", [MAP, MATRIX], ids=["map", "matrix"])
def test_no_title_says_more_than_any_other_where_there_is_a_tie(
    app: object, chart_type: Map | Matrix
) -> None:
    rules = set()
    for view in accepted(chart_type):
        headline, pairs = chart_type.chart(view).headline, chart_type.found(view).pairs
        rules.add(headline.rule)
        sizes = sorted((pair.size for pair in pairs), reverse=True)
        if headline.rule == "extreme":
            assert sizes[0] > sizes[1]
            assert headline.marks == (pairs[0].cell,)
        if headline.rule == "tie":
            assert sizes[0] == sizes[1]
            assert "than any other" not in headline.title
    assert {"extreme", "tie", "contrast", "single"} <= rules


def test_a_title_names_the_only_speaker(app: object) -> None:
    for view in accepted(MAP):
        if len(view.speakers) == 1 and not view.groups:
            speaker = view.dataset.speaker_rows.of(view.speakers)[0].speaker
            assert speaker in MAP.chart(view).headline.title


def test_the_numbers_of_a_contrast_are_those_of_what_is_compared(app: object) -> None:
    view = pack_of("interview").view(Selection(("tianjin", "chengde")))
    title = MAP.chart(view).headline.title
    assert [int(number) for number in re.findall(r"\d+", title)] == [29, 33, 1, 10]
    table = MAP.table(view)
    row = table[(table["Place"] == "Beijing") & (table["Other place"] == "Tianjin")]
    assert row[["Tianjin", "Chengde"]].to_numpy().tolist() == [[29, 1]]
    assert MAP.chart(view).headline.marks == ("beijing/tianjin",)


def test_the_table_has_all_pairs_also_those_that_are_not_drawn(app: object) -> None:
    for view in accepted(MAP):
        assert len(MAP.table(view)) == len(MAP.found(view).pairs)


def test_the_highlighted_pair_makes_the_title(app: object) -> None:
    whole = pack_of("interview").view(Selection())
    for pair in MAP.drawn(whole):
        headline = MAP.chart(replace(whole, highlight=pair.cell)).headline
        assert headline.marks == (pair.cell,)
        assert str(pair.size) in headline.title
