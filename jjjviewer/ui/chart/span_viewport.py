"""The part of a timeline in sight: zoomed and moved along its scale of days."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal

if TYPE_CHECKING:
    from jjjviewer.charts.layouts.time_axis import TimeAxis
    from jjjviewer.charts.scene import Scene
    from jjjviewer.model.view import View

_LEAST_DAYS = 20


class SpanViewport(QObject):
    """Has the timeline laid out anew at each step, which takes less than a frame."""

    settled = Signal()
    """The timeline is to be laid out anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._span: tuple[date, date] | None = None
        self._axis: TimeAxis | None = None
        """The scale of days on the page; None where there is no timeline."""
        self._whole: tuple[date, date] | None = None

    @property
    def is_shown(self) -> bool:
        """Whether there is a timeline."""
        return self._axis is not None

    @property
    def span(self) -> "tuple[date, date] | None":
        """The days in sight; None where the whole of time is."""
        return self._span

    def restore(self, span: "tuple[date, date] | None") -> None:
        """Show a part of time the next time it is laid out."""
        self._span = span

    def applied_to(self, view: "View") -> "View":
        """Return a view with the span in sight."""
        return replace(view, span=self._span) if self._span else view

    def accept(self, scene: "Scene") -> None:
        """Take over how a chart was laid out."""
        self._axis = scene.time_axis
        if self._axis is None:
            self._span = self._whole = None
        elif self._span is None:
            self._whole = self._axis.start, self._axis.end

    def fit(self) -> None:
        """Show the whole of time."""
        if self._span is not None:
            self._span = None
            self.settled.emit()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom in by a factor about a point of the page, by default the middle of the scale."""
        axis, whole = self._axis, self._whole
        assert axis is not None
        assert whole is not None
        x = axis.area.center().x() if about is None else about.x()
        share = (x - axis.area.left()) / axis.area.width()
        days = max(_LEAST_DAYS, round((axis.end - axis.start).days / factor))
        if days >= (whole[1] - whole[0]).days:
            self.fit()
            return
        start = axis.day_at(x).toordinal() - round(share * days)
        self._show(start, days)

    def move(self, by: QPointF) -> None:
        """Move by a distance in pixels of the page."""
        axis = self._axis
        assert axis is not None
        days = (axis.end - axis.start).days
        start = axis.start.toordinal() - round(by.x() / axis.area.width() * days)
        self._show(start, days)

    def _show(self, start: int, days: int) -> None:
        """Show some days from an ordinal on, within the whole of time."""
        assert self._whole is not None
        first, last = (each.toordinal() for each in self._whole)
        begin = date.fromordinal(max(first, min(start, last - days)))
        self._span = begin, begin + timedelta(days=days)
        self.settled.emit()
