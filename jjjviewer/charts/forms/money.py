"""Sums of money as ordered bars on one scale."""

from typing import Any

import pandas as pd

from jjjviewer.charts.figure import Figure
from jjjviewer.charts.ink import Ink, Rect
from jjjviewer.charts.plot import Plot
from jjjviewer.charts.rows import (
    FigureForm,
    RowDrawing,
    draw_rows,
    figures_table,
    look_of,
)
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import in_title, number, scale_of, signed, subject
from jjjviewer.model.records import Records
from jjjviewer.model.view import View

_THICKEST = 52


class Money(FigureForm):
    """Bars from zero; targets are hollow."""

    id = "money"

    @property
    def name(self) -> str:
        return tr("Money")

    def belongs(self, view: View) -> "pd.Series[bool]":
        """Take the sums in the currency that most are in: unlike units share no axis."""
        money = view.figures["dimension"] == "money"
        units = view.figures.loc[money, "base_unit"].mode()
        return money & (view.figures["base_unit"] == (units.iloc[0] if len(units) else ""))

    def title(self, view: View) -> str:
        rows = self.rows(view)
        first = Records(rows)[0]
        if len(rows) == 1:
            return f"{first.measure}: {in_title(first)}"
        return tr(
            "{measure}: {amount}, the largest of {count} sums named",
            measure=first.measure,
            amount=in_title(first),
            count=len(rows),
        )

    def subtitle(self, view: View) -> str:
        rows = self.rows(view)
        _, scale = scale_of(rows["base_value"])
        unit = " ".join(part for part in (scale, _unit(rows)) if part)
        return tr("Sums of money, {subject}, {unit}", subject=subject(view), unit=unit)

    def table(self, view: View) -> pd.DataFrame:
        rows = self.rows(view)
        return figures_table(rows, lambda row: row.base_value, _unit(rows))

    def draw(self, figure: Figure, view: View, style: Style) -> list[str]:
        rows = self.rows(view)
        divisor, _ = scale_of(rows["base_value"])
        # Bars start at zero, towards either side.
        scale = rows["base_value"] / divisor
        low, high = min(0.0, float(scale.min())), max(0.0, float(scale.max()))

        def bar(plot: Plot, row: Any, middle: float, color: str) -> tuple[list[Ink], float]:
            left, right = sorted((plot.x(0), plot.x(row.base_value / divisor)))
            thick = min(0.6 * plot.row_height, _THICKEST)
            look = look_of(row, color, style)
            return [Rect(left, middle - thick / 2, max(right - left, 1), thick, look)], right

        return draw_rows(
            figure,
            view,
            Records(rows),
            RowDrawing(
                value=lambda row: signed(row, number(row.base_value / divisor)),
                plot=lambda area, count: Plot(area, (low, high), count),
                shapes=bar,
            ),
        )


def _unit(rows: pd.DataFrame) -> str:
    return str(rows["unit"].iloc[0])
