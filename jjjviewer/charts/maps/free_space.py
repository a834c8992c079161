"""Where on a map there is room: what is taken is noted on a coarse grid."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPolygonF

Cells = NDArray[np.bool_]
Point = tuple[float, float]
_STEP = 3.0
"""Width and height of a cell, in pixels."""
_PADS = (30.0, 18.0, 9.0, 4.0)
"""Distances, in pixels, that a name keeps from everything, the largest that it can."""


class FreeSpace:
    """The cells of an area, and which of them symbols and texts, or lines, take.

    Args:
        area: in pixels of the page.
    """

    def __init__(self, area: QRectF) -> None:
        self.area = area
        shape = (max(1, int(area.height() / _STEP)), max(1, int(area.width() / _STEP)))
        self._taken = np.zeros(shape, bool)
        self._crossed = np.zeros(shape, bool)

    def block(self, *rects: QRectF) -> None:
        """Note what nothing may cover."""
        for rect in rects:
            self._taken[self._slice(rect)] = True

    def cross(self, start: Point, end: Point, wide: float) -> None:
        """Note a line of a width in pixels, which names had better not cover."""
        (x1, y1), (x2, y2) = start, end
        count = int(max(abs(x2 - x1), abs(y2 - y1)) / _STEP) + 2
        left, top = self.area.left(), self.area.top()
        columns = ((np.linspace(x1, x2, count) - left) / _STEP).astype(int)
        rows = ((np.linspace(y1, y2, count) - top) / _STEP).astype(int)
        reach = max(0, round(wide / _STEP / 2))
        high, long = self._crossed.shape
        for down in range(-reach, reach + 1):
            for right in range(-reach, reach + 1):
                r, c = rows + down, columns + right
                inside = (r >= 0) & (r < high) & (c >= 0) & (c < long)
                self._crossed[r[inside], c[inside]] = True

    def is_free(self, rect: QRectF) -> bool:
        """Return whether a rectangle lies in the area and covers nothing."""
        return self.area.contains(rect) and not self._taken[self._slice(rect)].any()

    def taken(self, rect: QRectF) -> int:
        """Return how many cells of a rectangle nothing may cover."""
        return int(self._taken[self._slice(rect)].sum())

    def crossings(self, rect: QRectF) -> int:
        """Return how many cells of a rectangle lines take."""
        return int(self._crossed[self._slice(rect)].sum())

    def cells_in(self, rect: QRectF) -> Cells:
        """Return which cells lie within a rectangle."""
        cells = np.zeros_like(self._taken)
        cells[self._slice(rect)] = True
        return cells

    def cells_of(self, rings: Iterable[Sequence[Point]]) -> Cells:
        """Return which cells lie within some rings, given in pixels."""
        high, wide = self._taken.shape
        image = QImage(wide, high, QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        painter.scale(1 / _STEP, 1 / _STEP)
        painter.translate(-self.area.topLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        for ring in rings:
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
        painter.end()
        row = image.bytesPerLine()
        pixels = np.frombuffer(image.constBits(), np.uint8).reshape(high, row)
        return pixels[:, :wide] > 0

    def best(self, wide: float, high: float, within: Cells) -> QRectF | None:
        """Return where a text stands freest within some cells, near their middle; None if nowhere.

        Args:
            wide, high: of the text, in pixels.
            within: the cells, as `cells_of` returns them.
        """
        free = within & ~self._taken & ~self._crossed
        if not free.any():
            return None
        sums = np.zeros((free.shape[0] + 1, free.shape[1] + 1), np.int32)
        sums[1:, 1:] = (~free).cumsum(0).cumsum(1)
        rows, columns = np.nonzero(free)
        middle = np.array([rows.mean(), columns.mean()])
        for pad in _PADS:
            down, right = (int(np.ceil((side + 2 * pad) / _STEP)) for side in (high, wide))
            if down > free.shape[0] or right > free.shape[1]:
                continue
            blocked = sums[down:, right:] - sums[:-down, right:] - sums[down:, :-right]
            tops, lefts = np.nonzero(blocked + sums[:-down, :-right] == 0)
            if not tops.size:
                continue
            away = (tops + down / 2 - middle[0]) ** 2 + (lefts + right / 2 - middle[1]) ** 2
            at = int(away.argmin())
            x = self.area.left() + (lefts[at] + right / 2) * _STEP - wide / 2
            y = self.area.top() + (tops[at] + down / 2) * _STEP - high / 2
            return QRectF(x, y, wide, high)
        return None

    def _slice(self, rect: QRectF) -> tuple[slice, slice]:
        top, left = rect.top() - self.area.top(), rect.left() - self.area.left()
        return (
            slice(max(0, int(top / _STEP)), max(0, int((top + rect.height()) / _STEP) + 1)),
            slice(max(0, int(left / _STEP)), max(0, int((left + rect.width()) / _STEP) + 1)),
        )
