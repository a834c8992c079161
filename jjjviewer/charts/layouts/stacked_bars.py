"""Horizontal stacked bars; each part carries its number where that fits."""

from collections.abc import Callable
from string import ascii_uppercase
from typing import NamedTuple

import pandas as pd
from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.formatting import omitted_note
from jjjviewer.charts.layouts.plot import Plot
from jjjviewer.charts.scene import LegendEntry, Scene
from jjjviewer.charts.shapes import Mark, Paint, Rect, Shape, Text
from jjjviewer.charts.style import SIZES, Style, readable_on
from jjjviewer.charts.text import elide, width

_AXIS_HEIGHT = 24
_TALLEST_ROW = 110
_THICKEST = 52
_LEAST_ROW = 22
_GAP = 4.0
"""Gap between letter and number, in pixels."""
_WIDEST_LABEL = 0.36
"""Greatest share of the body's width."""


class StackedBars(NamedTuple):
    """The specification of a chart of stacked bars.

    Attributes:
        parts: the lengths, in the unit of the axis: a bar a row, a part a column.
        colors: of each part.
        names: of each part, for the legend.
        number: the text in a part, given its row, its column and its length.
        words: the description of a part, likewise.
        records: the ids that a part stands for, by row and column.
        total: the text after a bar, given its row; may be empty.
        suffix: follows the numbers of the axis; without one, they are counts.
    """

    parts: pd.DataFrame
    colors: dict[str, str]
    names: dict[str, str]
    number: Callable[[str, str, float], str]
    words: Callable[[str, str, float], str]
    records: Callable[[str, str], tuple[str, ...]]
    total: Callable[[str], str] = lambda row: ""
    suffix: str = ""


def draw_stacked_bars(scene: Scene, stacked: StackedBars, style: Style) -> list[str]:
    """Draw legend and bars; return notes on what did not fit."""
    scene.legend(
        [
            LegendEntry(f"{letter}  {stacked.names[part]}", Paint(stacked.colors[part]))
            for part, letter in _letters(stacked).items()
        ]
    )
    body = scene.body
    room = body.height() - _AXIS_HEIGHT
    shown = stacked.parts.head(max(1, int(room / _LEAST_ROW)))
    labels = [elide(str(row), _WIDEST_LABEL * body.width(), SIZES.label) for row in shown.index]
    left = body.left() + 12 + max(width(label, SIZES.label) for label in labels)
    end = max(width(stacked.total(str(row)), SIZES.label, bold=True) for row in shown.index) + 16
    height = min(room, len(shown) * _TALLEST_ROW)
    area = QRectF(left, body.top() + (room - height) / 2, body.right() - left - end, height)
    bars = shown.to_numpy(dtype=float).tolist()
    plot = Plot(area, (0, max(map(sum, bars))), len(bars), whole=not stacked.suffix)
    scene.add(*plot.grid(style, stacked.suffix))
    for at, (row, label, bar) in enumerate(zip(shown.index, labels, bars, strict=True)):
        base = plot.y(at) + 0.36 * SIZES.label
        scene.add(Text(left - 12, base, label, SIZES.label, style.text, anchor="end"))
        done = 0.0
        for part, length in zip(shown.columns, bar, strict=True):
            if length:
                scene.add(_segment(plot, at, (done, done + length), stacked, str(row), str(part)))
            done += length
        after = stacked.total(str(row))
        scene.add(Text(plot.x(done) + 8, base, after, SIZES.label, style.text, bold=True))
    return omitted_note(len(stacked.parts) - len(shown))


def _segment(
    plot: Plot, at: int, span: tuple[float, float], stacked: StackedBars, row: str, part: str
) -> Mark:
    """Return the mark of one part of a bar, with its number where that fits."""
    thick = min(0.55 * plot.row_height, _THICKEST)
    x, right = plot.x(span[0]), plot.x(span[1])
    middle = plot.y(at)
    length = span[1] - span[0]
    color = stacked.colors[part]
    # One pixel of background separates neighbours without relying on colour.
    shapes: list[Shape] = [Rect(x, middle - thick / 2, right - x - 1, thick, Paint(color))]
    place = QPointF((x + right) / 2, middle + 0.36 * SIZES.label)
    number = stacked.number(row, part, length)
    shapes += _label(_letters(stacked)[part], number, place, right - x - 6, readable_on(color))
    hit = QRectF(x, middle - plot.row_height / 2, right - x, plot.row_height)
    return Mark(stacked.records(row, part), stacked.words(row, part, length), tuple(shapes), hit)


def _letters(stacked: StackedBars) -> dict[str, str]:
    """Return a letter for each part, for those who cannot tell the colours apart."""
    return dict(zip(stacked.parts.columns, ascii_uppercase, strict=False))


def _label(letter: str, number: str, middle: QPointF, room: float, color: str) -> list[Shape]:
    """Return letter and number of a part, the letter alone, or nothing, as there is room."""
    size, y = SIZES.label, middle.y()
    lead = width(letter, size, bold=True)
    whole = lead + _GAP + width(number, size)
    if whole <= room:
        x = middle.x() - whole / 2
        return [
            Text(x, y, letter, size, color, bold=True),
            Text(x + lead + _GAP, y, number, size, color),
        ]
    return [Text(middle.x() - lead / 2, y, letter, size, color, bold=True)] if lead <= room else []
