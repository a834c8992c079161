"""Tables of sentences: what is a figure in each, and what is said of it."""

import re
from datetime import date

import pytest

from jjjviewer.text.figures import Figure
from jjjviewer.text.proposals import Reader
from tests.text.marked import Marked, Sentence, read

TODAY = date(2024, 6, 14)
SENTENCES = [*read("english.txt"), *read("chinese.txt")]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda each: each.text[:60])
def test_a_sentence_has_the_figures_that_are_marked_and_no_others(sentence: Sentence) -> None:
    """Value, unit and number of figures, with qualifier, direction, status and period."""
    figures = Reader([sentence.text], TODAY).numbers(0).figures
    for marked in sentence.figures:
        found = [each for each in figures if each.start < marked.end and marked.start < each.end]
        assert len(found) == 1, sentence.text[marked.start : marked.end]
        _compare(found[0], marked)
    unmarked = [
        sentence.text[each.start : each.end]
        for each in figures
        if not any(each.start < m.end and m.start < each.end for m in sentence.figures)
    ]
    assert unmarked == []


def _compare(figure: Figure, marked: Marked) -> None:
    values = [each for each in (figure.value, figure.value_high) if each is not None]
    assert any(value == pytest.approx(marked.value, rel=1e-6) for value in values)
    if marked.high is not None:
        assert figure.value_high == pytest.approx(marked.high)
    assert ("#" if figure.kind == "count" else figure.unit) == marked.unit
    assert figure.qualifier == marked.qualifier
    assert figure.direction == marked.direction
    assert (figure.status == "target") == marked.target
    assert (figure.status == "under-construction") == marked.building
    if marked.period:
        assert figure.period is not None
        assert figure.period.text == marked.period


def test_there_are_enough_sentences_of_both_languages() -> None:
    """At least 150 each."""
    assert len(read("english.txt")) >= 150
    assert len(read("chinese.txt")) >= 150


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda each: each.text[:60])
def test_every_digit_is_in_a_figure_or_has_a_reason(sentence: Sentence) -> None:
    """No number is passed over, and none is both."""
    numbers = Reader([sentence.text], TODAY).numbers(0)
    covered = [0] * len(sentence.text)
    for start, end in [
        *((each.start, each.end) for each in numbers.figures),
        *((each.start, each.end) for each in numbers.others),
    ]:
        for at in range(start, end):
            covered[at] += 1
    assert max(covered, default=0) <= 1
    assert all(covered[i] for i, each in enumerate(sentence.text) if each.isdecimal())
    assert all(each.reason for each in numbers.others)


def test_what_is_not_in_the_text_is_left_empty() -> None:
    """No status, no direction and no period without a cue."""
    figure = Reader(["The hall has 240 seats."]).numbers(0).figures[0]
    assert (figure.qualifier, figure.status, figure.direction) == ("", "", "")
    assert figure.period is None
    assert figure.basis == {"unit": ("printed", -1, -1)}


def test_each_attribute_says_which_words_it_rests_on() -> None:
    """The cues are places of the paragraph, not of the sentence."""
    text = "It opened late. By 2030 output will rise by more than 5%."
    figure = Reader([text], TODAY).numbers(0).figures[0]
    cues = {name: text[cue.start : cue.end] for name, cue in figure.basis.items() if cue.start >= 0}
    assert cues == {
        "qualifier": "more than",
        "direction": "rise",
        "period": "By 2030",
        "status": "will",
    }


def test_today_it_is_takes_the_unit_of_the_sentence_before() -> None:
    """A number without a unit of its own, across sentences."""
    numbers = Reader(["In 2015 the wait was 9.5 days. Today it is 14."]).numbers(0)
    assert [(each.value, each.unit) for each in numbers.figures] == [(9.5, "day"), (14.0, "day")]


def test_a_time_of_an_earlier_chinese_sentence_is_carried() -> None:
    """And said to be carried."""
    figure = Reader(["2023年,全市稳中有进。粮食产量达到46万吨。"]).numbers(0).figures[0]
    assert figure.period is not None
    assert figure.period.text == "2023年"
    assert figure.basis["period"].how == "carried"


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda each: each.text[:60])
def test_units_are_ids_of_a_pack(sentence: Sentence) -> None:
    """Letters, digits and hyphens, or nothing."""
    for figure in Reader([sentence.text], TODAY).numbers(0).figures:
        assert re.fullmatch("(?:[a-z0-9][a-z0-9_-]{0,63})?", figure.unit)
