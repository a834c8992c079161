"""Finding the figures of a pack again in a copy of its text, or in its telling in another language.

Of all ways to lay the figures onto the numbers of the text, that chain is taken which keeps their
order and agrees best; what it leaves is chained again, for sections in another order.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import groupby
from typing import NamedTuple

from jjjviewer.text.chains import Pair, best_chain
from jjjviewer.text.neighbours import settled
from jjjviewer.text.numbered_text import DIGITS, NumberedText, TextNumber, plain_digits, read
from jjjviewer.text.sentences import flatten

_PASSES = 6
_LEAST_SHARE = 0.5
_MOST_PAIRS = 20_000
_FEW_PLACES = 3


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


def locate(
    figures: list[PackFigure], paragraphs: list[str]
) -> tuple[list[Located], list[Difference]]:
    """Return where the figures of a pack are in a text, and what differs.

    Raises:
        UnrelatedError: under half of the figures are in it.
    """
    text = read(paragraphs)
    figures = _in_reading_order(given := figures, text)
    placed = _chain(figures, text)
    share = len(placed) / len(figures) if figures else 1.0
    if share < _LEAST_SHARE:
        raise UnrelatedError(
            f"This text holds {len(placed)} of the {len(figures)} figures of the pack, under half: "
            "it is not the text that the pack was made from."
        )
    located = {
        id(figure): _located(figure, placed.get(i), text) for i, figure in enumerate(figures)
    }
    return [located[id(each)] for each in given], _differences(figures, placed, text)


def _in_reading_order(figures: list[PackFigure], text: NumberedText) -> list[PackFigure]:
    """Sort the figures of each paragraph as their numbers stand where all of them are.

    Packs may list them in any order, and the chain goes by it.
    """
    places: dict[str, list[TextNumber]] = defaultdict(list)
    for number in text.numbers:
        places[_key(number.value)].append(number)
    ordered: list[PackFigure] = []
    for paragraph, group in groupby(figures, key=lambda each: each.paragraph):
        together = [*group]
        first: dict[int, dict[str, int]] = defaultdict(dict)
        for each in together if len(together) > 1 else []:
            for number in places[_key(each.value or 0.0)]:
                first[number.paragraph].setdefault(each.figure_id, number.order)
        best = max(first, key=lambda at: (len(first[at]), -abs(at + 1 - paragraph)), default=-1)
        if best >= 0 and len(first[best]) == len(together):
            here = first[best]
            together.sort(key=lambda each: (here[each.figure_id], each.occurrence))
        ordered += together
    return ordered


def _close(a: float | None, b: float | None) -> bool:
    return (
        a is not None and b is not None and abs(abs(a) - abs(b)) <= 1e-6 * max(abs(a), abs(b), 1e-9)
    )


def _significant(printed: str) -> int:
    """Return how many significant digits a printed number has: 4,959 has four, 20 one."""
    digits = DIGITS.search(printed)
    return len(re.sub(r"[^0-9]", "", digits[0]).strip("0")) if digits else 0


def _candidates(figures: list[PackFigure], text: NumberedText) -> list[Pair]:
    """Return which number each figure may be, and how well the two agree."""
    by_value: dict[str, list[TextNumber]] = defaultdict(list)
    by_digits: dict[str, list[TextNumber]] = defaultdict(list)
    for number in text.numbers:
        for value in {_key(each) for each in (number.value, number.high) if each is not None}:
            by_value[value].append(number)
        if number.digits:
            by_digits[number.digits].append(number)
    pairs: list[Pair] = []
    for i, figure in enumerate(figures):
        digits = DIGITS.search(flatten(figure.printed))
        plain = plain_digits(digits[0]) if digits else ""
        seen = {number.order: 1.0 for number in by_digits[plain]} if plain else {}
        for value in {_key(each) for each in (figure.value, figure.value_high) if each is not None}:
            seen |= {each.order: 2.0 + 0.5 * (each.digits == plain) for each in by_value[value]}
        pairs += [(i, order, score + 0.5 / len(seen)) for order, score in seen.items()]
    pairs = _between_anchors(pairs, len(text.numbers))
    printed = [flatten(figure.printed).lower() for figure in figures]
    return [
        (i, order, score + _agreement(figures[i], printed[i], text.numbers[order], text))
        for i, order, score in pairs
    ]


def _agreement(figure: PackFigure, printed: str, number: TextNumber, text: NumberedText) -> float:
    """Return what hash, paragraph and printed words add to a pair."""
    same = figure.hash12 != "" and text.hashes[number.paragraph] == figure.hash12
    near = figure.paragraph - 1 == number.paragraph
    return 3.0 * same + 0.25 * near + 0.4 * _same_words(printed, number, text)


def _key(value: float) -> str:
    return f"{abs(value):.6g}"


def _same_words(printed: str, number: TextNumber, text: NumberedText) -> bool:
    """Return whether the whole of what is printed stands at a place."""
    start = max(0, number.start - len(printed))
    return printed in text.flat[number.paragraph][start : number.end + len(printed)].lower()


def _chain(figures: list[PackFigure], text: NumberedText) -> dict[int, int]:
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
                pair for pair in found if _is_certain(figures[pair[0]], text.numbers[pair[1]], text)
            ]
        if not found:
            break
        placed.update((i, order) for i, order, _ in found)
    certain = {
        i for i, order in placed.items() if _is_certain(figures[i], text.numbers[order], text)
    }
    pairs = [each for each in pairs if _same_value(figures[each[0]], text.numbers[each[1]])]
    return settled(placed, certain, pairs, len(figures), len(text.numbers))


def _between_anchors(pairs: list[Pair], size: int) -> list[Pair]:
    """Leave out places of common numbers that lie far from where rare ones say they are.

    In a long text a number such as 3 is everywhere; all pairs would take too long.
    """
    if len(pairs) <= _MOST_PAIRS:
        return pairs
    places = Counter(i for i, _, _ in pairs)
    rare = [pair for pair in pairs if places[pair[0]] <= _FEW_PLACES]
    anchors = best_chain(rare, size)
    figures = [i for i, _, _ in anchors]
    orders = [order for _, order, _ in anchors]

    def is_near(pair: Pair) -> bool:
        # An anchor may be wrong: the one behind it bounds, too.
        at = bisect_left(figures, pair[0])
        low = orders[at - 2] if at >= 2 else -1
        high = orders[at + 2] if at + 2 < len(orders) else size
        return low <= pair[1] <= high

    near = [pair for pair in pairs if places[pair[0]] <= _FEW_PLACES or is_near(pair)]
    if len(near) <= 10 * _MOST_PAIRS:
        return near
    # Nothing is rare: what remains is the place that the order of the figures would have.
    ratio = size / (1 + max(i for i, _, _ in near))
    width = max(100, size // 50)
    return [pair for pair in near if abs(pair[1] - pair[0] * ratio) <= width]


def _same_value(figure: PackFigure, number: TextNumber) -> bool:
    return _close(figure.value, number.value) or _close(figure.value, number.high)


def _is_certain(figure: PackFigure, number: TextNumber, text: NumberedText) -> bool:
    """Return whether a place rests on the hash of its paragraph or on three significant digits."""
    if figure.hash12 and text.hashes[number.paragraph] == figure.hash12:
        return True
    return _same_value(figure, number) and _significant(flatten(figure.printed)) >= 3


def _located(figure: PackFigure, order: int | None, text: NumberedText) -> Located:
    if order is None:
        return Located(figure.figure_id, None, None, None, False)
    number = text.numbers[order]
    at = _printed_at(figure, number, text)
    start, end = at or (number.start, number.end)
    return Located(
        figure.figure_id, number.paragraph, start, end, _is_certain(figure, number, text)
    )


def _printed_at(
    figure: PackFigure, number: TextNumber, text: NumberedText
) -> tuple[int, int] | None:
    """Return where exactly the printed words of a figure stand around its number."""
    line = text.flat[number.paragraph].lower()
    printed = flatten(figure.printed).lower()
    at = line.find(printed, max(0, number.start - len(printed)))
    if 0 <= at <= number.number[0] < at + len(printed):
        return at, at + len(printed)
    return None


def _differences(
    figures: list[PackFigure], placed: dict[int, int], text: NumberedText
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


def _other_value(figure: PackFigure, number: TextNumber, text: NumberedText) -> Difference:
    printed = text.paragraphs[number.paragraph][number.start : number.end]
    return Difference(figure.figure_id, "other-value", figure.printed, printed, number.paragraph)


def _instead(
    figures: list[PackFigure],
    missing: list[int],
    placed: dict[int, int],
    behind: int,
    text: NumberedText,
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
