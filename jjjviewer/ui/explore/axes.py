"""The axes: names of lanes, values of a unit, and below them paragraphs or a calendar."""

from collections.abc import Sequence
from typing import NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from jjjviewer.charts.style import Sizes, Style
from jjjviewer.charts.text import font, width, wrap
from jjjviewer.model.selection import Language
from jjjviewer.ui.explore.points import Across
from jjjviewer.ui.explore.scales import (
    AxisTick,
    day_ticks,
    paragraph_ticks,
    power_ticks,
    value_ticks,
)

_GAP = 6
_LINE = 1.35
"""Height of a line of text by its size."""
_LEAST_SPAN = 12
"""Between two lines, in pixels on average."""
_LEAST_LANE = 32
"""Height of a lane in which dots still stand above one another, in pixels."""
_LINES = 3
"""Of the name of a lane."""
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
_NARROW, _WIDEST = 0.22, 0.34
"""The shares of the plot's width that the axis on the left may take, and beyond which it is left to
break its names."""


class Look(NamedTuple):
    """Colours, and sizes of type, as the window has them."""

    style: Style
    sizes: Sizes
    language: Language

    @property
    def line(self) -> float:
        return self.sizes.detail * _LINE


class AxisSpan(NamedTuple):
    """Paragraphs of one speaker: from the first to the last."""

    name: str
    surname: str
    first: int
    last: int


class Field(NamedTuple):
    """What stands across: its ends, its name, and of paragraphs those of each speaker."""

    across: Across
    low: float
    high: float
    title: str
    spans: Sequence[AxisSpan]


class _Axis(pg.AxisItem):
    """An axis painted here, where names are whole, instead of by pyqtgraph."""

    def __init__(self, orientation: str, look: Look) -> None:
        super().__init__(orientation)
        self.look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(self.look.sizes.detail))
        self._draw(painter)

    def _draw(self, painter: QPainter) -> None:
        raise NotImplementedError

    def _place(self, value: float) -> float:
        """Return where a value stands, in pixels of the axis."""
        low, high = self.range
        share = (value - low) / ((high - low) or 1)
        is_across = self.orientation == "bottom"
        return float(share * self.width() if is_across else (1 - share) * self.height())

    def _write(self, painter: QPainter, area: QRectF, words: str, color: str, flags: int) -> None:
        painter.setPen(QColor(color))
        painter.drawText(area, flags | _FLAGS.value, words)


class LaneAxis(_Axis):
    """The names of lanes; those that the filter names are bold."""

    def __init__(self, look: Look) -> None:
        super().__init__("left", look)
        self._names: Sequence[str] = ()
        self._bold: frozenset[int] = frozenset()

    def show_names(self, names: Sequence[str], bold: frozenset[int]) -> None:
        """Show other names, from the top."""
        self._names, self._bold = names, bold
        self.update()

    def wanted_width(self, wide: float) -> float:
        """Return the width in which the names have room, in a plot of a width."""
        size, limit = self.look.sizes.detail, wide * _WIDEST
        least = max((width(name, size, True) for name in self._names), default=0.0)
        if least <= wide * _NARROW:
            return least + 2 * _GAP
        words = (word for name in self._names for word in name.split())
        room = max((width(word, size, True) for word in words), default=0.0)
        while room < limit and any(len(self._broken(name, room)) > 2 for name in self._names):
            room += _GAP
        return min(room, limit) + 2 * _GAP

    def wanted_height(self, wide: float) -> float:
        """Return the height of all lanes, with an axis of a width, in which names are whole."""
        broken = (self._broken(name, wide - 2 * _GAP) for name in self._names)
        lines = max(map(len, broken), default=1)
        lane = max(lines * self.look.line + _GAP, self.look.sizes(_LEAST_LANE))
        return lane * len(self._names)

    def _broken(self, name: str, room: float) -> list[str]:
        return wrap(name, room, self.look.sizes.detail, True, lines=_LINES)

    def _draw(self, painter: QPainter) -> None:
        look, room = self.look, self.width() - 2 * _GAP
        for lane, name in enumerate(self._names):
            is_bold = lane in self._bold
            painter.setFont(font(look.sizes.detail, is_bold))
            top, bottom = self._place(lane), self._place(lane + 1)
            broken = self._broken(name, room)
            y = (top + bottom - len(broken) * look.line) / 2
            for at, words in enumerate(broken):
                area = QRectF(_GAP, y + at * look.line, room, look.line)
                color = look.style.text if is_bold or not self._bold else look.style.muted
                self._write(painter, area, words, color, Qt.AlignmentFlag.AlignRight.value)


class ValueAxis(_Axis):
    """Values of one unit, which is named at the top."""

    def __init__(self, look: Look, unit: str, factor: float, *, logarithmic: bool) -> None:
        super().__init__("left", look)
        self._unit = unit
        self._factor = factor
        """What values are divided by, unless the scale is logarithmic."""
        self._logarithmic = logarithmic

    def ticks(self) -> list[AxisTick]:
        low, high = self.range
        most = max(1, int(self.height() / (1.6 * self.look.line)))
        unit, language = self._unit, self.look.language
        if self._logarithmic:
            return [*power_ticks(low, high, most, unit, language)]
        return [*value_ticks(low, high, self._factor, most, unit, language)]

    def wanted_width(self, wide: float) -> float:
        """Return the width in which the unit and the values have room."""
        size = self.look.sizes.detail
        labels = [width(tick.label, size) for tick in self.ticks()]
        return min(max([width(self._unit, size, True), *labels]), wide * _WIDEST) + 2 * _GAP

    def _draw(self, painter: QPainter) -> None:
        look, room = self.look, self.width() - 2 * _GAP
        right = Qt.AlignmentFlag.AlignRight.value
        for tick in self.ticks():
            y = self._place(tick.at)
            # Its first line is the unit's.
            if look.line * 1.5 < y < self.height() + 1:
                area = QRectF(_GAP, y - look.line / 2, room, look.line)
                self._write(painter, area, tick.label, look.style.muted, right)
        painter.setFont(font(look.sizes.detail, True))
        (words,) = wrap(self._unit, room, look.sizes.detail, True, lines=1)
        area = QRectF(_GAP, 0, room, look.line)
        self._write(painter, area, words, look.style.text, right)


class BottomAxis(_Axis):
    """Paragraphs with their speakers below, or a calendar; the last line says what it is."""

    def __init__(self, look: Look, field: "Field", *, is_last: bool) -> None:
        super().__init__("bottom", look)
        self.field = field
        self._across = field.across
        self._spans = field.spans
        self._is_last = is_last
        """Whether it is below the lowest plot, and so has words."""
        self.setHeight(look.line * (3 if field.spans else 2) + _GAP if is_last else 1)

    def ticks(self) -> list[AxisTick]:
        """Return the ticks; of paragraphs the lines are where another speaker begins."""
        (low, high), wide, sizes = self.range, self.width(), self.look.sizes
        if wide <= 0 or high <= low:
            return []
        if self._across == "time":
            return [*day_ticks(low, high, wide, sizes, self.look.language)]
        return [*paragraph_ticks(low, high, wide, sizes.detail)]

    def lines(self) -> list[float]:
        """Return where lines through the plot are drawn."""
        if self._across == "time":
            return [tick.line for tick in self.ticks() if tick.line is not None]
        low, high = self.range
        starts = [span.first - 0.5 for span in self._spans]
        lines = [start for start in starts if low < start < high]
        # Closer together they would be a ground of another colour.
        return lines if len(lines) * _LEAST_SPAN < self.width() else []

    def _draw(self, painter: QPainter) -> None:
        look, middle = self.look, Qt.AlignmentFlag.AlignHCenter.value
        if not self._is_last:
            painter.setPen(QColor(look.style.axis))
            painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
            return
        top = _GAP / 2
        for tick in self.ticks():
            wide = width(tick.label, look.sizes.detail)
            x = min(max(self._place(tick.at), wide / 2), self.width() - wide / 2)
            area = QRectF(x - wide / 2, top, wide, look.line)
            self._write(painter, area, tick.label, look.style.muted, middle)
        self._draw_spans(painter, top + look.line)
        area = QRectF(0, self.height() - look.line, self.width(), look.line)
        self._write(painter, area, self.field.title, look.style.muted, middle)

    def _draw_spans(self, painter: QPainter, top: float) -> None:
        """Write the names of the speakers that there is room for."""
        look, middle = self.look, Qt.AlignmentFlag.AlignHCenter.value
        low, high = self.range
        for span in self._spans:
            if span.last + 0.5 <= low or span.first - 0.5 >= high:
                continue
            left, right = (
                min(max(self._place(each), 0), self.width())
                for each in (span.first - 0.5, span.last + 0.5)
            )
            room = right - left - _GAP
            if room < 2 * look.sizes.detail:
                continue
            names = (span.name, span.surname)
            fitting = [name for name in names if width(name, look.sizes.detail) <= room]
            area = QRectF(left, top, right - left, look.line)
            self._write(painter, area, fitting[0] if fitting else "", look.style.text, middle)
