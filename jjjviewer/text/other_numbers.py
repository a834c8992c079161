"""Rules for numbers that are no figures: dates, ordinals, ages, addresses, parts of names."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jjjviewer.text.figures import OtherNumber
from jjjviewer.text.tables import table


class Rule(NamedTuple):
    """A way to write such numbers."""

    reason: str
    triggers: tuple[str, ...]
    """Of these at least one is in a sentence where the rule finds something, in small letters."""
    pattern: re.Pattern[str]


@cache
def rules(name: str) -> list[Rule]:
    """Return the rules of a table; a key is the reason, and behind a tilde the triggers."""
    found: list[Rule] = []
    for key, written in table(name)["other"]:
        reason, _, triggers = key.partition(" ~ ")
        found.append(Rule(reason, tuple(triggers.split()), re.compile(written)))
    return found


@cache
def _triggers(name: str) -> frozenset[str]:
    return frozenset(each for rule in rules(name) for each in rule.triggers)


def other_numbers(name: str, text: str) -> Iterator[OtherNumber]:
    """Yield what is certainly no figure in a flattened sentence; the earlier rule wins.

    Searching a sentence for a word takes a twentieth of what a pattern takes.
    """
    lower = text.lower()
    there = {each for each in _triggers(name) if each in lower}
    for reason, triggers, pattern in rules(name):
        if not triggers or not there.isdisjoint(triggers):
            for found in pattern.finditer(text):
                yield OtherNumber(found.start(), found.end(), reason)
