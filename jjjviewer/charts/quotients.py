"""Money per item, derived where a statement gives one sum for a number of items."""

from collections import Counter
from typing import NamedTuple

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figure_chart import MOST_FIGURES, are_chartable
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
    sums, items = _sums_and_items(view)
    if unit:
        sums, items = (each[(sums["base_unit"] == unit).to_numpy()] for each in (sums, items))
    if sums.empty:
        return {}
    sorts = (
        sums["base_unit"].astype(str).to_numpy() + "/" + items["base_unit"].astype(str).to_numpy()
    )
    of_most = sorts == Counter(sorts.tolist()).most_common(1)[0][0]
    values = sums["base_value"].to_numpy() / items["base_value"].to_numpy()
    order = np.argsort(-values, kind="stable")
    order = order[of_most[order]][:MOST_FIGURES]
    rows = view.dataset.figure_rows
    pairs = zip(rows.of(sums.iloc[order]), rows.of(items.iloc[order]), strict=True)
    return {row.figure_id: Quotient(row, of) for row, of in pairs}


@cached_on_view
def _sums_and_items(view: View) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the sums and the numbers beside them of statements with one of either."""
    sums, items = (_alone(view.picked(view.which(rule))) for rule in (_are_sums, _are_items))
    both = sums.index.intersection(items.index)
    sums, items = sums.loc[both], items.loc[both]
    alike = (sums["status"].astype(str) == items["status"].astype(str)) & (items["base_value"] > 0)
    return tuple(each[alike].set_index("position") for each in (sums, items))  # type: ignore[return-value]


def _alone(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures that are the only ones in their statements, by the statement's id."""
    alone = figures[~figures["statement_id"].duplicated(keep=False)]
    return alone.assign(position=alone.index).set_index("statement_id")


def _are_sums(figures: pd.DataFrame) -> "pd.Series[bool]":
    is_sum = (figures["dimension"] == "money") & (figures["quantity_kind"] == "money")
    return is_sum & are_chartable(figures) & figures["value_high"].isna()


def _are_items(figures: pd.DataFrame) -> "pd.Series[bool]":
    is_count = (figures["dimension"] == "count") & (figures["quantity_kind"] == "count")
    return is_count & are_chartable(figures) & figures["value_high"].isna()
