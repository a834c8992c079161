"""Tables carry their source, no spreadsheet runs them, and Excel gets a table and a chart of it."""

import csv
import io
import warnings
import xml.etree.ElementTree as ET
import zipfile
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pandas as pd
import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.registry import CHART_TYPES
from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.export.chart import Chart, LaidOut, to_clipboard
from jjjviewer.export.spreadsheet import delimited, unique_headings
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.saving import pack_bytes, workbook_bytes
from jjjviewer.model.selection import Selection
from tests.packs import Row, change, copy_of_bundled, load

CITATION = "Beijing Daily, Tianjin Daily and Hebei Daily, joint interview, 21 October 2022"
CAVEAT = "As stated by the speakers on 21 October 2022; not checked."
NATIVE = {"bars": "barChart", "shares": "barChart", "change": "lineChart"}
CHART_XML = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
each_chart_type = pytest.mark.parametrize("chart_type", CHART_TYPES, ids=lambda each: each.id)


def chart_type_of(id_: str) -> ChartType:
    return next(each for each in CHART_TYPES if each.id == id_)


def made(pack: Dataset, chart_type: ChartType, *ids: str) -> LaidOut:
    return Chart(chart_type, pack.view(Selection(ids)), PAGES["slide"], LIGHT).laid_out()


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def book_of(data: bytes) -> openpyxl.Workbook:
    with warnings.catch_warnings(action="error"):
        return openpyxl.load_workbook(io.BytesIO(data))


def test_headings_are_as_excel_takes_them() -> None:
    given = ["Status", "status", "STATUS", "", "", "x" * 300, "x" * 299, "Status 2"]
    headings = unique_headings(given)
    assert headings[:5] == ["Status", "status 2", "STATUS 3", "–", "– 2"]
    assert len({each.casefold() for each in headings}) == len(given)
    assert all(0 < len(each) <= 255 for each in headings)


def test_a_column_that_is_called_source_already_keeps_its_cells(app: QApplication) -> None:
    frame = pd.DataFrame([["a", "b"]], columns=["Source", "=x"])
    assert delimited(frame, ",", "\n", "=last") == "Source,'=x\na,b\n'=last\n"


@pytest.mark.parametrize("label", ["Note", "Record", "What", "source", "Licence"])
def test_a_unit_that_is_called_as_another_column_hides_neither(
    app: QApplication, tmp_path: Path, label: str
) -> None:
    path = copy_of_bundled(tmp_path)

    def rename(rows: list[Row]) -> None:
        next(row for row in rows if row["unit_id"] == "cny")["label"] = label

    change(path, "units", rename)
    laid_out = made(load(path), chart_type_of("bars"))
    head, first, *_ = rows_of(laid_out.bytes("csv"))
    assert first[1] == "731900000000"
    assert first[head.index("Record")] == "f21-2"
    assert [cell.value for cell in book_of(laid_out.bytes("xlsx"))["Data"][1]] == head


def test_figures_of_a_workbook_are_numbers_and_dates_in_a_table(
    app: QApplication, pack: Dataset
) -> None:
    sheet = book_of(made(pack, chart_type_of("shares")).bytes("xlsx"))["Data"]
    (table,) = sheet.tables.values()
    assert table.ref == sheet.dimensions
    assert table.autoFilter.ref == sheet.dimensions
    assert table.tableStyleInfo.showRowStripes
    assert sheet.freeze_panes == "A2"
    head = [cell.value for cell in sheet[1]]
    assert {"Qualifier", "Certainty", "Status", "Period start", "Period end"} <= {*head}
    by_id = {row[head.index("Record")].value: row for row in sheet.iter_rows(min_row=2)}
    row = dict(zip(head, by_id["f41-7"], strict=True))
    assert (row["Per cent"].value, row["Per cent"].number_format) == (60.03, "#,##0.00")
    assert row["Period end"].value == datetime(2022, 10, 21)
    assert row["Period end"].number_format == "yyyy-mm-dd"
    assert (row["Paragraph"].value, row["Paragraph"].number_format) == (41, "0")
    assert row["Status"].value == "achieved"
    assert row["Certainty"].value == "clear"
    assert by_id["f16-12"][head.index("Qualifier")].value == "nearly"
    bars = book_of(made(pack, chart_type_of("bars")).bytes("xlsx"))["Data"]
    assert (bars["B2"].value, bars["B2"].number_format) == (731_900_000_000, "#,##0")


def test_decimals_stay_as_they_were_printed(app: QApplication, tmp_path: Path) -> None:
    path = copy_of_bundled(tmp_path)

    def alter(rows: list[Row]) -> None:
        (row,) = (row for row in rows if row["figure_id"] == "f41-7")
        row.update(printed="60.0%", value="60.0")

    change(path, "figures", alter)
    sheet = book_of(made(load(path), chart_type_of("shares")).bytes("xlsx"))["Data"]
    formats = {cell.number_format for cell in sheet["B"] if cell.value == 60}
    assert "#,##0.0" in formats


@each_chart_type
def test_excel_gets_a_chart_of_its_own_where_it_has_one(
    app: QApplication, pack: Dataset, chart_type: ChartType
) -> None:
    laid_out = made(pack, chart_type)
    archive = zipfile.ZipFile(io.BytesIO(laid_out.bytes("xlsx")))
    names = [name for name in archive.namelist() if name.startswith("xl/charts/")]
    assert bool(names) == (chart_type.id in NATIVE)
    for name in names:
        root = ET.fromstring(archive.read(name))
        texts = "".join(each.text or "" for each in root.iter() if each.tag.endswith("}t"))
        assert laid_out.scene.title in texts
        assert laid_out.scene.subtitle not in texts
        (plot,) = root.iter(f"{CHART_XML}{NATIVE[chart_type.id]}")
        values = [
            float(point.findtext(f"{CHART_XML}v") or "")
            for series in plot.iter(f"{CHART_XML}val")
            for point in series.iter(f"{CHART_XML}pt")
        ]
        plotted = sorted(made_values(laid_out))
        if chart_type.id == "change":
            # A change without values before and after has no line.
            plotted = [value for value in plotted if value in values]
            assert len(plotted) > 1
        assert sorted(values) == pytest.approx(plotted)


def test_excel_draws_no_change_of_which_only_the_size_is_known(
    app: QApplication, pack: Dataset
) -> None:
    laid_out = made(pack, chart_type_of("change"), "yu-bo")
    assert laid_out.scene.headline == ("f15-1",)
    assert book_of(laid_out.bytes("xlsx")).sheetnames == ["Data", "Source"]


def made_values(laid_out: LaidOut) -> list[float]:
    """Return the values of a table, which stand beside what they measure."""
    table = laid_out.table()
    return [float(cell) for cell in table.iloc[:, list(table.columns).index("What") + 1]]


def test_what_is_aimed_at_is_hollow_in_excel_too(app: QApplication, pack: Dataset) -> None:
    laid_out = made(pack, chart_type_of("bars"))
    archive = zipfile.ZipFile(io.BytesIO(laid_out.bytes("xlsx")))
    root = ET.fromstring(archive.read("xl/charts/chart1.xml"))
    hollow = [
        int(point.find(f"{CHART_XML}idx").attrib["val"])  # type: ignore[union-attr]
        for point in root.iter(f"{CHART_XML}dPt")
    ]
    stated = laid_out.table()["Status"].tolist()
    assert hollow == [at for at, status in enumerate(stated) if status == "target"]
    assert hollow


def own_properties(workbook: bytes) -> dict[str, str]:
    root = ET.fromstring(zipfile.ZipFile(io.BytesIO(workbook)).read("docProps/custom.xml"))
    return {each.attrib["name"]: "".join(each.itertext()) for each in root}


def test_the_headline_stands_in_the_properties_of_every_format(
    app: QApplication, pack: Dataset, tmp_path: Path
) -> None:
    laid_out = made(pack, chart_type_of("bars"))
    title = laid_out.scene.title
    book = book_of(laid_out.bytes("xlsx"))
    assert book.properties.title == title
    assert book.properties.subject == laid_out.scene.subtitle
    assert book.properties.creator == CITATION
    assert "f21-2" in book.properties.keywords
    assert title in book.properties.description
    own = own_properties(laid_out.bytes("xlsx"))
    headline = " ".join(laid_out.scene.headline)
    assert headline
    assert own["Headline"] == headline
    assert own["Source"] == CITATION
    assert own["Caveat"] == CAVEAT
    assert own["Licence"] == "CC-BY-4.0"
    assert QImage.fromData(laid_out.bytes("png")).text("Headline") == headline
    metadata = PdfReader(io.BytesIO(laid_out.bytes("pdf"))).metadata
    assert metadata is not None
    assert str(metadata["/Headline"]) == headline


def test_archives_name_the_same_system_and_time_wherever_they_are_made(
    app: QApplication, pack: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    def all_bytes() -> list[bytes]:
        charted = made(pack, chart_type_of("shares")).bytes("xlsx")
        return [charted, *(make(pack, pack.frames) for make in (workbook_bytes, pack_bytes))]

    here = all_bytes()
    monkeypatch.setattr(zipfile, "sys", SimpleNamespace(platform="win32"))
    assert all_bytes() == here
    for data in here:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
        assert {each.create_system for each in entries} == {3}
        assert {each.date_time for each in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


def test_a_copied_table_ends_with_its_source(app: QApplication, pack: Dataset) -> None:
    laid_out = made(pack, chart_type_of("bars"))
    to_clipboard(laid_out.chart)
    *rows, last = QGuiApplication.clipboard().text().splitlines()
    source = CITATION.removesuffix(", 21 October 2022")
    assert last == f"{CAVEAT} Source: {source}, ¶21, 43, 50, 53."
    assert len(rows) == len(laid_out.table()) + 1
