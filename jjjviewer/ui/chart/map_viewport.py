"""The part of a map in sight: panned and zoomed within limits, or fitted to what is shown."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal

if TYPE_CHECKING:
    from jjjviewer.charts.projection import Projection
    from jjjviewer.charts.scene import Scene
    from jjjviewer.model.geography import Extent
    from jjjviewer.model.view import View

_SETTLE_MS = 80
"""Milliseconds after the last step before the map is laid out anew."""
_MOST_ZOOM = 200
"""The largest magnification, relative to the whole map."""


class MapViewport(QObject):
    """Moves the map's picture at each step, and has the map laid out anew after the last.

    Layout takes too long for every step of a wheel.
    """

    moved = Signal(QRectF, QRectF)
    """A part of the page as it was laid out, and where on the page that lies now."""
    settled = Signal()
    """The map is to be laid out anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._extent: Extent | None = None
        self._drawn: tuple[Projection, ...] = ()
        """The projections of the map on the page and of its insets; empty where there is no map."""
        self._start: Projection | None = None
        """The projection of the map or inset that is being moved."""
        self._target: Projection | None = None
        """Its projection after the last step."""
        self._whole: Extent | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self.settled)

    @property
    def has_map(self) -> bool:
        return bool(self._drawn)

    def applied_to(self, view: "View") -> "View":
        """Return a view with the extent in sight."""
        return replace(view, extent=self._extent) if self._extent else view

    def accept(self, scene: "Scene", view: "View") -> bool:
        """Take over how a view was laid out; return False if it has to be laid out once more.

        That is where the footer is of another height for what is in sight: the map's area then
        differs from the one that was panned and zoomed.
        """
        self._timer.stop()
        target, self._target, self._start = self._target, None, None
        if scene.projection is None:
            self._drawn, self._extent = (), None
            return True
        self._drawn = (scene.projection, *scene.insets)
        if self._extent is None:
            self._whole = view.dataset.geography.extent.joined(scene.projection.extent)
        if target is None or target.area == scene.projection.area:
            return True
        self._extent = target.extent_of(scene.projection.area)
        return False

    def reset(self) -> None:
        """Fit the map to what is shown the next time it is laid out."""
        self._extent = self._target = self._start = None
        self._timer.stop()

    @property
    def extent(self) -> "Extent | None":
        """The part of the map in sight; None where it is fitted to what is shown."""
        return self._extent

    def restore(self, extent: "Extent | None") -> None:
        """Show a part of the map the next time it is laid out."""
        self.reset()
        self._extent = extent

    def fit(self) -> None:
        """Fit the map to what is shown."""
        if self._extent is not None:
            self.reset()
            self.settled.emit()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom in by a factor.

        Args:
            factor: limited so that neither more than the map nor too little is in sight.
            about: the point of the page that stays in place; by default the map's centre.
        """
        if not self._drawn:
            return
        anchor = about or self._drawn[0].area.center()
        now = self._current(anchor)
        share = _degrees(now) / _degrees(self._whole_map)
        factor = max(share, min(factor, share * _MOST_ZOOM))
        corner = anchor + (now.area.topLeft() - anchor) / factor
        self._aim(now, QRectF(corner, now.area.size() / factor))

    def move(self, by: QPointF, start: QPointF) -> None:
        """Pan by a distance in pixels of the page, from a point of it."""
        if self._drawn:
            now = self._current(start)
            self._aim(now, now.area.translated(-by))

    def _current(self, at: QPointF) -> "Projection":
        """Return the projection that is being moved, or that of the map or inset at a point.

        Once moved it fills the area of all of them.
        """
        if self._target is not None:
            return self._target
        at_point = (each for each in self._drawn if each.area.contains(at))
        self._start = next(at_point, self._drawn[0])
        return self._start._replace(area=self._room, extent=self._start.extent_of(self._room))

    @property
    def _room(self) -> QRectF:
        room = QRectF()
        for each in self._drawn:
            room = room.united(each.area)
        return room

    @property
    def _whole_map(self) -> "Projection":
        """The projection in which the whole map just fits."""
        assert self._whole is not None
        return self._drawn[0].fitting(self._whole, self._room, self._drawn[0].parallel)

    def _aim(self, now: "Projection", area: QRectF) -> None:
        assert self._start is not None
        self._target = now._replace(extent=self._bounded(now.extent_of(area), now.extent))
        self._extent = self._target.extent
        self._timer.start()
        self.moved.emit(self._start.area, self._target.area_of(self._start.extent))

    def _bounded(self, extent: "Extent", before: "Extent") -> "Extent":
        """Move an extent so that its centre lies on the map, or no farther off than before."""
        whole = self._whole
        assert whole is not None
        (lon, lat), (lon_before, lat_before) = extent.middle, before.middle
        west, east = min(whole.west, lon_before), max(whole.east, lon_before)
        south, north = min(whole.south, lat_before), max(whole.north, lat_before)
        return extent.moved(max(west, min(lon, east)) - lon, max(south, min(lat, north)) - lat)


def _degrees(projection: "Projection") -> float:
    """Return degrees of latitude for each pixel."""
    return (projection.extent.north - projection.extent.south) / projection.area.height()
