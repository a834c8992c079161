"""What lies below the links of a map: outlines of regions; railways and corridors."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPolygonF

from jjjviewer.charts.ink import Ink, Look, Path
from jjjviewer.charts.maps.curves import Way, within
from jjjviewer.charts.maps.sheets import Sheet
from jjjviewer.charts.style import Style, mixed
from jjjviewer.model.atlas import Outline

_TINT, _BORDER, _FAINT = 0.1, 0.5, 0.45


def outlines(
    sheet: Sheet, shapes: Iterable[Outline], colors: Mapping[str, str], style: Style
) -> list[Ink]:
    """The regions in a tint of their colours, cut off at the sheet's edge."""
    inks: list[Ink] = []
    borders: list[Ink] = []
    for each in shapes:
        color = colors[each.province]
        fill = Look(mixed((style.background, color), _TINT))
        border = Look(stroke=mixed((style.background, color), _BORDER), stroke_width=1)
        for ring in each.rings:
            points = [sheet.projection.point(*at) for at in ring]
            seen = QPolygonF(points).intersected(QPolygonF(sheet.room))
            if not seen.isEmpty():
                inks.append(Path(tuple((p.x(), p.y()) for p in seen.toList()), fill, closed=True))
            way = tuple((p.x(), p.y()) for p in points)
            borders += [Path(part, border) for part in within(way, sheet.room)]
    return [*inks, *borders]


def line_ways(sheet: Sheet, row: Any) -> list[Way]:
    """A railway or corridor through its members, as far as it lies on the sheet."""
    points = [sheet.at[id_] for id_ in row.line if id_ in sheet.at]
    way = tuple((p.x(), p.y()) for p in points)
    return within(way, sheet.room) if len(way) > 1 else []


def faint(style: Style) -> Look:
    """How links are drawn that are not of the view."""
    return Look(stroke=mixed((style.background, style.axis), _FAINT), stroke_width=0.9)


def track(way: Way, kind: str, style: Style) -> list[Path]:
    """A railway as maps draw one, anything else as a broad band."""
    if "rail" not in kind:
        return [Path(way, Look(stroke=mixed((style.background, style.axis), 0.4), stroke_width=6))]
    return [
        Path(way, Look(stroke=style.muted, stroke_width=3)),
        Path(way, Look(stroke=style.background, stroke_width=1.8, dashed=True)),
    ]


def border(room: QRectF, color: str, wide: float = 1.0) -> Ink:
    """A frame."""
    return Path(edge(room), Look(stroke=color, stroke_width=wide), closed=True)


def edge(room: QRectF) -> Way:
    """The way round a room."""
    corners = (room.topLeft(), room.topRight(), room.bottomRight(), room.bottomLeft())
    return tuple((p.x(), p.y()) for p in (*corners, room.topLeft()))
