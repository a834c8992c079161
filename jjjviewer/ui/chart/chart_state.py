"""What the chart pane shows besides its view."""

from typing import NamedTuple

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.ui.chart.chart_zoom import InSight


class ChartState(NamedTuple):
    """How the pane was left."""

    chart_type: ChartType | None
    """In its unit; None where there was a message instead."""
    tab: int
    in_sight: InSight
    highlighted: tuple[str, ...]
    further: object
    """The state of the further tab; None while it was never shown."""
