"""The registry of chart types, in the order in which they are offered; add new ones here."""

from collections.abc import Iterable, Iterator

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.figures.figure_chart import FigureChart, are_chartable
from jjjviewer.charts.types.areas import Areas
from jjjviewer.charts.types.attention import Attention
from jjjviewer.charts.types.bars import Bars
from jjjviewer.charts.types.card import Card
from jjjviewer.charts.types.change import Change
from jjjviewer.charts.types.kinds import Kinds
from jjjviewer.charts.types.map import Map
from jjjviewer.charts.types.map_values import MapValues
from jjjviewer.charts.types.matrix import Matrix
from jjjviewer.charts.types.parts import Parts
from jjjviewer.charts.types.shares import Shares
from jjjviewer.charts.types.speaker_theme import SpeakerTheme
from jjjviewer.charts.types.timeline import Timeline
from jjjviewer.model.collection import CollectedChart
from jjjviewer.model.rule_masks import count
from jjjviewer.model.selection import Filter
from jjjviewer.model.view import View

OVERVIEW_ID = SpeakerTheme.id
"""The chart type that comes first where many speak."""
_MANY_SPEAKERS = 4

MAPS = ("map", "map-values")
"""The ids of chart types that show an extent of the earth."""
CARD = Card()
"""The chart type of single figures."""
CHART_TYPES: tuple[ChartType, ...] = (
    Bars(),
    CARD,
    Shares(),
    Change(),
    Areas(),
    Parts(),
    Timeline(),
    SpeakerTheme(),
    Kinds(),
    Attention(),
    Map(),
    MapValues(),
    Matrix(),
)
RENAMED = {
    "money": "bars",
    "one-unit": "bars",
    "counts": "bars",
    "panels": "bars",
    "targets": "bars",
    "per-project": "bars",
    "arcs": "matrix",
}
"""What shows the same as a chart type that is gone."""


def chart_type_of(chart: CollectedChart) -> ChartType | None:
    """Return the chart type of a collected chart; None where there is none of its id."""
    id_ = RENAMED.get(chart.chart_type, chart.chart_type)
    if id_ == Bars.id:
        return Bars(chart.unit, chart.is_per_item)
    return next((each for each in CHART_TYPES if each.id == id_), None)


def collected_chart(chart_type: ChartType, view: View) -> CollectedChart:
    """Return a chart as it is collected, without a name."""
    chart = CollectedChart(chart_type.id, view.selection, view.filter)
    if isinstance(chart_type, Bars):
        unit = chart_type.unit or next(iter(chart_type.units(view)), "")
        chart = chart._replace(unit=unit, is_per_item=chart_type.is_per_item)
    return chart


@cached_on_view
def chart_types_for(view: View) -> list[ChartType]:
    """Return the chart types that suit a view, the most informative first."""
    chart_types = [chart_type for chart_type in CHART_TYPES if chart_type.accepts(view)]
    if len(view.speakers) >= _MANY_SPEAKERS and view.filter == Filter():
        # With many speakers, an overview of who spoke of what comes first.
        chart_types.sort(key=lambda chart_type: chart_type.id != OVERVIEW_ID)
    elif CARD.comes_first(view):
        chart_types.sort(key=lambda chart_type: chart_type.id != CARD.id)
    return chart_types


def variants(chart_type: ChartType, view: View) -> Iterator[ChartType]:
    """Yield bars once for each unit, and for each item where that can be; else itself."""
    if not isinstance(chart_type, Bars):
        yield chart_type
        return
    for unit in chart_type.units(view):
        yield Bars(unit)
    if Bars().per_items(view):
        yield Bars(is_per_item=True)


def uncharted(view: View, chart_types: Iterable[ChartType]) -> tuple[int, int]:
    """Count the figures that none of some chart types plots: unclear ones, and others."""
    left = view.which(are_chartable)
    unclear = view.figure_count - count(left)
    figure_charts = [each for each in chart_types if isinstance(each, FigureChart)]
    # Those that have to lay out marks to know are asked last, and for what is left only.
    figure_charts.sort(key=lambda each: type(each).plotted is not FigureChart.plotted)
    for chart_type in figure_charts:
        for variant in variants(chart_type, view):
            if not left.any():
                return unclear, 0
            assert isinstance(variant, FigureChart)
            left = left & ~variant.plotted(view)
    return unclear, count(left)
