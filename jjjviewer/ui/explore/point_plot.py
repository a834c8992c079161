"""One plot of points: in lanes, or on the scale of one unit."""

from typing import NamedTuple

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QColor, QPen

from jjjviewer.model.categories import Positions
from jjjviewer.model.rule_masks import Mask
from jjjviewer.ui.explore.axes import BottomAxis, LaneAxis, Look, ValueAxis
from jjjviewer.ui.explore.brush import Brush, Ends
from jjjviewer.ui.explore.brush_box import BrushBox
from jjjviewer.ui.explore.ground import Counts, Ground
from jjjviewer.ui.explore.point_style import PointStyle, Scatter, rings
from jjjviewer.ui.explore.points import Numbers, Points
from jjjviewer.ui.explore.spread import Dots, Room

_PITCHES = (13.0, 11.0, 9.5, 8.0)
"""Distances between dots, of which the largest is taken that lets nearly all stand apart."""
_RING = 5.0
_MOST_SPREAD = 5_000
"""Of more points than these, only those near what is in sight are spread."""
_MARGIN_ACROSS = 0.5
"""How far they are spread beyond what is in sight, as a share of it."""
_LEAST = {"paragraphs": 2.0, "time": 60.0}
"""The least that can be in sight: paragraphs, or days."""


class Lit(NamedTuple):
    """Which points are lit, chosen, and which one has the keyboard focus."""

    is_lit: Mask
    is_chosen: Mask
    focused: int | None


class PointPlot(QObject):
    """A plot with its axes; what is drawn is spread anew when it is zoomed or resized."""

    brushed = Signal(object)
    """The `Brush` that the user drew."""

    def __init__(
        self,
        points: Points,
        which: Positions,
        x: Numbers,
        axes: tuple[LaneAxis | ValueAxis, BottomAxis],
        style: PointStyle,
        *,
        upside_down: bool,
    ) -> None:
        super().__init__()
        self.left, self.bottom = axes
        self.look: Look = self.left.look
        self.points, self.which, self.x = points, which, x
        self._style = style
        self.dots: Dots | None = None
        self._lit = Lit(np.ones(points.size, bool), np.zeros(points.size, bool), None)
        self._spread_for: tuple[object, ...] = ()
        self._window = (0.0, 0.0)
        """From where to where points are spread."""
        self.box = BrushBox(self.look.style, upside_down=upside_down)
        self.box.brushed.connect(self._take_brush)
        self.item = pg.PlotItem(
            viewBox=self.box, axisItems={"left": self.left, "bottom": self.bottom}, enableMenu=False
        )
        self.item.hideButtons()
        self._build()
        field = self.bottom.field
        size = field.high - field.low
        least = min(size, _LEAST[field.across])
        self.box.setLimits(xMin=field.low, xMax=field.high, minXRange=least, maxXRange=size)
        self.box.setXRange(field.low, field.high, padding=0)
        self.box.sigRangeChanged.connect(self.refresh)
        self.box.sigResized.connect(self.refresh)

    def _build(self) -> None:
        style = self.look.style
        self.ground, self._counts = Ground(self.look), Counts(self.look)
        self._scatter = Scatter(self._style)
        self._rings, self._focus = (rings(color) for color in (style.accent, style.text))
        accent = QColor(style.accent)
        fill = QColor(accent)
        fill.setAlphaF(0.1)
        self.region = pg.LinearRegionItem(
            brush=fill, hoverBrush=fill, pen=QPen(accent, 1.5), hoverPen=QPen(accent, 3)
        )
        for line in self.region.lines:
            line.pen.setCosmetic(True)
            line.hoverPen.setCosmetic(True)
        self.region.hide()
        self.region.sigRegionChangeFinished.connect(self._take_region)
        for item in (self.ground, self.region, self._scatter, self._rings, self._focus):
            self.box.addItem(item, ignoreBounds=True)
        self.box.addItem(self._counts, ignoreBounds=True)

    def close(self) -> None:
        """Free the widgets that belong to the plot, which Qt and pyqtgraph would both keep."""
        menu = self.item.ctrlMenu
        if menu is not None:
            menu.deleteLater()
            self.item.ctrlMenu = None
            self.item.ctrl = None
        self.box.sigRangeChanged.disconnect(self.refresh)
        self.box.sigResized.disconnect(self.refresh)

    def light(self, lit: Lit) -> None:
        """Light other points."""
        self._lit = lit
        self._spread_for = ()
        self.refresh()

    def show_region(self, ends: Ends | None) -> None:
        """Show from where to where a brush lets points through; None for no brush."""
        self.region.blockSignals(True)
        if ends is not None:
            self.region.setRegion(ends)
        self.region.setVisible(ends is not None)
        self.region.blockSignals(False)

    def refresh(self) -> None:
        """Spread the points for the room that there is, unless they are spread for it."""
        box = self.box
        if box.width() < 2 or box.height() < 2:
            return
        (left, right), (low, high) = box.viewRange()
        self.ground.fit(QRectF(left, low, right - left, high - low), *self._lines())
        # Moving what is in sight leaves the dots where they are.
        room = (round((right - left) / box.width(), 9), high - low, box.height())
        is_within = self._window[0] <= left and right <= self._window[1]
        if room != self._spread_for or not is_within:
            self._spread_for = room
            margin = (right - left) * _MARGIN_ACROSS
            self._window = left - margin, right + margin
            self._spread()

    def _spread(self) -> None:
        factor = self.look.sizes.unit
        pitches = tuple(pitch * factor for pitch in _PITCHES)
        low, high = self._window
        some = np.arange(len(self.which))
        if len(some) > _MOST_SPREAD:
            some = np.flatnonzero((self.x >= low) & (self.x <= high))
        is_lit = self._lit.is_lit[self.which[some]]
        room = Room(self.box.pixel, pitches, self.lane_height, self.look.sizes.note)
        dots = self.dots = self._dots(some, is_lit, room).of_some(some)
        numbers = self._style.numbers(dots, self.points, self.which)
        self._scatter.show_dots(dots, numbers, self.item.scene().views()[0].devicePixelRatioF())
        self._counts.show_counts(dots)
        self._ring(self._rings, self.ringed())
        focused = np.zeros(len(self.which), dtype=bool)
        if self._lit.focused is not None:
            focused[self._lit.focused] = True
        self._ring(self._focus, dots.dots_of(focused))

    def _ring(self, rings: pg.ScatterPlotItem, some: Positions) -> None:
        assert self.dots is not None
        rings.setData(x=self.dots.x[some], y=self.dots.y[some], size=self.dots.pitch + _RING)

    def ringed(self) -> Positions:
        """Return the dots that stand for a chosen record."""
        if self.dots is None:
            return np.array([], dtype=np.intp)
        return self.dots.dots_of(self._lit.is_chosen[self.which])

    def chosen_x(self) -> Numbers:
        """Return where the chosen points stand from left to right."""
        return self.x[self._lit.is_chosen[self.which]]

    def dot_at(self, scene_x: float, scene_y: float) -> int | None:
        """Return the lit dot at a point of the scene."""
        if self.dots is None:
            return None
        at = self.box.mapSceneToView(pg.Point(scene_x, scene_y))
        wide, high = self.box.pixel
        away = np.hypot((self.dots.x - at.x()) / wide, (self.dots.y - at.y()) / high)
        away[~self.dots.is_lit] = np.inf
        if not len(away) or away.min() > self.dots.pitch * 0.8:
            return None
        return int(away.argmin())

    def lit_points(self, dot: int) -> Positions:
        """Return the points of a dot that are lit, as positions among all."""
        assert self.dots is not None
        found = self.which[self.dots.points(dot)]
        return found[self._lit.is_lit[found]]

    def place_of(self, dot: int) -> QRectF:
        """Return where a dot is, in the scene."""
        assert self.dots is not None
        middle = self.box.mapViewToScene(pg.Point(self.dots.x[dot], self.dots.y[dot]))
        half = self.dots.pitch / 2
        return QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)

    @property
    def lane_height(self) -> float:
        """The height of a lane, in pixels."""
        return float(self.box.height())

    def _lines(self) -> tuple[list[float], list[float]]:
        return self.bottom.lines(), []

    def _dots(self, some: Positions, is_lit: Mask, room: Room) -> Dots:
        """Spread some of the points of the plot."""
        raise NotImplementedError

    def _take_brush(self, across: Ends | None, down: Ends | None) -> None:
        self.brushed.emit(self.brush(across, down))

    def _take_region(self) -> None:
        self.brushed.emit(Brush(across=self.region.getRegion()))

    def brush(self, across: Ends | None, down: Ends | None) -> Brush:
        """Return what an area of the plot stands for."""
        raise NotImplementedError
