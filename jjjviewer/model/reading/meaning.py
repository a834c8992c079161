"""How a cell is meant: without what spreadsheets and systems leave in it that has no meaning."""

import re
import unicodedata
from collections.abc import Callable, Collection
from functools import partial
from typing import NamedTuple

from jjjviewer.model.formula_escape import unguarded
from jjjviewer.model.schema import Column
from jjjviewer.model.visible import shown

Clean = Callable[[str], str]

_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))
_ROUND_PROSE = _SPACES + "\u200b\u2060\ufeff"
"""Round words by mistake only: spaces, and what has no width."""
_ROUND_VALUES = (
    _ROUND_PROSE + "\u00ad\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2066\u2067\u2068\u2069"
)
"""Outside of prose, what joins letters or turns the direction of a line has no meaning either."""
_BREAKS = re.compile("[\t\r\n\x85\u2028\u2029]+")
_INTEGER = re.compile(r"([+-]?)0*(\d+)(?:[.,]0*)?", re.ASCII).fullmatch
_MINUS = re.compile("\u2212|^[\u2010-\u2013]")
_DECIMAL_COMMA = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:[. \u00a0\u202f']\d{3})+),\d+", re.ASCII)
_YEAR_FIRST = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
    r"(?:[T ]0?0:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?)?",
    re.ASCII,
).fullmatch
_YEAR_LAST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", re.ASCII).fullmatch
_BOOLEANS = {
    **dict.fromkeys(("true", "yes", "y", "1", "wahr", "vrai", "是"), "true"),
    **dict.fromkeys(("false", "no", "n", "0", "falsch", "faux", "否"), "false"),
}
_SEVERAL_LINES = ("text",)
"""Columns whose cells may have several lines."""


class Cleaning(NamedTuple):
    """How the cells of a column are read.

    Attributes:
        clean: returns a cell as it is meant.
        is_plain: whether the cells of some rows, put together, can be written in no other way but
            for spaces round them.
    """

    clean: Clean
    is_plain: Callable[[str], bool]


def cleaning_of(column: Column, missing: Collection[str], *, decimal_comma: bool) -> Cleaning:
    """Return how the cells of a column are read.

    Args:
        column: of the schema.
        missing: texts that stand for an empty cell.
        decimal_comma: whether numbers are written as 3,5.
    """
    meaning: Clean | None = None
    match column.kind:
        case "integer":
            meaning = _integer
        case "boolean":
            meaning = _boolean
        case "date":
            meaning = _date
        case "number" if decimal_comma:
            meaning = _with_decimal_point
    if column.choices:
        meaning = partial(_choice, {_folded(choice): choice for choice in column.choices})
    is_prose = column.kind == "string" and not (column.is_id or column.refers_to or column.choices)
    if is_prose and column.name not in _SEVERAL_LINES:
        meaning = _on_one_line
    round_it = _ROUND_PROSE if is_prose else _ROUND_VALUES
    stated = {text for text in missing if text}
    clean = partial(_clean, round_it, stated, meaning)
    if is_prose and not stated:
        return Cleaning(clean, _is_plain_prose)
    return Cleaning(clean, _never if meaning or stated else _is_plain_value)


def _is_plain_prose(cells: str) -> bool:
    return cells.isprintable() and "'" not in cells


def _is_plain_value(cells: str) -> bool:
    return cells.isascii() and _is_plain_prose(cells)


def _never(_: str) -> bool:
    return False


def _clean(round_it: str, missing: Collection[str], meaning: Clean | None, cell: str) -> str:
    text = unguarded(cell.strip(round_it))
    if text in missing:
        return ""
    if round_it is _ROUND_VALUES and not text.isascii() and text.isprintable():
        # Outside of prose a full-width letter or digit is the same as a plain one, and a minus
        # sign, or the dash in its place, the same as a hyphen.
        text = _MINUS.sub("-", unicodedata.normalize("NFKC", text))
    # Behind an apostrophe there may be spaces again.
    return (meaning(text) if meaning and text else text).strip(round_it)


def trimmed(text: str) -> str:
    """Return text without spaces of any kind round it."""
    return text.strip(_ROUND_VALUES)


def _on_one_line(text: str) -> str:
    return _BREAKS.sub(" ", text)


def _integer(text: str) -> str:
    found = _INTEGER(text)
    if not found or (found[2] == text):
        return text
    return found[2] if found[1] != "-" or found[2] == "0" else f"-{found[2]}"


def _date(text: str) -> str:
    """Return a date as 2022-10-21 where its day and month leave no doubt."""
    if found := _YEAR_FIRST(text):
        year, month, day = found.groups()
    elif found := _YEAR_LAST(text):
        one, dot, other, year = found.groups()
        if dot != "." and int(one) != int(other) and int(one) <= 12 and int(other) <= 12:
            return text
        day, month = (one, other) if dot == "." or int(one) > 12 else (other, one)
    else:
        return text
    return f"{year}-{int(month):02}-{int(day):02}"


def _boolean(text: str) -> str:
    return _BOOLEANS.get(text.casefold(), text)


def _with_decimal_point(text: str) -> str:
    if not _DECIMAL_COMMA.fullmatch(text):
        return text
    whole, _, decimals = text.partition(",")
    return f"{re.sub('[^0-9+-]', '', whole)}.{decimals}"


def _choice(choices: dict[str, str], text: str) -> str:
    return choices.get(_folded(text), text)


def _folded(choice: str) -> str:
    return re.sub(r"[\s_-]+", "-", choice.casefold())


def note_on(column: Column, cell: str, meant: str) -> tuple[str, str]:
    """Return the kind and the words of the note on a cell that is read in another way.

    An apostrophe that keeps a cell from being a formula needs no words.
    """
    rest = unguarded(trimmed(cell))
    if rest == meant and cell == trimmed(cell):
        return "", ""
    if rest == meant:
        return "spaces", "spaces round cells are not read as part of them."
    if column.kind == "string" and not column.choices:
        return "breaks", "line breaks and tabs in cells are read as a space."
    kind = "choices" if column.choices else column.kind
    return kind, f"'{shown(rest)}' is read as '{meant}', and so is what is written likewise."
