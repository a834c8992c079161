"""Figures with their earlier values, and how the way from one to the other is drawn."""

from typing import Any

import pandas as pd

from jjjviewer.charts.ink import Circle, Ink, Line, Look, Text
from jjjviewer.charts.looks import DOT
from jjjviewer.charts.plot import Plot
from jjjviewer.charts.style import SIZES, Style
from jjjviewer.charts.words import SIGNS, amount, number
from jjjviewer.model.records import Records
from jjjviewer.model.view import View


def before_of(view: View, rows: pd.DataFrame) -> dict[str, Any]:
    """The earlier figure of each later one, where both are among some rows."""
    pairs = view.relations[view.relations["kind"] == "from_value"]
    related = {*pairs["from_id"], *pairs["to_id"]}
    by_id = {row.figure_id: row for row in Records(rows[rows["figure_id"].isin(related)])}
    return {
        to: by_id[from_]
        for from_, to in zip(pairs["from_id"], pairs["to_id"], strict=True)
        if from_ in by_id and to in by_id
    }


def way(
    plot: Plot,
    start: tuple[Any, float],
    end: tuple[Any, float],
    middle: float,
    color: str,
    style: Style,
) -> list[Ink]:
    """The line from an earlier figure to a later one, the earlier one's dot, and the change.

    Each end is a figure and its value on the plot's scale.
    """
    x1, x2 = plot.x(start[1]), plot.x(end[1])
    change = round(end[1] - start[1], 6)
    sign = "+" if change > 0 else "−" if change < 0 else ""
    # What is derived from a number that isn't exact isn't exact either.
    exact = start[0].qualifier == end[0].qualifier == "exact"
    points = f"{'' if exact else SIGNS['about']}{sign}{number(abs(change))}"
    inks: list[Ink] = [
        Line(x1, middle, x2, middle, Look(stroke=color, stroke_width=3)),
        Circle(x1, middle, DOT, Look(style.background, color, 2)),
        Text((x1 + x2) / 2, middle - 11, points, SIZES.small, style.muted, anchor="middle"),
    ]
    if x1 <= x2:
        x, y = x1 - DOT - 6, middle + 0.36 * SIZES.label
        inks.append(Text(x, y, amount(start[0]), SIZES.label, style.text, anchor="end"))
    return inks


def from_to(start: Any | None, end: Any) -> str:
    """The number after a mark: of a fall both, for there the later dot lies on the left."""
    if start is None or end.base_value >= start.base_value:
        return amount(end)
    return f"{amount(start)} → {amount(end)}"
