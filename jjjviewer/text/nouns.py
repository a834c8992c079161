"""The thing counted: the noun behind an English number, the measure word behind a Chinese one."""

import re
from typing import NamedTuple

from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.tables import pairs, words

_WORD = LazyPattern(r"[\s\"“(]{0,2}([A-Za-z][A-Za-z'’-]*(?:\.(?=[A-Z]))?|[0-9]{1,3}[A-Z]\w*)")
_STOP = frozenset(words("nouns", "stop"))
_NOT_PLURAL = frozenset(words("nouns", "no plural"))
_IRREGULAR = pairs("nouns", "irregular plurals")
_MORE = LazyPattern(r" (?:more|fewer|additional|extra|further)(?= [a-z])")
_MOST_WORDS = 7


class Noun(NamedTuple):
    """The thing counted: where its words end, and its head in the singular."""

    end: int
    head: str


def singular(plural: str) -> str:
    """Return the singular of an English noun."""
    word = plural.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us")):
        return word[:-1]
    return word


def _is_plural(word: str) -> bool:
    lower = word.lower().rstrip("'’")
    if lower in _IRREGULAR:
        return True
    return (
        len(lower) > 2
        and lower.endswith("s")
        and not lower.endswith(("ss", "'s", "’s"))
        and (lower not in _NOT_PLURAL)
    )


def counted_noun(text: str, at: int) -> Noun | None:
    """Return the noun of a number that ends at a place: 27 not-for-profit organizations.

    A few words may stand between, none of which could not belong to the noun.
    """
    found: Noun | None = None
    if more := _MORE.match(text, at):
        at = more.end()
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, at)
        if not word or (found and text[at : at + 1] != " "):
            break
        printed = word[1].rstrip("-")
        lower = printed.lower()
        if lower == "and" and found is None:
            at = word.end()
            continue
        if lower in _STOP or lower == "and":
            break
        plural = _is_plural(printed)
        if found and not plural:
            break
        at = word.end()
        if plural:
            # An id of a unit has letters only.
            head = re.sub("[^a-z]", "", singular(printed.rpartition("-")[2]))
            found = Noun(at, head or "item")
        elif text[at : at + 1] in ',;:)”"' and not (
            text[at : at + 1] == "," and found is None and _goes_on(text, at)
        ):
            break
    if found and re.match(r"['’](?:s\b|\s)", text[found.end :]):
        return None
    return found


def _goes_on(text: str, comma: int) -> bool:
    """Return whether adjectives go on behind a comma: 12 small, poor villages."""
    found = re.match(r",((?: [a-z-]+){1,3})", text[comma : comma + 60])
    following = found[1].split() if found else []
    stopped = any(each in _STOP or each == "and" for each in following)
    return not stopped and any(_is_plural(each) for each in following[:2])


_MEASURE_WORDS = pairs("nouns", "measure words")
_MEASURE = LazyPattern(
    r"(?:个|個)?(" + "|".join(sorted(map(re.escape, _MEASURE_WORDS), key=len, reverse=True)) + ")"
)
_BARE_ONLY = ("个", "個")
WEAK = frozenset(words("nouns", "weak measure words"))
"""Measure words that stand in words and names more often than they count: 三城, 二中."""


def measure_word(text: str, at: int) -> Noun | None:
    """Return the measure word, and the noun that its number counts, behind a Chinese number."""
    found = _MEASURE.match(text, at)
    if not found:
        if text[at : at + 1] in _BARE_ONLY and text[at : at + 1]:
            return Noun(at + 1, "item")
        return None
    return Noun(found.end(), _MEASURE_WORDS[found[1]])
