"""Names of things: find them in running text, and make them unique."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

_WORD = re.compile(r"\w+")


class Names:
    """Finds names as whole words, written exactly so; of several in one place, the longest.

    Names are looked up by their first word, so that many take no longer than few.

    Args:
        ids: what each name stands for.
    """

    def __init__(self, ids: Mapping[str, str]) -> None:
        self._ids = ids
        self._by_word: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for name in sorted(ids, key=len, reverse=True):
            if first := _WORD.search(name):
                # Where a name begins with a sign, its first word comes after it.
                self._by_word[first[0]].append((first.start(), name))

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield first and last place and id of each name, in order; none overlap."""
        end = 0
        for word in _WORD.finditer(text):
            for within, name in self._by_word.get(word[0], ()):
                start = word.start() - within
                if (
                    start >= end
                    and text.startswith(name, start)
                    and not _WORD.match(text, start + len(name))
                ):
                    end = start + len(name)
                    yield start, end, self._ids[name]
                    break


def names_of(frames: Mapping[str, pd.DataFrame]) -> Names:
    """Return the names of a pack's entities, speakers and regions; of equals, the last.

    Themes are left out: their labels are ordinary words.
    """
    tables: Iterable[tuple[str, str]] = (
        ("entities", "entity_id"),
        ("speakers", "speaker_id"),
        ("regions", "region_id"),
    )
    found: dict[str, str] = {}
    for table, key in tables:
        found |= zip(frames[table]["name"], frames[table][key], strict=True)
    return Names(found)


def unique_names(names: Mapping[str, str]) -> dict[str, str]:
    """Return names by id; a name that several things have is followed by the id."""
    counts = Counter(names.values())
    return {id_: f"{name} ({id_})" if counts[name] > 1 else name for id_, name in names.items()}
