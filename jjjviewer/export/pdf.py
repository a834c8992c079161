"""Scenes as PDF, the same bytes each time."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from string import ascii_uppercase
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import NameObject, RectangleObject
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import Page

_POINTS_PER_INCH = 72


def pdf(
    scenes: Sequence[Scene], metadata: Mapping[str, str], created: datetime, *, transparent: bool
) -> bytes:
    """Return scenes as the pages of a PDF.

    Args:
        scenes: the pages, all of one size.
        metadata: as in a PNG, by its keywords.
        created: the date of the file.
        transparent: whether the background is left out.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _paint(scenes, buffer, transparent=transparent)
    # Qt sets no metadata but the title, and writes the current time into the file.
    document = PdfWriter(clone_from=io.BytesIO(buffer.data().data()))
    for page, scene in zip(document.pages, scenes, strict=True):
        page.mediabox = RectangleObject((0, 0, *_points(scene.page)))
    del document.root_object["/Metadata"]
    document.compress_identical_objects(remove_unreferenced=True)
    _tag_fonts(document)
    document.metadata = {
        "/Title": metadata["Title"],
        "/Author": metadata["Source"],
        "/Subject": metadata["Description"],
        "/Keywords": metadata["Records"],
        "/Creator": metadata["Software"],
        "/Headline": metadata["Headline"],
        "/CreationDate": f"D:{created:%Y%m%d}000000Z",
    }
    written = io.BytesIO()
    document.write(written)
    return written.getvalue()


def _paint(scenes: Sequence[Scene], buffer: QBuffer, *, transparent: bool) -> None:
    writer = QPdfWriter(buffer)
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), scenes[0].description.encode()))
    writer.setResolution(_POINTS_PER_INCH)
    wide, high = _points(scenes[0].page)
    writer.setPageSize(
        QPageSize(
            QSizeF(wide, high), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch
        )
    )
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    for number, scene in enumerate(scenes):
        if number:
            writer.newPage()
        painter.save()
        # Qt writes a page of whole points, whose height it counts from the top.
        painter.translate(0, writer.pageLayout().fullRectPoints().height() - high)
        painter.scale(wide / scene.page.width, high / scene.page.height)
        scene.render(painter, background=not transparent)
        painter.restore()
    painter.end()


def _points(page: Page) -> tuple[float, float]:
    wide, high = page.inches
    return wide * _POINTS_PER_INCH, high * _POINTS_PER_INCH


def _tag_fonts(document: PdfWriter) -> None:
    """Tag the subsets of fonts with numbers in their order on the page.

    Qt numbers them by a hash of their files' paths, which differ by installation.
    """
    fonts: dict[str, Any] = {}
    for page in document.pages:
        resources: Any = page["/Resources"]
        fonts |= resources.get("/Font", {})
    for letter, font in zip(ascii_uppercase, fonts.values(), strict=False):
        descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
        _, name = descriptor["/FontName"].split("+")
        descriptor[NameObject("/FontName")] = NameObject(f"/AAAAA{letter}+{name}")
