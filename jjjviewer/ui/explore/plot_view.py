"""The widget that holds the plots: pointer and keys on their points."""

from collections.abc import Callable, Sequence

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.categories import Positions
from jjjviewer.ui.explore.lane_plot import LanePlot
from jjjviewer.ui.explore.point_plot import PointPlot
from jjjviewer.ui.explore.point_walk import Direction, PointWalk
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.announce import announce, announce_inside

# A quick drag would end where the pointer was a moment ago.
pg.setConfigOption("mouseRateLimit", -1)
STEP = 1.5
"""The factor by which a key or a button zooms."""
_PAN = 0.15
_ALL = 1e-6
"""The share by which limits of pyqtgraph are off."""
_ZOOMS = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP}
_WALKS: dict[Qt.Key, Direction] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_OTHER = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class PlotView(pg.GraphicsLayoutWidget):
    """Plots above one another, with one scale across.

    Args:
        words_of: what a dot stands for, in words, by its points.
        parent: the Qt parent.
    """

    points_chosen = Signal(object)
    """The positions of the points of a dot that was clicked, or chosen by Enter."""
    brushed = Signal(object)
    """The `Brush` that was drawn."""
    zoomed = Signal(bool)
    """Whether not all points are in sight across."""
    cleared = Signal()
    """Escape was pressed."""
    focus_moved = Signal()
    resized = Signal()
    sight_wanted = Signal(QRect)
    """The part of the widget that is to be scrolled into sight."""

    def __init__(self, words_of: Callable[[Positions], str], parent: QWidget) -> None:
        super().__init__(parent)
        # The frame of the focus is at the edge of it all.
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self._words_of = words_of
        self.plots: Sequence[PointPlot] = ()
        self.walk = PointWalk(())
        self._brush_start: tuple[PointPlot, QPointF] | None = None
        self.scene().contextMenu = []
        self.scene().sigMouseClicked.connect(self._click)
        self.setAntialiasing(True)
        self.viewport().setAccessibleName(tr("Points"))
        self.ci.setContentsMargins(0, 0, 0, 0)
        self.ci.layout.setSpacing(6)

    def show_plots(self, plots: Sequence[PointPlot], style: Style) -> None:
        """Show other plots, from the top."""
        self.setBackground(style.background)
        self.ci.clear()
        for plot in self.plots:
            plot.close()
        self.plots, self.walk = plots, PointWalk(plots)
        self._brush_start = None
        for row, plot in enumerate(plots):
            self.ci.addItem(plot.item, row, 0)
            plot.brushed.connect(self.brushed)
            if row:
                plot.item.setXLink(plots[0].item)
            else:
                plot.box.sigXRangeChanged.connect(self._report_zoom)
        self._report_zoom()

    def _report_zoom(self) -> None:
        for plot in self.plots[:1]:
            (left, right), field = plot.box.viewRange()[0], plot.bottom.field
            self.zoomed.emit(right - left < (1 - _ALL) * (field.high - field.low))

    def set_moves(self, moves: bool) -> None:
        """Let a drag move what is in sight, or else brush."""
        for plot in self.plots:
            plot.box.moves = moves

    def zoom(self, factor: float) -> None:
        """Zoom across, about the point in focus if it is in sight."""
        if not self.plots:
            return
        box, middle = self.plots[0].box, None
        place = self.walk.place
        if place is not None and box.viewRect().left() <= place.x() <= box.viewRect().right():
            middle = place
        box.scaleBy(x=1 / factor, center=middle)
        self._announce_sight()

    def _click(self, event: MouseClickEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.scenePos()
        found = self._dot_at(QPointF(at))
        if found is not None:
            plot, dot = found
            self.walk.focus(plot, dot)
            self.focus_moved.emit()
            self.points_chosen.emit(plot.lit_points(dot))
            return
        for plot in self.plots:
            if isinstance(plot, LanePlot) and plot.left.sceneBoundingRect().contains(at):
                lane = plot.box.mapSceneToView(at).y()
                self.brushed.emit(plot.brush(None, (lane, lane)))

    def _dot_at(self, at: QPointF) -> tuple[PointPlot, int] | None:
        for plot in self.plots:
            if plot.box.sceneBoundingRect().contains(at):
                dot = plot.dot_at(at.x(), at.y())
                return None if dot is None else (plot, dot)
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            found = self._dot_at(self.mapToScene(event.position().toPoint()))
            shape = Qt.CursorShape
            self.viewport().setCursor(shape.PointingHandCursor if found else shape.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._dot_at(self.mapToScene(event.pos()))
            if found:
                self._show_tip(*found)
            else:
                QToolTip.hideText()
            return True
        return bool(super().viewportEvent(event))

    def _show_tip(self, plot: PointPlot, dot: int) -> None:
        area = self._area_of(plot, dot)
        at = self.viewport().mapToGlobal(area.bottomRight())
        lines = self._words_of(plot.lit_points(dot)).splitlines()
        QToolTip.showText(at, "".join(map(wording.tip, lines)), self.viewport(), area)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().accent().color())
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave the plots, whose items would take the focus from one another."""
        return QWidget.focusNextPrevChild(self, forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _OTHER or not self._take(Qt.Key(event.key()), event):
            event.ignore()

    def _take(self, key: Qt.Key, event: QKeyEvent) -> bool:
        """Do what a key stands for; return whether it stands for anything."""
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not self.plots:
            return False
        if key in _WALKS and is_shifted:
            self._pan(_WALKS[key][0])
        elif key in _WALKS:
            self._walk(_WALKS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.walk.points is None:
                return False
            self.points_chosen.emit(self.walk.points)
        elif key in _ZOOMS:
            self.zoom(_ZOOMS[key])
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fit()
        elif key == Qt.Key.Key_B:
            self._brush_by_key()
        elif key == Qt.Key.Key_Escape:
            self._brush_start = None
            self.cleared.emit()
        else:
            return False
        return True

    def fit(self) -> None:
        """Show all points across."""
        for plot in self.plots[:1]:
            plot.box.setXRange(plot.bottom.field.low, plot.bottom.field.high, padding=0)
            self._announce_sight()

    def _announce_sight(self) -> None:
        """Say how much of the axis across is in sight, and where in it that is."""
        (left, right), field = self.plots[0].box.viewRange()[0], self.plots[0].bottom.field
        low, high = (100 * (end - field.low) / (field.high - field.low) for end in (left, right))
        words = tr("In sight: from {low}% to {high}% of the axis", low=round(low), high=round(high))
        announce(self, words if high - low < 100 * (1 - _ALL) else tr("Shown as a whole"))

    def _pan(self, by: int) -> None:
        box = self.plots[0].box
        box.translateBy(x=by * _PAN * box.viewRect().width())
        self._announce_sight()

    def _walk(self, direction: Direction) -> None:
        if not self.walk.step(direction):
            return
        self.focus_moved.emit()
        found = self.walk.current
        assert found is not None
        plot, dot = found
        self.bring_into_sight(plot, dot)
        announce_inside(self, self._words_of(plot.lit_points(dot)))
        self._show_tip(*found)

    def bring_into_sight(self, plot: PointPlot, dot: int) -> None:
        """Move and scroll to a dot, if it is out of sight."""
        assert plot.dots is not None
        self.move_to(float(plot.dots.x[dot]))
        self.sight_wanted.emit(self._area_of(plot, dot))

    def move_to(self, x: float) -> None:
        """Bring a place across into sight."""
        box = self.plots[0].box
        left, right = box.viewRange()[0]
        if not left <= x <= right:
            box.translateBy(x=x - (left + right) / 2)

    def _area_of(self, plot: PointPlot, dot: int) -> QRect:
        return QRect(self.mapFromScene(plot.place_of(dot)).boundingRect())

    def _brush_by_key(self) -> None:
        """Begin a brush at the point in focus, or end it there."""
        found, place = self.walk.current, self.walk.place
        if found is None or place is None:
            announce(self, tr("Go to a point first, with the arrow keys."))
            return
        plot, _ = found
        if self._brush_start is None or self._brush_start[0] is not plot:
            self._brush_start = plot, place
            announce(self, tr("The brush begins here. Go to another point and press B again."))
            return
        start, self._brush_start = self._brush_start[1], None
        across = sorted((start.x(), place.x()))
        down = sorted((start.y(), place.y()))
        self.brushed.emit(plot.brush((across[0], across[1]), (down[0], down[1])))
