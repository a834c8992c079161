"""A new pack as one workbook: a sheet for each table, with choices to pick and explanations."""

import re
from datetime import datetime
from typing import TYPE_CHECKING

from jjjviewer.model.reading.workbook import SOURCE_SHEET
from jjjviewer.model.schema import TABLES, Column, tables_in
from jjjviewer.model.tables import read_tables
from jjjviewer.model.worksheet import add_source_sheet, fill_sheet, finished, new_workbook
from jjjviewer.paths import resource

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_ROWS = 2_000
"""Rows below the headings that offer choices."""
_NARROWEST = 12
"""The least width of a column, in characters."""
_CREATED = datetime(2000, 1, 1)
_SECTION = re.compile(r"^(\w+)\.csv: .*\n-+\n((?:.+\n)+)", re.MULTILINE)
_LINE = re.compile(r"^(\w+)  +(.+(?:\n +.+)*)", re.MULTILINE)


def template_workbook() -> bytes:
    """Return the template as a workbook, the same bytes each time."""
    tables = read_tables(resource("template"))
    explained = explanations()
    book, buffer = new_workbook()
    book.set_properties({"title": tables.source.title, "created": _CREATED})
    bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
    add_source_sheet(book, SOURCE_SHEET, tables.source._asdict())
    for table in tables_in(1).values():
        sheet = book.add_worksheet(table.name)
        cells = {column.name: tables.columns[table.name][column.name] for column in table.columns}
        fill_sheet(sheet, cells, bold, frozen_columns=1)
        for at, column in enumerate(table.columns):
            # Numbers and dates as text: a spreadsheet would write them in ways of its own.
            sheet.set_column(at, at, max(len(column.name) + 2, _NARROWEST), text)
            sheet.write_comment(0, at, explained[table.name][column.name])
            _offer(sheet, at, column)
    return finished(book, buffer)


def explanations() -> dict[str, dict[str, str]]:
    """Return what the template's README says of each column, by table and column."""
    readme = resource("template/README.txt").read_text(encoding="utf-8")
    return {
        name: {column: " ".join(words.split()) for column, words in _LINE.findall(lines)}
        for name, lines in _SECTION.findall(readme)
    }


def _offer(sheet: "Worksheet", at: int, column: Column) -> None:
    """Let the cells of a column be picked, where there is a choice."""
    if column.choices or column.kind == "boolean":
        source: list[str] | str = list(column.choices) or ["true", "false"]
        stop = "stop"
    elif column.refers_to:
        source, stop = f"={TABLES[column.refers_to].name}!$A$2:$A${_ROWS}", "warning"
    else:
        return
    rule = {"validate": "list", "source": source, "error_type": stop, "ignore_blank": True}
    sheet.data_validation(1, at, _ROWS, at, rule)
