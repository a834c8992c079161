"""What a cell of each kind may hold, and how it is read."""

import math
import re
from collections.abc import Callable
from datetime import date

from jjjviewer.model.limits import LARGEST_NUMBER, LONGEST_CELL
from jjjviewer.model.schema import ID_PATTERN, Column
from jjjviewer.model.suggestions import did_you_mean
from jjjviewer.model.visible import shown

_IS_ID = re.compile(ID_PATTERN).fullmatch
_IS_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII).fullmatch
_IS_INTEGER = re.compile(r"-?\d{1,15}", re.ASCII).fullmatch
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
"""What no XML file can hold, and so no chart."""
_UNPRINTABLE = re.compile(f"[{_CONTROLS}]")
_BOOLEANS = {"true": True, "false": False}


def plainly_valid(column: Column) -> Callable[[str], object]:
    """Return a quick test that most valid cells of a column pass; `fault` examines the others."""
    pattern = _VALID.get(column.kind, "")
    if column.choices:
        pattern = "|".join(map(re.escape, column.choices))
    elif column.is_id:
        pattern = ID_PATTERN
    elif column.kind == "string":
        pattern = f"[^{_CONTROLS}]{{1,{column.max_length or LONGEST_CELL}}}"
    elif column.least is not None:
        pattern = ""
    return re.compile(pattern if column.required else f"(?:{pattern})?", re.ASCII).fullmatch


_VALID = {
    "integer": r"-?\d{1,15}",
    "number": r"-?\d{1,15}(?:\.\d{1,15})?",
    "boolean": "true|false",
}


def fault(column: Column, text: str) -> str:
    """Return what is wrong with a cell, in words for people, or nothing."""
    name = column.name
    if not text:
        return f"{name} is empty. Fill it in." if column.required else ""
    if len(text) > LONGEST_CELL:
        return f"{name} has {len(text):,} characters; at most {LONGEST_CELL:,} are read."
    if code := unprintable(text):
        return f"{name} holds the control character {code}. Type the cell anew."
    if column.is_id and not _IS_ID(text):
        return f"{name} '{shown(text)}' is not an id. Use up to 64 of a-z, 0-9, '-' and '_'."
    if column.choices and text not in column.choices:
        hint = did_you_mean(text, column.choices)
        return f"{name} '{shown(text)}' is not one of {', '.join(column.choices)}.{hint}"
    if column.max_length and len(text) > column.max_length:
        return f"{name} has {len(text)} characters; at most {column.max_length} fit. Shorten it."
    try:
        value = READ[column.kind](text)
    except ValueError as error:
        return f"{name}: {error}"
    return _out_of_range(column, value)


def _out_of_range(column: Column, value: object) -> str:
    least, most = column.least, column.most
    if least is None or not isinstance(value, int | float) or least <= value <= most:
        return ""
    return f"{column.name} {value:g} does not lie between {least:g} and {most:g}."


def unprintable(text: str) -> str:
    """Return the first character that is no text, as U+0007, or nothing."""
    found = _UNPRINTABLE.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def _integer(text: str) -> int:
    if not _IS_INTEGER(text):
        raise ValueError(f"'{shown(text)}' is not a whole number. Write it as 12.")
    return int(text)


def _number(text: str) -> float:
    try:
        # Python would also read 1_000, which no other program does.
        value = float(text.replace("_", "?"))
    except ValueError:
        raise ValueError(f"'{shown(text)}' is not a number. Write it as 1234.5.") from None
    if not math.isfinite(value) or abs(value) > LARGEST_NUMBER:
        raise ValueError(f"'{shown(text)}' is not a finite number of at most {LARGEST_NUMBER:g}.")
    return value


def _boolean(text: str) -> bool:
    # Spreadsheets write them in capitals.
    if text.lower() not in _BOOLEANS:
        raise ValueError(f"'{shown(text)}' is neither true nor false.")
    return _BOOLEANS[text.lower()]


def read_date(text: str) -> date:
    """Read a date written as 2022-10-21; raise ValueError in words for people."""
    try:
        if _IS_DATE(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(f"'{shown(text)}' is not a date. Write it as 2022-10-21.")


READ: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": read_date,
}
"""How a cell of each kind is read; each raises ValueError, in words for people."""
