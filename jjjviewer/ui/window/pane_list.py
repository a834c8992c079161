"""The panes of the window from left to right, as far as the first paint needs them.

`connections.py` builds what is shown in their places.
"""

from typing import NamedTuple

from jjjviewer.charts.translation import tr


class PanePlace(NamedTuple):
    """The place of a pane.

    Attributes:
        name: by which `connections.py` fills the place.
        show, go_to: the words of its two actions.
        width, least_width: in pixels, at first and while it is not folded.
    """

    name: str
    show: str
    go_to: str
    width: int
    least_width: int


def pane_places() -> tuple[PanePlace, ...]:
    """Return the places in the language of the window."""
    return (
        PanePlace("tree", tr("Show &tree"), tr("To the &tree"), 286, 230),
        PanePlace("detail", tr("Show &details"), tr("To the &details"), 426, 280),
        PanePlace("chart", tr("Show c&harts"), tr("To the &chart"), 568, 320),
    )
