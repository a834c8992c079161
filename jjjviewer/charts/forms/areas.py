"""Areas as squares to one scale, each with its printed unit and another one beside it."""

import math
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.bands import bands_of, foremost
from jjjviewer.charts.figure import Figure
from jjjviewer.charts.figure_form import FigureForm, figures_table
from jjjviewer.charts.ink import Ink, Mark, Rect, Text
from jjjviewer.charts.looks import keys_of, look_of
from jjjviewer.charts.style import SIZES, Style, region_colors
from jjjviewer.charts.text import LEADING, wrap
from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import (
    amount,
    cut_line,
    in_title,
    in_words,
    no_room,
    quantity,
    spoken_by,
    subject,
)
from jjjviewer.model.records import Records
from jjjviewer.model.view import View

_LABEL_WIDTH = 112.0
_LABEL_LINES = 4
_GAP = 16.0
_STEP = SIZES.small * LEADING
_LABEL_HEIGHT = (_LABEL_LINES + 3) * _STEP
_LEAST_HEIGHT = 48.0


@dataclass(frozen=True)
class _Cell:
    """A square's place: its left and bottom edge and its side, in pixels."""

    left: float
    bottom: float
    side: float


class Areas(FigureForm):
    """The side of a square is the root of its area."""

    id = "areas"

    @property
    def name(self) -> str:
        return tr("Areas")

    def belongs(self, view: View) -> "pd.Series[bool]":
        return (view.figures["dimension"] == "area") & (view.figures["base_value"] > 0)

    def title(self, view: View) -> str:
        rows = Records(self.natural(view))
        first = f"{rows[0].measure}: {in_title(rows[0])}"
        if len(rows) == 1:
            return f"{first} = {_converted(rows[0], view)}"
        return tr("{first}, the largest of {count} areas named", first=first, count=len(rows))

    def subtitle(self, view: View) -> str:
        return tr(
            "Areas, {subject}, drawn to one scale; the second number is derived",
            subject=subject(view),
        )

    def table(self, view: View) -> pd.DataFrame:
        rows = self.rows(view)
        base = str(view.units.set_index("unit_id")["unit"][rows["base_unit"].iloc[0]])
        return figures_table(view, rows, lambda row: row.base_value, base)

    def draw(self, figure: Figure, view: View, style: Style) -> list[str]:
        bands = bands_of(view, self.rows(view))
        possible = foremost(bands, _room_for(figure.body))
        keys = [row for band in possible for row in band.rows]
        figure.legend(keys_of(view, keys, style, round_=False))
        rows = [
            (band.name, row)
            for band in foremost(bands, _room_for(figure.body))
            for row in band.rows
        ]
        colors = region_colors(tuple(view.provinces), style)
        sides = [math.sqrt(row.base_value) for _, row in rows]
        said_by = spoken_by(view)
        for (name, row), cell in zip(rows, _flow(figure.body, sides), strict=True):
            # Squares have no bands: each bears the name of what is compared.
            note = name or said_by(row)
            look = look_of(row, colors[row.province], style)
            side = max(cell.side, 2)
            square = Rect(cell.left, cell.bottom - side, side, side, look)
            inks = (square, *_label(row, cell, view, style, note))
            across, top = max(cell.side, _LABEL_WIDTH), cell.bottom - cell.side
            hit = QRectF(cell.left, top, across, cell.side + _LABEL_HEIGHT)
            figure.add(Mark((row.figure_id,), in_words(row), inks, hit))
        missing = sum(len(band.rows) for band in bands) - len(rows)
        return no_room(missing) if view.order or len(bands) > 1 else cut_line(missing)


def _room_for(body: QRectF) -> int:
    """How many squares have room for their labels and some height of their own."""
    across = int((body.width() + _GAP) / (_LABEL_WIDTH + _GAP))
    down = int((body.height() + _GAP) / (_LABEL_HEIGHT + _LEAST_HEIGHT + _GAP))
    return across * max(down, 1)


def _flow(body: QRectF, sides: list[float]) -> list[_Cell]:
    """Place squares side by side, in as few rows as leave them largest, at one scale."""
    low, high = 0.0, body.height() / max(sides)
    for _ in range(40):
        scale = (low + high) / 2
        if _placed(body, [side * scale for side in sides])[1] <= body.height():
            low = scale
        else:
            high = scale
    cells, height = _placed(body, [side * low for side in sides])
    down = (body.height() - height) / 2
    return [replace(cell, bottom=cell.bottom + down) for cell in cells]


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
            cells.append(_Cell(x, body.top() + y, side))
            x += max(side, _LABEL_WIDTH) + _GAP
        y += _LABEL_HEIGHT + _GAP
    return cells, y - _GAP


def _label(row: Any, cell: _Cell, view: View, style: Style, note: str) -> list[Ink]:
    room = max(cell.side, _LABEL_WIDTH)
    lines = wrap(row.measure, room, SIZES.small, lines=_LABEL_LINES)
    y = cell.bottom + 1.3 * _STEP
    inks: list[Ink] = [Text(cell.left, y, amount(row), SIZES.small, style.text, bold=True)]
    texts = [f"= {_converted(row, view)}", *lines, note]
    for at, text in enumerate(texts, start=1):
        color = style.text if 1 < at < len(texts) else style.muted
        inks.append(Text(cell.left, y + at * _STEP, text, SIZES.small, color))
    return inks


def _converted(row: Any, view: View) -> str:
    """The area in the other unit of the pack in which its number reads best."""
    units = view.units[(view.units["base_unit"] == row.base_unit)]
    others = units[units["unit_id"] != row.unit_id]
    values = row.base_value / others["factor"]
    values = values[values > 0]
    if values.empty:
        return amount(row)
    best = values.map(lambda value: abs(math.log10(value) - 3)).idxmin()
    rounded = float(f"{values[best]:.4g}")
    return quantity(rounded, str(others["unit"][best]))
