"""Rows of figures in bands, one for each of the things that are compared."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pandas as pd

from jjjviewer.model.view import View


class Band(NamedTuple):
    """Rows that belong to one thing; the only band has no name."""

    name: str
    rows: Sequence[Any]


def bands_of(view: View, rows: pd.DataFrame) -> list[Band]:
    """Divide figures among what is compared; what has none of them has no band."""
    parts = view.divided(rows)
    return [Band(name, view.records_of(part)) for name, part in parts if not part.empty]


def foremost(bands: Sequence[Band], count: int) -> list[Band]:
    """The first rows of all bands, in turn, so that each keeps some where room is short."""
    return [
        Band(band.name, list(band.rows[:most]))
        for band, most in zip(bands, _shares(bands, count), strict=True)
        if most
    ]


def spread(bands: Sequence[Band], count: int, reach: Callable[[Any], float]) -> list[Band]:
    """As many rows of all bands, those of each taken evenly from its first to its last.

    Args:
        reach: of a row; the one that reaches farthest is always taken.
    """
    return [
        Band(band.name, _evenly(band.rows, most, reach))
        for band, most in zip(bands, _shares(bands, count), strict=True)
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


def _shares(bands: Sequence[Band], count: int) -> list[int]:
    """How many rows each band keeps of so many."""
    ranked = sorted(
        (rank, at) for at, band in enumerate(bands) for rank in range(min(len(band.rows), count))
    )
    kept = [0] * len(bands)
    for _, at in ranked[:count]:
        kept[at] += 1
    return kept
