"""Which part of a map is looked at: moved and zoomed within limits, or fitted to what is shown."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal

if TYPE_CHECKING:
    from jjjviewer.charts.projection import Projection
    from jjjviewer.charts.scene import Scene
    from jjjviewer.model.geography import Extent
    from jjjviewer.model.view import View

_REST = 80
"""Milliseconds without another step, after which the map is laid out for where it was moved."""
_LARGEST = 200
"""How much larger than when all of it is shown a map may become."""


class Lens(QObject):
    """Moves at once, and lays the map out anew when it comes to rest.

    Laying out takes too long for every step of a wheel; until then the picture itself is moved.
    """

    moved = Signal(QRectF, QRectF)
    """A part of the page as it was laid out, and where on it that lies now."""
    rested = Signal()
    """The map is to be laid out anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._extent: Extent | None = None
        self._drawn: tuple[Projection, ...] = ()
        """How the map on the page is projected, and its insets; nothing where there is no map."""
        self._start: Projection | None = None
        """Which of these is moved."""
        self._aimed: Projection | None = None
        """How that is to be projected, once it rests."""
        self._whole: Extent | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.rested)

    @property
    def has_map(self) -> bool:
        return bool(self._drawn)

    def through(self, view: "View") -> "View":
        """A view as it is looked at."""
        return replace(view, extent=self._extent) if self._extent else view

    def is_met(self, scene: "Scene", view: "View") -> bool:
        """Take how a view was drawn, and say whether that is what was aimed at.

        It is not where the footer took another room for what is in sight; drawn `through` the
        lens once more, everything lies where it was moved to.
        """
        self._rest.stop()
        aimed, self._aimed, self._start = self._aimed, None, None
        if scene.projection is None or view.atlas is None:
            self._drawn, self._extent = (), None
            return True
        self._drawn = (scene.projection, *scene.insets)
        if self._extent is None:
            self._whole = view.atlas.extent.joined(scene.projection.extent)
        if aimed is None or aimed.room == scene.projection.room:
            return True
        self._extent = aimed.seen(scene.projection.room)
        return False

    def forget(self) -> None:
        """Fit the map to what is shown, the next time it is drawn."""
        self._extent = self._aimed = self._start = None
        self._rest.stop()

    def fit(self) -> None:
        """Fit the map to what is shown."""
        if self._extent is not None:
            self.forget()
            self.rested.emit()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Show everything so many times as large.

        Args:
            factor: it is kept within the limits.
            about: the point of the page that stays where it is; by default the map's middle.
        """
        if not self._drawn:
            return
        still = about or self._drawn[0].room.center()
        now = self._now(still)
        share = _degrees(now) / _degrees(self._all_of_it)
        factor = max(share, min(factor, share * _LARGEST))
        corner = still + (now.room.topLeft() - still) / factor
        self._look_at(now, QRectF(corner, now.room.size() / factor))

    def move(self, by: QPointF, start: QPointF) -> None:
        """Move what is shown at a point of the page over it, in its pixels."""
        if self._drawn:
            now = self._now(start)
            self._look_at(now, now.room.translated(-by))

    def _now(self, at: QPointF) -> "Projection":
        """What is moved already, or else what lies at a point: the map or an inset.

        Once moved it fills the room of all of them.
        """
        if self._aimed is not None:
            return self._aimed
        there = (each for each in self._drawn if each.room.contains(at))
        self._start = next(there, self._drawn[0])
        return self._start._replace(room=self._room, extent=self._start.seen(self._room))

    @property
    def _room(self) -> QRectF:
        room = QRectF()
        for each in self._drawn:
            room = room.united(each.room)
        return room

    @property
    def _all_of_it(self) -> "Projection":
        """How the map is projected where all of it has just room."""
        assert self._whole is not None
        return self._drawn[0].fitting(self._whole, self._room, self._drawn[0].parallel)

    def _look_at(self, now: "Projection", area: QRectF) -> None:
        assert self._start is not None
        self._aimed = now._replace(extent=self._bounded(now.seen(area), now.extent))
        self._extent = self._aimed.extent
        self._rest.start()
        self.moved.emit(self._start.room, self._aimed.area(self._start.extent))

    def _bounded(self, extent: "Extent", before: "Extent") -> "Extent":
        """An extent moved so far that its middle lies on the map, or no farther from it."""
        whole = self._whole
        assert whole is not None
        (lon, lat), (lon_before, lat_before) = extent.middle, before.middle
        west, east = min(whole.west, lon_before), max(whole.east, lon_before)
        south, north = min(whole.south, lat_before), max(whole.north, lat_before)
        return extent.moved(max(west, min(lon, east)) - lon, max(south, min(lat, north)) - lat)


def _degrees(projection: "Projection") -> float:
    """Degrees of latitude to a pixel."""
    return (projection.extent.north - projection.extent.south) / projection.room.height()
