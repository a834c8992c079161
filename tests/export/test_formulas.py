"""No spreadsheet runs what a table holds as a formula."""

import csv
import io
import itertools
import json
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.formatting import paragraphs
from jjjviewer.export.chart import to_clipboard
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.schema import DESCRIPTOR
from jjjviewer.model.selection import Selection
from tests.export.test_spreadsheet import CAVEAT, CITATION, book_of, each_chart_type, made, rows_of
from tests.packs import Row, change, copy_of_bundled, load

SIGNS = ("=", "+", "-", "@")

EVIL = "cmd|' /C calc'!A0"


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """A pack in which every text that reaches a table is a formula."""
    path = copy_of_bundled(tmp_path_factory.mktemp("evil"))
    signs = itertools.cycle(SIGNS)

    def poison(*columns: str) -> Callable[[list[Row]], None]:
        def alter(rows: list[Row]) -> None:
            for at, row in enumerate(rows):
                row.update({column: f"{next(signs)}{EVIL} {at}" for column in columns})

        return alter

    for table, columns in {
        "units": ("label",),
        "figures": ("measure", "note", "period_text", "denominator"),
        "speakers": ("name",),
        "themes": ("label",),
        "regions": ("name",),
        "entities": ("name",),
        "links": ("topic", "mechanism"),
    }.items():
        change(path, table, poison(*columns))
    descriptor = json.loads((path / DESCRIPTOR).read_text(encoding="utf-8"))
    descriptor["jjjviewer"] |= {"citation": f"={EVIL}", "caveat": f"@{EVIL}"}
    descriptor["licenses"] = [{"name": f"+{EVIL}"}]
    (path / DESCRIPTOR).write_text(json.dumps(descriptor), encoding="utf-8")
    return load(path)


@each_chart_type
def test_every_row_of_every_table_carries_source_caveat_and_licence(
    app: QApplication, pack: Dataset, chart_type: ChartType
) -> None:
    laid_out = made(pack, chart_type)
    head, *rows = rows_of(laid_out.bytes("csv"))
    assert head[-3:] == ["Source", "Caveat", "Licence"]
    # A table may have more rows than its picture.
    stated = paragraphs({*chart_type.rows(laid_out.chart.view)["paragraph"]})
    assert rows
    assert all(row[-3:] == [f"{CITATION}, {stated}", CAVEAT, "CC-BY-4.0"] for row in rows)
    sheet = book_of(laid_out.bytes("xlsx"))["Data"]
    read = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert read[0] == head
    assert [row[-3:] for row in read[1:]] == [row[-3:] for row in rows]


@each_chart_type
def test_no_heading_and_no_cell_of_a_csv_or_of_the_clipboard_is_a_formula(
    app: QApplication, evil: Dataset, chart_type: ChartType
) -> None:
    for ids in ((), ("hebei", "tianjin")):
        if not chart_type.accepts(evil.view(Selection(ids))):
            continue
        laid_out = made(evil, chart_type, *ids)
        to_clipboard(laid_out.chart)
        data = QGuiApplication.clipboard().mimeData()
        text = data.text()
        tables = (
            rows_of(laid_out.bytes("csv")),
            rows_of(bytes(data.data("text/csv").data())),
            list(csv.reader(io.StringIO(text, newline=""), delimiter="\t")),
        )
        cells = [cell for table in tables for row in table for cell in row]
        assert any(EVIL in cell for cell in cells)
        assert not [cell for cell in cells if cell.startswith(SIGNS) and EVIL in cell]


@each_chart_type
def test_no_cell_title_or_label_of_a_workbook_is_a_formula(
    app: QApplication, evil: Dataset, chart_type: ChartType
) -> None:
    data = made(evil, chart_type).bytes("xlsx")
    book = book_of(data)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(EVIL in str(cell.value) for cell in cells)
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert [sheet.title for sheet in book] in (["Data", "Source"], ["Data", "Chart", "Source"])
    archive = zipfile.ZipFile(io.BytesIO(data))
    for name in archive.namelist():
        root = ET.fromstring(archive.read(name))
        formulas = [each.text or "" for each in root.iter() if each.tag.endswith("}f")]
        assert not [each for each in formulas if EVIL in each]
