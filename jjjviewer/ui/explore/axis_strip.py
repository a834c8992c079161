"""The axis below plots that are scrolled, where it stays in sight."""

import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QWidget

from jjjviewer.ui.explore.axes import BottomAxis
from jjjviewer.ui.explore.brush import Brush, Ends
from jjjviewer.ui.explore.brush_box import BrushBox
from jjjviewer.ui.explore.point_plot import PointPlot

_BOX = 4
"""Height of the box above the axis, without which pyqtgraph draws none, in pixels."""


class AxisStrip(pg.GraphicsLayoutWidget):
    """Shows an axis with the range of a plot elsewhere; a drag along it brushes."""

    brushed = Signal(object)
    """The `Brush` that the user drew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._item: pg.PlotItem | None = None
        self.scene().contextMenu = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ci.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_axis(self, axis: BottomAxis | None, plot: PointPlot | None) -> None:
        """Show the axis of a plot, or nothing."""
        self.ci.clear()
        self._item = None
        self.setVisible(axis is not None)
        if axis is None or plot is None:
            return
        style = plot.look.style
        self.setBackground(style.background)
        box = BrushBox(style, upside_down=False)
        box.brushed.connect(self._take_brush)
        self._item = pg.PlotItem(viewBox=box, axisItems={"bottom": axis}, enableMenu=False)
        self._item.hideButtons()
        left = self._item.getAxis("left")
        left.setStyle(showValues=False)
        left.setPen(QPen(Qt.PenStyle.NoPen))
        self.ci.addItem(self._item, 0, 0)
        box.setXLink(plot.box)
        self.setFixedHeight(round(axis.height()) + _BOX)

    def fit(self, left: float, right: int) -> None:
        """Leave room on the left, as beside the plots, and on the right."""
        if self._item is not None:
            self._item.getAxis("left").setWidth(left)
            self.ci.setContentsMargins(0, 0, right, 0)

    def _take_brush(self, across: Ends | None, _: Ends | None) -> None:
        if across is not None:
            self.brushed.emit(Brush(across))
