"""The legend of a map, beside or above it, and its line of credits."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF

from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Shape, Text
from jjjviewer.charts.style import SIZES
from jjjviewer.charts.text import LEADING, width, wrap
from jjjviewer.charts.translation import tr
from jjjviewer.model.geography import Geography

SWATCH = 22.0
"""Width of a symbol before its words, in pixels."""
_LEAD = SWATCH + 6
_COLUMN, _NARROW = 168.0, 118.0
_TALL = 300.0
"""The height of a body, in pixels, from which no entry is left out."""
_GUTTER = 14.0
_WIDE = 1.35
"""How much wider than high the body is from which the legend stands beside the map."""
_LICENSED = re.compile(r"([A-Z][\w.-]*)(?: id \d+)? \((CC[ A-Z-]*[A-Z])(?: [\d.]+)?\)")
"""In the basis of a position: who gave it, under which licence."""


DrawSymbol = Callable[[QPointF], Sequence[Shape]]
"""Returns the shapes of a symbol, given its centre."""


class MapLegendEntry(NamedTuple):
    """One entry of the legend of a map: a symbol and its meaning."""

    words: str
    shapes: DrawSymbol
    spare: bool = False
    """Whether it is left out where it does not fit: tooltips say the same."""


def add_legend(scene: Scene, entries: Sequence[MapLegendEntry]) -> None:
    """Add a legend at the right of a wide body, else at its top; the body shrinks."""
    body = scene.body
    needed = [entry for entry in entries if not entry.spare]
    if body.width() > _WIDE * body.height():
        for size, some, columns in (
            (SIZES.small, entries, (_COLUMN,)),
            (SIZES.footer, entries, (_COLUMN,)),
            (SIZES.footer, needed, (_COLUMN,)),
            (SIZES.footer, needed, (_NARROW, _NARROW)),
        ):
            if _columns(scene, some, size, columns):
                return
    _rows(scene, entries if body.height() > _TALL else needed)


def _rows(scene: Scene, entries: Sequence[MapLegendEntry]) -> None:
    size, body = SIZES.small, scene.body
    x, y = body.left(), body.top() + size
    for entry in entries:
        room = _LEAD + width(entry.words, size)
        if x > body.left() and x + room > body.right():
            x, y = body.left(), y + size * 1.6
        scene.add(*entry.shapes(QPointF(x + SWATCH / 2, y - 0.35 * size)))
        scene.add(Text(x + _LEAD, y, entry.words, size, scene.style.muted))
        x += room + 16
    body.setTop(y + 12)


def _columns(
    scene: Scene, entries: Sequence[MapLegendEntry], size: int, columns: Sequence[float]
) -> bool:
    """Add the legend in columns of given widths, if its height fits; return whether it does."""
    body, step = scene.body, size * LEADING
    left = first = body.right() - sum(columns) - _GUTTER * (len(columns) - 1)
    room, *more = columns
    shapes: list[Shape] = []
    y = body.top()
    for entry in entries:
        lines = wrap(entry.words, room - _LEAD, size, lines=3, even=False)
        if y + len(lines) * step > body.bottom() and more:
            left, y = left + room + _GUTTER, body.top()
            room, *more = more
        shapes += entry.shapes(QPointF(left + SWATCH / 2, y + 0.5 * step))
        for line in lines:
            y += step
            shapes.append(Text(left + _LEAD, y - 0.25 * size, line, size, scene.style.muted))
        y += 3 if size > SIZES.footer else 1
    if y > body.bottom():
        return False
    scene.add(*shapes)
    body.setRight(first - _GUTTER)
    return True


def add_credit(scene: Scene, geography: Geography) -> None:
    """Add the credits of the map at the bottom of the body; the body shrinks."""
    size = SIZES.footer
    lines = wrap(credit(geography), scene.body.width(), size, even=False)
    bottom = scene.body.bottom()
    for at, line in enumerate(reversed(lines)):
        y = bottom - at * size * LEADING - 0.2 * size
        scene.add(Text(scene.body.left(), y, line, size, scene.style.muted))
    scene.body.setBottom(bottom - len(lines) * size * LEADING - 3)


def credit(geography: Geography) -> str:
    """Return the credits: where outlines and positions are from, as the pack says."""
    found = [_LICENSED.search(basis) for basis in geography.bases]
    named = sorted({f"{match[1]} ({match[2]})" for match in found if match})
    others = not all(found)
    words = tr("Schematic")
    if geography.outlines:
        words = tr("Schematic, boundaries not authoritative · Natural Earth")
    if named:
        names = ", ".join(named)
        names = tr("{names} and others", names=names) if others else names
        return f"{words}; {tr('places: {names}', names=names)}"
    return f"{words}; {tr('places: as the pack says')}"
