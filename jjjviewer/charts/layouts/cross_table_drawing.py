"""Drawing of a block of a cross-table on a page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from jjjviewer.charts.layouts.cross_table_parts import (
    HEAD_LINE,
    LABEL_LINE,
    LEAST_ROW,
    PLACE_LINE,
    RULE,
    TOTAL,
    Head,
    TableCell,
    TablePanel,
)
from jjjviewer.charts.layouts.paging import tallest
from jjjviewer.charts.numbers import plain
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Line, Mark, Paint, Rect, Shape, Text
from jjjviewer.charts.style import count_shade, readable_on, region_colors
from jjjviewer.charts.text import width

if TYPE_CHECKING:
    from jjjviewer.charts.layouts.cross_table import CrossTable

_TALLEST_ROW = 72.0
_UPRIGHT = 1.3
"""Greatest height of a row that fills a page, of a column's width."""
_LARGEST = 2.0
"""Size of numbers in high rows, in usual ones."""
_GAP = 3.0
"""Between cells."""
_OUTLINE = 3.0


class CrossTableDrawing:
    """One drawing of a block on a page."""

    def __init__(self, table: "CrossTable", panel: TablePanel, scene: Scene, extra: float) -> None:
        self.table, self.panel, self.scene = table, panel, scene
        self.sizes, self.style = scene.sizes, scene.style
        self.room = scene.body.width()
        self.extra = extra
        self.wide = table.column_width(panel, self.room, self.sizes)
        self.left = scene.body.left() + table.label_width(self.room, self.sizes)
        self.end = self.left + self.wide * len(panel.columns)
        overhang = self.wide / 2 if table.is_staggered else 0.0
        self.right = min(scene.body.right(), self.end + overhang + self.sizes(TOTAL))
        self.tallest = tallest(_TALLEST_ROW, scene, _UPRIGHT * self.wide)
        self.most = max(
            len(table.cell(row.id, column.id).records)
            for row in table.rows
            for column in table.columns
        )
        self.drawn = {mark.cell for mark in scene.marks}
        """The keys of the cells that are drawn already."""

    def draw(self, y: float) -> float:
        """Draw the block from a height on; return where it ends."""
        sizes = self.sizes
        top = y + self.table.head_height(self.panel, self.room, sizes)
        self._heads(top)
        y = top
        for row in self.panel.rows:
            least = self.table.row_height(row, self.room, sizes)
            high = min(least + self.extra, max(self.tallest, least))
            self._row(row, y, high)
            y += high
        if not self.panel.has_totals:
            return y
        rule = Paint(stroke=self.style.axis, stroke_width=1.5)
        left = self.scene.body.left()
        self.scene.add(Line(left, y + sizes(3), self.right, y + sizes(3), rule))
        y += sizes(6)
        high = sizes(LEAST_ROW) + min(self.extra, sizes(20))
        is_whole = len(self.panel.rows) == len(self.table.rows)
        words = self.table.total if is_whole else self.table.total_of_pages
        self._label([words], y, high, bold=True)
        for at, column in enumerate(self.panel.columns):
            area = QRectF(self.left + at * self.wide, y, self.wide, high)
            self._total(self.table.cell("", column.id), area, is_middle=True)
        area = QRectF(self.end, y, self.right - self.end, high)
        self._total(self.table.cell("", ""), area, is_middle=False)
        return y + high

    def _heads(self, bottom: float) -> None:
        sizes, style = self.sizes, self.style
        colors = region_colors(self.table.region_names, style)
        levels = self.table.level_heights(self.panel, self.room, sizes)
        for at, column in enumerate(self.panel.columns):
            x, middle = self.left + at * self.wide, self.left + (at + 0.5) * self.wide
            name, place = self.table.head_lines(column, self.wide, sizes)
            level = at % len(levels)
            foot = bottom - sizes(RULE) - sum(levels[:level])
            if level:
                line_down = Paint(stroke=style.axis, stroke_width=1)
                end = bottom - sizes(RULE)
                self.scene.add(Line(middle, foot, middle, end, line_down))
            y = foot - len(place) * sizes(PLACE_LINE) - len(name) * sizes(HEAD_LINE)
            for line in name:
                y += sizes(HEAD_LINE)
                at_line = y - 0.25 * sizes.label
                self.scene.add(Text(middle, at_line, line, sizes.label, style.text, True, "middle"))
            for line in place:
                y += sizes(PLACE_LINE)
                at_line = y - 0.25 * sizes.detail
                self.scene.add(
                    Text(middle, at_line, line, sizes.detail, style.muted, anchor="middle")
                )
            if column.province is not None:
                color = colors.get(column.province, style.neutral).deep
                gap = sizes(_GAP) / 2
                rule = Rect(x + gap, bottom - sizes(6), self.wide - 2 * gap, sizes(3), Paint(color))
                self.scene.add(rule)
        y = bottom - sizes(RULE) - 0.25 * sizes.label
        total = Text(self.right, y, self.table.total, sizes.label, style.text, True, "end")
        self.scene.add(total)

    def _row(self, row: Head, y: float, high: float) -> None:
        cells = [self.table.cell(row.id, column.id) for column in self.panel.columns]
        keys = {cell.key for cell in cells} | {self.table.cell(row.id, "").key}
        lines = self.table.label_lines(row, self.room, self.sizes)
        self._label(lines, y, high, bold=bool(keys & self.table.emphasised))
        order = sorted(range(len(cells)), key=lambda at: cells[at].key in self.table.emphasised)
        for at in order:
            area = QRectF(self.left + at * self.wide, y, self.wide, high)
            self._cell(cells[at], area)
        area = QRectF(self.end, y, self.right - self.end, high)
        self._total(self.table.cell(row.id, ""), area, is_middle=False)

    def _label(self, lines: Sequence[str], y: float, high: float, *, bold: bool) -> None:
        sizes, left = self.sizes, self.scene.body.left()
        baseline = y + high / 2 + 0.35 * sizes.label
        baseline -= (len(lines) - 1) * sizes(LABEL_LINE) / 2
        for number, line in enumerate(lines):
            at = baseline + number * sizes(LABEL_LINE)
            self.scene.add(Text(left, at, line, sizes.label, self.style.text, bold))

    def _cell(self, cell: TableCell, area: QRectF) -> None:
        """Draw a cell shaded by its number; without records it is only outlined."""
        style, count = self.style, len(cell.records)
        is_emphasised = cell.key in self.table.emphasised
        inset = self.sizes(_GAP) / 2
        box = area.adjusted(inset, inset, -inset, -inset)
        paint = Paint(stroke=style.grid, stroke_width=1)
        color = style.muted
        if count:
            fill = count_shade(count / self.most, style)
            paint, color = Paint(fill), readable_on(fill)
        shapes: list[Shape] = [Rect(box.x(), box.y(), box.width(), box.height(), paint)]
        if is_emphasised:
            line = Paint(stroke=style.text, stroke_width=self.sizes(_OUTLINE))
            shapes.append(Rect(box.x(), box.y(), box.width(), box.height(), line))
        number = plain(count) if count or is_emphasised else "–"
        larger = min(area.height(), area.width()) / self.sizes(_TALLEST_ROW)
        size = round(self.sizes.label * max(1.0, min(larger, _LARGEST)))
        y = area.center().y() + 0.35 * size
        shapes.append(Text(area.center().x(), y, number, size, color, is_emphasised, "middle"))
        self._add(cell, shapes, area)

    def _total(self, cell: TableCell, area: QRectF, *, is_middle: bool) -> None:
        x = area.center().x() if is_middle else area.right()
        number, size = plain(len(cell.records)), self.sizes.label
        y = area.center().y() + 0.35 * size
        shapes: list[Shape] = [
            Text(x, y, number, size, self.style.text, True, "middle" if is_middle else "end")
        ]
        if cell.key in self.table.emphasised:
            wide = width(number, size, bold=True)
            left = x - wide / 2 if is_middle else x - wide
            top = area.center().y() + self.sizes(9)
            shapes.append(Rect(left, top, wide, self.sizes(_OUTLINE), Paint(self.style.text)))
        if cell.key in self.drawn:
            # It stands in a further block on the same page.
            self.scene.add(*shapes)
        else:
            self._add(cell, shapes, area)

    def _add(self, cell: TableCell, shapes: Sequence[Shape], area: QRectF) -> None:
        self.drawn.add(cell.key)
        self.scene.add(Mark(cell.records, cell.words, tuple(shapes), area, cell=cell.key))
