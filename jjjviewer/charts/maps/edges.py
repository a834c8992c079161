"""How a bundle of links is drawn: a ribbon of its themes, with arrows, cut at the sheet's edge."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.link_groups import Bundle
from jjjviewer.charts.maps.curves import Way, beside, curve, head, shortened, within
from jjjviewer.charts.maps.edge_colors import Strand
from jjjviewer.charts.maps.viewports import Sheet
from jjjviewer.charts.shapes import Circle, Ink, Look, Path
from jjjviewer.charts.style import Style
from jjjviewer.model.view import End

_LINK = 1.8
"""How wide a link is drawn, in pixels, and how wide a ribbon of many at most."""
_WIDEST = 11.0
_BEND, _JOINT_BEND = 0.13, 0.05
_OFF = 7.0
"""How far from the middle of its place an arrow ends."""
_HUB = 2.5


class Arm(NamedTuple):
    """A part of a bundle's line: between two places, or from where several meet to one."""

    way: Way
    start: str
    """The id of the place where it starts; nothing where several meet."""
    end: str
    arrow: bool


@dataclass
class Ribbon:
    """What is drawn of a bundle on a sheet."""

    inks: list[Ink] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    """The middles of its parts that lie on the sheet."""
    solid: list[QRectF] = field(default_factory=list)
    """Where no name may stand: on its arrow heads, and where several lines meet."""
    exits: list[tuple[str, Way]] = field(default_factory=list)
    """Places beyond the edge, each with the way that leads there and ends at the edge."""


def bends_of(bundles: Sequence[Bundle]) -> list[float]:
    """By how much each line of two ends is bent, so that those between the same differ."""
    seen: Counter[frozenset[str]] = Counter()
    bends = []
    for bundle in bundles:
        turn = seen[bundle.ids]
        seen[bundle.ids] += 1
        size = _BEND * (1 + turn // 2) * (-1 if turn % 2 else 1)
        ids = [end.entity_id for end in _in_order(bundle)]
        bends.append(size if ids == sorted(ids) else -size)
    return bends


def arms_of(bundle: Bundle, at: Mapping[str, QPointF], bend: float) -> list[Arm]:
    """The line of a bundle; of more than two places, one from each to where they meet."""
    ends = _in_order(bundle)
    if len(ends) == 2:
        (_, one, _), (role, other, _) = ends
        return [Arm(curve(at[one], at[other], bend), one, other, role == "to")]
    points = [at[end.entity_id] for end in ends]
    hub = sum(points[1:], points[0]) / len(points)
    return [
        Arm(curve(hub, at[end.entity_id], _JOINT_BEND), "", end.entity_id, end.role == "to")
        for end in ends
    ]


def _in_order(bundle: Bundle) -> list[End]:
    """Its ends, those that flows run to last."""
    return sorted(bundle.ends, key=lambda end: end.role == "to")


def ribbon(
    sheet: Sheet,
    arms: Sequence[Arm],
    strands: Sequence[Strand],
    colors: Mapping[str, str],
    style: Style,
) -> Ribbon:
    """Draw a bundle's line on a sheet.

    Args:
        sheet: where it is drawn.
        arms: of the bundle.
        strands: its links by colour.
        colors: of the strands, by key.
        style: of the page.
    """
    drawn, count = Ribbon(), sum(strand.count for strand in strands)
    each, big = _sizes(count)
    wide = each * count
    casing, color = Look("", style.background, wide + 2), colors[strands[0].key]
    tops: list[Ink] = []
    for arm in arms:
        way = shortened(arm.way, _OFF) if arm.arrow else arm.way
        line = shortened(way, big * 0.8) if arm.arrow else way
        for part in within(line, sheet.room):
            drawn.inks.append(Path(part, casing))
            drawn.ways.append(part)
            tops += _strands(part, strands, each, colors)
        if arm.arrow and sheet.room.contains(*way[-1]):
            tip = Path(head(way, big), Look(color), closed=True)
            tops.append(tip)
            drawn.solid.append(tip.rect)
        drawn.exits += _exits(arm, sheet)
    drawn.inks += tops
    middle = arms[0].way[0]
    if len(arms) > 1 and sheet.room.contains(*middle):
        hub = Circle(*middle, max(_HUB, wide / 2), Look(color))
        drawn.inks.append(hub)
        drawn.solid.append(hub.rect)
    return drawn


def _sizes(count: int) -> tuple[float, float]:
    """How wide each of some links is drawn, and how long their arrow head, in pixels."""
    each = min(_LINK, _WIDEST / count)
    return each, min(7 + each * count, 15)


def _strands(
    way: Way, strands: Sequence[Strand], each: float, colors: Mapping[str, str]
) -> list[Ink]:
    """The strands of a line side by side."""
    widths = [strand.count * each for strand in strands]
    ends = accumulate(widths)
    half = sum(widths) / 2
    return [
        Path(
            beside(way, end - width / 2 - half),
            Look(stroke=colors[strand.key], stroke_width=width, dashed=strand.dashed),
        )
        for strand, width, end in zip(strands, widths, ends, strict=True)
    ]


def _exits(arm: Arm, sheet: Sheet) -> list[tuple[str, Way]]:
    """Where a line leaves the sheet towards places beyond its edge."""
    found = []
    for id_, way in ((arm.end, arm.way), (arm.start, arm.way[::-1])):
        beyond = id_ and not sheet.room.contains(*way[-1])
        if beyond and sheet.room.contains(*way[0]) and (parts := within(way, sheet.room)):
            found.append((id_, parts[0]))
    return found
