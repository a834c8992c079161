"""What is printed of a figure, read by itself: the values that it may mean, and its qualifiers.

In a sentence the words around a number say how it is meant. Here they are missing, so that all that
it may mean counts: a point may part decimals or thousands, and 5m be five metres or five million.
"""

import math
import re
from typing import NamedTuple

from jjjviewer.text import english_numerals
from jjjviewer.text.directions import falls
from jjjviewer.text.english_quantities import EnglishQuantities
from jjjviewer.text.qualifiers import qualifier
from jjjviewer.text.quantities import Quantity
from jjjviewer.text.sentences import flatten, is_chinese

_EITHER_WAY = re.compile(r"[0-9]\.[0-9]{3}(?![0-9])")
_TORN = re.compile(r"(?<=[0-9]), (?=[0-9]{3}(?![0-9]))")
"""Thousands parted by more than they should be: 50, 845 ha."""
_IN_BRACKETS = re.compile(r"\s*\(.*\)\s*")
"""As accounts print what is below zero."""
_PARTS = ("share", "ratio")
_NO_UNITS = ("", "count", "times", *_PARTS)
_ROUNDING = 0.006
"""By how much a part of a whole may be off: a third may be 0.333 and 33.3 percent."""


class Printed(NamedTuple):
    """What a printed text may mean."""

    text: str
    values: tuple[float, ...]
    shares: tuple[float, ...]
    """Parts of a whole, as such and in percent."""
    qualifiers: tuple[str, ...]
    units: tuple[str, ...]
    """The units that are named, but for things counted."""

    def may_be(self, value: float) -> bool:
        """Return whether a value may be meant; one below zero by a minus, brackets or a fall."""
        if any(math.isclose(value, each, rel_tol=1e-9) for each in self.values):
            return True
        if any(math.isclose(value, each, rel_tol=_ROUNDING) for each in self.shares):
            return True
        return value < 0 and self._is_below_zero() and self.may_be(-value)

    def _is_below_zero(self) -> bool:
        return bool(_IN_BRACKETS.fullmatch(self.text)) or falls(self.text)


def read(printed: str) -> Printed:
    """Return what a printed text may mean."""
    text = flatten(printed)
    if is_chinese(text):
        quantities, language = _chinese(text), "zh"
    else:
        quantities, language = _english(text), "en"
    values: list[float] = []
    unscaled: list[float] = []
    for each in quantities:
        meant = _values(text, each)
        values += meant
        if each.numeral.scale == 1:
            unscaled += meant
        else:
            # 5 to 10 million: the scale may be meant for both.
            values += [value * each.numeral.scale for value in unscaled]
            unscaled = []
    parts = [each.numeral.value for each in quantities if each.kind in _PARTS or each.numeral.share]
    qualifiers = [_qualifier(text, each, language) for each in quantities]
    return Printed(
        text,
        tuple(dict.fromkeys(values)),
        tuple(share for part in parts for share in (part, part * 100)),
        tuple(filter(None, dict.fromkeys(qualifiers))),
        tuple(dict.fromkeys(each.unit for each in quantities if each.kind not in _NO_UNITS)),
    )


def _english(text: str) -> list[Quantity]:
    readers = [EnglishQuantities(False)] + [EnglishQuantities(True)] * bool(
        _EITHER_WAY.search(text)
    )
    found = [
        each for reader in readers for each in (*reader.special(text), *reader.numbers(text, []))
    ]
    return found + _english(_TORN.sub(",", text)) if _TORN.search(text) else found


def _chinese(text: str) -> list[Quantity]:
    # Its rules are not loaded for packs in English.
    from jjjviewer.text import chinese

    quantities = chinese.numbers(text, [])
    chinese.link(text, quantities)
    return quantities


def _values(text: str, quantity: Quantity) -> list[float]:
    """Return the values of a number: in its unit, as printed, and without its sign."""
    numeral = quantity.numeral
    values = [quantity.value]
    if quantity.signed:
        # A fall of 3% may be given as 3, with down for its direction.
        values.append(-quantity.value)
    if quantity.high is not None:
        values.append(quantity.high)
    if quantity.kind != "percent":
        # 60 pence are 0.6 pounds; but 六成 is never 6 percent.
        values.append(numeral.value)
    scale = english_numerals.letter_scale(text, numeral.end)
    if numeral.scale == 1 and scale > 1:
        values.append(numeral.value * scale)
    return values


def _qualifier(text: str, quantity: Quantity, language: str) -> str:
    found = qualifier(text, quantity.start, quantity.numeral.end, quantity.end, language)
    if found is None:
        return "more-than" if quantity.numeral.beyond else ""
    return found[0]
