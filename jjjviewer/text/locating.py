"""Finding the figures of a pack again in a copy of its text, or in its telling in another language.

Of all ways to lay the figures onto the numbers of the text, that chain is taken which keeps their
order and agrees best; what it leaves is chained again, for sections in another order.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from jjjviewer.text import english_numerals
from jjjviewer.text.chains import Pair, best_chain
from jjjviewer.text.figures import Figure, OtherNumber
from jjjviewer.text.proposals import Reader
from jjjviewer.text.sentences import flatten
from jjjviewer.vocabulary import hash12

_PASSES = 6
_LEAST_SHARE = 0.5
_LONGEST_NUMBER = 20
_DIGITS = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")


class PackFigure(NamedTuple):
    """What a pack says of a figure, as far as it helps to find it."""

    figure_id: str
    paragraph: int
    """From 1, as packs count; 0 where it is not known."""
    printed: str
    occurrence: int
    value: float | None
    value_high: float | None
    hash12: str


class Located(NamedTuple):
    """Where a figure is in a text; `start` is None where it was not found."""

    figure_id: str
    paragraph: int | None
    """From 0."""
    start: int | None
    end: int | None
    certain: bool


class Difference(NamedTuple):
    """What a text says otherwise than a pack."""

    figure_id: str
    kind: str
    """missing, or other-value."""
    printed: str
    found: str
    paragraph: int | None


class UnrelatedError(Exception):
    """A text is not that of the pack: under half of the figures are in it."""


@dataclass
class _Number:
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
class _Text:
    paragraphs: list[str]
    flat: list[str]
    hashes: list[str]
    numbers: list[_Number]


def locate(
    figures: list[PackFigure], paragraphs: list[str]
) -> tuple[list[Located], list[Difference]]:
    """Return where the figures of a pack are in a text, and what differs.

    Raises:
        UnrelatedError: under half of the figures are in it.
    """
    text = _read(paragraphs)
    placed = _chain(figures, text)
    share = len(placed) / len(figures) if figures else 1.0
    if share < _LEAST_SHARE:
        raise UnrelatedError(
            f"This text holds {len(placed)} of the {len(figures)} figures of the pack, under half: "
            "it is not the text that the pack was made from."
        )
    located = [_located(figure, placed.get(i), text) for i, figure in enumerate(figures)]
    return located, _differences(figures, placed, text)


def _read(paragraphs: list[str]) -> _Text:
    reader = Reader(paragraphs)
    flat = [flatten(each) for each in paragraphs]
    numbers: list[_Number] = []
    for index, text in enumerate(flat):
        read = reader.numbers(index)
        here = [each for figure in read.figures for each in _of_figure(index, text, figure)]
        here += [each for other in read.others for each in _of_other(index, text, other)]
        numbers += sorted(here, key=lambda each: each.start)
    for order, number in enumerate(numbers):
        number.order = order
    return _Text(paragraphs, flat, [hash12(each) for each in paragraphs], numbers)


def _of_figure(index: int, text: str, figure: Figure) -> Iterator[_Number]:
    """Yield the number of a figure, and of a range the higher end by itself."""
    digits = _DIGITS.search(text, figure.number_start, figure.end)
    span = digits.span() if digits else (figure.start, figure.end)
    printed = _plain(text[slice(*span)])
    yield _Number(
        index, figure.start, figure.end, span, figure.value, figure.value_high, printed, True
    )
    if figure.value_high is not None and digits:
        second = _DIGITS.search(text, digits.end(), figure.end)
        if second:
            span, printed = second.span(), _plain(second[0])
            yield _Number(index, *span, span, figure.value_high, None, printed, False)


def _of_other(index: int, text: str, other: OtherNumber) -> Iterator[_Number]:
    for digits in _DIGITS.finditer(text, other.start, other.end):
        if len(digits[0]) < _LONGEST_NUMBER:
            span, printed = digits.span(), digits[0]
            value = english_numerals.read_digits(printed, continental=False)
            yield _Number(index, *span, span, value, None, _plain(printed), False)


def _plain(digits: str) -> str:
    return digits.replace(",", "").replace(" ", "")


def _close(a: float | None, b: float | None) -> bool:
    return (
        a is not None and b is not None and abs(abs(a) - abs(b)) <= 1e-6 * max(abs(a), abs(b), 1e-9)
    )


def _significant(printed: str) -> int:
    """Return how many significant digits a printed number has: 4,959 has four, 20 one."""
    digits = _DIGITS.search(printed)
    return len(re.sub(r"[^0-9]", "", digits[0]).strip("0")) if digits else 0


def _candidates(figures: list[PackFigure], text: _Text) -> list[Pair]:
    """Return which number each figure may be, and how well the two agree."""
    by_value: dict[str, list[_Number]] = defaultdict(list)
    by_digits: dict[str, list[_Number]] = defaultdict(list)
    for number in text.numbers:
        for value in {
            f"{abs(each):.6g}" for each in (number.value, number.high) if each is not None
        }:
            by_value[value].append(number)
        if number.digits:
            by_digits[number.digits].append(number)
    pairs: list[Pair] = []
    for i, figure in enumerate(figures):
        digits = _DIGITS.search(flatten(figure.printed))
        printed = _plain(digits[0]) if digits else ""
        seen: dict[int, float] = {}
        values = {
            f"{abs(each):.6g}" for each in (figure.value, figure.value_high) if each is not None
        }
        for value in values:
            for number in by_value[value]:
                seen[number.order] = 2.0 + 0.5 * (number.digits == printed)
        for number in by_digits[printed] if printed else ():
            seen.setdefault(number.order, 1.0)
        rare = 1.0 / max(1, len(seen))
        for order, score in seen.items():
            number = text.numbers[order]
            same = figure.hash12 != "" and text.hashes[number.paragraph] == figure.hash12
            near = figure.paragraph - 1 == number.paragraph
            bonus = 3.0 * same + 0.25 * near + 0.5 * rare + 0.4 * _same_words(figure, number, text)
            pairs.append((i, order, score + bonus))
    return pairs


def _same_words(figure: PackFigure, number: _Number, text: _Text) -> bool:
    """Whether the whole of what is printed stands at a place."""
    start = max(0, number.start - len(figure.printed))
    return (
        figure.printed.lower()
        in text.flat[number.paragraph][start : number.end + len(figure.printed)].lower()
    )


def _chain(figures: list[PackFigure], text: _Text) -> dict[int, int]:
    """Return the number of each figure: chains in order, as long as they find some."""
    pairs = _candidates(figures, text)
    placed: dict[int, int] = {}
    for attempt in range(_PASSES):
        used = set(placed.values())
        left = [pair for pair in pairs if pair[0] not in placed and pair[1] not in used]
        found = best_chain(left, len(text.numbers))
        if attempt > 0:
            # Behind the first chain a number by itself proves little.
            found = [
                pair
                for pair in found
                if _is_certain(figures[pair[0]], text.numbers[pair[1]], text, pair[2])
            ]
        if not found:
            break
        placed.update((i, order) for i, order, _ in found)
    return placed


def _is_certain(figure: PackFigure, number: _Number, text: _Text, score: float) -> bool:
    """Whether a place rests on the hash of its paragraph or on three significant digits."""
    if figure.hash12 and text.hashes[number.paragraph] == figure.hash12:
        return True
    if not (_close(figure.value, number.value) or _close(figure.value, number.high)):
        return False
    return _significant(flatten(figure.printed)) >= 3


def _located(figure: PackFigure, order: int | None, text: _Text) -> Located:
    if order is None:
        return Located(figure.figure_id, None, None, None, False)
    number = text.numbers[order]
    at = _printed_at(figure, number, text)
    start, end = at or (number.start, number.end)
    return Located(
        figure.figure_id, number.paragraph, start, end, _is_certain(figure, number, text, 0)
    )


def _printed_at(figure: PackFigure, number: _Number, text: _Text) -> tuple[int, int] | None:
    """Return where exactly the printed words of a figure stand around its number."""
    line = text.flat[number.paragraph].lower()
    printed = flatten(figure.printed).lower()
    at = line.find(printed, max(0, number.start - len(printed)))
    if 0 <= at <= number.number[0] < at + len(printed):
        return at, at + len(printed)
    return None


def _differences(
    figures: list[PackFigure], placed: dict[int, int], text: _Text
) -> list[Difference]:
    """List figures that are not there, and those whose place holds another value."""
    differences: list[Difference] = []
    missing: list[int] = []
    for i, figure in enumerate(figures):
        if i not in placed:
            missing.append(i)
            continue
        differences += _instead(figures, missing, placed, i, text)
        missing = []
        number = text.numbers[placed[i]]
        values = (number.value, number.high)
        if figure.value is not None and not any(
            _close(a, b) for a in (figure.value, figure.value_high) for b in values
        ):
            differences.append(_other_value(figure, number, text))
    return differences + _instead(figures, missing, placed, len(figures), text)


def _other_value(figure: PackFigure, number: _Number, text: _Text) -> Difference:
    printed = text.paragraphs[number.paragraph][number.start : number.end]
    return Difference(figure.figure_id, "other-value", figure.printed, printed, number.paragraph)


def _instead(
    figures: list[PackFigure], missing: list[int], placed: dict[int, int], behind: int, text: _Text
) -> list[Difference]:
    """Compare figures missing in a row with what the text has between their neighbours."""
    if not missing:
        return []
    low = placed.get(missing[0] - 1, -1)
    high = placed.get(behind, len(text.numbers))
    used = set(placed.values())
    between = [
        text.numbers[k] for k in range(low + 1, high) if k not in used and text.numbers[k].is_figure
    ]
    if len(between) == len(missing):
        return [
            _other_value(figures[i], number, text)
            for i, number in zip(missing, between, strict=True)
        ]
    return [
        Difference(figures[i].figure_id, "missing", figures[i].printed, "", None) for i in missing
    ]
