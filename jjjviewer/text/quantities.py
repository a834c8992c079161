"""Numbers of a sentence with their units, before it is known which of them are figures."""

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from jjjviewer.text.figures import Numeral, OtherNumber, Span


@dataclass
class Quantity:
    """A number of a sentence, with the unit that was found for it so far."""

    numeral: Numeral
    start: int
    """Where it begins, its sign of currency and minus included."""
    end: int
    """Where it ends, its unit included."""
    value: float
    unit: str = ""
    kind: str = ""
    """Kind of the unit, count for a thing counted; empty as long as there is none."""
    how: str = "printed"
    high: float | None = None
    reason: str = ""
    """Why it is no figure."""
    signed: bool = False
    """A plus or minus is printed before it."""


MOST_NUMBERS = 80
"""A sentence with more is a table, in which nothing says what a number means."""


class Relation(Enum):
    """The way a number belongs to the one before it."""

    NONE = 0
    LIST = 1
    RANGE = 2
    CHANGE = 3


def claimed(others: list[OtherNumber]) -> list[OtherNumber]:
    """Drop what overlaps an earlier one, and sort by place."""
    kept: list[OtherNumber] = []
    taken: set[int] = set()
    for each in others:
        places = range(each.start, each.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(each)
    return sorted(kept)


def free(span: Span, others: list[OtherNumber]) -> bool:
    """Return whether no other number lies at a place."""
    start, end = span
    return not any(first < end and start < last for first, last, _ in others)


def sorted_out(
    quantities: list[Quantity], others: list[OtherNumber]
) -> tuple[list[Quantity], list[OtherNumber]]:
    """Part what is a figure from every other number; none is left out, none is in both."""
    figures = [each for each in quantities if not each.reason]
    for first, second in pairwise(figures):
        first.end = min(first.end, second.start)
    left = [
        OtherNumber(each.start, each.end, each.reason)
        for each in quantities
        if each.reason not in ("", "merged")
    ]
    taken = [OtherNumber(each.start, each.end, "") for each in figures]
    # First the figures, then reasons that a rule gave, then what is left.
    return figures, [each for each in claimed([*taken, *left, *others]) if each.reason]


_DIGITS = re.compile("[0-9]+")
_CODE = re.compile("[0-9]{19,}")


def without_codes(text: str) -> tuple[str, list[OtherNumber]]:
    """Blank out runs of digits that are too long for a number, and return where they are."""
    codes = [OtherNumber(*found.span(), "code") for found in _CODE.finditer(text)]
    return (_CODE.sub(lambda found: "_" * len(found[0]), text) if codes else text), codes


def as_table(quantities: list[Quantity]) -> list[OtherNumber]:
    """Return the numbers of a table: none of them is a figure."""
    return [OtherNumber(each.start, each.end, "table") for each in quantities]


def unread(text: str, read: list[OtherNumber]) -> list[OtherNumber]:
    """Return the digits that no rule has taken, so that no number is passed over."""
    for start, end, _ in read:
        text = text[:start] + "_" * (end - start) + text[end:]
    return [OtherNumber(*found.span(), "no unit") for found in _DIGITS.finditer(text)]


def merge_range(first: Quantity, second: Quantity) -> None:
    """Make one quantity of two, the higher end being the second."""
    first.high = second.value
    first.end = second.end
    first.unit, first.kind, first.how = second.unit, second.kind, second.how
    second.reason = "merged"


def take_unit(bare: Quantity, other: Quantity, with_scale: bool) -> None:
    """Give a number without a unit of its own that of a number beside it."""
    bare.unit, bare.kind, bare.how = other.unit, other.kind, "carried"
    factor = other.value / other.numeral.value if other.numeral.value else 1.0
    if with_scale and bare.numeral.scale == 1.0:
        bare.value = bare.value * abs(factor) * other.numeral.scale
    else:
        bare.value = bare.value * abs(factor)
