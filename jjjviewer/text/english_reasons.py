"""Why an English number is no figure: part of a name, a span of time, a small number in words."""

import re

from jjjviewer.text.directions import changes
from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.nouns import counted_noun
from jjjviewer.text.qualifiers import qualifier
from jjjviewer.text.quantities import Quantity
from jjjviewer.text.sentences import lowered
from jjjviewer.text.tables import pattern, words

_OF_WHOLE = LazyPattern(pattern("english_figures", "rules", "of whole"))
_OF_THEM = LazyPattern(
    r" of (?:the|its|our|their) [0-9]| of (?:them|these|those|which|whom)\b"
    r"| (?:come|came|are|were) (?:from|in|new)\b"
)
_OF_WHICH = LazyPattern(r"\bof (?:which|whom)(?: only| just)? $")
_OF_MANY = LazyPattern(r" of (?:the|its|our|their) [0-9]")
_AT_VERB = LazyPattern(pattern("english_figures", "rules", "at verb"), re.IGNORECASE)
_NUMBER_OF = LazyPattern(r"\bnumber of( [a-z])[^.;:]{0,110}$")
_CLAUSE_END = LazyPattern(pattern("english_figures", "rules", "clause end"))
_TIME_BEFORE = LazyPattern(pattern("english_figures", "rules", "time before"), re.IGNORECASE)
_TIME_BEHIND = LazyPattern(r" (?:ago|old|of age|in a row|running)\b")
_CAPITAL_BEFORE = LazyPattern(r"(?:^|[\s(\"“‘'])([A-Z][A-Za-z]+|[A-Z]{2,})[ -]?$")
_CAPITAL_BEHIND = LazyPattern(r"[ -][A-Z][A-Za-z]+")
_PERSON = LazyPattern(r"\b(?:[Hh]e|[Ss]he|who) (?:is|was) $")
_NOT_NAMES = frozenset(words("english_figures", "capitals of no name"))


def reason(text: str, quantity: Quantity) -> str:
    """Return why a number of a flattened sentence is no figure; empty where it is one."""
    numeral = quantity.numeral
    if quantity.end - quantity.start > 40 and not quantity.kind:
        return "code"
    if quantity.kind == "time":
        return _reason_of_time(text, quantity)
    if quantity.kind in ("", "count", "length") and not numeral.worded and _is_name(text, quantity):
        return "part of a name"
    is_part = _OF_MANY.match(text, quantity.end) or _OF_WHICH.search(text[: quantity.start][-24:])
    if numeral.worded and not quantity.kind and is_part:
        quantity.kind, quantity.how = "count", "carried"
        return ""
    if (
        numeral.worded
        and numeral.value <= 12
        and quantity.kind in ("", "count")
        and quantity.high is None
    ):
        printed = quantity.kind == "count" and quantity.how == "printed"
        span = quantity.start, numeral.end, quantity.end
        if not quantity.kind or (
            printed and not (numeral.value > 1 and qualifier(lowered(text), *span, "en"))
        ):
            return "small number in words" if printed else "number word"
    if quantity.kind:
        return ""
    return "no unit" if numeral.worded else _reason_of_bare(text, quantity)


def _reason_of_bare(text: str, quantity: Quantity) -> str:
    """Say why a bare number is no figure, unless it completes a clause or is part of a whole."""
    before, behind = text[: quantity.start], text[quantity.end :]
    if _CAPITAL_BEHIND.match(behind) or re.search(r"[A-Za-z]-$", before):
        return "part of a name"
    person = _PERSON.search(before) or re.match(r" when (?:he|she|they|I)\b", behind)
    if person and quantity.numeral.value < 110:
        return "age"
    # Over 4,100, it employed 4,100 in a town of …: nobody writes so what counts nothing.
    span = quantity.start, quantity.numeral.end
    is_said = _AT_VERB.search(before[-24:]) or qualifier(lowered(text), *span, span[1], "en")
    part = "," in text[slice(*span)] and is_said
    part = (
        part
        or _OF_WHOLE.search(before[-100:])
        or _OF_THEM.match(behind)
        or _OF_WHICH.search(before[-24:])
    )
    if not (part or _ends_clause(before, behind)):
        return "no unit"
    quantity.kind, quantity.how = "count", "carried"
    if named := _NUMBER_OF.search(before[-120:]):
        noun = counted_noun(before[-120:], named.start(1) - 1)
        quantity.unit = noun.head if noun else ""
    return ""


def _is_name(text: str, quantity: Quantity) -> bool:
    """Return whether a number stands in a name: Route 99, Industry 4.0, the 800-mile Luan River."""
    numeral = quantity.numeral
    if text[numeral.end : numeral.end + 1] == "-" and quantity.kind == "length":
        quoted = text.rfind("“", max(0, numeral.start - 50), numeral.start) > text.rfind(
            "”", 0, numeral.start
        )
        return quoted or bool(re.match(r" [A-Z]", text[quantity.end :]))
    printed = text[numeral.start : numeral.end]
    if numeral.scale != 1 or "," in printed or " " in printed or numeral.value >= 1e4:
        return False
    capital = _CAPITAL_BEFORE.search(text, max(0, quantity.start - 30), quantity.start)
    return capital is not None and capital[1].lower() not in _NOT_NAMES


def _ends_clause(before: str, behind: str) -> bool:
    """Return whether a number without a unit completes a clause: has reached 3,384. rose to 96."""
    if not (_AT_VERB.search(before[-24:]) and _CLAUSE_END.match(behind)):
        return False
    if re.search(r"\b(?:to|from|by) *$", before[-6:]):
        return bool(changes(before[-60:]))
    return True


def _reason_of_time(text: str, quantity: Quantity) -> str:
    """Return why a length of time is no figure, or nothing if it is one."""
    before, behind = text[: quantity.start], text[quantity.end :]
    worded = quantity.numeral.worded
    if _TIME_BEFORE.search(before[-16:]) or _TIME_BEHIND.match(behind):
        every = re.search(r"\bevery\s*$", before, re.IGNORECASE)
        short = quantity.unit in ("minute", "hour", "second")
        return "" if every and short and not worded else "period"
    return "period" if worded and quantity.numeral.value <= 100 else ""
