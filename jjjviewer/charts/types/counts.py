"""Counts over several orders of magnitude on a logarithmic axis."""

import math
from collections.abc import Sequence

import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.figure_chart import FigureChart, figures_table
from jjjviewer.charts.formatting import amount, subject, title_amount
from jjjviewer.charts.layouts.plot import Plot
from jjjviewer.charts.layouts.rows import RowDrawing, RowPosition, draw_rows
from jjjviewer.charts.mark_style import paint_of
from jjjviewer.charts.periods import period
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Shape
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.view import View

_RADIUS = 6.0


class Counts(FigureChart):
    """Dots, not bars: a logarithmic axis has no zero that a bar could start from."""

    id = "counts"
    # A single symbol on a logarithmic axis shows nothing that its number does not.
    least = 2

    @property
    def name(self) -> str:
        return tr("Counts")

    def belongs(self, view: View) -> Mask:
        return view.which(_are_counts)

    def title(self, view: View) -> str:
        rows, top = self.natural(view), self.first(view)
        # The title does not name the smallest, which may not fit.
        return tr(
            "{measure}: {amount}, the largest of {count} counts named",
            measure=top.measure,
            amount=title_amount(top),
            count=len(rows),
        )

    def subtitle(self, view: View) -> str:
        return tr(
            "Things counted, {subject}, each in its own unit; {period}; logarithmic axis",
            subject=subject(view),
            period=period(self.rows(view)),
        )

    def table(self, view: View) -> pd.DataFrame:
        return figures_table(view, self.rows(view), lambda row: row.value, tr("Count"))

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        rows = self.rows(view)

        def symbol(plot: Plot, row: FigureRow, position: RowPosition) -> tuple[list[Shape], float]:
            x = plot.x(row.value)
            return [
                Circle(x, position.middle, _RADIUS, paint_of(row, position.color, style))
            ], x + _RADIUS

        return draw_rows(
            scene,
            view,
            rows,
            RowDrawing(
                value=amount,
                plot=_powers_of_ten,
                draw_mark=symbol,
                round_swatches=True,
            ),
        )


def _are_counts(figures: pd.DataFrame) -> "pd.Series[bool]":
    return (figures["dimension"] == "count") & (figures["value"] > 0)


def _powers_of_ten(area: QRectF, count: float, shown: Sequence[FigureRow]) -> Plot:
    values = [row.value for row in shown]
    low = math.floor(math.log10(min(values)))
    high = max(math.ceil(math.log10(max(values))), low + 1)
    return Plot(area, (low, high), count, log=True)
