"""A total and its parts, only where the pack says that they are parts of it."""

from typing import Any

import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.figure import Figure
from jjjviewer.charts.ink import Ink, Line, Look, Rect
from jjjviewer.charts.plot import Plot
from jjjviewer.charts.rows import FigureForm, RowDrawing, draw_rows, figures_table, look_of
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import amount, in_title, quantity, subject
from jjjviewer.model.records import Records
from jjjviewer.model.view import View

_ROUNDING = 1e-9
_THICKEST = 46


class Parts(FigureForm):
    """The total on top; each part begins where the one before it ends."""

    id = "parts"

    @property
    def name(self) -> str:
        return tr("Parts")

    def belongs(self, view: View) -> "pd.Series[bool]":
        totals = _totals(view)
        # Of several totals the one with most parts; the others are named below the chart.
        best = max(totals, key=lambda total: len(totals[total]), default="")
        return view.figures["figure_id"].isin([best, *totals.get(best, ())])

    def rows(self, view: View) -> pd.DataFrame:
        rows = super().rows(view)
        is_total = rows["figure_id"].isin(_totals(view))
        return (
            rows.assign(_part=~is_total).sort_values("_part", kind="stable").drop(columns="_part")
        )

    def left_out(self, view: View) -> list[str]:
        drawn = set(self.rows(view)["figure_id"])
        others = [total for total in _totals(view) if total not in drawn]
        if not others:
            return []
        return [tr("Other totals with parts: {ids}.", ids=", ".join(sorted(others)))]

    def title(self, view: View) -> str:
        total, *parts = Records(self.rows(view))
        return tr(
            "{part}: {amount} of {total}",
            part=parts[0].measure,
            amount=in_title(parts[0]),
            total=in_title(total),
        )

    def subtitle(self, view: View) -> str:
        total, *parts = Records(self.rows(view))
        rest = total.value - sum(part.base_value for part in parts) * total.value / total.base_value
        words = tr("Parts of a total, {subject}", subject=subject(view))
        if rest > _ROUNDING * total.value:
            left = quantity(round(rest, 6), total.unit)
            words += tr("; not named: {rest}, derived", rest=left)
        return words

    def table(self, view: View) -> pd.DataFrame:
        rows = self.rows(view)
        return figures_table(rows, lambda row: row.value, tr("Value"))

    def draw(self, figure: Figure, view: View, style: Style) -> list[str]:
        rows = list(Records(self.rows(view)))
        total = rows[0].base_value
        starts, reached = {rows[0].figure_id: 0.0}, 0.0
        for row in rows[1:]:
            starts[row.figure_id] = reached
            reached += row.base_value

        def bar(plot: Plot, row: Any, middle: float, color: str) -> tuple[list[Ink], float]:
            start = starts[row.figure_id] / total * 100
            left, right = plot.x(start), plot.x(start + row.base_value / total * 100)
            thick = min(0.6 * plot.row_height, _THICKEST)
            box = Rect(left, middle - thick / 2, right - left, thick, look_of(row, color, style))
            if row is rows[0]:
                return [box], right
            # From the end of the part before it, or the beginning of the total.
            above = middle - plot.row_height + thick / 2
            lead = Line(
                left, above, left, middle - thick / 2, Look(stroke=style.axis, stroke_width=1)
            )
            return [lead, box], right

        def plot(area: QRectF, count: int) -> Plot:
            return Plot(area, (0, 100), count)

        return draw_rows(
            figure, view, rows, RowDrawing(value=amount, plot=plot, shapes=bar, suffix="%")
        )


def _totals(view: View) -> dict[str, list[str]]:
    """The parts of each total: charted, positive, of its base unit, and no more than it."""
    parts = view.relations[view.relations["kind"] == "part_of"]
    related = view.figures["figure_id"].isin({*parts["from_id"], *parts["to_id"]})
    charted = view.figures[related & view.figures["chartable"]]
    figures: dict[str, Any] = {str(row.figure_id): row for row in charted.itertuples()}
    found: dict[str, list[str]] = {}
    for part, total in zip(parts["from_id"], parts["to_id"], strict=True):
        if part in figures and total in figures:
            found.setdefault(total, []).append(part)
    return {total: parts for total, parts in found.items() if _fit(figures, total, parts)}


def _fit(figures: dict[str, Any], total: str, parts: list[str]) -> bool:
    whole = figures[total]
    rows = [figures[part] for part in parts]
    alike = all(row.base_unit == whole.base_unit and row.base_value > 0 for row in rows)
    added = sum(row.base_value for row in rows)
    return alike and 0 < added <= whole.base_value * (1 + _ROUNDING)
