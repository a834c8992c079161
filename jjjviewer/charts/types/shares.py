"""Shares in per cent on a scale from 0 to 100, a share that changed with its earlier value."""

import pandas as pd

from jjjviewer.charts.figure_chart import FigureChart, are_shares, figures_table
from jjjviewer.charts.formatting import subject, title_amount
from jjjviewer.charts.layouts.pairs import (
    attribution_with_dates,
    change_column,
    change_description,
    change_line,
    earlier_figures,
    values_text,
)
from jjjviewer.charts.layouts.plot import Plot
from jjjviewer.charts.layouts.rows import RowDrawing, RowPosition, draw_rows
from jjjviewer.charts.mark_style import SYMBOL_RADIUS, paint_of
from jjjviewer.charts.periods import period
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Shape
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask, count
from jjjviewer.model.view import View


class Shares(FigureChart):
    """A symbol for each share; where the pack relates two values, a line from before to after."""

    id = "shares"

    @property
    def name(self) -> str:
        return tr("Shares")

    def belongs(self, view: View) -> Mask:
        return view.which(_are_drawable)

    def title(self, view: View) -> str:
        rows = self.natural(view)
        before = earlier_figures(view, rows)
        changed = rows[rows["figure_id"].isin(before)].head(1)
        for row in view.dataset.figure_rows.of(changed):
            return tr(
                "{measure}: from {low} to {high}",
                measure=row.measure,
                low=title_amount(before[row.figure_id]),
                high=title_amount(row),
            )
        first = self.first(view)
        return f"{first.measure}: {title_amount(first)}"

    def subtitle(self, view: View) -> str:
        rows = self.rows(view)
        text = tr(
            "Shares, {subject}, per cent; {period}", subject=subject(view), period=period(rows)
        )
        if earlier_figures(view, rows):
            text += tr("; hollow: before, solid: after, on the line the change, derived, in points")
        return text

    def left_out(self, view: View) -> list[str]:
        number = count(view.which(are_shares) & ~self.belongs(view))
        notes = [tr("Outside 0 to 100%, not drawn here: {count}.", count=number)] if number else []
        return [*super().left_out(view), *notes]

    def table(self, view: View) -> pd.DataFrame:
        rows = self.rows(view)
        more = {tr("Share of"): lambda row: row.denominator}
        more |= change_column(earlier_figures(view, rows))
        return figures_table(view, rows, lambda row: row.in_base_unit, tr("Per cent"), **more)

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        rows = self.rows(view)
        before = earlier_figures(view, rows)
        earlier = {row.figure_id for row in before.values()}

        def draw_mark(
            plot: Plot, row: FigureRow, position: RowPosition
        ) -> tuple[list[Shape], float]:
            x = plot.x(row.in_base_unit)
            symbol = Circle(x, position.middle, SYMBOL_RADIUS, paint_of(row, position.color, style))
            start = before.get(row.figure_id)
            if start is None:
                return [symbol], x + SYMBOL_RADIUS
            ends = ((start, start.in_base_unit), (row, row.in_base_unit))
            return [*change_line(plot, *ends, position, style), symbol], max(
                x, plot.x(start.in_base_unit)
            ) + SYMBOL_RADIUS

        return draw_rows(
            scene,
            view,
            rows[~rows["figure_id"].isin(earlier)],
            RowDrawing(
                value=lambda row: values_text(before.get(row.figure_id), row),
                plot=lambda area, count, shown: Plot(area, (0, 100), count),
                draw_mark=draw_mark,
                suffix="%",
                round_swatches=True,
                under=_whole,
                note=lambda row: attribution_with_dates(view, before.get(row.figure_id), row),
                also=lambda row: (before[row.figure_id],) if row.figure_id in before else (),
                words=lambda row: change_description(before.get(row.figure_id), row),
            ),
        )


def _are_drawable(figures: pd.DataFrame) -> "pd.Series[bool]":
    return are_shares(figures) & figures["base_value"].between(0, 100)


def _whole(row: FigureRow) -> str:
    """Return what a share is a share of; without it, no share is understood."""
    if row.denominator:
        return tr("of {whole}", whole=row.denominator)
    return tr("of what, is not said")
