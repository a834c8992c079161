"""Who works with whom: how many links name both of two places."""

from collections.abc import Sequence

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.layouts.place_matrix import PlaceMatrix
from jjjviewer.charts.links.group_colors import have_own_colors
from jjjviewer.charts.links.link_chart import LinkChart, pairs_in
from jjjviewer.charts.links.link_pairs import LinkPairs, PlacePair, group_names, join_several
from jjjviewer.charts.page_layout import Layout
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View

_LEAST = 3


class Matrix(LinkChart):
    """A triangle of places, counted as on the map."""

    id = "matrix"

    @property
    def name(self) -> str:
        return tr("Place × place")

    @property
    def question(self) -> str:
        return tr("Who works with whom?")

    def accepts(self, view: View) -> bool:
        if view.kind != "entity" and join_several(view, False):
            return True
        return len({end for pair in self.drawn(view) for end in pair.ends}) >= _LEAST

    @cached_on_view
    def found(self, view: View) -> LinkPairs:
        return pairs_in(None, view)

    def drawn(self, view: View) -> Sequence[PlacePair]:
        return self.found(view).pairs

    def notes(self, view: View) -> list[str]:
        if not have_own_colors(view):
            return super().notes(view)
        names = " : ".join(group_names(view))
        return [tr("Numbers: {names}.", names=names), *super().notes(view)]

    def layout(self, view: View, emphasised: frozenset[str]) -> Layout:
        return PlaceMatrix(view, self.found(view), emphasised)
