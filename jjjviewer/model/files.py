"""The files of a pack, in a folder or a .zip: their text, rows and descriptor."""

import csv
import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jjjviewer.model.errors import NotAPackError, PackError
from jjjviewer.model.schema import DESCRIPTOR, FORMAT, Table

Row = dict[str, str]
Folder = Path | zipfile.Path


@dataclass(frozen=True)
class Source:
    """What a pack was made from, as its descriptor says it."""

    title: str
    title_zh: str
    date: str
    citation: str
    citation_zh: str
    caveat: str


def open_folder(path: Path) -> Folder:
    """Return the folder that holds the pack's descriptor.

    Raises:
        NotAPackError: nothing is there, or what is there is no pack.
    """
    if not path.exists():
        raise NotAPackError("nothing is there. Check the path.", file=str(path))
    folder: Folder = path
    if path.is_file():
        if not zipfile.is_zipfile(path):
            raise NotAPackError(
                f"not a pack. A pack is a folder, or a .zip of one, with {DESCRIPTOR} in it.",
                file=str(path),
            )
        folder = zipfile.Path(path)
    if not (folder / DESCRIPTOR).is_file():
        raise NotAPackError(
            f"not a pack, because {DESCRIPTOR} is missing. Choose the folder that holds it.",
            file=str(path),
        )
    return folder


def read_text(folder: Folder, name: str) -> str:
    """Return one file's text; it must be UTF-8, with or without a byte order mark."""
    try:
        return (folder / name).read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, KeyError):
        raise PackError("the file is missing from the pack.", file=name) from None
    except UnicodeDecodeError as error:
        raise PackError(
            f"not UTF-8 (byte {error.start + 1}). Save it as UTF-8.", file=name
        ) from None
    except (OSError, zipfile.BadZipFile) as error:
        raise PackError(f"could not be read: {error}", file=name) from None


def read_source(folder: Folder) -> Source:
    """Return the pack's origin from its descriptor."""
    try:
        descriptor: Any = json.loads(read_text(folder, DESCRIPTOR))
    except json.JSONDecodeError as error:
        raise PackError(
            f"broken JSON: {error.msg}, column {error.colno}.", file=DESCRIPTOR, row=error.lineno
        ) from None
    own = descriptor.get("jjjviewer") if isinstance(descriptor, dict) else None
    if not isinstance(own, dict):
        raise PackError(
            "the object 'jjjviewer', which names the source, is missing.", file=DESCRIPTOR
        )
    if own.get("format") != FORMAT:
        raise PackError(
            f"'jjjviewer.format' is {own.get('format')!r}; this version reads {FORMAT}. "
            "Use a newer JJJ Viewer.",
            file=DESCRIPTOR,
        )
    fields = Source.__dataclass_fields__
    return Source(**{name: _text_of(own, name) for name in fields})


def _text_of(own: dict[str, Any], name: str) -> str:
    value = own.get(name, "")
    if not isinstance(value, str):
        raise PackError(f"'jjjviewer.{name}' must be text, not {value!r}.", file=DESCRIPTOR)
    return value


def read_rows(folder: Folder, table: Table) -> list[Row]:
    """Return a table's rows as text, its columns checked against the schema."""
    lines = csv.reader(io.StringIO(read_text(folder, table.file), newline=""))
    try:
        header = next(lines, [])
        cells = list(lines)
    except csv.Error as error:
        raise PackError(
            f"not readable as CSV: {error}.", file=table.file, row=lines.line_num
        ) from None
    _check_header(table, header)
    for number, line in enumerate(cells, start=2):
        if len(line) != len(header):
            raise PackError(
                f"{len(line)} cells where the header has {len(header)}. "
                "Put a cell that holds a comma in double quotes.",
                file=table.file,
                row=number,
            )
    return [dict(zip(header, line, strict=True)) for line in cells]


def _check_header(table: Table, header: list[str]) -> None:
    wanted = [column.name for column in table.columns]
    if len(header) == 1 and len(wanted) > 1:
        for separator in ";\t|":
            if separator in header[0]:
                raise PackError(
                    f"seems to use '{separator}'. Save it as comma-separated UTF-8.",
                    file=table.file,
                )
    for name in wanted:
        if header.count(name) != 1:
            fault = "is missing" if name not in header else "stands there twice"
            raise PackError(f"column '{name}' {fault}.", file=table.file, row=1, column=name)
    for name in header:
        if name not in wanted:
            raise PackError(
                f"column '{name}' is not known. Known are: {', '.join(wanted)}.",
                file=table.file,
                row=1,
                column=name,
            )
