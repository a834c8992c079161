"""How exactly a number is meant: more than, nearly, up to; from words before and behind it."""

import re

from jjjviewer.text.figures import Cue
from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.tables import table

_LANGUAGES = {"en": "english", "zh": "chinese"}


def _patterns(place: str, shapes: dict[str, str]) -> dict[str, LazyPattern]:
    """Return a pattern for each language, with a group for each qualifier: more_than."""
    patterns: dict[str, LazyPattern] = {}
    for language, shape in shapes.items():
        rows = table("qualifiers")[f"{_LANGUAGES[language]} {place}"]
        forms = "|".join(f"(?P<{name.replace('-', '_')}>{forms})" for name, forms in rows)
        patterns[language] = LazyPattern(shape.format(forms))
    return patterns


_BEFORE = _patterns(
    "before",
    {
        "en": r"(?<![\w])(?:{})(?: (?:just|another|an? (?:further|additional|extra|total of)|the"
        r"|only|well|an average of))?\s*$",
        "zh": r"(?:{})(?:了|到|至|为|达)?\s*$",
    },
)
_BEHIND = _patterns("behind", {"en": r"\s?(?:{})", "zh": r"(?:{})"})
_SIGNS = {
    "<": "less-than", ">": "more-than", "≤": "at-most", "≥": "at-least", "~": "about", "≈": "about",
}  # fmt: skip
_SIGN = LazyPattern("(?<![0-9%])[<>≤≥~≈] ?$")
_WINDOW = 40


def qualifier(
    text: str, start: int, number_end: int, end: int, language: str
) -> tuple[str, Cue] | None:
    """Return the qualifier of a number in a sentence, and the words that say it.

    Args:
        text: the flattened sentence, in small letters.
        start: where the number begins, its sign of currency included.
        number_end: where the bare number ends.
        end: where it ends, its unit included.
        language: en or zh.
    """
    behind = _BEHIND[language]
    if found := behind.match(text, end) or behind.match(text, number_end):
        return _told(found, 0)
    if sign := _SIGN.search(text, max(0, start - 3), start):
        return _SIGNS[sign[0].rstrip()], Cue("printed", sign.start(), sign.start() + 1)
    offset = max(0, start - _WINDOW)
    found = _BEFORE[language].search(text[offset:start])
    return _told(found, offset) if found else None


def _told(found: re.Match[str], offset: int) -> tuple[str, Cue]:
    group = found.lastgroup or ""
    start, end = found.span(group)
    return group.replace("_", "-"), Cue("printed", offset + start, offset + end)
