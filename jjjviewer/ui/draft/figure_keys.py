"""The keys of the page of figures."""

from typing import NamedTuple

from PySide6.QtCore import Qt

from jjjviewer.charts.translation import tr
from jjjviewer.vocabulary import DIRECTIONS, QUALIFIERS, STATUSES


class Cycle(NamedTuple):
    """A column whose choices a key goes through."""

    column: str
    choices: tuple[str, ...]


CYCLES = {
    Qt.Key.Key_Q: Cycle("qualifier", QUALIFIERS),
    Qt.Key.Key_T: Cycle("status", ("", *STATUSES)),
    Qt.Key.Key_D: Cycle("direction", ("", *DIRECTIONS)),
}
FIELDS = {
    Qt.Key.Key_E: "measure",
    Qt.Key.Key_P: "period_text",
    Qt.Key.Key_U: "unit_id",
    Qt.Key.Key_V: "value",
}
BRACKETS = {"[": "start", "]": "end"}
"""The edges of what is printed, by the keys that choose them."""


def keys() -> str:
    """Return the keys and what they do, to be shown below the text."""
    return tr(
        "Enter keep · X drop · Space later · ↑ ↓ move · Z undo · E measure, M other words for it · "
        "V value · U unit · P period · Q qualifier · T status · D direction · "
        "[ or ] then ← → move an edge · + takes a number that was not proposed · "
        "Shift+Enter keeps the rest of the paragraph"
    )
