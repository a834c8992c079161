"""Search a pack for what somebody types: English, Chinese or pinyin."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import pandas as pd

from jjjviewer.model.columns import CHUNK
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.folding import fold
from jjjviewer.model.index import RecordTable
from jjjviewer.model.pinyin import pinyin
from jjjviewer.model.suggestions import most_like
from jjjviewer.model.text_matching import FoldedTexts, words_of
from jjjviewer.model.warning_locations import RowLocation, row_location

GroupName = Literal["speakers", "regions", "themes", "places", "others", "statements", "figures"]
_MOST_HITS = 6
"""Hits to list of a group."""
_SHORTEST_TYPO = 4
"""Letters of a word that is corrected: a shorter one is near too many others."""
_NEAR = 74
"""Similarity of a correction, of 100: as "Chengdu" to "Chengde", "Langfeng" to "Langfang"."""


class Hit(NamedTuple):
    """Something found, and where it is seen."""

    name: str
    about: str
    """What it is, or who said it where."""
    location: RowLocation
    is_collected: bool = False


class Hits(NamedTuple):
    """What was found of one sort."""

    group: GroupName
    hits: tuple[Hit, ...]
    total: int
    """How many there are; only the best are listed."""


class Found(NamedTuple):
    """The answer to what was typed."""

    words: tuple[str, ...]
    """What was looked for: as typed, or the nearest words that the pack has."""
    corrected: bool
    groups: tuple[Hits, ...]
    total: int = 0
    """How many statements hold the words, themselves or in a figure: what a search selects."""
    is_name: bool = False
    """Whether the first hit has exactly the words as its name."""

    @property
    def query(self) -> str:
        """The words that select all of it."""
        return " ".join(self.words)


class Search:
    """The names and texts of a dataset, without case and accents.

    Args:
        dataset: the pack.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._index = dataset.index
        self._dataset = dataset
        regions, speakers, entities = (
            dataset[name] for name in ("regions", "speakers", "entities")
        )
        # A region comes before the place of the same id, a speaker before the person.
        is_entity = entities["entity_id"].map(self._index.kind) == "entity"
        entities = entities[is_entity & ~entities["name"].isin(set(speakers["name"]))]
        is_place = entities["type"] == "place"
        places, others = entities[is_place], entities[~is_place]
        themes, statements, figures = (
            dataset[name] for name in ("themes", "statements", "figures")
        )
        self._groups: dict[GroupName, _Group] = {
            "speakers": _Group("speakers", speakers, _names(speakers, "name", "role")),
            "regions": _Group("regions", regions, _names(regions, "name")),
            "themes": _Group("themes", themes, _names(themes, "label")),
            "places": _Group("entities", places, _names(places, "name")),
            "others": _Group("entities", others, _names(others, "name")),
            "statements": _Group("statements", statements, dataset.texts.of("statements")),
            "figures": _Group("figures", figures, dataset.texts.of("figures")),
        }
        # Sorted, so that of two words that are as near it is always the same.
        self._vocabulary = sorted(set().union(*(each.words() for each in self._groups.values())))

    def find(self, typed: str) -> Found:
        """Return what holds all words typed; where nothing does, what holds the nearest words."""
        words = words_of(typed)
        found = self._with_all(words, corrected=False)
        if found.groups or not words:
            return found
        nearest = tuple(self._nearest(word) for word in words)
        return found if nearest == words else self._with_all(nearest, corrected=True)

    def _with_all(self, words: tuple[str, ...], *, corrected: bool) -> Found:
        if not words:
            return Found(words, corrected, ())
        typed = " ".join(words)

        def distance(hit: Hit) -> int:
            """Put what has exactly this name first, and then what sounds exactly so."""
            if typed in (fold(hit.name), fold(hit.about)):
                return 0
            return 1 if typed in _sounds(hit.about) else 2

        groups = []
        holding: dict[GroupName, list[int]] = {}
        for name, group in self._groups.items():
            are_names = name not in ("statements", "figures")
            found = holding[name] = group.holding(words)
            if found:
                best = group.best(found, words[0], _MOST_HITS, are_names=are_names)
                hits = sorted(self._hits(name, group, best), key=distance)
                groups.append(Hits(name, tuple(hits), len(found)))
        groups.sort(key=lambda each: distance(each.hits[0]))
        is_name = bool(groups) and distance(groups[0].hits[0]) < 2
        return Found(words, corrected, tuple(groups), self._count(holding), is_name)

    def _count(self, holding: dict[GroupName, list[int]]) -> int:
        """Count the statements that are found, themselves or by a figure."""
        names: tuple[GroupName, ...] = ("statements", "figures")
        ids = (self._groups[name].frame["statement_id"].iloc[holding[name]] for name in names)
        return len(set().union(*ids))

    def _nearest(self, word: str) -> str:
        """Return the word of the pack most like a mistyped one, or the word as it is."""
        if len(word) < _SHORTEST_TYPO or not word.isalpha():
            return word
        return most_like(word, self._vocabulary, _NEAR) or word

    def _hits(self, name: GroupName, group: "_Group", positions: list[int]) -> Iterator[Hit]:
        rows = group.frame.iloc[positions]
        for row, (shown, about) in enumerate(_names_and_descriptions(name, rows)):
            location = row_location(group.table, rows, row, self._index)
            table: RecordTable = "figures" if name == "figures" else "statements"
            is_collected = self._dataset.collection.has(table, location.record)
            yield Hit(shown, about, location, is_collected)


def _names_and_descriptions(group: GroupName, rows: pd.DataFrame) -> Iterable[tuple[str, str]]:
    match group:
        case "statements":
            return zip(rows["summary"], _sources(rows), strict=True)
        case "figures":
            return zip(rows["printed"] + ": " + rows["measure"], _sources(rows), strict=True)
        case "speakers":
            return zip(rows["name"], rows["role"], strict=True)
        case "themes":
            return zip(rows["label"], rows["label_zh"], strict=True)
        case "others":
            types = rows["name_zh"] + " " + rows["type"].astype(object)
            return zip(rows["name"], types.str.strip(), strict=True)
    return zip(rows["name"], rows["name_zh"], strict=True)


def _sources(rows: pd.DataFrame) -> Iterator[str]:
    """Yield speaker and paragraph of each row."""
    for speaker, paragraph in zip(rows["speaker"], rows["paragraph"], strict=True):
        yield f"{speaker} ¶{paragraph}".strip()


class _Group:
    """Rows that are listed together, and the text in which words are looked for in each.

    Args:
        table: the table of the rows.
        frame: the rows.
        texts: one for each row.
    """

    def __init__(self, table: str, frame: pd.DataFrame, texts: FoldedTexts) -> None:
        self.table = table
        self.frame = frame
        self._texts = texts
        self.holding = texts.holding

    def words(self) -> set[str]:
        """Return the words of the texts that are long enough to be mistyped."""
        found: set[str] = set()
        texts = self._texts.texts
        # In chunks, for which a window in another thread does not wait.
        for start in range(0, len(texts), CHUNK):
            found.update(_words(" ".join(texts[start : start + CHUNK])))
        return found

    def best(self, found: Sequence[int], first: str, most: int, *, are_names: bool) -> list[int]:
        """Return the best of the rows found.

        Texts that begin with the first word are best, then those in which a word does.

        Args:
            found: the rows that hold all words.
            first: the first word.
            most: how many rows to return; of many more only the first few are put in order.
            are_names: whether to look through all texts for those that begin with the first word.
        """
        texts = self._texts.texts
        begin = [at for at in found if texts[at].startswith(first)][:most] if are_names else []
        candidates = {*begin, *found[: 8 * most]}
        return sorted(candidates, key=lambda at: (_rank(texts[at], first), at))[:most]


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


def _names(frame: pd.DataFrame, column: str, *more: str) -> FoldedTexts:
    """Return names in English, in Chinese and in pinyin, with and without spaces."""
    columns = (column, *more, *(f"{each}_zh" for each in more), f"{column}_zh")
    rows = zip(*(frame[each] for each in columns), strict=True)
    return FoldedTexts(" ".join((*texts, *_sounds(texts[-1]))) for texts in rows)


def _sounds(chinese: str) -> tuple[str, ...]:
    if not chinese or chinese.isascii():
        return ()
    syllables = pinyin(chinese)
    return syllables, syllables.replace(" ", "")
