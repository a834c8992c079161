"""Figures in one unit, of those that have no chart type of their own, as ordered bars."""

import pandas as pd

from jjjviewer.charts.figure_chart import are_shares
from jjjviewer.charts.formatting import subject, title_amount
from jjjviewer.charts.layouts.bars import Bars
from jjjviewer.charts.periods import period
from jjjviewer.charts.translation import tr
from jjjviewer.charts.types.areas import are_areas
from jjjviewer.charts.types.money import are_money
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.view import View


def _have_no_chart_type(figures: pd.DataFrame) -> "pd.Series[bool]":
    has_own_chart_type = are_money(figures) | are_areas(figures) | are_shares(figures)
    return ~has_own_chart_type & (figures["unit_id"] != "")


class OneUnit(Bars):
    """Bars from zero of projects, enterprises, kilometres: the unit that most are in.

    A filter by unit draws another one.
    """

    id = "one-unit"
    # A bar alone compares with nothing.
    least = 2

    @property
    def name(self) -> str:
        return tr("One unit")

    def family(self, view: View) -> Mask:
        return view.which(_have_no_chart_type)

    def title(self, view: View) -> str:
        rows, top = self.natural(view), self.first(view)
        return tr(
            "{measure}: {amount}, the largest of {count} figures",
            measure=top.measure,
            amount=title_amount(top),
            count=len(rows),
        )

    def subtitle(self, view: View) -> str:
        return tr(
            "Figures in one unit, {subject}, {unit}; {period}",
            subject=subject(view),
            unit=self.scaled_unit(view),
            period=period(self.rows(view)),
        )
