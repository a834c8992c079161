"""Rows of figures in facets, one for each of the things that are compared."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

import pandas as pd

from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.view import View

_Row = TypeVar("_Row")
ViewParts = Sequence[tuple[str, pd.DataFrame]]
"""Figures of a view by the name of what is compared, of which a chart shows as many as fit."""


class Facet(NamedTuple, Generic[_Row]):
    """Rows that belong to one thing; the only facet has no name."""

    name: str
    rows: Sequence[_Row]


def parts_of(view: View, figures: pd.DataFrame) -> ViewParts:
    """Divide figures among what is compared; what has none of them has no part."""
    return [(name, part) for name, part in view.divided(figures) if not part.empty]


def facets_of(view: View, figures: pd.DataFrame) -> list[Facet[FigureRow]]:
    """Make rows of all of some figures, divided among what is compared."""
    make = view.dataset.figure_rows.of
    return [Facet(name, make(part)) for name, part in parts_of(view, figures)]


def first_figures(view: View, parts: ViewParts, count: int) -> list[Facet[FigureRow]]:
    """Make the first rows of all parts, in turn, so that each has some where room is short."""
    shares = _shares([len(part) for _, part in parts], count)
    return [
        Facet(name, view.dataset.figure_rows.of(part.head(most)))
        for (name, part), most in zip(parts, shares, strict=True)
        if most
    ]


def spread_figures(
    view: View, parts: ViewParts, count: int, reach: Callable[[pd.DataFrame], pd.Series]
) -> list[Facet[FigureRow]]:
    """Make as many rows of all parts, those of each taken evenly from its first to its last.

    Args:
        view: the figures are of it.
        parts: figures by the name of what is compared.
        count: how many rows to make.
        reach: of figures; the one that reaches farthest is always taken.
    """
    shares = _shares([len(part) for _, part in parts], count)
    return [
        Facet(name, view.dataset.figure_rows.of(part.iloc[_evenly(part, most, reach)]))
        for (name, part), most in zip(parts, shares, strict=True)
        if most
    ]


def foremost(facets: Sequence[Facet[_Row]], count: int) -> list[Facet[_Row]]:
    """The first rows of all facets, in turn, so that each keeps some where room is short."""
    shares = _shares([len(facet.rows) for facet in facets], count)
    return [
        Facet(facet.name, facet.rows[:most])
        for facet, most in zip(facets, shares, strict=True)
        if most
    ]


def _evenly(
    part: pd.DataFrame, count: int, reach: Callable[[pd.DataFrame], pd.Series]
) -> list[int]:
    if count >= len(part):
        return list(range(len(part)))
    taken = [round(at * (len(part) - 1) / max(count - 1, 1)) for at in range(count)]
    farthest = int(reach(part).argmax())
    if farthest not in taken and count > 1:
        nearest = min(range(1, count), key=lambda at: abs(taken[at] - farthest))
        taken[nearest] = farthest
    return sorted(taken)


def _shares(sizes: Iterable[int], count: int) -> list[int]:
    """How many rows each facet has of so many."""
    sizes = list(sizes)
    ranked = sorted((rank, at) for at, size in enumerate(sizes) for rank in range(min(size, count)))
    counts = [0] * len(sizes)
    for _, at in ranked[:count]:
        counts[at] += 1
    return counts
