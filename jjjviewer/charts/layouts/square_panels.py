"""Squares to one scale in panels: what is too small in one is enlarged in the next."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from jjjviewer.charts.figures.labels import label_but
from jjjviewer.charts.numbers import plain
from jjjviewer.charts.style import Sizes
from jjjviewer.charts.text import width, wrap
from jjjviewer.charts.translation import listed, tr
from jjjviewer.model.row_types import FigureRow

_LEAST_SIDE = 8.0
"""Side in pixels below which a square is drawn in a further panel, enlarged."""
ENLARGED = 68.0
"""Side of the largest enlarged square at most."""
GAP, BAND_GAP, ENTRY_GAP = 28.0, 26.0, 16.0
COLUMN, TEXT = 224.0, 136.0
"""Width of the panel beside, and least width of the texts below a square."""
LINE, SMALL_LINE, SMALL = 18.0, 17.0, 13
HEAD = 52.0
"""Height of a panel's head with its space."""
_MOST_LINES = 8


class Square(NamedTuple):
    """An area as a square, with its texts."""

    figure: FigureRow
    value: str
    other: str
    """The same in another unit, or nothing."""
    told: str
    """Status and period, in smaller type."""
    who: str
    words: str

    @property
    def side(self) -> float:
        """The root of the area."""
        return math.sqrt(self.figure.in_base_unit)

    @property
    def high_side(self) -> float:
        """The root of the higher end of a range, else the same."""
        figure = self.figure
        if figure.value_high is None or figure.value_high <= figure.value:
            return self.side
        return self.side * math.sqrt(figure.value_high / figure.value)


class SquareCell(NamedTuple):
    """A square of a size in pixels, with its texts broken into lines."""

    square: Square
    side: float
    high: float
    name: Sequence[str]
    value: Sequence[str]
    details: Sequence[str]
    wide: float

    def text_height(self, sizes: Sizes) -> float:
        lines = len(self.name) + len(self.value)
        return sizes(8 + LINE * lines + SMALL_LINE * len(self.details))


class SquareBand(NamedTuple):
    """A row of squares of one panel."""

    panel: int
    head: str
    detail: str
    cells: tuple[SquareCell, ...]

    def height(self, sizes: Sizes) -> float:
        """Return its height without head, in pixels."""
        text = max(cell.text_height(sizes) for cell in self.cells)
        return max(cell.high for cell in self.cells) + text + sizes(BAND_GAP)


class SquarePanel(NamedTuple):
    squares: Sequence[Square]
    scale: float
    factor: float
    head: str = ""
    detail: str = ""

    def cell(self, square: Square, room: float, sizes: Sizes) -> "SquareCell":
        """Return a square with its texts in lines, without what the head says."""
        is_told = self.head and len({each.figure.speaker for each in self.squares}) == 1
        who = "" if is_told else square.who
        told = [
            square.other if self.factor == 1 else "",
            listed((square.told, who)),
        ]
        small = round(sizes(SMALL))
        name = label_but(square.figure, self.head)
        lines = wrap(name, room, sizes.label, bold=True, lines=_MOST_LINES)
        details = [
            line
            for text in filter(None, told)
            for line in wrap(text, room, small, lines=_MOST_LINES, even=False)
        ]
        value = wrap(square.value, room, sizes.label, lines=_MOST_LINES, even=False)
        widest = max(
            *(width(line, sizes.label) + sizes(20) for line in value),
            *(width(line, sizes.label, bold=True) for line in lines),
            *(width(line, small) for line in details),
            0.0,
        )
        high = square.high_side * self.scale
        return SquareCell(
            square, square.side * self.scale, high, lines, value, details, max(high, widest)
        )


def panels_of(squares: Sequence[Square], largest: float, sizes: Sizes) -> list[SquarePanel]:
    """Return the squares by panel, each with its scale."""
    scale = largest / max(square.high_side for square in squares)
    left = sorted(squares, key=lambda square: -square.side)
    panels: list[SquarePanel] = []
    factor = 1.0
    while left:
        if panels:
            most = max(square.high_side for square in left) * scale
            factor = _round_factor(min(sizes(ENLARGED), largest) / most)
        large = [each for each in left if each.side * scale * factor >= sizes(_LEAST_SIDE)]
        # The square of a range may be too small for its own upper end.
        large = large or left[:1]
        panels.append(SquarePanel(large, scale * factor, factor))
        left = left[len(large) :]
    return [*map(_headed, panels)] if panels[1:] else panels


def head_height(band: SquareBand, sizes: Sizes) -> float:
    """Return the height of a row's head, in pixels; none where its panel is the only one."""
    return sizes(HEAD) if band.head else 0.0


def _headed(panel: SquarePanel) -> SquarePanel:
    """Return one of several panels with its head, place or scale, and the speakers below it."""
    figures = [square.figure for square in panel.squares]
    speakers = listed(dict.fromkeys(figure.speaker for figure in figures))
    places = {figure.region for figure in figures}
    head = (places.pop() if len(places) == 1 else "") or tr("To one scale")
    if panel.factor != 1:
        head = tr("Enlarged: sides {factor} times as long", factor=plain(panel.factor))
    return panel._replace(head=head, detail=speakers)


def column_cells(panel: SquarePanel, sizes: Sizes) -> list[SquareCell]:
    """Return the squares of a panel that stand one below the other, texts beside them."""
    room = sizes(COLUMN - ENLARGED - 20)
    return [panel.cell(square, room, sizes) for square in panel.squares]


def entry_height(cell: SquareCell, sizes: Sizes) -> float:
    """Return the height of such a square with its texts, in pixels."""
    return max(cell.high, cell.text_height(sizes)) + sizes(ENTRY_GAP)


def _round_factor(most: float) -> float:
    """Return the greatest of 1, 2, 5, 10, 20 … that is at most a number."""
    power: float = 10.0 ** math.floor(math.log10(most))
    return max((step * power for step in (1, 2, 5) if step * power <= most), default=power)


def rows_of(number: int, panel: SquarePanel, room: float, sizes: Sizes) -> list[SquareBand]:
    """Return the squares of a panel in rows, as few as can be and of like numbers."""
    cells = [
        panel.cell(square, min(max(square.high_side * panel.scale, sizes(TEXT)), room), sizes)
        for square in panel.squares
    ]
    rows = _filled(cells, room, sizes, len(cells))
    rows = _filled(cells, room, sizes, math.ceil(len(cells) / len(rows)))
    return [SquareBand(number, panel.head, panel.detail, row) for row in rows]


def _filled(
    cells: Sequence[SquareCell], room: float, sizes: Sizes, most: int
) -> list[tuple[SquareCell, ...]]:
    rows: list[tuple[SquareCell, ...]] = []
    row: tuple[SquareCell, ...] = ()
    for cell in cells:
        used = sum(each.wide + sizes(GAP) for each in row)
        if row and (used + cell.wide > room or len(row) == most):
            rows.append(row)
            row = ()
        row = (*row, cell)
    return [*rows, row]
