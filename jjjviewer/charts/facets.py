"""Facets: rows of figures by the groups that are compared."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

import pandas as pd

from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.view import View

_Row = TypeVar("_Row")
ViewParts = Sequence[tuple[str, pd.DataFrame]]
"""Figures of a view by the name of the group compared."""


class Facet(NamedTuple, Generic[_Row]):
    """The rows of one group; a single facet has no name."""

    name: str
    rows: Sequence[_Row]


def parts_of(view: View, figures: pd.DataFrame) -> ViewParts:
    """Divide figures among the groups compared; groups without figures are left out."""
    return [(name, part) for name, part in view.divided(figures) if not part.empty]


def facets_of(view: View, figures: pd.DataFrame) -> list[Facet[FigureRow]]:
    """Return figures as typed rows, divided among the groups compared."""
    make = view.dataset.figure_rows.of
    return [Facet(name, make(part)) for name, part in parts_of(view, figures)]


def first_figures(view: View, parts: ViewParts, count: int) -> list[Facet[FigureRow]]:
    """Return the first `count` rows, taken from the parts in turn, so that each has some."""
    shares = _shares([len(part) for _, part in parts], count)
    return [
        Facet(name, view.dataset.figure_rows.of(part.head(most)))
        for (name, part), most in zip(parts, shares, strict=True)
        if most
    ]


def spread_figures(
    view: View, parts: ViewParts, count: int, reach: Callable[[pd.DataFrame], pd.Series]
) -> list[Facet[FigureRow]]:
    """Return `count` rows, those of each part spread evenly from its first to its last.

    Args:
        view: the view of the figures.
        parts: figures by the name of what is compared.
        count: how many rows to make.
        reach: the end of each figure; the one that ends last is always included.
    """
    shares = _shares([len(part) for _, part in parts], count)
    return [
        Facet(name, view.dataset.figure_rows.of(part.iloc[_evenly(part, most, reach)]))
        for (name, part), most in zip(parts, shares, strict=True)
        if most
    ]


def foremost(facets: Sequence[Facet[_Row]], count: int) -> list[Facet[_Row]]:
    """Return the first `count` rows, taken from the facets in turn, so that each keeps some."""
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
    """Return how many of `count` rows each facet has, given their sizes."""
    sizes = list(sizes)
    ranked = sorted((rank, at) for at, size in enumerate(sizes) for rank in range(min(size, count)))
    counts = [0] * len(sizes)
    for _, at in ranked[:count]:
        counts[at] += 1
    return counts
