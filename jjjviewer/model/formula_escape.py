"""Cells that a spreadsheet would run as a formula, made harmless and harmless ones made back.

An apostrophe before such a cell keeps it text, as spreadsheets have it; a cell that begins with
apostrophes before such a sign gets one more, so that what is written reads back the same.
"""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]").match
_GUARDED = re.compile(r"'+[=+\-@\t\r]").match


def guarded(text: str) -> str:
    """Return a cell as it is written; a negative number is no formula."""
    return f"'{text}" if _FORMULA(text) and not _is_number(text) else text


def unguarded(text: str) -> str:
    """Return a cell as it is meant."""
    return text[1:] if text.startswith("'") and _GUARDED(text) else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
