"""Numbers that are no figures are found by rules that are tried only where they may find some."""

import pytest

from jjjviewer.text.other_numbers import rules
from jjjviewer.text.sentences import flatten
from tests.text import marked
from tests.text.marked import DATA

_TEXTS = [flatten(each.text) for each in (*marked.read("english.txt"), *marked.read("chinese.txt"))]
_TEXTS += [flatten(each) for each in (DATA / "pieces.txt").read_text(encoding="utf-8").split("\n")]
_LIKELY = (
    "Tel. 020 7946 0000 On 3 May and May 2024 the under-fives, aged 5, of the age of 12 years old, "
    "took Room 12 and Box 7 for the second and twenty-third time in the last 3 years, 2 weeks ago, "
    "a three-year plan for four days, in 5 months' time, 24/7, and doubled it twice, halved once; "
    "the average age is 43, after 90 days, 27 years in, "
    "ABC/12/34, won 3-1, at 10:30, a 16 x 9 screen, 3/4, "
    "tens of thousands, per 100,000 people, every $5, at 9.30 in the morning, over the past year, "
    "每10万人 人均 翻两番 八折 65岁以上 年满18岁 24小时服务 首届 第三届"
)


@pytest.mark.parametrize("table", ["english_numbers", "chinese_numbers"])
def test_a_rule_finds_nothing_where_none_of_its_triggers_is(table: str) -> None:
    """Otherwise a number would lose its reason."""
    texts = [*_TEXTS, *_LIKELY.split(", "), _LIKELY]
    triggered = [rule for rule in rules(table) if rule.triggers]
    assert triggered
    for rule in triggered:
        found = [text for text in texts if rule.pattern.search(text)]
        assert found, rule.pattern.pattern
        for text in found:
            assert any(each in text.lower() for each in rule.triggers), (text, rule.triggers)
