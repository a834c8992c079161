"""Shares in per cent on a scale from 0 to 100, a share that changed with its earlier value."""

from typing import Any

import pandas as pd

from jjjviewer.charts.figure import Figure
from jjjviewer.charts.ink import Circle, Ink, Line, Look, Text
from jjjviewer.charts.plot import Plot
from jjjviewer.charts.rows import (
    FigureForm,
    RowDrawing,
    draw_rows,
    figures_table,
    look_of,
)
from jjjviewer.charts.style import SIZES, Style
from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import amount, in_title, number, subject
from jjjviewer.model.records import Records
from jjjviewer.model.view import View

_RADIUS = 6.5


class Shares(FigureForm):
    """A dot for each share; where the pack relates two values, a line from before to after."""

    id = "shares"

    @property
    def name(self) -> str:
        return tr("Shares")

    def belongs(self, view: View) -> "pd.Series[bool]":
        figures = view.figures
        return (figures["dimension"] == "share") & (figures["quantity_kind"] == "share")

    def title(self, view: View) -> str:
        rows = self.rows(view)
        before = self._before(view)
        for row in Records(rows):
            if row.figure_id in before:
                return tr(
                    "{measure}: from {low} to {high}",
                    measure=row.measure,
                    low=in_title(before[row.figure_id]),
                    high=in_title(row),
                )
        first = Records(rows)[0]
        return f"{first.measure}: {in_title(first)}"

    def subtitle(self, view: View) -> str:
        text = tr("Shares, {subject}, per cent", subject=subject(view))
        if self._before(view):
            text += tr("; hollow: before, solid: after, between them the change in points")
        return text

    def table(self, view: View) -> pd.DataFrame:
        return figures_table(self.rows(view), lambda row: row.value, tr("Per cent"))

    def draw(self, figure: Figure, view: View, style: Style) -> list[str]:
        before = self._before(view)
        earlier = {row.figure_id for row in before.values()}
        rows = [row for row in Records(self.rows(view)) if row.figure_id not in earlier]

        def shapes(plot: Plot, row: Any, middle: float, color: str) -> tuple[list[Ink], float]:
            x = plot.x(row.value)
            dot = Circle(x, middle, _RADIUS, look_of(row, color, style))
            start = before.get(row.figure_id)
            if start is None:
                return [dot], x + _RADIUS
            return [*_way(plot, start, row, middle, color, style), dot], x + _RADIUS

        return draw_rows(
            figure,
            view,
            rows,
            RowDrawing(
                value=amount,
                plot=lambda area, count: Plot(area, (0, 100), count),
                shapes=shapes,
                suffix="%",
                round_keys=True,
                also=lambda row: (before[row.figure_id],) if row.figure_id in before else (),
            ),
        )

    def _before(self, view: View) -> dict[str, Any]:
        """The earlier figure of each later one, where both are charted."""
        rows = {row.figure_id: row for row in Records(self.rows(view))}
        pairs = view.relations[view.relations["kind"] == "from_value"]
        return {
            to: rows[from_]
            for from_, to in zip(pairs["from_id"], pairs["to_id"], strict=True)
            if from_ in rows and to in rows
        }


def _way(plot: Plot, start: Any, end: Any, middle: float, color: str, style: Style) -> list[Ink]:
    """The line from an earlier share to a later one, both ends' numbers and the change."""
    x1, x2 = plot.x(start.value), plot.x(end.value)
    y = middle + 0.36 * SIZES.label
    change = round(end.value - start.value, 6)
    sign = "+" if change > 0 else "−" if change < 0 else ""
    points = f"{sign}{number(abs(change))}"
    label = amount(start)
    return [
        Line(x1, middle, x2, middle, Look(stroke=color, stroke_width=3)),
        Circle(x1, middle, _RADIUS, Look(style.background, color, 2)),
        Text(x1 - _RADIUS - 6, y, label, SIZES.label, style.text, anchor="end"),
        Text((x1 + x2) / 2, middle - 11, points, SIZES.small, style.muted, anchor="middle"),
    ]
