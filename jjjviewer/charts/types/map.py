"""Who works with whom, and where: links between places as lines on a map."""

from collections.abc import Sequence
from dataclasses import replace

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.formatting import chosen_links
from jjjviewer.charts.links.link_chart import LinkChart, foremost, in_sight, pairs_in
from jjjviewer.charts.links.link_headlines import links_headline
from jjjviewer.charts.links.link_pairs import LinkPairs, PlacePair, join_several
from jjjviewer.charts.maps.base_map import map_notes
from jjjviewer.charts.maps.link_map import LinkMap
from jjjviewer.charts.maps.part_titles import title_of_part, title_room
from jjjviewer.charts.page_layout import Chart, Headline, Layout
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View


class Map(LinkChart):
    """Links between regions and cities as weighted lines; single places as one zooms in."""

    id = "map"

    @property
    def name(self) -> str:
        return tr("Map")

    @property
    def question(self) -> str:
        return tr("Who works with whom, and where?")

    def accepts(self, view: View) -> bool:
        # Of one place only its own pairs count, which takes longer to find out.
        if view.kind != "entity" and join_several(view, True):
            return True
        least = 1 if view.kind == "link" or chosen_links(view) else 2
        return len(in_sight(self.found(view).pairs, view, None)) >= least

    @cached_on_view
    def found(self, view: View) -> LinkPairs:
        return pairs_in(view.extent, view)

    @cached_on_view
    def drawn(self, view: View) -> Sequence[PlacePair]:
        drawn = foremost(in_sight(self.found(view).pairs, view, view.extent))
        inside = in_sight(drawn, view, view.extent, least=2)
        # A title is rather about a line that has both its ends on the map.
        return [*inside, *(pair for pair in drawn if pair not in inside)]

    def headline(self, view: View) -> Headline:
        own, found = super().headline(view), self.found(view)
        if view.extent is None or not own.marks:
            return own
        whole = replace(view, extent=None)
        if self.found(whole).are_single != found.are_single:
            return title_of_part(None, own, own.marks)
        drawn = self.drawn(view)
        # What is highlighted may have a line on a part alone.
        told = links_headline(whole, found, [*self.drawn(whole), *drawn])
        return title_of_part(told, own, [pair.cell for pair in drawn])

    @cached_on_view
    def chart(self, view: View) -> Chart:
        return replace(super().chart(view), title_room=title_room(view))

    def notes(self, view: View) -> list[str]:
        return [*super().notes(view), *map_notes(view)]

    def layout(self, view: View, emphasised: frozenset[str]) -> Layout:
        return LinkMap(view, self.found(view), self.drawn(view), emphasised)


def why_no_map(view: View) -> str:
    """Return why there is no map of the links of a view that has none."""
    if view.dataset.geography.located.empty:
        return tr("No map: no place has a position.")
    return tr("No map: the links here do not join two located places or more.")
