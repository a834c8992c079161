"""Areas as squares to one scale, each with its printed unit and another one beside it."""

import math
from typing import NamedTuple

import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.facets import first_figures, parts_of
from jjjviewer.charts.figure_chart import (
    FigureChart,
    are_chartable,
    figures_table,
    in_other_units,
    of_one_unit,
)
from jjjviewer.charts.formatting import (
    amount,
    figure_description,
    omitted_note,
    quantity,
    smallest_omitted_note,
    subject,
    title_amount,
)
from jjjviewer.charts.mark_style import legend_entries, paint_of
from jjjviewer.charts.periods import dated_attribution, period, years
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Mark, Paint, Rect, Text
from jjjviewer.charts.style import SIZES, Style, region_colors
from jjjviewer.charts.text import LEADING, wrap
from jjjviewer.charts.translation import tr
from jjjviewer.model.frame_rows import rows_of
from jjjviewer.model.row_types import FigureRow, UnitRow
from jjjviewer.model.rule_masks import Mask, count
from jjjviewer.model.view import View

_LABEL_WIDTH = 112.0
_LABEL_LINES = 4
_GAP = 16.0
_STEP = SIZES.small * LEADING
_LABEL_HEIGHT = (_LABEL_LINES + 3) * _STEP
_LEAST_HEIGHT = 48.0


_ALONE = 0.4
_SMALL = 0.15
"""Side of a square, of the largest's, below which it stands in a list beside the others."""
_LIST_WIDTH = 200.0
_LIST_LINES = 2
_LIST_LEAST = 0.7
"""How large the largest square must stay beside a list, of what it would be without one."""
_LEAST_SIDE, _OUTLINED = 1.5, 12.0
"""Sides in pixels: the least that is seen, and from which on a square has an outline."""
_LIST_STEP = (_LIST_LINES + 3) * _STEP + 10


class _Cell(NamedTuple):
    """A square's place: its left and bottom edge and its side, in pixels; and its words' place.

    `words` is the left end and the width of its lines, `top` where they begin.
    """

    left: float
    bottom: float
    side: float
    words: tuple[float, float]
    top: float
    lines: int


def are_areas(figures: pd.DataFrame) -> "pd.Series[bool]":
    """Return a mask of the areas."""
    return figures["dimension"] == "area"


def _are_drawable(figures: pd.DataFrame) -> "pd.Series[bool]":
    return are_areas(figures) & (figures["base_value"] > 0)


class Areas(FigureChart):
    """The side of a square is the root of its area."""

    id = "areas"

    @property
    def name(self) -> str:
        return tr("Areas")

    def belongs(self, view: View) -> Mask:
        return of_one_unit(view, view.which(_are_drawable))

    def left_out(self, view: View) -> list[str]:
        others = view.which(_are_drawable) & view.which(are_chartable) & ~self.belongs(view)
        return [*super().left_out(view), *in_other_units(count(others))]

    def title(self, view: View) -> str:
        rows, top = self.natural(view), self.first(view)
        first = f"{top.measure}: {title_amount(top)}"
        if len(rows) == 1:
            return f"{first} = {_converted(top, view)}"
        return tr("{first}, the largest of {count} areas named", first=first, count=len(rows))

    def subtitle(self, view: View) -> str:
        return tr(
            "Areas, {subject}, drawn to one scale; {period}; = the same in another unit, derived",
            subject=subject(view),
            period=period(self.rows(view)),
        )

    def table(self, view: View) -> pd.DataFrame:
        rows = self.rows(view)
        base = view.dataset.unit_names[rows["base_unit"].iloc[0]]
        more = {tr("In another unit, derived"): lambda row: _converted(row, view)}
        return figures_table(view, rows, lambda row: row.in_base_unit, base, **more)

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        rows = self.rows(view)
        parts = parts_of(view, rows)
        possible = first_figures(view, parts, _room_for(scene.body))
        candidates = [row for facet in possible for row in facet.rows]
        scene.legend(legend_entries(view, candidates, style, round_=False))
        shown = [
            (facet.name, row)
            for facet in first_figures(view, parts, _room_for(scene.body))
            for row in facet.rows
        ]
        colors = region_colors(view.dataset.provinces, style)
        sides = [math.sqrt(row.in_base_unit) for _, row in shown]
        attribution = dated_attribution(view, rows)
        tiny = 0
        for (name, row), cell in zip(shown, _cells(scene.body, sides), strict=True):
            # Squares have no facets: each bears the name of what is compared.
            note = ", ".join(filter(None, (name, years(row)))) if name else attribution(row)
            paint = paint_of(row, colors[row.province], style)
            square = _square(cell, paint)
            words = _words(row, cell, view, style, note)
            hit = QRectF(square.rect)
            for each in words:
                hit |= each.rect
            description = f"{figure_description(row)}; = {_converted(row, view)}"
            scene.add(Mark((row.figure_id,), description, (square, *words), hit))
            tiny += cell.side < _LEAST_SIDE
        missing = sum(len(part) for _, part in parts) - len(shown)
        notes = [tr("Too small to be drawn to scale: {count}.", count=tiny)] if tiny else []
        cut = (
            omitted_note(missing)
            if view.order or len(parts) > 1
            else smallest_omitted_note(missing)
        )
        return [*notes, *cut]


def _square(cell: _Cell, paint: Paint) -> Rect:
    """Draw a square of the area stated; an outline would make a small one larger."""
    side = max(cell.side, _LEAST_SIDE)
    if side < _OUTLINED:
        paint = Paint(paint.stroke)
    return Rect(cell.left, cell.bottom - side, side, side, paint)


def _room_for(body: QRectF) -> int:
    """Return how many squares find room for their labels and some height of their own."""
    across = int((body.width() + _GAP) / (_LABEL_WIDTH + _GAP))
    down = int((body.height() + _GAP) / (_LABEL_HEIGHT + _LEAST_HEIGHT + _GAP))
    return across * max(down, 1)


def _cells(body: QRectF, sides: list[float]) -> list[_Cell]:
    """Place squares at one scale; small ones, where there is room, in a list at the right."""
    small = [at for at, side in enumerate(sides) if side < _SMALL * max(sides)]
    if not small or len(small) * _LIST_STEP > body.height():
        return _flow(body, sides)
    large = [at for at in range(len(sides)) if at not in small]
    room = body.adjusted(0, 0, -_LIST_WIDTH - 2 * _GAP, 0)
    flowing, plain = _flow(room, [sides[at] for at in large]), _flow(body, sides)
    if flowing[0].side < _LIST_LEAST * plain[large[0]].side:
        return plain
    cells = dict(zip(large, flowing, strict=True))
    scale = flowing[0].side / sides[large[0]]
    wide = max(sides[at] * scale for at in small)
    left = body.right() - _LIST_WIDTH
    y = body.center().y() - len(small) * _LIST_STEP / 2
    words = (left + wide + 10, _LIST_WIDTH - wide - 10)
    for at in small:
        side = sides[at] * scale
        # The square stands on the line of its number.
        bottom = y + max(side, 0.95 * _STEP)
        cells[at] = _Cell(left + wide - side, bottom, side, words, y, _LIST_LINES)
        y += _LIST_STEP
    return [cells[at] for at in range(len(sides))]


def _flow(body: QRectF, sides: list[float]) -> list[_Cell]:
    """Place squares side by side, in as few rows as leave them largest, at one scale."""
    # A square alone is compared with nothing: it need not fill the page.
    low, high = 0.0, body.height() * (1 if len(sides) > 1 else _ALONE) / max(sides)
    for _ in range(40):
        scale = (low + high) / 2
        if _placed(body, [side * scale for side in sides])[1] <= body.height():
            low = scale
        else:
            high = scale
    cells, height = _placed(body, [side * low for side in sides])
    down = (body.height() - height) / 2
    return [cell._replace(bottom=cell.bottom + down, top=cell.top + down) for cell in cells]


def _placed(body: QRectF, sides: list[float]) -> tuple[list[_Cell], float]:
    """Return the cells of squares set in rows, and the height they take."""
    lines: list[list[float]] = [[]]
    x = 0.0
    for side in sides:
        room = max(side, _LABEL_WIDTH)
        if lines[-1] and x + room > body.width():
            lines.append([])
            x = 0.0
        lines[-1].append(side)
        x += room + _GAP
        if room > body.width():
            return [], math.inf
    cells, y = [], 0.0
    for line in lines:
        y += max(line)
        taken = sum(max(side, _LABEL_WIDTH) + _GAP for side in line) - _GAP
        x = body.left() + (body.width() - taken) / 2
        for side in line:
            words = (x, max(side, _LABEL_WIDTH))
            bottom = body.top() + y
            cells.append(_Cell(x, bottom, side, words, bottom + 0.5 * _STEP, _LABEL_LINES))
            x += max(side, _LABEL_WIDTH) + _GAP
        y += _LABEL_HEIGHT + _GAP
    return cells, y - _GAP


def _words(row: FigureRow, cell: _Cell, view: View, style: Style, note: str) -> list[Text]:
    """Describe an area: as printed, converted, of what, and who said it."""
    x, room = cell.words
    size = SIZES.small
    notes = wrap(note, room, size)
    lines = wrap(row.measure, room, size, lines=cell.lines + 1 - len(notes))
    y = cell.top + 0.8 * _STEP
    shapes = [Text(x, y, amount(row), size, style.text, bold=True)]
    texts = [f"= {_converted(row, view)}", *lines, *notes]
    for at, text in enumerate(texts, start=1):
        color = style.text if 1 < at <= 1 + len(lines) else style.muted
        shapes.append(Text(x, y + at * _STEP, text, size, color))
    return shapes


def _converted(row: FigureRow, view: View) -> str:
    """Return the area in the other unit of the pack in which its number reads best."""
    values = {
        unit.unit: value
        for unit in _units(view)
        if unit.base_unit == row.base_unit and unit.unit_id != row.unit_id
        if (value := row.in_base_unit / unit.factor) > 0
    }
    if not values:
        return amount(row)
    best = min(values, key=lambda unit: abs(math.log10(values[unit]) - 3))
    return quantity(float(f"{values[best]:.4g}"), best)


@cached_on_view
def _units(view: View) -> list[UnitRow]:
    return rows_of(view.dataset["units"], UnitRow)
