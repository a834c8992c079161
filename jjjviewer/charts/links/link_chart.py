"""Base class of charts of links: which pairs of places they show, notes and table."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.chart_type import source_line, without_notes
from jjjviewer.charts.formatting import speaker_note, subject
from jjjviewer.charts.links.link_headlines import links_headline
from jjjviewer.charts.links.link_pairs import (
    LinkPairs,
    PlacePair,
    counted,
    group_counts,
    joining_links,
)
from jjjviewer.charts.links.link_words import MOST_NAMED
from jjjviewer.charts.page_layout import Chart, Headline, Layout
from jjjviewer.charts.translation import clauses, enumerated, tr
from jjjviewer.model.geography import Extent
from jjjviewer.model.row_types import LinkRow
from jjjviewer.model.view import View

_EDGE = 0.04
"""How far from the edge of an extent, of its height, a place lies well within it."""
_NEAR = 1.5
"""How many times as wide or high as an extent all places are where it shows single ones."""
MOST_LINES = 12
"""Pairs that are drawn as lines."""


def foremost(pairs: Sequence[PlacePair]) -> Sequence[PlacePair]:
    """Return the pairs of so many links that no more than a map takes have as many.

    Where more than that are equal, they are the first of these.
    """
    if len(pairs) <= MOST_LINES:
        return pairs
    least = pairs[MOST_LINES].size + 1
    return [pair for pair in pairs if pair.size >= least] or pairs[:MOST_LINES]


def in_sight(
    pairs: Sequence[PlacePair], view: View, extent: Extent | None, *, least: int = 1
) -> list[PlacePair]:
    """Return the pairs of two known positions of which so many lie well within an extent."""
    at = view.dataset.geography.located_places
    located = [
        pair
        for pair in pairs
        if all(end in at for end in pair.ends) and len({at[end].position for end in pair.ends}) > 1
    ]
    if extent is None:
        return located
    inner = extent.around(-_EDGE * (extent.north - extent.south))
    return [
        pair
        for pair in located
        if sum(inner.holds(*at[end].position) for end in pair.ends) >= least
    ]


def pairs_in(extent: Extent | None, view: View) -> LinkPairs:
    """Return the pairs between regions and cities, or between single places.

    These are shown of one speaker, one theme or one place unless most of the pairs would be left
    out, and on a near map, if that joins more: the same wherever it is moved.
    """
    whole = counted(False, view)
    if not whole.pairs:
        return counted(True, view)
    if extent is not None and _is_near(whole, view, extent):
        single = counted(True, view)
        few, many = (len(in_sight(each.pairs, view, None)) for each in (whole, single))
        if many >= few:
            return single
    if view.kind in ("theme", "entity", "link") or len(view.speakers) == 1:
        single = counted(True, view)
        seen = in_sight(single.pairs, view, None)
        return single if 2 * len(foremost(seen)) >= len(seen) > 0 else whole
    return whole


def _is_near(whole: LinkPairs, view: View, extent: Extent) -> bool:
    """Return whether an extent is small beside the places that a whole map shows."""
    at = view.dataset.geography.located_places
    ends = {end for pair in foremost(in_sight(whole.pairs, view, None)) for end in pair.ends}
    if not ends:
        return True
    lons, lats = zip(*(at[end].position for end in ends), strict=True)
    wide: float = (max(lons) - min(lons)) / (extent.east - extent.west)
    high: float = (max(lats) - min(lats)) / (extent.north - extent.south)
    return max(wide, high) >= _NEAR


class LinkChart(ABC):
    """A chart of the links between places."""

    @abstractmethod
    def found(self, view: View) -> LinkPairs:
        """Return the pairs of places."""

    @abstractmethod
    def drawn(self, view: View) -> Sequence[PlacePair]:
        """Return those that have a mark."""

    @abstractmethod
    def layout(self, view: View, emphasised: frozenset[str]) -> Layout:
        """Return the marks; emphasised are the keys of what the headline is about."""

    def headline(self, view: View) -> Headline:
        """Return the title."""
        return links_headline(view, self.found(view), self.drawn(view))

    def rows(self, view: View) -> pd.DataFrame:
        return joining_links(view)

    @cached_on_view
    def chart(self, view: View) -> Chart:
        found = self.found(view)
        headline = self.headline(view)
        return Chart(
            headline,
            self._subtitle(view, found),
            self.layout(view, frozenset(headline.marks)),
            source_line(view, (link.paragraph for link in found.links)),
            {},
            [*self.notes(view), *without_notes(view, "links", self.rows(view).index.to_numpy())],
            view.dataset.language,
        )

    def notes(self, view: View) -> list[str]:
        """Return notes on how links are counted."""
        found = self.found(view)
        notes = []
        if sum(pair.size for pair in found.pairs) > len(found.links):
            notes.append(
                tr(
                    "A link that names more than two places counts for each pair, "
                    "so pairs do not add up to {total}.",
                    total=len(found.links),
                )
            )
        if any(_is_of_several(link) for link in found.links):
            notes.append(
                tr(
                    "A link that leads from or to several places does not connect these "
                    "with one another."
                )
            )
        for id_, count in found.within.items():
            notes.append(
                tr("Links within {place}: {count}.", place=found.places[id_].name, count=count)
            )
        if alone := len(view.links) - len(found.links):
            notes.append(tr("Links that name fewer than two places: {count}.", count=alone))
        return notes

    def _subtitle(self, view: View, found: LinkPairs) -> str:
        if found.are_single:
            what = tr("Links between places")
        else:
            what = tr("Links between regions and cities (with their districts and sites)")
        words = tr("{what}, {status}", what=what, status=_status_words(found))
        # More than a title names is named here.
        many = subject(view) if len(view.selection.members) > MOST_NAMED else ""
        return " • ".join(filter(None, (words, many, speaker_note(view))))

    def table(self, view: View) -> pd.DataFrame:
        """Return the pairs, the largest first, with their links."""
        found = self.found(view)
        lines = []
        for pair in found.pairs:
            one, other = map(found.label, pair.ends)
            groups = zip(view.groups, group_counts(pair, view), strict=False)
            lines.append(
                {
                    tr("Place"): one,
                    tr("Other place"): other,
                    tr("Links"): pair.size,
                    **{group.name: count for group, count in groups},
                    tr("Topics"): clauses(dict.fromkeys(link.about for link in pair.links)),
                    tr("Paragraphs"): ", ".join(
                        map(str, sorted({link.paragraph for link in pair.links}))
                    ),
                    tr("Records"): ", ".join(pair.records),
                }
            )
        return pd.DataFrame(lines)


def _is_of_several(link: LinkRow) -> bool:
    """Return whether several places lie on one side of a link."""
    roles = [end.role for end in link.ends]
    return max(roles.count("from"), roles.count("to")) > 1


def _status_words(found: LinkPairs) -> str:
    """Return what is known of the status of the links, in words."""
    meanings = {
        "achieved": tr("in place"),
        "under-construction": tr("under way"),
        "planned": tr("planned"),
        "target": tr("planned"),
        "uncertain": tr("unclear"),
        "": tr("no status given"),
    }
    present = {link.status for link in found.links}
    *first, last = dict.fromkeys(words for status, words in meanings.items() if status in present)
    return tr("{names} or {last}", names=enumerated(first), last=last) if first else last
