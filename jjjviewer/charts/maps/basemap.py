"""What lies below the links of a map: outlines of regions, frames."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRectF

from jjjviewer.charts.maps.curves import Way, within
from jjjviewer.charts.maps.viewports import Sheet
from jjjviewer.charts.shapes import Ink, Look, Path, path_of
from jjjviewer.charts.style import Style, mixed
from jjjviewer.model.geography import Outline

_TINT, _BORDER, _FAINT = 0.1, 0.5, 0.45


def outlines(
    sheet: Sheet, shapes: Iterable[Outline], colors: Mapping[str, str], style: Style
) -> list[Ink]:
    """The regions in a tint of their colours, cut off at the sheet's edge."""
    inks: list[Ink] = []
    borders: list[Ink] = []
    room = path_of(edge(sheet.room))
    for each in shapes:
        color = colors[each.province]
        fill = Look(mixed((style.background, color), _TINT))
        border = Look(stroke=mixed((style.background, color), _BORDER), stroke_width=1)
        for ring in each.rings:
            way = sheet.projection.points(ring)
            seen = path_of(way).intersected(room).toFillPolygon()
            if not seen.isEmpty():
                inks.append(Path(tuple((p.x(), p.y()) for p in seen.toList()), fill, closed=True))
            borders += [Path(part, border) for part in within(way, sheet.room)]
    return [*inks, *borders]


def faint(style: Style) -> Look:
    """How links are drawn that are not of the view."""
    return Look(stroke=mixed((style.background, style.axis), _FAINT), stroke_width=0.9)


def border(room: QRectF, color: str, wide: float = 1.0) -> Ink:
    """A frame."""
    return Path(edge(room), Look(stroke=color, stroke_width=wide), closed=True)


def edge(room: QRectF) -> Way:
    """The way round a room."""
    corners = (room.topLeft(), room.topRight(), room.bottomRight(), room.bottomLeft())
    return tuple((p.x(), p.y()) for p in (*corners, room.topLeft()))
