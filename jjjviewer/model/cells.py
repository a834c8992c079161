"""What a cell of each kind may hold, and how it is read."""

import math
import re
from collections.abc import Callable, Sequence
from datetime import date

from jjjviewer.model.limits import LARGEST_NUMBER, LONGEST_CELL
from jjjviewer.model.rows import AT_ONCE
from jjjviewer.model.schema import ID_PATTERN, Column
from jjjviewer.model.suggestions import did_you_mean

_IS_ID = re.compile(ID_PATTERN).fullmatch
_IS_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII).fullmatch
_IS_INTEGER = re.compile(r"-?\d{1,15}", re.ASCII).fullmatch
_ARE_IDS = re.compile(f"{ID_PATTERN}(?:\n{ID_PATTERN})*").fullmatch
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML file can hold, and so no chart."""
_BOOLEANS = {"true": True, "false": False}


def are_sound(column: Column, texts: Sequence[str]) -> bool:
    """Say whether a glance at many cells of a column at once, which takes little time, is enough.

    Where it is not, each must be looked at.
    """
    glance = _GLANCES.get(column.kind) if not column.choices else None
    return glance is not None and all(
        glance(column, texts[start : start + AT_ONCE]) for start in range(0, len(texts), AT_ONCE)
    )


def _are_texts(column: Column, texts: Sequence[str]) -> bool:
    if column.is_id:
        # None of these is empty or long.
        lines = "\n".join(texts)
        return bool(_ARE_IDS(lines)) and lines.count("\n") == len(texts) - 1
    if column.required and "" in texts:
        return False
    if max(map(len, texts)) > (column.max_length or LONGEST_CELL):
        return False
    joined = "".join(texts)
    return joined.isprintable() or not unprintable(joined)


def _are_numbers(column: Column, texts: Sequence[str]) -> bool:
    """What can be said of numbers at once; where some are missing, it says nothing."""
    try:
        numbers = list(map(float, texts))
    except ValueError:
        return False
    least = -LARGEST_NUMBER if column.least is None else column.least
    most = min(LARGEST_NUMBER, column.most)
    # A sum with what is no number is none either.
    return (
        math.isfinite(sum(numbers))
        and least <= min(numbers)
        and max(numbers) <= most
        and "_" not in "".join(texts)
    )


_GLANCES = {"string": _are_texts, "number": _are_numbers}


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


def shown(text: str) -> str:
    """A cell as it stands in a message: on one line, and not all of a long one."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}…"


_LONGEST_SHOWN = 80


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
