"""Makes the plots of a view: lanes, or a plot for each unit."""

from itertools import groupby
from typing import NamedTuple

import numpy as np

from jjjviewer.charts.translation import tr
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.view import View
from jjjviewer.ui.explore.axes import AxisSpan, BottomAxis, Field, Look
from jjjviewer.ui.explore.explore_words import Down, left_out_words
from jjjviewer.ui.explore.lane_plot import LanePlot
from jjjviewer.ui.explore.lanes import lanes_of
from jjjviewer.ui.explore.point_plot import PointPlot
from jjjviewer.ui.explore.point_style import PointStyle
from jjjviewer.ui.explore.points import Across, Numbers, Points, points_of
from jjjviewer.ui.explore.unit_plot import UnitPlot

_YEAR = 365.0
_EDGE = 0.02
"""Room before the first day and after the last one, as a share of all."""


class Plotted(NamedTuple):
    """Plots from the top, all points, which of them are plotted, and in words what is not."""

    points: Points
    plots: list[PointPlot]
    axis: BottomAxis | None
    """The one below them all."""
    is_placed: Mask
    left_out: str


def plots_of(view: View, across: Across, down: Down, look: Look, style: PointStyle) -> Plotted:
    """Return the plots of all that a view has."""
    points = points_of(view)
    x = points.across(across)
    is_placed = ~np.isnan(x)
    if down is None:
        is_placed &= points.units >= 0
    missing = int((~is_placed & points.is_figure).sum())
    plots: list[PointPlot] = []
    axis, single = None, 0
    if is_placed.any():
        field = _field(view, across, x[is_placed])
        axis = BottomAxis(look, field, is_last=True)
        if down is None:
            plots, single = _unit_plots(view, points, x, field, look, style)
        else:
            bottom = BottomAxis(look, field, is_last=False)
            plots = [LanePlot(points, lanes_of(down, points, view), x, bottom, style)]
    is_placed[:] = False
    for plot in plots:
        is_placed[plot.which] = True
    left_out = left_out_words(points, across, down, missing, single)
    return Plotted(points, plots, axis, is_placed, left_out)


def _unit_plots(
    view: View, points: Points, x: Numbers, field: Field, look: Look, style: PointStyle
) -> tuple[list[PointPlot], int]:
    """Return a plot for each unit of several figures, or of any if there is no other."""
    is_placed = ~np.isnan(x) & (points.units >= 0)
    categories = view.dataset["figures"]["base_unit"].cat.categories
    counts = np.bincount(points.units[is_placed], minlength=len(categories))
    present = np.argsort(-counts, kind="stable")[: np.count_nonzero(counts)]
    several = [unit for unit in present if counts[unit] > 1]
    shown = several or [*present]
    plots: list[PointPlot] = []
    for unit in shown:
        which = np.flatnonzero(is_placed & (points.units == unit))
        bottom = BottomAxis(look, field, is_last=False)
        id_ = str(categories[unit])
        name = view.dataset.unit_names[id_]
        plots.append(UnitPlot(points, which, x, bottom, style, (id_, name)))
    return plots, len(present) - len(shown)


def _field(view: View, across: Across, x: Numbers) -> Field:
    low, high = float(x.min()), float(x.max())
    if across == "paragraphs":
        first, last = round(low), round(high)
        spans = [each for each in _spans(view) if first <= each.last and each.first <= last]
        return Field(across, first - 0.5, last + 0.5, tr("Paragraphs in reading order"), spans)
    room = max((high - low) * _EDGE, _YEAR / 2 if low == high else 1.0)
    title = tr("End of the period, else its start")
    return Field(across, low - room, high + room, title, [])


def _spans(view: View) -> list[AxisSpan]:
    """Return the speakers in reading order, each with the paragraphs."""
    dataset = view.dataset
    paragraphs, speakers = dataset["paragraphs"], dataset["speakers"]
    names = {
        id_: (name, surname)
        for id_, name, surname in zip(
            speakers["speaker_id"], speakers["speaker"], speakers["surname"], strict=True
        )
    }
    rows = zip(paragraphs["speaker_id"].astype(object), paragraphs["paragraph"], strict=True)
    spans = []
    for id_, some in groupby(rows, key=lambda row: row[0]):
        numbers = [number for _, number in some]
        spans.append(AxisSpan(*names.get(id_, ("", "")), numbers[0], numbers[-1]))
    return spans
