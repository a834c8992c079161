"""Whatever a chart says in words can be translated."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from jjjviewer.charts.chart_type import ChartType, compose
from jjjviewer.charts.registry import CHART_TYPES
from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from tests.packs import load

NEIGHBOURS = ("Inner Mongolia", "Liaoning", "Shanxi", "Shandong", "Henan", "Bohai Sea")
"""Of the regions of the pack, on a map."""


class Marker(QTranslator):
    """Marks every text that is put to it."""

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"«{text}»"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture(scope="module")
def pack() -> Dataset:
    """One of its own: what is found in its views stays in the words in which it was found."""
    return load()


@pytest.fixture
def marked(app: QApplication) -> Iterator[None]:
    marker = Marker(app)
    app.installTranslator(marker)
    yield
    app.removeTranslator(marker)


@pytest.mark.parametrize("chart_type", CHART_TYPES, ids=lambda chart_type: chart_type.id)
def test_all_words_of_a_chart_are_put_to_the_translator(
    marked: None, pack: Dataset, chart_type: ChartType
) -> None:
    scene, *_ = compose(chart_type, pack.view(Selection()), PAGES["a4"], LIGHT)
    source = next(text.text for text in scene.texts if "Beijing Daily" in text.text)
    assert "«Source: " in source
    assert chart_type.name.startswith("«")
    names = " ".join(
        [
            *pack["figures"]["measure"],
            *pack["figures"]["measure_short"],
            *pack["themes"]["theme"],
            *pack["speakers"]["speaker"],
            *pack["entities"]["name"],
            *NEIGHBOURS,
        ]
    ).casefold()
    words = {text.text for text in scene.texts if text.text.isalpha()}
    assert not {word for word in words if "«" not in word and word.casefold() not in names}
