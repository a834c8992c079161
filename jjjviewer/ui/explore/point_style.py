"""How points look: colours of regions, shapes of statements and figures, hollow targets."""

from collections.abc import Iterator

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QBrush, QColor, QPen

from jjjviewer.charts.style import Style, region_colors
from jjjviewer.model.categories import Positions
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.rule_masks import Mask
from jjjviewer.ui.explore.points import SHAPES, TARGET, Points
from jjjviewer.ui.explore.spread import Dots

_SYMBOLS = ("s", "o", "o")
"""By shape, as pyqtgraph names them."""
_SIZES = (0.86, 1.0, 1.0)
"""By shape, so that all look alike in size."""
_OPACITIES = (0.78, 0.86, 0.93, 1.0)
"""From one point to as many as stand at one place anywhere."""
_UNLIT = 0.4
"""The opacity of what the filter holds back."""
_LINE, _RING_LINE = 1.6, 2.0
_GAP = 1.6

Look = tuple[str, float, QPen, QBrush]
"""Symbol, size as a share, pen and brush of a dot."""


class PointStyle:
    """The looks of dots in one theme, numbered."""

    def __init__(self, dataset: Dataset, style: Style) -> None:
        colors = region_colors(dataset.provinces, style)
        by_province = [*(colors[each].deep for each in dataset.provinces), style.neutral.deep]
        self.colors = [*dict.fromkeys(by_province)]
        """Those of regions in their order, the last of those without one of their own."""
        self._color_of = np.array([self.colors.index(each) for each in by_province], dtype=np.intp)
        self._unlit = style.axis
        self._none = QPen(QColor(0, 0, 0, 0))
        self._background = QBrush(QColor(style.background))
        self.looks = [*self._looks()]

    def _looks(self) -> Iterator[Look]:
        for color in self.colors:
            for shape in SHAPES:
                for is_lit in (False, True):
                    for opacity in _OPACITIES:
                        ink = QColor(color if is_lit else self._unlit)
                        ink.setAlphaF(opacity if is_lit else _UNLIT)
                        yield self._look(shape, ink)

    def _look(self, shape: int, ink: QColor) -> Look:
        if shape != TARGET:
            return _SYMBOLS[shape], _SIZES[shape], self._none, QBrush(ink)
        pen = QPen(ink, _LINE)
        # Symbols are scaled when they are drawn.
        pen.setCosmetic(True)
        return _SYMBOLS[shape], _SIZES[shape], pen, self._background

    def colors_of(self, points: Points, which: Mask) -> list[str]:
        """Return the colours that some points have."""
        found = np.bincount(self._color_of[points.provinces[which]], minlength=len(self.colors))
        return [color for color, count in zip(self.colors, found, strict=True) if count]

    def sample(self, shape: int, color: str) -> Look:
        """Return the look of a shape in a colour, for a legend."""
        return self._look(shape, QColor(color))

    def numbers(self, dots: Dots, points: Points, which: Positions) -> Positions:
        """Return the numbers of the looks of dots.

        Args:
            dots: as they are spread.
            points: all points.
            which: the points that were spread.
        """
        first = which[dots.first]
        most = np.log(max(dots.counts.max(initial=1), 2))
        levels = np.rint((len(_OPACITIES) - 1) * np.log(dots.counts) / most).astype(np.intp)
        colors = self._color_of[points.provinces[first]]
        places = (colors * len(SHAPES) + points.shapes[first]) * 2 + dots.is_lit
        numbers: Positions = places * len(_OPACITIES) + levels
        return numbers


class Scatter(pg.ScatterPlotItem):
    """Draws dots. Their looks are looked up once a look, not once a dot, as pyqtgraph does it.

    Of 5,000 dots that takes a hundredth of the time.
    """

    def __init__(self, style: PointStyle) -> None:
        super().__init__(pxMode=True, tip=None)
        self._looks = style.looks
        self._palettes: dict[tuple[float, float], np.ndarray] = {}

    def show_dots(self, dots: Dots, numbers: Positions, ratio: float) -> None:
        """Draw other dots, by the numbers of their looks, for a screen of a pixel ratio."""
        key = dots.pitch, ratio
        if key not in self._palettes:
            self._palettes[key] = self._palette(dots.pitch - _GAP)
        self.data = self._palettes[key][numbers]
        self.data["x"], self.data["y"] = dots.x, dots.y
        self.bounds = [None, None]
        self.prepareGeometryChange()
        self.invalidate()

    def _palette(self, size: float) -> np.ndarray:
        """Have pyqtgraph draw each look once, and return its records of them."""
        symbols, sizes, pens, brushes = zip(*self._looks, strict=True)
        none = np.zeros(len(symbols))
        sizes_ = [size * each for each in sizes]
        self.setData(none, none, symbol=[*symbols], size=sizes_, pen=[*pens], brush=[*brushes])
        return self.data.copy()


def rings(color: str) -> pg.ScatterPlotItem:
    """Make the item that draws rings around dots."""
    pen = QPen(QColor(color), _RING_LINE)
    pen.setCosmetic(True)
    return pg.ScatterPlotItem(pxMode=True, brush=QBrush(), pen=pen, tip=None)
