"""Links that belong to things that are compared: which they are, and in which colours."""

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.style import LIGHT, Style, region_colors
from jjjviewer.model.view import View


def have_own_colors(view: View) -> bool:
    """Whether things are compared, and not too many to have colours of their own."""
    return 0 < len(view.groups) <= len(LIGHT.regions)


def group_colors(view: View, style: Style) -> tuple[str, ...]:
    """The colours of the things that are compared, or none where these are too many for them."""
    if not have_own_colors(view):
        return ()
    of_regions = region_colors(tuple(view.dataset.provinces), style)
    if _are_of_regions(view):
        return tuple(of_regions[group.province] for group in view.groups)
    return style.regions[: len(view.groups)]


def place_colors(view: View, style: Style) -> dict[str, str]:
    """The colours of places by region; none where the same ones tell what is compared."""
    if view.groups and not _are_of_regions(view):
        return {}
    return region_colors(tuple(view.dataset.provinces), style)


def _are_of_regions(view: View) -> bool:
    """Whether each of the things compared is from a region of its own."""
    return len({group.province for group in view.groups if group.province}) == len(view.groups)


@cached_on_view
def groups_of_links(view: View) -> dict[str, tuple[int, ...]]:
    """To which of the things that are compared each link belongs; to none where nothing is."""
    belongs: dict[str, tuple[int, ...]] = dict.fromkeys(view.links["link_id"], ())
    for at, (_, part) in enumerate(view.divided(view.links) if view.groups else ()):
        for id_ in part["link_id"]:
            belongs[id_] += (at,)
    return belongs
