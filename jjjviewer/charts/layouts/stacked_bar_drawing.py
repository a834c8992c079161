"""Drawing of stacked bars on a page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from jjjviewer.charts.layouts.stack_names import (
    add_names,
    add_wrapped_legend,
    heads_height,
    names_above,
    text_color,
)
from jjjviewer.charts.layouts.stacked_rows import (
    AFTER,
    BRACKET,
    DETAIL_LINE,
    INSIDE,
    INSIDE_LINE,
    NAME_LINE,
    PART_GAP,
    ROW_GAP,
    LaidStack,
    PlacedPart,
)
from jjjviewer.charts.numbers import plain
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Line, Mark, Paint, Rect, Shape, Text
from jjjviewer.charts.statements.tally import percent
from jjjviewer.charts.style import readable_on
from jjjviewer.charts.text import width

if TYPE_CHECKING:
    from jjjviewer.charts.layouts.stacked_bars import StackedBars

_TALLEST_BAR, _TALLEST_TOGETHER = 3.2, 10.0
"""Greatest height of a bar, and that of few together, in least heights."""
_UPRIGHT, _FILLED = 0.6, 0.7
"""Height of an upright body, of its width, and the least share of it that bars fill."""
_GROWTH, _GROWTH_ALONE = 0.6, 0.8
"""Share of what is left that makes a bar higher, and one alone; the rest is space."""
_WIDEST_GAP = 60.0
"""Greatest distance of rows."""
_LEAST_PART = 2.0
_ZERO = 3.0
"""Width of the mark of nothing that the headline is about."""


class StackedBarDrawing:
    """One drawing of stacked bars on a page."""

    def __init__(self, bars: "StackedBars", scene: Scene) -> None:
        self.bars, self.scene = bars, scene
        self.sizes, self.style = scene.sizes, scene.style
        body = scene.body
        room = body.width()
        self.laid = bars.laid(room, scene.sizes)
        self.is_narrow = bars.has_labels_above(room, scene.sizes)
        self.left, self.right = (body.left() + x for x in bars.span(room, scene.sizes))
        needed = bars.height(room, scene.sizes)
        self.extra = max(0.0, body.height() - needed) / len(self.laid)
        self.color = text_color(bars.paint(bars.topic, self.style, True).fill, self.style)
        """Of texts about what the headline is about."""
        self.tallest = max(_TALLEST_BAR, _TALLEST_TOGETHER / len(self.laid))
        self.named_inside: set[str] = set()
        """The keys of parts whose name stands after their number."""

    @property
    def leaves_empty(self) -> bool:
        """Whether bars as high as they get leave much of an upright page empty."""
        body, gap = self.scene.body, self.sizes(_WIDEST_GAP)
        highest = sum(laid.least + laid.bar_height * (_TALLEST_BAR - 1) + gap for laid in self.laid)
        return body.height() > _UPRIGHT * body.width() and highest < _FILLED * body.height()

    def draw(self) -> None:
        body, sizes = self.scene.body, self.sizes
        y = body.top() + self._heads()
        share = _GROWTH if len(self.laid) > 1 else _GROWTH_ALONE
        tops = []
        for laid in self.laid:
            grown = min(self.extra * share, laid.bar_height * (self.tallest - 1))
            bar = laid.bar_height + grown
            tops.append(self._row(laid, y, bar))
            gap = min(sizes(ROW_GAP) + self.extra - grown, sizes(_WIDEST_GAP))
            y += max(laid.least + grown, bar + laid.under_height) + gap
        if self.bars.bracket:
            self._bracket(tops[0][0], tops[self.bars.bracket.size - 1][1])

    def _heads(self) -> float:
        """Draw the names of parts and the head of the texts after the bars; return the height."""
        bars, sizes, style, body = self.bars, self.sizes, self.style, self.scene.body
        high = heads_height(bars, body.width(), sizes)
        if bars.other:
            return high
        names = names_above(bars, body.width(), sizes)
        bottom = body.top() + high
        if self.is_narrow:
            bottom += self.laid[0].label_height
        if names is None:
            add_wrapped_legend(bars, self.scene, self.left, self.right)
        else:
            self.named_inside = {name.part.part.key for name in names if name.line < 0}
            add_names(names, bars, self.scene, bottom)
        x = self.right + sizes(AFTER)
        self.scene.add(Text(x, bottom - sizes(8), bars.head, sizes.detail, style.muted))
        return high

    def _row(self, laid: LaidStack, y: float, bar: float) -> tuple[float, float]:
        """Draw a row; return top and bottom of its bar."""
        sizes, style = self.sizes, self.style
        top = y + laid.label_height if self.is_narrow else y
        is_about = self.bars.is_emphasised(laid.row)
        baseline = y
        if not self.is_narrow:
            baseline += max(0.0, (bar - laid.label_height) / 2)
            top += max(0.0, (laid.label_height - bar - laid.under_height) / 2)
        x = self.scene.body.left()
        for line in laid.name:
            baseline += sizes(NAME_LINE)
            at = baseline - 0.25 * sizes.label
            self.scene.add(Text(x, at, line, sizes.label, style.text, is_about))
        if laid.is_beside:
            x += width(laid.name[-1], sizes.label, bold=True) + sizes(8)
            baseline -= sizes(DETAIL_LINE) + 0.25 * (sizes.label - sizes.detail)
        for line in laid.detail:
            baseline += sizes(DETAIL_LINE)
            at = baseline - 0.25 * sizes.detail
            self.scene.add(Text(x, at, line, sizes.detail, style.muted))
        self._parts(laid.parts, top, bar)
        under = top + bar
        if laid.none:
            at = under + sizes(DETAIL_LINE) - 0.2 * sizes.detail
            self.scene.add(Text(self.left, at, laid.none, sizes.detail, self.color, bold=True))
        for line in laid.under:
            under += sizes(DETAIL_LINE)
            at = under - 0.2 * sizes.detail
            self.scene.add(Text(self.right, at, line, sizes.detail, style.muted, anchor="end"))
        self._after(laid, top + bar / 2)
        return top, top + bar

    def _parts(self, parts: Sequence[PlacedPart], top: float, high: float) -> None:
        sizes = self.sizes
        x = self.scene.body.left()
        joined = [each for each in parts if each.is_other]
        if joined:
            left, right = x + joined[0].left, x + joined[-1].right
            counts = [sum(len(each.part.records) for each in some) for some in (joined, parts)]
            is_percent = joined[0].part.number.endswith("%")
            number = percent(*counts) if is_percent else plain(counts[0])
            self.scene.add(*self._other(left, right, number, top, high))
        # A mark of nothing lies on the part beside it.
        for each in sorted(parts, key=lambda each: not each.part.records):
            part = each.part
            left, right = x + each.left, x + each.right
            hit = QRectF(left, top, right - left, high)
            shapes: list[Shape] = []
            if part.records and not each.is_other:
                shapes = self._part(each, left, right, top, high)
            elif not part.records and part.key in self.bars.emphasised:
                hit = QRectF(left, top, sizes(_ZERO), high)
            self.scene.add(Mark(part.records, part.words, tuple(shapes), hit, cell=part.key))

    def _part(
        self, each: PlacedPart, left: float, right: float, top: float, high: float
    ) -> list[Shape]:
        sizes, part = self.sizes, each.part
        is_about = part.key in self.bars.emphasised
        paint = self.bars.paint(part.id, self.style, is_about)
        inset = paint.stroke_width / 2
        wide = max(right - left - sizes(PART_GAP), _LEAST_PART)
        box = QRectF(left + inset, top + inset, max(wide - 2 * inset, 0.5), high - 2 * inset)
        shapes: list[Shape] = [Rect(box.x(), box.y(), box.width(), box.height(), paint)]
        color = readable_on(paint.fill)
        if not self.bars.other and part.id == self.bars.topic and box.width() > sizes(40):
            text = part.number
            if part.key in self.named_inside:
                text = f"{part.number} {part.name.lower()}"
            y = box.center().y() + 0.35 * sizes.label
            shapes.append(Text(box.left() + sizes(9), y, text, sizes.label, color, is_about))
            return shapes
        lines = [part.name] * each.has_name + [part.number] * each.has_number
        shapes += self._lines(lines, box, color, bold=is_about)
        return shapes

    def _lines(self, lines: Sequence[str], box: QRectF, color: str, *, bold: bool) -> list[Shape]:
        sizes, size = self.sizes, round(self.sizes(INSIDE))
        x, step = box.center().x(), sizes(INSIDE_LINE)
        y = box.center().y() + 0.35 * size - (len(lines) - 1) * step / 2
        return [
            Text(x, y + at * step, line, size, color, bold, "middle")
            for at, line in enumerate(lines)
        ]

    def _other(self, left: float, right: float, share: str, top: float, high: float) -> list[Shape]:
        """Return the parts that have no room for their names, as one in the ground's colour."""
        paint = Paint(self.style.background, self.style.axis, 1)
        box = QRectF(left + 0.5, top + 0.5, max(right - left - 1, 0.5), high - 1)
        free = box.width() - self.sizes(8)
        lines = [self.bars.other, share]
        texts = [line for line in lines if width(line, round(self.sizes(INSIDE))) <= free]
        shapes: list[Shape] = [Rect(box.x(), box.y(), box.width(), box.height(), paint)]
        return shapes + self._lines(texts, box, self.style.text, bold=False)

    def _after(self, laid: LaidStack, middle: float) -> None:
        bracket = self.bars.bracket
        if not laid.row.after or (bracket and laid.row in self.bars.rows[: bracket.size]):
            return
        sizes = self.sizes
        is_about = self.bars.is_emphasised(laid.row)
        color = self.color if is_about else self.style.muted
        x, y = self.right + sizes(AFTER), middle + 0.35 * sizes.label
        self.scene.add(Text(x, y, laid.row.after, sizes.label, color, is_about))

    def _bracket(self, top: float, bottom: float) -> None:
        """Draw the bracket that adds up the first rows."""
        bracket, sizes = self.bars.bracket, self.sizes
        assert bracket is not None
        x, tip = self.right + sizes(4), sizes(7)
        line = Paint(stroke=self.color, stroke_width=sizes(2))
        self.scene.add(
            Line(x, top + 1, x + tip, top + 1, line),
            Line(x + tip, top, x + tip, bottom, line),
            Line(x, bottom - 1, x + tip, bottom - 1, line),
        )
        middle, at = (top + bottom) / 2, self.right + sizes(BRACKET)
        self.scene.add(
            Text(at, middle - sizes(3), bracket.name, sizes.label, self.style.text, bold=True),
            Text(at, middle + sizes(17), bracket.text, sizes.label, self.color, bold=True),
        )
