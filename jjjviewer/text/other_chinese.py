"""Chinese numbers that are no figures: dates, ordinals, ages, addresses, parts of names."""

import re
from collections.abc import Iterator
from functools import cache

from jjjviewer.text.figures import OtherNumber
from jjjviewer.text.tables import table


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(reason, re.compile(each)) for reason, each in table("chinese_numbers")["other"]]


def other_numbers(text: str) -> Iterator[OtherNumber]:
    """Yield what is certainly no figure in a flattened Chinese sentence; the earlier rule wins."""
    for reason, each in _patterns():
        for found in each.finditer(text):
            yield OtherNumber(found.start(), found.end(), reason)
