"""Cells that a spreadsheet would run as a formula, made harmless and harmless ones made back.

An apostrophe before such a cell keeps it text, as spreadsheets have it; a cell that begins with
apostrophes before such a sign gets one more, so that what is written reads back the same.
Whatever is written for a spreadsheet goes through here: cells, column headings, source lines.
"""

import re

# The last four are full-width ones, which spreadsheets for Chinese and Japanese take as well.
_SIGNS = r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
_FORMULA = re.compile(rf"'*{_SIGNS}").match
_GUARDED = re.compile(rf"'+{_SIGNS}").match
_NUMBER = re.compile(r"[+-](\d{1,3}(,\d{3})+|\d+)(\.\d+)?(e[+-]?\d+)?%?", re.ASCII | re.I).fullmatch


def guarded(text: str) -> str:
    """Return a cell as it is written; a number with its sign is no formula."""
    return f"'{text}" if _FORMULA(text) and not _NUMBER(text) else text


def unguarded(text: str) -> str:
    """Return a cell as it is meant."""
    return text[1:] if text.startswith("'") and _GUARDED(text) else text
