"""Link groups on a map: ribbons coloured by theme, with arrows, clipped to the viewport."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.link_groups import LinkGroup
from jjjviewer.charts.maps.curves import Way, beside, curve, head, shortened, within
from jjjviewer.charts.maps.edge_colors import ColoredEdge
from jjjviewer.charts.maps.viewports import Viewport
from jjjviewer.charts.shapes import Circle, Paint, Path, Shape
from jjjviewer.charts.style import Style
from jjjviewer.model.row_types import LinkPlaceRow

_LINK = 1.8
"""How wide a link is drawn, in pixels, and how wide a ribbon of many at most."""
_WIDEST = 11.0
_BEND, _JOINT_BEND = 0.13, 0.05
_OFF = 7.0
"""How far from the middle of its place an arrow ends."""
_HUB = 2.5


class Arm(NamedTuple):
    """A part of a link group's line: between two places, or from where several meet to one."""

    way: Way
    start: str
    """The id of the place where it starts; nothing where several meet."""
    end: str
    arrow: bool


@dataclass
class Ribbon:
    """What is drawn of a link group on a viewport."""

    shapes: list[Shape] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    """The middles of its parts that lie on the viewport."""
    solid: list[QRectF] = field(default_factory=list)
    """Where no name may stand: on its arrow heads, and where several lines meet."""
    exits: list[tuple[str, Way]] = field(default_factory=list)
    """Places beyond the edge, each with the way that leads there and ends at the edge."""


def bends_of(link_groups: Sequence[LinkGroup]) -> list[float]:
    """Return the bend of each line with two ends; lines between the same places differ."""
    seen: Counter[frozenset[str]] = Counter()
    bends = []
    for link_group in link_groups:
        turn = seen[link_group.ids]
        seen[link_group.ids] += 1
        size = _BEND * (1 + turn // 2) * (-1 if turn % 2 else 1)
        ids = [end.entity_id for end in _in_order(link_group)]
        bends.append(size if ids == sorted(ids) else -size)
    return bends


def arms_of(link_group: LinkGroup, at: Mapping[str, QPointF], bend: float) -> list[Arm]:
    """Return the line of a link group; with more than two places, one from each to their middle."""
    ends = _in_order(link_group)
    if len(ends) == 2:
        (_, one, _), (role, other, _) = ends
        return [Arm(curve(at[one], at[other], bend), one, other, role == "to")]
    points = [at[end.entity_id] for end in ends]
    hub = sum(points[1:], points[0]) / len(points)
    return [
        Arm(curve(hub, at[end.entity_id], _JOINT_BEND), "", end.entity_id, end.role == "to")
        for end in ends
    ]


def _in_order(link_group: LinkGroup) -> list[LinkPlaceRow]:
    """Return the ends of links, those that flows run to last."""
    return sorted(link_group.ends, key=lambda end: end.role == "to")


def ribbon(
    viewport: Viewport,
    arms: Sequence[Arm],
    edges: Sequence[ColoredEdge],
    colors: Mapping[str, str],
    style: Style,
) -> Ribbon:
    """Draw a link group's line on a viewport.

    Args:
        viewport: where it is drawn.
        arms: of the link group.
        coloured edges: its links by colour.
        colors: of the coloured edges, by key.
        style: of the page.
    """
    drawn, count = Ribbon(), sum(edge.count for edge in edges)
    each, big = _sizes(count)
    wide = each * count
    casing, color = Paint("", style.background, wide + 2), colors[edges[0].key]
    tops: list[Shape] = []
    for arm in arms:
        way = shortened(arm.way, _OFF) if arm.arrow else arm.way
        line = shortened(way, big * 0.8) if arm.arrow else way
        for part in within(line, viewport.room):
            drawn.shapes.append(Path(part, casing))
            drawn.ways.append(part)
            tops += _colored_edges(part, edges, each, colors)
        if arm.arrow and viewport.room.contains(*way[-1]):
            tip = Path(head(way, big), Paint(color), closed=True)
            tops.append(tip)
            drawn.solid.append(tip.rect)
        drawn.exits += _exits(arm, viewport)
    drawn.shapes += tops
    middle = arms[0].way[0]
    if len(arms) > 1 and viewport.room.contains(*middle):
        hub = Circle(*middle, max(_HUB, wide / 2), Paint(color))
        drawn.shapes.append(hub)
        drawn.solid.append(hub.rect)
    return drawn


def _sizes(count: int) -> tuple[float, float]:
    """Return the width of each of some links and the length of their arrow head, in pixels."""
    each = min(_LINK, _WIDEST / count)
    return each, min(7 + each * count, 15)


def _colored_edges(
    way: Way, edges: Sequence[ColoredEdge], each: float, colors: Mapping[str, str]
) -> list[Shape]:
    """Return the coloured edges of a line side by side."""
    widths = [edge.count * each for edge in edges]
    ends = accumulate(widths)
    half = sum(widths) / 2
    return [
        Path(
            beside(way, end - width / 2 - half),
            Paint(stroke=colors[edge.key], stroke_width=width, dashed=edge.dashed),
        )
        for edge, width, end in zip(edges, widths, ends, strict=True)
    ]


def _exits(arm: Arm, viewport: Viewport) -> list[tuple[str, Way]]:
    """Return where a line leaves the viewport, with the places beyond its edge."""
    found = []
    for id_, way in ((arm.end, arm.way), (arm.start, arm.way[::-1])):
        beyond = id_ and not viewport.room.contains(*way[-1])
        if beyond and viewport.room.contains(*way[0]) and (parts := within(way, viewport.room)):
            found.append((id_, parts[0]))
    return found
