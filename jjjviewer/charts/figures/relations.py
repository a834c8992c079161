"""Relations between the figures of a view: earlier values, parts of a total, shares of a count."""

from collections.abc import Sequence

import numpy as np

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.view import View

Pairs = Sequence[tuple[FigureRow, FigureRow]]
"""Figures that a relation leads from, each with the one that it leads to."""


@cached_on_view
def related_positions(kind: str, view: View) -> list[tuple[int, int]]:
    """Return the positions among the dataset's figures, from first to second, of a relation."""
    if view.relations.empty:
        return []
    of_kind = view.relations[view.relations["kind"] == kind]
    return list(
        zip(of_kind["from_position"].tolist(), of_kind["to_position"].tolist(), strict=True)
    )


@cached_on_view
def related_figures(kind: str, view: View) -> Pairs:
    """Return the figures of a view between which there is a relation of a kind."""
    pairs = related_positions(kind, view)
    positions = np.unique(np.array(pairs, dtype=np.intp)).tolist()
    of = dict(zip(positions, view.dataset.figure_rows.at(positions), strict=True))
    return [(of[first], of[second]) for first, second in pairs]


def earlier_figures(view: View, figures: Sequence[FigureRow]) -> dict[str, FigureRow]:
    """Return the earlier figure by the id of the later one, where both are among some."""
    ids = {figure.figure_id for figure in figures}
    return {
        later.figure_id: earlier
        for earlier, later in related_figures("from_value", view)
        if {earlier.figure_id, later.figure_id} <= ids
    }
