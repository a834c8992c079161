"""Explore and all other panes: a drag in the plot changes them, a choice in them lights points."""

import csv
import io
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.scene import Scene
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Filter, Selection
from jjjviewer.model.view import View
from jjjviewer.ui.chart import chart_zoom
from tests.ui.explore.explorer import Explorer
from tests.ui.search.test_search import searcher
from tests.ui.window.test_narrowing import chips, remove

ECOLOGY = Filter(paragraphs=("38-44",), themes=("ecology",))


@pytest.fixture
def brushed(explorer: Explorer) -> Explorer:
    """Somebody who dragged over Ecology in the paragraphs 38 to 44."""
    explorer.brush((38, 44), ("Ecology", "Ecology"))
    return explorer


def test_a_drag_sets_chips(brushed: Explorer) -> None:
    assert chips(brushed.user) == ["Beijing-Tianjin-Hebei", "Ecology ×", "¶38–44 ×"]


def test_a_drag_narrows_the_details(brushed: Explorer, pack: Dataset) -> None:
    view = pack.view(Selection(), ECOLOGY)
    assert brushed.user.figure_count == view.figure_count > 0
    assert f"{len(view.statements)} statements" in brushed.user.text


def test_a_drag_narrows_the_chart(brushed: Explorer, pack: Dataset) -> None:
    brushed.user.click(brushed.user.button("As a chart"))
    assert brushed.user.canvas.isVisible()
    chart = brushed.user.chart.chart
    assert chart is not None
    assert {*chart.view.figures["figure_id"]} == {
        *pack.view(Selection(), ECOLOGY).figures["figure_id"]
    }


def test_a_drag_narrows_the_table(brushed: Explorer) -> None:
    brushed.user.open_tab(0)
    brushed.user.choose_chart_type("In numbers")
    brushed.user.open_tab(1)
    table = next(each for each in brushed.user.chart.findChildren(QTableView) if each.isVisible())
    model = table.model()
    headings = [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]
    at = headings.index("Paragraph")
    assert model.rowCount() > 0
    assert {int(model.index(row, at).data()) for row in range(model.rowCount())} <= {*range(38, 45)}


def test_a_drag_narrows_what_is_exported(brushed: Explorer) -> None:
    brushed.user.action("Copy chart").trigger()
    rows = csv.DictReader(io.StringIO(QGuiApplication.clipboard().text()), delimiter="\t")
    paragraphs = {int(row["Paragraph"]) for row in rows if row["Paragraph"]}
    assert {40} <= paragraphs <= {*range(38, 45)}


def test_a_row_of_the_tree_lights_its_points(explorer: Explorer, pack: Dataset) -> None:
    explorer.user.click_row("hebei")
    view = pack.view(Selection(("hebei",)))
    assert explorer.lit == {*view.statements["statement_id"], *view.figures["figure_id"]}


def test_a_figure_in_the_details_lights_its_point(explorer: Explorer, pack: Dataset) -> None:
    explorer.user.click_figure(0)
    assert pack["figures"]["figure_id"][0] in explorer.ringed


def test_a_mark_of_the_chart_lights_its_point(explorer: Explorer) -> None:
    explorer.user.open_tab(0)
    explorer.user.click_row("yu-bo")
    explorer.user.choose_chart_type("In numbers")
    mark = next(each for each in explorer.user.canvas.marks if len(each.records) == 1)
    explorer.user.click_mark(mark)
    explorer.user.open_tab(2)
    assert mark.records[0] in explorer.ringed


def test_a_result_of_the_search_lights_its_point(qtbot: QtBot, explorer: Explorer) -> None:
    somebody = searcher(explorer.user)
    somebody.search("f43-3")
    somebody.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "f43-3" in explorer.ringed)


def test_removing_a_chip_lights_what_it_held_back(brushed: Explorer, pack: Dataset) -> None:
    before = brushed.lit
    remove(brushed.user, "¶38")
    view = pack.view(Selection(), Filter(themes=("ecology",)))
    assert before < brushed.lit
    assert brushed.lit == {*view.statements["statement_id"], *view.figures["figure_id"]}


def test_choosing_a_chart_shows_it(explorer: Explorer) -> None:
    explorer.user.action("Bars").trigger()
    assert explorer.user.canvas.isVisible()
    assert explorer.user.chosen_chart_type() == "Bars"


def test_the_chart_is_laid_out_only_when_its_tab_is_shown(
    explorer: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[View] = []

    def noted(*parts: Any, **named: Any) -> list[Scene]:
        laid_out.append(parts[1])
        return compose(*parts, **named)

    monkeypatch.setattr(chart_zoom, "compose", noted)
    explorer.user.click_row("hebei")
    explorer.brush((38, 44), ("Ecology", "Ecology"))
    assert laid_out == []
    explorer.user.open_tab(0)
    assert {view.selection.ids for view in laid_out} == {("hebei",)}
    assert laid_out[-1].filter.paragraphs
    assert explorer.user.canvas.marks


def test_what_is_exported_from_explore_is_the_chart_of_what_is_shown(explorer: Explorer) -> None:
    explorer.user.click_row("hebei")
    chart = explorer.user.chart.chart
    assert chart is not None
    assert chart.view.selection.ids == ("hebei",)
    assert "Hebei" in explorer.user.canvas.accessibleDescription()


def test_a_figure_chosen_in_explore_is_marked_in_the_chart_that_is_shown_next(
    explorer: Explorer,
) -> None:
    explorer.user.click_row("chai-baoliang")
    records = explorer.click_record("f41-2")
    explorer.user.open_tab(0)
    assert records & {*explorer.user.canvas.highlighted}
    assert any(records & {*mark.records} for mark in explorer.user.canvas.marks)
