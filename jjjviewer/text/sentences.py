"""Sentences of a paragraph, and the paragraph with one sign for what is written in several ways."""

import unicodedata
from collections.abc import Iterator

from jjjviewer.text.figures import Span
from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.tables import pattern, words

_LONGEST = 800
"""Longer sentences are cut: rules look at a whole sentence for each of its numbers."""
_SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t\n\r"
_SAME = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # full width
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys("\u2212\ufe63", "-")
    | dict.fromkeys("\u301c\u223c", "~")
    | {"\u2019": "'", "\u2018": "'", "\ufe6a": "%", "\ufe50": ",", "\uffe5": "¥"}
)
_TRADITIONAL = str.maketrans({each[0]: each[1] for each in words("characters", "simplified")})
"""Only characters that the rules look at: they are written for simplified ones."""
_OTHER_DIGIT = LazyPattern("[^\\D0-9]")
_HANZI = LazyPattern("[\u3400-\u9fff]")
_LETTER = LazyPattern("[A-Za-z]{2,}")
_ABBREVIATED = LazyPattern(pattern("characters", "sentences", "abbreviated"))
_END = LazyPattern(pattern("characters", "sentences", "end"))


def flatten(text: str) -> str:
    """Give each digit, space, dash and sign its plain form; every character keeps its position."""
    plain = text.translate(_SAME)
    if not plain.isascii():
        plain = _OTHER_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), plain)
        plain = plain.translate(_TRADITIONAL)
    return plain


def lowered(text: str) -> str:
    """Return a text in small letters, but for May and Lower Tarn; each character keeps its place.

    A pattern for either case takes several times as long as one for small letters.
    """
    lower = text.replace("May", "\0ay").replace("Lower", "\0ower").lower()
    return lower if len(lower) == len(text) else text


def is_chinese(text: str) -> bool:
    """Return whether a text is to be read as Chinese."""
    if text.isascii():
        return False
    hanzi = len(_HANZI.findall(text))
    return hanzi > 0 and hanzi * 2 >= len(_LETTER.findall(text))


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of a flattened paragraph, none longer than the rules can bear."""
    start = 0
    for found in _END.finditer(text):
        if found[0] == "." and _ABBREVIATED.search(text, max(start, found.end() - 8), found.end()):
            continue
        yield from _cut(text, start, found.end())
        start = found.end()
    yield from _cut(text, start, len(text))


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _LONGEST:
        at = max(text.rfind(sign, start + 1, start + _LONGEST) for sign in " ,")
        at = at if at > start else start + _LONGEST
        yield Span(start, at)
        start = at
    if text[start:end].strip():
        yield Span(start, end)
