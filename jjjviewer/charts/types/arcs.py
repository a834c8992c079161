"""Which places are linked with which: places on a line, by region, and arcs between them."""

from collections.abc import Sequence
from string import ascii_uppercase

import pandas as pd

from jjjviewer.charts.arc_drawing import ArcDrawing, lighter, most_rows, pale
from jjjviewer.charts.formatting import listed, no_room, subject
from jjjviewer.charts.group_colors import dot_colors, group_colors
from jjjviewer.charts.link_groups import (
    Bundle,
    Tentative,
    apart,
    bundles,
    divided,
    joining,
    link_table,
    places,
    region_keys,
)
from jjjviewer.charts.scene import LEGEND_HEIGHT, Figure, Key
from jjjviewer.charts.shapes import Look
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View


class Arcs:
    """A link of several places is one mark with several ends that meet."""

    id = "arcs"

    @property
    def name(self) -> str:
        return tr("Links as arcs")

    def accepts(self, view: View) -> bool:
        return not self.rows(view).empty

    def rows(self, view: View) -> pd.DataFrame:
        return joining(view)

    def title(self, view: View) -> str:
        first, *others = _by_places(view)
        count, total = sum(len(each.links) for each in first), len(self.rows(view))
        named = first[0].links[0].places
        if total == 1:
            return tr("{topic}: {places}", topic=first[0].links[0].topic, places=named)
        # Some may run one way between the places, and others join them without a direction.
        is_flow = len(first) == 1 and any(end.role == "to" for end in first[0].ends)
        if not is_flow:
            named = listed(list(dict.fromkeys(end.name for end in first[0].ends)))
        if not others:
            words = (
                tr("{count} links run {places}") if is_flow else tr("{count} links join {places}")
            )
        elif sum(len(each.links) for each in others[0]) == count:
            words = tr("{number} places are joined by {total} links")
        elif is_flow:
            words = tr("{count} of {total} links run {places}, more than between any other places")
        else:
            words = tr("{count} of {total} links join {places}, more than any other places")
        return words.format(count=count, total=total, places=named, number=len(places(view)))

    def subtitle(self, view: View) -> str:
        return tr("Links between places by their number, {subject}", subject=subject(view))

    def left_out(self, view: View) -> list[str]:
        return apart(view)

    def table(self, view: View) -> pd.DataFrame:
        return link_table(view, self.rows(view))

    def draw(self, figure: Figure, view: View, style: Style) -> list[str]:
        every = divided(view) if group_colors(view, style) else bundles(view)
        shown = _fitting(every, figure.body.height() - LEGEND_HEIGHT)
        figure.legend(_keys(shown, view, style))
        shown = _fitting(shown, figure.body.height())
        figure.add(*ArcDrawing(figure.body, shown, view, style).inks())
        return no_room(sum(len(bundle.links) for bundle in every if bundle not in shown))


def _by_places(view: View) -> list[list[Bundle]]:
    """The bundles of the same places, whichever way they run; those of most links first."""
    found: dict[frozenset[str], list[Bundle]] = {}
    for bundle in bundles(view):
        found.setdefault(bundle.ids, []).append(bundle)
    return sorted(found.values(), key=lambda some: -sum(len(each.links) for each in some))


def _keys(every: Sequence[Bundle], view: View, style: Style) -> list[Key]:
    """The regions that have a place, and the kinds of arc that there are."""
    keys = []
    if dot_colors(view, style):
        keys += region_keys((id_ for bundle in every for id_ in bundle.places), view, style)
    colors = group_colors(view, style)
    for letter, group, color in zip(ascii_uppercase, view.groups, colors, strict=False):
        words = tr("{letter}  links of {name}", letter=letter, name=group.name)
        keys.append(Key(words, Look(lighter(color, style))))
    solid = style.muted if colors else style.accent
    color = lighter(solid, style)
    dashed = Look(stroke=color, stroke_width=2, dashed=True)
    kinds: dict[Tentative, Key] = {
        "none": Key(tr("done or in hand"), Look(color)),
        "some": Key(tr("some planned or unclear"), dashed._replace(fill=pale(color, style))),
        "all": Key(tr("all planned or unclear"), dashed),
    }
    met = {bundle.tentative for bundle in every}
    keys += [key for tentative, key in kinds.items() if tentative in met]
    if any(end.role == "to" for bundle in every for end in bundle.ends):
        keys.append(Key(tr("→ runs to")))
    if any(len(bundle.links) > 1 for bundle in every):
        keys.append(Key(tr("number of links"), Look(solid), round=True))
    return keys


def _fitting(every: Sequence[Bundle], height: float) -> list[Bundle]:
    """The bundles of most links whose places all have a row; the first one always is."""
    most = most_rows(height)
    shown: list[Bundle] = []
    rows: set[str] = set()
    for bundle in every:
        wider = rows | {*bundle.places}
        if len(wider) <= most or not shown:
            shown.append(bundle)
            rows = wider
    return shown
