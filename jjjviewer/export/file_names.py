"""Names of files: one for each chart, and safe in every file system.

A name is `<selection>[~<filters>]-<chart>[-<unit>][-per].<ext>`. Ids hold only small letters,
digits, dashes and underscores; `+`, `~` and `.` keep them apart, so that names of different charts
differ even where ids are made of the same words.
"""

import hashlib
import re
import unicodedata

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.registry import CHART_TYPES
from jjjviewer.charts.types.bars import Bars
from jjjviewer.model.selection import Filter, Selection
from jjjviewer.model.view import View

_LONGEST = 80
"""Bytes that say what is drawn: with chart, unit and folder Windows takes no more than 260."""
_DIGITS = 10
"""Of the hash that keeps shortened names apart."""
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.I)
_UNSAFE = re.compile(r"[^\w+.-]+")
"""Characters of a search that not every file system takes; letters of any script are safe."""
_ENDING = re.compile(r"(^|-)(per|\d+)$")
"""How a unit would read as the end of a name, or as the number of a page."""


def file_name(view: View, chart_type: ChartType, suffix: str) -> str:
    """Return the name of a chart's file.

    Args:
        view: the selection and the filter that are drawn; no other part of it is in the name.
        chart_type: how it is drawn, bars of which unit and whether for each item.
        suffix: the format.
    """
    name = f"{selection_name(view.selection, view.filter)}-{chart_type.id}"
    if not isinstance(chart_type, Bars):
        return f"{name}.{suffix}"
    if chart_type.unit:
        name += f"-{_unit_name(chart_type, chart_type.unit)}"
    return f"{name}{'-per' if chart_type.is_per_item else ''}.{suffix}"


def selection_name(selection: Selection, filter_: Filter) -> str:
    """Return the part of a name that says what is drawn."""
    # The slug of everything is a word that may be an id as well.
    slug = "+all" if selection.slug == "all" and selection.ids else _safe(selection)
    filters = (f"~{part}.{'+'.join(ids)}" for part, ids in filter_._asdict().items() if ids)
    return _shortened("".join((slug, *filters)))


def _safe(selection: Selection) -> str:
    """Return a slug without what a search may hold and file systems do not take.

    Underscores stand for the spaces of a search; where more of it is changed, a hash is added.
    """
    # Windows takes no colon.
    plain = selection.slug.replace(":", ".")
    words = plain.replace(" ", "_")
    safe = _UNSAFE.sub("-", unicodedata.normalize("NFC", words.lower()))
    is_same = safe == words and "_" not in selection.query
    return safe if is_same else f"{safe}~{_digest(plain)}"


def is_reserved(name: str) -> bool:
    """Return whether Windows keeps a name, whatever its suffix, for a device."""
    return _RESERVED.fullmatch(name) is not None


def _unit_name(chart_type: ChartType, unit: str) -> str:
    """Return a unit's id, between signs where it could be read as another part."""
    tail = f"{chart_type.id}-{unit}-"
    is_mistakable = _ENDING.search(unit) or any(
        f"-{each.id}-" in (tail if each.id == chart_type.id else f"-{tail}") for each in CHART_TYPES
    )
    return f"+{unit}+" if is_mistakable else unit


def _shortened(part: str) -> str:
    """Return a part of a name, of a long one the beginning and a hash of all."""
    if len(part.encode()) <= _LONGEST:
        return part
    begin = part.encode()[: _LONGEST - _DIGITS - 1].decode(errors="ignore")
    return f"{begin}~{_digest(part)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
