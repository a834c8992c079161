"""Numbers of an English sentence with their units, whatever they mean in it."""

import re

from jjjviewer.text import english_numerals, units
from jjjviewer.text.figures import Numeral, OtherNumber, Span
from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.nouns import counted_noun
from jjjviewer.text.quantities import Quantity, free
from jjjviewer.text.sentences import lowered
from jjjviewer.text.tables import pattern

_RATIO = LazyPattern(pattern("english_figures", "rules", "ratio"))
_PART_OF = LazyPattern(pattern("english_figures", "rules", "part of"))
_PADDING = LazyPattern(r"(?:\+|-plus|-odd| plus| or (?:so|more|fewer|less)|\)|\*)(?= [a-z])")
"""What may stand between a number and its noun: 100+ schools, five (5) boreholes."""
_PENCE = LazyPattern(r"p(?![A-Za-z0-9])")
_ATTRIBUTE = LazyPattern(r"-([a-z]+)(?= [a-z])")
_TIMES = LazyPattern(pattern("english_figures", "rules", "times"), re.IGNORECASE)
_OF_TIMES = ("times", "fold", "twice", "thrice")
_TIMES_WORDS = {"twice": 2.0, "thrice": 3.0, "hundred": 100.0}
_SIGN = LazyPattern(
    r"(?:^|(?<=[\s(\[,;:]))[-+±]\s?$|(?<=[\s(])[-+]$|\b(?:minus|negative) $", re.IGNORECASE
)
_SIGN_ENDS = ("-", "+", "±", "s", "e")
"""The last characters of what the pattern finds, minus and negative among them."""


class EnglishQuantities:
    """Reads the numbers of English sentences."""

    def __init__(self, continental: bool) -> None:
        """Say how decimals are written: with a comma, or with a point."""
        self._continental = continental

    def numbers(self, text: str, taken: list[OtherNumber]) -> list[Quantity]:
        """Return the numbers of a flattened sentence that are not taken, each with its unit."""
        quantities: list[Quantity] = []
        end = 0
        for found in english_numerals.NUMERAL.finditer(text):
            # Some go on behind what is found: two thousand five hundred.
            if found.start() >= end and free(Span(*found.span()), taken):
                numeral = english_numerals.numeral(text, found, self._continental)
                quantities.append(self._quantity(text, numeral))
                end = numeral.end
        return quantities

    def special(self, text: str) -> list[Quantity]:
        """Return ratios, fractions and multiples: one in five, two thirds, threefold."""
        found: list[Quantity] = []
        lower = lowered(text)
        for ratio in _RATIO.finditer(lower) if "in" in lower or "out" in lower else ():
            whole = self._number(ratio["b"])
            value = self._number(ratio["a"]) / whole if whole else 0.0
            if 0 < value < 1:
                found.append(_made(ratio.span(), value, "share", "ratio"))
        for part in _PART_OF.finditer(text) if "00" in text else ():
            found.append(_made(part.span(), self._number(part["a"]), "ratio", "ratio"))
        for fraction in english_numerals.fractions(text):
            value = english_numerals.read_fraction(fraction[0])
            found.append(_share(text, _made(fraction.span(), value, "share", "share")))
        for times in _TIMES.finditer(text) if any(each in lower for each in _OF_TIMES) else ():
            word = (times["word"] or times["fold"]).lower()
            value = _TIMES_WORDS.get(word) or english_numerals.read_words(word)
            found.append(_made(times.span(), value, "times", "times"))
        return found

    def _number(self, printed: str) -> float:
        if printed.lower() == "hundred":
            return 100.0
        if printed[0].isdecimal():
            return english_numerals.read_digits(printed, self._continental)
        return english_numerals.read_words(printed)

    def _quantity(self, text: str, numeral: Numeral) -> Quantity:
        start, end, value = numeral.start, numeral.end, numeral.value
        quantity = Quantity(numeral, start, end, value)
        currency = None if numeral.worded else units.currency_before(text, start)
        letter = currency is not None and text[currency[1] : start] in ("R", "N", "P")
        if currency and not (letter and not _is_amount(text, numeral)):
            quantity.unit, quantity.start, quantity.kind = currency[0], currency[1], "money"
        is_signed = text[max(0, quantity.start - 9) : quantity.start].rstrip().endswith(_SIGN_ENDS)
        sign = is_signed and _SIGN.search(text, max(0, quantity.start - 9), quantity.start)
        if sign:
            quantity.signed, quantity.start = True, quantity.start - len(sign[0].lstrip())
            quantity.value = value if sign[0].strip() in "+±" else -value
        return quantity if quantity.kind else _with_unit(text, quantity)


def _with_unit(text: str, quantity: Quantity) -> Quantity:
    """Add the unit or the thing counted that stands behind a number."""
    numeral, end = quantity.numeral, quantity.end
    if padding := _PADDING.match(text, end):
        end = padding.end()
    gap = int(text[end : end + 1] in (" ", "-"))
    found = units.ENGLISH.match(text, end + gap) or units.ENGLISH.match(text, end)
    if found and not _is_no_unit(text, numeral, found[0].id, gap):
        unit, quantity.end = found
        quantity.unit, quantity.kind = unit.id, unit.kind
        quantity.value *= unit.factor
    elif _PENCE.match(text, end) and not numeral.worded:
        quantity.unit, quantity.kind, quantity.end = "gbp", "money", end + 1
        quantity.value /= 100
    elif noun := counted_noun(text, end):
        quantity.unit, quantity.kind, quantity.end = noun.head, "count", noun.end
    elif (made := _ATTRIBUTE.match(text, end)) and not numeral.worded:
        quantity.unit, quantity.kind, quantity.end = made[1], "count", made.end()
    elif numeral.scale >= 1e3:
        quantity.kind = "count"
    return quantity


def _made(span: tuple[int, int], value: float, unit: str, kind: str) -> Quantity:
    numeral = Numeral(*span, value, 1.0, worded=kind == "share", share=kind == "share")
    return Quantity(numeral, *span, value, unit, kind)


def _share(text: str, quantity: Quantity) -> Quantity:
    """Parse a fraction in words: of a unit of length or time it is no share."""
    following = re.match(
        r" of (?:an?|one) (?:mile|kilomet|hour|century|day|year|inch|acre|litre|second)",
        text[quantity.end :],
    )
    if following or (
        quantity.numeral.value == 0.5 and re.match(r" the time\b", text[quantity.end :])
    ):
        quantity.reason = "fraction"
    return quantity


def _is_amount(text: str, numeral: Numeral) -> bool:
    """Return whether a number behind R, N or P is money: R903m, but not the road R61."""
    printed = text[numeral.start : numeral.end]
    return numeral.scale > 1 or numeral.value >= 1000 or any(each in printed for each in ",. ")


def _is_no_unit(text: str, numeral: Numeral, unit: str, gap: int) -> bool:
    """Return whether a letter or word behind a number is no unit here."""
    following = text[numeral.end + gap : numeral.end + gap + 2]
    if (
        numeral.worded
        and unit in ("times", "second", "m", "g", "t", "celsius", "usd")
        and numeral.scale == 1
    ):
        return unit != "usd" or not text[numeral.end + gap :].startswith(("dollar", "cent"))
    return (
        gap == 1
        and following[:1] in ("m", "g", "t")
        and unit in ("m", "g", "t")
        and text[numeral.end] == "-"
    )
