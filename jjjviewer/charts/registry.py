"""The registry of chart types, in the order in which they are offered; add new ones here."""

from collections.abc import Iterable

import numpy as np

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.figure_chart import FigureChart, are_chartable
from jjjviewer.charts.types.arcs import Arcs
from jjjviewer.charts.types.areas import Areas
from jjjviewer.charts.types.attention import Attention
from jjjviewer.charts.types.card import Card
from jjjviewer.charts.types.change import Change
from jjjviewer.charts.types.counts import Counts
from jjjviewer.charts.types.kinds import Kinds
from jjjviewer.charts.types.map import Map
from jjjviewer.charts.types.map_values import MapValues
from jjjviewer.charts.types.matrix import Matrix
from jjjviewer.charts.types.money import Money
from jjjviewer.charts.types.one_unit import OneUnit
from jjjviewer.charts.types.panels import Panels
from jjjviewer.charts.types.parts import Parts
from jjjviewer.charts.types.per_project import PerProject
from jjjviewer.charts.types.shares import Shares
from jjjviewer.charts.types.speaker_theme import SpeakerTheme
from jjjviewer.charts.types.targets import Targets
from jjjviewer.charts.types.timeline import Timeline
from jjjviewer.model.rule_masks import count
from jjjviewer.model.selection import Filter
from jjjviewer.model.view import View

OVERVIEW_ID = SpeakerTheme.id
"""The chart type that comes first where many speak."""
_MANY_SPEAKERS = 4

MAPS: tuple[ChartType, ...] = (Map(), MapValues())
"""The chart types that show an extent of the earth."""
CARD = Card()
"""The chart type of single figures."""
CHART_TYPES: tuple[ChartType, ...] = (
    CARD,
    Money(),
    PerProject(),
    Shares(),
    Change(),
    OneUnit(),
    Counts(),
    Areas(),
    Panels(),
    Parts(),
    Targets(),
    Timeline(),
    SpeakerTheme(),
    Kinds(),
    Attention(),
    *MAPS,
    Arcs(),
    Matrix(),
)


@cached_on_view
def chart_types_for(view: View) -> list[ChartType]:
    """Return the chart types that suit a view, the most informative first."""
    chart_types = [chart_type for chart_type in CHART_TYPES if chart_type.accepts(view)]
    if len(view.speakers) >= _MANY_SPEAKERS and view.filter == Filter():
        # With many speakers, an overview of who spoke of what comes first.
        chart_types.sort(key=lambda chart_type: chart_type.id != OVERVIEW_ID)
    return chart_types


def uncharted(view: View, chart_types: Iterable[ChartType]) -> tuple[int, int]:
    """Count the figures that none of some chart types plots: unclear ones, and others."""
    left = np.ones(view.figure_count, dtype=bool)
    for chart_type in chart_types:
        # `plotted` may have to sort figures: ask only where it can still make a difference.
        if isinstance(chart_type, FigureChart) and (left & chart_type.charted(view)).any():
            left &= ~chart_type.plotted(view)
    unclear = count(left & ~view.which(are_chartable))
    return unclear, count(left) - unclear
