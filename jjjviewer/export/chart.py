"""Export of one chart to PNG, SVG, PDF, CSV, XLSX or the clipboard."""

import io
from collections.abc import Callable
from datetime import datetime
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QMimeData, QSizeF, QUuid
from PySide6.QtGui import QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter

from jjjviewer import __version__
from jjjviewer.charts.chart_type import ChartType, compose
from jjjviewer.charts.formatting import citation
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import CSS_DPI, Page, Style
from jjjviewer.charts.svg import svg
from jjjviewer.charts.translation import tr
from jjjviewer.export.atomic_write import ExportError
from jjjviewer.model.formula_escape import guarded
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from jjjviewer.model.worksheet import fill_sheet, whole_number

if TYPE_CHECKING:
    from pypdf import PdfWriter

_MOST_PIXELS = 150_000_000
"""Greatest number of pixels of an image: they take 600 MB of memory."""
_LONGEST_SLUG = 80
_PACKING = 70
"""Qt's quality of a PNG: a sixth larger than the best compression, in two thirds of the time."""


class Chart(NamedTuple):
    """A chart type, a view and a page: everything that a file is made from."""

    chart_type: ChartType
    view: View
    page: Page
    style: Style
    scale: float = 2.0
    """Device pixels per pixel of the page, for PNG."""
    transparent: bool = False
    """Whether the background is left out."""
    header: bool = True
    footer: bool = True
    text_as_shapes: bool = False
    """Whether an SVG has its text as outlines, which need no font."""
    description: str = ""
    """The chart in words; empty for the description made from its data."""

    def scene(self) -> Scene:
        """Lay out the chart."""
        scene = compose(
            self.chart_type,
            self.view,
            self.page,
            self.style,
            header=self.header,
            footer=self.footer,
        )
        scene.description = self.description or scene.description
        return scene

    def laid_out(self) -> "LaidOut":
        """Lay out the chart, ready for export."""
        return LaidOut(self, self.scene())


class LaidOut(NamedTuple):
    """A chart with its scene."""

    chart: Chart
    scene: Scene

    def bytes(self, suffix: str) -> bytes:
        """Return the contents of a file.

        Raises:
            ExportError: the image would be too large.
        """
        return _FORMATS[suffix](self)


def file_name(selection: Selection, chart_type: ChartType, suffix: str) -> str:
    """Return the name of a chart's file, safe in every file system."""
    return f"{selection.slug[:_LONGEST_SLUG]}-{chart_type.id}.{suffix}"


def to_clipboard(chart: Chart) -> None:
    """Copy a chart to the clipboard as an image, as SVG and as a table."""
    made = chart.laid_out()
    table = _guarded_table(made)
    data = QMimeData()
    data.setImageData(_image(made))
    data.setData("image/svg+xml", QByteArray(_svg(made)))
    data.setData("text/csv", QByteArray(table.to_csv(index=False).encode()))
    data.setText(table.to_csv(index=False, sep="\t"))
    QGuiApplication.clipboard().setMimeData(data)


def pixels(page: Page, scale: float) -> tuple[int, int]:
    """Return width and height of a PNG."""
    return round(page.width * scale), round(page.height * scale)


def _png(made: LaidOut) -> bytes:
    image = _image(made)
    for key, text in _metadata(made).items():
        image.setText(key, text)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG", _PACKING):  # type: ignore[call-overload]  # PySide's stub wants bytes
        raise _too_large()
    return bytes(buffer.data().data())


def _image(made: LaidOut) -> QImage:
    chart = made.chart
    width, height = pixels(chart.page, chart.scale)
    clear = chart.transparent
    pixel_format = (
        QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32
    )
    if width * height > _MOST_PIXELS:
        raise _too_large()
    image = QImage(width, height, pixel_format)
    if image.isNull():
        raise _too_large()
    if clear:
        image.fill(0)
    painter = QPainter(image)
    painter.scale(chart.scale, chart.scale)
    made.scene.render(painter, background=not clear)
    painter.end()
    # Set after painting, since fonts would follow the resolution.
    per_meter = round(CSS_DPI * chart.scale / 0.0254)
    image.setDotsPerMeterX(per_meter)
    image.setDotsPerMeterY(per_meter)
    return image


def _too_large() -> ExportError:
    return ExportError(
        tr("The image would be too large. Choose a smaller scale, or SVG, which has none.")
    )


def _svg(made: LaidOut) -> bytes:
    chart = made.chart
    return svg(
        made.scene, transparent=chart.transparent, text_as_shapes=chart.text_as_shapes
    ).encode()


def _pdf(made: LaidOut) -> bytes:
    from pypdf import PdfWriter

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _paint_pdf(made, buffer)
    # Qt sets no metadata but the title, and writes the current time into the file.
    pdf = PdfWriter(clone_from=io.BytesIO(buffer.data().data()))
    del pdf.root_object["/Metadata"]
    pdf.compress_identical_objects(remove_unreferenced=True)
    _tag_fonts(pdf)
    about = _metadata(made)
    pdf.metadata = {
        "/Title": about["Title"],
        "/Author": about["Source"],
        "/Subject": about["Description"],
        "/Keywords": about["Records"],
        "/Creator": about["Software"],
        "/CreationDate": f"D:{_day(made):%Y%m%d}000000Z",
    }
    written = io.BytesIO()
    pdf.write(written)
    return written.getvalue()


def _tag_fonts(pdf: "PdfWriter") -> None:
    """Number the subsets of fonts in their order on the page.

    Qt numbers them by a hash of their files' paths, which differ by installation.
    """
    from pypdf.generic import NameObject

    page: Any = pdf.pages[0]
    fonts = page["/Resources"].get("/Font", {})
    for letter, font in zip(ascii_uppercase, fonts.values(), strict=False):
        descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
        _, name = descriptor["/FontName"].split("+")
        descriptor[NameObject("/FontName")] = NameObject(f"/AAAAA{letter}+{name}")


def _paint_pdf(made: LaidOut, buffer: QBuffer) -> None:
    scene = made.scene
    writer = QPdfWriter(buffer)
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), scene.description.encode()))
    writer.setResolution(CSS_DPI)
    points = QSizeF(scene.page.width, scene.page.height) * (72 / CSS_DPI)
    writer.setPageSize(
        QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    scene.render(painter, background=not made.chart.transparent)
    painter.end()


def _csv(made: LaidOut) -> bytes:
    text = _guarded_table(made).to_csv(index=False, lineterminator="\r\n")
    # With a byte order mark: without it spreadsheets misread Chinese.
    return text.encode("utf-8-sig")


def _guarded_table(made: LaidOut) -> pd.DataFrame:
    return _table(made).map(lambda cell: guarded(cell) if isinstance(cell, str) else cell)


def _xlsx(made: LaidOut) -> bytes:
    # Imported here, since it takes a while and few exports need it.
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    about = _metadata(made)
    book.set_properties(
        {"title": about["Title"], "comments": about["Description"], "created": _day(made)}
    )
    bold = book.add_format({"bold": True})
    table = _table(made)
    columns = {str(heading): table[heading].tolist() for heading in table.columns}
    fill_sheet(book.add_worksheet(tr("Data")), columns, bold)
    source = book.add_worksheet(tr("Source"))
    source.set_column(0, 0, 14)
    for row, (key, text) in enumerate(about.items()):
        source.write_string(row, 0, key, bold)
        source.write_string(row, 1, text)
    book.close()
    return buffer.getvalue()


def _metadata(made: LaidOut) -> dict[str, str]:
    scene, view = made.scene, made.chart.view
    return {
        "Title": scene.title,
        "Description": scene.description,
        "Source": citation(view),
        "Records": ", ".join(scene.records),
        "Comment": view.dataset.source.caveat,
        "Software": f"JJJ Viewer {__version__}",
    }


def _day(made: LaidOut) -> datetime:
    """Return the day of the interview as the date of a file, so that its bytes are the same."""
    return datetime.fromisoformat(made.chart.view.dataset.source.date or "2000-01-01")


def _table(made: LaidOut) -> pd.DataFrame:
    """Return the table of a chart, with whole numbers as such."""
    table = made.chart.chart_type.table(made.chart.view)
    return table.astype(object).map(whole_number)


_FORMATS: dict[str, Callable[[LaidOut], bytes]] = {
    "png": _png,
    "svg": _svg,
    "pdf": _pdf,
    "csv": _csv,
    "xlsx": _xlsx,
}
FORMATS = tuple(_FORMATS)
"""The suffixes of the formats."""
