"""Characters as charts draw them: without controls, and with a sign for what no font has."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontMetricsF, QRawFont

from jjjviewer.charts.typeface import FAMILY

STAND_IN = "□"
"""What is drawn for a character that no font has; Chinese marks gaps in a text with it."""
_CACHED_TEXTS = 10_000
_SPACES = re.compile(r"[\t-\r\x1c-\x1f\x85\u2000-\u200a\u2028\u2029\u202f\u205f ]+")
"""Spaces and breaks of lines: SVG sets any number of them as one space."""
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Controls, and what Unicode lets a font ignore, but for the joiners that shape letters."""
_BROKEN = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What is no character; XML does not take it."""
_ALIKE = str.maketrans("\u2010\u2011•・", "--··")
"""What the bundled typeface draws as another character, which a PDF then has in its place."""
_JOINERS = "\u200c\u200d"
_LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_LEFTWARD_RUN = re.compile(f"([{_LEFTWARD}]+(?:[ \u00a0'’\"./&\u200c\u200d-]+[{_LEFTWARD}]+)*)")
"""Words written from right to left. Digits, commas and brackets end them: they may be ours."""


def plain(text: str) -> str:
    """Return a text on one line, its letters composed, without what can't be seen."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    seen = _UNSEEN.sub("", _BROKEN.sub("\ufffd", text)).translate(_ALIKE)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", seen))


@lru_cache(_CACHED_TEXTS)
def drawn(text: str) -> str:
    """Return what is drawn of a plain text: as many characters, each of which a font has."""
    return "".join(each if _has_font(each) else STAND_IN for each in text)


@lru_cache(_CACHED_TEXTS)
def runs(text: str) -> tuple[str, ...]:
    """Return what is drawn of a text, in parts from left to right.

    Each is set by itself, so that words from the right do not change the order of what is beside
    them: a number stays behind the name that it belongs to.
    """
    text = plain(text)
    return (text,) if text.isascii() else tuple(filter(None, _LEFTWARD_RUN.split(drawn(text))))


def is_leftward(run: str) -> bool:
    """Return whether a run is written from right to left."""
    return _LEFTWARD_RUN.match(run) is not None


@lru_cache(_CACHED_TEXTS)
def is_bundled(text: str) -> bool:
    """Return whether the bundled typeface has all characters of a text."""
    return all(_is_bundled(each) for each in plain(text))


def not_bundled(texts: Iterable[str]) -> list[str]:
    """Return the characters that the bundled typeface lacks, but another font has."""
    return [each for each in _all(texts) if not _is_bundled(each) and _has_font(each)]


def without_font(texts: Iterable[str]) -> list[str]:
    """Return the characters that no font has."""
    return [each for each in _all(texts) if not _has_font(each)]


def _all(texts: Iterable[str]) -> list[str]:
    return sorted({each for text in texts for each in plain(text)})


@cache
def _is_bundled(character: str) -> bool:
    if character.isascii() or character in _JOINERS:
        return True
    # Made anew each time, since a thread may not use the font of another one.
    return QRawFont.fromFont(QFont(FAMILY)).supportsCharacter(ord(character))


@cache
def _has_font(character: str) -> bool:
    return _is_bundled(character) or QFontMetricsF(QFont(FAMILY)).inFontUcs4(ord(character))
