"""The strands of a bundle: its links by theme and status, in the colours of the themes."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from jjjviewer.charts.bundles import Bundle, is_open
from jjjviewer.charts.style import Style
from jjjviewer.model.view import View

OTHERS = ""
"""Stands for all themes that have no colour of their own."""


@dataclass(frozen=True)
class Strand:
    """The links of a bundle that are on one theme and are as far on."""

    theme: str
    dashed: bool
    count: int


def strands(bundle: Bundle, themes: Collection[str]) -> list[Strand]:
    """The links of a bundle by theme and status, most first; themes without a colour are one."""
    found = Counter(
        (link.theme_id if link.theme_id in themes else OTHERS, is_open(link))
        for link in bundle.links
    )
    return [Strand(*key, count) for key, count in found.most_common()]


def theme_colors(view: View, bundles: Collection[Bundle], style: Style) -> dict[str, str]:
    """The colours of the themes of some links, those with most in the pack first.

    They are the same whatever is selected, unless a theme that seldom has one finds it free.
    """
    assert view.atlas is not None
    ranked = list(view.atlas.links["theme_id"].value_counts().index)
    present = {link.theme_id for bundle in bundles for link in bundle.links}
    own = dict(zip(ranked, style.themes, strict=False))
    found = {theme: own[theme] for theme in ranked if theme in present and theme in own}
    free = [color for color in style.themes if color not in found.values()]
    late = [theme for theme in ranked if theme in present and theme not in own]
    return found | dict(zip(late, free, strict=False))
