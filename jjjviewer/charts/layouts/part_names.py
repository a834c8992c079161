"""Names of the parts of a total: within them where there is room, else outside with leaders."""

from typing import NamedTuple

from jjjviewer.charts.style import Sizes
from jjjviewer.charts.text import width, wrap
from jjjviewer.model.row_types import FigureRow

LEAST_PARTS = 56.0
"""Least height of the bar of parts, in pixels."""
LARGE, _NAME = 46, 22
"""Sizes of type of a part's number and name within it, where there is room."""
SMALL = 28
"""Of a part's number otherwise; its name has the size of labels."""
_LEVEL, COMPACT = 62.0, 28.0
"""Heights of the names outside their parts, with the number above the name and in one line."""
LINE = 19.0
_MOST_ABOVE = 3
"""So many names outside have their numbers above them; more have them in line."""
MOST_LINES = 6


class Part(NamedTuple):
    """A part of a total."""

    figure: FigureRow
    share: float
    """Of the total, 0 to 1."""
    number: str
    name: str
    """With its per cent."""
    words: str


class PartsBlock(NamedTuple):
    """A total with its parts, the largest first."""

    total: FigureRow
    number: str
    label: str
    words: str
    parts: tuple[Part, ...]
    named: frozenset[str] = frozenset()
    """Of those that have no room for their names within: which are named on the page; or all."""


class PartName(NamedTuple):
    """The name of a part outside it."""

    part: Part
    center: float
    """Of the part, in pixels from the left; likewise of the name."""
    middle: float
    wide: float
    number: str
    """Above the name; empty where it is in line with it."""
    lines: list[str]
    height: float
    offset: float
    """Below the bar, in pixels, as the height."""


def outside(block: PartsBlock, room: float, sizes: Sizes) -> list[Part]:
    """Return the parts that have no room for their names within."""
    return [part for part in block.parts if not inside(part, part.share * room, sizes)]


def inside(part: Part, wide: float, sizes: Sizes) -> list[tuple[str, int]]:
    """Return the lines of a name within its part with their sizes, or nothing without room."""
    large, name = round(sizes(LARGE)), round(sizes(_NAME))
    free = wide - sizes(40)
    if width(part.number, large, bold=True) + width(part.name, name, bold=True) + sizes(14) <= free:
        return [(part.number, large), (part.name, name)]
    small = round(sizes(SMALL))
    free = wide - sizes(20)
    if width(part.number, small, bold=True) > free:
        return []
    lines = wrap(part.name, free, sizes.label, lines=MOST_LINES)
    high = small + sizes(LINE) * len(lines)
    longest = max(part.name.split(), key=len)
    if high > sizes(LEAST_PARTS) + sizes(8) or width(longest, sizes.label) > free:
        return []
    return [(part.number, small), *((line, sizes.label) for line in lines)]


def _middles(block: PartsBlock, room: float) -> dict[str, float]:
    """Return the middle of each part from the left, by its figure."""
    middles: dict[str, float] = {}
    x = 0.0
    for part in block.parts:
        middles[part.figure.figure_id] = x + part.share * room / 2
        x += part.share * room
    return middles


def names_outside(block: PartsBlock, left: float, room: float, sizes: Sizes) -> list[PartName]:
    """Return the names outside, each a step lower than the one before.

    They go from left to right and reach to the left, or where the parts are in the left half the
    other way round: so their leaders, which go straight down, cross none of them.
    """
    middles = _middles(block, room)
    parts = [
        part
        for part in outside(block, room, sizes)
        if not block.named or part.figure.figure_id in block.named
    ]
    centers = [middles[part.figure.figure_id] for part in parts]
    is_mirrored = sum(centers) < len(centers) * room / 2
    if is_mirrored:
        parts, centers = parts[::-1], [room - center for center in centers[::-1]]
    is_compact = len(parts) > _MOST_ABOVE or bool(block.named)
    names: list[PartName] = []
    offset = 0.0
    for part, center, end in zip(parts, centers, [*centers, room + sizes(8)][1:], strict=True):
        free = end - sizes(8)
        text = f"{part.number} {part.name}" if is_compact else part.name
        lines = wrap(text, free, sizes.label, bold=True, lines=MOST_LINES)
        number = "" if is_compact else part.number
        wide = max(
            width(number, round(sizes(SMALL)), bold=True),
            *(width(line, sizes.label, bold=True) for line in lines),
        )
        middle = max(0.0, min(center - wide / 2, free - wide)) + wide / 2
        if is_mirrored:
            center, middle = room - center, room - middle
        high = sizes(COMPACT if is_compact else _LEVEL) + sizes(LINE) * (len(lines) - 1)
        names.append(
            PartName(part, left + center, left + middle, wide, number, lines, high, offset)
        )
        offset += high
    return names
