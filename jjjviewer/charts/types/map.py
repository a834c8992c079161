"""Where the places lie that are named together, and which links join them."""

from collections import Counter
from collections.abc import Iterable, Sequence

import pandas as pd

from jjjviewer.charts.cached_on_view import kept
from jjjviewer.charts.formatting import no_room, subject
from jjjviewer.charts.group_colors import are_told_apart
from jjjviewer.charts.link_groups import link_table
from jjjviewer.charts.maps import basemap
from jjjviewer.charts.maps.legend import set_credit, set_key
from jjjviewer.charts.maps.legend_entries import signs_of
from jjjviewer.charts.maps.link_map import Drawing, Left
from jjjviewer.charts.maps.network import Network, network_of, why_no_map
from jjjviewer.charts.maps.viewports import Sheet, sheets_of
from jjjviewer.charts.scene import Figure
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View

_MANY = 4
"""The links for which a place is named on the main sheet though the inset names it."""
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

    @kept
    def rows(self, view: View) -> pd.DataFrame:
        drawn = {link for bundle in network_of(view).bundles for link in bundle.records}
        return view.links[view.links["link_id"].isin(drawn)]

    def title(self, view: View) -> str:
        rows = self.rows(view)
        if len(rows) == 1:
            return tr(
                "{topic}: {places}", topic=rows["topic"].iloc[0], places=rows["places"].iloc[0]
            )
        network = network_of(view)
        # Of a place that is selected, its partners are told.
        linked = network.links_at.keys()
        others = linked - (view.within if view.kind == "entity" else set()) or linked
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
        if are_told_apart(view):
            words = tr("Links between places by what is compared, {subject}")
        return words.format(subject=subject(view))

    def left_out(self, view: View) -> list[str]:
        count = len(view.links) - len(self.rows(view))
        said = tr("Links without two places of known position: {count}.", count=count)
        return [said] if count else []

    def table(self, view: View) -> pd.DataFrame:
        return link_table(view, self.rows(view))

    def draw(self, figure: Figure, view: View, style: Style) -> list[str]:
        assert view.atlas is not None
        network = network_of(view)
        set_credit(figure, view.atlas)
        set_key(figure, signs_of(view, network, style))
        sheets = sheets_of(
            figure.body,
            network.positions,
            network.fitted(view.selection.ids),
            network.firm(view.selection.ids),
            [bundle.ids for bundle in network.bundles[:_MOST]],
            view.extent,
        )
        figure.projection, *insets = (sheet.projection for sheet in sheets)
        figure.insets = tuple(insets)
        lefts = [_draw_sheet(figure, view, network, sheets, sheet) for sheet in sheets]
        _frame(figure, sheets, style)
        # What one sheet has no room to name, another may name.
        named = {id_ for left in lefts for id_ in left.named}
        nameless = {id_ for left in lefts for id_ in left.nameless} - named
        rest = sum(len(bundle.links) for bundle in network.bundles[_MOST:])
        return _said(rest, len(nameless), sum(left.links for left in lefts))


def _said(rest: int, nameless: int, beyond: int) -> list[str]:
    """What the page does not show, in words."""
    said = no_room(rest)
    if beyond:
        said.append(tr("Links beyond the part that is shown: {count}.", count=beyond))
    if nameless:
        said.append(tr("Places left unnamed, as names would overlap: {count}.", count=nameless))
    return said


def _draw_sheet(
    figure: Figure, view: View, network: Network, sheets: Sequence[Sheet], sheet: Sheet
) -> Left:
    """Draw what belongs on a sheet; return what found no room."""
    inset = sheets[1] if len(sheets) > 1 else None
    is_inset = sheet is inset

    def belongs(ids: Iterable[str]) -> bool:
        """Each line is drawn once: in the inset if it does not leave that."""
        return inset is None or is_inset == all(map(inset.shows, ids))

    bundles = [bundle for bundle in network.bundles[:_MOST] if belongs(bundle.ids)]
    quiet = [bundle for bundle in network.quiet[:_MOST] if belongs(bundle.ids)]
    lines = [row for row in network.lines if belongs(row.line)]
    # Of what the inset names, only what most lines here run to is named once more.
    ends = Counter(id_ for bundle in bundles for id_ in bundle.ids for _ in bundle.links)
    again = {id_ for id_, count in ends.items() if count >= _MANY or id_ in view.provinces}
    named = {
        id_
        for id_ in network.named
        if inset is None or is_inset or id_ in again or not inset.shows(id_)
    }
    caption = ""
    if inset is not None and is_inset:
        times = f"{inset.scale / sheets[0].scale:.1f}"
        caption = tr("The frame, {times} times as large", times=times)
    return Drawing(
        figure, view, network, sheet, bundles, quiet, lines, None if is_inset else inset, caption
    ).draw(named)


def _frame(figure: Figure, sheets: Sequence[Sheet], style: Style) -> None:
    """Frame the sheets; the inset as strongly as its frame on the main one."""
    main, *insets = sheets
    figure.add(basemap.border(main.room, style.grid))
    for inset in insets:
        figure.add(basemap.border(inset.room, style.muted, 1.2))
