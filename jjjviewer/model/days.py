"""Days as people type them: a year, or a date."""

from datetime import date


def first_day(text: str) -> str:
    """Return a date as 2012-01-01, of a year its first day.

    Raises:
        ValueError: it is neither.
    """
    return _day(text, "-01-01")


def last_day(text: str) -> str:
    """Return a date as 2012-12-31, of a year its last day.

    Raises:
        ValueError: it is neither.
    """
    return _day(text, "-12-31")


def _day(text: str, rest_of_year: str) -> str:
    text = text.strip()
    return date.fromisoformat(f"{text}{rest_of_year}" if len(text) == 4 else text).isoformat()
