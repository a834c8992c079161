"""Times in Chinese: 2023年, 截至9月底, 今年一季度, “十四五”时期, 过去五年, 累计."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from jjjviewer.text import calendar_spans as spans
from jjjviewer.text.calendar_spans import Days
from jjjviewer.text.chinese_numerals import read_hanzi
from jjjviewer.text.figures import Period
from jjjviewer.text.tables import pattern

_PERIOD = re.compile(pattern("chinese_periods", "around", "period"))
_NO_PART = ("于", "在", "由", "从", "至")
_BY = ("截至", "截止", "截止到", "到", "预计到", "力争到")
_CHANGED = re.compile("增|下降|提高|减少")
_GROWN = re.compile("(?:增加?|提高|上升|扩大|发展|下降|降低|减少|缩短|延长|升|降|减)$")
"""由5万增加到去年的7万: it is last year's, and not until then."""
_AHEAD = re.compile("今年|将|预计|目标|力争|计划")
_COMPARED = ("比", "较", "較", "同", "与", "與", "相比")
_RELATIVE_YEARS = {"去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2, "後年": 2}
_DAYS = {"昨天": -1, "昨日": -1, "前天": -2, "明天": 1, "今天": 0, "今日": 0}
_TO_COME = ("未来", "未來", "今后", "接下")
_LAST_MONTH = 12
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "首": 1, "1": 1, "2": 2, "3": 3, "4": 4}


def chinese_periods(text: str, today: date | None) -> Iterator[Period]:
    """Yield the times that a flattened sentence names, resolved from the date of the article."""
    year = today.year if today else 0
    seen = False
    for found in _PERIOD.finditer(text):
        dated = found["year"] or found["d"]
        if found["month"] and not dated and not _is_month(text, found):
            continue
        if found["year"]:
            year = _number(found["year"])
        lead = found["lead"] or ""
        grown = lead == "到" and _GROWN.search(text, 0, found.start()) is not None
        compared = lead in _COMPARED and not found["now"]
        start = found.start() + (len(lead) if compared or grown or lead in _NO_PART else 0)
        if found["total"] and seen:
            # By September a total of 86 cleared: the total has its time.
            continue
        seen = not found["rate"]
        days, where, how = (
            _resolve(found, today, year),
            _edge(found[0]),
            _how(found, "" if grown else lead),
        )
        if where:
            days = spans.edge(days, where)
        whole = days
        if how or not where:
            days = spans.bounded(days, how, today)
        compared = compared or (found["rel"] == "上年" and bool(_CHANGED.match(text, found.end())))
        end = found.end() - (text[found.end() - 1] == "的")
        rate = bool(found["rate"] or found["yearly"])
        ends = _ends(found, days, today)
        ahead = whole[1] if not how and whole != days else None
        yield Period(start, end, text[start:end], *days, compared, rate, ahead, ends)


def _ends(found: re.Match[str], days: Days, today: date | None) -> tuple[Period, Period] | None:
    """Return the times of the first and the last value of what changed in a time."""
    whole = Period(*found.span(), found[0], *days)
    if found["toyear"]:
        first, last = (_year(found, each) for each in ("year", "toyear"))
        return first, last
    if found["year"] and days[0] and days[1] is None:
        return _year(found, "year"), whole._replace(first=None, last=today)
    if (found["n"] or found["n2"]) and days[0] and days[1] == today:
        start, end = spans.year_days(days[0].year)
        return whole._replace(first=start, last=end), whole._replace(first=None)
    return None


def _year(found: re.Match[str], name: str) -> Period:
    """Return a year that is printed, with the word for year."""
    start, end = found.span(name)
    end += found.string.startswith("年", end)
    return Period(start, end, found.string[start:end], *spans.year_days(_number(found[name])))


def _how(found: re.Match[str], lead: str) -> str:
    """Return whether a time is a beginning or an end: since, by, or neither."""
    begins = lead in ("自", "从") and not (found["toyear"] or found[0].endswith("的"))
    since = found["since"] or begins or found["planedge"] == "以来"
    # 近年来 looks back, 2014年来 begins.
    if since and not (found["since"] == "来" and not found["year"]):
        return "since"
    return "by" if lead in _BY else ""


def _is_month(text: str, found: re.Match[str]) -> bool:
    """Return whether 5月 is May, and not part of another word."""
    return not text[: found.start()].endswith(("个", "個", "第"))


def _number(printed: str) -> int:
    return (
        int(printed) if printed[0] < "\u3007" and printed.isdecimal() else int(read_hanzi(printed))
    )


def _edge(printed: str) -> str:
    if printed.endswith(("底", "末", "下旬")):
        return "end"
    if printed.endswith(("年中", "中旬")):
        return "middle"
    return "start" if printed.endswith(("初", "上旬")) else ""


def _resolve(found: re.Match[str], today: date | None, year: int) -> Days:
    if found["plan"]:
        last = 1955 + 5 * int(read_hanzi(found["plan"]))
        days = spans.year_days(last - 4)[0], spans.year_days(last)[1]
        return (None, days[1]) if found["planedge"] == "末" else days
    if found["toyear"]:
        return spans.year_days(year)[0], spans.year_days(int(found["toyear"]))[1]
    if found["rel"]:
        year = today.year + _RELATIVE_YEARS.get(found["rel"], 0) if today else 0
    if (
        found["month"]
        and not (found["year"] or found["rel"])
        and today
        and (found["lead"] or "").startswith("截")
    ):
        year -= _number(found["month"]) > today.month
    part = _part(found, year)
    if part is not None:
        return part
    if found["year"] or found["rel"]:
        return spans.year_days(year)
    if found["whole"] == "全年" and today and today.month < _LAST_MONTH:
        # Before its end nobody tells of this year as a whole, but of what is hoped of it.
        year = today.year - (not _AHEAD.search(found.string))
    if found["whole"]:
        return spans.year_days(year) if today or year else spans.UNKNOWN
    return _relative(found, today)


def _part(found: re.Match[str], year: int) -> Days | None:
    if found["fmonth"]:
        return spans.months_days(year, *(_number(found[each]) for each in ("fmonth", "tmonth")))
    if found["month"]:
        month = _number(found["month"])
        if found["d"]:
            return spans.one_day(year, month, _number(found["d"])) if year else spans.UNKNOWN
        return spans.months_days(year, month, month)
    if found["quarter"]:
        if found["quarter"].startswith("前"):
            return spans.months_days(year, 1, 3 * int(read_hanzi(found["quarter"][1])))
        quarter = next(_QUARTERS[each] for each in found["quarter"] if each in _QUARTERS)
        return spans.months_days(year, quarter * 3 - 2, quarter * 3)
    if found["half"]:
        return spans.months_days(year, *((1, 6) if found["half"] == "上半年" else (7, 12)))
    if found["first"]:
        return spans.months_days(year, 1, _number(found["first"]))
    return None


def _relative(found: re.Match[str], today: date | None) -> Days:
    if found["now"] or found["total"]:
        return None, today
    if today is None:
        return spans.UNKNOWN
    for count, unit in (("n", "unit"), ("n2", "unit2")):
        if found[count] and found[count] != "几":
            name = {"年": "year", "月": "month", "天": "day", "周": "week"}[found[unit]]
            if (found["back"] or "")[:2] in _TO_COME:
                return today, spans.ahead(today, _number(found[count]), name)
            return spans.back(today, _number(found[count]), name), today
    if found["day"] in _DAYS:
        return (today + timedelta(days=_DAYS[found["day"]]),) * 2
    if found["day"] in ("本月", "上月", "上个月"):
        return spans.month_of_day(today, 0 if found["day"] == "本月" else -1)
    return spans.UNKNOWN
