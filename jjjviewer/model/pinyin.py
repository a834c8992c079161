"""Chinese names by their sound, as people type them."""

from functools import cache

from jjjviewer.paths import resource


def pinyin(chinese: str) -> str:
    """Transcribe a text to pinyin, its syllables apart; other characters are unchanged.

    Of a hanzi with several readings it is the first: those that use knows are not told apart.
    """
    return " ".join("".join(map(_read, chinese)).split())


@cache
def _read(sign: str) -> str:
    """Return the syllable of a hanzi, with spaces around it; any other character as it is."""
    lines = _lines()
    at = -1 if sign.isascii() else lines.find(sign)
    if at < 0:
        return sign
    start = lines.rfind("\n", 0, at) + 1
    return f" {lines[start : lines.index(' ', start)]} "


@cache
def _lines() -> str:
    """For each syllable a line, with its hanzi: a pack asks for few of the thousands there are."""
    return resource("pinyin/readings.txt").read_text(encoding="utf-8")
