"""Ctrl+P: the chart as vectors on paper; without a printer a PDF."""

import io
import os
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMarginsF, Qt, QTimer
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from jjjviewer.export.atomic_write import ExportError
from jjjviewer.export.report.making import Content, report_of
from jjjviewer.export.report.pdf import pages
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.ui.export import chart_print
from jjjviewer.ui.export.printing import print_pages, print_pdf
from tests.ui.user import User

_CONTROL = Qt.KeyboardModifier.ControlModifier
_POINTS = 72


def paper(file: Path, *, lies: bool = False) -> QPrinter:
    """A printer that prints into a PDF, on A4 with margins of 20 mm."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    turned = QPageLayout.Orientation
    printer.setPageOrientation(turned.Landscape if lies else turned.Portrait)
    printer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
    return printer


def test_the_chart_is_printed_as_vectors_within_the_margins(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "printed.pdf"
    monkeypatch.setattr(chart_print, "has_printer", lambda: True)
    monkeypatch.setattr(chart_print, "ask_printer", lambda name, lies, window: paper(file))
    user.click_row("hebei")
    user.press(Qt.Key.Key_P, user.window, _CONTROL)
    data = file.read_bytes()
    assert not re.search(rb"/Subtype\s*/Image", data)
    (page,) = PdfReader(io.BytesIO(data)).pages
    assert [round(float(side)) for side in page.mediabox] == [0, 0, 595, 842]
    title = user.window.statusBar().currentMessage().removeprefix("Sent to the printer: ")
    places: list[float] = []
    page.extract_text(
        visitor_text=lambda text, cm, at, *_: (
            places.append(at[4] * cm[0] + cm[4]) if text.strip() else None
        )
    )
    # Each letter is a piece of its own.
    assert "".join(title.split()) in "".join(page.extract_text().split())
    assert min(places) >= 20 / 25.4 * _POINTS - 1


def press_in_box(words: str, said: list[str]) -> None:
    """Press a button of the box that is open once it is."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.text())
        next(each for each in box.buttons() if each.text() == words).click()

    QTimer.singleShot(0, press)


def test_without_a_printer_that_is_said_and_a_pdf_is_saved(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, said = tmp_path / "chart.pdf", list[str]()
    monkeypatch.setattr(chart_print, "has_printer", lambda: False)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    press_in_box("&Save as PDF…", said)
    user.press(Qt.Key.Key_P, user.window, _CONTROL)
    assert "knows no printer" in said[0]
    assert len(PdfReader(file).pages) == 1
    assert user.window.statusBar().currentMessage() == f"Saved: {file}"


def test_without_a_printer_nothing_is_saved_on_cancel(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(chart_print, "has_printer", lambda: False)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("asked for a file"))
    press_in_box("Cancel", said)
    user.press(Qt.Key.Key_P, user.window, _CONTROL)
    assert said


def test_a_report_is_printed_on_as_many_sheets_as_it_has_pages(
    qtbot: QtBot, app: object, pack: Dataset, tmp_path: Path
) -> None:
    report = report_of(Content(pack.view(Selection(("wang-youguo",))), ()))
    sheets, file = pages(report), tmp_path / "report.pdf"
    print_pages(sheets, paper(file))
    assert len(PdfReader(file).pages) == len(sheets) > 1


def test_a_pdf_is_handed_to_the_printer_as_it_is(
    app: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Vectors, links and tags stay: nothing is drawn again."""
    lp = tmp_path / "lp"
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    lp.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/options\ncat > {tmp_path}/printed\n')
    lp.chmod(0o755)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Report")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setCopyCount(2)
    assert print_pdf(b"%PDF-1.7", printer)
    assert (tmp_path / "printed").read_bytes() == b"%PDF-1.7"
    options = (tmp_path / "options").read_text()
    assert "-t Report -n 2" in options
    assert "-o media=A4 -o fit-to-page" in options
    lp.write_text("#!/bin/sh\necho 'no such printer' >&2\nexit 1\n")
    with pytest.raises(ExportError, match="no such printer"):
        print_pdf(b"%PDF-1.7", printer)


def test_a_pdf_is_saved_as_it_is_where_the_printer_is_a_file(app: object, tmp_path: Path) -> None:
    assert print_pdf(b"%PDF-1.7", paper(tmp_path / "file.pdf"))
    assert (tmp_path / "file.pdf").read_bytes() == b"%PDF-1.7"


def test_without_a_system_that_prints_pdfs_pages_are_drawn(
    app: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not print_pdf(b"%PDF-1.7", QPrinter(QPrinter.PrinterMode.HighResolution))
