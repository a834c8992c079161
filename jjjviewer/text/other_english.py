"""English numbers that are no figures: dates, ordinals, ages, addresses, parts of names."""

import re
from collections.abc import Iterator

from jjjviewer.text.figures import OtherNumber
from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.other_numbers import other_numbers
from jjjviewer.text.tables import pattern, words

_YEAR = LazyPattern(pattern("english_numbers", "words", "year"))
_CURRENCY = LazyPattern(r"(?:\b(?:Rs\.?|KSh|KES|Sh|EUR|USD|GBP|INR|ZAR|RMB)|[$£€¥₹₦]) ?$")
NUMBER_WORD = LazyPattern(pattern("english_numbers", "words", "number word"), re.IGNORECASE)
NUMBER_WORDS = words("english_numbers", "number words")
NUMBER = LazyPattern(pattern("english_numbers", "words", "any number"))
"""What a sentence must have for any rule to find something in it."""


def other_english_numbers(text: str) -> Iterator[OtherNumber]:
    """Yield what is certainly no figure in a flattened English sentence; the earlier rule wins."""
    yield from other_numbers("english_numbers", text)
    for found in _YEAR.finditer(text):
        if not _CURRENCY.search(text, max(0, found.start() - 6), found.start()):
            yield OtherNumber(found.start(), found.end(), "date")
