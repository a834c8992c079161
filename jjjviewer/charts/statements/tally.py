"""Statements divided among speakers, groups compared or themes, and counted by kind or theme."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, NamedTuple

from jjjviewer.charts.formatting import Reach, statement_kinds
from jjjviewer.model.selection import Language

ALL = "*"
"""Stands for all sides or topics in the names of cells; no id of a pack is that."""
UNSET = "_"
"""Stands for the theme of statements whose theme nobody has looked at, likewise."""
Family = Literal["people", "theme", "place", "other", "all"]
Subject = Literal["kind", "theme", "speaker"]


class Side(NamedTuple):
    """Whose or which statements: one of several set side by side."""

    id: str
    name: str
    family: Family
    place: str = ""
    """Where a speaker is from."""
    province: str = ""
    """The region that colours it, or nothing."""
    is_region: bool = False
    """Whether it is all speakers of a region: it has statements, but does not speak."""
    reach: Reach = "named"
    """How statements on a place go with it."""
    words: str = ""
    """The name of a place within a sentence."""
    is_of_speakers: bool = False
    """Whether a theme has statements that no speaker makes too, which are not counted."""


class Topic(NamedTuple):
    """What statements are counted by: a kind, a theme, or who makes them."""

    id: str
    name: str
    short: str
    subject: Subject
    place: str = ""
    """Where a speaker is from."""
    province: str = ""
    """The region that colours a speaker, or nothing."""


class Scope(NamedTuple):
    """What narrows the statements that are counted."""

    by: Literal["", "theme", "place", "selection"] = ""
    name: str = ""
    reach: Reach = "named"
    """How statements on a place that narrows them go with it."""
    lacks: Literal["", "kind", "theme"] = ""
    """What nobody has looked at in some statements, which are not counted."""
    owner: str = ""
    """Who makes the statements of all sides, where these are themes."""
    of: str = ""
    """Whose statements alone are counted, where nobody else in a sentence says so."""
    in_paragraphs: bool = False
    """Whether the pack only knows which paragraphs name a place, not which statements."""


class Tally(NamedTuple):
    """A side with the number of its statements on a topic, and of all."""

    side: Side
    topic: Topic
    number: int
    total: int


@dataclass(frozen=True)
class Division:
    """Statements counted by side and topic.

    Attributes:
        sides: what is set side by side, in the view's order; none is empty.
        topics: what their statements are counted by, in the view's order; none is empty.
        cells: the ids of the statements by side and topic; those of none are missing.
        owner: what all sides are of: the only speaker or theme, or everything.
        scope: what narrows the statements, for sentences.
        paragraphs: of the statements.
        is_flipped: whether cells are named topic/side, since the topics are who speaks.
    """

    sides: tuple[Side, ...]
    topics: tuple[Topic, ...]
    cells: Mapping[tuple[str, str], tuple[str, ...]]
    owner: Side
    scope: Scope
    paragraphs: tuple[int, ...]
    is_flipped: bool = False

    def ids(self, side: str, topic: str) -> tuple[str, ...]:
        """Return the ids of the statements of a side on a topic."""
        return self.cells.get((side, topic), ())

    def count(self, side: str, topic: str) -> int:
        """Return how many statements a side has on a topic."""
        return len(self.ids(side, topic))

    def total(self, side: str) -> int:
        """Return how many statements a side has."""
        return self._totals[side]

    @cached_property
    def _totals(self) -> Counter[str]:
        topics, totals = {topic.id for topic in self.topics}, Counter[str]()
        for (side, topic), ids in self.cells.items():
            totals[side] += len(ids) if topic in topics else 0
        return totals

    def share(self, side: str, topic: str) -> float:
        """Return the share of a side's statements that is on a topic, 0 to 1."""
        return self.count(side, topic) / (self.total(side) or 1)

    def tally(self, side: Side, topic: Topic) -> Tally:
        """Return a side's statements on a topic, for a sentence."""
        return Tally(side, topic, self.count(side.id, topic.id), self.total(side.id))

    def key(self, side: str, topic: str) -> str:
        """Return the name of a cell, such as chai-baoliang/ecology."""
        return f"{topic}/{side}" if self.is_flipped else f"{side}/{topic}"

    def joined(self, sides: Iterable[str], id_: str) -> "Division":
        """Return the division with what some sides have as a further side of an id."""
        cells = dict(self.cells)
        sides = tuple(sides)
        for topic in self.topics:
            ids = (each for side in sides for each in self.ids(side, topic.id))
            cells[id_, topic.id] = tuple(dict.fromkeys(ids))
        return replace(self, cells=cells)


def speaks(tally: Tally, scope: Scope) -> bool:
    """Return whether a tally counts the themes of one speaker.

    What a filter leaves does not, and a single statement is told as such.
    """
    is_of_speaker = tally.side.family == "people" and not tally.side.is_region
    is_of_speaker &= tally.topic.subject == "theme"
    return is_of_speaker and scope.by != "selection" and tally.total > 1


def percent(count: int, total: int) -> str:
    """Return a share in whole per cent; what is not none or all does not look so."""
    share = 100 * count / total
    if 0 < share < 0.5:
        return "<1%"
    return ">99%" if 99.5 <= share < 100 else f"{share:.0f}%"


def kind_words(language: Language) -> dict[str, str]:
    """Return the kinds of statement as labels, from done to merely said."""
    if language == "zh":
        return {"achievement": "已完成", "measure": "进行中", "plan": "计划", "position": "立场"}
    return statement_kinds()
