"""What was lost in texts on their way through other programs."""

import re
from collections.abc import Iterator

import pandas as pd

from jjjviewer.model.errors import Problem
from jjjviewer.model.schema import TABLES
from jjjviewer.model.validation.warning import Frames, warn

_LOST = re.compile(
    r"\ufffd|\?{4}|#(?:REF!|NAME\?|N/A|VALUE!|DIV/0!|NUM!|NULL!|SPILL!)"
    "|[Â-ô][\x80-\xbf\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]"
)
"""What no text holds of itself: signs for lost characters, formulas that failed, and UTF-8 read as
another encoding."""


def text_warnings(frames: Frames) -> Iterator[Problem]:
    """Yield what texts of all tables are warned of."""
    for name, table in TABLES.items():
        for column in table.columns:
            if column.kind == "string" and not (column.choices or column.refers_to):
                yield from _lost(name, column.name, frames[name])


def _lost(table: str, column: str, frame: pd.DataFrame) -> Iterator[Problem]:
    cells = frame[column].tolist()
    # Of hardly a column is more to be looked at than all of it at once.
    every = "\n".join(cells)
    if every.isascii() and "#" not in every and "????" not in every:
        return
    if not _LOST.search(every):
        return
    yield from warn(
        table,
        frame,
        [bool(_LOST.search(cell)) for cell in cells],
        column,
        _message,
    )


def _message(cell: str) -> str:
    if meant := _meant(cell):
        return (
            f"'{cell}' seems to be '{meant}' in another encoding. Write it anew, "
            "and save the table as UTF-8."
        )
    if cell.startswith("#"):
        return f"'{cell}' is the error of a formula. Mend the formula, or write the text itself."
    return (
        f"characters of '{cell}' were lost. Write them anew, and save the table as UTF-8, "
        "which has all characters."
    )


def _meant(cell: str) -> str:
    """Return what a text is meant to be whose UTF-8 was read as another encoding, or nothing."""
    for encoding in () if cell.isascii() else ("cp1252", "latin-1"):
        try:
            return cell.encode(encoding).decode()
        except UnicodeError:
            continue
    return ""
