"""Money per item, derived where a statement gives one sum for a number of items."""

from collections import Counter
from typing import NamedTuple

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figures.figure_chart import MOST_FIGURES, are_chartable
from jjjviewer.charts.formatting import is_unclear
from jjjviewer.charts.numbers import amount, rounded
from jjjviewer.model.categories import Positions, codes_of
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Rule
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
    figures = view.dataset["figures"]
    sums, items = _sums_and_items(view)
    codes, values = codes_of(figures["base_unit"]), figures["base_value"].to_numpy()
    categories = figures["base_unit"].cat.categories
    if unit:
        of_unit = categories[codes[sums]] == unit
        sums, items = sums[of_unit], items[of_unit]
    if not len(sums):
        return {}
    sorts = codes[sums] * len(categories) + codes[items]
    of_most = sorts == Counter(sorts.tolist()).most_common(1)[0][0]
    order = np.argsort(-values[sums] / values[items], kind="stable")
    order = order[of_most[order]][:MOST_FIGURES]
    rows = view.dataset.figure_rows
    pairs = zip(rows.at(sums[order].tolist()), rows.at(items[order].tolist()), strict=True)
    return {row.figure_id: Quotient(row, of) for row, of in pairs}


@cached_on_view
def _sums_and_items(view: View) -> tuple[Positions, Positions]:
    """Return the positions of sums, and of the numbers beside them, of statements with one each."""
    figures = view.dataset["figures"]
    sums, items = (_alone(view, rule) for rule in (_are_sums, _are_items))
    sums = sums[sums.index.isin(items.index)]
    first, second = sums.to_numpy(), items.loc[sums.index].to_numpy()
    status = codes_of(figures["status"])
    alike = (status[first] == status[second]) & (figures["base_value"].to_numpy()[second] > 0)
    return first[alike], second[alike]


def _alone(view: View, rule: Rule) -> "pd.Series[int]":
    """Return where the figures stand that are the only ones in their statements, by its id."""
    at = view.positions[view.which(rule)]
    places = pd.Series(at, index=view.dataset["figures"]["statement_id"].to_numpy()[at])
    return places[~places.index.duplicated(keep=False)]


def _are_sums(figures: pd.DataFrame) -> "pd.Series[bool]":
    is_sum = (figures["dimension"] == "money") & (figures["quantity_kind"] == "money")
    return is_sum & are_chartable(figures) & figures["value_high"].isna()


def _are_items(figures: pd.DataFrame) -> "pd.Series[bool]":
    is_count = (figures["dimension"] == "count") & (figures["quantity_kind"] == "count")
    return is_count & are_chartable(figures) & figures["value_high"].isna()
