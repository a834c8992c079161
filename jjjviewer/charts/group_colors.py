"""Links by the groups that are compared, and the colours of these groups."""

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.style import LIGHT, Style, region_colors
from jjjviewer.model.view import View


def have_own_colors(view: View) -> bool:
    """Return whether groups are compared, and few enough to have a colour each."""
    return 0 < len(view.groups) <= len(LIGHT.regions)


def group_colors(view: View, style: Style) -> tuple[str, ...]:
    """Return the colours of the groups compared; none where there are too many."""
    if not have_own_colors(view):
        return ()
    of_regions = region_colors(view.dataset.provinces, style)
    if _are_of_regions(view):
        return tuple(of_regions[group.province] for group in view.groups)
    return style.regions[: len(view.groups)]


def place_colors(view: View, style: Style) -> dict[str, str]:
    """Return the colours of places by region; none where they would be confused with groups'."""
    if view.groups and not _are_of_regions(view):
        return {}
    return region_colors(view.dataset.provinces, style)


def _are_of_regions(view: View) -> bool:
    """Return whether each group compared is from a different region."""
    return len({group.province for group in view.groups if group.province}) == len(view.groups)


@cached_on_view
def groups_of_links(view: View) -> dict[str, tuple[int, ...]]:
    """Return the numbers of the groups that each link belongs to, by the id of the link."""
    belongs: dict[str, tuple[int, ...]] = dict.fromkeys(view.links["link_id"], ())
    for at, (_, part) in enumerate(view.divided(view.links) if view.groups else ()):
        for id_ in part["link_id"]:
            belongs[id_] += (at,)
    return belongs
