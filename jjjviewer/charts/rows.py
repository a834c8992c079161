"""What the forms share that draw one labelled row for each figure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.bands import Band, bands_of, foremost
from jjjviewer.charts.figure import Figure, Key
from jjjviewer.charts.ink import Ink, Line, Look, Mark, Text
from jjjviewer.charts.looks import keys_of
from jjjviewer.charts.plot import Plot
from jjjviewer.charts.style import SIZES, Style, region_colors
from jjjviewer.charts.text import elide, width, wrap
from jjjviewer.charts.words import cut_line, in_words, no_room, spoken_by
from jjjviewer.model.view import View

_AXIS_ROOM = 24
_HEAD = 30
"""Height of the name over a band, in pixels."""
_TALLEST_ROW = 120
_GAP = 10
_LEAST_PLOT = 60.0
_WIDEST_TEXT = 0.5
"""Share of the body's width that a number or a name after a mark may take."""
_LABEL_SHARES = (0.36, 0.5)
"""Shares of the body's width that labels may take; the first that shows most rows is used."""
_LEAST_ROW = 22
"""Height of a row with a label of one line, in pixels."""
_LEAST_STACKED = 38
"""Height of a row in which a number stands over the name of its speaker."""
_STACKED_BELOW = 720
"""Width of a body, in pixels, below which a speaker's name stands under the number."""


@dataclass(frozen=True)
class _Row:
    """A figure with its words: before the mark, after it, and smaller behind these."""

    figure: Any
    value: str
    note: str
    label: tuple[str, ...] = ()
    """Its lines."""


@dataclass(frozen=True)
class _Layout:
    """Where rows lie: the plot, and beside it rows and names, counted in rows from its top."""

    area: QRectF
    count: float
    """How many rows would fill the plot; the names of bands take room like parts of rows."""
    places: list[tuple[float, _Row]]
    heads: list[tuple[float, str]]


def _lay_rows(
    figure: Figure, bands: Sequence[Band], value_room: float, *, stacked: bool
) -> _Layout:
    """Divide the figure's body into labels, plot and `value_room` pixels for what follows a mark.

    As many rows are shown as are legible; those at the end of the bands are cut.
    """
    body = figure.body
    height = body.height() - _AXIS_ROOM
    shown: list[Band] = []
    # Wider labels take fewer lines: they cost length of the bars, and only pay if rows are many.
    for share in _LABEL_SHARES:
        room = share * body.width()
        fitting = _fitting(_labelled(bands, room), height, _LEAST_STACKED if stacked else 0)
        if _count(fitting) > _count(shown):
            shown = fitting
    lines = (line for band in shown for row in band.rows for line in row.label)
    heads = (band.name for band in shown)
    label_width = max(
        *(width(line, SIZES.label) for line in lines),
        *(min(width(head, SIZES.label, bold=True), room) for head in heads),
    )
    tall = min(height, _count(shown) * _TALLEST_ROW + _heads_height(shown))
    top = body.top() + (height - tall) / 2
    left = body.left() + label_width + _GAP
    area = QRectF(left, top, max(body.right() - left - value_room, _LEAST_PLOT), tall)
    return _placed(shown, area)


def _placed(bands: Sequence[Band], area: QRectF) -> _Layout:
    row_height = (area.height() - _heads_height(bands)) / _count(bands)
    places, heads, at = [], [], 0.0
    for band in bands:
        if band.name:
            heads.append((at, band.name))
            at += _HEAD / row_height
        for row in band.rows:
            places.append((at, row))
            at += 1
    return _Layout(area, at, places, heads)


def _labelled(bands: Sequence[Band], room: float) -> list[Band]:
    return [
        Band(
            band.name,
            [
                replace(row, label=tuple(wrap(row.figure.measure, room, SIZES.label)))
                for row in band.rows
            ],
        )
        for band in bands
    ]


def _fitting(bands: Sequence[Band], height: float, least: float) -> list[Band]:
    """The foremost rows that fit, all as tall as the tallest of them must be."""
    for count in range(_count(bands), 1, -1):
        some = foremost(bands, count)
        lines = max(len(row.label) for band in some for row in band.rows)
        tall = max(lines * SIZES.label * 1.15 + 6, _LEAST_ROW, least)
        if count * tall + _heads_height(some) <= height:
            return some
    return foremost(bands, 1)


def _count(bands: Sequence[Band]) -> int:
    return sum(len(band.rows) for band in bands)


def _heads_height(bands: Sequence[Band]) -> float:
    return _HEAD * sum(bool(band.name) for band in bands)


@dataclass(frozen=True)
class RowDrawing:
    """How a form draws its rows.

    Attributes:
        value: a row's number as it stands after the mark.
        plot: the scale, given the layout's area, its height in rows, and the figures shown.
        shapes: a row's shapes, given the plot, the middle of the row and its colour; and where
            they end, in pixels.
        suffix: what follows the numbers of the axis.
        round_keys: whether the legend's swatches are round, as the marks are.
        signs: whether the values bear the signs for their qualifiers.
        by_size: whether the last rows are the smallest.
        also: further figures that a row's mark stands for, set before its own.
        keys: what the legend says besides.
        note: what stands smaller behind a row's number; by default who said it, and where.
        words: what a row's mark says; by default all about its figures.
    """

    value: Callable[[Any], str]
    plot: Callable[[QRectF, float, Sequence[Any]], Plot]
    shapes: Callable[[Plot, Any, float, str], tuple[list[Ink], float]]
    suffix: str = ""
    round_keys: bool = False
    signs: bool = True
    by_size: bool = True
    also: Callable[[Any], tuple[Any, ...]] = lambda _: ()
    keys: Sequence[Key] = ()
    note: Callable[[Any], str] | None = None
    words: Callable[[Any], str] | None = None


def draw_rows(figure: Figure, view: View, rows: pd.DataFrame, form: RowDrawing) -> list[str]:
    """Draw legend, axis and one mark for each row, by bands; return what had no room."""
    style = figure.style
    bands = bands_of(view, rows)
    # The rest of a large pack is not even measured.
    possible = foremost(bands, int(figure.body.height() / _LEAST_ROW))
    figures = [row for band in possible for row in band.rows]
    keys = keys_of(view, figures, style, round_=form.round_keys, signs=form.signs)
    figure.legend([*keys, *form.keys])
    stacked = figure.body.width() < _STACKED_BELOW
    worded = _worded(figure, view, possible, form)
    room = _value_room([row for band in worded for row in band.rows], stacked=stacked)
    layout = _lay_rows(figure, worded, room, stacked=stacked)
    plot = form.plot(layout.area, layout.count, [row.figure for _, row in layout.places])
    figure.add(*plot.grid(style, form.suffix), *_head_inks(figure, layout, plot))
    colors = region_colors(tuple(view.provinces), style)
    for at, row in layout.places:
        middle = plot.y(at)
        shapes, end = form.shapes(plot, row.figure, middle, colors[row.figure.province])
        inks = (
            *_label_inks(row.label, layout.area.left(), middle, style),
            *shapes,
            *_value_inks(row, QPointF(end + 8, middle), style, stacked=stacked),
        )
        hit = QRectF(
            figure.body.left(), middle - plot.row_height / 2, figure.body.width(), plot.row_height
        )
        stands_for = (*form.also(row.figure), row.figure)
        words = (form.words or _all_words(form))(row.figure)
        figure.add(Mark(tuple(each.figure_id for each in stands_for), words, inks, hit))
    missing = _count(bands) - len(layout.places)
    smallest = form.by_size and not view.order and len(bands) == 1
    return cut_line(missing) if smallest else no_room(missing)


def _all_words(form: RowDrawing) -> Callable[[Any], str]:
    return lambda row: "; ".join(in_words(each) for each in (*form.also(row), row))


def _worded(figure: Figure, view: View, bands: Sequence[Band], form: RowDrawing) -> list[Band]:
    """Rows with what stands after their marks."""
    room = _WIDEST_TEXT * figure.body.width()
    note = form.note or spoken_by(view)

    def worded(row: Any) -> _Row:
        value = elide(form.value(row), room, SIZES.label, bold=True)
        return _Row(row, value, elide(note(row), room, SIZES.small))

    return [Band(band.name, [worded(row) for row in band.rows]) for band in bands]


def _head_inks(figure: Figure, layout: _Layout, plot: Plot) -> list[Ink]:
    """The name of each band over its rows, below a rule."""
    left, right = figure.body.left(), figure.body.right()
    room = layout.area.left() - _GAP - left
    inks: list[Ink] = []
    for at, name in layout.heads:
        top = layout.area.top() + at * plot.row_height
        words = elide(name, room, SIZES.label, bold=True)
        y = top + _HEAD - 8
        inks.append(Text(left, y, words, SIZES.label, figure.style.text, bold=True))
        if at:
            look = Look(stroke=figure.style.axis, stroke_width=1)
            inks.append(Line(left, top + 3, right, top + 3, look))
    return inks


def _label_inks(lines: Sequence[str], right: float, middle: float, style: Style) -> list[Ink]:
    """A row's label, set flush right and centred on the row."""
    step = SIZES.label * 1.15
    first = middle - (len(lines) - 1) * step / 2 + 0.36 * SIZES.label
    return [
        Text(right - _GAP, first + n * step, line, SIZES.label, style.text, anchor="end")
        for n, line in enumerate(lines)
    ]


def _value_inks(row: _Row, at: QPointF, style: Style, *, stacked: bool) -> list[Ink]:
    """A number after a mark, and smaller who said it: behind the number, or below it."""
    x, y = at.x(), at.y() + 0.36 * SIZES.label
    if stacked:
        number = Text(x, y - 7, row.value, SIZES.label, style.text, bold=True)
        return [number, Text(x, y + 8, row.note, SIZES.small, style.muted)]
    number = Text(x, y, row.value, SIZES.label, style.text, bold=True)
    return [number, Text(number.rect.right() + 8, y, row.note, SIZES.small, style.muted)]


def _value_room(rows: Sequence[_Row], *, stacked: bool) -> float:
    """How many pixels the widest of the texts after the marks takes."""
    pairs = [
        (width(row.value, SIZES.label, bold=True), width(row.note, SIZES.small)) for row in rows
    ]
    return 18 + max(max(pair) if stacked else sum(pair) + 8 for pair in pairs)
