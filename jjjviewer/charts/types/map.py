"""Where the places lie that are named together, and which links join them."""

from collections import Counter
from collections.abc import Iterable, Sequence

import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.formatting import omitted_note, subject
from jjjviewer.charts.group_colors import have_own_colors
from jjjviewer.charts.link_groups import link_table
from jjjviewer.charts.maps import basemap
from jjjviewer.charts.maps.legend import add_credit, add_legend
from jjjviewer.charts.maps.legend_entries import link_legend
from jjjviewer.charts.maps.link_map import Drawing, Left
from jjjviewer.charts.maps.network import Network, network_of, why_no_map
from jjjviewer.charts.maps.viewports import Viewport, viewports_of
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View

_MANY = 4
"""The links for which a place is named on the main viewport though the inset names it."""
_MOST = 300
"""Lines that are drawn, those of most links first: more would be a felt."""


class Map:
    """Outlines, places and links; a link of several places is one line with several ends."""

    id = "map"

    @property
    def name(self) -> str:
        return tr("Map")

    def accepts(self, view: View) -> bool:
        return not why_no_map(view)

    @cached_on_view
    def rows(self, view: View) -> pd.DataFrame:
        drawn = {link for link_group in network_of(view).link_groups for link in link_group.records}
        return view.links[view.links["link_id"].isin(drawn)]

    def title(self, view: View) -> str:
        rows = self.rows(view)
        if len(rows) == 1:
            return tr(
                "{topic}: {places}", topic=rows["topic"].iloc[0], places=rows["places"].iloc[0]
            )
        network = network_of(view)
        within = view.dataset.places_within(view.selection) if view.kind == "entity" else set()
        # The title of a selected place names its partners.
        linked = network.links_at.keys()
        others = linked - within or linked
        ranked = [id_ for id_ in network.places if id_ in others]
        first = max(ranked, key=lambda id_: len(network.links_at[id_]))
        words = tr("{place} is named in {count} of {total} links between places")
        if view.kind == "entity":
            words = tr("{subject}: {count} of {total} links are with {place}")
        return words.format(
            subject=subject(view),
            place=network.places[first].name,
            count=len(network.links_at[first]),
            total=len(rows),
        )

    def subtitle(self, view: View) -> str:
        words = tr("Links between places by their theme, {subject}")
        if have_own_colors(view):
            words = tr("Links between places by what is compared, {subject}")
        return words.format(subject=subject(view))

    def left_out(self, view: View) -> list[str]:
        count = len(view.links) - len(self.rows(view))
        notes = tr("Links without two places of known position: {count}.", count=count)
        return [notes] if count else []

    def table(self, view: View) -> pd.DataFrame:
        return link_table(view, self.rows(view))

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        network = network_of(view)
        add_credit(scene, view.dataset.geography)
        add_legend(scene, link_legend(view, network, style))
        viewports = viewports_of(
            scene.body,
            network.positions,
            network.fitted(view.selection.entity_ids),
            network.firm(view.selection.entity_ids),
            [link_group.ids for link_group in network.link_groups[:_MOST]],
            view.extent,
        )
        scene.projection, *insets = (viewport.projection for viewport in viewports)
        scene.insets = tuple(insets)
        lefts = [
            _draw_viewport(scene, view, network, viewports, viewport) for viewport in viewports
        ]
        _frame(scene, viewports, style)
        # What one viewport has no room to name, another may name.
        named = {id_ for left in lefts for id_ in left.named}
        nameless = {id_ for left in lefts for id_ in left.nameless} - named
        rest = sum(len(link_group.links) for link_group in network.link_groups[_MOST:])
        return _notes(rest, len(nameless), sum(left.links for left in lefts))


def _notes(rest: int, nameless: int, beyond: int) -> list[str]:
    """Return notes on what the page does not show."""
    notes = omitted_note(rest)
    if beyond:
        notes.append(tr("Links beyond the part that is shown: {count}.", count=beyond))
    if nameless:
        notes.append(tr("Places left unnamed, as names would overlap: {count}.", count=nameless))
    return notes


def _draw_viewport(
    scene: Scene, view: View, network: Network, viewports: Sequence[Viewport], viewport: Viewport
) -> Left:
    """Draw what belongs on a viewport; return what did not fit."""
    inset = viewports[1] if len(viewports) > 1 else None
    is_inset = viewport is inset

    def belongs(ids: Iterable[str]) -> bool:
        """Return whether a line is drawn here: in the inset if it stays there, else outside."""
        return inset is None or is_inset == all(map(inset.shows, ids))

    link_groups = [group for group in network.link_groups[:_MOST] if belongs(group.ids)]
    quiet = [group for group in network.quiet[:_MOST] if belongs(group.ids)]
    routes = [route for route in network.routes if belongs(route.through)]
    # Of what the inset names, only what most lines here run to is named once more.
    ends = Counter(id_ for group in link_groups for id_ in group.ids for _ in group.links)
    again = {id_ for id_, count in ends.items() if count >= _MANY or id_ in view.dataset.provinces}
    named = {
        id_
        for id_ in network.named
        if inset is None or is_inset or id_ in again or not inset.shows(id_)
    }
    caption = ""
    if inset is not None and is_inset:
        times = f"{inset.scale / viewports[0].scale:.1f}"
        caption = tr("The frame, {times} times as large", times=times)
    return Drawing(
        scene,
        view,
        network,
        viewport,
        link_groups,
        quiet,
        routes,
        None if is_inset else inset,
        caption,
    ).draw(named)


def _frame(scene: Scene, viewports: Sequence[Viewport], style: Style) -> None:
    """Frame the viewports; the inset as strongly as its frame on the main one."""
    main, *insets = viewports
    scene.add(basemap.border(main.room, style.grid))
    for inset in insets:
        scene.add(basemap.border(inset.room, style.muted, 1.2))
