"""Tables as sheets of an XLSX workbook."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | bool
_WIDEST = 60
"""The greatest width of a column, in characters."""


def whole_number(cell: Cell) -> Cell:
    """Return a cell with whole numbers as such: 731900000000, not 731900000000.0."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


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
            if isinstance(cell, bool):
                sheet.write_boolean(row, at, cell)
            elif not isinstance(cell, str):
                sheet.write_number(row, at, cell)
            elif cell:
                # As text, never as a formula, whatever it starts with.
                sheet.write_string(row, at, cell)
    sheet.freeze_panes(1, frozen_columns)
