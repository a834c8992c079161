"""What the forms share that draw one labelled row for each figure."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd
from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.facets import Band, bands_of, foremost, spread
from jjjviewer.charts.formatting import cut_line, in_words, no_room
from jjjviewer.charts.mark_style import keys_of
from jjjviewer.charts.periods import dated
from jjjviewer.charts.plot import Plot
from jjjviewer.charts.row_layout import (
    GAP,
    HEAD,
    LINE,
    Layout,
    Row,
    Type,
    Words,
    lay_rows,
    most_rows,
    text_room,
)
from jjjviewer.charts.scene import Figure, Key
from jjjviewer.charts.shapes import Ink, Line, Look, Mark, Text
from jjjviewer.charts.style import SIZES, Style, region_colors
from jjjviewer.charts.text import elide
from jjjviewer.model.view import View


class Place(NamedTuple):
    """Where and how a row's mark is drawn.

    Attributes:
        middle: of the row, in pixels from the page's top.
        color: of its region.
        type: the sizes of its words.
    """

    middle: float
    color: str
    type: Type


class RowDrawing(NamedTuple):
    """How a form draws its rows.

    Attributes:
        value: a row's number as it stands after the mark.
        plot: the scale, given the layout's area, its height in rows, and the figures shown.
        shapes: a row's shapes, given the plot, the row and its place; and where they end, in
            pixels.
        suffix: what follows the numbers of the axis.
        round_keys: whether the legend's swatches are round, as the marks are.
        signs: whether the values bear the signs for their qualifiers.
        by_size: whether the last rows are the smallest.
        reach: how far a row reaches, where rows without room are left out all along, in place of
            the last.
        also: further figures that a row's mark stands for, set before its own.
        ground: what lies behind the marks.
        keys: what the legend says besides.
        under: what stands smaller under a row's label.
        note: what stands smaller behind a row's number; by default who said it, where, of when.
        words: what a row's mark says; by default all about its figures.
    """

    value: Callable[[Any], str]
    plot: Callable[[QRectF, float, Sequence[Any]], Plot]
    shapes: Callable[[Plot, Any, Place], tuple[list[Ink], float]]
    suffix: str = ""
    round_keys: bool = False
    signs: bool = True
    by_size: bool = True
    reach: Callable[[Any], float] | None = None
    also: Callable[[Any], tuple[Any, ...]] = lambda _: ()
    ground: Callable[[Plot], list[Ink]] = lambda _: []
    keys: Sequence[Key] = ()
    under: Callable[[Any], str] = lambda _: ""
    note: Callable[[Any], str] | None = None
    words: Callable[[Any], str] | None = None


def draw_rows(figure: Figure, view: View, rows: pd.DataFrame, form: RowDrawing) -> list[str]:
    """Draw legend, axis and one mark for each row, by bands; return what had no room."""
    style = figure.style
    bands = bands_of(view, rows)

    def keys(figures: Sequence[Any]) -> list[Key]:
        own = keys_of(view, figures, style, round_=form.round_keys, signs=form.signs)
        return [*own, *form.keys]

    layout, legend = _laid(figure, view, bands, form, form.note or dated(view, rows), keys)
    figure.legend(legend)
    colors = region_colors(tuple(view.provinces), style)
    layout = _widened(layout, form, colors, figure.body)
    plot = _plot(layout, form)
    figure.add(
        *form.ground(plot), *plot.grid(style, form.suffix), *_head_inks(figure, layout, plot)
    )
    words = form.words or _all_words(form)
    for at, row in layout.places:
        place = Place(plot.y(at), colors[row.figure.province], layout.type)
        shapes, end = form.shapes(plot, row.figure, place)
        inks = (
            *_label_inks(row, layout.area.left() - GAP, place, style),
            *shapes,
            *_value_inks(row, QPointF(end + 8, place.middle), layout, style),
        )
        top = place.middle - plot.row_height / 2
        hit = QRectF(figure.body.left(), top, figure.body.width(), plot.row_height)
        stands_for = (*form.also(row.figure), row.figure)
        ids = tuple(each.figure_id for each in stands_for)
        figure.add(Mark(ids, words(row.figure), inks, hit))
    missing = sum(len(band.rows) for band in bands) - len(layout.places)
    smallest = form.by_size and not view.order and len(bands) == 1
    return cut_line(missing) if smallest else no_room(missing)


def _laid(
    figure: Figure,
    view: View,
    bands: Sequence[Band],
    form: RowDrawing,
    note: Callable[[Any], str],
    keys: Callable[[Sequence[Any]], list[Key]],
) -> tuple[Layout, list[Key]]:
    """Lay as many rows as have room below their legend."""

    def words(row: Any) -> Words:
        return Words(row.measure, form.under(row), form.value(row), note(row))

    # The rest of a large pack is not even measured.
    count = most_rows(figure.body)
    while True:
        some = _some(view, bands, count, form)
        figures = [row for band in some for row in band.rows]
        legend = keys(figures)
        layout = lay_rows(figure.below_legend(legend), some, words)
        count = len(layout.places)
        if count == len(figures):
            return layout, legend
        # Rows that are taken evenly are others where they are fewer.
        if form.reach is None:
            return layout, keys([row.figure for _, row in layout.places])


def _some(view: View, bands: Sequence[Band], count: int, form: RowDrawing) -> list[Band]:
    """The rows to be shown of so many: where these are in time, of all of it."""
    if form.reach is None or view.order:
        return foremost(bands, count)
    return spread(bands, count, form.reach)


def _plot(layout: Layout, form: RowDrawing) -> Plot:
    return form.plot(layout.area, layout.count, [row.figure for _, row in layout.places])


def _widened(layout: Layout, form: RowDrawing, colors: dict[str, str], body: QRectF) -> Layout:
    """The same with the plot as wide as the words after the marks allow: long ones may be short."""
    plot, area = _plot(layout, form), QRectF(layout.area)
    room = body.right() - area.left()
    factor = room / area.width()
    for at, row in layout.places:
        place = Place(plot.y(at), colors[row.figure.province], layout.type)
        reached = form.shapes(plot, row.figure, place)[1] - area.left()
        free = room - text_room(row, layout.type, stacked=layout.stacked)
        factor = min(factor, free / max(reached, 1.0))
    area.setWidth(area.width() * max(factor, 1.0))
    return replace(layout, area=area)


def _all_words(form: RowDrawing) -> Callable[[Any], str]:
    return lambda row: "; ".join(in_words(each) for each in (*form.also(row), row))


def _head_inks(figure: Figure, layout: Layout, plot: Plot) -> list[Ink]:
    """The name of each band over its rows, below a rule."""
    left, right = figure.body.left(), figure.body.right()
    room = layout.area.left() - GAP - left
    inks: list[Ink] = []
    for at, name in layout.heads:
        top = layout.area.top() + at * plot.row_height
        words = elide(name, room, SIZES.label, bold=True)
        y = top + HEAD - 8
        inks.append(Text(left, y, words, SIZES.label, figure.style.text, bold=True))
        if at:
            look = Look(stroke=figure.style.axis, stroke_width=1)
            inks.append(Line(left, top + 3, right, top + 3, look))
    return inks


def _label_inks(row: Row, right: float, place: Place, style: Style) -> list[Ink]:
    """A row's label and what stands under it, set flush right and centred on the row."""
    lines = [(line, place.type.label, style.text) for line in row.label]
    lines += [(line, place.type.note, style.muted) for line in row.under]
    y = place.middle - sum(size for _, size, _ in lines) * LINE / 2
    inks: list[Ink] = []
    for line, size, color in lines:
        y += size * LINE
        inks.append(Text(right, y - 0.22 * size, line, size, color, anchor="end"))
    return inks


def _value_inks(row: Row, at: QPointF, layout: Layout, style: Style) -> list[Ink]:
    """A number after a mark, and smaller the note: behind the number, or below it."""
    size, note = layout.type.label, layout.type.note
    if layout.stacked:
        y = at.y() - 0.14 * size
        number = Text(at.x(), y, row.value, size, style.text, bold=True)
        return [number, Text(at.x(), y + 1.25 * note, row.note, note, style.muted)]
    y = at.y() + 0.36 * size
    number = Text(at.x(), y, row.value, size, style.text, bold=True)
    return [number, Text(number.rect.right() + 8, y, row.note, note, style.muted)]
