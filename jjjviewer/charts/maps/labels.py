"""Texts on a map: names beside their places, numbers on lines, panels beside the map."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product

from PySide6.QtCore import QRectF

from jjjviewer.charts.maps.free_space import FreeSpace, Point
from jjjviewer.charts.shapes import Line, Paint, Path, Shape, Text
from jjjviewer.charts.style import Sizes, Style
from jjjviewer.charts.text import width, wrap

SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -0.8), (-1, -0.8), (1, 0.8), (-1, 0.8))
LEFT_FIRST = ((-1, 0), (0, 1), (0, -1), (-1, 0.8), (-1, -0.8), (1, 0), (1, -0.8), (1, 0.8))
"""Where a name may stand beside its place, the best first: right, left, above, below …"""
_FARTHER = (1.0, 2.2, 4.0, 6.5)
"""Factors of the distance from its place; from the second on a line leads to it."""
_REACH, _SCAN = 90.0, 8.0
"""How far from its place a name may stand that a line leads to, and the steps to look there."""
_BROKEN = 0.62
"""Width of a name in two lines, of that in one."""
_LINE = 1.1
"""Height of a line of a name, of the size of its letters."""
_ROUND = 8
"""Points of half a circle at the end of a plate."""


def name_shapes(
    free: FreeSpace,
    at: Point,
    gap: float,
    text: str,
    style: Style,
    sizes: Sizes,
    sides: Sequence[tuple[float, float]] = SIDES,
    others: Iterable[Point] = (),
) -> list[Shape]:
    """Return a name beside its place, where it covers nothing; nothing where there is no room.

    Without room in one line it stands in two, then farther away with a line that leads to it.

    Args:
        free: notes what is taken.
        at: the place, in pixels.
        gap: the radius of its symbol with some space, in pixels.
        text: the name.
        style, sizes: of the page.
        sides: where it may stand, to the right and below as shares, the best first.
        others: further places: it stands nearer to none of them, or beside none where a line
            leads to it.
    """
    size, others = sizes.label, list(others)
    broken = wrap(text, _BROKEN * width(text, size, bold=True), size, bold=True, lines=2)
    forms = ([text], broken) if " ".join(broken) == text else ([text],)
    blocks = [(each, _block(each, size)) for each in forms]
    near = ((lines, _least_crossed(free, at, gap, box, sides, others)) for lines, box in blocks)
    far = ((lines, _from_afar(free, at, gap, box, sizes, others)) for lines, box in blocks)
    lines, found = next(((of, rect) for of, rect in chain(near, far) if rect), ([], None))
    if found is None:
        return []
    rect, is_led = found
    free.block(rect)
    lead = [_line_to(rect, at, style)] if is_led else []
    return [*lead, *_texts(lines, rect, size, style)]


def _texts(lines: Sequence[str], rect: QRectF, size: int, style: Style) -> Iterator[Text]:
    """Yield the lines of a name, each in the middle of its place."""
    x, color, halo = rect.center().x(), style.text, style.background
    for number, line in enumerate(lines):
        baseline = rect.top() + (0.86 + _LINE * number) * size
        left = x - width(line, size, bold=True) / 2
        yield Text(left, baseline, line, size, color, bold=True, halo=halo)


def _line_to(rect: QRectF, at: Point, style: Style) -> Line:
    """Return the line from a place to the nearest point of its name."""
    x = min(max(at[0], rect.left()), rect.right())
    y = min(max(at[1], rect.top()), rect.bottom())
    return Line(*at, x, y, Paint(stroke=style.muted, stroke_width=1))


def _block(lines: Sequence[str], size: float) -> tuple[float, float]:
    """Return width and height of lines of a name."""
    return max(width(line, size, bold=True) for line in lines), (_LINE * len(lines)) * size


def _from_afar(
    free: FreeSpace,
    at: Point,
    gap: float,
    size: tuple[float, float],
    sizes: Sizes,
    others: Sequence[Point],
) -> tuple[QRectF, bool] | None:
    """Return where a name of a size stands with a line that leads to it; None without room."""
    (wide, high), reach, step = size, sizes(_REACH), sizes(_SCAN)
    left, top = at[0] - reach - wide, at[1] - reach - high
    found: list[tuple[float, float, float]] = []
    for down in range(int((2 * reach + high) / step)):
        for right in range(int((2 * reach + wide) / step)):
            x, y = left + right * step, top + down * step
            rect = QRectF(x, y, wide, high)
            away = _distance(rect, at)
            has_room = gap < away <= reach and free.is_free(rect.adjusted(-3, 0, 3, 0))
            if has_room and is_apart(rect, at, others, gap):
                found.append((away + free.crossings(rect), x, y))
    return (QRectF(*min(found)[1:], wide, high), True) if found else None


def _least_crossed(
    free: FreeSpace,
    at: Point,
    gap: float,
    size: tuple[float, float],
    sides: Sequence[tuple[float, float]],
    others: Iterable[Point],
) -> tuple[QRectF, bool] | None:
    """Return where a name of a size crosses least, as near as it can be; None without room.

    With it goes whether a line leads to it.
    """
    wide, high = size
    found: list[tuple[int, int, QRectF]] = []
    for number, (factor, (right, down)) in enumerate(product(_FARTHER, sides)):
        away = gap * factor
        x = at[0] + right * away - (0 if right > 0 else wide if right < 0 else wide / 2)
        y = at[1] + down * (away + (0 if right else high / 2)) - high / 2
        rect = QRectF(x, y, wide, high)
        is_led = number >= 2 * len(sides)
        is_own = is_apart(rect, at, others, 2 * gap) if is_led else is_nearest(rect, at, others)
        if is_own and free.is_free(rect.adjusted(-3, 0, 3, 0)):
            found.append((free.crossings(rect), number, rect))
        if found and number % len(sides) == len(sides) - 1:
            break
    if not found:
        return None
    _, number, rect = min(found, key=lambda each: each[:2])
    return rect, number >= len(sides)


def is_nearest(rect: QRectF, at: Point, others: Iterable[Point]) -> bool:
    """Return whether no other place is nearer to a text than its own."""
    own = _distance(rect, at)
    return all(_distance(rect, other) > own for other in others if other != at)


def is_apart(rect: QRectF, at: Point, others: Iterable[Point], least: float) -> bool:
    """Return whether all other places are so far from a text, in pixels."""
    return all(_distance(rect, other) >= least for other in others if other != at)


def _distance(rect: QRectF, at: Point) -> float:
    x = max(rect.left() - at[0], 0.0, at[0] - rect.right())
    y = max(rect.top() - at[1], 0.0, at[1] - rect.bottom())
    return math.hypot(x, y)


def plate_rect(at: Point, text: str, sizes: Sizes) -> QRectF:
    """Return the area of a number on a plate round a point."""
    high = sizes(20)
    wide = max(high, width(text, sizes.label, bold=True) + sizes(11))
    return QRectF(at[0] - wide / 2, at[1] - high / 2, wide, high)


def plate_shapes(
    rect: QRectF, text: str, edge: str, wide: float, style: Style, sizes: Sizes
) -> Iterator[Shape]:
    """Yield a number on a plate with round ends and an edge of a colour and width."""
    radius, middle = rect.height() / 2, rect.center().y()
    points: list[Point] = []
    for x, turn in ((rect.right() - radius, -0.5), (rect.left() + radius, 0.5)):
        for step in range(_ROUND + 1):
            angle = math.pi * (turn + step / _ROUND)
            points.append((x + radius * math.cos(angle), middle + radius * math.sin(angle)))
    yield Path(tuple(points), Paint(style.background, edge, wide), closed=True)
    baseline = middle + 0.36 * sizes.label
    yield Text(
        rect.center().x(), baseline, text, sizes.label, style.text, bold=True, anchor="middle"
    )


def round_numbers(most: float) -> list[float]:
    """Return up to three round numbers for a legend of sizes up to a largest one, in order."""
    power = 10 ** math.floor(math.log10(most))
    top = min(
        step * power for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if step * power >= 0.98 * most
    )
    return [*(float(f"{top / part:.1g}") for part in (8, 2)), top]


def round_counts(most: int) -> list[int]:
    """Return up to three round numbers of things, likewise."""
    if most <= 3:
        return [*range(1, most + 1)]
    return sorted({max(1, round(number)) for number in round_numbers(most)})
