"""Save the data of a pack as a file: a pack again, a workbook, or one table of the figures.

The same pack gives the same bytes.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

import pandas as pd
import xlsxwriter

from jjjviewer.model.cells import READ
from jjjviewer.model.columns import row_count
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.descriptor_writing import descriptor_text, used_tables
from jjjviewer.model.formula_escape import guarded
from jjjviewer.model.index import Index
from jjjviewer.model.schema import DESCRIPTOR, Column, Table
from jjjviewer.model.tables import Tables
from jjjviewer.model.worksheet import Cell, fill_sheet, whole_number

_NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that a .zip can hold: what is saved does not depend on when."""
_ROW_END = "\r\n\0"
"""Python quotes those line breaks that end its rows: so both, told apart by what no cell holds."""
_MOST_SHEET_ROWS = 1_048_575
_NAMES = ("speaker", "theme", "unit", "region", "place", "base_unit", "base_value")


class TooLargeError(Exception):
    """The data does not fit the format; the message names the remedy."""


def pack_bytes(tables: Tables) -> bytes:
    """Return a pack as a .zip, which opens as what was saved."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        descriptor = descriptor_text(tables.descriptor, tables.columns)
        archive.writestr(_entry(DESCRIPTOR), descriptor)
        for table in used_tables(tables.columns):
            archive.writestr(_entry(table.file), _csv_of(table, tables))
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _NO_DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def _csv_of(table: Table, tables: Tables) -> str:
    header = [column.name for column in table.columns]
    columns = (map(guarded, tables.columns[table.name][name]) for name in header)
    return _csv(header, zip(*columns, strict=True), "\n")


def _csv(header: list[str], rows: Iterable[Iterable[str]], line_end: str) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=_ROW_END)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().replace(_ROW_END, line_end)


def figures_bytes(tables: Tables) -> bytes:
    """Return the figures as one CSV table: the pack's columns, the names behind ids, the source.

    With a byte order mark, without which a spreadsheet misreads Chinese.
    """
    figures = Dataset(tables, Index(tables.columns))["figures"]
    table = next(each for each in used_tables(tables.columns) if each.name == "figures")
    own = [column.name for column in table.columns]
    header = [*own, *_NAMES, "doubt", "source"]
    rows = (
        [guarded(_as_text(cell)) for cell in (*row, tables.source.citation)]
        for row in figures[[*own, *_NAMES, "warning"]]
        .astype(object)
        .itertuples(index=False, name=None)
    )
    return _csv(header, rows, "\r\n").encode("utf-8-sig")


def _as_text(cell: Any) -> str:
    if pd.isna(cell):
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return cell.date().isoformat() if isinstance(cell, datetime) else str(cell)


def workbook_bytes(tables: Tables) -> bytes:
    """Return the tables as a workbook, a sheet each, and one that names the source.

    Raises:
        TooLargeError: a table has more rows than a sheet.
    """
    used = used_tables(tables.columns)
    for table in used:
        if row_count(tables.columns[table.name]) > _MOST_SHEET_ROWS:
            raise TooLargeError(
                f"{table.file} has more rows than a sheet can hold ({_MOST_SHEET_ROWS:,}). "
                "Save it as a pack, or choose less."
            )
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    created = datetime.fromisoformat(tables.source.date or "2000-01-01")
    book.set_properties({"title": tables.source.title, "created": created})
    bold = book.add_format({"bold": True})
    for table in sorted(used, key=lambda each: each.name != "figures"):
        texts = tables.columns[table.name]
        columns = {
            column.name: [_cell(column, text) for text in texts[column.name]]
            for column in table.columns
        }
        fill_sheet(book.add_worksheet(table.name), columns, bold, frozen_columns=1)
    sheet = book.add_worksheet("source")
    for at, (key, text) in enumerate(tables.source._asdict().items()):
        sheet.write_string(at, 0, key, bold)
        sheet.write_string(at, 1, text)
    book.close()
    return buffer.getvalue()


def _cell(column: Column, text: str) -> Cell:
    """Return a cell as a workbook holds it: numbers as such, and everything else as text."""
    value = READ[column.kind](text) if text else text
    return whole_number(value) if isinstance(value, int | float) else text


FORMATS: dict[str, Callable[[Tables], bytes]] = {
    "zip": pack_bytes,
    "xlsx": workbook_bytes,
    "csv": figures_bytes,
}
"""How the data is turned into the bytes of each format."""
