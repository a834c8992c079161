"""The paint of marks by region, status and certainty, and its legend."""

from collections.abc import Sequence

from jjjviewer.charts.formatting import (
    SIGNS,
    UNCLEAR,
    is_open,
    is_unclear,
    qualifiers,
    status,
    statuses,
    unset_status,
)
from jjjviewer.charts.scene import LegendEntry
from jjjviewer.charts.shapes import Paint
from jjjviewer.charts.style import Style, mixed, region_colors
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.view import View

SYMBOL_RADIUS = 6.5
"""Radius of the symbol of a figure, in pixels."""


def paint_of(figure: FigureRow, color: str, style: Style) -> Paint:
    """Return the paint of a figure: solid if achieved, hollow if not yet, dashed if unclear."""
    if is_open(figure):
        return Paint(style.background, color, 2, dashed=is_unclear(figure))
    if is_unclear(figure):
        return Paint(mixed((style.background, color), 0.3), color, 2, dashed=True)
    return Paint(color, color, 2)


def legend_entries(
    view: View, rows: Sequence[FigureRow], style: Style, *, round_: bool, signs: bool = True
) -> list[LegendEntry]:
    """Return the legend: regions where there are several, statuses, and qualifiers' signs.

    Of more regions than there are colours none is named, for two would look alike.
    """
    colors = region_colors(view.dataset.provinces, style)
    present = [region for region in colors if region in {row.province for row in rows}]
    entries = []
    if 1 < len(present) <= len(style.regions) + ("" in present):
        names = view.dataset.provinces | {"": tr("joint")}
        entries += [LegendEntry(names[p], Paint(colors[p], colors[p], 2), round_) for p in present]
    # Neutral grey means no region, so that several regions share the colour of text.
    one = colors[present[0]] if len(present) == 1 else style.text
    # One entry for each paint.
    alike: dict[Paint, list[FigureRow]] = {}
    for row in sorted(rows, key=_reading_order):
        alike.setdefault(paint_of(row, one, style), []).append(row)
    if len(alike) > 1 or any(is_open(row) or is_unclear(row) for row in rows):
        entries += [
            LegendEntry(_status_label(figures), paint, round_) for paint, figures in alike.items()
        ]
    found = dict.fromkeys(row.qualifier for row in rows if signs and SIGNS[row.qualifier])
    return [*entries, *(LegendEntry(f"{SIGNS[name]} {qualifiers()[name]}") for name in found)]


def _reading_order(figure: FigureRow) -> tuple[bool, int]:
    return is_unclear(figure), [*statuses(), ""].index(figure.status)


def _status_label(figures: Sequence[FigureRow]) -> str:
    """Return the label of figures with the same paint: statuses, and whether unclear."""
    known = (each for each in figures if each.status != "uncertain")
    stated = dict.fromkeys(status(each) or unset_status() for each in known)
    if not is_unclear(figures[0]):
        return ", ".join(stated)
    if stated:
        words = tr("{status}, unclear in the text", status=", ".join(stated))
    else:
        words = tr("unclear in the text")
    return f"{UNCLEAR} {words}"
