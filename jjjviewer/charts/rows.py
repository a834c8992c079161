"""What the forms share that draw one labelled row for each figure."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.figure import Figure, Key
from jjjviewer.charts.ink import Ink, Look, Mark, Text
from jjjviewer.charts.plot import Plot
from jjjviewer.charts.style import SIZES, Style, mixed, region_colors
from jjjviewer.charts.text import elide, width, wrap
from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import (
    SIGNS,
    UNCLEAR,
    amount,
    in_words,
    is_open,
    is_unclear,
    status,
    who,
)
from jjjviewer.model.view import View

DOT = 6.5
"""Radius of a dot that stands for a figure."""
_AXIS_ROOM = 24
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
class RowLayout:
    """Where rows lie: those that have room, their labels' lines, and the plot beside them."""

    shown: list[Any]
    labels: list[list[str]]
    area: QRectF


class FigureForm(ABC):
    """What the forms share that plot figures, the largest first."""

    @abstractmethod
    def belongs(self, view: View) -> "pd.Series[bool]":
        """Say which figures of a view are of the form's kind."""

    def accepts(self, view: View) -> bool:
        return not self.rows(view).empty

    def rows(self, view: View) -> pd.DataFrame:
        rows = view.figures[self.belongs(view) & view.figures["chartable"]]
        return rows.sort_values("base_value", ascending=False, kind="stable")

    def left_out(self, view: View) -> list[str]:
        count = int((self.belongs(view) & ~view.figures["chartable"]).sum())
        if not count:
            return []
        if count == 1:
            return [tr("1 figure not charted: the text leaves open what it measures.")]
        return [
            tr("{count} figures not charted: the text leaves open what they measure.", count=count)
        ]


def _lay_rows(
    figure: Figure, rows: Sequence[Any], value_room: float, *, stacked: bool
) -> RowLayout:
    """Divide the figure's body into labels, plot and `value_room` pixels for what follows a mark.

    As many rows are shown as are legible; those at the end are cut.
    """
    body = figure.body
    height = body.height() - _AXIS_ROOM
    shown, labels = 0, []
    # Wider labels take fewer lines: they cost length of the bars, and only pay if rows are many.
    for share in _LABEL_SHARES:
        wrapped = [wrap(row.measure, share * body.width(), SIZES.label) for row in rows]
        fitting = _how_many(wrapped, height, _LEAST_STACKED if stacked else 0)
        if fitting > shown:
            shown, labels = fitting, wrapped[:fitting]
    label_width = max(width(line, SIZES.label) for lines in labels for line in lines)
    tall = min(height, shown * _TALLEST_ROW)
    top = body.top() + (height - tall) / 2
    left = body.left() + label_width + _GAP
    area = QRectF(left, top, max(body.right() - left - value_room, _LEAST_PLOT), tall)
    return RowLayout(list(rows[:shown]), labels, area)


def _how_many(labels: list[list[str]], height: float, least: float) -> int:
    """How many rows fit, all as tall as the tallest of them must be."""
    for count in range(len(labels), 1, -1):
        lines = max(len(label) for label in labels[:count])
        if count * max(lines * SIZES.label * 1.15 + 6, _LEAST_ROW, least) <= height:
            return count
    return min(1, len(labels))


@dataclass(frozen=True)
class RowDrawing:
    """How a form draws its rows.

    Attributes:
        value: a row's number as it stands after the mark.
        plot: the scale, given the layout's area and number of rows.
        shapes: a row's shapes, given the plot, the middle of the row and its colour; and where
            they end, in pixels.
        suffix: what follows the numbers of the axis.
        round_keys: whether the legend's swatches are round, as the marks are.
        signs: whether the values bear the signs for their qualifiers.
        also: further figures that a row's mark stands for, set before its own.
        cut: what is said of a number of rows without room.
    """

    value: Callable[[Any], str]
    plot: Callable[[QRectF, int], Plot]
    shapes: Callable[[Plot, Any, float, str], tuple[list[Ink], float]]
    suffix: str = ""
    round_keys: bool = False
    signs: bool = True
    also: Callable[[Any], tuple[Any, ...]] = lambda _: ()
    cut: Callable[[int], list[str]] = lambda count: cut_line(count)


def draw_rows(figure: Figure, view: View, rows: Sequence[Any], form: RowDrawing) -> list[str]:
    """Draw legend, axis and one mark for each row; return what had no room."""
    style = figure.style
    possible = possible_on(figure, rows)
    figure.legend(keys_of(view, possible, style, round_=form.round_keys, signs=form.signs))
    room = _WIDEST_TEXT * figure.body.width()
    values = [elide(form.value(row), room, SIZES.label, bold=True) for row in possible]
    notes = [elide(note, room, SIZES.small) for note in spoken_by(view, possible)]
    stacked = figure.body.width() < _STACKED_BELOW
    room = _value_room(values, notes, stacked=stacked)
    layout = _lay_rows(figure, possible, room, stacked=stacked)
    plot = form.plot(layout.area, len(layout.shown))
    figure.add(*plot.grid(style, form.suffix))
    colors = region_colors(tuple(view.provinces), style)
    for at, row in enumerate(layout.shown):
        middle = plot.y(at)
        shapes, end = form.shapes(plot, row, middle, colors[row.province])
        inks = (
            *_label_inks(layout.labels[at], layout.area.left(), middle, style),
            *shapes,
            *_value_inks(values[at], notes[at], QPointF(end + 8, middle), style, stacked=stacked),
        )
        hit = QRectF(
            figure.body.left(), middle - plot.row_height / 2, figure.body.width(), plot.row_height
        )
        stands_for = (*form.also(row), row)
        words = "; ".join(in_words(each) for each in stands_for)
        figure.add(Mark(tuple(each.figure_id for each in stands_for), words, inks, hit))
    return form.cut(len(rows) - len(layout.shown))


def possible_on(figure: Figure, rows: Sequence[Any]) -> Sequence[Any]:
    """The rows that a page may have room for: the rest of a large pack is not even measured."""
    return rows[: int(figure.body.height() / _LEAST_ROW)]


def _label_inks(lines: list[str], right: float, middle: float, style: Style) -> list[Ink]:
    """A row's label, set flush right and centred on the row."""
    step = SIZES.label * 1.15
    first = middle - (len(lines) - 1) * step / 2 + 0.36 * SIZES.label
    return [
        Text(right - _GAP, first + n * step, line, SIZES.label, style.text, anchor="end")
        for n, line in enumerate(lines)
    ]


def _value_inks(value: str, note: str, at: QPointF, style: Style, *, stacked: bool) -> list[Ink]:
    """A number after a mark, and smaller who said it: behind the number, or below it."""
    x, y = at.x(), at.y() + 0.36 * SIZES.label
    if stacked:
        number = Text(x, y - 7, value, SIZES.label, style.text, bold=True)
        return [number, Text(x, y + 8, note, SIZES.small, style.muted)]
    number = Text(x, y, value, SIZES.label, style.text, bold=True)
    return [number, Text(number.rect.right() + 8, y, note, SIZES.small, style.muted)]


def _value_room(values: Sequence[str], notes: Sequence[str], *, stacked: bool) -> float:
    """How many pixels the widest of the texts after the marks takes."""
    pairs = [
        (width(value, SIZES.label, bold=True), width(note, SIZES.small))
        for value, note in zip(values, notes, strict=True)
    ]
    return 18 + max(max(pair) if stacked else sum(pair) + 8 for pair in pairs)


def spoken_by(view: View, figures: Sequence[Any]) -> list[str]:
    """The paragraph of each figure, and who said it where several speak."""
    several = view.figures["speaker_id"].nunique() > 1
    return [who(figure) if several else f"¶{figure.paragraph}" for figure in figures]


def look_of(figure: Any, color: str, style: Style) -> Look:
    """Solid for what was achieved, hollow for what is to come, dashed for what is unclear."""
    if is_open(figure):
        return Look(style.background, color, 2, dashed=is_unclear(figure))
    if is_unclear(figure):
        return Look(mixed((style.background, color), 0.3), color, 2, dashed=True)
    return Look(color, color, 2)


def keys_of(
    view: View, rows: Sequence[Any], style: Style, *, round_: bool, signs: bool = True
) -> list[Key]:
    """The legend: regions where there are several, and every sign that the rows bear."""
    colors = region_colors(tuple(view.provinces), style)
    present = [region for region in colors if region in {row.province for row in rows}]
    keys = []
    if len(present) > 1:
        names = view.provinces | {"": tr("joint")}
        keys += [Key(names[p], Look(colors[p], colors[p], 2), round_) for p in present]
    one = colors[present[0]] if len(present) == 1 else style.neutral
    looks: dict[str, Look] = {}
    for row in rows:
        looks.setdefault(_status_key(row), look_of(row, one, style))
    if len(looks) > 1 or any(is_open(row) or is_unclear(row) for row in rows):
        keys += [Key(words, look, round_) for words, look in looks.items()]
    found = dict.fromkeys(row.qualifier for row in rows if signs and SIGNS[row.qualifier])
    return [*keys, *(Key(f"{SIGNS[name]} {_qualifier(name)}") for name in found)]


def _status_key(figure: Any) -> str:
    if not is_unclear(figure):
        return status(figure)
    if figure.status == "uncertain":
        words = tr("unclear in the text")
    else:
        words = tr("{status}, unclear in the text", status=status(figure))
    return f"{UNCLEAR} {words}"


def _qualifier(name: str) -> str:
    return {
        "more-than": tr("more than"),
        "at-least": tr("at least"),
        "nearly": tr("nearly"),
        "about": tr("about"),
        "less-than": tr("less than"),
        "at-most": tr("at most"),
    }[name]


def figures_table(rows: pd.DataFrame, value: Callable[[Any], object], heading: str) -> pd.DataFrame:
    """What a form of figures plots, as a table for people and spreadsheets."""
    lines = [
        {
            tr("What"): row.measure,
            heading: value(row),
            tr("As a number with unit"): amount(row),
            tr("Period"): row.period_text,
            tr("Status"): status(row),
            tr("Speaker"): row.speaker,
            tr("Paragraph"): row.paragraph,
            tr("Printed"): row.printed,
            tr("Note"): row.note,
            tr("Record"): row.figure_id,
        }
        for row in rows.itertuples()
    ]
    return pd.DataFrame(lines)


def cut_line(count: int) -> list[str]:
    """Say how many rows the page had no room for."""
    if not count:
        return []
    if count == 1:
        return [tr("The smallest is not shown for want of room; the table has it.")]
    return [
        tr("The {count} smallest are not shown for want of room; the table has them.", count=count)
    ]
