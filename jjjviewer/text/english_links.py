"""English numbers beside one another: ranges, lists, and changes from one to the other."""

import re
from itertools import pairwise

from jjjviewer.text.directions import UP_OR_DOWN
from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.quantities import Quantity, Relation, merge_range, take_unit
from jjjviewer.text.tables import pattern

_FROM = LazyPattern(pattern("english_figures", "rules", "from"), re.IGNORECASE)
_RANGE_VERB = LazyPattern(pattern("english_figures", "rules", "range verb"), re.IGNORECASE)
_RANGE_SIGN = LazyPattern(
    r"\s?(?:-|–|—|~)\s?(?:US)?[$£€]?$|\s(?:to|or)\s(?:up to )?(?:US)?[$£€]?$", re.IGNORECASE
)
_MOVED = LazyPattern(rf"\b(?:{UP_OR_DOWN}) (?:[$£€])?$", re.IGNORECASE)
_BETWEEN = LazyPattern(r"\bbetween (?:about |around )?(?:US)?[$£€]?$", re.IGNORECASE)
_LIST = LazyPattern(pattern("english_figures", "rules", "list"), re.IGNORECASE)
_CHANGE = LazyPattern(pattern("english_figures", "rules", "change"), re.IGNORECASE)
_CHANGED = LazyPattern(
    r"\b(?:against|from|compared with|versus|today it is|is now|now|now it is)\b"
)
_UNCOUNTED = ("", "count", "time", "ratio")
_NEAR = 24
"""Characters between two numbers of a list that may share a unit."""


def link(text: str, quantities: list[Quantity]) -> None:
    """Let numbers beside one another share a unit, and make one quantity of a range."""
    for first, second in reversed([*pairwise(quantities)]):
        kind = _link_between(text, first, second)
        if kind in (Relation.RANGE, Relation.LIST):
            _share_unit(text, first, second, kind)
        if kind is Relation.RANGE and first.kind:
            if first.kind == "money" and second.kind in ("", "count"):
                _join_money(first, second)
            if (first.kind, first.unit) == (second.kind, second.unit):
                merge_range(first, second)
        if kind is Relation.CHANGE and second.kind and not first.kind and not first.numeral.worded:
            small = second.numeral.scale > 1 and first.value < 1000
            take_unit(first, second, with_scale=small)
    for first, second in pairwise(quantities):
        bare = not second.kind and not second.numeral.worded
        if bare and first.kind and _link_between(text, first, second) is Relation.CHANGE:
            take_unit(second, first, with_scale=False)


def _share_unit(text: str, first: Quantity, second: Quantity, kind: Relation) -> None:
    """Give the first of two numbers the unit of the second, which is printed for both."""
    bare = not first.kind or (first.kind == "count" and not first.unit)
    if not bare or second.kind in ("", "ratio"):
        return
    few = second.numeral.worded and second.kind == "count" and kind is Relation.RANGE
    few = few and text[first.end : second.start] == " to "
    if first.numeral.worded and second.kind in _UNCOUNTED and not few:
        return
    if kind is Relation.RANGE:
        take_unit(first, second, with_scale=True)
    elif second.start - first.end <= _NEAR:
        between = "between" in text[max(0, first.start - 10) : first.start]
        take_unit(first, second, with_scale=second.numeral.scale > 1 and between)


def _join_money(first: Quantity, second: Quantity) -> None:
    """$1.2-1.5bn: the sign of currency stands before the first, the scale behind the second."""
    second.unit, second.kind, second.end = first.unit, first.kind, second.numeral.end
    if first.numeral.scale == 1 and first.value < second.value / second.numeral.scale * 10:
        first.value *= second.numeral.scale


def _link_between(text: str, first: Quantity, second: Quantity) -> Relation:
    between = text[first.end : second.start]
    if len(between) > 70:
        return Relation.NONE
    before = text[max(0, first.start - 40) : first.start]
    if _RANGE_SIGN.fullmatch(between):
        if _MOVED.search(before) and first.kind and " to" in between:
            # It rose 25 points to 96: a change and where it led.
            return Relation.NONE
        change = _FROM.search(before) and not _RANGE_VERB.search(before) and "to" in between
        return Relation.CHANGE if change else Relation.RANGE
    if between.strip() == "and" and _BETWEEN.search(before):
        return Relation.RANGE
    if _LIST.fullmatch(between):
        return Relation.LIST
    if _CHANGE.fullmatch(between) and (_FROM.search(before) or _CHANGED.search(between)):
        return Relation.CHANGE
    return Relation.NONE
