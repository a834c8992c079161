"""Charts look as they did when somebody last looked at them."""

from pathlib import Path

import numpy as np
import pytest

from jjjviewer.charts.registry import CHART_TYPES
from jjjviewer.charts.style import DARK, LIGHT
from jjjviewer.model.dataset import Dataset
from tests.charts.reference import FOLDER, charts
from tests.images import pixels

NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))
FARTHEST = 24
"""By how much, of 255, a pixel may differ: what another version of Qt rounds otherwise."""
MOST = 0.002
"""The share of pixels that may differ by more."""


def test_there_is_a_reference_of_every_chart_type() -> None:
    assert {chart_type.id for chart_type in CHART_TYPES} <= set(NAMES)
    assert {path.stem for path in FOLDER.glob("*.png")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_drawing_is_the_reference_to_the_byte(app: object, pack: Dataset, name: str) -> None:
    made = dict(charts(pack, LIGHT))[name].laid_out().bytes("svg")
    assert made.decode() == (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_image_is_the_reference_but_for_rounding(
    app: object, pack: Dataset, tmp_path: Path, name: str
) -> None:
    path = tmp_path / f"{name}.png"
    path.write_bytes(dict(charts(pack, DARK))[name].laid_out().bytes("png"))
    made, reference = pixels(path), pixels(FOLDER / f"{name}.png")
    assert made.shape == reference.shape
    differing = np.abs(made - reference).max(axis=2) > FARTHEST
    assert differing.mean() < MOST
