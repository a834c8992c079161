"""What is known of each row of a pack by itself, found once and looked up by every view."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

Mask = npt.NDArray[np.bool_]
"""Whether something holds, for each row of a frame."""
Positions = npt.NDArray[np.intp]
"""Positions of rows in a frame."""
Rule = Callable[[pd.DataFrame], "pd.Series[bool]"]
"""Says of each row of `figures` whether something holds. It looks at that row only."""

_FEW = 5
"""Where more than this part of all rows are to be in an order, they are picked from that of all."""


def count(mask: Mask) -> int:
    """For how many rows it holds."""
    return int(np.count_nonzero(mask))


class Codes(NamedTuple):
    """A column of few values as numbers, which are compared and counted much more quickly."""

    numbers: npt.NDArray[np.unsignedinteger]
    """For each row, where its value stands among the values."""
    values: tuple[str, ...]
    """In their order."""

    def counted(self) -> dict[str, int]:
        """How many rows have each value, if any has."""
        counts = np.bincount(self.numbers, minlength=len(self.values)).tolist()
        return {value: count for value, count in zip(self.values, counts, strict=True) if count}

    def positions(self) -> dict[str, list[int]]:
        """Which rows have each value, if any has."""
        order = np.argsort(self.numbers, kind="stable").tolist()
        found, start = {}, 0
        for value, count in self.counted().items():
            found[value] = order[start : start + count]
            start += count
        return found


class Ranked(NamedTuple):
    """Rows in an order."""

    order: Positions
    """Their positions."""
    rank: Positions
    """For each row, its place in that order."""

    def sorted(self, which: Mask, at: Positions) -> Positions:
        """Some of the rows at some positions in this order, as places among these positions."""
        if len(at) == len(self.order) < count(which) * _FEW:
            return self.order[which[self.order]]
        places = np.flatnonzero(which)
        sorted_: Positions = places[np.argsort(self.rank[at[places]])]
        return sorted_


class Facts:
    """Answers about all figures or statements of a pack, each found when it is first asked for.

    A click shows a small part of a pack, and a dozen forms want to know what is in it.

    Args:
        rows: the frame, indexed from 0.
    """

    def __init__(self, rows: pd.DataFrame) -> None:
        self._rows = rows
        self._found: dict[object, Any] = {}

    def which(self, rule: Rule) -> Mask:
        """For which rows a rule holds; rules are functions of a module, made once."""
        if rule not in self._found:
            self._found[rule] = rule(self._rows).to_numpy(dtype=bool)
        mask: Mask = self._found[rule]
        return mask

    def ranked(self, column: str) -> Ranked:
        """All rows in the order of a column, the largest first."""
        if (column, "ranked") not in self._found:
            order = np.argsort(-self._rows[column].to_numpy(), kind="stable")
            rank = np.empty_like(order)
            rank[order] = np.arange(len(order))
            self._found[column, "ranked"] = Ranked(order, rank)
        ranked: Ranked = self._found[column, "ranked"]
        return ranked

    def codes(self, column: str) -> Codes:
        """The values of a column of text as numbers."""
        if column not in self._found:
            numbers, values = pd.factorize(self._rows[column], sort=True)
            # The smaller the numbers, the sooner they are compared and sorted.
            small = np.min_scalar_type(len(values))
            self._found[column] = Codes(numbers.astype(small), tuple(values))
        codes: Codes = self._found[column]
        return codes
