"""Columns of categories compared and counted by the numbers of their values.

It takes a tenth of the time of `isin` and `value_counts`, of 50 rows (10 in place of 150
microseconds, a dozen times a click) as of a million (2 ms in place of 20).
"""

from collections.abc import Collection

import numpy as np
import numpy.typing as npt
import pandas as pd

from jjjviewer.model.rule_masks import Mask

Positions = npt.NDArray[np.intp]
"""Positions of rows in a frame."""


def codes_of(column: pd.Series) -> npt.NDArray[np.integer]:
    """Return for each row where its value stands among the categories; -1 if it is missing."""
    # Ten times as quick as `cat.codes`, which makes a series.
    values = column.array
    assert isinstance(values, pd.Categorical)
    return values.codes


def is_one_of(column: pd.Series, values: Collection[str]) -> Mask:
    """Return a mask of the rows that have one of some values."""
    # A missing value has the code -1, and so the last of these.
    wanted = [category in values for category in column.cat.categories]
    mask: Mask = np.array([*wanted, False])[codes_of(column)]
    return mask


def count_by_value(column: pd.Series) -> dict[str, int]:
    """Return how many rows have each value in use, in the order of the categories."""
    categories = column.cat.categories
    counts = np.bincount(codes_of(column) + 1, minlength=len(categories) + 1)[1:]
    return {value: count for value, count in zip(categories, counts.tolist(), strict=True) if count}


def positions_by_value(column: pd.Series) -> dict[str, Positions]:
    """Return the positions of the rows of each value in use, in the order of categories."""
    codes, counts = codes_of(column), count_by_value(column)
    missing = len(column) - sum(counts.values())
    order = np.argsort(codes, kind="stable")[missing:]
    parts = np.split(order, np.cumsum([*counts.values()])[:-1])
    return dict(zip(counts, parts, strict=False))
