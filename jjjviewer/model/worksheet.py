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


def whole_number(cell: Cell) -> Cell:
    """Return a cell with whole numbers as such: 731900000000, not 731900000000.0."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


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
        # A comment, though empty, has the list of entries written anew.
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
