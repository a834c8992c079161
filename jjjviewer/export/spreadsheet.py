"""Tables of charts as CSV and XLSX."""

import io
from collections.abc import Mapping
from datetime import datetime

import pandas as pd

from jjjviewer.charts.translation import tr
from jjjviewer.model.formula_escape import guarded
from jjjviewer.model.worksheet import fill_sheet


def csv(table: pd.DataFrame) -> bytes:
    """Return a table as CSV that spreadsheets open safely."""
    text = formula_safe(table).to_csv(index=False, lineterminator="\r\n")
    # With a byte order mark: without it spreadsheets misread Chinese.
    return text.encode("utf-8-sig")


def formula_safe(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose texts no spreadsheet takes for formulas."""
    return table.map(lambda cell: guarded(cell) if isinstance(cell, str) else cell)


def xlsx(table: pd.DataFrame, metadata: Mapping[str, str], created: datetime) -> bytes:
    """Return a workbook with a sheet for the table and one that names the source."""
    # Imported here, since it takes a while and few exports need it.
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties(
        {"title": metadata["Title"], "comments": metadata["Description"], "created": created}
    )
    bold = book.add_format({"bold": True})
    columns = {str(heading): table[heading].tolist() for heading in table.columns}
    fill_sheet(book.add_worksheet(tr("Data")), columns, bold)
    source = book.add_worksheet(tr("Source"))
    source.set_column(0, 0, 14)
    for row, (key, text) in enumerate(metadata.items()):
        source.write_string(row, 0, key, bold)
        source.write_string(row, 1, text)
    book.close()
    return buffer.getvalue()
