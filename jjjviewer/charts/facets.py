"""Rows of figures in facets, one for each of the things that are compared."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pandas as pd

from jjjviewer.model.view import View


class Facet(NamedTuple):
    """Rows that belong to one thing; the only facet has no name."""

    name: str
    rows: Sequence[Any]


def facets_of(view: View, rows: pd.DataFrame) -> list[Facet]:
    """Divide figures among what is compared; what has none of them has no facet."""
    parts = view.divided(rows)
    return [Facet(name, view.records_of(part)) for name, part in parts if not part.empty]


def foremost(facets: Sequence[Facet], count: int) -> list[Facet]:
    """The first rows of all facets, in turn, so that each keeps some where room is short."""
    return [
        Facet(facet.name, list(facet.rows[:most]))
        for facet, most in zip(facets, _shares(facets, count), strict=True)
        if most
    ]


def spread(facets: Sequence[Facet], count: int, reach: Callable[[Any], float]) -> list[Facet]:
    """As many rows of all facets, those of each taken evenly from its first to its last.

    Args:
        reach: of a row; the one that reaches farthest is always taken.
    """
    return [
        Facet(facet.name, _evenly(facet.rows, most, reach))
        for facet, most in zip(facets, _shares(facets, count), strict=True)
        if most
    ]


def _evenly(rows: Sequence[Any], count: int, reach: Callable[[Any], float]) -> list[Any]:
    if count >= len(rows):
        return list(rows)
    farthest = max(range(len(rows)), key=lambda at: reach(rows[at]))
    taken = [round(at * (len(rows) - 1) / max(count - 1, 1)) for at in range(count)]
    if farthest not in taken and count > 1:
        nearest = min(range(1, count), key=lambda at: abs(taken[at] - farthest))
        taken[nearest] = farthest
    return [rows[at] for at in sorted(taken)]


def _shares(facets: Sequence[Facet], count: int) -> list[int]:
    """How many rows each facet keeps of so many."""
    ranked = sorted(
        (rank, at) for at, facet in enumerate(facets) for rank in range(min(len(facet.rows), count))
    )
    counts = [0] * len(facets)
    for _, at in ranked[:count]:
        counts[at] += 1
    return counts
