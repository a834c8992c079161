"""What a brush narrows: paragraphs or a period across, lanes or values down."""

import math
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jjjviewer.model.index import FAMILIES
from jjjviewer.model.selection import Filter, Selection, number, paragraphs_in
from jjjviewer.model.view import View
from jjjviewer.ui.explore.lanes import Kind, Lane, ids_in
from jjjviewer.ui.explore.points import Across

Ends = tuple[float, float]
_DIGITS = 3
"""Significant ones of a value that a brush ends at."""


class Brush(NamedTuple):
    """An area of a plot; None for all of an axis.

    Attributes:
        across: from where to where.
        lanes: those that it touches.
        values: the lowest and the highest, and the base unit.
    """

    across: Ends | None = None
    lanes: tuple[Lane, ...] = ()
    values: tuple[float, float, str] | None = None


def narrowed(
    view: View, brush: Brush, across: Across, down: Kind | None
) -> tuple[Selection, Filter]:
    """Return what is selected and filtered once a brush narrows a view.

    Args:
        view: as all panes show it.
        brush: what narrows it.
        across, down: what the axes of its plot are; None down for values.
    """
    selection, filter_ = view.selection, view.filter
    if brush.across is not None and across == "paragraphs":
        filter_ = filter_._replace(paragraphs=(_paragraphs(*brush.across),))
    elif brush.across is not None:
        filter_ = filter_._replace(period=_period(*brush.across))
    if brush.values is not None:
        low, high, unit = brush.values
        ends = tuple(number(f"{end:.{_DIGITS}g}") for end in (low, high))
        filter_ = filter_._replace(values=(*ends, unit))
    ids = ids_in(brush.lanes)
    if ids and down == "places":
        selection = _at_places(view, ids)
    elif ids:
        filter_ = filter_._replace(**{str(down): ids})
    return selection, filter_


def cleared(view: View, across: Across, down: Kind | None) -> tuple[Selection, Filter]:
    """Return what is selected and filtered without what a brush of a plot can narrow."""
    part = "paragraphs" if across == "paragraphs" else "period"
    filter_ = view.filter._replace(**{part: ()})
    if down == "places":
        return _at_places(view, ()), filter_
    return view.selection, filter_._replace(**{down or "values": ()})


def brushed_across(filter_: Filter, across: Across, ends: Ends) -> Ends | None:
    """Return from where to where a filter lets points through; None if that is no one span.

    Args:
        filter_: the one in force.
        across: what the axis is.
        ends: of the whole axis, where a filter has no end.
    """
    if across == "paragraphs":
        if len(filter_.paragraphs) != 1:
            return None
        (span,) = paragraphs_in(filter_.paragraphs)
        return span.start - 0.5, span.stop - 0.5
    if not filter_.period:
        return None
    first, last = filter_.period
    start = date.fromisoformat(first).toordinal() - 0.5 if first else ends[0]
    return start, date.fromisoformat(last).toordinal() + 0.5 if last else ends[1]


def brushed_lanes(view: View, down: Kind, lanes: Sequence[Lane]) -> frozenset[int]:
    """Return which lanes are named by what narrows a view."""
    wanted = {
        "themes": view.filter.themes,
        "speakers": view.filter.speakers,
        "places": view.selection.entity_ids,
    }[down]
    return frozenset(at for at, lane in enumerate(lanes) if not {*wanted}.isdisjoint(lane.ids))


def _paragraphs(low: float, high: float) -> str:
    """Return the paragraphs whose middle lies within, or else the one that it touches."""
    first, last = math.ceil(low), math.floor(high)
    if first > last:
        first = last = round((low + high) / 2)
    return f"{first}" if first == last else f"{first}-{last}"


def _period(low: float, high: float) -> tuple[str, str]:
    days = (max(1, min(round(each), date.max.toordinal())) for each in (low, high))
    first, last = (date.fromordinal(day).isoformat() for day in days)
    return first, last


def _at_places(view: View, ids: tuple[str, ...]) -> Selection:
    """Return what is selected at some places in place of those that were."""
    index = view.dataset.index
    others = (
        each for each in view.selection.members if FAMILIES[index.kind(each) or "region"] != "where"
    )
    return Selection.of((*others, *map(index.place, ids)))
