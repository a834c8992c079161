"""Packs nobody would think of, valid and broken, for property-based tests."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from jjjviewer.model.reading.meaning import trimmed
from jjjviewer.model.schema import DESCRIPTOR, FORMAT, ID_PATTERN, TABLES, Column, Table, tables_in

Files = dict[str, bytes]
Row = dict[str, str]

thorough = settings(
    max_examples=25,
    deadline=None,
    # The same packs each time: what fails here fails everywhere.
    derandomize=True,
    database=None,
    # Making a failing pack smaller would take minutes: its first form has to do.
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)

_IDS = st.from_regex(ID_PATTERN, fullmatch=True)
_TEXT = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"
    ),
    max_size=40,
)
_DIMENSIONS = ("money", "share", "count", "area")
_MOST_ROWS = {"figures": 12, "statements": 12}
_FEW_ROWS = 5


@st.composite
def valid_packs(draw: st.DrawFn) -> Files:
    """Files of a pack that keeps every rule, though its rows may be doubtful."""
    rows: dict[str, list[Row]] = {}
    format_ = draw(st.integers(1, FORMAT))
    schema = tables_in(format_)
    for name, table in schema.items():
        rows[name] = draw(_tables(table, rows))
    own = draw(st.fixed_dictionaries(dict.fromkeys(("title", "citation", "caveat"), _TEXT)))
    own["date"] = draw(st.sampled_from(["", "2022-10-21"]))
    return files_of(rows, {"jjjviewer": {"format": format_, **own}})


def files_of(rows: dict[str, list[Row]], descriptor: Any) -> Files:
    schema = tables_in(descriptor["jjjviewer"]["format"])
    files = {schema[name].file: _csv(schema[name], table) for name, table in rows.items()}
    return {DESCRIPTOR: json.dumps(descriptor).encode(), **files}


def _csv(table: Table, rows: list[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, [column.name for column in table.columns])
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


@st.composite
def _tables(draw: st.DrawFn, table: Table, others: dict[str, list[Row]]) -> list[Row]:
    # Seldom none: of most tables nothing would be left that refers to it.
    is_empty = draw(st.integers(0, 19)) == 19
    count = 0 if is_empty else draw(st.integers(1, _MOST_ROWS.get(table.name, _FEW_ROWS)))
    keys: list[str] = []
    if table.key.unique and table.key.refers_to:
        # Some of the rows of the other table, each once.
        keys = [row[table.key.name] for row in others[table.key.refers_to]][:count]
        count = len(keys)
    elif table.key.unique:
        # An id that stood for two things would be an error.
        taken = {row[TABLES[name].key.name] for name, rows in others.items() for row in rows}
        ids = _IDS.filter(lambda id_: id_ not in taken)
        alike = ids if table.key.is_id else st.integers(1, 99).map(str)
        keys = draw(st.lists(alike, min_size=count, max_size=count, unique=True))
    rows: list[Row] = []
    for at in range(count):
        row: Row = {}
        for column in table.columns:
            if column is table.key and keys:
                row[column.name] = keys[at]
                continue
            known = _known(table, column, others, keys, at)
            if column.required and column.refers_to and not known:
                return rows
            row[column.name] = draw(_cells(column, known))
        rows.append(row)
    # A part of itself is an error, and which figures are parts is not drawn with that in mind.
    return [row for row in rows if row.get("kind") != "part_of"]


def _known(
    table: Table, column: Column, others: dict[str, list[Row]], keys: list[str], at: int
) -> list[str]:
    """The ids that a cell may refer to: in its own table only those of the rows before it."""
    if column.refers_to == table.name:
        # A unit is its own base; a region that lay within itself would be an error.
        return keys[: at + 1] if column.required else keys[:at]
    key = TABLES[column.refers_to].key.name if column.refers_to else ""
    return [row[key] for row in others.get(column.refers_to, ())]


def _cells(column: Column, known: list[str]) -> st.SearchStrategy[str]:
    filled = _filled(column, known)
    if column.required:
        return filled.filter(trimmed)
    return st.one_of(filled, filled, filled, st.just(""))


def _filled(column: Column, known: list[str]) -> st.SearchStrategy[str]:
    if column.refers_to:
        return st.sampled_from(known) if known else st.just("")
    if column.choices:
        return st.sampled_from(column.choices)
    if column.name == "dimension":
        # Those that charts know, and another.
        return st.sampled_from((*_DIMENSIONS, "other"))
    match column.kind:
        case "integer":
            return st.integers(-(10**15) + 1, 10**15 - 1).map(str)
        case "number":
            least = -1e30 if column.least is None else column.least
            return st.floats(least, min(column.most, 1e30)).map(repr)
        case "boolean":
            return st.sampled_from(["true", "false"])
        case "date":
            return st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)
        case _:
            return _TEXT.map(lambda text: text[: column.max_length or None])


@st.composite
def broken_packs(draw: st.DrawFn) -> Files:
    """Files of a pack in which something was spoilt: a cell, a row, a header, or bytes."""
    files = draw(valid_packs())
    name = draw(st.sampled_from(sorted(files)))
    data = files[name]
    match draw(st.sampled_from(["bytes", "cut", "insert", "remove", "swap"])):
        case "bytes":
            files[name] = draw(st.binary(max_size=200))
        case "cut":
            files[name] = data[: draw(st.integers(0, len(data)))]
        case "insert":
            at = draw(st.integers(0, len(data)))
            files[name] = data[:at] + draw(st.binary(min_size=1, max_size=8)) + data[at:]
        case "remove":
            del files[name]
        case "swap":
            other = draw(st.sampled_from(sorted(files)))
            files[name], files[other] = files[other], data
    return files


def put_into(folder: Path, files: Files) -> Path:
    """Write the files of a pack into a new folder and return it."""
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder
