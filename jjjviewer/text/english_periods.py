"""Times in English: since 2017, by the end of next year, in the first five months, per week."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from jjjviewer.text import calendar_spans as spans
from jjjviewer.text.calendar_spans import Days
from jjjviewer.text.english_numerals import is_each_quarter, read_words
from jjjviewer.text.figures import Period
from jjjviewer.text.tables import pattern, table, words

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905
_CORE = "|".join(each for _, each in table("english_periods")["core"])
_OF_YEAR = (
    r"(?:(?:of|in) )?(?:(?P<{0}year>(?:1[6-9]|20|21)[0-9][0-9])"
    r"|(?P<{0}rel>this|last|next|the) year)"
)
_CORE = re.sub("%OF_YEAR:([a-z]+)%", lambda found: _OF_YEAR.format(found[1]), _CORE)
_EDGES, _LEAD = (pattern("english_periods", "around", each) for each in ("edge", "lead"))
_PERIOD = re.compile(rf"(?<![\w$£€.,/-]){_LEAD}(?:{_EDGES})?(?:{_CORE})(?![\w])", re.IGNORECASE)
_PREPOSITIONS_OF_COMPARISON = ("than", "against", "compared with", "compared to", "versus")
_AHEAD = re.compile(r"\b(?:will|would|shall|to be|plan|expect|due|next|aim|target)", re.IGNORECASE)
_COMPARED_BEFORE = re.compile(pattern("english_periods", "around", "compared"), re.IGNORECASE)
_QUARTERS = {
    word: number
    for number, words in enumerate(
        (
            "first 1st 1 one",
            "second 2nd 2 two",
            "third 3rd 3 three",
            "fourth 4th 4 four last final",
        ),
        1,
    )
    for word in words.split()
}
_EDGE_NAMES = {
    word: where
    for where, words in {
        "end": "end close late", "middle": "middle mid", "start": "beginning start early turn",
    }.items()
    for word in words.split()
}  # fmt: skip
_TRIGGERS = words("english_periods", "triggers")
_BY = ("by", "until", "till", "come", "before", "as of", "as at", "up to")


def english_periods(text: str, today: date | None) -> Iterator[Period]:
    """Yield the times that a flattened sentence names, resolved from the date of the article."""
    lower = text.lower()
    if not any(each in lower for each in _TRIGGERS):
        return
    for found in _PERIOD.finditer(text):
        prep = (found["prep"] or "").lower()
        if found["month"] and not (prep and found["month"][0].isupper()):
            continue
        if found["then"] and prep not in ("since", "by", "until"):
            continue
        start = found.start()
        if prep in ("of", "to", "than", "per") or prep in _PREPOSITIONS_OF_COMPARISON:
            start = found.end("prep") + 1
        if (
            found["rel"]
            and found["rel"].lower() == "the"
            and not (found["edge"] or prep in ("for", "over", "during"))
        ):
            continue
        if (found["rate"] or "").lower() == "a quarter" and not is_each_quarter(
            text, *found.span("rate")
        ):
            continue
        days = _resolve(found, today)
        where = (found["edge"] or found["near"] or "").lower()
        if where:
            days = spans.edge(days, _EDGE_NAMES[where])
        how = "since" if prep == "since" else "by" if prep in _BY else ""
        whole = days
        days = spans.bounded(days, how, today) if not (where and not how) else days
        compared, rate = _is_compared(text, found, prep), bool(found["rate"])
        period = Period(start, found.end(), text[start : found.end()], *days, compared, rate)
        ahead = whole[1] if not how and whole != days else None
        yield period._replace(ahead=ahead, ends=_ends(found, period, today))


def _ends(found: re.Match[str], period: Period, today: date | None) -> tuple[Period, Period] | None:
    """Return the times of the first and the last value of what changed in a time."""
    if found["from"]:
        first, last = (_end(found, each, _month_or_year(found, each[0])) for each in ("from", "to"))
        return first, last
    if found["tolen"]:
        # Over ten years: the words without the year in which they end.
        stop = found.end("tolen")
        text = found.string[period.start : stop]
        days = spans.year_days(period.first.year) if period.first else spans.UNKNOWN
        began = Period(period.start, stop, text, *days)
        return began, _end(found, "toyear", spans.year_days(int(found["toyear"])))
    if period.first and (found["prep"] or "").lower() == "since":
        days = _resolve(found, today)
        return period._replace(first=days[0], last=days[1]), period._replace(first=None, last=today)
    if found["way"] and period.first and period.last == today:
        start, end = _day_or_year(period.first, found["len"])
        return period._replace(first=start, last=end), period._replace(first=None)
    return None


def _end(found: re.Match[str], name: str, days: Days) -> Period:
    return Period(*found.span(name), found[name], *days)


def _month_or_year(found: re.Match[str], end: str) -> Days:
    """Return the days of the first or the last year or month of a time."""
    year = int(found[f"y{end}"])
    month = found[f"m{end}"] and _month(found[f"m{end}"])
    return spans.months_days(year, month, month) if month else spans.year_days(year)


def _is_compared(text: str, found: re.Match[str], prep: str) -> bool:
    if prep in _PREPOSITIONS_OF_COMPARISON:
        return True
    relative = (found["rel"] or "").lower()
    if relative in ("the previous", "the same") or (found["rel"] and prep == "than"):
        return True
    if prep in ("on", "over") and (
        found["quarter"] or found["half"] or relative in ("last", "the")
    ):
        return True
    return bool(_COMPARED_BEFORE.search(text[max(0, found.start() - 30) : found.start()]))


def _so_far(found: re.Match[str]) -> bool:
    """Return whether a month is over: as of September, or nothing in the sentence lies ahead."""
    prep = (found["prep"] or "").lower()
    ahead = prep in ("by", "until", "till", "before") or _AHEAD.search(found.string)
    return prep in ("as of", "as at", "since") or not ahead


def _resolve(found: re.Match[str], today: date | None) -> Days:
    for resolver in (_dates, _parts_of_years, _relative, _lengths):
        days = resolver(found, today)
        if days is not None:
            return days
    return spans.UNKNOWN


def _year(found: re.Match[str], name: str, today: date | None) -> int:
    """Return the year of a quarter or the like: printed, relative, or that of the article."""
    if printed := found[f"{name}year"]:
        return int(printed)
    shift = {"last": -1, "next": 1}.get((found[f"{name}rel"] or "").lower(), 0)
    return today.year + shift if today else 0


def _month(word: str) -> int:
    return next(
        i for i, name in enumerate(_MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3])
    )


def _dates(found: re.Match[str], today: date | None) -> Days | None:
    for n in "12":
        if found[f"m{n}"]:
            year = (
                int(found[f"y{n}"])
                if found[f"y{n}"]
                else _nearest_year(_month(found[f"m{n}"]), today, _so_far(found))
            )
            return spans.one_day(year, _month(found[f"m{n}"]), int(found[f"d{n}"]))
    if found["y4"]:
        return spans.one_day(int(found["y4"]), int(found["m4"]), int(found["d4"]))
    if found["m3"]:
        shift = {"last": -1, "next": 1}.get((found["r3"] or "").lower(), 0)
        year = int(found["y3"]) if found["y3"] else today.year + shift if today else 0
        return spans.months_days(year, _month(found["m3"]), _month(found["m3"]))
    if found["month"]:
        month = _month(found["month"])
        return spans.months_days(_nearest_year(month, today, _so_far(found)), month, month)
    return None


def _nearest_year(month: int, today: date | None, over: bool) -> int:
    """Return the year of a month named without one: the last such month, or one soon to come."""
    if today is None:
        return 0
    return today.year if month <= today.month + (0 if over else 3) else today.year - 1


def _parts_of_years(found: re.Match[str], today: date | None) -> Days | None:
    if found["from"]:
        return _month_or_year(found, "f")[0], _month_or_year(found, "t")[1]
    if found["tolen"]:
        last = int(found["toyear"])
        length = int(_count(found["ton"])) * (10 if found["tolen"].startswith("decade") else 1)
        return spans.year_days(last - length)[0], spans.year_days(last)[1]
    if found["mfrom"]:
        first, last = (_month(found[each]) for each in ("mfrom", "mto"))
        year = int(found["ymto"]) if found["ymto"] else _nearest_year(last, today, _so_far(found))
        return spans.months_days(year, first, last)
    if found["decade"]:
        first = int(found["decade"])
        return spans.year_days(first)[0], spans.year_days(first + 9)[1]
    for group, name in (("quarter", "q"), ("nquarter", "q"), ("q", "qq")):
        if found[group]:
            quarter = _QUARTERS[found[group].lower()]
            return spans.months_days(_year(found, name, today), quarter * 3 - 2, quarter * 3)
    if found["half"]:
        half = _QUARTERS[found["half"].lower()]
        return spans.months_days(_year(found, "h", today), half * 6 - 5, half * 6)
    if found["fm"]:
        return spans.months_days(_year(found, "m", today), 1, int(_count(found["fm"])))
    for group in ("fiscal", "split", "year"):
        if found[group]:
            return spans.year_days(int(found[group])) if group == "year" else spans.UNKNOWN
    if found["plan"]:
        # The 14th plan covers 2021 to 2025, each other five years.
        last = 1955 + 5 * int(found["plan"])
        return spans.year_days(last - 4)[0], spans.year_days(last)[1]
    return None


def _count(printed: str | None) -> float:
    if not printed:
        return 1.0
    return float(printed) if printed.isdecimal() else read_words(printed) or 3.0


def _relative(found: re.Match[str], today: date | None) -> Days | None:
    if today is None:
        return None
    if found["day"]:
        shift = {"yesterday": -1, "tomorrow": 1}.get(found["day"].lower(), 0)
        return (today + timedelta(days=shift),) * 2
    if found["wd"]:
        distance = (today.weekday() - _WEEKDAYS.index(found["wd"].lower())) % 7
        shift = 7 - distance if found[0].lower().startswith("next") else -distance
        return (today + timedelta(days=shift),) * 2
    if found["now"]:
        return None, today
    if found["rel"]:
        shift = {"last": -1, "the previous": -1, "the past": -1, "next": 1, "the coming": 1}.get(
            found["rel"].lower(), 0
        )
        if found["what"].lower() == "year":
            return spans.year_days(today.year + shift)
        if found["what"].lower() == "month":
            return spans.month_of_day(today, shift)
    return None


def _lengths(found: re.Match[str], today: date | None) -> Days | None:
    if found["way"] and found["n"] not in ("few", "several", "couple of"):
        unit = found["len"].lower().rstrip("s")
        count = _count(found["n"])
        if found["way"].lower() in ("next", "coming"):
            return today, spans.ahead(today, count, unit)
        return spans.back(today, count, unit), today
    if found["ago"]:
        day = spans.back(today, _count(found["ago"]), found["agolen"].lower().rstrip("s"))
        return _day_or_year(day, found["agolen"]) if day else spans.UNKNOWN
    return None


def _day_or_year(day: date, length: str) -> Days:
    """Return a day so long ago, of which no more than the year is meant where it is some years."""
    return spans.year_days(day.year) if "year" in length or "decade" in length else (day, day)
