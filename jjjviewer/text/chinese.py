"""The grammar of Chinese figures: which numbers of a sentence measure or count something."""

import re
from itertools import pairwise

from jjjviewer.text import chinese_numerals, units
from jjjviewer.text.figures import Numeral, OtherNumber, Span
from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.nouns import WEAK, measure_word
from jjjviewer.text.quantities import (
    MOST_NUMBERS,
    Quantity,
    Relation,
    as_table,
    claimed,
    free,
    merge_range,
    sorted_out,
    take_unit,
)
from jjjviewer.text.tables import pattern

_MONEY_BEFORE = LazyPattern(pattern("chinese_figures", "rules", "money before"))
_SIGN = LazyPattern(r"(?<![0-9一-龥A-Za-z%‰])[-+]$|(?<=[为為达到是约:(])[-+]$|(?:零下|负|負)$")
_RANGE = LazyPattern(r"\s?(?:-|—|–|~|至|到|或){1,2}\s?(?:近|约|超)?")
_LIST = LazyPattern(pattern("chinese_figures", "rules", "list"))
_TO = LazyPattern(pattern("chinese_figures", "rules", "to"))
_FROM = LazyPattern(pattern("chinese_figures", "rules", "from"))
_TIME_IS_FIGURE = LazyPattern(
    "(?:工期|期限|寿命|壽命|为期|為期|历时|长达|長達|超过|超過|达|達|用时|耗时|缩短|縮短|压缩|仅需|只需|延长|不过|不到|不足|降|减|压)(?:了|至|到|为|约)?$"
)
_TENTH = LazyPattern("[一二三四五六七八九半]|[1-9](?![0-9.])")
_HYPHEN = LazyPattern("[一-龥]-$")
_OF_NAME = LazyPattern("[号字门]|部(?:[门委署队]|$)")


def read(text: str, others: list[OtherNumber]) -> tuple[list[Quantity], list[OtherNumber]]:
    """Return the figures of a flattened sentence, and why its other numbers are none.

    Args:
        text: the sentence.
        others: what is no figure for certain, unless a measure follows.
    """
    others = claimed(others)
    quantities = numbers(text, others)
    if len(quantities) > MOST_NUMBERS:
        return [], [*others, *as_table(quantities)]
    link(text, quantities)
    for each in quantities:
        each.reason = each.reason or _reason(text, each)
    return sorted_out(quantities, others)


def numbers(text: str, taken: list[OtherNumber]) -> list[Quantity]:
    """Return the numbers of a flattened sentence that are not taken, each with its unit."""
    return [
        _quantity(text, chinese_numerals.numeral(found))
        for found in chinese_numerals.NUMERAL.finditer(text)
        if free(Span(*found.span()), taken)
    ]


def _quantity(text: str, numeral: Numeral) -> Quantity:
    quantity = Quantity(numeral, numeral.start, numeral.end, numeral.value)
    if sign := _SIGN.search(text, max(0, numeral.start - 2), numeral.start):
        _sign(quantity, sign.start(), sign[0])
    if numeral.share:
        return _share(text, quantity)
    end = numeral.end + (text[numeral.end : numeral.end + 1] == " ")
    found = units.CHINESE.match(text, end)
    if found and not _is_word(text, numeral, found[1]):
        _measure(text, quantity, *found)
    elif noun := measure_word(text, numeral.end):
        quantity.unit, quantity.kind, quantity.end = noun.head, "count", noun.end
    currency = None if numeral.worded else units.currency_before(text, numeral.start)
    if currency and (quantity.kind in ("", "count") or quantity.unit == "cny"):
        quantity.end = quantity.end if quantity.unit == "cny" else numeral.end
        quantity.unit, quantity.start = currency
        quantity.kind = "money"
    return quantity


def link(text: str, quantities: list[Quantity]) -> None:
    """Let numbers beside one another share a unit, and make one quantity of a range."""
    for first, second in reversed([*pairwise(quantities)]):
        between = text[first.end : second.start]
        link = _link_between(text, first, second, between)
        if link in (Relation.RANGE, Relation.LIST) and not first.kind and second.kind:
            take_unit(first, second, link is Relation.RANGE or not first.numeral.worded)
        if (
            link is Relation.RANGE
            and first.kind == second.kind
            and first.unit == second.unit
            and first.kind
        ):
            merge_range(first, second)
        if first.unit == "hour" and second.unit == "minute" and not between:
            first.value += second.value / 60
            first.end, second.reason = second.end, "merged"
    for first, second in pairwise(quantities):
        between = text[first.end : second.start]
        if (
            not second.kind
            and first.kind
            and not second.numeral.worded
            and (
                _TO.fullmatch(between)
                and _FROM.search(text[max(0, first.start - 24) : first.start])
            )
        ):
            take_unit(second, first, with_scale=False)


def _sign(quantity: Quantity, start: int, sign: str) -> None:
    quantity.signed, quantity.start = True, start
    quantity.value = quantity.value if sign == "+" else -quantity.value


def _share(text: str, quantity: Quantity) -> Quantity:
    """Parse a share in words: 百分之六十 is 60 percent, 三分之一 a share."""
    printed = text[quantity.start : quantity.end]
    unit, factor = "share", 1.0
    if "百分之" in printed:
        unit, factor = "percent", 100.0
    elif "千分之" in printed and quantity.value < 0.1:
        unit, factor = "permille", 1000.0
    quantity.unit, quantity.kind, quantity.value = unit, unit, quantity.value * factor
    return quantity


def _measure(text: str, quantity: Quantity, unit: units.Unit, end: int) -> None:
    """Add a unit; 六成五 is 65 percent, and right before a rate a hyphen is a minus."""
    quantity.unit, quantity.kind, quantity.end = unit.id, unit.kind, end
    quantity.value *= unit.factor
    tenths = unit.id == "percent" and unit.factor == 10
    if tenths and (half := _TENTH.match(text, end)):
        quantity.value += 5 if half[0] == "半" else _digit(half[0])
        quantity.end += 1
    start = quantity.numeral.start
    rate = unit.kind in ("temperature", "permille", "percent")
    if rate and not quantity.signed and _HYPHEN.search(text, max(0, start - 2), start):
        _sign(quantity, start - 1, "-")


def _digit(printed: str) -> float:
    return float(printed) if printed < ":" else chinese_numerals.read_hanzi(printed)


def _link_between(text: str, first: Quantity, second: Quantity, between: str) -> Relation:
    if _RANGE.fullmatch(between):
        change = _FROM.search(text[max(0, first.start - 16) : first.start]) and between.strip() in (
            "至",
            "到",
        )
        return Relation.CHANGE if change else Relation.RANGE
    return Relation.LIST if _LIST.fullmatch(between) else Relation.NONE


def _is_word(text: str, numeral: Numeral, end: int) -> bool:
    """Return whether what seems a unit belongs to a word: 一分为二, 二度, 一里."""
    if not numeral.worded:
        return text[numeral.end : end] == "分" and text[end : end + 1] in ("类", "期")
    if text[numeral.end : end] == "里":
        return numeral.value < 100
    return numeral.value < 3 and text[numeral.end : end] in (
        "分",
        "度",
        "米",
        "升",
        "克",
        "日",
        "瓦",
        "倍",
        "秒",
        "立方",
    )


def _reason(text: str, quantity: Quantity) -> str:
    numeral, before = quantity.numeral, text[: quantity.start]
    if quantity.end - quantity.start > 40 and not quantity.kind:
        return "code"
    printed = text[numeral.start : numeral.end]
    if numeral.worded and not numeral.share and printed[:1] in "百千万亿兆" and len(printed) < 3:
        measured = quantity.kind not in ("", "count")
        return "" if measured and numeral.value > 100 else "word"
    if quantity.kind == "time" and quantity.unit in ("year", "decade"):
        is_exact = "." in text[numeral.start : numeral.end]
        return "" if is_exact or _TIME_IS_FIGURE.search(before[-8:]) else "period"
    if quantity.kind == "count" and numeral.worded:
        weak = text[numeral.end : numeral.end + 1] in WEAK
        return "word" if numeral.value < 3 or (weak and numeral.value < 100) else ""
    if quantity.kind == "count" and _OF_NAME.match(text, numeral.end) and numeral.scale == 1:
        return "part of a name"
    if quantity.kind:
        return (
            ""
            if numeral.value != 0.5 or numeral.share or quantity.kind in ("time", "length")
            else "word"
        )
    if printed == "半" or (numeral.worded and numeral.value < 100):
        return "word"
    if numeral.scale >= 1e4 or (numeral.worded and numeral.value >= 1e4):
        return _large(text, quantity)
    behind = text[quantity.end :]
    if (
        not numeral.worded
        and re.search("(?:达到?|为|至|到|有|超过|突破|增加|减少|约|近|共)了?$", before[-4:])
        and (re.match("[,。;)]|$", behind))
    ):
        quantity.kind, quantity.how = "count", "carried"
        return ""
    if numeral.beyond:
        quantity.kind = "count"
        return ""
    return "no unit"


def _large(text: str, quantity: Quantity) -> str:
    """Classify a number in ten thousands without unit: money if the sentence is about money."""
    if text[quantity.end : quantity.end + 1] == "一" or text[quantity.end : quantity.end + 2] in (
        "富翁",
        "千瓦",
    ):
        return "word"
    quantity.how = "inferred"
    if _MONEY_BEFORE.search(text, max(0, quantity.start - 24), quantity.start):
        quantity.unit, quantity.kind = "cny", "money"
    else:
        quantity.kind, quantity.how = "count", "printed"
    return ""
