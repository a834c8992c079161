"""Rows of figures in bands, one for each of the things that are compared."""

from collections.abc import Sequence
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
    ranked = sorted(
        (rank, at) for at, band in enumerate(bands) for rank in range(min(len(band.rows), count))
    )
    kept = [0] * len(bands)
    for _, at in ranked[:count]:
        kept[at] += 1
    return [
        Band(band.name, list(band.rows[:most]))
        for band, most in zip(bands, kept, strict=True)
        if most
    ]
