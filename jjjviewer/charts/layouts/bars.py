"""Base class of charts of ordered bars: one unit, one scale that starts at zero."""

from abc import abstractmethod

import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figure_chart import (
    FigureChart,
    are_chartable,
    figures_table,
    in_other_units,
    of_one_unit,
)
from jjjviewer.charts.formatting import number, scale_of, signed
from jjjviewer.charts.layouts.plot import Plot
from jjjviewer.charts.layouts.rows import RowDrawing, RowPosition, draw_rows
from jjjviewer.charts.mark_style import paint_of
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Rect, Shape
from jjjviewer.charts.style import Style
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask, count
from jjjviewer.model.view import View

_THICKEST = 52


class Bars(FigureChart):
    """Bars of the unit that most figures of a family have: different units never share an axis."""

    @abstractmethod
    def family(self, view: View) -> Mask:
        """Return which figures of a view belong to the family, whatever their unit."""

    @cached_on_view
    def belongs(self, view: View) -> Mask:
        return of_one_unit(view, self.family(view))

    def left_out(self, view: View) -> list[str]:
        others = self.family(view) & view.which(are_chartable) & ~self.belongs(view)
        return [*super().left_out(view), *in_other_units(count(others))]

    def unit(self, view: View) -> str:
        """Return the label of the unit of the axis, without its scale."""
        base = self.natural(view)["base_unit"].iloc[0]
        return view.dataset.unit_names[base]

    def scaled_unit(self, view: View) -> str:
        """Return the unit of the axis with its scale: billion yuan."""
        _, scale = scale_of(self.natural(view)["base_value"].to_numpy())
        return " ".join(part for part in (scale, self.unit(view)) if part)

    def table(self, view: View) -> pd.DataFrame:
        rows = self.rows(view)
        return figures_table(view, rows, lambda row: row.in_base_unit, self.unit(view))

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        rows = self.rows(view)
        divisor, _ = scale_of(rows["base_value"].to_numpy())
        drawing = RowDrawing(
            value=lambda row: signed(row, number(row.in_base_unit / divisor)),
            plot=lambda area, count, shown: bar_plot(
                area, count, [row.in_base_unit / divisor for row in shown]
            ),
            draw_mark=lambda plot, row, position: bar(
                plot, row.in_base_unit / divisor, row, position, style
            ),
        )
        return draw_rows(scene, view, rows, drawing)


def bar_plot(area: QRectF, count: float, values: list[float]) -> Plot:
    """Return a plot whose scale contains zero, with bars to either side."""
    return Plot(area, (min(0.0, *values), max(0.0, *values)), count)


def bar(
    plot: Plot, value: float, row: FigureRow, position: RowPosition, style: Style
) -> tuple[list[Shape], float]:
    """Return the shapes of a figure's bar, and its right end in pixels."""
    left, right = sorted((plot.x(0), plot.x(value)))
    thick = min(0.6 * plot.row_height, _THICKEST)
    paint = paint_of(row, position.color, style)
    return [Rect(left, position.middle - thick / 2, max(right - left, 1), thick, paint)], right
