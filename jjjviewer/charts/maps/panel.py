"""The panel of a map: its legend and what it does not show, beside the map or below it."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRectF

from jjjviewer.charts.maps.free_space import Point
from jjjviewer.charts.scene import LegendEntry, Scene
from jjjviewer.charts.shapes import Circle, Line, Paint, Rect, Shape, Text
from jjjviewer.charts.style import Sizes
from jjjviewer.charts.text import width, wrap

_WIDE, _GAP = 260.0, 24.0
"""Width of a panel beside the map, and its distance from the map, in pixels."""
_WIDEST = 0.36
"""Greatest width of the panel, of the body's."""
_FLAT = 0.75
"""Height of a page, of its width, from which the panel lies below the map, at all zooms."""
_BELOW = 98.0
"""Height of a panel below the map."""
_HIGHEST = 1.15
"""Height of a map, of its width."""
_LEAST_HEIGHT = 320.0
_STROKE, _SYMBOL = 56.0, 26.0
"""Width of the sample of a line, and of that of a symbol."""


def divided(scene: Scene, below: float = _BELOW) -> tuple[QRectF, QRectF]:
    """Return the areas of the map and of its panel, which below the map has a height in pixels."""
    body, sizes = scene.body, scene.sizes
    if scene.page.height < _FLAT * scene.page.width:
        wide = min(sizes(_WIDE), _WIDEST * body.width())
        area = body.adjusted(0, 0, -wide - sizes(_GAP), 0)
        return area, QRectF(body.right() - wide, body.top(), wide, body.height())
    high = min(body.height() - sizes(below), _HIGHEST * body.width())
    area = QRectF(body.left(), body.top(), body.width(), high)
    top = area.bottom() + sizes(14)
    return area, QRectF(body.left(), top, body.width(), sizes(below - 14))


def needed_height(width: float, sizes: Sizes) -> float:
    """Return the height of a body, in pixels, that suits a map."""
    return max(sizes(_LEAST_HEIGHT), min(0.42 * width, sizes(2 * _LEAST_HEIGHT)))


class Panel:
    """Fills a panel from the top down, or below a map from left to right.

    Args:
        scene: the page.
        area: of the panel.
    """

    def __init__(self, scene: Scene, area: QRectF) -> None:
        self._scene, self._area = scene, area
        self._style, self._sizes = scene.style, scene.sizes
        self._is_beside = area.height() > area.width() / 3
        self._x, self._y = area.left(), area.top()
        self._step = scene.sizes(26 if area.height() > scene.sizes(230) else 20)

    def head(self, text: str) -> None:
        """Add the head of the legend."""
        size = self._sizes.label
        for line in wrap(text, self._area.width(), size, bold=True):
            self._scene.add(Text(self._x, self._y + size, line, size, self._style.text, bold=True))
            if self._is_beside:
                self._y += self._step
            else:
                self._x += width(line, size, bold=True) + self._sizes(22)

    def entry(
        self,
        words: str,
        symbol: Callable[[Point], Iterable[Shape]],
        *,
        wide: bool = False,
        is_optional: bool = False,
        leads: LegendEntry | None = None,
    ) -> None:
        """Add an entry: a symbol, given its middle, and its meaning.

        Args:
            words: the meaning.
            symbol: makes the shapes.
            wide: whether the symbol is the sample of a line.
            is_optional: whether it is left out where there is little room; others where none is.
            leads: what a click on it shows only, or selects.
        """
        sizes, size = self._sizes, self._sizes.label
        sample = sizes(_STROKE if wide else _SYMBOL)
        left = self._area.bottom() - self._y
        if is_optional and (left < 3 * self._step or not self._is_beside):
            return
        lines = self._entry_lines(words, sample)
        is_full = left < self._step - sizes(6) + (len(lines) - 1) * sizes(20)
        if not lines or is_full:
            return
        self._scene.add(*symbol((self._x + sample / 2, self._y + 0.62 * size)))
        for number, line in enumerate(lines):
            baseline = self._y + size + number * sizes(20)
            x = self._x + sample + sizes(8)
            self._scene.add(Text(x, baseline, line, size, self._style.text))
        if leads is not None:
            end = x + max(width(line, size) for line in lines)
            area = QRectF(self._x, self._y, end - self._x, baseline + 0.4 * size - self._y)
            self._scene.legend.append((area, leads))
        if self._is_beside:
            self._y += self._step + (len(lines) - 1) * sizes(20)
        else:
            self._x += sample + sizes(8) + width(words, size) + sizes(22)

    def _entry_lines(self, words: str, sample: float) -> Sequence[str]:
        """Return the lines of an entry, which goes on where it has room; none without room."""
        sizes, size, area = self._sizes, self._sizes.label, self._area
        if self._is_beside:
            return wrap(words, area.width() - sample - sizes(8), size, even=False)
        if self._x + sample + sizes(8) + width(words, size) > area.right():
            self._x, self._y = area.left(), self._y + sizes(24)
        return [] if self._y + size > area.bottom() else [words]

    def swatch(self, words: str, paint: Paint, target: str) -> None:
        """Add an entry with a rectangle that selects an id."""
        wide, high = self._sizes(20), self._sizes(12)

        def rectangle(at: Point) -> Iterable[Shape]:
            yield Rect(at[0] - wide / 2, at[1] - high / 2, wide, high, paint)

        self.entry(words, rectangle, leads=LegendEntry(words, paint, target=target))

    def stroke(self, words: str, paint: Paint) -> None:
        """Add an entry with the sample of a line."""
        half = self._sizes(_STROKE / 2)

        def line(at: Point) -> Iterable[Shape]:
            yield Line(at[0] - half, at[1], at[0] + half, at[1], paint)

        self.entry(words, line, wide=True)

    def circle(
        self, words: str, radius: float, paint: Paint, leads: LegendEntry | None = None
    ) -> None:
        """Add an entry with a circle of a radius in pixels."""

        def circle(at: Point) -> Iterable[Shape]:
            yield Circle(at[0], at[1], radius, paint)

        self.entry(words, circle, leads=leads)

    def text(self, words: str) -> None:
        """Add a text below what stands there."""
        self._add_text((words,), 0 if self._is_beside else 26)

    def first_fitting(self, texts: Sequence[str]) -> None:
        """Add the first of some texts for which there is room, below a rule; else none."""
        y = self._y + self._sizes(4)
        if self._add_text(texts, 14 if self._is_beside else 26) and self._is_beside:
            paint = Paint(stroke=self._style.grid, stroke_width=1)
            self._scene.add(Line(self._area.left(), y, self._area.right(), y, paint))

    def _add_text(self, texts: Sequence[str], gap: float) -> bool:
        """Add the first of some texts for which there is room, a gap below what stands there."""
        sizes, size = self._sizes, self._sizes.label
        step = sizes(20)
        top = self._y + sizes(gap)
        for text in texts:
            lines = wrap(text, self._area.width(), size, lines=20, even=False)
            if top + len(lines) * step > self._area.bottom() + sizes(6):
                continue
            for number, line in enumerate(lines):
                baseline = top + size + number * step
                self._scene.add(Text(self._area.left(), baseline, line, size, self._style.muted))
            self._x, self._y = self._area.left(), top + len(lines) * step + sizes(4)
            return True
        return False
