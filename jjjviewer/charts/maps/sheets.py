"""The sheets of a map: the main one and, where places crowd, one that shows their core larger."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.maps.extents import Position, core_of, frame_of, proportions
from jjjviewer.charts.projection import Projection
from jjjviewer.model.atlas import Extent

_MARGIN = 26.0
"""What stays free round the outermost places, for their names."""
_GUTTER = 14.0
_NEAR = 34.0
"""The distance in pixels below which places crowd one another."""
_LEAST_ROOM = 150.0
"""Width and height, in pixels, below which an inset shows nothing."""
_GAIN = 1.5
"""How much larger than the main sheet an inset is at least."""


@dataclass(frozen=True)
class Sheet:
    """A part of the page that shows a part of the earth."""

    projection: Projection
    at: Mapping[str, QPointF]
    """Where places lie on the page, whether or not within the sheet."""

    @property
    def room(self) -> QRectF:
        return self.projection.room

    @property
    def frame(self) -> QRectF:
        """Where dots may lie so that they are not cut off."""
        return self.room.adjusted(4, 4, -4, -4)

    def shows(self, id_: str) -> bool:
        return id_ in self.at and self.frame.contains(self.at[id_])

    def frame_on(self, other: "Sheet") -> QRectF:
        """Where on another sheet lies what this one shows."""
        extent = self.projection.extent
        return QRectF(
            other.projection.point(extent.west, extent.north),
            other.projection.point(extent.east, extent.south),
        )


def sheets_of(
    room: QRectF,
    places: Mapping[str, Position],
    shown: Collection[str],
    wanted: Collection[str],
    extent: Extent | None,
) -> list[Sheet]:
    """Lay a map out in a room: the main sheet, and an inset where places crowd.

    Args:
        room: of the page.
        places: the positions of all places.
        shown: those that the map is made to fit, but for outliers.
        wanted: those of them that are never outliers.
        extent: what is shown instead, without an inset.
    """
    around = frame_of({id_: places[id_] for id_ in shown}, wanted)
    # Zoomed or not, the same parallel is true to scale: nothing changes its shape.
    parallel = (around.south + around.north) / 2
    if extent is not None:
        return [_sheet(Projection.fitting(extent, room, parallel), places)]
    whole = _sheet(_fitted(around, room, parallel), places)
    inset = _with_inset(room, places, shown, around, parallel)
    return inset or [whole]


def _sheet(projection: Projection, places: Mapping[str, Position]) -> Sheet:
    return Sheet(projection, {id_: projection.point(*at) for id_, at in places.items()})


def _fitted(extent: Extent, room: QRectF, parallel: float) -> Projection:
    """Show an extent with a margin round it."""
    margin = min(_MARGIN, room.width() / 6, room.height() / 6)
    inner = Projection.fitting(extent, room.adjusted(margin, margin, -margin, -margin), parallel)
    west, north = inner.position(room.topLeft())
    east, south = inner.position(room.bottomRight())
    return Projection(room, Extent(west, south, east, north), parallel)


def _with_inset(
    room: QRectF,
    places: Mapping[str, Position],
    shown: Collection[str],
    around: Extent,
    parallel: float,
) -> list[Sheet]:
    """Main sheet and inset beside or below each other, or nothing where that shows no more."""
    for main_room, rest in _divided(room, proportions(around, parallel)):
        main = _sheet(_fitted(around, main_room, parallel), places)
        points = [(main.at[id_].x(), main.at[id_].y()) for id_ in sorted(shown) if main.shows(id_)]
        core = core_of(points, (rest.width(), rest.height()), _NEAR)
        if core is None or rest.width() / core[2] < _GAIN:
            continue
        area = QRectF(*core)
        west, north = main.projection.position(area.topLeft())
        east, south = main.projection.position(area.bottomRight())
        inset = Projection(rest, Extent(west, south, east, north), parallel)
        return [main, _sheet(inset, places)]
    return []


def _divided(room: QRectF, wide: float) -> list[tuple[QRectF, QRectF]]:
    """A room for the main sheet, as wide to its height, and one for the inset, where that goes."""
    parts = []
    main, rest = QRectF(room), QRectF(room)
    if room.width() > room.height() * wide:
        share = min(max(room.height() * wide / room.width(), 0.38), 0.52)
        main.setWidth(math.floor(room.width() * share))
        rest.setLeft(main.right() + _GUTTER)
    else:
        share = min(max(room.width() / wide / room.height(), 0.45), 0.6)
        main.setHeight(math.floor(room.height() * share))
        rest.setTop(main.bottom() + _GUTTER)
    if min(rest.width(), rest.height(), main.width(), main.height()) >= _LEAST_ROOM:
        parts.append((main, rest))
    return parts
