"""The chart of the export measurements: sums of money in the bundled pack, as bars."""

from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.charts.types.bars import Bars
from jjjviewer.export.chart import Chart
from jjjviewer.model.dataset import Dataset, open_dataset
from jjjviewer.model.selection import Selection
from jjjviewer.paths import bundled_pack

FORMATS = ("png", "svg", "pdf")
SCALE = 4.0
"""A slide of 960×540 becomes 3840×2160 pixels."""


def load() -> Dataset:
    """Return the bundled pack."""
    return open_dataset(bundled_pack())


def chart(scale: float) -> Chart:
    """Return the chart, on a slide."""
    return Chart(Bars(unit="cny"), load().view(Selection()), PAGES["slide"], LIGHT, scale)
