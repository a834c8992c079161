"""Units: how they are written in English and Chinese, what they are called, and of what kind."""

import re
from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.tables import table

_FIRST = re.compile(r"(?:\[(?P<set>[^\]]+)\]|\\?(?P<character>.))(?P<optional>\?)?")
_LAST = re.compile(r"\\?(?P<character>.)(?P<optional>\?)?$")


class Unit(NamedTuple):
    """A unit as a number is printed with it."""

    id: str
    kind: str
    factor: float
    """What the printed number is multiplied with: 1e9 of bcm, 10 of 成."""


def _either_case(form: str) -> str:
    """Let a word begin with a capital; symbols such as m and MW are as they are."""
    first = form[0]
    return f"[{first}{first.upper()}]{form[1:]}" if len(form) > 3 and first.islower() else form


def _first_characters(form: str) -> str:
    """Return what a pattern may begin with: k, [kK], 个?百."""
    found = _FIRST.match(form)
    if found is None:
        return ""
    characters = found["set"] or found["character"]
    return characters + (_first_characters(form[found.end() :]) if found["optional"] else "")


def _last_characters(form: str) -> str:
    """Return what a pattern may end with: the letter s, or the point behind it that may be."""
    found = _LAST.search(form)
    if found is None:
        return ""
    before = _last_characters(form[: found.start()]) if found["optional"] else ""
    return found["character"] + before


_NOTHING = (LazyPattern("(?!)"), list[Unit]())


class Units:
    """The units of one language, found at a place of a text."""

    def __init__(self, language: str, boundary: str) -> None:
        """Say which section of the table is meant, and what ends a word in the language."""
        self._language = language
        self._boundary = boundary

    @cached_property
    def _by_first(self) -> dict[str, tuple[LazyPattern, list[Unit]]]:
        """The units by the character that they begin with.

        A pattern for all of them would take long to compile, and longer to match.
        """
        forms: list[tuple[str, Unit]] = []
        for head, written in table("units")[self._language]:
            id_, kind, factor = head.split()
            forms += [(each, Unit(id_, kind, float(factor))) for each in written.split(" | ")]
        # The longest form first: "square meters" before "square", 千瓦时 before 千瓦.
        forms = [(_either_case(form), unit) for form, unit in forms]
        forms.sort(key=lambda form: -len(form[0]))
        by_first: dict[str, list[tuple[str, Unit]]] = defaultdict(list)
        for form, unit in forms:
            ends = form[-1].isalnum() or form[-1] in "?)"
            for character in _first_characters(form):
                by_first[character].append((f"({form}{self._boundary if ends else ''})", unit))
        return {
            character: (LazyPattern("|".join(form for form, _ in those)), [u for _, u in those])
            for character, those in by_first.items()
        }

    def match(self, text: str, at: int) -> tuple[Unit, int] | None:
        """Return the unit that stands at a place, and where it ends."""
        pattern, those = self._by_first.get(text[at : at + 1], _NOTHING)
        found = pattern.match(text, at)
        if not found or found.lastindex is None:
            return None
        return those[found.lastindex - 1], found.end()


ENGLISH = Units("english", r"(?![A-Za-z0-9²³])")
CHINESE = Units("chinese", "")
_CURRENCIES = [
    (form, id_)
    for id_, written in table("units")["currencies before a number"]
    for form in written.split(" | ")
]
_CURRENCIES.sort(key=lambda each: -len(each[0]))
_BY_LAST: dict[str, list[tuple[str, str]]] = defaultdict(list)
for _form, _id in _CURRENCIES:
    for _last in _last_characters(_form):
        _BY_LAST[_last].append((_form, _id))
_CURRENCIES_BY_LAST = {
    last: LazyPattern(
        rf"(?:(?<![A-Za-z])|(?<=\d))(?:{'|'.join(f'({form})' for form, _ in those)})\s?$"
    )
    for last, those in _BY_LAST.items()
}


def currency_before(text: str, at: int) -> tuple[str, int] | None:
    """Return the currency whose sign ends right before a place, and where the sign begins."""
    window = text[max(0, at - 9) : at]
    last = window.rstrip()[-1:]
    pattern = _CURRENCIES_BY_LAST.get(last)
    found = pattern and pattern.search(window)
    if not found or found.lastindex is None:
        return None
    return _BY_LAST[last][found.lastindex - 1][1], at - len(window) + found.start()
