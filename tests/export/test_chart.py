"""Files are what they claim to be, hold their source, and are written wholly or not at all."""

import errno
import hashlib
import io
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QImage

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.registry import CHART_TYPES, MAPS
from jjjviewer.charts.shapes import Rect
from jjjviewer.charts.style import DARK, LIGHT, PAGES, Page, Style
from jjjviewer.export.atomic_write import ExportError
from jjjviewer.export.batch import jobs, write_all
from jjjviewer.export.chart import FORMATS, Chart, to_clipboard
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from tests.packs import load

SVG = "{http://www.w3.org/2000/svg}"

BARS = next(chart_type for chart_type in CHART_TYPES if chart_type.id == "bars")


@pytest.fixture
def bars(app: object, pack: Dataset) -> Chart:
    return Chart(BARS, pack.view(Selection()), PAGES["slide"], LIGHT)


def test_a_png_is_sharp_and_carries_title_description_and_source(
    bars: Chart, tmp_path: Path
) -> None:
    path = tmp_path / "bars.png"
    write_all(bars, [path])
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1920, 1080)
    assert image.text("Title") == bars.laid_out().scene.title
    assert "731.9 billion yuan" in image.text("Description")
    assert image.text("Source").startswith("Beijing Daily, Tianjin Daily and Hebei Daily")
    assert set(image.text("Records").split(", ")) == set(bars.laid_out().scene.records)


@pytest.mark.parametrize("scale", [1, 2, 3.3])
@pytest.mark.parametrize(
    ("page", "inches"),
    [
        (PAGES["slide"], (13.333, 7.5)),
        (PAGES["a4"], (210 / 25.4, 297 / 25.4)),
        (PAGES["square"], (7.5, 7.5)),
        (PAGES["banner"], (12.5, 628 / 96)),
        (Page("own", 621, 563), (621 / 96, 563 / 96)),
    ],
    ids=lambda each: each.name if isinstance(each, Page) else "",
)
def test_a_page_has_the_same_size_on_paper_in_every_format(
    bars: Chart, page: Page, inches: tuple[float, float], scale: float
) -> None:
    made = bars._replace(page=page, scale=scale).laid_out()
    image = QImage.fromData(made.bytes("png"))
    assert (image.width(), image.height()) == (
        round(page.width * scale),
        round(page.height * scale),
    )
    per_meter = (image.dotsPerMeterX(), image.dotsPerMeterY())
    pixels = (image.width(), image.height())
    for pixel_count, density, expected in zip(pixels, per_meter, inches, strict=True):
        assert pixel_count / (density * 0.0254) == pytest.approx(expected, rel=1e-3)
    box = PdfReader(io.BytesIO(made.bytes("pdf"))).pages[0].mediabox
    assert [float(each) / 72 for each in box] == pytest.approx([0, 0, *inches], abs=1e-3)


@pytest.mark.parametrize("style", [LIGHT, DARK], ids=lambda style: style.name)
@pytest.mark.parametrize(
    "chart_type", [each for each in CHART_TYPES if each.id not in MAPS], ids=lambda each: each.id
)
def test_a_page_without_ground_has_nothing_of_it_in_its_hollows(
    app: object, pack: Dataset, chart_type: ChartType, style: Style
) -> None:
    view = pack.view(Selection())
    chart = Chart(chart_type, view, PAGES["slide"], style, 1, transparent=True)
    root = ET.fromstring(chart.laid_out().svg().encode())
    assert not [
        each.tag
        for each in root.iter()
        if each.get("fill") == style.background and each.tag != f"{SVG}text"
    ]


def test_a_hollow_mark_lets_through_what_lies_below_a_page_without_ground(bars: Chart) -> None:
    made = bars._replace(transparent=True, scale=1).laid_out()
    (target,) = (mark for mark in made.scene.marks if mark.records == ("f53-1",))
    bar = next(shape for shape in target.shapes if isinstance(shape, Rect))
    # In the middle is a line of the grid.
    inside = QPoint(round(bar.x + bar.width / 3), round(bar.y + bar.height / 2))
    assert made.image().pixelColor(inside).alpha() == 0
    with_ground = bars._replace(scale=1).laid_out().image()
    assert with_ground.pixelColor(inside).name() == LIGHT.background


def test_an_svg_has_real_text_and_names_the_record_of_each_mark(
    bars: Chart, tmp_path: Path
) -> None:
    path = tmp_path / "bars.svg"
    write_all(bars, [path])
    root = ET.parse(path).getroot()
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == bars.laid_out().scene.title
    assert "731.9" in [text.text for text in root.iter(f"{SVG}text")]
    records = [group.get("data-record") for group in root.iter(f"{SVG}g")]
    assert records == [" ".join(mark.records) for mark in bars.laid_out().scene.marks]


def test_a_pdf_is_one_page_of_selectable_text(bars: Chart, tmp_path: Path) -> None:
    path = tmp_path / "bars.pdf"
    write_all(bars, [path])
    pdf = PdfReader(path)
    assert len(pdf.pages) == 1
    assert pdf.metadata is not None
    assert pdf.metadata.title == bars.laid_out().scene.title
    # Whole, digits included: a swapped glyph would leave a gap where a number was.
    text = " ".join(pdf.pages[0].extract_text().split())
    assert bars.laid_out().scene.title in text
    assert "As stated by the speakers on 21 October 2022; not checked." in text
    assert {*str(pdf.metadata["/Keywords"]).split(", ")} == {*bars.laid_out().scene.records}


def test_rows_that_find_no_room_go_on_in_further_files_or_pages(
    app: object, pack: Dataset, tmp_path: Path
) -> None:
    timeline = next(each for each in CHART_TYPES if each.id == "timeline")
    chart = Chart(timeline, pack.view(Selection()), PAGES["slide"], LIGHT, 1)
    paths = [tmp_path / f"a.{suffix}" for suffix in FORMATS]
    written = {path.name for path in write_all(chart, paths).paths}
    count = len(chart.scenes())
    assert count > 1
    further = {f"a-{page}.{suffix}" for page in range(2, count + 1) for suffix in ("png", "svg")}
    assert written == {path.name for path in paths} | further
    assert len(PdfReader(tmp_path / "a.pdf").pages) == count
    roots = [ET.parse(tmp_path / name).getroot() for name in ("a.svg", "a-2.svg")]
    assert [bool(root.get("data-headline")) for root in roots] == [True, False]
    shown = [{each.get("data-mark") for each in root.iter(f"{SVG}g")} for root in roots]
    assert not shown[0] & shown[1]
    assert len(pd.read_csv(tmp_path / "a.csv")) == len(timeline.table(chart.view))


def _reading_order(record: str) -> list[int]:
    return [int(part) for part in record[1:].split("-")]


def test_a_csv_is_read_by_a_spreadsheet_as_it_was_shown(bars: Chart, tmp_path: Path) -> None:
    path = tmp_path / "bars.csv"
    write_all(bars, [path])
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    read = pd.read_csv(path, keep_default_na=False)
    shown = bars.chart_type.table(bars.view)
    assert list(read["Record"]) == list(shown["Record"])
    assert list(read["yuan"]) == list(shown["yuan"])
    assert b"731900000000," in path.read_bytes()


def test_an_xlsx_holds_the_data_and_its_source(bars: Chart, tmp_path: Path) -> None:
    path = tmp_path / "bars.xlsx"
    write_all(bars, [path])
    book = openpyxl.load_workbook(path)
    head, *rows = book["Data"].iter_rows(values_only=True)
    assert len(rows) == len(bars.chart_type.table(bars.view))
    assert 731_900_000_000 in rows[0]
    assert "Record" in head
    source = [row[1] for row in book["Source"].iter_rows(values_only=True)]
    assert source[0] == bars.laid_out().scene.title


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_no_cell_can_be_taken_for_a_formula(app: object, tmp_path: Path, suffix: str) -> None:
    dataset = load()
    dataset["figures"]["remark"] = "=HYPERLINK(0)"
    evil = Chart(BARS, dataset.view(Selection(("chengde",))), PAGES["slide"], LIGHT)
    path = tmp_path / f"evil.{suffix}"
    write_all(evil, [path])
    if suffix == "csv":
        assert ",'=HYPERLINK(0)," in path.read_text(encoding="utf-8-sig")
    else:
        sheet = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in sheet
        assert b"HYPERLINK(0)" in zipfile.ZipFile(path).read("xl/sharedStrings.xml")


@pytest.mark.parametrize("chart_type", CHART_TYPES, ids=lambda chart_type: chart_type.id)
@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_chart_gives_the_same_bytes(
    app: object, pack: Dataset, tmp_path: Path, chart_type: Any, suffix: str
) -> None:
    digests = set()
    for name in ("one", "two"):
        path = tmp_path / f"{name}.{suffix}"
        write_all(Chart(chart_type, pack.view(Selection()), PAGES["square"], DARK, 1), [path])
        digests.add(hashlib.sha256(path.read_bytes()).hexdigest())
    assert len(digests) == 1


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_description_may_hold_what_no_file_does(bars: Chart, suffix: str) -> None:
    """From the command line come bytes that are no text, and from the clipboard controls."""
    data = bars._replace(description="Bars\x07 of\nmoney\ud800\ufffe").laid_out().bytes(suffix)
    told = "Bars of money\ufffd\ufffd"
    match suffix:
        case "png":
            assert QImage.fromData(data).text("Description") == told
        case "svg":
            assert ET.fromstring(data).findtext(f"{SVG}desc") == told
        case "pdf":
            metadata = PdfReader(io.BytesIO(data)).metadata
            assert metadata is not None
            assert metadata.subject == told
        case "xlsx":
            assert openpyxl.load_workbook(io.BytesIO(data)).properties.description == told


def test_the_clipboard_holds_an_image_and_an_svg(bars: Chart) -> None:
    to_clipboard(bars)
    data = QGuiApplication.clipboard().mimeData()
    assert QGuiApplication.clipboard().image().width() == 1920
    assert b"731.9" in data.data("image/svg+xml").data()


def test_a_folder_that_is_a_file_is_named(bars: Chart, tmp_path: Path) -> None:
    (tmp_path / "charts").write_text("")
    with pytest.raises(ExportError, match=r"charts' is not a folder\. Choose another one"):
        write_all(bars, [tmp_path / "charts" / "bars.svg"])


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full. Free some room."),
        (errno.EACCES, "can't be written to. Choose another one."),
        (errno.EIO, "was not written"),
    ],
)
def test_a_failed_write_is_told_and_leaves_the_old_file_whole(
    bars: Chart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    path = tmp_path / "bars.svg"
    path.write_text("the old one")

    def fail(*args: object, **kwargs: object) -> None:
        raise OSError(code, "Input/output error")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(ExportError, match=words):
        write_all(bars, [path])
    assert path.read_text() == "the old one"
    assert [each.name for each in tmp_path.iterdir()] == ["bars.svg"]


def test_a_folder_that_cannot_be_made_leaves_nothing(
    bars: Chart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(ExportError, match="can't be written to"):
        write_all(bars, [tmp_path / "bars.svg"])
    assert not list(tmp_path.iterdir())


def test_an_image_too_large_to_make_is_refused(bars: Chart, tmp_path: Path) -> None:
    huge = Chart(bars.chart_type, bars.view, bars.page, bars.style, scale=1000)
    with pytest.raises(ExportError, match="Choose a smaller scale"):
        write_all(huge, [tmp_path / "bars.png"])


def test_all_charts_of_a_selection_show_the_time_that_is_seen(bars: Chart, tmp_path: Path) -> None:
    span = (date(2020, 1, 1), date(2024, 1, 1))
    chart = bars._replace(view=replace(bars.view, span=span))
    selections = [Selection(), Selection(("hebei",))]
    made = [job.chart for job in jobs(load(), selections, chart, tmp_path, ["png"])]
    assert [each.view.span for each in made if each.chart_type.id == "timeline"] == [span, None]
