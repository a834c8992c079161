"""Titles of charts of figures: true, said by those who say it, and about what is drawn."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from jjjviewer.charts.figures.figure_chart import FigureChart
from jjjviewer.charts.figures.headline_rules import figures_headline
from jjjviewer.charts.figures.headlines import measure_one_thing, single
from jjjviewer.charts.translation import speaking
from jjjviewer.charts.types.bars import Bars
from jjjviewer.charts.types.shares import Shares
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Language, Selection
from jjjviewer.model.view import View
from tests.charts.selections import PACKS, charts, pack_of, selections

_SUPERLATIVE = re.compile(r"\b(largest|most|highest|biggest|smallest|least)\b|最")


def charts_of_figures(view: View) -> list[FigureChart]:
    """The bars in each unit, those per item and the shares that suit a view."""
    bars = Bars()
    every: list[FigureChart] = [
        *(Bars(unit) for unit in bars.units(view)),
        Bars(is_per_item=True),
        Shares(),
    ]
    return [each for each in every if each.accepts(view)]


def figure(pack: Dataset, id_: str) -> FigureRow:
    (row,) = pack.figure_rows.of(pack["figures"][pack["figures"]["figure_id"] == id_])
    return row


def of_places(pack: Dataset, values: Sequence[float]) -> list[FigureRow]:
    """Figures of one measure, each of a place of its own."""
    row = figure(pack, "f16-1")._replace(sentence="", certainty="clear")
    places = ("Yanqing", "Chengde", "Daxing", "Baodi")
    return [
        row._replace(
            figure_id=f"f-{place}",
            base_value=value,
            value=value,
            short_label=f"Forest cover, {place}",
            region=place,
            place=place,
        )
        for value, place in zip(values, places, strict=False)
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", PACKS)
def test_titles_say_who_says_it_of_what_is_drawn(name: str, language: Language) -> None:
    pack = pack_of(name, language)
    every = {row.figure_id: row for row in pack.figure_rows.of(pack["figures"])}
    for ids in selections(pack):
        view = pack.view(Selection(ids))
        for chart_type in charts_of_figures(view):
            title, marks, rule = chart_type.headline(view)
            assert marks, title
            assert set(marks) <= {row.figure_id for row in chart_type.figures(view)}
            assert re.search(r"\d", title), title
            assert rule == "extreme" or not is_ranking(title, [every[id_] for id_ in marks])
            speakers = {every[id_].speaker for id_ in marks} - {""}
            if getattr(chart_type, "is_per_item", False):
                # Derived: nobody says it.
                continue
            for speaker in speakers:
                assert speaker in title or every_surname(every, speaker) in title, title
            assert not speakers or re.search(r"：|\b(says?|puts|names)\b", title), title


def test_of_one_thing_at_several_times_the_latest_makes_the_title(pack: Dataset) -> None:
    row = figure(pack, "f41-7")._replace(sentence="")
    old = row._replace(figure_id="old", value=88.5, base_value=88.5, period_end=date(2020, 12, 31))
    new = row._replace(figure_id="new", value=81.0, base_value=81.0, period_end=date(2024, 12, 31))
    view = pack.view(Selection())
    assert figures_headline(view, [old, new], {}).marks == ("new",)
    assert figures_headline(replace(view, highlight="old"), [old, new], {}).marks == ("old",)


_DOUBTS: dict[Language, dict[str, str]] = {
    "en": {
        "garbled": "wording is garbled",
        "ambiguous": "wording is ambiguous",
        "inferred": "inferred",
    },
    "zh": {"garbled": "原文有误", "ambiguous": "原文有歧义", "inferred": "推断"},
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", PACKS)
def test_a_title_says_what_is_not_clear_of_the_figures_it_is_about(
    name: str, language: Language
) -> None:
    pack = pack_of(name, language)
    every = {row.figure_id: row for row in pack.figure_rows.of(pack["figures"])}
    told = _DOUBTS[language]
    for ids in selections(pack):
        for chart_type, view in charts(pack, ids):
            if not isinstance(chart_type, FigureChart):
                continue
            with speaking(language):
                title, marks, _ = chart_type.headline(view)
            for certainty in {every[id_].certainty for id_ in marks if id_ in every} - {"clear"}:
                assert told[certainty] in title, (chart_type.id, ids, title)


def every_surname(every: dict[str, FigureRow], speaker: str) -> str:
    return next(row.surname for row in every.values() if row.speaker == speaker)


def is_ranking(title: str, figures: Sequence[FigureRow]) -> bool:
    """Whether a title has a superlative that no claim of the pack has."""
    claims = " ".join(each.sentence for each in figures).casefold()
    found = _SUPERLATIVE.findall(title)
    return any(word not in claims and word != "most" for word in found)


def test_both_sides_of_a_comparison_are_told_with_their_numbers() -> None:
    pack = pack_of("interview")
    view = pack.view(Selection(("dai-yongkang", "kang-yanmin")))
    headline = Bars("cny").headline(view)
    assert headline.rule == "contrast"
    assert headline.title == (
        "Dai says firms from Beijing have put 731.9 billion yuan into Tianjin since 2017; "
        "Kang says Cangzhou aims at 400 billion yuan of green chemicals by 2025"
    )


def test_what_both_sides_measure_comes_before_what_is_larger() -> None:
    view = pack_of("interview").view(Selection(("yu-bo", "chai-baoliang")))
    headline = Shares().headline(view)
    assert headline.rule == "difference"
    assert headline.marks == ("f16-1", "f41-7")
    assert headline.title.startswith("Forest cover: 61.63% in Yanqing (inferred), says Yu Bo; 60")


@pytest.mark.parametrize(
    ("values", "rule", "told"),
    [
        ((61.0, 60.0), "difference", "61% in Yanqing; 60% in Chengde"),
        ((61.0, 60.0, 50.0), "extreme", "61% in Yanqing, the largest of the 3 places shown"),
        ((61.0, 61.0, 50.0), "tie", "Forest cover, Yanqing and Forest cover, Chengde: 61% each"),
        ((61.0, 61.0, 61.0, 61.0), "single", "61%"),
        ((-1.0, -2.0, -3.0), "single", "−1%"),
    ],
)
def test_figures_of_one_measure_are_ranked_and_equal_ones_are_equal(
    values: Sequence[float], rule: str, told: str
) -> None:
    pack = pack_of("interview")
    headline = figures_headline(pack.view(Selection()), of_places(pack, values), {})
    assert headline.rule == rule
    assert told in headline.title
    assert headline.title.endswith(", says Yu Bo")


@pytest.mark.parametrize(
    "change",
    [
        {"status": "target"},
        {"base_unit": "km"},
        {"certainty": "ambiguous"},
        {"short_label": "Grassland, Chengde"},
        {"quantity_kind": "rate"},
    ],
)
def test_unlike_figures_are_not_ranked(change: dict[str, str]) -> None:
    pack = pack_of("interview")
    first, second, third = of_places(pack, (61.0, 60.0, 50.0))
    second = second._replace(**change)  # type: ignore[arg-type]
    assert not measure_one_thing([first, second, third])
    headline = figures_headline(pack.view(Selection()), [first, second, third], {})
    assert headline.rule == "single"


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        (50.0, 60.0, "Forest cover in Yanqing rose from 50% to 60%, says Yu Bo"),
        (60.0, 50.0, "Forest cover in Yanqing fell from 60% to 50%, says Yu Bo"),
        (60.0, 60.0, "Forest cover in Yanqing stayed at 60%, says Yu Bo"),
    ],
)
def test_a_change_is_told_with_its_direction(earlier: float, later: float, words: str) -> None:
    pack = pack_of("interview")
    first, second = (of_places(pack, (value,))[0] for value in (earlier, later))
    headline = single(second, "en", {second.figure_id: first._replace(figure_id="f-before")})
    assert headline.title == words
    assert headline.rule == "pair"


def test_the_title_is_about_what_the_user_highlights() -> None:
    pack = pack_of("interview")
    view = pack.view(Selection())
    for row in Bars("cny").figures(view):
        headline = figures_headline(replace(view, highlight=row.figure_id), [row], {})
        assert headline.marks == (row.figure_id,)
