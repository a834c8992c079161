"""Layout of cards: large numbers in a grid, each under a rule; one alone as large as fits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import QRectF

from jjjviewer.charts.layouts.number_alone import draw_alone, height_alone
from jjjviewer.charts.layouts.number_item import (
    CardText,
    NumberItem,
    NumberLine,
    card_text,
    number_line,
)
from jjjviewer.charts.layouts.paging import tallest
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Mark, Paint, Rect, Shape
from jjjviewer.charts.style import Sizes, region_colors

_WIDE = 736
"""Width of a body at a type unit of 1 from which three cards stand side by side."""
_GAP = 32.0
_FEW, _HIGH = 3, 0.6
"""How many stand one below the other, in a body of at least this height, of its width."""
_ROW_GAP, _MOST_ROW_GAP = 18.0, 64.0
_LARGE, _LARGEST, _SMALL, _LEAST = 60, 96, 40, 24
"""Sizes of numbers: usual, of two, where there are many, and where the page is too low."""
_USUAL = 72
_ABOVE, _LEAST_ABOVE = 20.0, 12.0
"""From the rule to the top of a number, in pixels; less where numbers are small."""
_RULE, _THICK_RULE = 1.2, 4.0


class _Cell(NamedTuple):
    item: NumberItem
    line: NumberLine
    text: CardText

    def height(self, sizes: Sizes, size: int) -> float:
        return _above(size, sizes) + _below(size, sizes) + 0.74 * size + self.text.height(sizes)


@dataclass(frozen=True)
class NumberCards:
    """Numbers side by side, each with its own unit.

    Attributes:
        items: in their order.
        emphasised: the ids of the figures that the headline is about.
        region_names: by id, in the order of the pack.
        most: how many stand on a page at most.
    """

    items: tuple[NumberItem, ...]
    emphasised: frozenset[str]
    region_names: Mapping[str, str]
    most: int
    count: int = 0
    """How many there are on all pages, where there are several."""
    columns: int = 0
    """How many stand side by side on a high page; 0 for as many as have room."""

    @property
    def records(self) -> Sequence[str]:
        return [id_ for item in self.items for id_ in item.records]

    def pages(self, body: QRectF, sizes: Sizes) -> Sequence["NumberCards"]:
        if len(self.items) == 1:
            return (self,)
        whole = self._shaped(body, sizes)
        row = whole._columns(body.width(), sizes)
        if any(
            whole._part(at, row).height_at(_SMALL, body.width(), sizes) > body.height()
            for at in range(0, len(self.items), row)
        ):
            whole = replace(whole, items=tuple(item.tight for item in self.items))
        pages: list[NumberCards] = []
        start = 0
        while start < len(self.items):
            taken = whole._fitting(start, body, sizes)
            pages.append(whole._part(start, taken))
            start += taken
        return pages

    def _shaped(self, body: QRectF, sizes: Sizes) -> "NumberCards":
        """Return the same with fewer numbers side by side where the page is high."""
        few = (self.count or len(self.items)) <= _FEW
        shaped = replace(self, columns=1 if few else 2)
        is_high = body.height() > _HIGH * body.width()
        fits = shaped.height_at(_LARGE, body.width(), sizes) <= body.height()
        return shaped if is_high and fits else self

    def _part(self, start: int, taken: int) -> "NumberCards":
        return replace(self, items=self.items[start : start + taken], count=len(self.items))

    def _fitting(self, start: int, body: QRectF, sizes: Sizes) -> int:
        """Return how many of the numbers from one on fit on a page, at least one row."""
        row = self._columns(body.width(), sizes)
        for taken in range(self.most, row, -1):
            page = self._part(start, taken)
            if page.height_at(_SMALL, body.width(), sizes) <= body.height():
                return taken
        return row

    @property
    def is_alone(self) -> bool:
        """Whether it is one number on the only page."""
        return len(self.items) == 1 and self.count <= 1

    def height(self, width: float, sizes: Sizes) -> float:
        if self.is_alone:
            return height_alone(self.items[0], width, sizes)
        return self.height_at(self._size(), width, sizes)

    def height_at(self, size: int, width: float, sizes: Sizes) -> float:
        """Return the height of all rows with numbers of a size, in pixels."""
        heights = self._heights(self._cells(size, width, sizes, {}), size, width, sizes)
        return sum(heights) + sizes(_ROW_GAP) * (len(heights) - 1)

    def _size(self) -> int:
        is_large = self.columns == 1 or max(len(self.items), self.count) <= 2
        return _LARGEST if is_large else _LARGE

    def _columns(self, width: float, sizes: Sizes) -> int:
        count = self.count or len(self.items)
        if self.columns:
            return self.columns
        if count <= 2 or count == 4 or width < _WIDE * sizes.unit:
            return 2
        return 3

    def _wide(self, width: float, sizes: Sizes) -> float:
        columns = self._columns(width, sizes)
        return (width - sizes(_GAP) * (columns - 1)) / columns

    def _cells(
        self, size: int, width: float, sizes: Sizes, signs: Mapping[str, str]
    ) -> list[_Cell]:
        room = self._wide(width, sizes)
        full = round(sizes(size))
        return [
            _Cell(
                item,
                number_line(item, room, full, sign_of(item, signs)),
                card_text(item, room, sizes),
            )
            for item in self.items
        ]

    def _heights(
        self, cells: Sequence[_Cell], size: int, width: float, sizes: Sizes
    ) -> list[float]:
        columns, full = self._columns(width, sizes), round(sizes(size))
        return [
            max(cell.height(sizes, full) for cell in cells[at : at + columns])
            for at in range(0, len(cells), columns)
        ]

    def draw(self, scene: Scene) -> None:
        if self.is_alone:
            draw_alone(scene, self.items[0], self.region_names)
            return
        self._shaped(scene.body, scene.sizes)._draw(scene)

    def _draw(self, scene: Scene) -> None:
        body, sizes = scene.body, scene.sizes
        room = body.width()
        size = self._size()
        while size > _LEAST and self.height_at(size, room, sizes) > body.height():
            size -= 2
        cells = self._cells(size, room, sizes, scene.signs)
        heights = self._heights(cells, size, room, sizes)
        columns, wide = self._columns(room, sizes), self._wide(room, sizes)
        spare = body.height() - sum(heights)
        gap = sizes(_ROW_GAP)
        if len(heights) > 1:
            share = spare / (len(heights) - (self.columns != 1))
            most = tallest(_MOST_ROW_GAP, scene) if self.columns == 1 else sizes(_MOST_ROW_GAP)
            gap = min(max(share, gap), most)
        else:
            # One row stands somewhat above the middle.
            body.setTop(body.top() + 0.3 * max(0.0, min(spare, 0.5 * body.height())))
        for number, cell in enumerate(cells):
            row, column = divmod(number, columns)
            x = body.left() + column * (wide + sizes(_GAP))
            y = body.top() + sum(heights[:row]) + row * gap
            area = QRectF(x, y, wide, heights[row])
            scene.add(self._mark(scene, cell, area, round(sizes(size))))

    def _mark(self, scene: Scene, cell: _Cell, area: QRectF, size: int) -> Mark:
        sizes, style = scene.sizes, scene.style
        pair = region_colors(self.region_names, style).get(cell.item.figure.province, style.neutral)
        is_emphasised = not self.emphasised.isdisjoint(cell.item.records)
        thick = sizes(_THICK_RULE) if is_emphasised else _RULE
        rule = Rect(
            area.x(),
            area.y() - thick / 2,
            area.width(),
            thick,
            Paint(pair.deep if is_emphasised else style.axis),
        )
        baseline = area.y() + _above(size, sizes) + 0.74 * size
        color = pair.deep if is_emphasised else style.text
        shapes: list[Shape] = [
            rule,
            *cell.line.shapes(area.x(), baseline, pair, color, style),
            *cell.text.shapes(area.x(), baseline + _below(size, sizes), sizes, style),
        ]
        return Mark(cell.item.records, cell.item.words, tuple(shapes), area)


def _above(size: int, sizes: Sizes) -> float:
    return sizes(_LEAST_ABOVE if size < sizes(_SMALL) else _ABOVE)


def _below(size: int, sizes: Sizes) -> float:
    """Return how much farther below a number its texts stand, as it is larger than usual."""
    return max(0.0, size - sizes(_USUAL)) / 2


def sign_of(item: NumberItem, signs: Mapping[str, str]) -> str:
    """Return the sign that leads from a number to the note on it, if there is one."""
    return next((signs[id_] for id_ in item.records if id_ in signs), "")
