"""What the chart pane shows is zoomed and moved: here the scale of a timeline."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jjjviewer.charts.page_layout import Wording
from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.charts.types.timeline import Timeline
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.ui.chart.chart_zoom import ChartZoom
from jjjviewer.ui.chart.zoom_tools import ZoomTools
from jjjviewer.ui.shared.canvas import Canvas
from tests.ui.chart.map_reader import SHIFT


def test_a_timeline_is_zoomed_about_its_middle_moved_and_fitted_by_keys(
    qtbot: QtBot, app: object, pack: Dataset
) -> None:
    canvas, tools = Canvas(), ZoomTools()
    qtbot.addWidget(canvas)
    qtbot.addWidget(tools)
    zoom = ChartZoom(canvas, tools)
    in_sight: list[tuple[date, date]] = []

    def draw() -> None:
        words, page = Wording(), PAGES["slide"]
        _, scenes = zoom.composed(Timeline(), pack.view(Selection()), words, page, LIGHT)
        canvas.show_scene(scenes[0])
        axis = scenes[0].time_axis
        assert axis is not None
        in_sight.append((axis.start, axis.end))

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(canvas, key, modifier)

    zoom.settled.connect(draw)
    draw()
    press(Qt.Key.Key_Plus)
    press(Qt.Key.Key_Right, SHIFT)
    press(Qt.Key.Key_0)
    whole, nearer, later, again = in_sight
    days, fewer = (each[1] - each[0] for each in (whole, nearer))
    assert fewer.days == pytest.approx(days.days / 1.5, abs=1)
    assert whole[0] < nearer[0] < later[0]
    assert nearer[1] < later[1] <= whole[1]
    assert later[1] - later[0] == fewer
    assert again == whole
