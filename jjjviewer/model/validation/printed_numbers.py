"""Whether value, qualifier and unit of a figure are those that are printed."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jjjviewer.model.frame_rows import text_of
from jjjviewer.model.validation.printed_units import PrintedUnits
from jjjviewer.text.printed import Printed, read

_ROUNDING = 1e-9
_ONE_NUMBER = re.compile(
    r"([^0-9]*)([0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)([^0-9]*)"
)
_SAMPLES = (4, 8)
"""Of which the double is exactly the double, whatever both are multiplied with."""
_SCALES = (1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e12)
_MOST_CACHED = 20_000


class Doubt(NamedTuple):
    """A cell that is not as printed."""

    column: str
    cell: str
    message: str


class _Words(NamedTuple):
    """What words around a number say of it."""

    factors: frozenset[float]
    """What they may multiply it with."""
    qualifiers: tuple[str, ...]
    units: tuple[str, ...]


class PrintedNumbers:
    """Compares figures with what is printed.

    Reading takes long, so that of the same words around a number it is done once.

    Args:
        units: of the pack.
    """

    def __init__(self, units: PrintedUnits) -> None:
        self._units = units
        self._factors: dict[tuple[str, str, str, str], frozenset[float]] = {}

    def doubts(
        self, printed: str, value: float, high: float, stated: str, unit: str
    ) -> Iterator[Doubt]:
        """Yield what is not as printed.

        Args:
            printed: as in the text.
            value: of the figure; NaN where there is none, as in `high`.
            high: the higher end of a range.
            stated: the qualifier.
            unit: the id of the unit, or nothing.
        """
        parts = _ONE_NUMBER.fullmatch(printed)
        if parts and high != high:  # NaN.
            number = float(parts[2].replace(",", ""))
            if _is_product(value, number, self._right_factors(parts[1], parts[3], stated, unit)):
                return
        yield from _numbers(printed, value, high)
        found = _words(parts[1], parts[3]) if parts else _read(printed)
        if found.qualifiers and stated not in found.qualifiers:
            message = (
                f"'{printed}' reads as {found.qualifiers[0]} but qualifier says {stated}. Mend one."
            )
            yield Doubt("qualifier", stated, message)
        text = f"{parts[1]}#{parts[3]}" if parts else printed
        if other := self._units.other(text, found.units, unit):
            message = f"'{printed}' names the unit {other} but unit_id says {unit}. Mend one."
            yield Doubt("unit_id", unit, message)

    def _right_factors(self, before: str, behind: str, stated: str, unit: str) -> frozenset[float]:
        """Return what the words may multiply a number with; nothing if they doubt the rest."""
        key = before, behind, stated, unit
        if key not in self._factors:
            words = _words(before, behind)
            is_other_qualifier = words.qualifiers and stated not in words.qualifiers
            is_other_unit = self._units.other(f"{before}#{behind}", words.units, unit)
            is_doubted = is_other_qualifier or is_other_unit
            self._factors[key] = frozenset() if is_doubted else words.factors
        return self._factors[key]


def states(claim: str, printed: str) -> bool:
    """Return whether a sentence holds the number of a figure, as printed or in other words."""
    parts = _ONE_NUMBER.fullmatch(printed)
    return bool(parts and parts[2] in claim) or any(map(_read(claim).may_be, _read(printed).values))


@lru_cache(_MOST_CACHED)
def _read(printed: str) -> Printed:
    return read(printed)


@lru_cache(_MOST_CACHED)
def _words(before: str, behind: str) -> _Words:
    """Read the words around a number, with two numbers in its place."""
    first, second = (read(f"{before}{sample}{behind}") for sample in _SAMPLES)
    one, other = (
        frozenset(value / sample for value in each.values)
        for each, sample in zip((first, second), _SAMPLES, strict=True)
    )
    return _Words(one & other, first.qualifiers, first.units)


def _is_product(value: float, number: float, factors: frozenset[float]) -> bool:
    return any(abs(number * each - value) <= _ROUNDING * abs(value) for each in factors)


def _numbers(printed: str, value: float, high: float) -> Iterator[Doubt]:
    """Yield the numbers that are not printed."""
    meant = _read(printed)
    if not meant.values:
        yield Doubt(
            "printed", printed, f"no number can be read in '{printed}'. Check value by eye."
        )
        return
    if scale := _scale_of_one_end(meant, value, high):
        message = (
            f"'{printed}' is read with its ends in two scales, from {value:,.12g} to {high:,.12g}. "
            f"Write {value * scale:,.12g} as value."
        )
        yield Doubt("value", text_of(value), message)
    for column, number in (("value", value), ("value_high", high)):
        if number == number and not meant.may_be(number):
            values = " or ".join(f"{each:,.12g}" for each in meant.values)
            message = f"'{printed}' reads as {values} but {column} says {number:,.12g}. Mend one."
            yield Doubt(column, text_of(number), message)


def _scale_of_one_end(meant: Printed, value: float, high: float) -> float:
    """Return the scale that only the higher end of a range was given; 0 where both have it."""
    return next(
        (
            scale
            for scale in _SCALES
            if value * scale <= high and meant.may_be(value * scale) and value
        ),
        0,
    )
