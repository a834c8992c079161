"""The part of a map in sight: panned and zoomed within limits, or fitted to what is shown."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal

if TYPE_CHECKING:
    from jjjviewer.charts.maps.projection import Projection
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
        self._drawn: Projection | None = None
        """The projection of the map on the page; None where there is no map."""
        self._target: Projection | None = None
        """The same after the last step."""
        self._made_for = QRectF()
        """The area of the page for which the extent was found."""
        self._tried: tuple[QRectF, ...] = ()
        """The areas that the map had when it was laid out for this extent."""
        self._whole: Extent | None = None
        """What is shown at most."""
        self._places: Extent | None = None
        """Where the places and outlines lie, among which the middle of the map stays."""
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self.settled)

    @property
    def is_shown(self) -> bool:
        """Whether there is a map."""
        return self._drawn is not None

    def applied_to(self, view: "View") -> "View":
        """Return a view with the extent in sight."""
        return replace(view, extent=self._extent) if self._extent else view

    def accept(self, scene: "Scene", view: "View") -> bool:
        """Take over how a view was laid out; return False if it has to be laid out once more.

        That is where title and notes are of another height for what is in sight: the map's area
        then differs from the one for which the extent was found. Where the heights alternate, the
        extent for the lower area stands: in a higher one its scale is the same.
        """
        self._timer.stop()
        if scene.projection is None:
            self._drawn, self._extent, self._target = None, None, None
            return True
        drawn = self._drawn = scene.projection
        self._places = view.dataset.geography.extent
        if self._extent is None or self._whole is None:
            self._whole = self._places.joined(drawn.extent)
        tried, self._tried = self._tried, (*self._tried, drawn.area)
        if self._target is None or drawn.area == self._made_for or len(tried) > 1:
            self._target, self._tried = None, ()
            return True
        self._made_for = min((drawn.area, *tried), key=QRectF.height)
        self._extent = self._target.extent_of(self._made_for)
        return False

    def reset(self) -> None:
        """Fit the map to what is shown the next time it is laid out."""
        self._extent = self._target = None
        self._tried = ()
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
        if self._drawn is None:
            return
        anchor = about or self._drawn.area.center()
        now = self._target or self._drawn
        share = _degrees(now) / _degrees(self._whole_map(self._drawn))
        factor = max(share, min(factor, share * _MOST_ZOOM))
        corner = anchor + (now.area.topLeft() - anchor) / factor
        self._aim(self._drawn, now, QRectF(corner, now.area.size() / factor))

    def move(self, by: QPointF) -> None:
        """Pan by a distance in pixels of the page."""
        if self._drawn is not None:
            now = self._target or self._drawn
            self._aim(self._drawn, now, now.area.translated(-by))

    def _whole_map(self, drawn: "Projection") -> "Projection":
        """Return the projection in which the whole map just fits."""
        assert self._whole is not None
        return drawn.fitting(self._whole, drawn.area, drawn.parallel)

    def _aim(self, drawn: "Projection", now: "Projection", area: QRectF) -> None:
        """Show an area of the projection that is in sight now."""
        self._target = now._replace(extent=self._bounded(now.extent_of(area), now.extent))
        self._extent, self._made_for = self._target.extent, self._target.area
        self._timer.start()
        self.moved.emit(drawn.area, self._target.area_of(drawn.extent))

    def _bounded(self, extent: "Extent", before: "Extent") -> "Extent":
        """Move an extent so that its centre lies among places, or no farther off than before."""
        whole = self._places
        assert whole is not None
        (lon, lat), (lon_before, lat_before) = extent.middle, before.middle
        west, east = min(whole.west, lon_before), max(whole.east, lon_before)
        south, north = min(whole.south, lat_before), max(whole.north, lat_before)
        return extent.moved(max(west, min(lon, east)) - lon, max(south, min(lat, north)) - lat)


def _degrees(projection: "Projection") -> float:
    """Return degrees of latitude for each pixel."""
    return (projection.extent.north - projection.extent.south) / projection.area.height()
