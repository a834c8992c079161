"""Chinese numbers that are no figures: dates, ordinals, ages, addresses, parts of names."""

from collections.abc import Iterator

from jjjviewer.text.figures import OtherNumber
from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.tables import table

_PATTERNS = [(reason, LazyPattern(each)) for reason, each in table("chinese_numbers")["other"]]


def other_numbers(text: str) -> Iterator[OtherNumber]:
    """Yield what is certainly no figure in a flattened Chinese sentence; the earlier rule wins."""
    for reason, each in _PATTERNS:
        for found in each.finditer(text):
            yield OtherNumber(found.start(), found.end(), reason)
