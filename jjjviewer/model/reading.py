"""The files of a pack as they are read: its descriptor, and the rows of its tables as text."""

import csv
import io
import json
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Any, NamedTuple

from jjjviewer.model.cells import read_date, shown, unprintable
from jjjviewer.model.errors import PackError, Problem
from jjjviewer.model.gathered import Gathered
from jjjviewer.model.limits import (
    LARGEST_DESCRIPTOR,
    LARGEST_PACK,
    LONGEST_CELL,
    MOST_PROBLEMS,
)
from jjjviewer.model.pack_folder import Folder, lies_outside, too_large
from jjjviewer.model.rows import Rows
from jjjviewer.model.schema import DESCRIPTOR, FORMAT, TABLES, Table
from jjjviewer.model.suggestions import did_you_mean

Progress = Callable[[float], None]
"""Told how much is done, from 0 to 1; may raise to stop."""

_LONGEST_FIELD = 1 << 24
"""Characters after which a cell is given up, long before one that never ends fills the memory.

Of a shorter one the check of its column says that it is too long.
"""
_HALF = re.compile("[\ud800-\udfff]").search
_AT_ONCE = 500
"""Rows that are read in one go: their cells are still at hand when they are sorted by column."""


class Source(NamedTuple):
    """What a pack was made from, as its descriptor says it."""

    title: str
    title_zh: str
    date: str
    """As 2022-10-21, or nothing."""
    citation: str
    citation_zh: str
    caveat: str


def _read(folder: Folder, name: str) -> bytes:
    data = folder.read(name)
    if len(data) > LARGEST_PACK:
        raise PackError(too_large(name))
    return data


def _not_text(data: bytes, name: str) -> PackError:
    """Return the error that says which byte of a file is no UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        start = error.start + 1
    return PackError(Problem(f"not UTF-8 (byte {start}). Save it as UTF-8.", name))


def read_descriptor(folder: Folder) -> dict[str, Any]:
    """Return the pack's descriptor, of this version of the format and naming its source."""
    if folder.size(DESCRIPTOR) > LARGEST_DESCRIPTOR:
        message = f"larger than {LARGEST_DESCRIPTOR >> 20} MiB, which is the most that is read."
        raise PackError(Problem(message, DESCRIPTOR))
    data = _read(folder, DESCRIPTOR)
    try:
        descriptor: Any = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise _not_text(data, DESCRIPTOR) from None
    except json.JSONDecodeError as error:
        message = f"broken JSON: {error.msg}, column {error.colno}. Mend this line."
        raise PackError(Problem(message, DESCRIPTOR, error.lineno)) from None
    except (RecursionError, ValueError):
        message = "broken JSON: nested too deeply or a number too long. Write it anew."
        raise PackError(Problem(message, DESCRIPTOR)) from None
    if b"\\ud" in data.lower():
        # Only so is half a character named.
        _check_texts(descriptor)
    own = descriptor.get("jjjviewer") if isinstance(descriptor, dict) else None
    if not isinstance(own, dict):
        message = "the object 'jjjviewer', which names the source, is missing. Add it."
        raise PackError(Problem(message, DESCRIPTOR))
    _check_format(own.get("format"))
    _check_paths(descriptor.get("resources", []))
    return dict(descriptor)


def _check_texts(descriptor: object) -> None:
    """Refuse half a character, which no file could hold that the pack is saved in."""
    waiting = [("", descriptor)]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(shown(f"{name}.{key}".strip(".")), each) for key, each in value.items()]
            # The last are looked at first: a key that stands in a message is sound.
            waiting += [(name, key) for key in value]
        elif isinstance(value, list):
            waiting += [(name, each) for each in value]
        elif isinstance(value, str) and (half := _HALF(value)):
            code = f"U+{ord(half[0]):04X}"
            message = f"'{name or DESCRIPTOR}' holds the control character {code}. Type it anew."
            raise PackError(Problem(message, DESCRIPTOR))


def _check_format(found: object) -> None:
    if found == FORMAT and not isinstance(found, bool):
        return
    newer = isinstance(found, int) and found > FORMAT
    remedy = "Use a newer JJJ Viewer." if newer else f"Write {FORMAT}."
    message = f"'jjjviewer.format' is {shown(repr(found))}; this version reads {FORMAT}. {remedy}"
    raise PackError(Problem(message, DESCRIPTOR))


def _check_paths(resources: object) -> None:
    """Refuse a table that is said to be anywhere but beside the descriptor, under its own name."""
    problems = []
    for each in resources if isinstance(resources, list) else []:
        path = each.get("path") if isinstance(each, dict) else None
        name = each.get("name") if isinstance(each, dict) else None
        for one in path if isinstance(path, list) else [path]:
            if message := _fault_of_path(name, one):
                problems.append(Problem(message, DESCRIPTOR, value=str(one)))
    if problems:
        raise PackError(*problems[:MOST_PROBLEMS])


def _fault_of_path(name: object, path: object) -> str:
    text = shown(str(path))
    if isinstance(path, str) and "://" in path:
        return f"file '{text}' is an address on the web. Not opened. Put the file into the pack."
    if isinstance(path, str) and lies_outside(path):
        return f"file '{text}' lies outside the pack. Not opened. Put the file into the pack."
    if isinstance(name, str) and name in TABLES and path != TABLES[name].file:
        file = TABLES[name].file
        return f"the path of '{name}' is '{text}'. Name the file {file}, beside {DESCRIPTOR}."
    return ""


def source_of(descriptor: dict[str, Any]) -> Source:
    """Return the pack's origin from its descriptor."""
    own = descriptor["jjjviewer"]
    return Source(**{name: _text_of(own, name) for name in Source._fields})


def _text_of(own: dict[str, Any], name: str) -> str:
    value = own.get(name, "")
    if isinstance(value, str) and not (fault := _fault_of_text(value, is_date=name == "date")):
        return value
    if not isinstance(value, str):
        fault = f"must be text, not {shown(repr(value))}."
    raise PackError(Problem(f"'jjjviewer.{name}' {fault}", DESCRIPTOR))


def _fault_of_text(text: str, *, is_date: bool) -> str:
    if len(text) > LONGEST_CELL:
        return f"has {len(text):,} characters; at most {LONGEST_CELL:,} are read."
    if code := unprintable(text):
        return f"holds the control character {code}. Type it anew."
    try:
        if is_date and text:
            read_date(text)
    except ValueError as error:
        return str(error)
    return ""


def read_rows(folder: Folder, table: Table, tell: Progress) -> Rows:
    """Return a table's rows as text, its columns checked against the schema.

    Empty rows at the end, as spreadsheets leave them, are dropped.
    """
    data = _read(folder, table.file)
    stream = io.BytesIO(data)
    lines = _lines(stream)
    gathered: Gathered | None = None
    try:
        header = next(lines, [])
        _check_header(table, header)
        gathered = Gathered(table, header)
        while chunk := list(islice(lines, _AT_ONCE)):
            gathered.add(chunk)
            tell(stream.tell() / len(data))
    except UnicodeDecodeError:
        raise _not_text(data, table.file) from None
    except csv.Error as error:
        # The reader counts lines, of which a cell may hold several: what it gave is counted anew.
        row = 1 if gathered is None else _rows_before_fault(data) + 1
        raise PackError(Problem(_in_words(error), table.file, row)) from None
    return gathered.rows()


def _lines(stream: io.BytesIO) -> Iterator[list[str]]:
    # Python itself decodes "utf-8-sig", in three times as long.
    if stream.read(len(BOM_UTF8)) != BOM_UTF8:
        stream.seek(0)
    # It holds for the whole program. Python's own limit, 131,072, ends cells that are merely long.
    csv.field_size_limit(_LONGEST_FIELD)
    # Decoded bit by bit: as a whole, a large file would take four times its size.
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    return csv.reader(text, strict=True)


def _rows_before_fault(data: bytes) -> int:
    """Count the rows, the header among them, that can be read from the start."""
    count = 0
    with suppress(csv.Error):
        for _ in _lines(io.BytesIO(data)):
            count += 1
    return count


def _in_words(error: csv.Error) -> str:
    if "field larger" in str(error):
        return (
            f"a cell has more than {_LONGEST_FIELD:,} characters. "
            "Close the double quote that it may begin with, or shorten it."
        )
    if "unexpected end" in str(error):
        return "a double quote is opened here and never closed. Close it."
    return f"not readable as CSV: {error}. Write a double quote inside a cell twice."


def _check_header(table: Table, header: list[str]) -> None:
    wanted = [column.name for column in table.columns]
    if len(header) == 1 and len(wanted) > 1:
        for separator, name in ((";", "';'"), ("\t", "tabs"), ("|", "'|'")):
            if separator in header[0]:
                message = f"seems to use {name}. Save it as comma-separated UTF-8."
                raise PackError(Problem(message, table.file))
    problems = [
        _of_header(table, name, "is missing. Add it.") for name in wanted if name not in header
    ]
    problems += [
        _of_header(table, name, "stands there twice. Delete one.")
        for name in wanted
        if header.count(name) > 1
    ]
    for name in dict.fromkeys(header):
        if name not in wanted:
            hint = did_you_mean(name, wanted) or f" Known are: {', '.join(wanted)}."
            problems.append(_of_header(table, shown(name), f"is not known.{hint}"))
    if problems:
        raise PackError(*problems)


def _of_header(table: Table, name: str, fault: str) -> Problem:
    return Problem(f"column '{name}' {fault}", table.file, 1, name)
