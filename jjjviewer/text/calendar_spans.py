"""First and last day of years, quarters, months and of times counted back from a day."""

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date | None, date | None]
"""First and last day; None where the time is open at that end, or where it can't be known."""
UNKNOWN: Days = (None, None)


def year_days(year: int) -> Days:
    """Return the first and the last day of a year."""
    return (date(year, 1, 1), date(year, 12, 31)) if 1000 <= year <= 9000 else UNKNOWN


def months_days(year: int, first: int, last: int) -> Days:
    """Return the first and the last day of some months of one year."""
    if not (1 <= first <= last <= 12 and 1000 <= year <= 9000):
        return UNKNOWN
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def one_day(year: int, month: int, day: int) -> Days:
    """Return a day as a time."""
    try:
        only = date(year, month, day)
    except (ValueError, OverflowError):
        return UNKNOWN
    return only, only


def month_of_day(today: date | None, months: int) -> Days:
    """Return the month that lies so many months after that of a day."""
    if today is None:
        return UNKNOWN
    index = today.year * 12 + today.month - 1 + months
    return months_days(index // 12, index % 12 + 1, index % 12 + 1)


def back(today: date | None, count: float, unit: str) -> date | None:
    """Return the day that lies so many days, weeks, months, years or decades before another."""
    if today is None or not 0 <= count < 5000:
        return None
    if unit in ("day", "week"):
        return today - timedelta(days=int(count * (7 if unit == "week" else 1)))
    months = int(count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit, 12))
    index = today.year * 12 + today.month - 1 - months
    year, month = index // 12, index % 12 + 1
    if year < 1:
        return None
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def ahead(today: date | None, count: float, unit: str) -> date | None:
    """Return the day that lies so many units after another."""
    earlier = back(today, count, unit)
    if today is None or earlier is None:
        return None
    return today + (today - earlier)


def edge(days: Days, where: str) -> Days:
    """Return the beginning, middle or end of a time."""
    first, last = days
    if first is None or last is None:
        return days
    if where == "end":
        return None, last
    if where == "middle":
        middle = first + (last - first) / 2
        if last - first < timedelta(days=40):
            return None, middle
        before = months_days(middle.year, middle.month, middle.month)[0]
        return None, before - timedelta(days=1) if before else None
    return first, first


def bounded(days: Days, how: str, today: date | None) -> Days:
    """Apply since, by and the like to a time; what has begun ends with the article."""
    first, last = days
    if how == "since":
        return first, None
    if how == "by":
        return None, last
    if today and first and last and first < today < last:
        return first, today
    return days
