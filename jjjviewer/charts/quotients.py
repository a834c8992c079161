"""Money per item, derived where a statement gives one sum for a number of items."""

from collections import Counter
from typing import NamedTuple

import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figure_chart import are_chartable
from jjjviewer.charts.formatting import is_unclear
from jjjviewer.charts.numbers import amount, rounded
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Language
from jjjviewer.model.view import View


class Quotient(NamedTuple):
    """A sum of money, and the number of items beside it in its statement."""

    sum: FigureRow
    items: FigureRow

    @property
    def value(self) -> float:
        """In the base unit of the sum, with no more digits than a quotient has."""
        return rounded(self.sum.in_base_unit / self.items.in_base_unit)

    @property
    def is_unclear(self) -> bool:
        """Whether one of the two is."""
        return is_unclear(self.sum) or is_unclear(self.items)

    def how(self, language: Language) -> str:
        """Return how it was derived: 731.9 billion yuan ÷ 4,959 projects."""
        return f"{amount(self.sum, language)} ÷ {amount(self.items, language)}"


@cached_on_view
def quotients(unit: str, view: View) -> dict[str, Quotient]:
    """Return the quotients of one sort by the id of the sum, the largest first.

    Args:
        unit: the id of the base unit of the sums; empty for the most frequent one.
        view: they are of the items that most of its sums are given for.
    """
    every = [each for each in _every(view) if unit in ("", each.sum.base_unit)]
    sorts = Counter((each.sum.base_unit, each.items.base_unit) for each in every)
    most = max(sorts, key=sorts.__getitem__, default=("", ""))
    own = [each for each in every if (each.sum.base_unit, each.items.base_unit) == most]
    return {
        each.sum.figure_id: each for each in sorted(own, key=lambda each: each.value, reverse=True)
    }


@cached_on_view
def _every(view: View) -> list[Quotient]:
    """Return the quotients of all statements with one sum and one number of items."""
    are_sums, are_items = view.which(_are_sums), view.which(_are_items)
    if not (are_sums.any() and are_items.any()):
        return []
    sums, items = view.picked(are_sums), view.picked(are_items)
    sums = sums[~sums["statement_id"].duplicated(keep=False)]
    items = items[~items["statement_id"].duplicated(keep=False)]
    items = items[items["statement_id"].isin(sums["statement_id"]) & (items["base_value"] > 0)]
    of = {row.statement_id: row for row in view.dataset.figure_rows.of(items)}
    sums = sums[sums["statement_id"].isin(list(of))]
    return [
        Quotient(row, of[row.statement_id])
        for row in view.dataset.figure_rows.of(sums)
        if row.status == of[row.statement_id].status
    ]


def _are_sums(figures: pd.DataFrame) -> "pd.Series[bool]":
    is_sum = (figures["dimension"] == "money") & (figures["quantity_kind"] == "money")
    return is_sum & are_chartable(figures) & figures["value_high"].isna()


def _are_items(figures: pd.DataFrame) -> "pd.Series[bool]":
    is_count = (figures["dimension"] == "count") & (figures["quantity_kind"] == "count")
    return is_count & are_chartable(figures) & figures["value_high"].isna()
