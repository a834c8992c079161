"""The rules a pack must keep, checked on its rows as text, before anything is built on them."""

import difflib
import math
import re
from collections.abc import Callable, Collection, Mapping
from datetime import date

from jjjviewer.model.errors import PackError
from jjjviewer.model.files import Row
from jjjviewer.model.schema import ID_PATTERN, TABLES, Column, Table

_IS_ID = re.compile(ID_PATTERN).fullmatch
_IS_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII).fullmatch
_BOOLEANS = {"true": True, "false": False}


def check(rows: Mapping[str, list[Row]]) -> None:
    """Raise PackError for the first cell that breaks the schema."""
    for table in TABLES.values():
        for column in table.columns:
            _check_column(table, column, rows[table.name])
    for table in TABLES.values():
        for column in table.columns:
            if column.refers_to:
                _check_references(table, column, rows)
    _check_loops(TABLES["regions"], rows["regions"])
    _check_loops(TABLES["entities"], rows["entities"])


def _check_column(table: Table, column: Column, rows: list[Row]) -> None:
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, start=2):
        text = row[column.name]
        fault = _fault(column, text)
        if not fault and column.unique and seen.setdefault(text, number) != number:
            fault = f"{column.name} '{text}' already stands in row {seen[text]}."
        if fault:
            raise PackError(fault, file=table.file, row=number, column=column.name, value=text)


def _fault(column: Column, text: str) -> str:
    """Return what is wrong with a cell, in words for people, or nothing."""
    if not text:
        return f"{column.name} is empty." if column.required else ""
    if column.is_id and not _IS_ID(text):
        return f"{column.name} '{text}' is not an id. Use up to 64 of a-z, 0-9, '-' and '_'."
    if column.choices and text not in column.choices:
        known = ", ".join(column.choices)
        hint = _did_you_mean(text, column.choices)
        return f"{column.name} '{text}' is not one of {known}.{hint}"
    if column.max_length and len(text) > column.max_length:
        return f"{column.name} has {len(text)} characters; at most {column.max_length} fit."
    try:
        READ[column.kind](text)
    except ValueError as error:
        return f"{column.name}: {error}"
    return ""


def _check_references(table: Table, column: Column, rows: Mapping[str, list[Row]]) -> None:
    target = TABLES[column.refers_to]
    known = {row[target.key.name] for row in rows[target.name]}
    for number, row in enumerate(rows[table.name], start=2):
        value = row[column.name]
        if value and value not in known:
            raise PackError(
                f"{column.name} '{value}' is not in {target.file}.{_did_you_mean(value, known)}",
                file=table.file,
                row=number,
                column=column.name,
                value=value,
            )


def _check_loops(table: Table, rows: list[Row]) -> None:
    parents = {row[table.key.name]: row["parent_id"] for row in rows}
    safe: set[str] = set()
    for number, row in enumerate(rows, start=2):
        path: set[str] = set()
        node = row[table.key.name]
        while node and node not in safe:
            if node in path:
                raise PackError(
                    f"'{node}' lies within itself. Mend the parent_id of one of the rows.",
                    file=table.file,
                    row=number,
                    column="parent_id",
                    value=row["parent_id"],
                )
            path.add(node)
            node = parents[node]
        safe |= path


def _did_you_mean(value: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(value, sorted(known), n=1)
    return f" Did you mean '{near[0]}'?" if near else ""


def _integer(text: str) -> int:
    if not re.fullmatch(r"-?\d{1,15}", text, re.ASCII):
        raise ValueError(f"'{text}' is not a whole number.")
    return int(text)


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"'{text}' is not a number. Write it without separators.") from None
    if not math.isfinite(value):
        raise ValueError(f"'{text}' is not a finite number.")
    return value


def _boolean(text: str) -> bool:
    if text not in _BOOLEANS:
        raise ValueError(f"'{text}' is neither true nor false.")
    return _BOOLEANS[text]


def _date(text: str) -> date:
    try:
        if _IS_DATE(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(f"'{text}' is not a date. Write it as 2022-10-21.")


READ: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": _date,
}
"""How a cell of each kind is read; each raises ValueError, in words for people."""
