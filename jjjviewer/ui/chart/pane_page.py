"""The page that a chart is drawn on in the window."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontInfo

from jjjviewer.charts.style import LEAST_PAGE, PAGES, Page


def page_for(wanted: str, room: QSize, font: QFont) -> Page:
    """Return the page of a name, or else one of the pane's shape and the window's text size."""
    if chosen := PAGES.get(wanted):
        return chosen
    wide, high = LEAST_PAGE
    # A narrower pane shows a page of its shape smaller.
    larger = max(1.0, wide / max(room.width(), 1))
    shape = QSize(round(larger * room.width()), round(larger * room.height()))
    page = shape.expandedTo(QSize(wide, high))
    return Page("pane", page.width(), page.height(), text=QFontInfo(font).pixelSize())
