"""Near misses: what somebody may have meant."""

from collections.abc import Collection

_LIKE = 60
"""How alike two words must be, in percent."""
_MOST_KNOWN = 20_000
"""Among more words than these, looking for the nearest takes longer than it helps."""


def did_you_mean(word: str, known: Collection[str]) -> str:
    """Return ' Did you mean …?' with the nearest of some words, or nothing if none is near."""
    if len(known) > _MOST_KNOWN or len(word) > 100:
        return ""
    # Only a fault needs it.
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=_LIKE)
    return f" Did you mean '{found[0]}'?" if found else ""
