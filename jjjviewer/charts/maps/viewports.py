"""The viewports of a map: the main one and, where places crowd, an inset of their core."""

import math
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.maps.fit import Position, core_of, frame_of
from jjjviewer.charts.projection import Projection
from jjjviewer.model.geography import Extent

_MARGIN = 26.0
"""What stays free round the outermost places, for their names."""
_GUTTER = 14.0
_NEAR = 34.0
"""The distance in pixels below which places crowd one another."""
_LEAST_ROOM = 150.0
"""Width and height, in pixels, below which an inset shows nothing."""
_GAIN = 1.3
"""How much larger an inset is at least than the map would be without it."""
_PARTS = (0.4, 0.46, 0.52)
"""What share of the room the main viewport may take."""


class Viewport(NamedTuple):
    """A part of the page that shows a part of the earth."""

    projection: Projection
    positions: Mapping[str, Position]
    at: Mapping[str, QPointF]
    """Where places lie on the page, whether or not within the viewport."""

    @property
    def room(self) -> QRectF:
        return self.projection.area

    @property
    def scale(self) -> float:
        """Pixels to a degree of latitude."""
        extent = self.projection.extent
        return self.room.height() / (extent.north - extent.south)

    @property
    def frame(self) -> QRectF:
        """The area where symbols are not cut off."""
        return self.room.adjusted(4, 4, -4, -4)

    def shows(self, id_: str) -> bool:
        return id_ in self.at and self.frame.contains(self.at[id_])

    def frame_on(self, other: "Viewport") -> QRectF:
        """Return the area of another viewport that this one shows."""
        extent = self.projection.extent
        return QRectF(
            other.projection.point(extent.west, extent.north),
            other.projection.point(extent.east, extent.south),
        )


def viewports_of(
    room: QRectF,
    places: Mapping[str, Position],
    shown: Collection[str],
    wanted: Collection[str],
    joined: Sequence[frozenset[str]],
    extent: Extent | None,
    margin: float = _MARGIN,
) -> list[Viewport]:
    """Lay a map out in a room: the main viewport, and an inset where places crowd.

    Args:
        room: of the page.
        places: the positions of all places.
        shown: those that the map is made to fit, but for outliers.
        wanted: those of them that are never outliers.
        joined: the places that each line joins: an inset is for lines that don't leave it.
        extent: what is shown instead, without an inset.
        margin: what stays free round the outermost places, in pixels.
    """
    points = {id_: places[id_] for id_ in shown}
    # Zoomed or not, the same parallel is true to scale: nothing changes its shape.
    parallel = sum(lat for _, lat in points.values()) / len(points)
    if extent is not None:
        return [_viewport(Projection.fitting(extent, room, parallel), places)]

    def main(part: QRectF) -> Viewport:
        wide = part.width() / part.height() / max(0.05, math.cos(math.radians(parallel)))
        around = frame_of(points, wide, wanted)
        return _viewport(_fitted(around, part, parallel, margin), places)

    whole = main(room)
    found = (_with_inset(main(part), rest, joined) for part, rest in _divided(room))
    pairs = [pair for pair in found if pair and pair[1].scale > _GAIN * whole.scale]
    # The best pair shows both viewports as large as can be.
    best = max(pairs, key=lambda pair: pair[0].scale * pair[1].scale, default=None)
    return [*best] if best else [whole]


def _viewport(projection: Projection, places: Mapping[str, Position]) -> Viewport:
    points = (QPointF(x, y) for x, y in projection.points(places.values()))
    return Viewport(projection, places, dict(zip(places, points, strict=True)))


def _fitted(extent: Extent, room: QRectF, parallel: float, margin: float) -> Projection:
    """Show an extent with a margin round it."""
    free = min(margin, room.width() / 6, room.height() / 6)
    inner = Projection.fitting(extent, room.adjusted(free, free, -free, -free), parallel)
    west, north = inner.position(room.topLeft())
    east, south = inner.position(room.bottomRight())
    return Projection(room, Extent(west, south, east, north), parallel)


def _with_inset(
    main: Viewport, rest: QRectF, joined: Sequence[frozenset[str]]
) -> tuple[Viewport, Viewport] | None:
    """Return the main viewport and an inset beside it; None where that shows no more."""
    linked = sorted({id_ for ids in joined for id_ in ids if main.shows(id_)})
    points = {id_: (main.at[id_].x(), main.at[id_].y()) for id_ in linked}
    core = core_of(points, joined, (rest.width(), rest.height()), _NEAR)
    if core is None:
        return None
    area = _moved_into(QRectF(*core), main.room)
    west, north = main.projection.position(area.topLeft())
    east, south = main.projection.position(area.bottomRight())
    inset = Projection(rest, Extent(west, south, east, north), main.projection.parallel)
    return main, _viewport(inset, main.positions)


def _moved_into(area: QRectF, room: QRectF) -> QRectF:
    """Return an area moved so that it stays within a larger one."""
    left = min(max(area.left(), room.left()), room.right() - area.width())
    top = min(max(area.top(), room.top()), room.bottom() - area.height())
    return QRectF(left, top, area.width(), area.height())


def _divided(room: QRectF) -> list[tuple[QRectF, QRectF]]:
    """Return areas for a main viewport and an inset, beside or below it, where both fit."""
    parts = []
    for share in _PARTS:
        left, right = QRectF(room), QRectF(room)
        left.setWidth(math.floor(room.width() * share))
        right.setLeft(left.right() + _GUTTER)
        upper, lower = QRectF(room), QRectF(room)
        upper.setHeight(math.floor(room.height() * share))
        lower.setTop(upper.bottom() + _GUTTER)
        parts += [(left, right), (upper, lower)]
    return [
        pair
        for pair in parts
        if min(side for part in pair for side in (part.width(), part.height())) >= _LEAST_ROOM
    ]
