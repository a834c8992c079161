"""Lanes of themes, speakers or places: which points stand in which."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from jjjviewer.charts.formatting import unset_theme
from jjjviewer.charts.translation import tr
from jjjviewer.model.categories import Positions, codes_of, is_one_of
from jjjviewer.model.view import View
from jjjviewer.ui.explore.points import Points

Kind = Literal["themes", "speakers", "places"]
MOST = 16
"""More lanes than these are too low for their names."""
_NONE = -1
_COLUMNS: Mapping[str, str] = {"themes": "theme_id", "speakers": "speaker_id"}


class Lane(NamedTuple):
    """A lane.

    Attributes:
        name: as it is shown.
        ids: of what is in it; none where nothing is known.
    """

    name: str
    ids: tuple[str, ...]


class Lanes(NamedTuple):
    """Lanes from the top.

    Attributes:
        lanes: those that have a point.
        points: positions among the points; one that belongs to several lanes is there for each.
        of: the lane of each of them.
    """

    lanes: tuple[Lane, ...]
    points: Positions
    of: Positions


def lanes_of(kind: Kind, points: Points, view: View) -> Lanes:
    """Return the lanes of the points of a view."""
    names = _names(kind, view)
    which, of = _places(points, view, names) if kind == "places" else _coded(kind, points, view)
    counts = np.bincount(of[of != _NONE], minlength=len(names))
    shown, rest = _shown(kind, counts)
    ids = [*names]
    lanes = [Lane(names[ids[at]], (ids[at],)) for at in shown]
    target = np.full(len(names) + 1, len(lanes), dtype=np.intp)
    target[shown] = np.arange(len(shown))
    if len(rest):
        lanes.append(Lane(_others(kind, len(rest)), tuple(ids[at] for at in rest)))
        target[-1] = len(lanes)
    if (of == _NONE).any():
        lanes.append(Lane(_missing(kind), ()))
    return Lanes(tuple(lanes), which, target[of])


def _names(kind: Kind, view: View) -> dict[str, str]:
    """Return the names of all that could have a lane, by id, in their order."""
    dataset = view.dataset
    if kind == "places":
        entities = dataset["entities"]
        is_zh = dataset.language == "zh"
        zh = entities["name_zh"]
        names = zh.where(zh != "", entities["name"]) if is_zh else entities["name"]
        return dict(zip(entities["entity_id"], names, strict=True))
    frame, name = dataset[kind], {"themes": "theme", "speakers": "speaker"}[kind]
    return dict(zip(frame[_COLUMNS[kind]], frame[name], strict=True))


def _shown(kind: Kind, counts: Positions) -> tuple[Positions, Positions]:
    """Return what has a lane of its own, in the order of the lanes, and what shares the last."""
    present = np.flatnonzero(counts)
    by_count = present[np.argsort(-counts[present], kind="stable")]
    if len(present) <= MOST:
        return (by_count if kind == "places" else present), by_count[:0]
    own, rest = by_count[: MOST - 1], by_count[MOST - 1 :]
    return (own if kind == "places" else np.sort(own)), rest


def _coded(kind: Kind, points: Points, view: View) -> tuple[Positions, Positions]:
    column = _COLUMNS[kind]
    places = {id_: at for at, id_ in enumerate(view.dataset[kind][column])}
    frames = view.dataset["statements"], view.dataset["figures"]
    of = [
        _recoded(frame[column], places)[rows]
        for frame, rows in zip(frames, (points.statements, points.figures), strict=True)
    ]
    return np.arange(points.size), np.concatenate(of)


def _recoded(column: pd.Series, places: Mapping[str, int]) -> Positions:
    """Return the position of each value of a category among others, or -1."""
    table = [places.get(id_, _NONE) for id_ in column.cat.categories]
    return np.array([*table, _NONE], dtype=np.intp).take(codes_of(column))


def _places(points: Points, view: View, names: Mapping[str, str]) -> tuple[Positions, Positions]:
    """Return the places that statements name, and those that figures are about."""
    dataset, places = view.dataset, {id_: at for at, id_ in enumerate(names)}
    first = len(points.statements)
    mentions = dataset["mentions"]
    at = np.full(len(dataset["statements"]), _NONE)
    at[points.statements] = np.arange(first)
    rows = pd.Index(dataset["statements"]["statement_id"]).get_indexer(mentions["statement_id"])
    named = np.where(rows >= 0, at[rows], _NONE)
    entities = dataset["entities"]
    is_place = is_one_of(
        mentions["entity_id"], {*entities["entity_id"][entities["type"] == "place"]}
    )
    is_shown = (named != _NONE) & is_place
    target = _recoded(mentions["entity_id"], places)
    nowhere = np.setdiff1d(np.arange(first), named[is_shown])
    about = _recoded(dataset["figures"]["place_id"], places)[points.figures]
    which = [named[is_shown], nowhere, np.arange(first, points.size)]
    return np.concatenate(which), np.concatenate(
        [target[is_shown], np.full(len(nowhere), _NONE), about]
    )


def _others(kind: Kind, count: int) -> str:
    words = {
        "themes": tr("{count} other themes", count=f"{count:,}"),
        "speakers": tr("{count} other speakers", count=f"{count:,}"),
        "places": tr("{count} other places", count=f"{count:,}"),
    }
    return words[kind]


def _missing(kind: Kind) -> str:
    words = {
        "themes": unset_theme(),
        "speakers": tr("No speaker"),
        "places": tr("No place named"),
    }
    return words[kind]


def ids_in(lanes: Sequence[Lane]) -> tuple[str, ...]:
    """Return the ids of all that is in some lanes."""
    return tuple(id_ for lane in lanes for id_ in lane.ids)
