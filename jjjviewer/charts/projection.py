"""Map projection: positions on the earth to points of the page, and back."""

import math
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from jjjviewer.model.geography import Extent


class Projection(NamedTuple):
    """An equirectangular projection, true to scale along one parallel."""

    room: QRectF
    """The part of the page that the map fills, in pixels."""
    extent: Extent
    """The part of the earth shown, in degrees, with the proportions of the room."""
    parallel: float
    """The latitude, in degrees, along which the map is true to scale."""

    @classmethod
    def fitting(cls, extent: Extent, room: QRectF, parallel: float) -> "Projection":
        """Return the projection that shows an extent whole, centred in a room."""
        shrunk = _shrunk(parallel)
        wide, high = (extent.east - extent.west) * shrunk, extent.north - extent.south
        scale = min(room.width() / max(wide, 1e-9), room.height() / max(high, 1e-9))
        half_wide = room.width() / scale / shrunk / 2
        half_high = room.height() / scale / 2
        lon, lat = (extent.west + extent.east) / 2, (extent.south + extent.north) / 2
        shown = Extent(lon - half_wide, lat - half_high, lon + half_wide, lat + half_high)
        return cls(room, shown, parallel)

    def point(self, lon: float, lat: float) -> QPointF:
        """Return the point of the page, in pixels, for a position in degrees."""
        ((x, y),) = self.points([(lon, lat)])
        return QPointF(x, y)

    def points(self, positions: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
        """Return the points of the page, in pixels, for positions in degrees."""
        west, north = self.extent.west, self.extent.north
        left, top = self.room.x(), self.room.y()
        scale, shrunk = self._scale, _shrunk(self.parallel)
        return tuple(
            (left + (lon - west) * scale * shrunk, top + (north - lat) * scale)
            for lon, lat in positions
        )

    def position(self, point: QPointF) -> tuple[float, float]:
        """Return longitude and latitude, in degrees, of a point of the page in pixels."""
        east = (point.x() - self.room.x()) / self._scale / _shrunk(self.parallel)
        south = (point.y() - self.room.y()) / self._scale
        return self.extent.west + east, self.extent.north - south

    def seen(self, area: QRectF) -> Extent:
        """Return the extent that an area of the page shows, extrapolated beyond the room."""
        west, north = self.position(area.topLeft())
        east, south = self.position(area.bottomRight())
        return Extent(west, south, east, north)

    def area(self, extent: Extent) -> QRectF:
        """Return the area of the page that an extent covers."""
        corner = self.point(extent.west, extent.north)
        return QRectF(corner, self.point(extent.east, extent.south))

    @property
    def _scale(self) -> float:
        """Pixels to a degree of latitude."""
        return self.room.height() / (self.extent.north - self.extent.south)


def _shrunk(parallel: float) -> float:
    return max(0.05, math.cos(math.radians(parallel)))
