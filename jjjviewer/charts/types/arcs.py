"""Which places are linked with which: places on a line, by region, and arcs between them."""

from collections.abc import Sequence
from string import ascii_uppercase

import pandas as pd

from jjjviewer.charts.formatting import joined_names, omitted_note, subject
from jjjviewer.charts.group_colors import group_colors, place_colors
from jjjviewer.charts.layouts.arc_drawing import ArcDrawing, lighter, most_rows, pale
from jjjviewer.charts.link_groups import (
    LinkGroup,
    Tentative,
    compared_link_groups,
    link_groups,
    link_table,
    links_between_places,
    places,
    region_entries,
    settled_words,
    unjoined_note,
)
from jjjviewer.charts.scene import LEGEND_HEIGHT, LegendEntry, Scene
from jjjviewer.charts.shapes import Paint
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
        return links_between_places(view)

    def title(self, view: View) -> str:
        first, *others = _by_places(view)
        count, total = sum(len(each.links) for each in first), len(self.rows(view))
        named = first[0].links[0].places
        if total == 1:
            return tr("{topic}: {places}", topic=first[0].links[0].topic, places=named)
        # Some may run one way between the places, and others join them without a direction.
        is_flow = len(first) == 1 and any(end.role == "to" for end in first[0].ends)
        if not is_flow:
            named = joined_names(list(dict.fromkeys(end.name for end in first[0].ends)))
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
        return unjoined_note(view)

    def table(self, view: View) -> pd.DataFrame:
        return link_table(view, self.rows(view))

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        every = compared_link_groups(view) if group_colors(view, style) else link_groups(view)
        shown = _fitting(every, scene.body.height() - LEGEND_HEIGHT)
        scene.legend(_legend_entries(shown, view, style))
        shown = _fitting(shown, scene.body.height())
        scene.add(*ArcDrawing(scene.body, shown, view, style).shapes())
        return omitted_note(
            sum(len(link_group.links) for link_group in every if link_group not in shown)
        )


def _by_places(view: View) -> list[list[LinkGroup]]:
    """Group link groups by their places, whatever their direction, most links first."""
    found: dict[frozenset[str], list[LinkGroup]] = {}
    for link_group in link_groups(view):
        found.setdefault(link_group.ids, []).append(link_group)
    return sorted(found.values(), key=lambda some: -sum(len(each.links) for each in some))


def _legend_entries(every: Sequence[LinkGroup], view: View, style: Style) -> list[LegendEntry]:
    """Return the regions that have a place, and the kinds of arc that there are."""
    entries = []
    if place_colors(view, style):
        entries += region_entries(
            (id_ for link_group in every for id_ in link_group.places), view, style
        )
    colors = group_colors(view, style)
    for letter, group, color in zip(ascii_uppercase, view.groups, colors, strict=False):
        words = tr("{letter}  links of {name}", letter=letter, name=group.name)
        entries.append(LegendEntry(words, Paint(lighter(color, style))))
    solid = style.muted if colors else style.accent
    color = lighter(solid, style)
    dashed = Paint(stroke=color, stroke_width=2, dashed=True)
    links = [link for link_group in every for link in link_group.links]
    kinds: dict[Tentative, LegendEntry] = {
        "none": LegendEntry(settled_words(links), Paint(color)),
        "some": LegendEntry(
            tr("some planned or unclear"), dashed._replace(fill=pale(color, style))
        ),
        "all": LegendEntry(tr("all planned or unclear"), dashed),
    }
    met = {link_group.tentative for link_group in every}
    entries += [entry for tentative, entry in kinds.items() if tentative in met]
    if any(end.role == "to" for link_group in every for end in link_group.ends):
        entries.append(LegendEntry(tr("→ runs to")))
    if any(len(link_group.links) > 1 for link_group in every):
        entries.append(LegendEntry(tr("number of links"), Paint(solid), round=True))
    return entries


def _fitting(every: Sequence[LinkGroup], height: float) -> list[LinkGroup]:
    """Return the link groups of most links whose places all have a row; the first one always is."""
    most = most_rows(height)
    shown: list[LinkGroup] = []
    rows: set[str] = set()
    for link_group in every:
        wider = rows | {*link_group.places}
        if len(wider) <= most or not shown:
            shown.append(link_group)
            rows = wider
    return shown
