"""Periods and days in words."""

from datetime import date, timedelta

from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Language
from jjjviewer.vocabulary import TARGETS

_DECEMBER = 12


def when(figure: FigureRow, language: Language) -> str:
    """Return the period of a figure in words, as the pack says it, else by its dates; or nothing.

    The words of a pack are English.
    """
    if figure.period_text and language == "en":
        return figure.period_text
    start, end = figure.period_start, figure.period_end
    if start is None and end is None:
        return ""
    if start is not None and end is not None:
        first, last = month_and_year(start, language), month_and_year(end, language)
        if first == last:
            return first
        return f"{first}至{last}" if language == "zh" else f"{first} to {last}"
    if start is not None:
        words = "{day}以来" if language == "zh" else tr("since {day}")
        return words.format(day=_start(start, language))
    assert end is not None
    words = tr("by the end of {day}") if figure.status in TARGETS else tr("up to {day}")
    if language == "zh":
        words = "到{day}" if figure.status in TARGETS else "截至{day}"
    return words.format(day=_end(end, language))


def day(of: date, language: Language) -> str:
    """Return a day in words: 21 October 2022."""
    if language == "zh":
        return f"{of.year}年{of.month}月{of.day}日"
    return f"{of.day} {month_name(of.month)} {of.year}"


def month_name(number: int) -> str:
    """Return the English name of a month, 1 to 12."""
    return (
        tr("January"),
        tr("February"),
        tr("March"),
        tr("April"),
        tr("May"),
        tr("June"),
        tr("July"),
        tr("August"),
        tr("September"),
        tr("October"),
        tr("November"),
        tr("December"),
    )[number - 1]


def month_and_year(of: date, language: Language) -> str:
    """Return the month of a day in words: October 2022."""
    if language == "zh":
        return f"{of.year}年{of.month}月"
    return f"{month_name(of.month)} {of.year}"


def _start(of: date, language: Language) -> str:
    """Return a day on which something starts; of the first of a year the year alone."""
    if (of.month, of.day) == (1, 1):
        return f"{of.year}年" if language == "zh" else f"{of.year}"
    return month_and_year(of, language)


def _end(of: date, language: Language) -> str:
    """Return a day on which something ends; of the last of a year the year alone."""
    if of.month == _DECEMBER and (of + timedelta(days=1)).month == 1:
        return f"{of.year}年" if language == "zh" else f"{of.year}"
    return month_and_year(of, language)
