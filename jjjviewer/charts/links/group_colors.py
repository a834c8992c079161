"""The colours of the groups that are compared."""

from jjjviewer.charts.style import LIGHT, Pair, Style, mixed, region_colors, theme_colors
from jjjviewer.model.view import View

_QUIET = 0.7
"""How much of such a shade what the headline is not about has."""
_SHADES = (0.95, 0.55, 0.3)
"""Shares of the way along the scale of counts, for what has no colour of its own."""


def have_own_colors(view: View) -> bool:
    """Return whether groups are compared, and few enough to have a colour each."""
    return 1 < len(view.groups) <= len(LIGHT.regions)


def group_colors(view: View, style: Style) -> tuple[Pair, ...]:
    """Return the colours of the groups compared; none where there are too many.

    Themes have their own, groups from different regions those of the regions, others shades.
    """
    if not have_own_colors(view):
        return ()
    if all(group.kind == "theme" for group in view.groups):
        themes = theme_colors(view.dataset["themes"]["theme_id"].tolist(), style)
        return tuple(Pair(themes[group.id].outline, themes[group.id].fill) for group in view.groups)
    provinces = [group.province for group in view.groups]
    if "" not in provinces and len({*provinces}) == len(provinces):
        regions = region_colors(view.dataset.provinces, style)
        return tuple(regions[province] for province in provinces)
    shades = [mixed(style.ramp, share) for share in _SHADES[: len(provinces)]]
    return tuple(Pair(shade, mixed((style.background, shade), _QUIET)) for shade in shades)
