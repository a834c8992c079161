"""Whether a number tells of a rise or a fall, from the verb or noun that it belongs to."""

import re

from jjjviewer.text.figures import Cue, Figure
from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.sentences import lowered
from jjjviewer.text.tables import either, pattern

_ENGLISH = LazyPattern(rf"\b(?:{either('directions', 'english')})\b")
_ENGLISH_BEHIND = LazyPattern(
    rf"(?: (?:year-on-year|[a-z]+))?[ -](?:{either('directions', 'english behind')})\b"
)
_ENGLISH_INSIDE = LazyPattern(rf" (?:{either('directions', 'english inside')})(?! than) [a-z]")
_PASSIVE = either("directions", "english passive")
_ENGLISH_PASSIVE = LazyPattern(
    r"(?: [a-z]+){0,2} (?:will|would|could|may|are|is|was|were|have|has|had)"
    rf"(?: also| all| now| to)?(?: been| be| being)? (?:{_PASSIVE})\b"
)
_ENGLISH_BREAK = LazyPattern(pattern("directions", "between", "english"))
_ENGLISH_CHAIN = LazyPattern(pattern("directions", "chain", "english chain"))
UP_OR_DOWN = re.sub(r"\?P<\w+>", "?:", _ENGLISH.source)
_VERB_FROM = LazyPattern(rf"(?:{UP_OR_DOWN})[^,;:]{{0,30}}\bfrom (?:[a-z]+ ){{0,3}}$")
_TO = LazyPattern(r"[^;:.]{0,50}\bto (?:[a-z]+ ){0,3}")
_CHINESE = LazyPattern(either("directions", "chinese"))
_CHINESE_BREAK = LazyPattern(pattern("directions", "between", "chinese"))
_CHINESE_CHAIN = LazyPattern(pattern("directions", "chain", "chinese chain"))
_RULES = {
    "en": (_ENGLISH, _ENGLISH_BREAK, _ENGLISH_CHAIN),
    "zh": (_CHINESE, _CHINESE_BREAK, _CHINESE_CHAIN),
}
_WINDOW = 90


def changes(text: str) -> bool:
    """Return whether English words tell of a rise or a fall."""
    text = lowered(text)
    return bool(_ENGLISH.search(text) or re.search(r"\b(?:mov|chang|went|go(?:es)?)\w*", text))


def falls(text: str) -> bool:
    """Return whether words tell of a fall."""
    return "down" in directions(text)


def directions(text: str) -> set[str]:
    """Return which of up and down words tell of, English or Chinese."""
    return {
        "down" if found["down"] else "up"
        for rule in (_ENGLISH, _CHINESE)
        for found in rule.finditer(lowered(text))
    }


def direction(
    text: str, start: int, end: int, before: Figure | None, language: str
) -> tuple[str, Cue] | None:
    """Return up or down for a number in a flattened sentence, and the word that says it.

    Args:
        text: the sentence, in small letters.
        start: where the number begins, its qualifier left out.
        end: where it ends.
        before: the figure before it in the sentence, if any.
        language: en or zh.
    """
    if language == "en":
        for behind in (_ENGLISH_BEHIND, _ENGLISH_PASSIVE):
            if found := behind.match(text, end):
                return _told(found)
        if found := _ENGLISH_INSIDE.search(text, start, end):
            return _told(found)
    verbs, breaks, chain = _RULES[language]
    left = max(0, start - _WINDOW, before.end if before else 0)
    last = None
    # One character more, for what stands right before a digit.
    for each in verbs.finditer(text, left, start + 1):
        last = each if each.end() <= start else last
    if last is not None:
        between = text[last.end() : start]
        return None if breaks.search(between) or _is_far(between, language) else _told(last)
    if before is None:
        return None
    between = text[before.end : start]
    if before.direction and chain.search(between) and not breaks.search(between):
        return before.direction, before.basis["direction"]._replace(how="carried")
    return _from_to(text, before, between) if language == "en" else None


def _told(verb: re.Match[str]) -> tuple[str, Cue]:
    return ("up" if verb["up"] else "down"), Cue("printed", *verb.span())


def _is_far(between: str, language: str) -> bool:
    """Return whether too much stands between a verb and a number for them to belong together."""
    if language == "en":
        return len(between.split()) > 9
    return len(between) > 14 or ("," in between and len(between) > 6)


def _from_to(text: str, before: Figure, between: str) -> tuple[str, Cue] | None:
    """Fell from 41 to 38: the verb stands before the first of the two."""
    offset = max(0, before.start - 70)
    if not _TO.fullmatch(between) or not (found := _VERB_FROM.search(text[offset : before.start])):
        return None
    verb = _ENGLISH.search(found[0])
    if verb is None:
        return None
    begin = offset + found.start() + verb.start()
    return ("up" if verb["up"] else "down"), Cue("printed", begin, begin + len(verb[0]))
