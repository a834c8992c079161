"""Drawing of charts with one labelled row for each figure."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import pandas as pd
from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.facets import Facet, ViewParts, first_figures, parts_of, spread_figures
from jjjviewer.charts.formatting import figure_description, omitted_note, smallest_omitted_note
from jjjviewer.charts.layouts.plot import Plot
from jjjviewer.charts.layouts.row_layout import (
    GAP,
    HEAD,
    LINE,
    LaidRow,
    Layout,
    RowText,
    TypeSizes,
    lay_rows,
    most_rows,
    text_room,
)
from jjjviewer.charts.mark_style import legend_entries
from jjjviewer.charts.periods import dated_attribution
from jjjviewer.charts.scene import LegendEntry, Scene
from jjjviewer.charts.shapes import Line, Mark, Paint, Shape, Text
from jjjviewer.charts.style import SIZES, Style, region_colors
from jjjviewer.charts.text import elide
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.view import View


class RowPosition(NamedTuple):
    """Position and style of a row's mark.

    Attributes:
        middle: the middle of the row, in pixels from the top of the page.
        color: the colour of its region.
        type: its sizes of type.
    """

    middle: float
    color: str
    type: TypeSizes


class RowDrawing(NamedTuple):
    """The specification of a chart of rows.

    Attributes:
        value: the number after a row's mark.
        plot: makes the plot, given its area, its height in rows, and the figures shown.
        draw_mark: a row's shapes, given the plot, the row and its place; and where they end, in
            pixels.
        suffix: follows the numbers of the axis.
        round_swatches: whether the legend's swatches are round, as the marks are.
        signs: whether numbers have the signs of their qualifiers.
        by_size: whether the last rows are the smallest.
        reach: how far each figure reaches, where rows without room are left out all along, in
            place of the last.
        also: further figures that a row's mark stands for, before its own.
        background: shapes behind the marks.
        legend_entries: further entries of the legend.
        under: a line in smaller type under a row's label.
        note: a note in smaller type after a row's number; by default attribution and years.
        words: the description of a row's mark; by default of all its figures.
    """

    value: Callable[[FigureRow], str]
    plot: Callable[[QRectF, float, Sequence[FigureRow]], Plot]
    draw_mark: Callable[[Plot, FigureRow, RowPosition], tuple[list[Shape], float]]
    suffix: str = ""
    round_swatches: bool = False
    signs: bool = True
    by_size: bool = True
    reach: Callable[[pd.DataFrame], pd.Series] | None = None
    also: Callable[[FigureRow], tuple[FigureRow, ...]] = lambda _: ()
    background: Callable[[Plot], list[Shape]] = lambda _: []
    legend_entries: Sequence[LegendEntry] = ()
    under: Callable[[FigureRow], str] = lambda _: ""
    note: Callable[[FigureRow], str] | None = None
    words: Callable[[FigureRow], str] | None = None


def draw_rows(scene: Scene, view: View, rows: pd.DataFrame, drawing: RowDrawing) -> list[str]:
    """Draw legend, axis and one mark for each row, by facets; return notes on what did not fit."""
    style = scene.style
    parts = parts_of(view, rows)

    def entries(figures: Sequence[FigureRow]) -> list[LegendEntry]:
        own = legend_entries(
            view, figures, style, round_=drawing.round_swatches, signs=drawing.signs
        )
        return [*own, *drawing.legend_entries]

    layout, legend = _laid(
        scene, view, parts, drawing, drawing.note or dated_attribution(view, rows), entries
    )
    scene.legend(legend)
    colors = region_colors(view.dataset.provinces, style)
    layout = _widened(layout, drawing, colors, scene.body)
    plot = _plot(layout, drawing)
    scene.add(
        *drawing.background(plot),
        *plot.grid(style, drawing.suffix),
        *_head_shapes(scene, layout, plot),
    )
    words = drawing.words or _all_words(drawing)
    for at, row in layout.places:
        position = RowPosition(plot.y(at), colors[row.figure.province], layout.type)
        drawn, end = drawing.draw_mark(plot, row.figure, position)
        shapes = (
            *_label_shapes(row, layout.area.left() - GAP, position, style),
            *drawn,
            *_value_shapes(row, QPointF(end + 8, position.middle), layout, style),
        )
        top = position.middle - plot.row_height / 2
        hit = QRectF(scene.body.left(), top, scene.body.width(), plot.row_height)
        stands_for = (*drawing.also(row.figure), row.figure)
        ids = tuple(each.figure_id for each in stands_for)
        scene.add(Mark(ids, words(row.figure), shapes, hit))
    missing = sum(len(part) for _, part in parts) - len(layout.places)
    smallest = drawing.by_size and not view.order and len(parts) == 1
    return smallest_omitted_note(missing) if smallest else omitted_note(missing)


def _laid(
    scene: Scene,
    view: View,
    parts: ViewParts,
    drawing: RowDrawing,
    note: Callable[[FigureRow], str],
    entries: Callable[[Sequence[FigureRow]], list[LegendEntry]],
) -> tuple[Layout, list[LegendEntry]]:
    """Lay out as many rows as fit below their legend."""

    def words(row: FigureRow) -> RowText:
        return RowText(row.measure, drawing.under(row), drawing.value(row), note(row))

    # Of a large pack, more rows than could ever fit are not even measured.
    count = most_rows(scene.body)
    while True:
        some = _some(view, parts, count, drawing)
        figures = [row for facet in some for row in facet.rows]
        legend = entries(figures)
        layout = lay_rows(scene.below_legend(legend), some, words)
        count = len(layout.places)
        if count == len(figures):
            return layout, legend
        # A spread of fewer rows has other rows, so it is laid out again.
        if drawing.reach is None:
            return layout, entries([row.figure for _, row in layout.places])


def _some(view: View, parts: ViewParts, count: int, drawing: RowDrawing) -> list[Facet[FigureRow]]:
    """Return the rows to show: the first ones, or with `reach` spread over all."""
    if drawing.reach is None or view.order:
        return first_figures(view, parts, count)
    return spread_figures(view, parts, count, drawing.reach)


def _plot(layout: Layout, drawing: RowDrawing) -> Plot:
    return drawing.plot(layout.area, layout.count, [row.figure for _, row in layout.places])


def _widened(layout: Layout, drawing: RowDrawing, colors: dict[str, str], body: QRectF) -> Layout:
    """Widen the plot as far as the texts after the marks allow."""
    plot, area = _plot(layout, drawing), QRectF(layout.area)
    room = body.right() - area.left()
    factor = room / area.width()
    for at, row in layout.places:
        position = RowPosition(plot.y(at), colors[row.figure.province], layout.type)
        reached = drawing.draw_mark(plot, row.figure, position)[1] - area.left()
        free = room - text_room(row, layout.type, stacked=layout.stacked)
        factor = min(factor, free / max(reached, 1.0))
    area.setWidth(area.width() * max(factor, 1.0))
    return replace(layout, area=area)


def _all_words(drawing: RowDrawing) -> Callable[[FigureRow], str]:
    return lambda row: "; ".join(figure_description(each) for each in (*drawing.also(row), row))


def _head_shapes(scene: Scene, layout: Layout, plot: Plot) -> list[Shape]:
    """Return the heads of facets: a name over the rows, below a rule."""
    left, right = scene.body.left(), scene.body.right()
    room = layout.area.left() - GAP - left
    shapes: list[Shape] = []
    for at, name in layout.heads:
        top = layout.area.top() + at * plot.row_height
        words = elide(name, room, SIZES.label, bold=True)
        y = top + HEAD - 8
        shapes.append(Text(left, y, words, SIZES.label, scene.style.text, bold=True))
        if at:
            paint = Paint(stroke=scene.style.axis, stroke_width=1)
            shapes.append(Line(left, top + 3, right, top + 3, paint))
    return shapes


def _label_shapes(row: LaidRow, right: float, position: RowPosition, style: Style) -> list[Shape]:
    """Return a row's label and the line under it, flush right and centred on the row."""
    lines = [(line, position.type.label, style.text) for line in row.label]
    lines += [(line, position.type.note, style.muted) for line in row.under]
    y = position.middle - sum(size for _, size, _ in lines) * LINE / 2
    shapes: list[Shape] = []
    for line, size, color in lines:
        y += size * LINE
        shapes.append(Text(right, y - 0.22 * size, line, size, color, anchor="end"))
    return shapes


def _value_shapes(row: LaidRow, at: QPointF, layout: Layout, style: Style) -> list[Shape]:
    """Return the number after a mark, and a note in smaller type beside or below it."""
    size, note = layout.type.label, layout.type.note
    if layout.stacked:
        y = at.y() - 0.14 * size
        number = Text(at.x(), y, row.value, size, style.text, bold=True)
        return [number, Text(at.x(), y + 1.25 * note, row.note, note, style.muted)]
    y = at.y() + 0.36 * size
    number = Text(at.x(), y, row.value, size, style.text, bold=True)
    return [number, Text(number.rect.right() + 8, y, row.note, note, style.muted)]
