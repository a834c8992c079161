"""Finding who and what a pack names by what somebody types: English, Chinese or pinyin."""

import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice
from typing import Literal, NamedTuple

from jjjviewer.model.columns import CHUNK, AllColumns, Columns, row_at
from jjjviewer.model.index import Index
from jjjviewer.model.pinyin import pinyin
from jjjviewer.model.warning_locations import Place, place_of_row

GroupName = Literal["speakers", "regions", "themes", "places", "others", "statements", "figures"]
_MOST_HITS = 6
"""Of a group; that there are more is said."""
_SHORTEST_TYPO = 4
"""A shorter word is near too many others."""
_NEAR = 74
"""Of 100: "Chengdu" is near "Chengde", "Langfeng" near "Langfang"."""


class Hit(NamedTuple):
    """Something found, and where it is seen."""

    name: str
    about: str
    """What it is, or who said it where."""
    place: Place


class Hits(NamedTuple):
    """What was found of one sort."""

    group: GroupName
    hits: tuple[Hit, ...]
    has_more: bool


class Found(NamedTuple):
    """The answer to what was typed."""

    words: tuple[str, ...]
    """What was looked for: as typed, or the nearest words that the pack has."""
    corrected: bool
    groups: tuple[Hits, ...]


class Search:
    """The texts of a pack, folded for finding.

    Many texts are one long string, so that Python finds a word among a million rows in some tens
    of milliseconds.

    Args:
        columns: of all tables of the pack.
        index: tells where a row is seen.
    """

    def __init__(self, columns: AllColumns, index: Index) -> None:
        self._columns = columns
        self._index = index
        entities, speakers = columns["entities"], columns["speakers"]
        is_place = [kind == "place" for kind in entities["type"]]
        # A region comes before the place of the same id, a speaker before the person.
        people = set(speakers["name"])
        own = [
            index.kind(id_) == "entity" and name not in people
            for id_, name in zip(entities["entity_id"], entities["name"], strict=True)
        ]
        names = _names(entities, "name")
        places = _positions(is_place, own)
        others = _positions((not each for each in is_place), own)
        self._names_by_id = dict(zip(speakers["speaker_id"], speakers["name"], strict=True))
        self._groups: dict[GroupName, _Texts] = {
            "speakers": _Texts(_names(speakers, "name", "role")),
            "regions": _Texts(_names(columns["regions"], "name")),
            "themes": _Texts(_names(columns["themes"], "label")),
            "places": _Texts(map(names.__getitem__, places), places),
            "others": _Texts(map(names.__getitem__, others), others),
            "statements": _Texts(columns["statements"]["summary"]),
            "figures": _Texts(_figures(columns["figures"])),
        }
        # In an order of its own, so that of two that are as near it is always the same.
        self._vocabulary = sorted(set().union(*(each.words for each in self._groups.values())))

    def find(self, typed: str) -> Found:
        """Return what holds all words typed; where nothing does, what holds the nearest words."""
        words = tuple(fold(typed).split())
        found = self._with_all(words)
        if found or not words:
            return Found(words, False, found)
        nearest = tuple(self._nearest(word) for word in words)
        if nearest == words:
            return Found(words, False, ())
        return Found(nearest, True, self._with_all(nearest))

    def _with_all(self, words: Sequence[str]) -> tuple[Hits, ...]:
        if not words:
            return ()
        typed = " ".join(words)

        def far(hit: Hit) -> int:
            """Rank a hit: exact names first, then names that sound the same."""
            named = typed in (fold(hit.name), fold(hit.about))
            return 0 if named else 1 if typed in _sounds(hit.about) else 2

        groups = []
        for name, texts in self._groups.items():
            are_names = name not in ("statements", "figures")
            rows = texts.find(words, _MOST_HITS + 1, are_names=are_names)
            if rows:
                hits = sorted((self._hit(name, at) for at in rows), key=far)[:_MOST_HITS]
                groups.append(Hits(name, tuple(hits), len(rows) > _MOST_HITS))
        return tuple(sorted(groups, key=lambda each: far(each.hits[0])))

    def _nearest(self, word: str) -> str:
        """Return the word of the pack most like a mistyped one, or the word as it is."""
        if len(word) < _SHORTEST_TYPO or not word.isalpha():
            return word
        # Not at the top: what is typed well is found without it, and it takes its time to import.
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extractOne

        best = extractOne(word, self._vocabulary, scorer=ratio, score_cutoff=_NEAR)
        return best[0] if best else word

    def _hit(self, group: GroupName, at: int) -> Hit:
        table = "entities" if group in ("places", "others") else group
        columns = self._columns[table]
        row = row_at(columns, at)
        place = place_of_row(table, columns, at, self._index)
        match group:
            case "statements":
                return Hit(row["summary"], self._who(row), place)
            case "figures":
                return Hit(f"{row['printed']}: {row['measure']}", self._who(row), place)
            case "speakers":
                return Hit(row["name"], row["role"], place)
            case "themes":
                return Hit(row["label"], row["label_zh"], place)
            case "others":
                return Hit(row["name"], f"{row['name_zh']} {row['type']}".strip(), place)
        return Hit(row["name"], row["name_zh"], place)

    def _who(self, row: dict[str, str]) -> str:
        speaker = self._names_by_id.get(row["speaker_id"], "")
        return f"{speaker} ¶{row['paragraph']}".strip()


class _Part(NamedTuple):
    """The texts of some rows as one string."""

    text: str
    """An end of a line before each of them."""
    starts: "array[int]"
    """Where each of them begins, and where the next would."""
    first: int
    """The first of the rows."""

    def rows_with(self, words: Sequence[str], looked_for: str = "") -> Iterator[tuple[int, int]]:
        """Yield the rows whose text holds all words, each after its rank.

        Args:
            words: one or more.
            looked_for: with it the first word must stand, as at the start of a text; or nothing.
        """
        rarest = words[0]
        if len(words) > 1:
            if not all(word in self.text for word in words):
                return
            rarest = min(words, key=self.text.count)
        looked_for = looked_for or rarest
        at = self.text.find(looked_for)
        while at >= 0:
            number = bisect_right(self.starts, at + 1) - 1
            start, end = self.starts[number], self.starts[number + 1] - 1
            text = self.text[start:end]
            if all(word in text for word in words):
                yield _rank(text, words[0]), self.first + number
            at = self.text.find(looked_for, end)


class _Texts:
    """Texts of rows, some of them at a time as one string.

    Args:
        texts: one for each row.
        positions: which rows they belong to, where these are not all.
    """

    def __init__(self, texts: Iterable[str], positions: Sequence[int] | None = None) -> None:
        self.words: set[str] = set()
        """The words that stand in the texts and are long enough to be mistyped."""
        self._parts: list[_Part] = []
        self._positions = positions
        every = iter(texts)
        # Some at a time, for a window in another thread waits for each step.
        while some := [text.replace("\n", " ") for text in islice(every, CHUNK)]:
            text = "\n" + fold("\n".join(some))
            lengths = (len(each) + 1 for each in text[1:].split("\n"))
            starts = array("q", accumulate(lengths, initial=1))
            self._parts.append(_Part(text, starts, CHUNK * len(self._parts)))
            self.words.update(_words(text))

    def find(self, words: Sequence[str], most: int, *, are_names: bool) -> list[int]:
        """Return the rows whose text holds all words, prefix matches of the first word first.

        Args:
            words: one or more.
            most: as many are enough; of many more the first few are put in that order.
            are_names: then what begins with the first word is looked for in all of them.
        """
        parts = self._parts
        begun = [part.rows_with(words, f"\n{words[0]}") for part in parts if are_names]
        others = [part.rows_with(words) for part in parts]
        found = {*islice(chain(*begun), most), *islice(chain(*others), 8 * most)}
        rows = [row for _, row in sorted(found)[:most]]
        return rows if self._positions is None else [self._positions[row] for row in rows]


def _words(text: str) -> Iterator[str]:
    for each in set(text.split()):
        word = each.strip(".,;:()'’\"")
        if len(word) >= _SHORTEST_TYPO and word.isalpha():
            yield word


def _rank(text: str, word: str) -> int:
    """0 where the text begins with a word, 1 where a word of it does, 2 otherwise."""
    if text.startswith(word):
        return 0
    return 1 if f" {word}" in text else 2


def fold(text: str) -> str:
    """Fold case, accents and full-width letters, which readers do not type."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def _names(table: Columns, column: str, *more: str) -> list[str]:
    """Names in English, in Chinese and in pinyin, with and without spaces."""
    columns = [column, *more, *(f"{each}_zh" for each in more)]
    cells = zip(*(table[each] for each in columns), strict=True)
    chinese = table[f"{column}_zh"]
    return [" ".join((*texts, zh, *_sounds(zh))) for texts, zh in zip(cells, chinese, strict=True)]


def _sounds(chinese: str) -> tuple[str, ...]:
    if not chinese or chinese.isascii():
        return ()
    syllables = pinyin(chinese)
    return syllables, syllables.replace(" ", "")


def _figures(table: Columns) -> Iterator[str]:
    """Of figures what they measure, the number as printed and as a plain number."""
    return map(" ".join, zip(table["measure"], table["printed"], table["value"], strict=True))


def _positions(*conditions: Iterable[bool]) -> list[int]:
    """Where all conditions hold."""
    return [at for at, each in enumerate(zip(*conditions, strict=True)) if all(each)]
