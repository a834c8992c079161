"""The files of a pack as they are read: its descriptor, and the rows of its tables as text."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from jjjviewer.model.cells import read_date, shown, unprintable
from jjjviewer.model.errors import PackError, Problem
from jjjviewer.model.folder import Folder, lies_outside, too_large
from jjjviewer.model.guard import unguarded
from jjjviewer.model.limits import (
    LARGEST_DESCRIPTOR,
    LARGEST_PACK,
    LONGEST_CELL,
    MOST_PROBLEMS,
    MOST_ROWS,
)
from jjjviewer.model.near import did_you_mean
from jjjviewer.model.schema import DESCRIPTOR, FORMAT, TABLES, Table

Row = dict[str, str]
Progress = Callable[[float], None]
"""Told how much is done, from 0 to 1; may raise to stop."""

_TOLD_EVERY = 10_000
"""Rows between two words on the progress."""


@dataclass(frozen=True)
class Source:
    """What a pack was made from, as its descriptor says it."""

    title: str
    title_zh: str
    date: str
    """As 2022-10-21, or nothing."""
    citation: str
    citation_zh: str
    caveat: str


def read_text(folder: Folder, name: str) -> str:
    """Return one file's text; it must be UTF-8, with or without a byte order mark."""
    data = folder.read(name)
    if len(data) > LARGEST_PACK:
        raise PackError(too_large(name))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"not UTF-8 (byte {error.start + 1}). Save it as UTF-8."
        raise PackError(Problem(message, name)) from None


def read_descriptor(folder: Folder) -> dict[str, Any]:
    """Return the pack's descriptor, of this version of the format and naming its source."""
    if folder.size(DESCRIPTOR) > LARGEST_DESCRIPTOR:
        message = f"larger than {LARGEST_DESCRIPTOR >> 20} MiB, which is the most that is read."
        raise PackError(Problem(message, DESCRIPTOR))
    try:
        descriptor: Any = json.loads(read_text(folder, DESCRIPTOR))
    except json.JSONDecodeError as error:
        message = f"broken JSON: {error.msg}, column {error.colno}. Mend this line."
        raise PackError(Problem(message, DESCRIPTOR, error.lineno)) from None
    except (RecursionError, ValueError):
        message = "broken JSON: nested too deeply or a number too long. Write it anew."
        raise PackError(Problem(message, DESCRIPTOR)) from None
    own = descriptor.get("jjjviewer") if isinstance(descriptor, dict) else None
    if not isinstance(own, dict):
        message = "the object 'jjjviewer', which names the source, is missing. Add it."
        raise PackError(Problem(message, DESCRIPTOR))
    _check_format(own.get("format"))
    _check_paths(descriptor.get("resources", []))
    return dict(descriptor)


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
    return Source(**{field.name: _text_of(own, field.name) for field in fields(Source)})


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


def read_rows(folder: Folder, table: Table, tell: Progress) -> list[Row]:
    """Return a table's rows as text, its columns checked against the schema.

    Empty rows at the end, as spreadsheets leave them, are dropped.
    """
    stream = io.StringIO(read_text(folder, table.file), newline="")
    size = max(1, stream.seek(0, io.SEEK_END))
    stream.seek(0)
    lines = csv.reader(stream, strict=True)
    cells: list[list[str]] = []
    try:
        header = next(lines, [])
        _check_header(table, header)
        for line in lines:
            cells.append(line)
            if len(cells) % _TOLD_EVERY == 0:
                _check_count(len(cells), table.file)
                tell(stream.tell() / size)
    except csv.Error as error:
        raise PackError(Problem(_in_words(error), table.file, len(cells) + 2)) from None
    while cells and not any(cells[-1]):
        cells.pop()
    _check_lengths(table, header, cells)
    return [dict(zip(header, map(unguarded, line), strict=True)) for line in cells]


def _check_count(count: int, file: str) -> None:
    if count > MOST_ROWS:
        raise PackError(Problem(f"more than {MOST_ROWS:,} rows. Split the pack.", file))


def _in_words(error: csv.Error) -> str:
    if "field larger" in str(error) or "unexpected end" in str(error):
        return "a double quote is opened here and never closed. Close it."
    return f"not readable as CSV: {error}. Write a double quote inside a cell twice."


def _check_lengths(table: Table, header: list[str], cells: list[list[str]]) -> None:
    problems = []
    for number, line in enumerate(cells, start=2):
        if not any(line):
            problems.append(Problem("the row is empty. Delete it.", table.file, number))
        elif len(line) != len(header):
            message = (
                f"{len(line)} cells where the header has {len(header)}. "
                "Put a cell that holds a comma in double quotes."
            )
            problems.append(Problem(message, table.file, number))
        if len(problems) == MOST_PROBLEMS:
            break
    if problems:
        raise PackError(*problems)


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
