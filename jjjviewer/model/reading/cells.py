"""What a cell of each kind may hold, and how it is read."""

import math
import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from jjjviewer.model.limits import LARGEST_NUMBER, LONGEST_CELL
from jjjviewer.model.reading import remedies
from jjjviewer.model.schema import ID_PATTERN, Column
from jjjviewer.model.suggestions import did_you_mean
from jjjviewer.model.visible import name_of, shown, unseen

_IS_ID = re.compile(ID_PATTERN).fullmatch
_IS_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII).fullmatch
_IS_INTEGER = re.compile(r"-?\d{1,15}", re.ASCII).fullmatch
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
"""What no XML file can hold, and so no chart."""
_UNPRINTABLE = re.compile(f"[{_CONTROLS}]")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MOST_DIGITS = 15
_MOST_EXACT = 17
"""Digits that a number may have: of more some are lost, but where the number is a round one."""
_DIGITS = re.compile(r"-?\d+", re.ASCII).fullmatch
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
    if text == name:
        return "the headings stand there once more. Delete the row."
    if len(text) > LONGEST_CELL:
        return (
            f"{name} has {len(text):,} characters; at most {LONGEST_CELL:,} are read. Shorten it."
        )
    if code := unprintable(text):
        return f"{name} holds the control character {code}. Type the cell anew."
    if formula := remedies.fault_of_formula(text):
        return f"{name}: {formula}"
    if column.is_id and not _IS_ID(text):
        rule = (
            remedies.of_id(text)
            or f"Use up to 64 of a-z, 0-9, '-' and '_'{_as_id(text)}.{_foreign(text)}"
        )
        return f"{name} '{shown(text)}' is not an id. {rule}"
    if column.choices and text not in column.choices:
        hint = _foreign(text) or did_you_mean(text, column.choices)
        return f"{name} '{shown(text)}' is not one of {', '.join(column.choices)}.{hint}"
    if column.max_length and len(text) > column.max_length:
        return f"{name} has {len(text)} characters; at most {column.max_length} fit. Shorten it."
    if column.kind == "number" and not _is_float(text):
        remedy = remedies.of_number(name, text)
        return f"{name}: '{shown(text)}' is not a number. {remedy}{_foreign(text)}"
    try:
        value = READ[column.kind](text)
    except ValueError as error:
        return f"{name}: {error}{_foreign(text)}"
    return _out_of_range(column, value)


def _as_id(text: str) -> str:
    """Return the id that is nearly written, as a proposal, or nothing."""
    plain = re.sub(r"\s+", "-", text.casefold())
    return f", as '{plain}'" if _IS_ID(plain) else ""


def _foreign(text: str) -> str:
    """Return a sentence on the first character that should be a plain letter, digit or sign."""
    others = [each for each in text if not each.isascii()]
    # Words in another script altogether stand in the wrong place.
    if not others or (2 * len(others) > len(text) and others[0].isalpha()):
        return ""
    if code := unseen(text):
        return f" It holds {code}, which is not seen. Type it anew."
    # Of a sign as of money or degrees it is seen what it is.
    other = next((each for each in others if not unicodedata.category(each).startswith("S")), "")
    if not other:
        return ""
    name = unicodedata.name(other, name_of(other)).lower()
    return f" '{other}' in it is {name}, no plain character. Type it anew."


def _out_of_range(column: Column, value: object) -> str:
    least, most = column.least, column.most
    if least is None or not isinstance(value, int | float) or least <= value <= most:
        return ""
    swapped = " Are lat and lon swapped?" if column.name == "lat" and abs(value) <= 180 else ""
    return (
        f"{column.name} {value:g} does not lie between {least:g} and {most:g}."
        f"{swapped or remedies.of_degrees(value) or ' Mend it.'}"
    )


def unprintable(text: str) -> str:
    """Return the first character that is no text, as U+0007, or nothing."""
    found = _UNPRINTABLE.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def is_number(text: str) -> bool:
    """Return whether a cell holds a number."""
    try:
        _number(text)
    except ValueError:
        return False
    return True


def _integer(text: str) -> int:
    if _DIGITS(text) and (digits := len(text.lstrip("-"))) > _MOST_DIGITS:
        raise ValueError(
            f"'{shown(text)}' has {digits} digits; at most {_MOST_DIGITS} are read. Shorten it."
        )
    if not _IS_INTEGER(text):
        raise ValueError(f"'{shown(text)}' is not a whole number. Write it as 12.")
    return int(text)


def _is_float(text: str) -> bool:
    # Python would also read 1_000 and digits of all scripts, which no other program does.
    try:
        float(text.replace("_", "?") if text.isascii() else "?")
    except ValueError:
        return False
    return True


def _number(text: str) -> float:
    if not _is_float(text):
        raise ValueError(f"'{shown(text)}' is not a number. Write it as 1234.5.")
    value = float(text)
    if not math.isfinite(value) or abs(value) > LARGEST_NUMBER:
        raise ValueError(
            f"'{shown(text)}' is not a finite number of at most {LARGEST_NUMBER:g}. Mend it."
        )
    digits = len(re.sub("[^0-9]", "", re.split("[eE]", text)[0]).strip("0"))
    if digits > _MOST_EXACT and Decimal(text) != Decimal(value):
        raise ValueError(
            f"'{shown(text)}' has {digits} digits, of which no more than 15 would be kept. "
            "Round it."
        )
    return value


def _boolean(text: str) -> bool:
    # Spreadsheets write them in capitals.
    if text.lower() not in _BOOLEANS:
        raise ValueError(f"'{shown(text)}' is neither true nor false. Write one.")
    return _BOOLEANS[text.lower()]


def read_date(text: str) -> date:
    """Read a date written as 2022-10-21; raise ValueError in words for people."""
    if not _IS_DATE(text):
        raise ValueError(f"'{shown(text)}' is not a date. {remedies.of_date(text)}")
    year, month, day = map(int, text.split("-"))
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"'{text}' is no day: {_no_day(year, month)} Mend it.") from None


def _no_day(year: int, month: int) -> str:
    if not year:
        return "there is no year 0."
    if not 1 <= month <= 12:
        return f"there is no month {month}; write the month before the day."
    days = monthrange(year, month)[1]
    return f"{_MONTHS[month - 1]} {year} has {days} days."


READ: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": read_date,
}
"""How a cell of each kind is read; each raises ValueError, in words for people."""
