"""Charts as they should be: one file for each chart type, and one of a comparison.

`python -m tests.charts.reference` draws them again; look at what changed before committing it.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage

from jjjviewer.charts.registry import CHART_TYPES, chart_types_for
from jjjviewer.charts.style import DARK, LIGHT, PAGES, Style
from jjjviewer.export.chart import Chart
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection

FOLDER = Path(__file__).parent / "reference"
COMPARED = ("beijing", "tianjin", "hebei")


def charts(pack: Dataset, style: Style) -> Iterator[tuple[str, Chart]]:
    """Yield every chart type with the name of its file, on a slide."""
    page = PAGES["slide"]
    for chart_type in CHART_TYPES:
        yield chart_type.id, Chart(chart_type, pack.view(Selection()), page, style, scale=1)
    compared = pack.view(Selection(COMPARED))
    for chart_type in chart_types_for(compared):
        if chart_type.id in ("bars", "card", "attention"):
            yield f"{chart_type.id}-compared", Chart(chart_type, compared, page, style, scale=1)


def write_all(pack: Dataset) -> None:
    """Write the references: drawings in light colours, images in dark ones.

    An image is left as it is where its pixels are the same: its bytes vary with the versions of
    Qt and of the program.
    """
    FOLDER.mkdir(exist_ok=True)
    outdated = {*FOLDER.iterdir()}
    for suffix, style in (("svg", LIGHT), ("png", DARK)):
        for name, chart in charts(pack, style):
            path = FOLDER / f"{name}.{suffix}"
            outdated.discard(path)
            made = chart.laid_out().bytes(suffix)
            if suffix == "svg" or QImage.fromData(made) != QImage(str(path)):
                path.write_bytes(made)
    for path in outdated:
        path.unlink()


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from jjjviewer.charts.typeface import load_fonts
    from tests.packs import load

    application = QApplication([])
    load_fonts()
    write_all(load())
