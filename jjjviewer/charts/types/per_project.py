"""Money per project, derived where a statement gives one sum for a number of projects."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figure_chart import FigureChart, figures_table, in_other_units
from jjjviewer.charts.formatting import (
    SIGNS,
    UNCLEAR,
    amount,
    figure_description,
    is_unclear,
    number,
    quantity,
    scale_of,
    subject,
)
from jjjviewer.charts.layouts.bars import bar, bar_plot
from jjjviewer.charts.layouts.plot import Plot
from jjjviewer.charts.layouts.rows import RowDrawing, RowPosition, draw_rows
from jjjviewer.charts.periods import period
from jjjviewer.charts.scene import LegendEntry, Scene
from jjjviewer.charts.shapes import Shape
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.charts.types.money import are_money
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.view import View

_PROJECT = "project"
"""Id of the unit."""
_DIGITS = 4
"""Significant digits: more than the text gives would be invented."""


class _Quotient(NamedTuple):
    """A sum of money, the number of projects beside it in its statement, and the sum's unit."""

    sum: FigureRow
    projects: FigureRow
    unit: str

    @property
    def value(self) -> float:
        return self.sum.in_base_unit / self.projects.value

    @property
    def rounded(self) -> float:
        return float(f"{self.value:.{_DIGITS}g}")

    @property
    def words(self) -> str:
        """What it comes to; always about, for it is divided and rounded."""
        return self._about + (f" {UNCLEAR}" if self.is_unclear else "")

    @property
    def title_amount(self) -> str:
        """The same for a title, which says in words what elsewhere a sign says."""
        return tr("{amount} (unclear)", amount=self._about) if self.is_unclear else self._about

    @property
    def _about(self) -> str:
        return f"{SIGNS['about']}{quantity(self.rounded, self.unit)}"

    @property
    def is_unclear(self) -> bool:
        return is_unclear(self.sum) or is_unclear(self.projects)

    @property
    def how(self) -> str:
        return f"{amount(self.sum)} ÷ {number(self.projects.value)}"

    @property
    def description(self) -> str:
        derived = tr("{amount} per project, derived", amount=self.words)
        return "; ".join((derived, figure_description(self.sum), figure_description(self.projects)))


class PerProject(FigureChart):
    """Bars from zero; each names the two figures that it is derived from."""

    id = "per-project"

    @property
    def name(self) -> str:
        return tr("Per project")

    @cached_on_view
    def belongs(self, view: View) -> Mask:
        quotients = _quotients(view)
        ids = {*quotients, *(each.projects.figure_id for each in quotients.values())}
        if not ids:
            return np.zeros(view.figure_count, dtype=bool)
        return view.figures["figure_id"].isin(ids).to_numpy()

    @cached_on_view
    def natural(self, view: View) -> pd.DataFrame:
        """Sort the sums by amount per project, and after them the numbers of projects."""
        values = {id_: each.value for id_, each in _quotients(view).items()}
        rows = super().natural(view)
        order = rows["figure_id"].map(values).sort_values(ascending=False, kind="stable")
        return rows.loc[order.index]

    def left_out(self, view: View) -> list[str]:
        return in_other_units(len(_all_quotients(view)) - len(_quotients(view)))

    def title(self, view: View) -> str:
        of = _quotients(view)
        quotients = [
            of[row.figure_id]
            for row in view.dataset.figure_rows.of(self._sums(view, self.natural(view)))
        ]
        # A title rests on what is clear, where anything is.
        first = next((each for each in quotients if not each.is_unclear), quotients[0])
        return tr(
            "{measure}: {amount} per project", measure=first.sum.measure, amount=first.title_amount
        )

    def subtitle(self, view: View) -> str:
        _, scale = scale_of(each.value for each in _quotients(view).values())
        unit = next(iter(_quotients(view).values())).unit
        return tr(
            "Derived, {subject}, {unit} per project: a sum divided by the number of projects; "
            "{period}",
            subject=subject(view),
            period=period(self._sums(view, self.rows(view))),
            unit=f"{scale} {unit}".strip(),
        )

    def table(self, view: View) -> pd.DataFrame:
        of = _quotients(view)
        rows = self._sums(view, self.rows(view))
        heading = tr("Per project, derived")
        table = figures_table(view, rows, lambda row: of[row.figure_id].rounded, heading)
        drawn = [of[id_] for id_ in table[tr("Record")]]
        table[tr("As a number with unit")] = [each.words for each in drawn]
        table[tr("Derived from")] = [each.how for each in drawn]
        table[tr("Record")] = [f"{each.sum.figure_id}, {each.projects.figure_id}" for each in drawn]
        return table

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        of = _quotients(view)
        divisor, _ = scale_of(each.value for each in of.values())

        def plot(area: QRectF, count: float, shown: Sequence[FigureRow]) -> Plot:
            return bar_plot(area, count, [of[row.figure_id].value / divisor for row in shown])

        def draw_mark(
            plot: Plot, row: FigureRow, position: RowPosition
        ) -> tuple[list[Shape], float]:
            return bar(plot, of[row.figure_id].value / divisor, row, position, style)

        drawing = RowDrawing(
            value=lambda row: of[row.figure_id].words,
            plot=plot,
            draw_mark=draw_mark,
            under=lambda row: f"= {of[row.figure_id].how}",
            legend_entries=[
                LegendEntry(tr("{sign} rounded after the division", sign=SIGNS["about"]))
            ],
            also=lambda row: (of[row.figure_id].projects,),
            words=lambda row: of[row.figure_id].description,
        )
        return draw_rows(scene, view, self._sums(view, self.rows(view)), drawing)

    def _sums(self, view: View, rows: pd.DataFrame) -> pd.DataFrame:
        return rows[rows["figure_id"].isin(_quotients(view))]


def _are_projects(figures: pd.DataFrame) -> "pd.Series[bool]":
    return figures["chartable"] & (figures["unit_id"] == _PROJECT) & (figures["value"] > 0)


def _are_sums(figures: pd.DataFrame) -> "pd.Series[bool]":
    return figures["chartable"] & are_money(figures)


@cached_on_view
def _quotients(view: View) -> dict[str, _Quotient]:
    """Return the quotients in the most frequent unit: others have no place on its axis."""
    every = _all_quotients(view)
    units = Counter(each.unit for each in every.values())
    most = max(units, key=units.__getitem__, default="")
    return {id_: each for id_, each in every.items() if each.unit == most}


@cached_on_view
def _all_quotients(view: View) -> dict[str, _Quotient]:
    """Return quotients by the sum's id, of statements with one sum and one number of projects."""
    are_projects, are_sums = view.which(_are_projects), view.which(_are_sums)
    if not (are_projects.any() and are_sums.any()):
        return {}
    projects, sums = view.picked(are_projects), view.picked(are_sums)
    sums = sums[~sums["statement_id"].duplicated(keep=False)]
    projects = projects[~projects["statement_id"].duplicated(keep=False)]
    of = {row.statement_id: row for row in view.dataset.figure_rows.of(projects)}
    units = view.dataset.unit_names
    return {
        row.figure_id: _Quotient(row, of[row.statement_id], units[row.base_unit])
        for row in view.dataset.figure_rows.of(sums[sums["statement_id"].isin(of)])
    }
