"""Layout of squares to one scale, each named; small ones in a panel of their own, enlarged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from jjjviewer.charts.layouts.paging import Block, divided
from jjjviewer.charts.layouts.square_panels import (
    BAND_GAP,
    COLUMN,
    ENLARGED,
    ENTRY_GAP,
    GAP,
    HEAD,
    LINE,
    SMALL,
    SMALL_LINE,
    TEXT,
    Square,
    SquareBand,
    SquareCell,
    SquarePanel,
    column_cells,
    entry_height,
    head_height,
    panels_of,
    rows_of,
)
from jjjviewer.charts.mark_style import paint_of, tint_of
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Line, Mark, Paint, Rect, Shape, Text
from jjjviewer.charts.style import Sizes, region_colors
from jjjviewer.charts.text import width, wrap

_WIDE = 736
"""Width of a body at a type unit of 1 from which enlarged squares stand beside the others."""
_LARGEST, _STEP = 300.0, 6.0
_ABOVE = 0.25
"""Share of the space that is left which stands above the squares."""
_MOST_ON_A_PAGE = 40
"""Squares of which it is worth trying whether all fit on one page."""
_USUAL, _LEAST, _LOW = 166.0, 60.0, 18.0
"""Sides of the largest square: of a page as high as needed, before there are several pages, of
these where they are low."""


@dataclass(frozen=True)
class Squares:
    """Areas, side by side.

    Attributes:
        squares: the largest first.
        emphasised: the ids of the figures that the headline is about.
        region_names: by id, in the order of the pack.
        bands: the rows of one of several pages.
    """

    squares: Sequence[Square]
    emphasised: frozenset[str]
    region_names: Mapping[str, str]
    bands: tuple[SquareBand, ...] = ()

    @property
    def records(self) -> Sequence[str]:
        return [square.figure.figure_id for square in self.squares]

    def pages(self, body: QRectF, sizes: Sizes) -> Sequence["Squares"]:
        if self._fitting(body, sizes) is not None:
            return (self,)
        room = body.height() + sizes(BAND_GAP)
        side = sizes(_LEAST)
        while side > sizes(_LOW):
            bands = self._stacked(side, body.width(), sizes)
            if max(band.height(sizes) + head_height(band, sizes) for band in bands) <= room:
                break
            side -= sizes(_STEP)
        pages = self._paged(side, body, sizes)
        # As large as they get on as many pages.
        while side < sizes(_USUAL):
            side += sizes(_STEP)
            larger = self._paged(side, body, sizes)
            needed = (page._height(page.bands, sizes) for page in larger)
            if len(larger) > len(pages) or max(needed) > body.height():
                break
            pages = larger
        return pages

    def _paged(self, side: float, body: QRectF, sizes: Sizes) -> Sequence["Squares"]:
        """Return the pages with a side of the largest square."""
        room = body.height() + sizes(BAND_GAP)
        bands = self._told_first(self._stacked(side, body.width(), sizes), side, sizes)
        heads = {band.panel: head_height(band, sizes) for band in bands}
        blocks = [
            Block(band.panel, [band], band.height(sizes), self._is_emphasised(band))
            for band in bands
        ]
        pages = []
        for groups in divided(blocks, room, [heads.get(at, 0.0) for at in range(max(heads) + 1)]):
            taken = tuple(band for _, rows in groups for band in rows)
            squares = [cell.square for band in taken for cell in band.cells]
            pages.append(replace(self, squares=squares, bands=taken))
        return pages

    def _told_first(
        self, bands: Sequence[SquareBand], side: float, sizes: Sizes
    ) -> list[SquareBand]:
        """Return the rows; what the headline is about is one row, where it is in several."""
        if len([band for band in bands if self._is_emphasised(band)]) <= 1:
            return [*bands]
        first: list[SquareCell] = []
        for panel in panels_of(self.squares, side, sizes):
            for square in panel.squares:
                if square.figure.figure_id in self.emphasised:
                    room = sizes(TEXT)
                    cell = panel._replace(head="").cell(square, room, sizes)
                    if panel.factor != 1:
                        scale = wrap(panel.head, room, sizes.label, bold=True)
                        wide = max(cell.wide, room)
                        cell = cell._replace(name=[*scale, *cell.name], wide=wide)
                    first.append(cell)
        told = {cell.square.figure.figure_id for cell in first}
        rest = [
            band._replace(cells=cells)
            for band in bands
            if (cells := tuple(c for c in band.cells if c.square.figure.figure_id not in told))
        ]
        return [SquareBand(0, "", "", tuple(first)), *(b._replace(panel=b.panel + 1) for b in rest)]

    def _is_emphasised(self, band: SquareBand) -> bool:
        ids = {cell.square.figure.figure_id for cell in band.cells}
        return not self.emphasised.isdisjoint(ids)

    def height(self, width: float, sizes: Sizes) -> float:
        if self._has_column(sizes(_USUAL), width, sizes):
            return self._beside_height(sizes(_USUAL), width, sizes)
        return self._height(self._stacked(sizes(_USUAL), width, sizes), sizes)

    def draw(self, scene: Scene) -> None:
        body, sizes = scene.body, scene.sizes
        drawing = _SquaresDrawing(self, scene)
        if self.bands:
            drawing.stacked(self.bands)
            return
        side = self._fitting(body, sizes)
        side = sizes(_USUAL) if side is None else side
        if self._has_column(side, body.width(), sizes):
            first, second = panels_of(self.squares, side, sizes)
            drawing.beside(self._main(first, body.width(), sizes), second)
        else:
            bands = self._stacked(side, body.width(), sizes)
            spare = body.height() - self._height(bands, sizes)
            drawing.stacked(bands, _ABOVE * max(0.0, spare))

    def _fitting(self, body: QRectF, sizes: Sizes) -> float | None:
        """Return the side of the largest square with which all fits on a page, if there is one."""
        if len(self.squares) > _MOST_ON_A_PAGE:
            return None
        side = min(sizes(_LARGEST), body.height())
        while side >= sizes(_LEAST):
            if self._has_column(side, body.width(), sizes):
                needed = self._beside_height(side, body.width(), sizes)
            else:
                needed = self._height(self._stacked(side, body.width(), sizes), sizes)
            if needed <= body.height():
                return side
            side -= sizes(_STEP)
        return None

    def _has_column(self, largest: float, room: float, sizes: Sizes) -> bool:
        return room >= _WIDE * sizes.unit and len(panels_of(self.squares, largest, sizes)) == 2

    def _stacked(self, largest: float, room: float, sizes: Sizes) -> list[SquareBand]:
        panels = panels_of(self.squares, largest, sizes)
        bands: list[SquareBand] = []
        for number, panel in enumerate(panels):
            bands += rows_of(number, panel, room, sizes)
        return bands

    def _main(self, panel: SquarePanel, room: float, sizes: Sizes) -> list[SquareBand]:
        return rows_of(0, panel, room - sizes(COLUMN + 44), sizes)

    def _beside_height(self, largest: float, room: float, sizes: Sizes) -> float:
        first, second = panels_of(self.squares, largest, sizes)
        column = sum(entry_height(cell, sizes) for cell in column_cells(second, sizes))
        main = sum(band.height(sizes) for band in self._main(first, room, sizes))
        return sizes(HEAD) + max(column - sizes(ENTRY_GAP), main - sizes(BAND_GAP))

    def _height(self, bands: Sequence[SquareBand], sizes: Sizes) -> float:
        heads = {band.panel: head_height(band, sizes) for band in bands}
        return sum(heads.values()) + sum(band.height(sizes) for band in bands) - sizes(BAND_GAP)


class _SquaresDrawing:
    """One drawing of squares on a page."""

    def __init__(self, squares: Squares, scene: Scene) -> None:
        self.squares = squares
        self.scene = scene
        self.sizes, self.style = scene.sizes, scene.style
        self.colors = region_colors(squares.region_names, scene.style)

    def stacked(self, bands: Sequence[SquareBand], above: float = 0.0) -> None:
        """Draw rows one below the other, with a space above them."""
        body, sizes = self.scene.body, self.sizes
        y, panel = body.top() + above, -1
        for band in bands:
            if band.panel != panel and band.head:
                self._head(band.head, band.detail, body.left(), y, body.width())
                y += head_height(band, sizes)
            panel = band.panel
            self._row(band, body.left(), y)
            y += band.height(sizes)

    def beside(self, bands: Sequence[SquareBand], panel: SquarePanel) -> None:
        """Draw rows, and enlarged squares at the right of them."""
        body, sizes = self.scene.body, self.sizes
        left = body.right() - sizes(COLUMN)
        rule = Paint(stroke=self.style.grid, stroke_width=1)
        x = left - sizes(22)
        self.scene.add(Line(x, body.top(), x, body.bottom(), rule))
        head, detail = bands[0].head, bands[0].detail
        self._head(head, detail, body.left(), body.top(), x - sizes(20) - body.left())
        needed = sum(band.height(sizes) for band in bands) - sizes(BAND_GAP)
        y = body.top() + sizes(HEAD)
        y += max(0.0, body.bottom() - y - needed) / 2
        for band in bands:
            self._row(band, body.left(), y)
            y += band.height(sizes)
        self._head(panel.head, panel.detail, left, body.top(), sizes(COLUMN))
        y = body.top() + sizes(HEAD)
        for cell in column_cells(panel, sizes):
            top = y + sizes(2)
            texts = self._texts(cell, left + sizes(ENLARGED + 20), y - sizes(6))
            self._add(cell, left, top + cell.high, texts)
            y += entry_height(cell, sizes)

    def _head(self, head: str, detail: str, x: float, y: float, room: float) -> None:
        sizes, style = self.sizes, self.style
        self.scene.add(Text(x, y + sizes.label, head, sizes.label, style.text, bold=True))
        small = round(sizes(SMALL))
        for line in wrap(detail, room, small, lines=1) if detail else ():
            self.scene.add(Text(x, y + sizes(34), line, small, style.muted))

    def _row(self, band: SquareBand, x: float, y: float) -> None:
        bottom = y + max(cell.high for cell in band.cells)
        for cell in band.cells:
            self._add(cell, x, bottom, self._texts(cell, x, bottom))
            x += cell.wide + self.sizes(GAP)

    def _texts(self, cell: SquareCell, x: float, y: float) -> list[Shape]:
        """Return name, value and details below a height."""
        sizes, style = self.sizes, self.style
        shapes: list[Shape] = []
        y += sizes(4)
        for line in cell.name:
            y += sizes(LINE)
            shapes.append(Text(x, y, line, sizes.label, style.text, bold=True))
        for line in cell.value:
            y += sizes(LINE)
            shapes.append(Text(x, y, line, sizes.label, style.text))
        if sign := self.scene.signs.get(cell.square.figure.figure_id):
            end = x + width(cell.value[-1], sizes.label) + 1
            shapes.append(Text(end, y, sign, sizes.label, style.muted))
        for line in cell.details:
            y += sizes(SMALL_LINE)
            shapes.append(Text(x, y, line, round(sizes(SMALL)), style.muted))
        return shapes

    def _add(self, cell: SquareCell, x: float, bottom: float, texts: Sequence[Shape]) -> None:
        figure, style = cell.square.figure, self.style
        pair = self.colors.get(figure.province, style.neutral)
        is_emphasised = figure.figure_id in self.squares.emphasised
        paint = paint_of(figure, pair, style, emphasised=is_emphasised)
        shapes: list[Shape] = []
        if cell.high > cell.side:
            shapes.append(_square(x, bottom, cell.high, tint_of(pair, style)))
        shapes.append(_square(x, bottom, cell.side, paint))
        shapes += texts
        hit = QRectF(x, bottom - cell.high, cell.high, cell.high)
        for shape in texts:
            hit |= shape.rect
        self.scene.add(Mark((figure.figure_id,), cell.square.words, tuple(shapes), hit))


def _square(x: float, bottom: float, side: float, paint: Paint) -> Rect:
    """Return a square with its outline within it, lest it be larger than the area."""
    inset = min(paint.stroke_width / 2, side / 4)
    paint = paint._replace(stroke_width=2 * inset)
    return Rect(x + inset, bottom - side + inset, side - 2 * inset, side - 2 * inset, paint)
