"""Printing: charts as vectors, and reports as their PDF where the system prints one.

Qt's support for printing is imported when something is printed. On Linux it needs CUPS.
"""

import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtWidgets import QWidget

from jjjviewer.charts.scene import Scene
from jjjviewer.charts.translation import tr
from jjjviewer.export.atomic_write import ExportError, write

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def has_printer() -> bool:
    """Return whether this computer knows a printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def no_printer() -> str:
    """Return what is said where there is none, and the remedy."""
    return tr(
        "This computer knows no printer: add one in the settings of the system (on Linux with "
        "CUPS), or save a PDF and print that elsewhere."
    )


def ask_printer(name: str, is_wide: bool, parent: QWidget) -> "QPrinter | None":
    """Ask on which printer and how; return None if the user cancels.

    Args:
        name: of the document.
        is_wide: whether the paper lies.
        parent: the Qt parent.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    turned = QPageLayout.Orientation
    printer.setPageOrientation(turned.Landscape if is_wide else turned.Portrait)
    dialog = QPrintDialog(printer, parent)
    accepted = dialog.exec()
    dialog.deleteLater()
    return printer if accepted else None


def print_scenes(scenes: Sequence[Scene], printer: "QPrinter") -> None:
    """Print the pages of a chart as vectors, as large as the margins of the paper let them be."""
    painter = QPainter(printer)
    for number, scene in enumerate(scenes):
        if number:
            printer.newPage()
        room = QRectF(0, 0, *printer.pageRect(printer.Unit.DevicePixel).size().toTuple())
        place = _fitted(QSizeF(scene.page.width, scene.page.height), room)
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(place.width() / scene.page.width, place.height() / scene.page.height)
        scene.render(painter, background=False)
        painter.restore()
    painter.end()


def print_pdf(pdf: bytes, printer: "QPrinter") -> bool:
    """Print a PDF as it is, or write it where the printer is a file; safe in any thread.

    Returns:
        Whether it was taken; without the `lp` of CUPS it is not.

    Raises:
        ExportError: the file could not be written, or the printer refused it.
    """
    if file := printer.outputFileName():
        write(Path(file), pdf)
        return True
    lp = shutil.which("lp")
    if lp is None:
        return False
    done = subprocess.run([lp, *_lp_options(printer)], input=pdf, capture_output=True, check=False)
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip()
        raise ExportError(
            tr("“{printer}” refused: {reason}", printer=printer.printerName(), reason=reason)
        )
    return True


def _lp_options(printer: "QPrinter") -> Iterator[str]:
    """Yield what the user chose in the dialog, as options of `lp`."""
    if name := printer.printerName():
        yield from ("-d", name)
    yield from ("-t", printer.docName(), "-n", str(printer.copyCount()))
    if pages := printer.pageRanges().toString():
        yield from ("-P", pages)
    duplex = printer.DuplexMode
    sides = {
        duplex.DuplexNone: "one-sided",
        duplex.DuplexLongSide: "two-sided-long-edge",
        duplex.DuplexShortSide: "two-sided-short-edge",
    }
    if side := sides.get(printer.duplex()):
        yield from ("-o", f"sides={side}")
    if printer.colorMode() == printer.ColorMode.GrayScale:
        yield from ("-o", "print-color-mode=monochrome")
    yield from ("-o", f"media={printer.pageLayout().pageSize().key()}", "-o", "fit-to-page")


def print_pages(pages: Iterable[bytes], printer: "QPrinter") -> None:
    """Print pages, PNG files with margins of their own, where no PDF is printed; in any thread."""
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())
    painter = QPainter(printer)
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        image = QImage.fromData(page)
        room = QRectF(0, 0, *printer.paperRect(printer.Unit.DevicePixel).size().toTuple())
        painter.drawImage(_fitted(QSizeF(image.size()), room), image)
    painter.end()


def _fitted(size: QSizeF, room: QRectF) -> QRectF:
    """Return the largest place of the shape of a size at the top of a room, in its middle."""
    scale = min(room.width() / size.width(), room.height() / size.height())
    wide, high = scale * size.width(), scale * size.height()
    return QRectF(room.left() + (room.width() - wide) / 2, room.top(), wide, high)
