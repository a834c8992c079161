"""Whatever pack is open: every pair of axes ends in points or in words on why there are none."""

import tempfile
from itertools import product
from pathlib import Path

from hypothesis import given, settings
from PySide6.QtWidgets import QApplication

from jjjviewer.charts.style import LIGHT
from jjjviewer.model.selection import Selection
from jjjviewer.ui.explore.explore_pane import ExplorePane
from tests.packs import load
from tests.random_packs import Files, put_into, thorough, valid_packs


@settings(thorough, max_examples=6)
@given(valid_packs())
def test_every_pack_is_plotted_or_it_is_said_why_not(app: QApplication, files: Files) -> None:
    with tempfile.TemporaryDirectory() as name:
        dataset = load(put_into(Path(name) / "pack", files))
    pane = ExplorePane()
    pane.resize(500, 400)
    pane.apply_theme(LIGHT)
    pane.show_view(dataset.view(Selection()))
    pane.show()
    pairs = product(*(menu.actions() for menu in pane.tools.menus))
    said = []
    for axes in pairs:
        for axis in axes:
            axis.trigger()
        app.processEvents()
        said.append(pane.message)
    pane.close()
    assert all(words == "" or "Nothing to plot" in words for words in said)
