"""How exactly a number is meant: more than, nearly, up to; from words before and behind it."""

import re

from jjjviewer.text.figures import Cue
from jjjviewer.text.tables import table

_BEFORE = {
    "en": r"(?<![\w])({})(?: (?:just|another|an? (?:further|additional|extra|total of)|the|only"
    r"|well|an average of))?\s*$",
    "zh": r"({})(?:了|到|至|为|达)?\s*$",
}
_BEHIND = {"en": r"\s?({})", "zh": r"({})"}
_LANGUAGES = {"en": "english", "zh": "chinese"}


def _compiled(place: str, shapes: dict[str, str]) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    return {
        language: [
            (name, re.compile(shapes[language].format(forms), re.IGNORECASE))
            for name, forms in table("qualifiers")[f"{_LANGUAGES[language]} {place}"]
        ]
        for language in shapes
    }


_TABLES = (_compiled("before", _BEFORE), _compiled("behind", _BEHIND))
_SIGNS = {
    "<": "less-than", ">": "more-than", "≤": "at-most", "≥": "at-least", "~": "about", "≈": "about",
}  # fmt: skip
_WINDOW = 40


def qualifier(
    text: str, start: int, number_end: int, end: int, language: str
) -> tuple[str, Cue] | None:
    """Return the qualifier of a number in a flattened sentence, and the words that say it.

    Args:
        text: the sentence.
        start: where the number begins, its sign of currency included.
        number_end: where the bare number ends.
        end: where it ends, its unit included.
        language: en or zh.
    """
    before, behind = (each[language] for each in _TABLES)
    for name, pattern in behind:
        if found := pattern.match(text, end) or pattern.match(text, number_end):
            if (
                name == "at-most"
                and found[1] == "以下"
                and re.search("[降减落低]", text[max(0, start - 6) : start])
            ):
                return "at-most", Cue("printed", found.start(1), found.end(1))
            return name, Cue("printed", found.start(1), found.end(1))
    if (sign := text[max(0, start - 1) : start]) in _SIGNS:
        return _SIGNS[sign], Cue("printed", start - 1, start)
    window = text[max(0, start - _WINDOW) : start]
    offset = max(0, start - _WINDOW)
    for name, pattern in before:
        if found := pattern.search(window):
            return name, Cue("printed", offset + found.start(1), offset + found.end(1))
    return None
