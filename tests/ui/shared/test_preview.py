"""The preview of an export: described for screen readers, over the ground that its file has."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.registry import chart_types_for
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import DARK, LIGHT, PAGES, Style
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.ui.shared.preview import Preview
from tests.ui.window.test_work import Paints

CORNER = QPoint(4, 4)
"""Within the first square of the checkerboard, and outside all marks and words."""
BESIDE = QPoint(12, 4)
"""Within the square beside it."""


def scene_in(style: Style, pack: Dataset, id_: str = "hebei") -> Scene:
    view = pack.view(Selection((id_,)))
    return compose(chart_types_for(view)[0], view, PAGES["slide"], style)[0]


@pytest.fixture
def preview(qtbot: QtBot, app: QApplication) -> Preview:
    preview = Preview(LIGHT)
    qtbot.addWidget(preview)
    page = PAGES["slide"]
    # One pixel of the page for each of the widget, within the frame.
    preview.resize(page.width + 2, page.height + 2)
    return preview


def painted(preview: Preview) -> QImage:
    return preview.grab().toImage()


def test_the_preview_is_described_by_the_chart_that_it_shows(
    preview: Preview, pack: Dataset
) -> None:
    shown = scene_in(LIGHT, pack)
    preview.show_scene(shown, transparent=False)
    assert shown.description
    assert preview.accessibleDescription() == shown.description
    other = scene_in(LIGHT, pack, "tianjin")
    preview.show_scene(other, transparent=False)
    assert preview.accessibleDescription() == other.description != shown.description


@pytest.mark.parametrize("style", [LIGHT, DARK], ids=["light", "dark"])
def test_an_opaque_page_has_the_background_of_its_style(
    preview: Preview, pack: Dataset, style: Style
) -> None:
    preview.show_scene(scene_in(style, pack), transparent=False)
    image = painted(preview)
    assert image.pixelColor(CORNER) == image.pixelColor(BESIDE) == QColor(style.background)


@pytest.mark.parametrize("style", [LIGHT, DARK], ids=["light", "dark"])
def test_a_transparent_page_lies_over_a_checkerboard_in_the_colours_of_its_style(
    preview: Preview, pack: Dataset, style: Style
) -> None:
    preview.show_scene(scene_in(style, pack), transparent=True)
    image = painted(preview)
    below = CORNER + QPoint(0, BESIDE.x() - CORNER.x())
    diagonal = BESIDE + QPoint(0, BESIDE.x() - CORNER.x())
    surface, background = QColor(style.surface), QColor(style.background)
    assert image.pixelColor(CORNER) == image.pixelColor(diagonal) == surface
    assert image.pixelColor(BESIDE) == image.pixelColor(below) == background


def test_another_scene_is_painted_as_soon_as_it_is_shown(
    preview: Preview, pack: Dataset, qtbot: QtBot
) -> None:
    preview.show_scene(scene_in(LIGHT, pack), transparent=True)
    preview.show()
    qtbot.waitExposed(preview)
    QApplication.processEvents()
    paints = Paints(preview)
    QApplication.processEvents()
    assert not paints.count
    preview.show_scene(scene_in(LIGHT, pack), transparent=False)
    QApplication.processEvents()
    assert paints.count[preview] == 1
    assert painted(preview).pixelColor(CORNER) == QColor(LIGHT.background)
