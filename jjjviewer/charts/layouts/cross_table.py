"""Layout of a cross-table: a number in each cell, shaded by its size, with totals both ways.

Where the heads of columns have no room beside one another, rows and columns change places; where
they have none then either, every second head takes the next line, and the columns that are left
stand in a further block below, or on a further page.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QRectF

from jjjviewer.charts.layouts.cross_table_drawing import CrossTableDrawing
from jjjviewer.charts.layouts.cross_table_parts import (
    HEAD_LINE,
    LABEL_LINE,
    LEAST_ROW,
    PLACE_LINE,
    RULE,
    TOTAL,
    TOTALS,
    Head,
    TableCell,
    TablePanel,
)
from jjjviewer.charts.layouts.laid_once import laid_once
from jjjviewer.charts.layouts.paging import foremost
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import Sizes
from jjjviewer.charts.text import width, wrap

_WIDEST_LABEL = 0.3
"""Greatest share of the body's width for the names of rows."""
_LEAST_COLUMN, _WIDEST_COLUMN = 52.0, 300.0
_STAGGERED_COLUMN = 40.0
"""Least width of a column whose head is twice as wide."""
_BLOCK_GAP = 22.0


@dataclass(frozen=True)
class CrossTable:
    """Numbers of records by row and column.

    Attributes:
        rows, columns: the heads, in their order.
        cell: gives the cell of a row and a column; the empty id stands for the total of all.
        emphasised: the keys of the cells that the headline is about.
        total, total_of_pages: the words for totals, and for those of several pages.
        region_names: by id, in the order of the pack.
        panels: what stands on the page; empty for all.
        is_compact: whether rows are low, and totals stand on the last page only, so that all that
            the headline is about stands on the first page.
        is_staggered: whether every second head of a column stands a line higher.
    """

    rows: Sequence[Head]
    columns: Sequence[Head]
    cell: Callable[[str, str], TableCell]
    emphasised: frozenset[str]
    total: str
    total_of_pages: str
    region_names: Mapping[str, str]
    panels: Sequence[TablePanel] = ()
    is_staggered: bool = False
    is_compact: bool = False

    @cached_property
    def records(self) -> Sequence[str]:
        panels = self.panels or [TablePanel(self.rows, self.columns)]
        found = (
            record
            for panel in panels
            for row in panel.rows
            for column in panel.columns
            for record in self.cell(row.id, column.id).records
        )
        return tuple(dict.fromkeys(found))

    @cached_property
    def transposed(self) -> "CrossTable":
        """The table with rows and columns changed."""
        return replace(
            self,
            rows=self.columns,
            columns=self.rows,
            cell=lambda row, column: self.cell(column, row),
        )

    @property
    def count(self) -> int:
        """How many rows there are, or columns if those are more."""
        return max(len(self.rows), len(self.columns))

    @property
    def foremost(self) -> "CrossTable":
        """The same with as many rows and columns as are drawn at most."""
        about = {id_ for key in self.emphasised for id_ in key.split("/")}
        rows = foremost(self.rows, lambda head: head.id in about)
        columns = foremost(self.columns, lambda head: head.id in about)
        return replace(self, rows=rows, columns=columns)

    def is_emphasised(self, row: str, column: str) -> bool:
        """Return whether the headline is about a cell."""
        return self.cell(row, column).key in self.emphasised

    def height(self, room: float, sizes: Sizes) -> float:
        return self._turned(room, sizes)._least_height(room, sizes)

    def _least_height(self, room: float, sizes: Sizes) -> float:
        """Return the least height of the table as it stands, in pixels."""
        panels = self.laid_panels(room, sizes)
        gaps = sizes(_BLOCK_GAP) * (len(panels) - 1)
        return gaps + sum(self.panel_height(panel, room, sizes) for panel in panels)

    def pages(self, body: QRectF, sizes: Sizes) -> Sequence["CrossTable"]:
        room = body.width()
        if self.height(room, sizes) <= body.height():
            return (self,)
        ways = [
            replace(table, is_staggered=is_staggered, is_compact=is_compact)._paged(body, sizes)
            for is_compact in (False, True)
            for table in (self, self.transposed)
            for is_staggered in (False, True)
        ]
        # The first of those that have fewest faults, and fewest pages.
        return min(ways, key=lambda pages: (pages[0]._faults(body, sizes), len(pages)))

    def _paged(self, body: QRectF, sizes: Sizes) -> Sequence["CrossTable"]:
        """Return the pages of the table as it stands, with what the headline is about first."""
        columns = self.transposed._first(self.columns)
        table = replace(self, rows=self._first(self.rows), columns=columns)
        room = body.width()
        parts: list[list[TablePanel]] = [[]]
        left = body.height()
        for panel in table.laid_panels(room, sizes):
            for part in table._divided(panel, room, body.height(), sizes):
                need = table.panel_height(part, room, sizes)
                if parts[-1] and need > left:
                    parts.append([])
                    left = body.height()
                left -= need + sizes(_BLOCK_GAP)
                parts[-1].append(part)
        return [replace(table, panels=tuple(part)) for part in parts]

    def _faults(self, body: QRectF, sizes: Sizes) -> int:
        """Return what is wrong with a first page: marks of the headline missing, and overflow."""
        drawn = {
            self.cell(row, column).key
            for panel in self.panels
            for row in ("", *(row.id for row in panel.rows))
            for column in ("", *(column.id for column in panel.columns))
            if row or panel.has_totals
        }
        overflows = self.panel_height(self.panels[0], body.width(), sizes) > body.height()
        return len(self.emphasised - drawn) + overflows

    def draw(self, scene: Scene) -> None:
        room, sizes = scene.body.width(), scene.sizes
        table = self if self.panels else self._filling(scene)
        panels = table.laid_panels(room, sizes)
        spare = max(0.0, scene.body.height() - table._least_height(room, sizes))
        extra = spare / sum(len(panel.rows) + 1 for panel in panels)
        y = scene.body.top()
        for panel in panels:
            y = CrossTableDrawing(table, panel, scene, extra).draw(y) + sizes(_BLOCK_GAP)

    def _first(self, rows: Sequence[Head]) -> Sequence[Head]:
        """Return rows with those that the headline is about first, lest they leave the page."""
        others = ("", *(column.id for column in self.columns))
        return sorted(rows, key=lambda row: not any(self.is_emphasised(row.id, x) for x in others))

    @laid_once
    def _turned(self, room: float, sizes: Sizes) -> "CrossTable":
        """Return the table, or the transposed one where only that has room for its columns."""
        turned = self.transposed
        for table in (self, turned):
            if table._fits(room, sizes):
                return table
        return replace(min(self, turned, key=lambda each: len(each.columns)), is_staggered=True)

    def _filling(self, scene: Scene) -> "CrossTable":
        """Return the table as it has room, turned where few rows leave half a page empty."""
        room, high, sizes = scene.body.width(), scene.body.height(), scene.sizes
        table = self._turned(room, sizes)
        wide = table.column_width(TablePanel(table.rows, table.columns), room, sizes)
        if len(table.columns) <= len(table.rows) or len(table.rows) * wide >= high / 2:
            return table
        turned = table.transposed._turned(room, sizes)
        return turned if turned.height(room, sizes) <= high else table

    def _fits(self, room: float, sizes: Sizes) -> bool:
        free = room - self.label_width(room, sizes) - sizes(TOTAL)
        return self._least_column(sizes) * len(self.columns) <= free

    @laid_once
    def _least_column(self, sizes: Sizes) -> float:
        """Return the least width of a column, in pixels: that of the longest word of a head."""
        words = [word for column in self.columns for word in column.name.split()]
        longest = max((width(word, sizes.label, bold=True) for word in words), default=0.0)
        longest = min(longest, sizes(_WIDEST_COLUMN)) + sizes(8)
        if self.is_staggered:
            return max(sizes(_STAGGERED_COLUMN), min(longest / 2, sizes(_LEAST_COLUMN)))
        return max(sizes(_LEAST_COLUMN), longest)

    @laid_once
    def label_width(self, room: float, sizes: Sizes) -> float:
        """Return the width of the names of rows, in pixels."""
        names = [self.total_of_pages, *(row.name for row in self.rows)]
        longest = max(width(name, sizes.label, bold=True) for name in names)
        return min(longest, _WIDEST_LABEL * room) + sizes(16)

    def laid_panels(self, room: float, sizes: Sizes) -> Sequence[TablePanel]:
        """Return the blocks of columns that have room beside one another."""
        if self.panels:
            return self.panels
        free = room - self.label_width(room, sizes) - sizes(TOTAL)
        most = max(1, int(free / self._least_column(sizes) - self._overhang))
        count = -(-len(self.columns) // most)
        each = -(-len(self.columns) // count)
        starts = range(0, len(self.columns), each)
        return [TablePanel(self.rows, self.columns[start : start + each]) for start in starts]

    def panel_height(self, panel: TablePanel, room: float, sizes: Sizes) -> float:
        """Return the least height of a block, in pixels."""
        rows = sum(self.row_height(row, room, sizes) for row in panel.rows)
        totals = sizes(TOTALS) if panel.has_totals else 0.0
        return self.head_height(panel, room, sizes) + rows + totals

    def row_height(self, row: Head, room: float, sizes: Sizes) -> float:
        """Return the least height of a row, in pixels."""
        lines = len(self.label_lines(row, room, sizes))
        if self.is_compact:
            return lines * sizes(LABEL_LINE) + sizes(2)
        return max(sizes(LEAST_ROW), lines * sizes(LABEL_LINE) + sizes(6))

    @laid_once
    def label_lines(self, row: Head, room: float, sizes: Sizes) -> list[str]:
        """Return the name of a row, broken into lines."""
        free = self.label_width(room, sizes) - sizes(12)
        return wrap(row.name, free, sizes.label, bold=True, lines=20, even=False)

    def column_width(self, panel: TablePanel, room: float, sizes: Sizes) -> float:
        """Return the width of the columns of a block, in pixels."""
        free = room - self.label_width(room, sizes) - sizes(TOTAL)
        return min(free / (len(panel.columns) + self._overhang), sizes(_WIDEST_COLUMN))

    @property
    def _overhang(self) -> float:
        """By how much of a column's width the last head reaches beyond it."""
        return 0.5 if self.is_staggered else 0.0

    def head_lines(
        self, column: Head, wide: float, sizes: Sizes
    ) -> tuple[Sequence[str], Sequence[str]]:
        """Return name and place at the head of a column of a width, broken into lines."""
        room = wide * (2 if self.is_staggered else 1) - sizes(6)
        place = wrap(column.place, room, sizes.detail, lines=20) if column.place else []
        return wrap(column.name, room, sizes.label, bold=True, lines=20), place

    def level_heights(self, panel: TablePanel, room: float, sizes: Sizes) -> Sequence[float]:
        """Return the heights of the lines of heads, that just above the cells first, in pixels."""
        wide = self.column_width(panel, room, sizes)
        count = 1 + (self.is_staggered and len(panel.columns) > 1)
        heights = [0.0] * count
        for at, column in enumerate(panel.columns):
            name, place = self.head_lines(column, wide, sizes)
            high = len(name) * sizes(HEAD_LINE) + len(place) * sizes(PLACE_LINE)
            heights[at % count] = max(heights[at % count], high)
        return heights

    def head_height(self, panel: TablePanel, room: float, sizes: Sizes) -> float:
        """Return the height of the heads of columns with the rule below, in pixels."""
        return sizes(RULE) + sum(self.level_heights(panel, room, sizes))

    def _divided(
        self, panel: TablePanel, room: float, height: float, sizes: Sizes
    ) -> list[TablePanel]:
        """Divide the rows of a block among pages; the totals stand on each."""
        parts: list[TablePanel] = []
        rows: list[Head] = []
        left = height - self.head_height(panel, room, sizes)
        left -= 0.0 if self.is_compact else sizes(TOTALS)
        free = left
        for row in panel.rows:
            need = self.row_height(row, room, sizes)
            if self.is_compact and row is panel.rows[-1]:
                need += sizes(TOTALS)
            if rows and need > free:
                has_totals = not self.is_compact
                parts.append(panel._replace(rows=tuple(rows), has_totals=has_totals))
                rows, free = [], left
            rows.append(row)
            free -= need
        if self.is_compact and rows and free < 0:
            # The totals find no room below the last row.
            parts.append(panel._replace(rows=tuple(rows), has_totals=False))
            rows = []
        return [*parts, panel._replace(rows=tuple(rows))]
