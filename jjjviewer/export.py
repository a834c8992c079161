"""One chart onto a file or the clipboard: PNG, SVG, PDF, CSV, XLSX."""

import errno
import io
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QMimeData,
    QSizeF,
    QUuid,
)
from PySide6.QtGui import QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter

from jjjviewer import __version__
from jjjviewer.charts.figure import Figure
from jjjviewer.charts.form import Form, compose
from jjjviewer.charts.style import Page, Style
from jjjviewer.charts.svg import svg
from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import citation
from jjjviewer.model.guard import guarded
from jjjviewer.model.view import View

_CSS_DPI = 96
_LONGEST_SLUG = 80


class ExportError(Exception):
    """A file could not be written; the message says which, why, and the remedy."""


@dataclass(frozen=True)
class Chart:
    """A form of a view on a page: all that a file is made from."""

    form: Form
    view: View
    page: Page
    style: Style
    scale: float = 2.0
    """Device pixels to a pixel of the page, for PNG."""

    def figure(self) -> Figure:
        """Lay the chart out."""
        return compose(self.form, self.view, self.page, self.style)


def file_name(view: View, form: Form, suffix: str) -> str:
    """Return the name of a chart's file, safe in every file system."""
    return f"{view.selection.slug[:_LONGEST_SLUG]}-{form.id}.{suffix}"


def save(chart: Chart, path: Path) -> None:
    """Write a chart in the format that the path's suffix names; wholly or not at all.

    Raises:
        ExportError: the format is not known, or the file can't be written.
    """
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        known = ", ".join(FORMATS)
        raise ExportError(f"'{path.name}': '{suffix}' is no format. Choose one of {known}.")
    write(path, FORMATS[suffix](chart))


def to_clipboard(chart: Chart) -> None:
    """Put a chart on the clipboard, as an image and as SVG; programs take what they can."""
    figure = chart.figure()
    data = QMimeData()
    data.setImageData(_image(figure, chart.scale))
    data.setData("image/svg+xml", QByteArray(svg(figure).encode()))
    QGuiApplication.clipboard().setMimeData(data)


def _png(chart: Chart) -> bytes:
    figure = chart.figure()
    image = _image(figure, chart.scale)
    for key, text in _metadata(figure, chart.view).items():
        image.setText(key, text)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # PySide's stub wants bytes
        raise ExportError(tr("The image could not be made. Choose a smaller scale."))
    return bytes(buffer.data().data())


def _image(figure: Figure, scale: float) -> QImage:
    size = (round(figure.page.width * scale), round(figure.page.height * scale))
    image = QImage(*size, QImage.Format.Format_RGB32)
    if image.isNull():
        raise ExportError(tr("The image could not be made. Choose a smaller scale."))
    painter = QPainter(image)
    painter.scale(scale, scale)
    figure.render(painter)
    painter.end()
    # Only after painting, since fonts would follow the resolution.
    per_meter = round(_CSS_DPI * scale / 0.0254)
    image.setDotsPerMeterX(per_meter)
    image.setDotsPerMeterY(per_meter)
    return image


def _svg(chart: Chart) -> bytes:
    return svg(chart.figure()).encode()


def _pdf(chart: Chart) -> bytes:
    figure = chart.figure()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(figure.title)
    writer.setCreator(f"JJJ Viewer {__version__}")
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), figure.description.encode()))
    writer.setResolution(_CSS_DPI)
    points = QSizeF(figure.page.width, figure.page.height) * (72 / _CSS_DPI)
    writer.setPageSize(
        QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    figure.render(painter)
    painter.end()
    return bytes(buffer.data().data())


def _csv(chart: Chart) -> bytes:
    table = _plain(chart.form.table(chart.view)).map(
        lambda cell: guarded(cell) if isinstance(cell, str) else cell
    )
    text = table.to_csv(index=False, lineterminator="\r\n")
    # With a byte order mark, without which a spreadsheet misreads Chinese.
    return text.encode("utf-8-sig")


def _xlsx(chart: Chart) -> bytes:
    figure = chart.figure()
    table = _plain(chart.form.table(chart.view))
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    created = datetime.fromisoformat(chart.view.source.date or "2000-01-01")
    book.set_properties({"title": figure.title, "created": created})
    bold = book.add_format({"bold": True})
    _fill_sheet(book.add_worksheet(tr("Data")), table, bold)
    source = book.add_worksheet(tr("Source"))
    source.set_column(0, 0, 14)
    for row, (key, text) in enumerate(_metadata(figure, chart.view).items()):
        source.write_string(row, 0, key, bold)
        source.write_string(row, 1, text)
    book.close()
    return buffer.getvalue()


def _fill_sheet(sheet: Any, table: pd.DataFrame, bold: Any) -> None:
    for column, heading in enumerate(table.columns):
        cells = table[heading].tolist()
        sheet.write_string(0, column, str(heading), bold)
        longest = max((len(str(cell)) for cell in [heading, *cells]), default=0)
        sheet.set_column(column, column, min(longest + 2, 60))
        for row, cell in enumerate(cells, start=1):
            # As text, never as a formula, whatever it starts with.
            write = sheet.write_string if isinstance(cell, str) else sheet.write_number
            write(row, column, cell)
    sheet.freeze_panes(1, 0)


def _metadata(figure: Figure, view: View) -> dict[str, str]:
    return {
        "Title": figure.title,
        "Description": figure.description,
        "Source": citation(view),
        "Records": ", ".join(figure.records),
        "Comment": view.source.caveat,
        "Software": f"JJJ Viewer {__version__}",
    }


def _plain(table: pd.DataFrame) -> pd.DataFrame:
    """The table with whole numbers as such: 731900000000, not 731900000000.0."""
    return table.astype(object).map(
        lambda cell: int(cell) if isinstance(cell, float) and cell.is_integer() else cell
    )


FORMATS: dict[str, Callable[[Chart], bytes]] = {
    "png": _png,
    "svg": _svg,
    "pdf": _pdf,
    "csv": _csv,
    "xlsx": _xlsx,
}
"""How a chart is turned into the bytes of each format."""


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside the path first, which a full disk leaves as it was.

    Raises:
        ExportError: it could not be written.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp keeps the file to its owner; a saved chart is as open as any other file.
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise ExportError(_in_words(path, error)) from error


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _in_words(path: Path, error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return tr("'{path}' was not written: the disk is full. Free some room.", path=path)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return tr(
                "'{path}' was not written: the folder '{folder}' can't be written to. "
                "Choose another one.",
                path=path,
                folder=path.parent,
            )
        case errno.EEXIST | errno.ENOTDIR:
            return tr(
                "'{path}' was not written: '{folder}' is not a folder. Choose another one.",
                path=path,
                folder=path.parent,
            )
        case _:
            return tr("'{path}' was not written: {reason}.", path=path, reason=error.strerror)
