"""What the chart pane shows besides its view, and the page that fits it."""

from typing import NamedTuple

from PySide6.QtCore import QSize

from jjjviewer.charts.style import PAGES, Page
from jjjviewer.model.geography import Extent


class ChartState(NamedTuple):
    """How the pane was left."""

    chart_type: str
    """Its id; '' where there was a message instead."""
    tab: int
    extent: Extent | None
    """The part of a map in sight, if it was moved or zoomed."""
    highlighted: tuple[str, ...]


def best_page(room: QSize) -> Page:
    """Return the page that is largest when scaled to fit a size."""

    def area(page: Page) -> float:
        scale = min(room.width() / page.width, room.height() / page.height)
        return scale * scale * page.width * page.height

    return max(PAGES.values(), key=area)
