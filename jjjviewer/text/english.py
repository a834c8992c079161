"""The grammar of English figures: which numbers of a sentence measure or count something."""

from jjjviewer.text import other_english
from jjjviewer.text.english_links import link
from jjjviewer.text.english_quantities import EnglishQuantities
from jjjviewer.text.english_reasons import reason
from jjjviewer.text.figures import OtherNumber, Span
from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.quantities import MOST_NUMBERS, Quantity, as_table, claimed, free, sorted_out
from jjjviewer.text.tables import pattern

_WHOLE = LazyPattern(pattern("english_figures", "rules", "whole"))
_RANK = LazyPattern(pattern("english_figures", "rules", "rank"))


class English:
    """Reads the sentences of an English text."""

    def __init__(self, continental: bool) -> None:
        """Say how the whole text writes its decimals: with a comma, or with a point."""
        self._quantities = EnglishQuantities(continental)

    def read(
        self, text: str, others: list[OtherNumber]
    ) -> tuple[list[Quantity], list[OtherNumber]]:
        """Return the figures of a flattened sentence, and why its other numbers are none.

        Args:
            text: the sentence.
            others: what is no figure for certain.
        """
        special = self._quantities.special(text)
        taken = [OtherNumber(each.start, each.end, "") for each in special]
        whole = [
            OtherNumber(*found.span(1), "part of another number")
            for part in ((_WHOLE, _RANK) if " of " in text or " among " in text else ())
            for found in part.finditer(text)
        ]
        others = claimed(
            [*whole, *(each for each in others if free(Span(each.start, each.end), taken))]
        )
        quantities = [*special, *self._quantities.numbers(text, [*taken, *others])]
        quantities.sort(key=lambda each: each.start)
        if len(quantities) > MOST_NUMBERS:
            return [], [*others, *as_table(quantities)]
        link(text, quantities)
        for each in quantities:
            each.reason = each.reason or reason(text, each)
        return sorted_out(quantities, [*others, *_number_words(text)])


def _number_words(text: str) -> list[OtherNumber]:
    """List number words that no rule has taken: both, a pair, zero, World War II."""
    lower = text.lower()
    if not any(each in lower for each in other_english.NUMBER_WORDS):
        return []
    return [
        OtherNumber(*found.span(), "number word")
        for found in other_english.NUMBER_WORD.finditer(text)
    ]
