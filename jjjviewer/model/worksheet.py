"""Tables as sheets of an XLSX workbook."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | bool | date
UNIX = 3
"""The system that entries of archives name, lest their bytes depend on where they are written."""
_WIDEST = 60
"""The greatest width of a column, in characters."""
_SOURCE_WIDTH = 100
"""The width, in characters, of the texts on the source, whose lines are wrapped."""
_LINE = 15
"""The height of a line, in points."""
_MOST_HEIGHT = 400
"""The greatest height of a row, in points: Excel takes no more than 409."""


def whole_number(cell: Cell) -> Cell:
    """Return a cell with whole numbers as such: 731900000000, not 731900000000.0."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def new_workbook() -> tuple["Workbook", io.BytesIO]:
    """Return an empty workbook, and the buffer it is written to."""
    # Imported late: it takes some 60 ms, and few runs write a workbook.
    import xlsxwriter

    buffer = io.BytesIO()
    return xlsxwriter.Workbook(buffer, {"in_memory": True}), buffer


def finished(book: "Workbook", buffer: io.BytesIO) -> bytes:
    """Close a workbook and return its bytes, which are the same on every system.

    Args:
        book: one whose `created` is set, since the time of day is its default.
        buffer: what it is written to.
    """
    book.close()
    with zipfile.ZipFile(buffer, "a") as archive:
        for entry in archive.infolist():
            entry.create_system = UNIX
        # A comment, though empty, has the list of entries written again.
        archive.comment = b""
    return buffer.getvalue()


def write_cell(
    sheet: "Worksheet", row: int, column: int, cell: Cell, style: "Format | None" = None
) -> None:
    """Write a cell as what it is; text never becomes a formula, and empty text is left out."""
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell, style)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, style)
    elif not isinstance(cell, str):
        sheet.write_number(row, column, cell, style)
    elif cell:
        sheet.write_string(row, column, cell, style)


def fill_sheet(
    sheet: "Worksheet",
    columns: Mapping[str, Sequence[Cell]],
    bold: "Format",
    *,
    frozen_columns: int = 0,
) -> None:
    """Write columns as wide as their contents, under bold headings that stay in sight.

    Args:
        sheet: an empty one.
        columns: the cells of each, by its heading; empty text is left out.
        bold: the format of headings.
        frozen_columns: how many columns at the left stay in sight.
    """
    for at, (heading, cells) in enumerate(columns.items()):
        sheet.write_string(0, at, heading, bold)
        longest = max(len(str(cell)) for cell in (heading, *cells))
        sheet.set_column(at, at, min(longest + 2, _WIDEST))
        for row, cell in enumerate(cells, start=1):
            write_cell(sheet, row, at, cell)
    sheet.freeze_panes(1, frozen_columns)


def add_source_sheet(book: "Workbook", name: str, texts: Mapping[str, str]) -> None:
    """Add a sheet on the source: a text in each row, behind its bold heading.

    Args:
        book: the workbook.
        name: of the sheet.
        texts: by their headings.
    """
    sheet = book.add_worksheet(name)
    bold, wrapped = (book.add_format({key: True, "valign": "top"}) for key in ("bold", "text_wrap"))
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, _SOURCE_WIDTH)
    sheet.fit_to_pages(1, 0)
    for row, (heading, text) in enumerate(texts.items()):
        # Not every program makes a row as high as its wrapped text.
        sheet.set_row(row, min(_LINE * (1 + len(text) // _SOURCE_WIDTH), _MOST_HEIGHT))
        sheet.write_string(row, 0, heading, bold)
        sheet.write_string(row, 1, text, wrapped)
