"""Times, and the days that they begin and end with."""

from datetime import date

import pytest

from jjjviewer.text.chinese_periods import chinese_periods
from jjjviewer.text.english_periods import english_periods
from jjjviewer.text.proposals import Reader
from jjjviewer.text.sentences import flatten, is_chinese
from tests.text.marked import rows

TODAY = date(2022, 10, 21)


@pytest.mark.parametrize(("text", "printed", "first", "last"), rows("periods.txt"))
def test_a_time_is_resolved_from_the_date_of_the_article(
    text: str, printed: str, first: str, last: str
) -> None:
    """Its words, its first and its last day; open where it is open."""
    find = chinese_periods if is_chinese(text) else english_periods
    period = next(iter(find(flatten(text), TODAY)))
    assert text[period.start : period.end] == printed
    assert (str(period.first or ""), str(period.last or "")) == (first, last)


@pytest.mark.parametrize("text", ["last year", "up to now", "去年", "今年一季度", "截至9月底"])
def test_without_the_date_of_the_article_a_relative_time_is_not_resolved(text: str) -> None:
    """It is named, and nothing is guessed."""
    find = chinese_periods if is_chinese(text) else english_periods
    period = next(iter(find(text, None)))
    assert (period.first, period.last) == (None, None)


@pytest.mark.parametrize(
    "text", ["than last year", "on the third quarter of 2006", "比2014年", "较上年增长"]
)
def test_what_is_compared_with_is_no_time_of_a_figure(text: str) -> None:
    """It is told apart."""
    find = chinese_periods if is_chinese(text) else english_periods
    assert all(each.compared for each in find(text, TODAY))


@pytest.mark.parametrize(("text", "first", "second"), rows("changes.txt"))
def test_each_end_of_a_change_has_its_own_time(text: str, first: str, second: str) -> None:
    """The first date belongs to the first value, the last to the second, and the aim to one."""
    figures = Reader([text], TODAY).numbers(0).figures
    periods = [each.period for each in figures]
    days = [
        f"{(each and each.first) or ''} – {(each and each.last) or ''}".strip() for each in periods
    ]
    assert days == [first.strip(), second.strip()]
    for each in figures:
        assert (each.period is None) == ("period" not in each.basis)
        if each.period:
            assert each.period.text == text[each.period.start : each.period.end]
    assert [each.status for each in figures].count("target") <= 1
