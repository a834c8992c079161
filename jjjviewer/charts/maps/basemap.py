"""What lies below the links of a map: outlines of regions, frames."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRectF

from jjjviewer.charts.maps.curves import Way, within
from jjjviewer.charts.maps.viewports import Viewport
from jjjviewer.charts.shapes import Paint, Path, Shape, path_of
from jjjviewer.charts.style import Style, mixed
from jjjviewer.model.geography import Outline

_TINT, _BORDER, _FAINT = 0.1, 0.5, 0.45


def outlines(
    viewport: Viewport, regions: Iterable[Outline], colors: Mapping[str, str], style: Style
) -> list[Shape]:
    """Return the regions in a tint of their colours, cut off at the viewport's edge."""
    shapes: list[Shape] = []
    borders: list[Shape] = []
    room = path_of(edge(viewport.room))
    for each in regions:
        color = colors[each.province]
        fill = Paint(mixed((style.background, color), _TINT))
        border = Paint(stroke=mixed((style.background, color), _BORDER), stroke_width=1)
        for ring in each.rings:
            way = viewport.projection.points(ring)
            seen = path_of(way).intersected(room).toFillPolygon()
            if not seen.isEmpty():
                shapes.append(Path(tuple((p.x(), p.y()) for p in seen.toList()), fill, closed=True))
            borders += [Path(part, border) for part in within(way, viewport.room)]
    return [*shapes, *borders]


def faint(style: Style) -> Paint:
    """Return the paint of links that are not in the view."""
    return Paint(stroke=mixed((style.background, style.axis), _FAINT), stroke_width=0.9)


def border(room: QRectF, color: str, wide: float = 1.0) -> Shape:
    """Return a frame."""
    return Path(edge(room), Paint(stroke=color, stroke_width=wide), closed=True)


def edge(room: QRectF) -> Way:
    """Return the outline of a rectangle."""
    corners = (room.topLeft(), room.topRight(), room.bottomRight(), room.bottomLeft())
    return tuple((p.x(), p.y()) for p in (*corners, room.topLeft()))
