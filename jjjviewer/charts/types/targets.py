"""What is to be reached by when, beside what is given for now."""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figure_chart import FigureChart, are_unclear, figures_table
from jjjviewer.charts.formatting import (
    OPEN,
    amount,
    attribution_by,
    figure_description,
    subject,
    title_amount,
)
from jjjviewer.charts.layouts.pairs import earlier_figures, paired_figures, related_labels
from jjjviewer.charts.layouts.plot import Plot
from jjjviewer.charts.layouts.rows import RowDrawing, RowPosition, draw_rows
from jjjviewer.charts.mark_style import SYMBOL_RADIUS, paint_of
from jjjviewer.charts.periods import period
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Shape
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.categories import Positions
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask, count
from jjjviewer.model.view import View


class Targets(FigureChart):
    """Hollow symbols by year; different units may share the axis, which shows only years."""

    id = "targets"

    @property
    def name(self) -> str:
        return tr("Targets")

    def belongs(self, view: View) -> Mask:
        return view.which(_are_dated_targets)

    @cached_on_view
    def order(self, view: View) -> Positions:
        at = np.flatnonzero(self.charted(view))
        ends = view.column("period_end").to_numpy()[at]
        return at[np.argsort(ends, kind="stable")]

    def left_out(self, view: View) -> list[str]:
        number = count(view.which(_are_undated_targets))
        notes = [tr("Targets and plans without a date: {count}.", count=number)] if number else []
        return [*super().left_out(view), *notes]

    def title(self, view: View) -> str:
        rows = self.natural(view)
        # A title rests on what is clear, where anything is.
        clear = rows[~are_unclear(rows)]
        (first_clear,) = view.dataset.figure_rows.of((rows if clear.empty else clear).head(1))
        first = tr(
            "{measure}: {amount} by {year}",
            measure=first_clear.measure,
            amount=title_amount(first_clear),
            year=_year(first_clear),
        )
        if len(rows) == 1:
            return first
        return tr("{first}, one of {count} targets and plans", first=first, count=len(rows))

    def subtitle(self, view: View) -> str:
        return tr(
            "Targets and plans by year, {subject}; {period}",
            subject=subject(view),
            period=period(self.rows(view)),
        )

    def table(self, view: View) -> pd.DataFrame:
        more = {tr("Now"): self._now(view)}
        return figures_table(view, self.rows(view), _year, tr("By"), **more)

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        now, attribution = self._now(view), attribution_by(view)

        def symbol(plot: Plot, row: FigureRow, position: RowPosition) -> tuple[list[Shape], float]:
            x = plot.x(_year(row))
            return [
                Circle(x, position.middle, SYMBOL_RADIUS, paint_of(row, position.color, style))
            ], x + SYMBOL_RADIUS

        def plot(area: QRectF, count: float, shown: Sequence[FigureRow]) -> Plot:
            years = [_year(row) for row in shown]
            return Plot(area, (min(years) - 1, max(years) + 0.2), count, years=True)

        return draw_rows(
            scene,
            view,
            self.rows(view),
            RowDrawing(
                value=amount,
                plot=plot,
                draw_mark=symbol,
                round_swatches=True,
                by_size=False,
                note=lambda row: tr(
                    "now: {present}; {who}", present=now(row), who=attribution(row)
                ),
                words=lambda row: tr(
                    "{target}; now: {present}", target=figure_description(row), present=now(row)
                ),
            ),
        )

    def _now(self, view: View) -> Callable[[FigureRow], str]:
        """Return a function that states the value from which a target starts."""
        present = earlier_figures(view, paired_figures(view, related_labels("from_value", view)))

        def now(row: FigureRow) -> str:
            found = present.get(row.figure_id)
            return amount(found) if found else tr("no present value given")

        return now


def _year(target: FigureRow) -> int:
    assert target.period_end is not None
    return target.period_end.year


def _are_dated_targets(figures: pd.DataFrame) -> "pd.Series[bool]":
    return figures["status"].isin(OPEN) & figures["period_end"].notna()


def _are_undated_targets(figures: pd.DataFrame) -> "pd.Series[bool]":
    return figures["status"].isin(OPEN) & figures["period_end"].isna()
