"""Which of the chart types that suit is drawn."""

from collections.abc import Iterator, Sequence

from jjjviewer.charts.chart_type import ChartType, record_ids
from jjjviewer.charts.registry import OVERVIEW_ID, variants
from jjjviewer.model.view import View


def preferred(
    offered: Sequence[ChartType], wanted: str, shown: ChartType | None, view: View
) -> ChartType | None:
    """Return the chart type that was chosen or shown last, if it suits; else the first.

    Args:
        offered: the chart types that suit.
        wanted: the id of the one that was chosen.
        shown: the one that was drawn last; it keeps its unit where that suits too.
        view: what they suit.
    """
    for chart_type in offered:
        if chart_type.id == wanted:
            return _as_shown(chart_type, shown, view)
    # Of the overview, which nobody chose, a filter of figures lets nothing be seen.
    if shown is None or shown.id == OVERVIEW_ID:
        return offered[0] if offered else None
    found = next((each for each in offered if each.id == shown.id), None)
    return _as_shown(found, shown, view) if found else None


def _as_shown(chart_type: ChartType, shown: ChartType | None, view: View) -> ChartType:
    """Return a chart type in the unit in which it was drawn last, if it still suits."""
    if shown is not None and shown.id == chart_type.id and shown in [*variants(chart_type, view)]:
        return shown
    return chart_type


def holding(offered: Sequence[ChartType], figure: str, view: View) -> Iterator[ChartType]:
    """Yield the chart types that plot a figure, bars in each unit, in their order."""
    for chart_type in offered:
        for variant in variants(chart_type, view):
            if figure in {*record_ids(variant.rows(view))}:
                yield variant
