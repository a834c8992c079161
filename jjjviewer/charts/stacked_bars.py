"""Stacked bars, one below another, each part with its number where that fits."""

from collections.abc import Callable
from string import ascii_uppercase
from typing import NamedTuple

import pandas as pd
from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.formatting import no_room
from jjjviewer.charts.plot import Plot
from jjjviewer.charts.scene import Figure, Key
from jjjviewer.charts.shapes import Ink, Look, Mark, Rect, Text
from jjjviewer.charts.style import SIZES, Style, readable_on
from jjjviewer.charts.text import elide, width

_AXIS_ROOM = 24
_TALLEST_ROW = 110
_THICKEST = 52
_LEAST_ROW = 22
_GAP = 4.0
"""Between letter and number, in pixels."""
_WIDEST_LABEL = 0.36
"""Of the body's width."""


class Stack(NamedTuple):
    """How a form stacks.

    Attributes:
        parts: a bar a row, a part a column; the lengths, in the unit of the axis.
        colors: of each part.
        names: of each part, for the legend.
        number: what stands in a part, given its row, its column and its length.
        words: a part in words, likewise.
        records: the ids that a part stands for, by row and column.
        total: what stands after a bar, given its row; may be empty.
        suffix: what follows the numbers of the axis; without one, they are counts.
    """

    parts: pd.DataFrame
    colors: dict[str, str]
    names: dict[str, str]
    number: Callable[[str, str, float], str]
    words: Callable[[str, str, float], str]
    records: Callable[[str, str], tuple[str, ...]]
    total: Callable[[str], str] = lambda row: ""
    suffix: str = ""


def draw_stack(figure: Figure, stack: Stack, style: Style) -> list[str]:
    """Draw legend and bars; return what had no room."""
    figure.legend(
        [
            Key(f"{letter}  {stack.names[part]}", Look(stack.colors[part]))
            for part, letter in _letters(stack).items()
        ]
    )
    body = figure.body
    room = body.height() - _AXIS_ROOM
    shown = stack.parts.head(max(1, int(room / _LEAST_ROW)))
    labels = [elide(str(row), _WIDEST_LABEL * body.width(), SIZES.label) for row in shown.index]
    left = body.left() + 12 + max(width(label, SIZES.label) for label in labels)
    end = max(width(stack.total(str(row)), SIZES.label, bold=True) for row in shown.index) + 16
    height = min(room, len(shown) * _TALLEST_ROW)
    area = QRectF(left, body.top() + (room - height) / 2, body.right() - left - end, height)
    bars = shown.to_numpy(dtype=float).tolist()
    plot = Plot(area, (0, max(map(sum, bars))), len(bars), whole=not stack.suffix)
    figure.add(*plot.grid(style, stack.suffix))
    for at, (row, label, bar) in enumerate(zip(shown.index, labels, bars, strict=True)):
        base = plot.y(at) + 0.36 * SIZES.label
        figure.add(Text(left - 12, base, label, SIZES.label, style.text, anchor="end"))
        done = 0.0
        for part, length in zip(shown.columns, bar, strict=True):
            if length:
                figure.add(_segment(plot, at, (done, done + length), stack, str(row), str(part)))
            done += length
        after = stack.total(str(row))
        figure.add(Text(plot.x(done) + 8, base, after, SIZES.label, style.text, bold=True))
    return no_room(len(stack.parts) - len(shown))


def _segment(
    plot: Plot, at: int, span: tuple[float, float], stack: Stack, row: str, part: str
) -> Mark:
    """One part of a bar, with its number where it fits, and the area it answers to."""
    thick = min(0.55 * plot.row_height, _THICKEST)
    x, right = plot.x(span[0]), plot.x(span[1])
    middle = plot.y(at)
    length = span[1] - span[0]
    color = stack.colors[part]
    # A hairline of paper keeps neighbours apart without leaning on colour.
    inks: list[Ink] = [Rect(x, middle - thick / 2, right - x - 1, thick, Look(color))]
    place = QPointF((x + right) / 2, middle + 0.36 * SIZES.label)
    number = stack.number(row, part, length)
    inks += _label(_letters(stack)[part], number, place, right - x - 6, readable_on(color))
    hit = QRectF(x, middle - plot.row_height / 2, right - x, plot.row_height)
    return Mark(stack.records(row, part), stack.words(row, part, length), tuple(inks), hit)


def _letters(stack: Stack) -> dict[str, str]:
    """A letter for each part, which tells it apart where colours do not."""
    return dict(zip(stack.parts.columns, ascii_uppercase, strict=False))


def _label(letter: str, number: str, middle: QPointF, room: float, color: str) -> list[Ink]:
    """The letter of a part and its number, or the letter alone, or nothing: what has room."""
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
