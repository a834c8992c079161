"""Dates of figures for readers: as exact as the pack gives them, and no more."""

from datetime import date
from typing import NamedTuple

from jjjviewer.charts.periods import month_and_year
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Language

_FIRST, _LAST = (1, 1), (12, 31)
"""Month and day on which years begin and end."""


class Moment(NamedTuple):
    """When something was so: a day on an axis, and its words."""

    day: date
    words: str


def moment_of(figure: FigureRow, language: Language) -> Moment | None:
    """Return when a value was reached: the end of its period, the middle of a whole year."""
    start, end = figure.period_start, figure.period_end
    if start and end and start.year == end.year and _is_years(start, end):
        return _middle(end.year, language)
    return _moment(end or start, language)


def moments_of_change(figure: FigureRow, language: Language) -> tuple[Moment, Moment] | None:
    """Return from when to when a change took place; over one whole year, from the year before."""
    start, end = figure.period_start, figure.period_end
    if not start or not end or start >= end:
        return None
    if _is_years(start, end):
        first = max(start.year - (start.year == end.year), 1)
        return _middle(first, language), _middle(end.year, language)
    return (
        Moment(start, month_and_year(start, language)),
        Moment(end, month_and_year(end, language)),
    )


def _is_years(start: date, end: date) -> bool:
    return (start.month, start.day) == _FIRST and (end.month, end.day) == _LAST


def _middle(year: int, language: Language) -> Moment:
    return Moment(date(year, 7, 1), f"{year}年" if language == "zh" else str(year))


def _moment(day: date | None, language: Language) -> Moment | None:
    if day is None:
        return None
    if (day.month, day.day) == _LAST:
        words = f"{day.year}年底" if language == "zh" else tr("end of {year}", year=day.year)
        return Moment(day, words)
    return Moment(day, month_and_year(day, language))
