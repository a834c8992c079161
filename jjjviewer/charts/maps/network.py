"""What of a pack a map of a view shows: its link groups, its places, its lines."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.link_groups import LinkGroup, link_groups_among
from jjjviewer.charts.maps.fit import Position
from jjjviewer.charts.translation import tr
from jjjviewer.model.geography import Route
from jjjviewer.model.row_types import EntityRow, LinkRow
from jjjviewer.model.view import View

_MOST_BESIDES = 400
"""More places, or links, than these that are not asked for are left out: they tell nothing."""
_FEW = 1 / 8
"""The share of the links that an outlier is named in at most."""


class Network(NamedTuple):
    """Links and places of known position."""

    link_groups: Sequence[LinkGroup]
    """The links of the view, those of most links first."""
    quiet: Sequence[LinkGroup]
    """The others of the pack, where they are not too many."""
    places: Mapping[str, EntityRow]
    """The places of known position that the map may show, those of most links first."""
    links_at: Mapping[str, Sequence[LinkRow]]
    """The links of the view by the places they join."""
    within: frozenset[str]
    """The places that lie in what is selected."""
    routes: Sequence[Route]
    """Railways and corridors that the view speaks of."""

    @property
    def positions(self) -> dict[str, Position]:
        return {id_: row.position for id_, row in self.places.items()}

    @property
    def named(self) -> list[str]:
        """The places that belong to the view, those of most links first."""
        return [id_ for id_ in self.places if self.links_at.get(id_) or id_ in self.within]

    def firm(self, selected: Collection[str]) -> set[str]:
        """Return the places that a map includes however far away they are."""
        count = sum(len(link_group.links) for link_group in self.link_groups)
        many = {id_ for id_, links in self.links_at.items() if len(links) > _FEW * count}
        return many | {*selected}

    def fitted(self, selected: Collection[str]) -> list[str]:
        """Return the places that a map is fitted to: those that are linked or selected."""
        return [id_ for id_ in self.places if self.links_at.get(id_) or id_ in selected]


@cached_on_view
def network_of(view: View) -> Network:
    """Return the links and places of a view."""
    dataset, geography = view.dataset, view.dataset.geography
    rows, routes = geography.located_places, geography.routes
    link_groups = link_groups_among(rows, dataset.link_rows.of(view.links))
    links_at: dict[str, list[LinkRow]] = defaultdict(list)
    for link_group in link_groups:
        for id_ in link_group.ids:
            links_at[id_].extend(link_group.links)
    within = dataset.places_within(view.selection) & rows.keys()
    within -= {route.place.entity_id for route in routes}
    shown = {*rows}
    if len(rows) > _MOST_BESIDES:
        through = {id_ for route in routes for id_ in route.through}
        shown &= {*links_at, *view.selection.entity_ids, *through}
        within &= shown
    ranked = sorted(
        (id_ for id_ in rows if id_ in shown),
        key=lambda id_: (id_ not in view.selection.entity_ids, -len(links_at.get(id_, ()))),
    )
    paragraphs = {*view.links["paragraph"], *view.statements["paragraph"]}
    return Network(
        link_groups=link_groups,
        quiet=link_groups_among(rows, dataset.link_rows.of(_others(view))),
        places={id_: rows[id_] for id_ in ranked},
        links_at=dict(links_at),
        within=frozenset(within),
        routes=[route for route in routes if route.paragraphs & paragraphs],
    )


def _others(view: View) -> pd.DataFrame:
    """Return the links of the pack that are not in the view, unless they are too many."""
    links = view.dataset["links"]
    if len(links) - len(view.links) > _MOST_BESIDES:
        return links.head(0)
    return links[~links["link_id"].isin(view.links["link_id"])]


@cached_on_view
def why_no_map(view: View) -> str:
    """Return why there is no map of links of a view, or nothing where there is one."""
    if view.dataset.geography.located.empty:
        return tr("No map: no place has a position.")
    located = view.dataset.geography.located_ids
    if not any(len(located & {*ids}) > 1 for ids in view.links["place_ids"]):
        return tr("No map: no link here joins two located places.")
    return ""
