"""What a table copies is for a spreadsheet, which runs none of it."""

import csv
import io
from datetime import date

import pandas as pd
import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QListView

from jjjviewer.ui.shared.clipboard import copy_from
from jjjviewer.ui.shared.tables import CopyTable, FrameModel

EVIL = "cmd|' /C calc'!A0"


@pytest.fixture
def table(app: QApplication) -> CopyTable:
    table = CopyTable()
    model = FrameModel(table)
    rows = [[f"{sign}{EVIL}", f"{sign}{EVIL}\t=1\r\n=2", 5.5] for sign in "=+-@"]
    model.fill(pd.DataFrame([*rows, ["-50%", date(2022, 10, 21), -3]], columns=["A", "B", "C"]))
    table.setModel(model)
    table.selectAll()
    return table


def copied(table: CopyTable) -> list[list[str]]:
    table.copy()
    text = QGuiApplication.clipboard().text()
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_copied_cells_are_no_formulas_and_stay_in_their_row(table: CopyTable) -> None:
    rows = copied(table)
    assert rows[0] == [f"'={EVIL}", f"'={EVIL} =1 =2", "5.5"]
    assert all(cell.startswith("'") for row in rows[:4] for cell in row[:2])
    assert rows[4:] == [["-50%", "2022-10-21", "-3"]]


def test_the_source_stands_below_and_is_no_formula_either(table: CopyTable) -> None:
    table.source_line = lambda rows: f"={len(list(rows))}\n{EVIL}"
    assert copied(table)[-1] == [f"'=5 {EVIL}"]
    table.clearSelection()
    assert copied(table) == []


def test_copied_rows_of_a_list_are_no_formulas(app: QApplication) -> None:
    rows = QListView()
    model = QStringListModel([f"={EVIL}", "Beijing"])
    rows.setModel(model)
    rows.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
    rows.selectAll()
    copy_from(rows)
    assert sorted(QGuiApplication.clipboard().text().split("\n")) == [f"'={EVIL}", "Beijing"]
