"""Which part of a map is looked at: moved and zoomed within limits, or fitted to what is shown."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal

if TYPE_CHECKING:
    from jjjviewer.charts.projection import Projection
    from jjjviewer.model.atlas import Extent
    from jjjviewer.model.view import View

_REST = 80
"""Milliseconds without another step, after which the map is laid out for where it was moved."""
_LARGEST = 200
"""How much larger than when all of it is shown a map may become."""


class Lens(QObject):
    """Moves at once, and lays the map out anew when it comes to rest.

    Laying out takes too long for every step of a wheel; until then the picture itself is moved.
    """

    moved = Signal(QRectF)
    """Where on the page lies now what the map's room showed when it was laid out."""
    rested = Signal()
    """The map is to be laid out anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._extent: Extent | None = None
        self._drawn: Projection | None = None
        """How the map on the page is projected; None where there is no map."""
        self._aimed: Projection | None = None
        """How it is to be projected, once it rests."""
        self._whole: Extent | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.rested)

    @property
    def has_map(self) -> bool:
        return self._drawn is not None

    def through(self, view: "View") -> "View":
        """A view as it is looked at."""
        return replace(view, extent=self._extent) if self._extent else view

    def is_met(self, projection: "Projection | None", view: "View") -> bool:
        """Take how a view was drawn, and say whether that is what was aimed at.

        It is not where header or footer took another room for the new part of the map; drawn
        `through` the lens once more, everything lies where it was moved to.
        """
        self._rest.stop()
        aimed, self._aimed, self._drawn = self._aimed, None, projection
        if projection is None or view.atlas is None:
            self._extent = None
            return True
        if self._extent is None:
            self._whole = view.atlas.extent.joined(projection.extent)
        if aimed is None or aimed.room == projection.room:
            return True
        self._extent = aimed.seen(projection.room)
        return False

    def forget(self) -> None:
        """Fit the map to what is shown, the next time it is drawn."""
        self._extent = self._aimed = None
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
        now = self._aimed or self._drawn
        if now is None or self._whole is None:
            return
        still = about or now.room.center()
        all_of_it = now.fitting(self._whole, now.room, now.parallel).extent
        share = _height(now.extent) / _height(all_of_it)
        factor = max(share, min(factor, share * _LARGEST))
        corner = still + (now.room.topLeft() - still) / factor
        self._look_at(now, QRectF(corner, now.room.size() / factor))

    def move(self, by: QPointF) -> None:
        """Move what is shown over the page, in its pixels."""
        if now := self._aimed or self._drawn:
            self._look_at(now, now.room.translated(-by))

    def _look_at(self, now: "Projection", area: QRectF) -> None:
        assert self._drawn is not None
        self._aimed = replace(now, extent=self._bounded(now.seen(area)))
        self._extent = self._aimed.extent
        self._rest.start()
        self.moved.emit(self._aimed.area(self._drawn.extent))

    def _bounded(self, extent: "Extent") -> "Extent":
        """An extent moved so far that its middle lies on the map."""
        whole = self._whole
        assert whole is not None
        lon, lat = (extent.west + extent.east) / 2, (extent.south + extent.north) / 2
        east = max(whole.west, min(lon, whole.east)) - lon
        north = max(whole.south, min(lat, whole.north)) - lat
        return extent.moved(east, north)


def _height(extent: "Extent") -> float:
    return extent.north - extent.south
