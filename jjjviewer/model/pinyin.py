"""Chinese names by their sound, as people type them."""

from functools import cache

from jjjviewer.paths import resource


def pinyin(chinese: str) -> str:
    """A text in pinyin, its syllables apart; what is no hanzi stays as it is.

    Of a hanzi with several readings it is the first: those that use knows are not told apart.
    """
    readings = _readings()
    parts = (f" {readings[each]} " if each in readings else each for each in chinese)
    return " ".join("".join(parts).split())


@cache
def _readings() -> dict[str, str]:
    """How each hanzi is read."""
    found: dict[str, str] = {}
    for line in resource("pinyin/readings.txt").read_text(encoding="utf-8").splitlines():
        syllable, hanzi = line.split(" ")
        found.update(dict.fromkeys(hanzi, syllable))
    return found
