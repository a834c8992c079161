"""Save the data of a pack as a file: a pack again, a workbook, or one table of the figures.

The same pack gives the same bytes.
"""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import repeat

from jjjviewer.model.columns import AllColumns, Columns
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.descriptor_writing import descriptor_text, used_tables
from jjjviewer.model.formula_escape import guarded
from jjjviewer.model.frame_rows import Value, text_of, texts_of, values_of
from jjjviewer.model.frames import Frames
from jjjviewer.model.json_types import JsonObject
from jjjviewer.model.limits import LONGEST_CELL
from jjjviewer.model.reading.descriptor import Source
from jjjviewer.model.reading.workbook import REST, SOURCE_SHEET
from jjjviewer.model.schema import DESCRIPTOR, TABLES
from jjjviewer.model.worksheet import (
    UNIX,
    Cell,
    add_source_sheet,
    fill_sheet,
    finished,
    new_workbook,
    whole_number,
)

_NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a .zip can hold, so that the bytes do not depend on when they are made."""
_ROW_END = "\r\n\0"
"""Python quotes only line breaks of its own row end: this has both, and a character no cell has."""
_MOST_SHEET_ROWS = 1_048_575
_NAMES = ("speaker", "theme", "unit", "region", "place", "base_unit", "base_value")


class TooLargeError(Exception):
    """The data does not fit the format; the message names the remedy."""


def pack_bytes(dataset: Dataset, frames: Frames) -> bytes:
    """Return a pack as a .zip, which opens as what was saved.

    Args:
        dataset: its descriptor is written along.
        frames: the rows to save, as `subset_of` returns them; likewise in the other formats.
    """
    return zipped(pack_files(dataset.descriptor, columns_of(frames)))


def pack_files(descriptor: JsonObject, columns: AllColumns) -> dict[str, str]:
    """Return the files of a pack by their names."""
    files = {DESCRIPTOR: descriptor_text(descriptor, columns)}
    for table in used_tables(columns):
        written = {column.name: columns[table.name][column.name] for column in table.columns}
        files[table.file] = _csv(list(written), written.values(), "\n")
    return files


def zipped(files: Mapping[str, str]) -> bytes:
    """Return the .zip of some files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(_entry(name), text)
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _NO_DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = UNIX
    info.external_attr = 0o644 << 16
    return info


def _csv(header: Sequence[str], columns: Iterable[Iterable[str]], line_end: str) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=_ROW_END)
    writer.writerow(header)
    writer.writerows(zip(*(map(guarded, cells) for cells in columns), strict=False))
    return text.getvalue().replace(_ROW_END, line_end)


def columns_of(frames: Frames) -> dict[str, Columns]:
    """Return the columns of the schema as text, as `frame_of` reads them."""
    return {
        name: Columns(
            {column.name: texts_of(frames[name][column.name]) for column in table.columns}
        )
        for name, table in TABLES.items()
    }


def figures_bytes(dataset: Dataset, frames: Frames) -> bytes:
    """Return the figures as one CSV table: the pack's columns, the names behind ids, the source.

    With a byte order mark, without which a spreadsheet misreads Chinese.
    """
    table = next(each for each in used_tables(columns_of(frames)) if each.name == "figures")
    names = [*(column.name for column in table.columns), *_NAMES]
    columns = [texts_of(frames["figures"][name]) for name in (*names, "warning")]
    header = [*names, "doubt", "source"]
    text = _csv(header, [*columns, repeat(dataset.source.citation)], "\r\n")
    return text.encode("utf-8-sig")


def workbook_bytes(dataset: Dataset, frames: Frames) -> bytes:
    """Return the tables as a workbook, a sheet each, and one that names the source.

    Raises:
        TooLargeError: a table has more rows than a sheet.
    """
    used = used_tables(columns_of(frames))
    for table in used:
        if len(frames[table.name]) > _MOST_SHEET_ROWS:
            raise TooLargeError(
                f"{table.file} has more rows than a sheet can hold ({_MOST_SHEET_ROWS:,}). "
                "Save it as a pack, or choose less."
            )
    book, buffer = new_workbook()
    created = datetime.fromisoformat(dataset.source.date or "2000-01-01")
    book.set_properties({"title": dataset.source.title, "created": created})
    bold = book.add_format({"bold": True})
    for table in sorted(used, key=lambda each: each.name != "figures"):
        columns = {
            column.name: list(map(_sheet_cell, values_of(frames[table.name][column.name])))
            for column in table.columns
        }
        fill_sheet(book.add_worksheet(table.name), columns, bold, frozen_columns=1)
    own = dataset.descriptor["jjjviewer"]
    named = {name: text for name, text in dataset.source._asdict().items() if text or name in own}
    add_source_sheet(book, SOURCE_SHEET, named | _rest(dataset))
    return finished(book, buffer)


def _rest(dataset: Dataset) -> dict[str, str]:
    """Return what the descriptor says beyond tables and source, as JSON under its name."""
    own = dataset.descriptor["jjjviewer"]
    more = {name: own[name] for name in own if name not in ("format", *Source._fields)}
    rest = {name: dataset.descriptor[name] for name in dataset.descriptor if name != "resources"}
    text = json.dumps(rest | {"jjjviewer": more}, ensure_ascii=False)
    return {REST: text} if len(text) <= LONGEST_CELL else {}


def _sheet_cell(value: Value) -> Cell:
    """Return a cell as a workbook holds it: numbers as such, and everything else as text."""
    return whole_number(value) if isinstance(value, int | float) else text_of(value)


FORMATS: dict[str, Callable[[Dataset, Frames], bytes]] = {
    "zip": pack_bytes,
    "xlsx": workbook_bytes,
    "csv": figures_bytes,
}
"""The function that makes the bytes of each format, by suffix."""
