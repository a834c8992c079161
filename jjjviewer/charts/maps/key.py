"""The key of a map, beside or above it, and the line that says where it is from."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.figure import Figure
from jjjviewer.charts.ink import Ink, Text
from jjjviewer.charts.style import SIZES
from jjjviewer.charts.text import LEADING, width, wrap
from jjjviewer.charts.translation import tr
from jjjviewer.model.atlas import Atlas

SWATCH = 22.0
"""The room for a sign, in pixels, before its words."""
_COLUMN = 168.0
_GUTTER = 14.0
_WIDE = 1.35
"""How much wider than high the body is from which the key stands beside the map."""
_LICENSED = re.compile(r"([A-Z][\w.-]*)(?: id \d+)? \((CC[ A-Z-]*[A-Z])(?: [\d.]+)?\)")
"""In the basis of a position: who gave it, under which licence."""


@dataclass(frozen=True)
class Sign:
    """One entry of the key; `inks` draws the sign, given where its middle lies."""

    words: str
    inks: Callable[[QPointF], Sequence[Ink]] | None = None


def set_key(figure: Figure, signs: Sequence[Sign]) -> None:
    """Set a key at the right of a wide body, else at its top; the body shrinks."""
    body = figure.body
    if body.width() > _WIDE * body.height() and _column(figure, signs):
        return
    size = SIZES.small
    x, y = body.left(), body.top() + size
    for sign in signs:
        lead = SWATCH + 6 if sign.inks else 0
        room = lead + width(sign.words, size)
        if x > body.left() and x + room > body.right():
            x, y = body.left(), y + size * 1.6
        if sign.inks:
            figure.add(*sign.inks(QPointF(x + SWATCH / 2, y - 0.35 * size)))
        figure.add(Text(x + lead, y, sign.words, size, figure.style.muted))
        x += room + 16
    if signs:
        body.setTop(y + 12)


def _column(figure: Figure, signs: Sequence[Sign]) -> bool:
    """Set the key as a column, if there is the height for it."""
    size, body = SIZES.small, figure.body
    left = body.right() - _COLUMN
    step = size * LEADING
    inks: list[Ink] = []
    y = body.top()
    for sign in signs:
        lead = SWATCH + 6 if sign.inks else 0
        lines = wrap(sign.words, _COLUMN - lead, size, even=False)
        if sign.inks:
            inks += sign.inks(QPointF(left + SWATCH / 2, y + 0.5 * step))
        for line in lines:
            y += step
            inks.append(Text(left + lead, y - 0.25 * size, line, size, figure.style.muted))
        y += 3
    if y > body.bottom():
        return False
    figure.add(*inks)
    body.setRight(left - _GUTTER)
    return True


def set_credit(figure: Figure, atlas: Atlas) -> None:
    """Say at the foot of the body what the map is made from; the body shrinks."""
    size = SIZES.footer
    lines = wrap(credit(atlas), figure.body.width(), size, even=False)
    bottom = figure.body.bottom()
    for at, line in enumerate(reversed(lines)):
        y = bottom - at * size * LEADING - 0.2 * size
        figure.add(Text(figure.body.left(), y, line, size, figure.style.muted))
    figure.body.setBottom(bottom - len(lines) * size * LEADING - 3)


def credit(atlas: Atlas) -> str:
    """Where outlines and positions are from, as the pack says."""
    bases = [basis for basis in atlas.located["basis"] if basis]
    found = [_LICENSED.search(basis) for basis in bases]
    named = sorted({f"{match[1]} ({match[2]})" for match in found if match})
    others = not all(found) or len(bases) < len(atlas.located)
    words = tr("Schematic")
    if atlas.outlines:
        words = tr("Schematic, boundaries not authoritative · Natural Earth")
    if named:
        names = ", ".join(named)
        names = tr("{names} and others", names=names) if others else names
        return f"{words}; {tr('places: {names}', names=names)}"
    return f"{words}; {tr('places: as the pack says')}"
