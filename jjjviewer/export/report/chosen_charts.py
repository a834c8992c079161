"""The charts of a report: those that suit a view, or those that were collected."""

from collections.abc import Iterator
from typing import NamedTuple

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.page_layout import NO_WORDING, Wording
from jjjviewer.charts.registry import chart_type_of, chart_types_for, variants
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import COLLECTION
from jjjviewer.model.view import View


class ChosenChart(NamedTuple):
    """A chart of a report.

    Attributes:
        chart_type: it accepts the view.
        view: what it is of.
        wording: the user's own words in it.
        note: the user's own on it.
    """

    chart_type: ChartType
    view: View
    wording: Wording = NO_WORDING
    note: str = ""


def charts_for(view: View) -> list[ChosenChart]:
    """Return the charts that a report can have: of the collection, first those collected."""
    found = [*_collected(view.dataset)] if COLLECTION in view.selection.ids else []
    there = {(each.chart_type, each.view.selection, each.view.filter) for each in found}
    for chart_type in chart_types_for(view):
        for variant in variants(chart_type, view):
            if (variant, view.selection, view.filter) not in there:
                found.append(ChosenChart(variant, view))
    return found


def _collected(dataset: Dataset) -> Iterator[ChosenChart]:
    """Yield the charts that were collected, as far as the pack still has what they show."""
    for chart in dataset.collection.charts:
        chart_type = chart_type_of(chart)
        if chart_type is None or not dataset.holds(chart.selection, chart.filter):
            continue
        view = dataset.view(chart.selection, chart.filter)
        if chart_type.accepts(view):
            wording = Wording(chart.title, chart.subtitle, chart.footnote)
            yield ChosenChart(chart_type, view, wording, chart.note)
