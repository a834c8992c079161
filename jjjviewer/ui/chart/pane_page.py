"""The page that a chart is drawn on in the window."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontInfo

from jjjviewer.charts.style import LEAST_PAGE, PAGES, Page


def page_for(wanted: str, room: QSize, font: QFont) -> Page:
    """Return the page of a name, or else one of the pane's shape and the window's text size."""
    if chosen := PAGES.get(wanted):
        return chosen
    room = room.expandedTo(QSize(*LEAST_PAGE))
    return Page("pane", room.width(), room.height(), text=QFontInfo(font).pixelSize())
