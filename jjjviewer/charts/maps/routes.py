"""Railways and corridors: lines through the places that they join."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QPointF

from jjjviewer.charts.maps.curves import Way, along, length, within
from jjjviewer.charts.maps.hit_areas import HitAreas
from jjjviewer.charts.maps.label_placement import LabelPlacer, Name
from jjjviewer.charts.maps.symbols import place_description
from jjjviewer.charts.maps.viewports import Viewport
from jjjviewer.charts.shapes import Mark, Paint, Path, Shape
from jjjviewer.charts.style import Style, mixed
from jjjviewer.model.geography import Route
from jjjviewer.model.row_types import LinkRow
from jjjviewer.model.view import View

_SHARES = (0.5, 0.6, 0.35, 0.75)
"""Where on a line its name may stand."""
_CLOSE = 6.0
"""How near its line a name stands, in pixels."""


def ways_of(viewport: Viewport, route: Route) -> list[Way]:
    """Return the path of a railway or corridor through its members, as far as it is in sight."""
    points = [viewport.at[id_] for id_ in route.through if id_ in viewport.at]
    way = tuple((p.x(), p.y()) for p in points)
    return within(way, viewport.room) if len(way) > 1 else []


def route_paths(way: Way, kind: str, style: Style) -> list[Path]:
    """Draw a railway as maps do, anything else as a broad band."""
    if "rail" not in kind:
        return [Path(way, Paint(stroke=mixed((style.background, style.axis), 0.4), stroke_width=6))]
    return [
        Path(way, Paint(stroke=style.muted, stroke_width=3)),
        Path(way, Paint(stroke=style.background, stroke_width=1.8, dashed=True)),
    ]


def marks_of(
    viewport: Viewport,
    routes: Iterable[Route],
    hit_areas: HitAreas,
    links: Sequence[LinkRow],
    view: View,
    style: Style,
) -> list[Mark]:
    """Return lines that a click selects; each stands for the links that its paragraphs name."""
    marks = []
    for route in routes:
        ways = ways_of(viewport, route)
        hit_area = hit_areas.on(ways)
        if hit_area is not None:
            route_links = [link for link in links if link.paragraph in route.paragraphs]
            paths = tuple(
                path for way in ways for path in route_paths(way, route.place.kind, style)
            )
            records = tuple(link.link_id for link in route_links)
            words = place_description(route.place, route_links, view)
            marks.append(Mark(records, words, paths, hit_area, paths, route.place.entity_id))
    return marks


def names_of(
    viewport: Viewport,
    routes: Iterable[Route],
    named: Collection[str],
    placer: LabelPlacer,
    style: Style,
) -> list[Shape]:
    """Return the names of lines that are not named as places, each by its line if there is room."""
    shapes: list[Shape] = []
    for route in routes:
        way = max(ways_of(viewport, route), key=length, default=())
        if route.place.entity_id in named or not way:
            continue
        for point in along(way, _SHARES):
            name = Name(route.place.name, QPointF(*point), 2.0, style.muted, farthest=_CLOSE)
            if found := placer.set(name):
                shapes += found
                break
    return shapes
