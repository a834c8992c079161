"""Symbols of places on a map, their hit areas and descriptions."""

import json
import math
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import islice

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.maps.hit_areas import square
from jjjviewer.charts.shapes import Circle, Mark, Paint, Path, Shape
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import EntityRow, LinkRow
from jjjviewer.model.view import View
from jjjviewer.paths import resource

PLACE_RADIUS, FAINT_RADIUS, REGION_RADIUS = 4.0, 2.2, 6.5
"""Radii: of a place, of one that nothing is said of here, of a region as a whole."""
_REACH = 8.0
_MOST = 250
"""Greatest number of places with hit areas: more would be too small to point at."""
_ONE = 3.0
"""Distance, in pixels, below which places share one hit area."""


@cache
def _families() -> dict[str, str]:
    """Return the symbol of each kind of place that has its own."""
    families = json.loads(resource("map/signs.json").read_text(encoding="utf-8"))
    return {kind: name for name, kinds in families.items() for kind in kinds}


def symbol_of(kind: str) -> str:
    """Return the name of the symbol for a kind of place; a family of kinds shares one."""
    return _families().get(kind, "round")


def symbol(at: QPointF, name: str, paint: Paint, radius: float = PLACE_RADIUS) -> Shape:
    """Return a symbol by its name; all are about the same size."""
    corners = {"square": (4, 45.0, 1.25), "diamond": (4, 0.0, 1.3), "triangle": (3, -90.0, 1.4)}
    if name not in corners:
        return Circle(at.x(), at.y(), radius, paint)
    count, first, factor = corners[name]
    angles = [math.radians(first + 360 / count * step) for step in range(count)]
    far = radius * factor
    return Path(
        tuple((at.x() + far * math.cos(a), at.y() + far * math.sin(a)) for a in angles), paint, True
    )


def place_shapes(
    row: EntityRow, at: QPointF, color: str, style: Style, provinces: Collection[str]
) -> list[Shape]:
    """Return the shapes of a place: hollow if only its district is known, ringed if a region."""
    if row.entity_id in provinces:
        ring = Circle(at.x(), at.y(), REGION_RADIUS, Paint(style.background, color, 1.8))
        return [ring, Circle(at.x(), at.y(), 2.6, Paint(color))]
    hollow = row.precision == "district"
    fill, stroke = (style.background, color) if hollow else (color, style.background)
    return [symbol(at, symbol_of(row.kind), Paint(fill, stroke, 1.6 if hollow else 1.0))]


def radius_of(id_: str, provinces: Collection[str]) -> float:
    return REGION_RADIUS if id_ in provinces else PLACE_RADIUS


def hits_of(points: Mapping[str, QPointF]) -> dict[str, QRectF]:
    """Return the hit areas of places: non-overlapping squares.

    A place that lies on one before it has no area of its own.
    """
    first = dict(islice(points.items(), _MOST))
    at = np.array([(point.x(), point.y()) for point in first.values()]).reshape(-1, 2)
    # How far two points are apart along the axis on which they are farther.
    apart = np.abs(at[:, None] - at).max(axis=2)
    distinct: list[int] = []
    for each in range(len(at)):
        if (apart[each, distinct] >= _ONE).all():
            distinct.append(each)
    np.fill_diagonal(apart, np.inf)
    halves = np.minimum(
        apart[np.ix_(distinct, distinct)].min(axis=1, initial=np.inf) / 2, _REACH
    ).tolist()
    ids = [*first]
    return {
        ids[each]: square(first[ids[each]], half)
        for each, half in zip(distinct, halves, strict=True)
    }


def place_description(row: EntityRow, links: Sequence[LinkRow], view: View) -> str:
    """Return the description of a place, for a tooltip."""
    precision = {
        "approximate": tr("position approximate"),
        "district": tr("position known to the district only"),
    }
    names = dict.fromkeys(link.speaker for link in links if link.speaker)
    count = tr("1 link") if len(links) == 1 else tr("{count} links", count=len(links))
    parts = (
        row.name_zh if view.dataset.language != "zh" and row.name_zh != row.name else "",
        row.kind.replace("_", " "),
        precision.get(row.precision, ""),
        count if links else tr("no link here"),
        ", ".join(names),
    )
    return " · ".join(filter(None, (row.name, *parts)))


def mark(
    row: EntityRow,
    at: QPointF,
    shapes: list[Shape],
    hit: QRectF,
    links: Sequence[LinkRow],
    view: View,
) -> Mark:
    """Return the mark of a place, which a click selects."""
    records = tuple(link.link_id for link in links)
    return Mark(
        records, place_description(row, links, view), tuple(shapes), hit, target=row.entity_id
    )
