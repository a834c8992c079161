"""Choose what the title of a chart of statements says, and of which cells."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from jjjviewer.charts.formatting import peers
from jjjviewer.charts.page_layout import Headline, Rule
from jjjviewer.charts.statements.chinese_titles import Chinese
from jjjviewer.charts.statements.english_titles import EnglishTitles
from jjjviewer.charts.statements.tally import UNSET, Division, Scope, Side, Tally, Topic
from jjjviewer.model.view import View

_MOST_SIDES = 40
"""Sides of which pairs are tried: those with most statements."""
_JOINED = 2
"""Speakers of a region that a bracket adds up."""
_ALL_NAMED = 3
"""Of so many things compared a title names all, of more the two that differ most."""
_LONGEST = 165
"""In characters: a title that would be longer names two of three."""
_CLEAR = 0.5
"""Least distance of two themes of one speaker, 0 to 1, that is worth a title."""


class News(NamedTuple):
    """What a title says."""

    title: str
    rule: Rule
    tallies: Sequence[Tally]
    """What it is about; the first gives the topic that rows are sorted by."""
    cells: tuple[tuple[str, str], ...]
    """Sides and topics of the marks that it is about."""
    division: Division
    """With the sides that the title adds up."""
    joined: tuple[str, ...] = ()
    """The sides that its first tally adds up."""

    @property
    def topic(self) -> Topic:
        """The topic that the title is about."""
        return self.tallies[0].topic

    @property
    def headline(self) -> Headline:
        """The title with the keys of its marks."""
        marks = (self.division.key(side, topic) for side, topic in self.cells)
        return Headline(self.title, tuple(marks), self.rule)


class _Writer:
    """Writes titles in the language of a view."""

    def __init__(self, view: View, division: Division, *, in_percent: bool) -> None:
        self.words = Chinese() if view.dataset.language == "zh" else EnglishTitles()
        self.division = division
        self.scope = division.scope
        self.in_percent = in_percent

    def single(self, tally: Tally) -> News:
        title = self.words.single(tally, self.scope, in_percent=self.in_percent)
        return self._news(title, "single", [tally])

    def difference(self, *tallies: Tally) -> News:
        first, *others = tallies
        told = [first, *map(self._own_of_one, others)]
        title = self.words.difference(told, self.scope, in_percent=self.in_percent)
        is_of_one_topic = all(each.topic == first.topic for each in told)
        return self._news(title, "difference" if is_of_one_topic else "contrast", told)

    def _own_of_one(self, tally: Tally) -> Tally:
        """Return what a side's only statement is on, if it is not on the topic of a title."""
        if tally.total > 1 or tally.number:
            return tally
        has = self.division.count
        own = next(topic for topic in self.division.topics if has(tally.side.id, topic.id))
        return self.division.tally(tally.side, own)

    def contrast(self, one: Tally, other: Tally) -> News:
        title = self.words.contrast(one, other, in_percent=self.in_percent)
        return self._news(title, "contrast", [one, other])

    def foremost(self, tallies: Sequence[Tally]) -> News:
        """State the only topic of a side, the largest, or the largest that are equal.

        That somebody takes a position is news only where there is no other.
        """
        filled = [each for each in tallies if each.number]
        news = [each for each in filled if not _is_position(each.topic)] or filled
        most = max(each.number for each in news)
        ties = [each for each in news if each.number == most]
        is_most = all(each.number <= most for each in filled)
        # A part of somebody's statements does not show what they speak of most.
        is_most = is_most and not self.scope.by
        if len(news) == 1 or (len(ties) == 1 and not is_most):
            return self.single(ties[0])
        if len(ties) > 1:
            title = self.words.tie(ties, self.scope, in_percent=self.in_percent)
            return self._news(title, "tie", ties)
        title = self.words.extreme(ties[0], self.scope, in_percent=self.in_percent)
        return self._news(title, "extreme", ties)

    def _news(self, title: str, rule: Rule, tallies: Sequence[Tally]) -> News:
        cells = tuple((each.side.id, each.topic.id) for each in tallies)
        return News(title, rule, tallies, cells, self.division)


def news_of(
    view: View, division: Division, *, in_percent: bool = False, contrasts: bool = False
) -> News:
    """Return what is news in a division of statements.

    Args:
        view: what is selected and highlighted, and the language.
        division: its statements, counted.
        in_percent: whether the chart gives shares in per cent.
        contrasts: whether two groups are set side by side by what they speak of most.
    """
    writer = _Writer(view, division, in_percent=in_percent)
    if highlighted := _highlighted(view, division):
        return writer.single(highlighted)
    beside = peers(view)
    if contrasts and len(view.groups) == len(beside) == 2 and (both := _largest_of_both(division)):
        return writer.contrast(*both)
    apart = {group.id for group in beside}
    sides = [side for side in division.sides if not apart or side.id in apart]
    pair = _farthest(division, sides)
    if not pair:
        owner = sides[0] if apart and len(sides) == 1 else division.owner
        if owner.family != "place" and any(side.family == "place" for side in division.sides):
            # These are only those statements that name the places.
            writer.scope = writer.scope._replace(by="selection")
        return writer.foremost([division.tally(owner, topic) for topic in division.topics])
    joined = () if view.groups else _joined(division, pair)
    if not joined:
        third = [side for side in sides if side not in (pair[0].side, pair[1].side)]
        rest = third if len(apart) == _ALL_NAMED and len(third) == 1 else ()
        between = [division.tally(side, pair[0].topic) for side in rest]
        news = writer.difference(pair[0], *between, pair[1])
        return news if len(news.title) <= _LONGEST else writer.difference(*pair)
    return _of_region(view, writer, pair, joined)


def _highlighted(view: View, division: Division) -> Tally | None:
    if not view.highlight:
        return None
    for side in division.sides:
        for topic in division.topics:
            ids = division.ids(side.id, topic.id)
            if view.highlight in (division.key(side.id, topic.id), *ids):
                return division.tally(side, topic)
    return None


def _largest_of_both(division: Division) -> tuple[Tally, Tally] | None:
    """Return the largest topics of two groups of speakers, where they differ and nothing ties."""
    found = []
    for side in division.sides:
        tallies = [division.tally(side, topic) for topic in division.topics]
        most = max(tallies, key=lambda each: each.number)
        is_tied = sum(each.number == most.number for each in tallies) > 1
        if side.family != "people" or most.topic.subject != "theme" or is_tied:
            return None
        found.append(most)
    if len(found) != 2 or found[0].topic == found[1].topic or division.scope != Scope():
        return None
    return found[0], found[1]


def _farthest(division: Division, among: Sequence[Side]) -> tuple[Tally, Tally] | None:
    """Return the two sides that differ most on a topic, the larger share first.

    Shares are drawn to the middle, as by one statement more on the topic and one more off it, lest
    three of three outweigh nineteen of twenty-five.
    """
    named = [side for side in among if side.id != UNSET]
    sides = sorted(named, key=lambda side: -division.total(side.id))[:_MOST_SIDES]
    counts = np.array(
        [[division.count(side.id, topic.id) for topic in division.topics] for side in sides],
        dtype=float,
    ).reshape(len(sides), len(division.topics))
    totals = counts.sum(axis=1)[:, None]
    if len(sides) < 2:
        return None
    shares, drawn = counts / totals, (counts + 1) / (totals + 2)
    is_larger = shares[:, None] > shares[None]
    distances = np.where(is_larger, drawn[:, None] - drawn[None], -1.0)
    are_news = [not _is_position(topic) for topic in division.topics]
    if (distances[..., are_news] > 0).any():
        distances[..., np.logical_not(are_news)] = -1.0
    one, other, topic = np.unravel_index(int(distances.argmax()), distances.shape)
    least = _CLEAR if division.owner.family == "people" else 0.0
    if distances[one, other, topic] <= least:
        return None
    about = division.topics[int(topic)]
    return division.tally(sides[int(one)], about), division.tally(sides[int(other)], about)


def _is_position(topic: Topic) -> bool:
    return topic.subject == "kind" and topic.id == "position"


def _joined(division: Division, pair: tuple[Tally, Tally]) -> tuple[str, ...]:
    """Return all speakers of the region of the first side, where no other has a larger share.

    They stand together at the top then, and a bracket adds them up.
    """
    one, other = pair
    if one.topic.subject != "kind" or one.side.family != "people" or not one.side.province:
        return ()
    ranked = sorted(division.sides, key=lambda side: -division.share(side.id, one.topic.id))
    block = [side for side in division.sides if side.province == one.side.province]
    if one.side != ranked[0] or len(block) != _JOINED or other.side in block:
        return ()
    top = ranked[: len(block)]
    return tuple(side.id for side in top) if {*top} == {*block} else ()


def _of_region(
    view: View, writer: _Writer, pair: tuple[Tally, Tally], joined: tuple[str, ...]
) -> News:
    """Return the difference between a region, whose speakers are added up, and another side."""
    (one, other), division = pair, writer.division
    province = one.side.province
    name = view.dataset.provinces.get(province, "")
    places = [side.place for side in division.sides]
    rest = other.side
    if rest.place and places.count(rest.place) == 1 and rest.place != name:
        rest = rest._replace(name=rest.place)
    writer.division = division = division.joined(joined, province)
    region = Side(province, name, "people", province=province)
    news = writer.difference(division.tally(region, one.topic), division.tally(rest, one.topic))
    cells = (*((side, one.topic.id) for side in joined), (rest.id, one.topic.id))
    return news._replace(cells=cells, joined=joined)
