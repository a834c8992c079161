"""Charts as they should be: one file for each form, and one of a comparison.

`python -m tests.charts.reference` draws them anew; look at what changed before committing it.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from jjjviewer.charts.registry import FORMS, forms_for
from jjjviewer.charts.style import DARK, LIGHT, PAGES, Style
from jjjviewer.export.chart import Chart
from jjjviewer.model.pack import Pack
from jjjviewer.model.selection import Selection

FOLDER = Path(__file__).parent / "reference"
COMPARED = ("beijing", "tianjin", "hebei")


def charts(pack: Pack, style: Style) -> Iterator[tuple[str, Chart]]:
    """Every form with the name of its file, on a slide."""
    page = PAGES["slide"]
    for form in FORMS:
        ids = ("f21-2", "f9-3", "f41-7", "f9-1") if form.id == "card" else ()
        yield form.id, Chart(form, pack.view(Selection(ids)), page, style, scale=1)
    compared = pack.view(Selection(COMPARED))
    for form in forms_for(compared):
        if form.id in ("money", "panels", "attention"):
            yield f"{form.id}-compared", Chart(form, compared, page, style, scale=1)


def write_all(pack: Pack) -> None:
    """Write the references: drawings in light colours, images in dark ones."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    for suffix, style in (("svg", LIGHT), ("png", DARK)):
        for name, chart in charts(pack, style):
            (FOLDER / f"{name}.{suffix}").write_bytes(chart.laid_out().bytes(suffix))


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from jjjviewer.charts.typeface import load_fonts
    from tests.packs import load

    application = QApplication([])
    load_fonts()
    write_all(load())
