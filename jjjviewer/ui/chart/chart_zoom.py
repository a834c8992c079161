"""Zooming and moving what the chart pane shows: a map, a scale of time, or the whole page."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPointF, Signal

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.translation import tr
from jjjviewer.ui.chart.map_viewport import MapViewport
from jjjviewer.ui.chart.page_input import PageInput
from jjjviewer.ui.chart.span_viewport import SpanViewport
from jjjviewer.ui.chart.zoom_tools import ZoomTools
from jjjviewer.ui.shared.announce import announce
from jjjviewer.ui.shared.canvas import Canvas

if TYPE_CHECKING:
    from datetime import date

    from jjjviewer.charts.chart_type import ChartType
    from jjjviewer.charts.page_layout import Wording
    from jjjviewer.charts.scene import Scene
    from jjjviewer.charts.style import Page, Style
    from jjjviewer.model.geography import Extent
    from jjjviewer.model.view import View


class InSight(NamedTuple):
    """What is in sight of a map or a timeline; None for the whole of it."""

    extent: "Extent | None" = None
    span: "tuple[date, date] | None" = None


class ChartZoom(QObject):
    """Passes wheel, drag, keys and buttons on to what they move.

    Args:
        canvas: shows the chart.
        tools: the buttons.
    """

    settled = Signal()
    """The chart is to be laid out anew."""

    def __init__(self, canvas: Canvas, tools: ZoomTools) -> None:
        super().__init__(canvas)
        self._page = canvas.placement
        self._canvas = canvas
        self._map, self._time = MapViewport(self), SpanViewport(self)
        self._map.moved.connect(canvas.move_map)
        for viewport in (self._map, self._time):
            viewport.settled.connect(self.settled)
        page_input = PageInput(canvas)
        page_input.moved.connect(self._move)
        for source in (page_input, tools):
            source.zoomed.connect(self._zoom)
            source.fitted.connect(self._fit)

    @property
    def in_sight(self) -> InSight:
        """What is in sight, if it was moved or zoomed."""
        return InSight(self._map.extent, self._time.span)

    def composed(
        self,
        chart_type: "ChartType",
        view: "View",
        wording: "Wording",
        page: "Page",
        style: "Style",
    ) -> "tuple[View, list[Scene]]":
        """Lay a chart out as it is looked at; return its view, as far as in sight, and pages."""
        while True:
            # What is in sight of a map depends on the room that title and notes leave it.
            drawn = self._time.applied_to(self._map.applied_to(view))
            scenes = compose(chart_type, drawn, page, style, wording)
            self._time.accept(scenes[0])
            if self._map.accept(scenes[0], view):
                return drawn, scenes

    def reset(self) -> None:
        """Show the whole the next time it is laid out."""
        self.restore(InSight())

    def restore(self, in_sight: InSight) -> None:
        """Show a part the next time it is laid out."""
        self._map.restore(in_sight.extent)
        self._time.restore(in_sight.span)

    def _zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a point of the page, by default the middle of what is in sight."""
        for part in (self._map, self._time):
            if part.is_shown:
                part.zoom(factor, at)
                announce(self._canvas, tr("Zoomed in") if factor > 1 else tr("Zoomed out"))
                return
        self._page.zoom(factor, at)
        announce(self._canvas, tr("Zoom: {percent}%", percent=self._page.percent))

    def _move(self, by: QPointF) -> None:
        """Move by a distance in pixels of the page."""
        if self._map.is_shown:
            self._map.move(by)
            return
        if self._time.is_shown:
            self._time.move(by)
        self._page.move(-by * self._canvas.page_scale)

    def _fit(self) -> None:
        for part in (self._map, self._time):
            if part.is_shown:
                part.fit()
                break
        else:
            self._page.fit()
        announce(self._canvas, tr("Shown as a whole"))
