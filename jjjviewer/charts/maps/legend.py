"""The key of a map, beside or above it, and the line that says where it is from."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF

from jjjviewer.charts.scene import Figure
from jjjviewer.charts.shapes import Ink, Text
from jjjviewer.charts.style import SIZES
from jjjviewer.charts.text import LEADING, width, wrap
from jjjviewer.charts.translation import tr
from jjjviewer.model.geography import Atlas

SWATCH = 22.0
"""The room for a sign, in pixels, before its words."""
_LEAD = SWATCH + 6
_COLUMN, _NARROW = 168.0, 118.0
_TALL = 300.0
"""The height of a body, in pixels, from which no sign is left out."""
_GUTTER = 14.0
_WIDE = 1.35
"""How much wider than high the body is from which the key stands beside the map."""
_LICENSED = re.compile(r"([A-Z][\w.-]*)(?: id \d+)? \((CC[ A-Z-]*[A-Z])(?: [\d.]+)?\)")
"""In the basis of a position: who gave it, under which licence."""


Draws = Callable[[QPointF], Sequence[Ink]]
"""Draws a sign, given where its middle lies."""


class Sign(NamedTuple):
    """One entry of the key: what it looks like, and what it stands for."""

    words: str
    inks: Draws
    spare: bool = False
    """Whether it is left out where there is no room: what it says, tooltips say, too."""


def set_key(figure: Figure, signs: Sequence[Sign]) -> None:
    """Set a key at the right of a wide body, else at its top; the body shrinks."""
    body = figure.body
    needed = [sign for sign in signs if not sign.spare]
    if body.width() > _WIDE * body.height():
        for size, some, columns in (
            (SIZES.small, signs, (_COLUMN,)),
            (SIZES.footer, signs, (_COLUMN,)),
            (SIZES.footer, needed, (_COLUMN,)),
            (SIZES.footer, needed, (_NARROW, _NARROW)),
        ):
            if _columns(figure, some, size, columns):
                return
    _rows(figure, signs if body.height() > _TALL else needed)


def _rows(figure: Figure, signs: Sequence[Sign]) -> None:
    size, body = SIZES.small, figure.body
    x, y = body.left(), body.top() + size
    for sign in signs:
        room = _LEAD + width(sign.words, size)
        if x > body.left() and x + room > body.right():
            x, y = body.left(), y + size * 1.6
        figure.add(*sign.inks(QPointF(x + SWATCH / 2, y - 0.35 * size)))
        figure.add(Text(x + _LEAD, y, sign.words, size, figure.style.muted))
        x += room + 16
    body.setTop(y + 12)


def _columns(figure: Figure, signs: Sequence[Sign], size: int, columns: Sequence[float]) -> bool:
    """Set the key in columns of given widths, if there is the height for it."""
    body, step = figure.body, size * LEADING
    left = first = body.right() - sum(columns) - _GUTTER * (len(columns) - 1)
    room, *more = columns
    inks: list[Ink] = []
    y = body.top()
    for sign in signs:
        lines = wrap(sign.words, room - _LEAD, size, lines=3, even=False)
        if y + len(lines) * step > body.bottom() and more:
            left, y = left + room + _GUTTER, body.top()
            room, *more = more
        inks += sign.inks(QPointF(left + SWATCH / 2, y + 0.5 * step))
        for line in lines:
            y += step
            inks.append(Text(left + _LEAD, y - 0.25 * size, line, size, figure.style.muted))
        y += 3 if size > SIZES.footer else 1
    if y > body.bottom():
        return False
    figure.add(*inks)
    body.setRight(first - _GUTTER)
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
    found = [_LICENSED.search(basis) for basis in atlas.bases]
    named = sorted({f"{match[1]} ({match[2]})" for match in found if match})
    others = not all(found)
    words = tr("Schematic")
    if atlas.outlines:
        words = tr("Schematic, boundaries not authoritative · Natural Earth")
    if named:
        names = ", ".join(named)
        names = tr("{names} and others", names=names) if others else names
        return f"{words}; {tr('places: {names}', names=names)}"
    return f"{words}; {tr('places: as the pack says')}"
