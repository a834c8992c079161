"""Tables of charts as CSV and XLSX, which no spreadsheet takes for formulas."""

import csv as csv_format
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

import pandas as pd

from jjjviewer.charts.numbers import plain
from jjjviewer.charts.translation import tr
from jjjviewer.export.native_chart import Labels, NativeChart, add_native_chart
from jjjviewer.model.formula_escape import guarded
from jjjviewer.model.worksheet import Cell, add_source_sheet, finished, new_workbook, write_cell

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LONGEST_HEADING = 255
"""Characters of a heading that Excel takes."""
_LONGEST_PROPERTY = 127
"""Characters of a property of a document: it takes 255 halves of them."""
_MOST_DECIMALS = 6
_WIDTHS = (8, 44)
"""The least and the greatest width of a column, in characters."""
_BUTTON = 4
"""Characters that the button of a filter takes beside its heading."""
_PRINTED = re.compile(r"\d[\d,]*(?:\.(\d+))?").finditer


def csv(table: pd.DataFrame) -> bytes:
    """Return a table as CSV that spreadsheets open safely."""
    # With a byte order mark: without it spreadsheets misread Chinese.
    return delimited(table, ",", "\r\n").encode("utf-8-sig")


def delimited(table: pd.DataFrame, delimiter: str, line_end: str, *lines: str) -> str:
    """Return a table as text, with guarded headings and cells, and lines below it."""
    text = io.StringIO()
    writer = csv_format.writer(text, delimiter=delimiter, lineterminator=line_end)
    writer.writerow(map(_guarded_cell, table.columns))
    writer.writerows(map(_guarded_cell, row) for row in table.itertuples(index=False, name=None))
    writer.writerows([guarded(line)] for line in lines)
    return text.getvalue()


def _guarded_cell(cell: Cell) -> Cell:
    return guarded(cell) if isinstance(cell, str) else cell


def unique_headings(headings: Iterable[str]) -> list[str]:
    """Return headings as Excel takes them: not empty, not too long, none twice in any case."""
    found: dict[str, str] = {}
    for heading in headings:
        name = first = str(heading)[: _LONGEST_HEADING - len(" 9999")] or "–"
        count = 1
        while name.casefold() in found:
            count += 1
            name = f"{first} {count}"
        found[name.casefold()] = name
    return list(found.values())


def xlsx(
    table: pd.DataFrame,
    metadata: Mapping[str, str],
    created: datetime,
    native: NativeChart | None,
    labels: Labels,
) -> bytes:
    """Return a workbook: the table, a chart of it that Excel draws itself, and the source.

    Args:
        table: what is plotted.
        metadata: as in a PNG, by its keywords.
        created: the date of the file.
        native: the chart, or None where Excel has none.
        labels: what is written around it.
    """
    book, buffer = new_workbook()
    _set_properties(book, metadata, created, labels)
    data = book.add_worksheet(tr("Data"))
    columns = dict(zip(unique_headings(table.columns), _columns(table), strict=True))
    _fill(data, columns, _Formats(book))
    if native is not None:
        add_native_chart(book, data, native, columns, labels)
    add_source_sheet(book, tr("Source"), metadata)
    return finished(book, buffer)


def _set_properties(
    book: "Workbook", metadata: Mapping[str, str], created: datetime, labels: Labels
) -> None:
    book.set_properties(
        {
            "title": labels.title,
            "subject": labels.subtitle,
            "author": metadata["Source"],
            "keywords": metadata["Records"],
            "comments": metadata["Description"],
            "created": created,
        }
    )
    properties = {
        "Headline": metadata["Headline"],
        tr("Source"): metadata["Source"],
        tr("Caveat"): metadata["Comment"],
        tr("Licence"): labels.lines[-1],
    }
    for name, text in properties.items():
        if text:
            shown = text if len(text) <= _LONGEST_PROPERTY else f"{text[: _LONGEST_PROPERTY - 1]}…"
            book.set_custom_property(name, shown, "text")


def _columns(table: pd.DataFrame) -> list[list[Cell]]:
    return [table.iloc[:, at].tolist() for at in range(table.shape[1])]


class _Formats:
    """The formats of cells, each made once."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: dict[str, Format] = {}

    def of(self, cell: Cell, printed: str, *, is_plain: bool) -> "Format | None":
        """Return the format of a cell.

        Args:
            cell: what it holds.
            printed: the number as it was printed, whose decimals it keeps, or nothing.
            is_plain: whether it numbers something, as a paragraph or a year.
        """
        if isinstance(cell, str | bool):
            return None
        if isinstance(cell, date):
            code = "yyyy-mm-dd"
        else:
            code = "0" if is_plain else _number_format(cell, printed)
        if code not in self._made:
            self._made[code] = self._book.add_format({"num_format": code})
        return self._made[code]


def _number_format(cell: float, printed: str) -> str:
    """Return the format of a number: with thousands, and with its decimals as printed."""
    decimals = len(plain(cell).partition(".")[2])
    if decimals > _MOST_DECIMALS:
        return "General"
    for match in _PRINTED(printed):
        if float(match[0].replace(",", "")) == abs(cell):
            decimals = max(decimals, len(match[1] or ""))
    return f"#,##0.{'0' * decimals}".removesuffix(".")


def _fill(sheet: "Worksheet", columns: Mapping[str, Sequence[Cell]], formats: _Formats) -> None:
    """Write columns as an Excel table, whose heading stays in sight."""
    headings, count = [*columns], len(next(iter(columns.values())))
    printed = columns.get(tr("Printed"), [""] * count)
    plain = (tr("Paragraph"), tr("By"))
    for at, (heading, cells) in enumerate(columns.items()):
        for row, cell in enumerate(cells, start=1):
            style = formats.of(cell, str(printed[row - 1]), is_plain=heading in plain)
            write_cell(sheet, row, at, cell, style)
        longest = max(len(heading) + _BUTTON, *map(_width, cells))
        sheet.set_column(at, at, min(max(longest, _WIDTHS[0]), _WIDTHS[1]))
    options = {
        "name": "ChartData",
        "style": "Table Style Light 9",
        "columns": [{"header": heading} for heading in headings],
    }
    sheet.add_table(0, 0, count, len(headings) - 1, options)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _width(cell: Cell) -> int:
    if isinstance(cell, str | bool | date):
        return len(str(cell)) + 1
    return len(plain(cell)) + 2
