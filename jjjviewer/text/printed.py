"""What is printed of a figure, read by itself: the values that it may mean, and its qualifiers.

In a sentence the words around a number say how it is meant. Here they are missing, so that all that
it may mean counts: a point may part decimals or thousands, and 5m be five metres or five million.
"""

import math
import re
import unicodedata
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
_POWER = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?[×x] ?10\^?([0-9⁰¹²³⁴-⁹]{1,2})(?![0-9])")
_MONEY_IN_BRACKETS = re.compile(r"([$£€¥])\(([0-9][0-9.,]*)\)")
_DASH = re.compile(r"^[\u2012-\u2015](?=[$£€¥]?[0-9])")
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
    in_unit: tuple[float, ...]
    """The values in the one known unit that all its numbers have; empty where they do not."""
    scale: float
    """What the words behind its first number multiply it with."""

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
    text = _plain(flatten(printed))
    if is_chinese(text):
        quantities, language = _chinese(text), "zh"
    else:
        quantities, language = _english(text), "en"
    values: list[float] = []
    unscaled: list[float] = []
    for each in quantities:
        meant = _values(text, each)
        values += meant
        letter = english_numerals.letter_scale(text, each.numeral.end)
        if (scale := max(each.numeral.scale, letter)) == 1:
            unscaled += meant
        else:
            # 5 to 10 million: the scale may be meant for both.
            values += [value * scale for value in unscaled]
            unscaled = []
    parts = [each.numeral.value for each in quantities if each.kind in _PARTS or each.numeral.share]
    # What stands in brackets behind a number says the same in another unit.
    first = min((each.numeral.end for each in quantities), default=0)
    main = text[: text.find("(", first)] if "(" in text[first:] else text
    own = [each for each in quantities if each.numeral.end <= len(main)]
    qualifiers = [_qualifier(text, each, language) for each in own]
    units = [each.unit if each.kind not in _NO_UNITS else "" for each in quantities]
    return Printed(
        text,
        tuple(dict.fromkeys(values)),
        tuple(share for part in parts for share in (part, part * 100)),
        tuple(filter(None, dict.fromkeys(qualifiers))),
        tuple(filter(None, dict.fromkeys(units))),
        _in_unit(quantities) if all(units) and len({*units}) == 1 else (),
        quantities[0].numeral.scale if quantities else 1.0,
    )


def _in_unit(quantities: list[Quantity]) -> tuple[float, ...]:
    signed = (-each.value for each in quantities if each.signed)
    highs = (each.high for each in quantities if each.high is not None)
    return (*(each.value for each in quantities), *signed, *highs)


def _plain(text: str) -> str:
    """Return a text with numbers in plain signs: 1.2×10⁶, £(1.4)m, –£12m."""
    text = _POWER.sub(_product, text)
    text = _MONEY_IN_BRACKETS.sub(r"-\1\2", text)
    return _DASH.sub("-", text)


def _product(found: re.Match[str]) -> str:
    power = int("".join(str(unicodedata.digit(each)) for each in found[2]))
    return f"{float(found[1]) * 10**power:.15g}"


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
