"""Pairs of figures, an earlier and a later value, and the line that shows the change."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.formatting import SIGNS, amount, attribution_by, figure_description, number
from jjjviewer.charts.layouts.plot import Plot
from jjjviewer.charts.layouts.rows import RowPosition
from jjjviewer.charts.mark_style import SYMBOL_RADIUS
from jjjviewer.charts.periods import years
from jjjviewer.charts.shapes import Circle, Line, Paint, Shape, Text
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.view import View
from jjjviewer.model.worksheet import Cell


@cached_on_view
def related_labels(kind: str, view: View) -> list[tuple[int, int]]:
    """Return the pairs of row labels, from first to second, of a kind of relation."""
    if view.relations.empty:
        return []
    of_kind = view.relations[view.relations["kind"] == kind]
    return list(
        zip(of_kind["from_position"].tolist(), of_kind["to_position"].tolist(), strict=True)
    )


def paired_figures(view: View, pairs: list[tuple[int, int]]) -> pd.DataFrame:
    """Return the figures that occur in pairs of row labels."""
    return view.dataset.pick("figures", np.unique(np.array(pairs, dtype=np.intp)))


def among(view: View, rows: pd.DataFrame, pairs: list[tuple[int, int]]) -> dict[int, FigureRow]:
    """Return those of some rows that occur in pairs, by their labels."""
    labels = np.array(pairs, dtype=np.intp)
    # With a lookup table: labels are dense, and sorting them, numpy's default, is slower.
    found = rows.iloc[np.flatnonzero(np.isin(rows.index.to_numpy(), labels, kind="table"))]
    return dict(zip(found.index.tolist(), view.dataset.figure_rows.of(found), strict=True))


def earlier_figures(view: View, rows: pd.DataFrame) -> dict[str, FigureRow]:
    """Return the earlier figure by the id of the later one, where both are among the rows."""
    pairs = related_labels("from_value", view)
    found = among(view, rows, pairs)
    return {
        found[to].figure_id: found[from_] for from_, to in pairs if from_ in found and to in found
    }


def change_line(
    plot: Plot,
    start: tuple[FigureRow, float],
    end: tuple[FigureRow, float],
    position: RowPosition,
    style: Style,
) -> list[Shape]:
    """Return the line between two figures, the symbol of the earlier one, and the change.

    Each end is a figure and its value on the plot's scale.
    """
    x1, x2 = plot.x(start[1]), plot.x(end[1])
    middle, size, note = position.middle, position.type.label, position.type.note
    points = _change(start, end)
    shapes: list[Shape] = [
        Line(x1, middle, x2, middle, Paint(stroke=position.color, stroke_width=3)),
        Circle(x1, middle, SYMBOL_RADIUS, Paint(style.background, position.color, 2)),
        Text((x1 + x2) / 2, middle - 11, points, note, style.muted, anchor="middle"),
    ]
    if x1 <= x2:
        x, y = x1 - SYMBOL_RADIUS - 6, middle + 0.36 * size
        shapes.append(Text(x, y, amount(start[0]), size, style.text, anchor="end"))
    return shapes


def _change(start: tuple[FigureRow, float], end: tuple[FigureRow, float]) -> str:
    change = round(end[1] - start[1], 6)
    sign = "+" if change > 0 else "−" if change < 0 else ""
    # A change derived from inexact numbers is not exact either.
    exact = start[0].qualifier == end[0].qualifier == "exact"
    return f"{'' if exact else SIGNS['about']}{sign}{number(abs(change))}"


def change_description(start: FigureRow | None, end: FigureRow, divisor: float = 1) -> str:
    """Return the description of a figure, with its earlier value and the change if any."""
    if start is None:
        return figure_description(end)
    change = _change((start, start.in_base_unit / divisor), (end, end.in_base_unit / divisor))
    change = tr("change: {change}, derived", change=change)
    return "; ".join((figure_description(start), figure_description(end), change))


def change_column(before: dict[str, FigureRow]) -> dict[str, Callable[[FigureRow], Cell]]:
    """Return the column of a table for the change, in the base unit."""

    def change(row: FigureRow) -> Cell:
        start = before.get(row.figure_id)
        return "" if start is None else round(row.in_base_unit - start.in_base_unit, 6)

    return {tr("Change, derived"): change}


def attribution_with_dates(view: View, start: FigureRow | None, end: FigureRow) -> str:
    """Return attribution and years of a figure, and of its earlier value if any."""
    ends = [each for each in (start, end) if each is not None]
    days = " → ".join(filter(None, (years(each, of_change=len(ends) > 1) for each in ends)))
    return ", ".join(filter(None, (attribution_by(view)(end), days)))


def values_text(start: FigureRow | None, end: FigureRow) -> str:
    """Return the number after a mark; for a fall both, since the later symbol is on the left."""
    if start is None or end.in_base_unit >= start.in_base_unit:
        return amount(end)
    return f"{amount(start)} → {amount(end)}"
