"""Link groups: links with the same ends, which charts draw as one."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.formatting import attribution, status, unset_status
from jjjviewer.charts.group_colors import groups_of_links
from jjjviewer.charts.scene import LegendEntry
from jjjviewer.charts.shapes import Mark, Paint, Shape
from jjjviewer.charts.style import Style, region_colors
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import EntityRow, LinkPlaceRow, LinkRow
from jjjviewer.model.view import View

_WIDEST = 8.0
_WIDTH_OF_ONE = 1.6
_THINNEST = 1.0
_MOST_LISTED = 6
"""Greatest number of links spelt out in a tooltip."""
Tentative = Literal["none", "some", "all"]
"""How many of some links are planned or unclear."""
_Key = tuple[tuple[int, ...], frozenset[tuple[str, str]]]
"""To what is compared links belong, and their ends by role and place."""


@dataclass(frozen=True, eq=False)
class LinkGroup:
    """Links that connect the same places in the same direction; there may be over two ends."""

    ends: tuple[LinkPlaceRow, ...]
    links: tuple[LinkRow, ...]
    groups: tuple[int, ...] = ()
    """The numbers of the groups compared that they belong to, where divided by these."""

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The ids of the places, each once."""
        return tuple(dict.fromkeys(end.entity_id for end in self.ends))

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(self.places)

    @property
    def records(self) -> tuple[str, ...]:
        return tuple(link.link_id for link in self.links)

    @property
    def tentative(self) -> Tentative:
        """How many of its links are planned or unclear."""
        return how_tentative(self.links)

    @property
    def words(self) -> str:
        """A description for tooltips and screen readers."""
        return f"{self.links[0].places}: {links_description(self.links)}"


def is_tentative(link: LinkRow) -> bool:
    """Return whether a link is planned or unclear."""
    return link.status in ("planned", "target", "uncertain")


def settled_words(links: Iterable[LinkRow]) -> str:
    """Return what the plain mark of links stands for, in the words of a legend."""
    unset = [] if all(link.status for link in links) else [unset_status()]
    return ", ".join((tr("done or in hand"), *unset))


def how_tentative(links: Iterable[LinkRow]) -> Tentative:
    """Return whether none, some or all of the links are planned or unclear."""
    found = {is_tentative(link) for link in links}
    return "some" if len(found) > 1 else "all" if True in found else "none"


def links_description(links: Sequence[LinkRow]) -> str:
    """Return topic, theme, status and attribution of links; of many, of the first."""
    each = [
        f"{link.topic} ({', '.join(filter(None, (link.theme, status(link), attribution(link))))})"
        for link in links[:_MOST_LISTED]
    ]
    if len(links) > _MOST_LISTED:
        each.append(tr("and {count} more", count=len(links) - _MOST_LISTED))
    return "; ".join(each)


@cached_on_view
def links_between_places(view: View) -> pd.DataFrame:
    """Return the links of a view that connect two places or more."""
    joins = view.links["place_ids"].map(lambda ids: len(set(ids)) > 1)
    # An empty mask has dtype object, which would select columns.
    return view.links[joins.astype(bool)]


def link_rows(view: View) -> list[LinkRow]:
    """Return the links of a view that connect two places or more, as typed rows."""
    return view.dataset.link_rows.of(links_between_places(view))


@cached_on_view
def link_groups(view: View) -> tuple[LinkGroup, ...]:
    """Return the link groups of a view, the largest first."""
    return _grouped((link, link.ends, ()) for link in link_rows(view))


@cached_on_view
def compared_link_groups(view: View) -> tuple[LinkGroup, ...]:
    """Return the link groups of a view, divided by the groups compared, the largest first."""
    belongs = groups_of_links(view)
    return _grouped((link, link.ends, belongs[link.link_id]) for link in link_rows(view))


def link_groups_among(located: Collection[str], links: Iterable[LinkRow]) -> tuple[LinkGroup, ...]:
    """Return groups of links by their located ends, of which a link needs two or more."""

    def ends(link: LinkRow) -> tuple[LinkPlaceRow, ...]:
        return tuple(end for end in link.ends if end.entity_id in located)

    several = (link for link in links if len({id_ for id_ in link.place_ids if id_ in located}) > 1)
    return _grouped((link, ends(link), ()) for link in several)


def _grouped(
    links: Iterable[tuple[LinkRow, tuple[LinkPlaceRow, ...], tuple[int, ...]]],
) -> tuple[LinkGroup, ...]:
    """Group links, each given with its ends and with what it belongs to."""
    found: dict[_Key, tuple[tuple[LinkPlaceRow, ...], list[LinkRow]]] = {}
    for link, ends, groups in links:
        key = groups, frozenset((end.role, end.entity_id) for end in ends)
        found.setdefault(key, (ends, []))[1].append(link)
    made = (
        LinkGroup(tuple(dict.fromkeys(ends)), tuple(some), groups)
        for (groups, _), (ends, some) in found.items()
    )
    return tuple(sorted(made, key=lambda link_group: -len(link_group.links)))


@cached_on_view
def places(view: View) -> dict[str, EntityRow]:
    """Return the places that links join, by id, in the order of the dataset."""
    ids = {id_ for link_group in link_groups(view) for id_ in link_group.places}
    return view.dataset.geography.places(ids)


def links_at(some: Iterable[LinkGroup]) -> Counter[str]:
    """Return in how many links each place stands."""
    return Counter(
        id_ for link_group in some for id_ in link_group.places for _ in link_group.links
    )


def region_entries(ids: Iterable[str], view: View, style: Style) -> list[LegendEntry]:
    """Return the entries of a legend for the regions of some places."""
    colors = region_colors(view.dataset.provinces, style)
    used = {places(view)[id_].province for id_ in ids}
    names = {**view.dataset.provinces, "": tr("elsewhere")}
    return [LegendEntry(names[id_], Paint(colors[id_]), round=True) for id_ in names if id_ in used]


def place_mark(
    place: EntityRow, records: Iterable[str], shapes: tuple[Shape, ...], hit: QRectF
) -> Mark:
    """Return the mark of a place: it stands for its links drawn, and a click selects it."""
    its = tuple(dict.fromkeys(records))
    words = tr("{place}, links: {count}", place=place.name, count=len(its))
    return Mark(its, words, shapes, hit, target=place.entity_id)


def stroke(count: int, most: int) -> float:
    """Return the width of a line, in pixels: in proportion to its links, but never invisible."""
    return max(_THINNEST, count * min(_WIDTH_OF_ONE, _WIDEST / most))


def by_region(ids: Iterable[str], view: View) -> list[list[str]]:
    """Divide places by region, in the order of the regions; those elsewhere come last."""
    known = places(view)
    parts: dict[str, list[str]] = {province: [] for province in (*view.dataset.provinces, "")}
    for id_ in ids:
        parts[known[id_].province].append(id_)
    return [part for part in parts.values() if part]


def ordered_places(some: Sequence[LinkGroup], view: View) -> list[list[str]]:
    """Order the places of link groups by region, and within regions so that lines are short.

    Where the view says otherwise they are sorted by name, or as they are first spoken of, and
    are in one part.
    """
    linked = links_at(some)
    known = places(view)
    if view.order == "name":
        return [sorted(linked, key=lambda id_: known[id_].name.casefold())]
    if view.order == "text":
        first = {
            id_: min(link.paragraph for each in some if id_ in each.places for link in each.links)
            for id_ in linked
        }
        return [sorted(linked, key=lambda id_: first[id_])]
    parts = by_region([id_ for id_, _ in linked.most_common()], view)
    return _untangled(parts, some)


_SWEEPS = 12


def _untangled(parts: list[list[str]], some: Sequence[LinkGroup]) -> list[list[str]]:
    """Move each place, within its region, towards the mean of its partners (barycentre method)."""
    best, least = parts, _length(parts, some)
    for _ in range(_SWEEPS):
        at = _ranks(parts)
        pulls: dict[str, list[float]] = {id_: [] for id_ in at}
        for link_group in some:
            whole = sum(at[id_] for id_ in link_group.places)
            for id_ in link_group.places:
                mean = (whole - at[id_]) / (len(link_group.places) - 1)
                pulls[id_] += [mean] * len(link_group.links)
        middle = {id_: sum(each) / len(each) for id_, each in pulls.items()}
        parts = [sorted(part, key=lambda id_: (middle[id_], at[id_])) for part in parts]
        length = _length(parts, some)
        if length < least:
            best, least = parts, length
    return best


def _ranks(parts: Iterable[Iterable[str]]) -> dict[str, int]:
    return {id_: at for at, id_ in enumerate(id_ for part in parts for id_ in part)}


def _length(parts: list[list[str]], some: Sequence[LinkGroup]) -> int:
    """Return the total length of all links, in rows."""
    at = _ranks(parts)
    spans = ([at[id_] for id_ in link_group.places] for link_group in some)
    return sum(
        (max(span) - min(span)) * len(link_group.links)
        for span, link_group in zip(spans, some, strict=True)
    )


def link_table(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """Return links as a table with headings that users see; the group comes first."""
    return pd.DataFrame(
        ({tr("Compared"): name} if name else {})
        | {
            tr("Places"): row.places,
            tr("Topic"): row.topic,
            tr("Mechanism"): row.mechanism,
            tr("Theme"): row.theme,
            tr("Status"): status(row),
            tr("Speaker"): row.speaker,
            tr("Paragraph"): row.paragraph,
            tr("Record"): row.link_id,
        }
        for name, part in view.divided(rows)
        for row in view.dataset.link_rows.of(part)
    )


def unjoined_note(view: View) -> list[str]:
    """Return a note on links that name fewer than two places."""
    count = len(view.links) - len(links_between_places(view))
    return [tr("Links that name fewer than two places: {count}.", count=count)] if count else []
