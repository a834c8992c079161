"""Map projection: positions on the earth to points of the page, and back."""

import math
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from jjjviewer.model.geography import Extent


class Projection(NamedTuple):
    """An equirectangular projection, true to scale along one parallel."""

    area: QRectF
    """The part of the page that the map fills, in pixels."""
    extent: Extent
    """The part of the earth shown, in degrees, with the proportions of the area."""
    parallel: float
    """The latitude, in degrees, along which the map is true to scale."""

    @classmethod
    def fitting(cls, extent: Extent, area: QRectF, parallel: float) -> "Projection":
        """Return the projection that shows an extent whole, centred in an area."""
        lon_scale = _longitude_scale(parallel)
        wide, high = (extent.east - extent.west) * lon_scale, extent.north - extent.south
        scale = min(area.width() / max(wide, 1e-9), area.height() / max(high, 1e-9))
        half_wide = area.width() / scale / lon_scale / 2
        half_high = area.height() / scale / 2
        lon, lat = (extent.west + extent.east) / 2, (extent.south + extent.north) / 2
        shown = Extent(lon - half_wide, lat - half_high, lon + half_wide, lat + half_high)
        return cls(area, shown, parallel)

    def point(self, lon: float, lat: float) -> QPointF:
        """Return the point of the page, in pixels, for a position in degrees."""
        ((x, y),) = self.points([(lon, lat)])
        return QPointF(x, y)

    def points(self, positions: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
        """Return the points of the page, in pixels, for positions in degrees."""
        west, north = self.extent.west, self.extent.north
        left, top = self.area.x(), self.area.y()
        scale, lon_scale = self._scale, _longitude_scale(self.parallel)
        return tuple(
            (left + (lon - west) * scale * lon_scale, top + (north - lat) * scale)
            for lon, lat in positions
        )

    def position(self, point: QPointF) -> tuple[float, float]:
        """Return longitude and latitude, in degrees, of a point of the page in pixels."""
        east = (point.x() - self.area.x()) / self._scale / _longitude_scale(self.parallel)
        south = (point.y() - self.area.y()) / self._scale
        return self.extent.west + east, self.extent.north - south

    def extent_of(self, area: QRectF) -> Extent:
        """Return the extent that an area of the page shows, extrapolated beyond the map's own."""
        west, north = self.position(area.topLeft())
        east, south = self.position(area.bottomRight())
        return Extent(west, south, east, north)

    def area_of(self, extent: Extent) -> QRectF:
        """Return the area of the page that an extent covers."""
        corner = self.point(extent.west, extent.north)
        return QRectF(corner, self.point(extent.east, extent.south))

    @property
    def _scale(self) -> float:
        """Pixels to a degree of latitude."""
        return self.area.height() / (self.extent.north - self.extent.south)


def _longitude_scale(parallel: float) -> float:
    """Return the length of a degree of longitude in degrees of latitude."""
    return max(0.05, math.cos(math.radians(parallel)))
