"""A text with every number in it, and where each stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jjjviewer.text import english_numerals
from jjjviewer.text.figures import Figure, OtherNumber, in_percent
from jjjviewer.text.proposals import Reader
from jjjviewer.text.sentences import flatten
from jjjviewer.vocabulary import hash12

DIGITS = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
_LONGEST_NUMBER = 20


@dataclass
class TextNumber:
    """A number of the text."""

    paragraph: int
    start: int
    end: int
    number: tuple[int, int]
    value: float
    high: float | None
    digits: str
    is_figure: bool
    order: int = 0


@dataclass
class NumberedText:
    """A text with its numbers."""

    paragraphs: list[str]
    flat: list[str]
    hashes: list[str]
    numbers: list[TextNumber]


def read(paragraphs: list[str]) -> NumberedText:
    """Read every number of a text, in order."""
    reader = Reader(paragraphs)
    flat = [flatten(each) for each in paragraphs]
    numbers: list[TextNumber] = []
    for index, text in enumerate(flat):
        read = reader.numbers(index)
        here = [
            each for figure in read.figures for each in _of_figure(index, text, in_percent(figure))
        ]
        here += [each for other in read.others for each in _of_other(index, text, other)]
        numbers += sorted(here, key=lambda each: each.start)
    for order, number in enumerate(numbers):
        number.order = order
    return NumberedText(paragraphs, flat, [hash12(each) for each in paragraphs], numbers)


def _of_figure(index: int, text: str, figure: Figure) -> Iterator[TextNumber]:
    """Yield the number of a figure, and of a range the higher end by itself."""
    digits = DIGITS.search(text, figure.number_start, figure.end)
    span = digits.span() if digits else (figure.start, figure.end)
    printed = plain_digits(text[slice(*span)])
    yield TextNumber(
        index, figure.start, figure.end, span, figure.value, figure.value_high, printed, True
    )
    if figure.value_high is not None and digits:
        second = DIGITS.search(text, digits.end(), figure.end)
        if second:
            span, printed = second.span(), plain_digits(second[0])
            yield TextNumber(index, *span, span, figure.value_high, None, printed, False)


def _of_other(index: int, text: str, other: OtherNumber) -> Iterator[TextNumber]:
    for digits in DIGITS.finditer(text, other.start, other.end):
        if len(digits[0]) < _LONGEST_NUMBER:
            span, printed = digits.span(), digits[0]
            value = english_numerals.read_digits(printed, continental=False)
            yield TextNumber(index, *span, span, value, None, plain_digits(printed), False)


def plain_digits(digits: str) -> str:
    """Return digits without what parts their thousands."""
    return digits.replace(",", "").replace(" ", "")
