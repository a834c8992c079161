"""Which figures are tied to a place of known position."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from jjjviewer.charts.kept import kept
from jjjviewer.model.records import Records
from jjjviewer.model.view import View


@kept
def places_of(view: View) -> dict[str, str]:
    """Where each figure is drawn: the id of a place of known position by that of the figure.

    A place without a position of its own has that of the one it lies in, or of its region.
    """
    if view.atlas is None:
        return {}
    located = {*view.atlas.located["entity_id"]}
    if not located:
        return {}
    parents = dict(zip(view.atlas.places["entity_id"], view.atlas.places["parent_id"], strict=True))
    found = {}
    for row in Records(view.figures):
        spot = _located(row.place_id, parents, located) or _located(row.region_id, {}, located)
        if spot:
            found[row.figure_id] = spot
    return found


def _located(id_: str, parents: Mapping[str, Any], located: set[str]) -> str:
    """A place of known position: the one asked for, or the nearest that it lies in."""
    while id_ and id_ not in located:
        id_ = parents.get(id_, "")
    return id_


def are_tied(view: View) -> "pd.Series[bool]":
    """Say which figures of a view are tied to a place of known position."""
    return view.figures["figure_id"].isin({*places_of(view)})
