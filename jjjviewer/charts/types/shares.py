"""Shares in per cent on a scale from 0 to 100, a share that changed with its earlier value."""

from typing import Any

import pandas as pd

from jjjviewer.charts.figure_chart import FigureForm, figures_table
from jjjviewer.charts.formatting import in_title, subject
from jjjviewer.charts.mark_style import DOT, look_of
from jjjviewer.charts.pairs import before_of, both_in_words, change_column, from_to, way, when
from jjjviewer.charts.periods import period
from jjjviewer.charts.plot import Plot
from jjjviewer.charts.rows import Place, RowDrawing, draw_rows
from jjjviewer.charts.scene import Figure
from jjjviewer.charts.shapes import Circle, Ink
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.facts import Mask, count
from jjjviewer.model.records import Records
from jjjviewer.model.view import View


class Shares(FigureForm):
    """A dot for each share; where the pack relates two values, a line from before to after."""

    id = "shares"

    @property
    def name(self) -> str:
        return tr("Shares")

    def belongs(self, view: View) -> Mask:
        return view.which(_are_drawable)

    def title(self, view: View) -> str:
        rows = self.natural(view)
        before = before_of(view, rows)
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
        rows = self.rows(view)
        text = tr(
            "Shares, {subject}, per cent; {period}", subject=subject(view), period=period(rows)
        )
        if before_of(view, rows):
            text += tr("; hollow: before, solid: after, on the line the change, derived, in points")
        return text

    def left_out(self, view: View) -> list[str]:
        number = count(view.which(_are_shares) & ~self.belongs(view))
        said = [tr("Outside 0 to 100%, not drawn here: {count}.", count=number)] if number else []
        return [*super().left_out(view), *said]

    def table(self, view: View) -> pd.DataFrame:
        rows = self.rows(view)
        more = {tr("Share of"): lambda row: row.denominator}
        more |= change_column(before_of(view, rows))
        return figures_table(view, rows, lambda row: row.base_value, tr("Per cent"), **more)

    def draw(self, figure: Figure, view: View, style: Style) -> list[str]:
        rows = self.rows(view)
        before = before_of(view, rows)
        earlier = {row.figure_id for row in before.values()}

        def shapes(plot: Plot, row: Any, place: Place) -> tuple[list[Ink], float]:
            x = plot.x(row.base_value)
            dot = Circle(x, place.middle, DOT, look_of(row, place.color, style))
            start = before.get(row.figure_id)
            if start is None:
                return [dot], x + DOT
            ends = ((start, start.base_value), (row, row.base_value))
            return [*way(plot, *ends, place, style), dot], max(x, plot.x(start.base_value)) + DOT

        return draw_rows(
            figure,
            view,
            rows[~rows["figure_id"].isin(earlier)],
            RowDrawing(
                value=lambda row: from_to(before.get(row.figure_id), row),
                plot=lambda area, count, shown: Plot(area, (0, 100), count),
                shapes=shapes,
                suffix="%",
                round_keys=True,
                under=_whole,
                note=lambda row: when(view, before.get(row.figure_id), row),
                also=lambda row: (before[row.figure_id],) if row.figure_id in before else (),
                words=lambda row: both_in_words(before.get(row.figure_id), row),
            ),
        )


def _are_shares(figures: pd.DataFrame) -> "pd.Series[bool]":
    return (figures["dimension"] == "share") & (figures["quantity_kind"] == "share")


def _are_drawable(figures: pd.DataFrame) -> "pd.Series[bool]":
    return _are_shares(figures) & figures["base_value"].between(0, 100)


def _whole(row: Any) -> str:
    """What a share is a share of; without it, no share is understood."""
    if row.denominator:
        return tr("of {whole}", whole=row.denominator)
    return tr("of what, is not said")
