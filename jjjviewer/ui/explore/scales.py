"""The ticks of scales: paragraphs, values, and days as a calendar has them."""

import math
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QRectF

from jjjviewer.charts.layouts.time_axis import TimeAxis
from jjjviewer.charts.numbers import common_scale, plain, with_unit
from jjjviewer.charts.style import Sizes
from jjjviewer.charts.text import width
from jjjviewer.model.selection import Language

_GAP = 8.0
"""Least distance between two labels, in pixels."""
_WIDE = 50
"""A scale is logarithmic where its largest value is so many times the least."""


class AxisTick(NamedTuple):
    """A label with its place; `line` is where a line is drawn, None for none."""

    at: float
    label: str
    line: float | None


def paragraph_ticks(low: float, high: float, wide: float, size: int) -> Iterator[AxisTick]:
    """Yield the numbers of paragraphs that there is room for."""
    most = wide / (width(f"¶{high:.0f}", size) + _GAP)
    step = max(1, _step((high - low) / max(most, 1)))
    for number in range(math.ceil(low / step), math.floor(high / step) + 1):
        yield AxisTick(number * step, f"¶{number * step:.0f}", None)


def day_ticks(
    low: float, high: float, wide: float, sizes: Sizes, language: Language
) -> Iterator[AxisTick]:
    """Yield intervals of the calendar, from the number of a day to that of another."""
    first, last = (max(1, min(math.floor(each), date.max.toordinal())) for each in (low, high + 1))
    axis = TimeAxis(
        QRectF(0, 0, wide, 0), date.fromordinal(first), date.fromordinal(max(last, first + 1))
    )
    for tick in axis.ticks(language, sizes):
        start, end = tick.start.toordinal(), tick.end.toordinal()
        middle = (max(start, low) + min(end, high)) / 2
        room = (min(end, high) - max(start, low)) / (high - low) * wide
        label = tick.label if room >= width(tick.label, sizes.detail) else ""
        yield AxisTick(middle, label, start - 0.5)


def is_logarithmic(least: float, largest: float) -> bool:
    """Return whether values from one to another are shown on a logarithmic scale."""
    return least > 0 and largest / least > _WIDE


def power_ticks(
    low: float, high: float, most: int, unit: str, language: Language
) -> Iterator[AxisTick]:
    """Yield powers of ten, given and told apart by their exponents."""
    step = max(1, math.ceil((high - low) / max(most, 1)))
    for power in range(math.ceil(low / step) * step, math.floor(high) + 1, step):
        yield AxisTick(power, _label(10.0**power, [10.0**power], unit, language), power)


def value_ticks(
    low: float, high: float, factor: float, most: int, unit: str, language: Language
) -> Iterator[AxisTick]:
    """Yield values from one to another, both divided by a factor, as the places are."""
    step = _step((high - low) * factor / max(most, 1))
    first, last = math.ceil(low * factor / step), math.floor(high * factor / step)
    values = [number * step for number in range(first, last + 1)]
    for value in values:
        yield AxisTick(value / factor, _label(value, values, unit, language), value / factor)


def _label(value: float, values: list[float], unit: str, language: Language) -> str:
    if value == 0:
        return "0%" if unit == "%" else "0"
    scale = common_scale(values, language)
    shown = plain(float(f"{value / scale.divisor:.6g}"))
    return with_unit(shown, scale, unit if unit == "%" else "", language)


def _step(least: float) -> float:
    """Return the first of 1, 2, 5, 10, 20 … that is not less, and likewise below 1."""
    if least <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least * (1 - 1e-9))
