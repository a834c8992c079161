"""What is proposed as a measure is a thing that can be measured, never half a sentence."""

import pytest

from jjjviewer.draft.wording import measures


@pytest.mark.parametrize(
    ("sentence", "printed", "kind", "measure"),
    [
        (
            "The programme has cost 36.5 million euros so far.",
            "36.5 million euros",
            "money",
            "Programme cost",
        ),
        ("Phosphorus fell by 57% between 2010 and 2023.", "57%", "change", "Phosphorus"),
        ("The share of beds rated good rose from 38% to 57.5%.", "38%", "share", "Share of beds"),
        ("The new shed covers 85,000 square meters.", "85,000 square meters", "area", "New shed"),
        (
            "At least 9 million euros have been set aside for the harbour.",
            "9 million euros",
            "money",
            "Money set aside for the harbour",
        ),
        (
            "1.1 billion crowns is the estimate; who pays is open.",
            "1.1 billion crowns",
            "money",
            "Estimate",
        ),
        ("It has a £24.3m gap to fill.", "£24.3m", "money", "Money"),
        ("Garage rents will be lowered by 1.00%.", "1.00%", "change", "Garage rents"),
        ("About 3,200 homes are still without one.", "3,200 homes", "count", "Homes"),
        ("水利投资增长8.6%。", "8.6%", "change", "水利投资"),
        ("所以我们新建了46公里的滨河步道。", "46公里", "length", "滨河步道"),
        ("报告说,2023年,全省经济总量增长5.5%。", "5.5%", "change", "全省经济总量"),
        ("预计总投资超过2.3亿元。", "2.3亿元", "money", "总投资"),
    ],
)
def test_a_measure_is_the_thing_that_the_sentence_measures(
    sentence: str, printed: str, kind: str, measure: str
) -> None:
    start = sentence.index(printed)
    assert measures(sentence, start, start + len(printed), kind)[0] == measure


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("Today it is 61 km, and the rest is missing.", "61 km"),
        ("Two ferries run, about 60% of them by night.", "60%"),
    ],
)
def test_what_was_said_with_the_number_before_is_not_guessed_anew(
    sentence: str, printed: str
) -> None:
    start = sentence.index(printed)
    assert measures(sentence, start, start + len(printed), "length") == []
