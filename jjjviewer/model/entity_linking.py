"""Names of things: find them in running text, and make them unique."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

import pandas as pd

_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"(?:, and|, or|,| and| or) $")
"""What stands between two things listed, at the end of a text."""
_ANY_NAME = re.compile(r"[A-Z][\w'’-]*$")


class Names:
    """Finds names as whole words, written exactly so; of several in one place, the longest.

    Names are looked up by their first word, so that many take no longer than few. Where names
    share a noun, as in "the Luan and Chao rivers", each is found by its own part.

    Args:
        named: names with what they stand for; of the same name, the last comes first.
        always: ids whose names are found in every text, also in one that is said to name others.
    """

    def __init__(self, named: Iterable[tuple[str, str]], always: Collection[str] = ()) -> None:
        self._always = always
        self._ids: dict[str, list[str]] = defaultdict(list)
        for name, id_ in named:
            self._ids[name].insert(0, id_)
        self._by_word: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._by_plural: dict[str, dict[str, str]] = defaultdict(dict)
        """Names by their last word as a plural, and by what stands before it."""
        for name in sorted(self._ids, key=len, reverse=True):
            if first := _WORD.search(name):
                # Where a name begins with a sign, its first word comes after it.
                self._by_word[first[0]].append((first.start(), name))
            own, _, noun = name.rpartition(" ")
            if own and noun.isalpha():
                self._by_plural[_plural(noun.lower())][own] = name

    def find(
        self, text: str, mentioned: Collection[str] | None = None
    ) -> Iterator[tuple[int, int, str]]:
        """Yield first and last place and id of each name, in order; none overlap.

        Args:
            text: where to look.
            mentioned: the ids of what the text names; None where nobody has said.
        """
        words = [*_WORD.finditer(text)]
        nouns = [word for word in words if word[0].lower() in self._by_plural]
        listed = [each for noun in nouns for each in self._listed(text, noun)]
        taken = {at for start, end, _ in listed for at in range(start, end)}
        spans = [(start, end, name) for start, end, name in listed if name]
        for start, end, name in sorted([*spans, *self._single(text, words, taken)]):
            if id_ := self._id(name, mentioned):
                yield start, end, id_

    def _id(self, name: str, mentioned: Collection[str] | None) -> str:
        ids = self._ids[name]
        if mentioned is None:
            return ids[0]
        return next((id_ for id_ in ids if id_ in self._always or id_ in mentioned), "")

    def _single(
        self, text: str, words: Iterable[re.Match[str]], taken: Collection[int]
    ) -> Iterator[tuple[int, int, str]]:
        """Yield the names that stand by themselves."""
        end = 0
        for word in words:
            for within, name in self._by_word.get(word[0], ()):
                start = word.start() - within
                if (
                    start >= end
                    and start not in taken
                    and text.startswith(name, start)
                    and not _WORD.match(text, start + len(name))
                ):
                    end = start + len(name)
                    yield start, end, name
                    break

    def _listed(self, text: str, noun: re.Match[str]) -> list[tuple[int, int, str]]:
        """Return the things listed before a noun they share; '' is the name of an unknown one."""
        names, before = self._by_plural[noun[0].lower()], text[: noun.start()]
        if not before.endswith(" "):
            return []
        found: list[tuple[int, int, str]] = []
        before = before[:-1]
        while True:
            own = next((each for each in names if _ends_with(before, each)), "")
            other = None if own else _ANY_NAME.search(before)
            if not own and other is None:
                break
            start = len(before) - len(own) if other is None else other.start()
            found.insert(0, (start, len(before), names.get(own, "")))
            between = _BETWEEN.search(before[:start])
            if between is None:
                break
            before = before[: between.start()]
        return found if len(found) > 1 else []


def _ends_with(text: str, name: str) -> bool:
    """Return whether a text ends with a name as whole words."""
    return text.endswith(name) and not text[: -len(name)][-1:].isalnum()


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def names_of(frames: Mapping[str, pd.DataFrame]) -> Names:
    """Return the names of a pack's entities, speakers and regions.

    Of the same name a region comes before a speaker and an entity. Themes are left out: their
    labels are ordinary words.
    """
    tables: Iterable[tuple[str, str]] = (
        ("entities", "entity_id"),
        ("speakers", "speaker_id"),
        ("regions", "region_id"),
    )
    named = (
        pair
        for table, key in tables
        for pair in zip(frames[table]["name"], frames[table][key], strict=True)
    )
    always = {*frames["speakers"]["speaker_id"], *frames["regions"]["region_id"]}
    return Names(named, always)


def unique_names(names: Mapping[str, str]) -> dict[str, str]:
    """Return names by id; a name that several things have is followed by the id."""
    counts = Counter(names.values())
    return {id_: f"{name} ({id_})" if counts[name] > 1 else name for id_, name in names.items()}
