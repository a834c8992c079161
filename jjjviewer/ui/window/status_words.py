"""The texts of the status bar: contents of a view, what is not charted and why, source."""

from collections.abc import Sequence

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.formatting import citation
from jjjviewer.charts.registry import uncharted
from jjjviewer.charts.translation import tr
from jjjviewer.charts.types.map import Map, why_no_map
from jjjviewer.model.view import View
from jjjviewer.ui.shared import wording


def content_words(view: View, chart_types: Sequence[ChartType]) -> str:
    """Return the contents of a view, and how much of it no chart type draws."""
    counts = (
        wording.speakers(len(view.speakers)),
        wording.statements(len(view.statements)),
        wording.figures(view.figure_count),
    )
    parts = (", ".join(counts), *_not_charted(view, chart_types), *_not_mapped(view, chart_types))
    return "  |  ".join(parts)


def source_words(view: View) -> str:
    """Return the source of the data."""
    return tr("Source: {citation}", citation=citation(view))


def _not_charted(view: View, chart_types: Sequence[ChartType]) -> list[str]:
    """Return how many figures no chart type draws, and why."""
    unclear, alone = uncharted(view, chart_types)
    reasons = []
    if unclear:
        reasons.append(tr("{count} unclear in the text", count=unclear))
    if alone:
        reasons.append(tr("{count} in a unit no chart shows", count=alone))
    if not reasons:
        return []
    figures = wording.figures(unclear + alone)
    return [tr("{figures} not charted: {reasons}", figures=figures, reasons=", ".join(reasons))]


def _not_mapped(view: View, chart_types: Sequence[ChartType]) -> list[str]:
    """Return why there is no map, if the view has links."""
    has_map = any(each.id == Map.id for each in chart_types)
    return [] if view.links.empty or has_map else [why_no_map(view)]
