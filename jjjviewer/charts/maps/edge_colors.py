"""The coloured edges of link groups: links by theme, or by what is compared, and by status."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.group_colors import group_colors, groups_of_links
from jjjviewer.charts.link_groups import LinkGroup, is_tentative
from jjjviewer.charts.style import Style, steady_colors
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View

_OTHERS = ""
"""Stands for all that has no colour of its own."""


@dataclass(frozen=True)
class ColoredEdge:
    """The links of a group that have one colour and are as far on."""

    key: str
    dashed: bool
    count: int


class Coloring(NamedTuple):
    """What the colours of links tell: their themes, or whose they are where that is compared."""

    keys: Mapping[str, str]
    """By the id of a link, what it is coloured for."""
    colors: Mapping[str, str]
    names: Mapping[str, str]
    """Both by key; what none of the links is coloured for has no name."""

    def edges(self, link_group: LinkGroup) -> list[ColoredEdge]:
        """Return the links of a group by colour and status, most frequent first."""
        found = Counter((self.keys[link.link_id], is_tentative(link)) for link in link_group.links)
        return [ColoredEdge(*key, count) for key, count in found.most_common()]


def coloring_of(view: View, link_groups: Collection[LinkGroup], style: Style) -> Coloring:
    """Return the colours of the links of a view."""
    links = [link for link_group in link_groups for link in link_group.links]
    if colors := group_colors(view, style):
        own = {str(at): color for at, color in enumerate(colors)}
        names = {
            str(at): tr("links of {name}", name=group.name) for at, group in enumerate(view.groups)
        }
        several = tr("links of several of them")
        groups = groups_of_links(view)
        wanted = {id_: str(at[0]) if len(at) == 1 else _OTHERS for id_, at in groups.items()}
    else:
        own = _theme_colors(view, link_groups, style)
        names = view.dataset.theme_names
        rest = list(dict.fromkeys(link.theme_id for link in links if link.theme_id not in own))
        known = [id_ for id_ in rest if id_]
        several = ", ".join(
            [
                *([names[known[0]] if len(known) == 1 else tr("other themes")] if known else []),
                *([tr("theme not looked at")] if "" in rest else []),
            ]
        )
        wanted = {link.link_id: link.theme_id for link in links}
    keys = {link.link_id: wanted[link.link_id] for link in links}
    keys = {id_: key if key in own else _OTHERS for id_, key in keys.items()}
    met = {*keys.values()}
    names = {key: names[key] for key in own if key in met}
    if _OTHERS in met:
        names[_OTHERS] = several
    return Coloring(keys, own | {_OTHERS: style.others}, names)


def _theme_colors(view: View, link_groups: Collection[LinkGroup], style: Style) -> dict[str, str]:
    """Return the colours of the themes of some links, those with most in the pack first.

    They are the same whatever is selected, unless a theme that seldom has one finds it free.
    """
    ranked = _ranked(view)
    met = {link.theme_id for link_group in link_groups for link in link_group.links}
    return steady_colors([theme for theme in ranked if theme in met], ranked, style.themes)


@cached_on_view
def _ranked(view: View) -> list[str]:
    """Return the themes of the links of the pack, those with most first."""
    counts = view.dataset["links"]["theme_id"].astype(object).value_counts()
    return [id_ for id_ in counts.index if id_]
