"""Suggest what somebody may have meant by a word that is not known."""

from collections.abc import Collection, Sequence

SIMILARITY = 60
"""Least similarity of two words, in percent."""
_MOST_KNOWN = 20_000
"""Number of known words above which no suggestion is worth the time."""


def did_you_mean(word: str, known: Collection[str], similarity: int = SIMILARITY) -> str:
    """Return ' Did you mean …?' with the nearest of some words, or nothing if none is near."""
    found = nearest(word, known, similarity)
    return f" Did you mean '{found}'?" if found else ""


def nearest(word: str, known: Collection[str], similarity: int = SIMILARITY) -> str:
    """Return the nearest of some words, or nothing if none is near.

    Args:
        word: that is not known.
        known: the words.
        similarity: the least, in percent.
    """
    if len(known) > _MOST_KNOWN or len(word) > 100:
        return ""
    return most_like(word, sorted(known), similarity)


def most_like(word: str, known: Sequence[str], similarity: int) -> str:
    """Return the first of the words most like one, or nothing if none is near enough."""
    # Not at the top: only a mistake needs it, and it takes its time to import.
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=similarity)
    return str(found[0]) if found else ""
