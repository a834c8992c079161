"""Sums of money as ordered bars on one scale."""

import pandas as pd

from jjjviewer.charts.formatting import subject, title_amount
from jjjviewer.charts.layouts.bars import Bars
from jjjviewer.charts.periods import period
from jjjviewer.charts.translation import tr
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.view import View


def are_money(figures: pd.DataFrame) -> "pd.Series[bool]":
    """Return a mask of the sums of money."""
    return figures["dimension"] == "money"


class Money(Bars):
    """Bars from zero in one currency; targets are hollow."""

    id = "money"

    @property
    def name(self) -> str:
        return tr("Money")

    def family(self, view: View) -> Mask:
        return view.which(are_money)

    def title(self, view: View) -> str:
        rows, top = self.natural(view), self.first(view)
        first = f"{top.measure}: {title_amount(top)}"
        if len(rows) == 1:
            return first
        return tr("{first}, the largest of {count} sums named", first=first, count=len(rows))

    def subtitle(self, view: View) -> str:
        return tr(
            "Sums of money, {subject}, {unit}; {period}",
            subject=subject(view),
            unit=self.scaled_unit(view),
            period=period(self.rows(view)),
        )
