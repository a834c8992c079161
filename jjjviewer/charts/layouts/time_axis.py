"""A scale of days with the ticks of a calendar: decades, years, quarters, months or days."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QRectF

from jjjviewer.charts.periods import month_name
from jjjviewer.charts.style import Sizes
from jjjviewer.charts.text import width
from jjjviewer.charts.translation import tr
from jjjviewer.model.selection import Language

_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MONTH_STEPS = (1, 3)
_DAY_STEPS = (1, 2, 5, 10)
_GAP = 8.0
"""Least distance between two labels, in pixels."""
_YEAR, _MONTH = 365.25, 30.4


class Tick(NamedTuple):
    """An interval of the calendar with its name."""

    start: date
    end: date
    """The day after its last one."""
    label: str


class TimeAxis(NamedTuple):
    """A horizontal scale of days.

    Attributes:
        area: the part of the page that it spans, in pixels.
        start: the first day.
        end: the day after the last one.
    """

    area: QRectF
    start: date
    end: date

    def x(self, day: date) -> float:
        """Return where a day begins, in pixels from the left of the page."""
        share = (day - self.start).days / max((self.end - self.start).days, 1)
        return self.area.left() + share * self.area.width()

    def x_after(self, day: date) -> float:
        """Return where a day ends, likewise."""
        return self.x(day) + self.area.width() / max((self.end - self.start).days, 1)

    def day_at(self, x: float) -> date:
        """Return the day at a distance from the left of the page, in pixels."""
        share = (x - self.area.left()) / self.area.width()
        days = round(share * (self.end - self.start).days)
        ordinal = self.start.toordinal() + days
        return date.fromordinal(max(1, min(ordinal, date.max.toordinal())))

    def ticks(self, language: Language, sizes: Sizes) -> list[Tick]:
        """Return the finest intervals whose names fit."""
        for ticks in self._candidates(language):
            room = self.area.width() * ticks[0].days / (self.end - self.start).days
            if max(width(tick.label, sizes.detail) for tick in ticks[1]) + _GAP <= room:
                return ticks[1]
        return ticks[1]

    def _candidates(self, language: Language) -> "Iterator[tuple[timedelta, list[Tick]]]":
        """Yield the typical length of intervals and the intervals, from fine to coarse."""
        days = (self.end - self.start).days
        for step in _DAY_STEPS if days <= 2 * _MONTH else ():
            yield timedelta(step), [*self._days(step, language)]
        for step in _MONTH_STEPS if days <= 4 * _YEAR else ():
            yield timedelta(_MONTH * step), [*self._months(step, language)]
        for step in _YEAR_STEPS:
            yield timedelta(_YEAR * step), [*self._years(step, language)]

    def _days(self, step: int, language: Language) -> Iterator[Tick]:
        first = self.start.toordinal()
        for ordinal in range(first, self.end.toordinal(), step):
            day = date.fromordinal(ordinal)
            name = f"{day.month}月{day.day}日" if language == "zh" else f"{day.day} {_short(day)}"
            if ordinal == first:
                name = _with_year(name, day.year, language)
            yield Tick(day, date.fromordinal(ordinal + step), name)

    def _months(self, step: int, language: Language) -> Iterator[Tick]:
        month = self.start.year * 12 + (self.start.month - 1) // step * step
        is_first = True
        while (start := _month_start(month)) < self.end:
            if language == "zh":
                name = f"{start.month}月" if step == 1 else f"{start.month}–{start.month + 2}月"
            else:
                name = _short(start) if step == 1 else tr("Q{number}", number=start.month // 3 + 1)
            if is_first or start.month == 1:
                name = _with_year(name, start.year, language)
            yield Tick(start, _month_start(month + step), name)
            month, is_first = month + step, False

    def _years(self, step: int, language: Language) -> Iterator[Tick]:
        year = self.start.year // step * step
        while year < self.end.year + (self.end > date(self.end.year, 1, 1)):
            first = max(year, 1)
            name = f"{first}年" if language == "zh" and step == 1 else f"{first}"
            yield Tick(date(first, 1, 1), date(min(year + step, date.max.year), 1, 1), name)
            year += step


def whole_years(first: date, last: date) -> tuple[date, date]:
    """Return the first day of a year and the day after the last of another, round some days."""
    return date(first.year, 1, 1), date(min(last.year + 1, date.max.year), 1, 1)


def _month_start(month: int) -> date:
    year, at = divmod(month, 12)
    return date(min(year, date.max.year), at + 1, 1)


def _short(day: date) -> str:
    return month_name(day.month)[:3]


def _with_year(name: str, year: int, language: Language) -> str:
    return f"{year}年{name}" if language == "zh" else f"{name} {year}"
