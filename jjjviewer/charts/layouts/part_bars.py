"""Layout of totals with their parts: the total in grey, the parts to the same scale below it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import QRectF

from jjjviewer.charts.layouts.paging import tallest
from jjjviewer.charts.layouts.part_names import (
    LARGE,
    LEAST_PARTS,
    LINE,
    MOST_LINES,
    SMALL,
    Part,
    PartName,
    PartsBlock,
    inside,
    names_outside,
    outside,
)
from jjjviewer.charts.mark_style import paint_of
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Line, Mark, Paint, Rect, Shape, Text
from jjjviewer.charts.style import Sizes, readable_on, region_colors
from jjjviewer.charts.text import width, wrap

_HEAD, _TOTAL, _GAP = 52.0, 18.0, 16.0
"""Heights of number and label of a total, of its bar, and of the gap below it, in pixels."""
_PARTS = 112.0
"""Usual height of the bar of parts, in pixels."""
_BLOCK_GAP = 36.0
_BETWEEN = 2.5
"""Width of the cut between two parts."""
_NUMBER, _TEXT = 40, 17
"""Sizes of type of a total's number and label."""


@dataclass(frozen=True)
class PartBars:
    """Totals one below the other.

    Attributes:
        blocks: in their order.
        emphasised: the ids of the figures that the headline is about.
        region_names: by id, in the order of the pack.
    """

    blocks: Sequence[PartsBlock]
    emphasised: frozenset[str]
    region_names: Mapping[str, str]

    @property
    def records(self) -> Sequence[str]:
        return [
            figure.figure_id
            for block in self.blocks
            for figure in (block.total, *(part.figure for part in block.parts))
        ]

    def pages(self, body: QRectF, sizes: Sizes) -> Sequence["PartBars"]:
        room = body.width()
        blocks = [
            each for block in self.blocks for each in _divided(block, body, sizes, self.emphasised)
        ]
        blocks.sort(key=lambda block: not self._is_told(block))
        pages: list[list[PartsBlock]] = [[]]
        for block in blocks:
            needed = sum(_least(each, room, sizes) for each in (*pages[-1], block))
            if pages[-1] and needed + sizes(_BLOCK_GAP) * len(pages[-1]) > body.height():
                pages.append([])
            pages[-1].append(block)
        return [replace(self, blocks=page) for page in pages]

    def _is_told(self, block: PartsBlock) -> bool:
        ids = {part.figure.figure_id for part in block.parts}
        named = block.named or ids
        told = self.emphasised & ids
        return block.total.figure_id in self.emphasised and (not told or bool(told & named))

    def height(self, width: float, sizes: Sizes) -> float:
        extra = sizes(_PARTS - LEAST_PARTS)
        heights = [_least(block, width, sizes) + extra for block in self.blocks]
        return sum(heights) + sizes(_BLOCK_GAP) * (len(heights) - 1)

    def draw(self, scene: Scene) -> None:
        body, sizes = scene.body, scene.sizes
        needed = [_least(block, body.width(), sizes) for block in self.blocks]
        gaps = sizes(_BLOCK_GAP) * (len(needed) - 1)
        spare = max(0.0, body.height() - sum(needed) - gaps) / len(needed)
        most = tallest(_PARTS, scene)
        extra = min(spare, most - sizes(LEAST_PARTS))
        y = body.top()
        for block, high in zip(self.blocks, needed, strict=True):
            area = QRectF(body.left(), y, body.width(), high)
            _PartBarsDrawing(self, scene).block(block, area, sizes(LEAST_PARTS) + extra)
            y += high + extra + sizes(_BLOCK_GAP)


def _divided(
    block: PartsBlock, body: QRectF, sizes: Sizes, emphasised: frozenset[str]
) -> Iterator[PartsBlock]:
    """Yield a block, or more of it with some of the names each where they are too many."""
    room = body.width()
    ids = [part.figure.figure_id for part in outside(block, room, sizes)]
    if _least(block, room, sizes) <= body.height() or len(ids) <= 1:
        yield block
        return
    groups: list[list[str]] = [[]]
    for id_ in ids:
        tried = block._replace(named=frozenset([*groups[-1], id_]))
        if groups[-1] and _least(tried, room, sizes) > body.height():
            groups.append([])
        groups[-1].append(id_)
    for group in sorted(groups, key=emphasised.isdisjoint):
        yield block._replace(named=frozenset(group))


def _least(block: PartsBlock, room: float, sizes: Sizes) -> float:
    """Return the least height of a block, in pixels."""
    names = sum(name.height for name in names_outside(block, 0.0, room, sizes))
    label = len(_label(block, room, sizes)) - 1
    return sizes(_HEAD + label * LINE + _TOTAL + _GAP + LEAST_PARTS) + names + sizes(8)


def _label(block: PartsBlock, room: float, sizes: Sizes) -> list[str]:
    number = width(block.number, round(sizes(_NUMBER)), bold=True) + sizes(14)
    return wrap(block.label, room - number - sizes(16), round(sizes(_TEXT)), lines=MOST_LINES)


class _PartBarsDrawing(NamedTuple):
    """One drawing of totals on a page."""

    bars: PartBars
    scene: Scene

    def block(self, block: PartsBlock, area: QRectF, high: float) -> None:
        """Draw a total with its parts; these are so high, in pixels."""
        sizes, left, room = self.scene.sizes, area.left(), area.width()
        top = self._total(block, area)
        names = {
            name.part.figure.figure_id: name for name in names_outside(block, left, room, sizes)
        }
        bottom = top + high
        for part in block.parts:
            box = QRectF(left, top, part.share * room, high)
            left += part.share * room
            shapes = self._bar(part, box)
            if name := names.get(part.figure.figure_id):
                shapes += self._name(name, bottom + sizes(3), bottom + sizes(8) + name.offset)
            self.scene.add(Mark((part.figure.figure_id,), part.words, tuple(shapes), box))

    def _total(self, block: PartsBlock, area: QRectF) -> float:
        """Draw a total; return where its parts begin."""
        sizes, style, left, room = self.scene.sizes, self.scene.style, area.left(), area.width()
        number, size = round(sizes(_NUMBER)), round(sizes(_TEXT))
        y = area.top() + sizes(36)
        shapes: list[Shape] = [Text(left, y, block.number, number, style.text, bold=True)]
        x = left + width(block.number, number, bold=True) + sizes(14)
        lines = _label(block, room, sizes)
        for at, line in enumerate(lines):
            y += sizes(LINE) * bool(at)
            shapes.append(Text(x, y, line, size, style.text))
        if sign := self.scene.signs.get(block.total.figure_id):
            shapes.append(Text(x + width(lines[-1], size) + 2, y, sign, size, style.muted))
        top = y + sizes(_HEAD - 36)
        shapes.append(Rect(left, top, room, sizes(_TOTAL), Paint(style.total)))
        hit = QRectF(left, area.top(), room, top + sizes(_TOTAL) - area.top())
        self.scene.add(Mark((block.total.figure_id,), block.words, tuple(shapes), hit))
        return top + sizes(_TOTAL + _GAP)

    def _bar(self, part: Part, box: QRectF) -> list[Shape]:
        """Return a part with its name within it, if that has room."""
        sizes, style = self.scene.sizes, self.scene.style
        colors = region_colors(self.bars.region_names, style)
        pair = colors.get(part.figure.province, style.neutral)
        is_emphasised = part.figure.figure_id in self.bars.emphasised
        paint = paint_of(part.figure, pair, style, emphasised=is_emphasised)
        inset = paint.stroke_width / 2
        wide = max(box.width() - sizes(_BETWEEN) - 2 * inset, 0.5)
        bar = Rect(box.x() + inset, box.y() + inset, wide, box.height() - 2 * inset, paint)
        lines = inside(part, box.width(), sizes)
        color = readable_on(paint.fill)
        sign = self.scene.signs.get(part.figure.figure_id, "")
        if not lines:
            return [bar]
        if lines[0][1] == round(sizes(LARGE)):
            (number, large), (name, size) = lines
            x, y = box.x() + sizes(20), box.center().y() + 0.36 * large
            after = x + width(number, large, bold=True) + sizes(14)
            return [
                bar,
                Text(x, y, number, large, color, bold=True),
                Text(after, y, name + sign, size, color, bold=True),
            ]
        x = box.x() + sizes(10)
        high = lines[0][1] + sizes(LINE) * (len(lines) - 1)
        y = box.center().y() - high / 2 + 0.82 * lines[0][1]
        shapes: list[Shape] = [bar, Text(x, y, lines[0][0], lines[0][1], color, bold=True)]
        for line, size in lines[1:]:
            y += sizes(LINE)
            is_last = line is lines[-1][0]
            shapes.append(Text(x, y, line + sign * is_last, size, color))
        return shapes

    def _name(self, name: PartName, start: float, top: float) -> list[Shape]:
        """Return the name of a part outside it, with its leader."""
        sizes, style = self.scene.sizes, self.scene.style
        y = top + sizes(14)
        leader = Paint(stroke=style.axis, stroke_width=1.2)
        shapes: list[Shape] = [Line(name.center, start, name.center, y, leader)]
        is_told = name.part.figure.figure_id in self.bars.emphasised
        x = name.middle
        if name.number:
            size = round(sizes(SMALL))
            y += sizes(22)
            free = (name.wide - width(name.number, size, bold=True)) / 2
            middle = max(x - free, min(name.center, x + free))
            shapes.append(
                Text(middle, y, name.number, size, style.text, bold=True, anchor="middle")
            )
            y += sizes(1)
        for line in name.lines:
            y += sizes(LINE)
            is_last = line is name.lines[-1]
            sign = self.scene.signs.get(name.part.figure.figure_id, "") * is_last
            shapes.append(
                Text(x, y, line + sign, sizes.label, style.text, bold=is_told, anchor="middle")
            )
        return shapes
