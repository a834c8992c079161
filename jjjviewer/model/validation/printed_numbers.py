"""Whether value, qualifier and unit of a figure are those that are printed."""

import re
from collections.abc import Iterator, Sequence
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
    in_unit: frozenset[float]
    """What they multiply it with in the unit that they name."""
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
        yield from self._numbers(printed, value, high, unit)
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
            factor = self._units.factor(unit, words.units)
            own = frozenset(each / factor for each in words.in_unit) if factor else None
            self._factors[key] = frozenset() if is_doubted else own or words.factors
        return self._factors[key]

    def _numbers(self, printed: str, value: float, high: float, unit: str) -> Iterator[Doubt]:
        """Yield the numbers that are not printed."""
        meant = _read(printed)
        if not meant.values:
            message = f"no number can be read in '{printed}'. Check value by eye."
            yield Doubt("printed", printed, message)
            return
        others = [
            (column, number)
            for column, number in (("value", value), ("value_high", high))
            if number == number and not self._may_be(meant, number, unit)
        ]
        for column, number in others:
            values = " or ".join(f"{each:,.12g}" for each in self._readings(meant, unit))
            message = f"'{printed}' reads as {values} but {column} says {number:,.12g}. Mend one."
            yield Doubt(column, text_of(number), message)
        if not others and (scale := _scale_of_one_end(meant, value, high)):
            message = (
                f"'{printed}' is read with its ends in two scales, from {value:,.12g} to "
                f"{high:,.12g}. Write {value * scale:,.12g} as value."
            )
            yield Doubt("value", text_of(value), message)

    def _readings(self, meant: Printed, unit: str) -> Sequence[float]:
        """Return what is printed in a unit: 0.75 pounds or 75 pence, where that is known."""
        factor = self._units.factor(unit, meant.units)
        own = [each / factor for each in meant.in_unit] if factor else []
        return own or meant.values

    def _may_be(self, meant: Printed, number: float, unit: str) -> bool:
        if (readings := self._readings(meant, unit)) is not meant.values:
            return meant._replace(values=tuple(readings)).may_be(number)
        # 1,100 of a million pounds.
        return meant.may_be(number) or meant.may_be(number * self._units.scale(unit))


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
    small, large = _SAMPLES
    factors, in_unit = (
        frozenset(each / small for each in one) & frozenset(each / large for each in other)
        for one, other in ((first.values, second.values), (first.in_unit, second.in_unit))
    )
    return _Words(factors, in_unit, first.qualifiers, first.units)


def _is_product(value: float, number: float, factors: frozenset[float]) -> bool:
    return any(abs(number * each - value) <= _ROUNDING * abs(value) for each in factors)


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
