"""How a cell is to be written that holds what people or spreadsheets write instead of it."""

import re
from datetime import date, timedelta

from jjjviewer.model.limits import LARGEST_NUMBER
from jjjviewer.model.visible import shown

_FAULT_OF_FORMULA = re.compile(r"#[A-Z/0]{2,}[!?]?", re.ASCII).fullmatch
"""As #N/A, #REF! or, in German, #BEZUG!."""
_DAY_OF_SPREADSHEET = re.compile(r"[1-9]\d{4}(?:\.0)?", re.ASCII).fullmatch
_FIRST_DAY = date(1899, 12, 30)
"""The day 0 of spreadsheets."""
_TWO_READINGS = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", re.ASCII).fullmatch
_DAY_AND_MONTH = re.compile(r"\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{2}|\d{4}-\d\d-\d\d[T ].*")
_GROUPED = re.compile(r"-?\d{1,3}(?:[,_'\u2019 \u00a0\u202f]\d{3})+(?:\.\d+)?", re.ASCII).fullmatch
_PER_CENT = re.compile(r"(-?\d+(?:\.\d+)?)\s*[%\uff05]", re.ASCII).fullmatch
_ABSENT = re.compile(
    r"n/?a|n\.a\.|none|null|nan|nil|tb[ac]|unknown|not known|\?+|[-–—]+|\.+|…|无|不详",
    re.IGNORECASE,
).fullmatch
_DEGREES = re.compile(
    r"([NSEW]?)\s*(\d{1,3}(?:\.\d+)?)\s*°?\s*"
    r"(?:(\d{1,2}(?:\.\d+)?)\s*['\u2032\u2019]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*[\"\u2033\u201d]\s*)?"
    r"([NSEW]?)",
    re.ASCII,
).fullmatch


def fault_of_formula(text: str) -> str:
    """Return what is wrong with a cell in which a spreadsheet has written that it failed."""
    if not _FAULT_OF_FORMULA(text):
        return ""
    return f"'{shown(text)}' stands where a formula failed. Mend the formula, or write the value."


def of_number(name: str, text: str) -> str:
    """Return how a number is to be written; plainly, unless the column asks for more."""
    if _GROUPED(text):
        return f"Write it as {re.sub('[^0-9.-]', '', text)}."
    if name in ("lat", "lon") and (found := _DEGREES(text)):
        before, whole, minutes, seconds, behind = found.groups("")
        degrees = float(whole) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
        degrees *= -1 if (before or behind) in ("S", "W") else 1
        return f"Write decimal degrees, as {degrees:.6g}."
    if _ABSENT(text) and name != "factor":
        return "Delete the row, for a figure has a value." if name == "value" else "Leave it empty."
    if not any(map(str.isdecimal, text)):
        return "Write it as 1234.5."
    if found := _PER_CENT(text):
        return f"Write it as {found[1]}, of the unit per cent."
    if name in ("value", "value_high") and re.search(r"\d\D*(?:[-–—~至到]|to)\D*\d", text):
        return "Write the start of a range as value, its end as value_high, each as 1234.5."
    if name in ("value", "value_high") and text.isprintable():
        return _of_printed(text)
    return "Write it as 1234.5."


def _of_printed(text: str) -> str:
    # Imported late: its rules are long, and only a mistake needs them.
    from jjjviewer.text.printed import read

    printed = read(text)
    values = set(printed.values)
    if len(values) != 1:
        return (
            "Write its digits alone, all of them, as 1200000; words and signs round them stand in "
            "printed, qualifier and unit_id."
        )
    stated = {"qualifier": printed.qualifiers[:1], "unit": printed.units[:1]}
    more = "".join(f", with the {name} {word}" for name, words in stated.items() for word in words)
    return f"Write it as {values.pop():.15g}{more}."


def of_date(text: str) -> str:
    """Return how a date is to be written."""
    if _DAY_OF_SPREADSHEET(text):
        day = _FIRST_DAY + timedelta(int(float(text)))
        return f"If it is a spreadsheet's number of a day, write it as {day}."
    if found := _TWO_READINGS(text):
        one, other, year = map(int, found.groups())
        if one <= 12 and other <= 12:
            days = f"{year}-{other:02}-{one:02} or {year}-{one:02}-{other:02}"
            return f"It may be {days}: write the one that is meant."
    return "Write it as 2022-10-21."


def of_id(text: str) -> str:
    """Return how an id is to be written that a spreadsheet has taken for a date, or nothing."""
    if not _DAY_AND_MONTH.fullmatch(text):
        return ""
    return "A spreadsheet has made a date of it: format the column as text, and type the ids anew."


def of_degrees(value: float) -> str:
    """Return what a coordinate may be that no place has, or nothing."""
    if not 1_000 < abs(value) < LARGEST_NUMBER:
        return ""
    return " It looks like metres of a national grid: write degrees, as 39.9."
