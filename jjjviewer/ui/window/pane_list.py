"""The slots of the panes from left to right, all that the first paint needs of them.

`connections.py` builds the panes.
"""

from typing import NamedTuple

from jjjviewer.charts.translation import tr


class PanePlace(NamedTuple):
    """The slot of a pane.

    Attributes:
        name: the key by which `connections.py` fills the slot.
        show, go_to: the texts of its two actions.
        width, least_width: initial and minimum width, in pixels.
    """

    name: str
    show: str
    go_to: str
    width: int
    least_width: int


def pane_places() -> tuple[PanePlace, ...]:
    """Return the slots, with texts in the language of the window."""
    return (
        PanePlace("tree", tr("Show &tree"), tr("&Tree"), 284, 230),
        PanePlace("detail", tr("Show &details"), tr("&Details"), 324, 280),
        PanePlace("chart", tr("Show c&harts"), tr("&Chart"), 662, 320),
    )
