"""What of a pack a map of a view shows: its links in bundles, its places, its lines."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jjjviewer.charts.bundles import Bundle
from jjjviewer.charts.kept import kept
from jjjviewer.charts.maps.bundles import bundles_of
from jjjviewer.charts.maps.extents import Position
from jjjviewer.charts.translation import tr
from jjjviewer.model.records import Records
from jjjviewer.model.view import View

_FEW = 1 / 8
"""The share of the links that an outlier is named in at most."""


@dataclass(frozen=True)
class Network:
    """Links and places of known position."""

    bundles: Sequence[Bundle]
    """The links of the view."""
    quiet: Sequence[Bundle]
    """All others of the pack."""
    places: Mapping[str, Any]
    """All places of known position by id, those of most links first."""
    links_at: Mapping[str, Sequence[Any]]
    """The links of the view by the places they join."""
    within: frozenset[str]
    """The places that lie in what is selected."""
    lines: Sequence[Any]
    """Railways and corridors that the view speaks of."""

    @property
    def positions(self) -> dict[str, Position]:
        return {id_: (row.lon, row.lat) for id_, row in self.places.items()}

    @property
    def named(self) -> list[str]:
        """The places that belong to the view, those of most links first."""
        return [id_ for id_ in self.places if self.links_at.get(id_) or id_ in self.within]

    def firm(self, selected: Collection[str]) -> set[str]:
        """The places that a map does not leave out however far they lie."""
        count = sum(len(bundle.links) for bundle in self.bundles)
        many = {id_ for id_, links in self.links_at.items() if len(links) > _FEW * count}
        return many | {*selected}

    def fitted(self, selected: Collection[str]) -> list[str]:
        """The places that a map is made to fit: those that are linked or selected."""
        return [id_ for id_ in self.places if self.links_at.get(id_) or id_ in selected]


@kept
def network_of(view: View) -> Network:
    """The links and places of a view; it has an atlas."""
    assert view.atlas is not None
    rows = {row.entity_id: row for row in Records(view.atlas.located)}
    bundles = bundles_of(view.links, rows)
    links_at: dict[str, list[Any]] = defaultdict(list)
    for bundle in bundles:
        for id_ in bundle.ids:
            links_at[id_].extend(bundle.links)
    others = view.atlas.links[~view.atlas.links["link_id"].isin(view.links["link_id"])]
    ranked = sorted(rows, key=lambda id_: (id_ not in view.selection.ids, -len(links_at[id_])))
    said = {*view.links["paragraph"], *view.statements["paragraph"]}
    lines = [row for row in Records(view.atlas.places) if len(row.line) > 1]
    return Network(
        bundles=bundles,
        quiet=bundles_of(others, rows),
        places={id_: rows[id_] for id_ in ranked},
        links_at={id_: links for id_, links in links_at.items() if links},
        within=frozenset(view.within & rows.keys() - {row.entity_id for row in lines}),
        lines=[row for row in lines if row.paragraphs & said],
    )


def why_no_map(view: View) -> str:
    """Why there is no map of links of a view, or nothing where there is one."""
    if view.atlas is None or view.atlas.located.empty:
        return tr("No map: no place of this pack has a position.")
    if not network_of(view).bundles:
        return tr("No map: no link here joins two places of known position.")
    return ""
