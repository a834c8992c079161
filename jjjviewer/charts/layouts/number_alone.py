"""One number, or an earlier and a later one, as large as a page takes; a share within its whole."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QRectF

from jjjviewer.charts.layouts.number_item import (
    CardText,
    NumberItem,
    arrow,
    card_text,
    number_line,
)
from jjjviewer.charts.numbers import plain, qualifier_words
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Line, Mark, Paint, Rect, Shape, Text
from jjjviewer.charts.style import Pair, Sizes, region_colors
from jjjviewer.charts.text import width, wrap
from jjjviewer.charts.translation import spaced, tr
from jjjviewer.model.row_types import FigureRow

_LARGEST, _EARLIER = 104, 72
_STRIP, _STRIP_BLOCK = 32.0, 118.0
"""Height of the strip, and with its words and the space before it."""
_ARROW = 130.0
_MOST_LINES = 4
_TEXT = 1.2
"""Size of the texts below a single number, of those in a grid."""


def height_alone(item: NumberItem, room: float, sizes: Sizes) -> float:
    """Return the least height of one number with its texts, in pixels."""
    lines = sizes(70)
    if item.earlier is None:
        lines = _text(item, room, sizes).height(_larger(sizes)) + sizes(16)
    strip = sizes(_STRIP_BLOCK) if item.is_share else 0.0
    return 0.78 * sizes(_LARGEST) + lines + strip


def draw_alone(scene: Scene, item: NumberItem, region_names: Mapping[str, str]) -> None:
    """Draw one number into the body of a scene."""
    style, body, sizes = scene.style, scene.body, scene.sizes
    pair = region_colors(region_names, style).get(item.figure.province, style.neutral)
    needed = height_alone(item, body.width(), sizes)
    # Where the page is low, the strip goes first.
    has_strip = item.is_share and needed <= body.height() + sizes(24)
    if item.is_share and not has_strip:
        needed -= sizes(_STRIP_BLOCK)
    top = body.top() + max(0.0, body.height() - needed) / 2
    drawing = _Alone(scene, item, pair)
    shapes, bottom = drawing.pair(top) if item.earlier is not None else drawing.single(top)
    if has_strip:
        shapes += drawing.strip(bottom + sizes(38))
        bottom += sizes(_STRIP_BLOCK)
    hit = QRectF(body.left(), top, body.width(), bottom - top)
    scene.add(Mark(item.records, item.words, tuple(shapes), hit))


class _Alone(NamedTuple):
    scene: Scene
    item: NumberItem
    pair_: Pair

    def single(self, top: float) -> tuple[list[Shape], float]:
        """Return number and texts, and where they end."""
        scene, item = self.scene, self.item
        body, sizes, style = scene.body, scene.sizes, scene.style
        text, larger = _text(item, body.width(), sizes), _larger(sizes)
        high = min(sizes(_LARGEST), (body.bottom() - top - text.height(larger)) / 0.94)
        sign = scene.signs.get(item.figure.figure_id, "")
        line = number_line(item, body.width(), max(round(high), 24), sign)
        baseline = top + 0.78 * line.size
        shapes = line.shapes(body.left(), baseline, self.pair_, self.pair_.deep, style)
        baseline += sizes(16)
        shapes += text.shapes(body.left(), baseline, larger, style)
        return shapes, baseline + text.height(larger)

    def pair(self, top: float) -> tuple[list[Shape], float]:
        """Return both numbers with an arrow and when they were so, and where they end."""
        scene, item, sizes, style = self.scene, self.item, self.scene.sizes, self.scene.style
        assert item.earlier is not None
        left, room = scene.body.left(), scene.body.width()
        change = width(item.change, round(sizes(18)), bold=True) + sizes(24)
        gap = max(sizes(_ARROW), change) + sizes(48)
        alone = item._replace(before="")
        first = alone._replace(figure=item.earlier, number=item.before)
        share = _EARLIER / (_EARLIER + _LARGEST)
        least = sizes(_LARGEST), sizes(_EARLIER)
        sign = scene.signs.get(item.figure.figure_id, "")
        sign_before = scene.signs.get(item.earlier.figure_id, "")
        later = number_line(alone, (room - gap) * (1 - share), round(least[0]), sign)
        earlier = number_line(first, (room - gap) * share, round(least[1]), sign_before)
        baseline = top + 0.78 * later.size
        shapes = earlier.shapes(left, baseline, self.pair_, self.pair_.quiet, style)
        wide = sizes(6) + max(
            _right(shapes) - left, self._words_width(item.earlier, (room - gap) * share)
        )
        x1 = left + wide + sizes(20)
        x2 = x1 + gap - sizes(48)
        shapes += arrow(x1, x2, baseline - 0.27 * later.size, style.text, 1.4 * sizes.unit)
        if item.change:
            y = baseline - 0.27 * later.size - sizes(14)
            size = round(sizes(18))
            shapes.append(
                Text((x1 + x2) / 2, y, item.change, size, style.text, bold=True, anchor="middle")
            )
        x3 = x2 + sizes(28)
        shapes += later.shapes(x3, baseline, self.pair_, self.pair_.deep, style)
        ends = [
            self._when(item.earlier, left, baseline, x1 - left - sizes(8), shapes),
            self._when(item.figure, x3, baseline, left + room - x3, shapes),
        ]
        return shapes, max(ends)

    def _words_width(self, figure: FigureRow, room: float) -> float:
        lines = [self.item.unit, self.item.times[figure is self.item.figure].words]
        widest = max(width(line, round(self.scene.sizes(16))) for line in lines)
        return min(widest, room)

    def _when(
        self, figure: FigureRow, x: float, baseline: float, room: float, shapes: list[Shape]
    ) -> float:
        """Add unit and time below a number; return where they end."""
        sizes, style = self.scene.sizes, self.scene.style
        size, small = round(sizes(16)), round(sizes(14))
        y = baseline + sizes(6)
        unit = self.item.unit or ("" if figure.unit == "%" else figure.unit)
        for line in wrap(unit, room, size, bold=True, lines=_MOST_LINES) if unit else ():
            y += sizes(20)
            shapes.append(Text(x, y, line, size, style.text, bold=True))
        time = self.item.times[figure is self.item.figure]
        for line in wrap(time.words, room, size, lines=_MOST_LINES):
            y += sizes(20)
            shapes.append(Text(x, y, line, size, style.text))
        if time.date:
            y += sizes(21)
            shapes.append(Text(x, y, time.date, small, style.muted))
        return y

    def strip(self, top: float) -> list[Shape]:
        """Return the whole as a strip, with the share in it."""
        scene, item = self.scene, self.item
        body, sizes, style = scene.body, scene.sizes, scene.style
        left, room = body.left(), body.width()
        whole = tr("Of {whole}", whole=item.figure.whole) if item.figure.whole else tr("Of all")
        shapes: list[Shape] = [Text(left, top, whole, round(sizes(15)), style.muted)]
        y, high = top + sizes(13), sizes(_STRIP)
        shapes.append(Rect(left, y, room, high, Paint(style.track)))
        last = item.figure.value / 100 * room
        first = last if item.earlier is None else item.earlier.value / 100 * room
        low, most = sorted((first, last))
        is_less = last < first
        deep, quiet = Paint(self.pair_.deep), Paint(self.pair_.quiet)
        shapes.append(Rect(left, y, low, high, quiet if first < last else deep))
        if most > low:
            shapes.append(Rect(left + low, y, most - low, high, quiet if is_less else deep))
            x = left + low
            cut = Paint(stroke=style.background, stroke_width=1.5)
            shapes.append(Line(x, y, x, y + high, cut))
        size = round(sizes(15))
        base = y + high + sizes(21)
        texts = self._strip_words()
        rest = f"{plain(round(100 - max(item.figure.value, (item.earlier or item.figure).value)))}%"
        end = tr("the rest: {share}", share=rest)
        free = left + room - width(end, size) - sizes(16)
        x = left
        for at, (text, bold) in enumerate(texts):
            wide = width(text, size, bold)
            start = left if at == 0 else max(x, left + (low + most) / 2 - wide / 2)
            if start + wide <= free:
                shapes.append(Text(start, base, text, size, style.text, bold))
                x = start + wide + sizes(16)
        is_exact = not qualifier_words(item.figure)
        if is_exact and most < room:
            shapes.append(Text(left + room, base, end, size, style.muted, anchor="end"))
        return shapes

    def _strip_words(self) -> list[tuple[str, bool]]:
        """Return the words below the strip, and whether they are bold."""
        item = self.item
        if item.earlier is None:
            return [(spaced((*qualifier_words(item.figure), item.number)), True)]
        before, now = (time.words for time in item.times)
        if item.figure.value < item.earlier.value:
            return [(now, True), (tr("less since then"), False)]
        return [(before, False), (tr("more since then"), True)]


def _larger(sizes: Sizes) -> Sizes:
    return Sizes(_TEXT * sizes.unit)


def _text(item: NumberItem, room: float, sizes: Sizes) -> CardText:
    """Return the texts of a single number; a strip says itself what it is a share of."""
    if item.is_share and item.figure.whole:
        item = item._replace(details=item.details[1:])
    return card_text(item, room, _larger(sizes))


def _right(shapes: list[Shape]) -> float:
    return max(shape.rect.right() for shape in shapes)
