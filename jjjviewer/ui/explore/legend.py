"""The legend: what shapes and colours stand for."""

import numpy as np
from pyqtgraph.graphicsItems.ScatterPlotItem import drawSymbol
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontInfo, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.model.dataset import Dataset
from jjjviewer.ui.explore.plotting import Plotted
from jjjviewer.ui.explore.point_style import PointStyle
from jjjviewer.ui.explore.points import FIGURE, STATEMENT, TARGET
from jjjviewer.ui.shared.flow_layout import FlowLayout

_GAP = 12
_SHARE = 0.72
"""The size of a symbol by that of the text."""


class Legend(QWidget):
    """Symbols, each with its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Legend"))
        self._flow = FlowLayout(self, _GAP)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._parts: list[QWidget] = []

    def show_style(self, dataset: Dataset, style: PointStyle, plotted: Plotted) -> None:
        """Show the symbols of what is plotted, and its colours."""
        for part in self._parts:
            self._flow.removeWidget(part)
            part.hide()
            part.deleteLater()
        provinces = [*dataset.provinces.values()]
        names = dict(zip(style.colors, provinces, strict=False))
        neutral = style.colors[-1]
        is_shared = len(provinces) >= len(style.colors)
        names[neutral] = tr("another region, or none") if is_shared else tr("no region")
        words = {STATEMENT: tr("statement"), FIGURE: tr("figure"), TARGET: tr("target")}
        shapes = np.unique(plotted.points.shapes[plotted.is_placed]).tolist()
        colors = style.colors_of(plotted.points, plotted.is_placed)
        entries = [
            *((shape, neutral, words[shape]) for shape in shapes),
            *((FIGURE, color, names[color]) for color in colors),
        ]
        self._parts = [self._entry(style, *entry) for entry in entries]
        for part in self._parts:
            self._flow.addWidget(part)
            part.show()

    def _entry(self, style: PointStyle, shape: int, color: str, words: str) -> QWidget:
        entry = QWidget(self)
        layout = QHBoxLayout(entry)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP // 3)
        symbol = QLabel(entry)
        symbol.setPixmap(self._pixmap(style, shape, color))
        name = QLabel(words, entry)
        name.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(symbol)
        layout.addWidget(name)
        return entry

    def _pixmap(self, style: PointStyle, shape: int, color: str) -> QPixmap:
        side, ratio = QFontInfo(self.font()).pixelSize(), self.devicePixelRatioF()
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QRectF(0, 0, side, side).center())
        symbol, size, pen, brush = style.sample(shape, color)
        drawSymbol(painter, symbol, side * _SHARE * size, pen, brush)
        painter.end()
        return pixmap
