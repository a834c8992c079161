"""Pairs of places that links name together: what maps and matrices count.

A link counts once for each pair of different places that it names, a flow for each pair of source
and goal. Places are counted with their region or city, or singly.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import NamedTuple

import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.formatting import attribution, joined_names, status
from jjjviewer.charts.translation import clauses, listed, tr
from jjjviewer.model.row_types import EntityRow, LinkRow
from jjjviewer.model.view import View

_MOST_LISTED = 6
"""Greatest number of links spelt out in a tooltip."""
_PAIR = 2


class PlacePair(NamedTuple):
    """Two places, and the links that name both."""

    ends: tuple[str, str]
    links: tuple[LinkRow, ...]

    @property
    def cell(self) -> str:
        """The key of its mark."""
        return "/".join(self.ends)

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of its links."""
        return tuple(link.link_id for link in self.links)

    @property
    def size(self) -> int:
        """The number of its links."""
        return len(self.links)


@dataclass(frozen=True, eq=False)
class LinkPairs:
    """The pairs of places of a view.

    Attributes:
        links: those that name two places or more.
        places: what is counted, by id, those named most first.
        named: the links that name each of them.
        pairs: those of most links first.
        within: how many links lie within one of the places, by its id.
        whole_regions: places whose cities are counted apart from them.
        are_single: whether places are counted singly, not with their region or city.
    """

    links: Sequence[LinkRow]
    places: Mapping[str, EntityRow]
    named: Mapping[str, Sequence[LinkRow]]
    pairs: Sequence[PlacePair]
    within: Mapping[str, int]
    whole_regions: frozenset[str]
    are_single: bool

    def label(self, id_: str) -> str:
        """Return the name of a place, which says where it does not stand for its cities."""
        name = self.places[id_].name
        if id_ not in self.whole_regions:
            return name
        if self.names_whole(id_):
            return tr("{place} as a whole", place=name)
        return tr("{place} apart from its cities", place=name)

    def names_whole(self, id_: str) -> bool:
        """Return whether a region is counted apart from its cities by links that name it."""
        return _name(self.named[id_], id_)

    def title_of(self, *pairs: PlacePair, name: Callable[[str], str] = str) -> str:
        """Return the names of the places of some pairs, and whether places in them count.

        Args:
            pairs: they share places.
            name: gives a name as it stands within a sentence.
        """
        ends = dict.fromkeys(end for pair in pairs for end in pair.ends)
        named_by_parts = {
            end
            for pair in pairs
            for end in pair.ends
            if end not in self.whole_regions and not _name(pair.links, end)
        }
        labels = {
            id_: self.label(id_) if id_ in self.whole_regions else name(self.places[id_].name)
            for id_ in ends
        }
        if len(ends) == len(named_by_parts):
            return tr("{places} (or places in them)", places=_together([*labels.values()]))
        for id_ in named_by_parts:
            labels[id_] = tr("{place} (or places in it)", place=labels[id_])
        if len(ends) > _PAIR:
            # All of the links name all of the places: "as a whole" would be of the last alone.
            wholes = [id_ for id_ in self.whole_regions & ends.keys() if self.names_whole(id_)]
            labels |= {id_: self.places[id_].name for id_ in wholes}
        return _together([*labels.values()])

    def words(self, pair: PlacePair) -> str:
        """Describe a pair for tooltips and screen readers."""
        return f"{self.title_of(pair)}: {self.description(pair.links)}"

    def description(self, links: Sequence[LinkRow]) -> str:
        """Return how many of all some links are, and what they are about."""
        total = len(self.links)
        words = tr("{count} of 1 link") if total == 1 else tr("{count} of {total} links")
        count = words.format(count=len(links), total=total)
        return f"{count}: {_topics(links)}" if links else count


def _together(labels: Sequence[str]) -> str:
    """Join names of places; of two it is told which is connected with which."""
    if len(labels) > _PAIR:
        return joined_names(labels)
    return tr("{place} with {other}", place=labels[0], other=labels[1])


def _name(links: Sequence[LinkRow], id_: str) -> bool:
    """Return whether links name a place itself, not only places in it."""
    return all(id_ in [end.entity_id for end in link.ends] for link in links)


def _topics(links: Sequence[LinkRow]) -> str:
    """Return topic, theme, status and attribution of links; of many, of the first."""
    each = [
        tr(
            "{what} ({details})",
            what=link.about,
            details=listed((link.theme, status(link), attribution(link))),
        )
        for link in links[:_MOST_LISTED]
    ]
    if len(links) > _MOST_LISTED:
        each.append(tr("and {count} more", count=len(links) - _MOST_LISTED))
    return clauses(each)


@cached_on_view
def joining_links(view: View) -> pd.DataFrame:
    """Return the links of a view that name two places or more."""
    joins = [len({*ids}) > 1 for ids in view.links["place_ids"]]
    # An empty list would select columns.
    return view.links[pd.Series(joins, view.links.index, dtype=bool)]


def pairs_of(link: LinkRow, counted_as: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return the pairs of places that a link names, each in one order."""
    by_role: dict[str, set[str]] = {"from": set(), "to": set(), "member": set()}
    for end in link.ends:
        by_role[end.role].add(counted_as[end.entity_id])
    source, goal, members = by_role.values()
    joined: Iterable[tuple[str, str]] = combinations(source | goal | members, 2)
    if source and goal and not members:
        joined = product(source, goal)
    return {(min(pair), max(pair)) for pair in joined if pair[0] != pair[1]}


def join_several(view: View, located_only: bool) -> bool:
    """Return at once whether links join two pairs of regions and cities or more.

    Args:
        view: the links.
        located_only: whether only places of known position count.
    """
    geography = view.dataset.geography
    at = geography.located_places
    found: set[tuple[str, str]] = set()
    for link in view.dataset.link_rows.of(view.links):
        for pair in pairs_of(link, geography.cities):
            positions = {at[end].position for end in pair if end in at}
            if not located_only or len(positions) == len(pair):
                found.add(pair)
        if len(found) > 1:
            return True
    return False


@cached_on_view
def counted(singly: bool, view: View) -> LinkPairs:
    """Count the pairs of places of a view, with their region or city, or singly.

    Where a place is selected, the pairs are those of this place.
    """
    geography = view.dataset.geography
    counted_as = geography.nearest_located if singly else geography.cities
    links = view.dataset.link_rows.of(joining_links(view))
    found: dict[tuple[str, str], list[LinkRow]] = defaultdict(list)
    named: dict[str, list[LinkRow]] = defaultdict(list)
    within: dict[str, int] = defaultdict(int)
    for link in links:
        places = {counted_as[end.entity_id] for end in link.ends}
        for id_ in places:
            named[id_].append(link)
        if len(places) == 1:
            within[places.pop()] += 1
        for pair in pairs_of(link, counted_as):
            found[pair].append(link)
    own = _own_places(view, counted_as)
    kept = {pair: found[pair] for pair in found if own & {*pair}} if own else found
    found = kept or found
    partners = {id_: sum(id_ in pair for pair in found) for id_ in named}
    rows = geography.places(named)
    order = {id_: at for at, id_ in enumerate(rows)}
    ranked = sorted(rows, key=lambda id_: (-len(named[id_]), -partners[id_], order[id_]))
    rank = {id_: at for at, id_ in enumerate(ranked)}
    pairs = [
        PlacePair((a, b) if rank[a] < rank[b] else (b, a), tuple(of))
        for (a, b), of in found.items()
    ]
    pairs.sort(key=lambda pair: (-pair.size, *(rank[end] for end in pair.ends)))
    wholes = geography.whole_regions & named.keys()
    return LinkPairs(
        links, {id_: rows[id_] for id_ in ranked}, named, pairs, within, wholes, singly
    )


def _own_places(view: View, counted_as: Mapping[str, str]) -> set[str]:
    """Return the places that a selected place is counted as; none without one."""
    if view.kind != "entity":
        return set()
    chosen = view.dataset.places_within(view.selection) & counted_as.keys()
    return {counted_as[id_] for id_ in chosen}


def group_counts(pair: PlacePair, view: View) -> tuple[int, ...]:
    """Return how many links of a pair belong to each of the groups compared."""
    return tuple(sum(link.link_id in ids for link in pair.links) for ids in links_of_groups(view))


def group_names(view: View) -> list[str]:
    """Return the names of what is compared, each with how many links it has."""
    totals = zip(view.groups, links_of_groups(view), strict=True)
    return [tr("{name} (links: {count})", name=group.name, count=len(ids)) for group, ids in totals]


@cached_on_view
def links_of_groups(view: View) -> list[frozenset[str]]:
    """Return the ids of the links of each group compared that name two places or more."""
    rows = joining_links(view)
    return [frozenset(part["link_id"]) for _, part in view.divided(rows)] if view.groups else []
