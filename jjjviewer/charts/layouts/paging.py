"""Rows divided among pages, those that the headline is about on the first."""

import math
from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

from jjjviewer.charts.scene import Scene

_Row = TypeVar("_Row")
MOST_ROWS = 40
"""Rows of statements that are drawn at most, each with a mark for every theme."""
_FEWEST = 2.2
"""Rows that fill a page when they are as high as they get."""
_STEP = 8.0
"""How closely pages are filled alike, in pixels."""


class Block(NamedTuple, Generic[_Row]):
    """Rows that stay together.

    Attributes:
        group: the number of their group.
        rows: in their order.
        height: what they need at least, in pixels.
        is_emphasised: whether the headline is about one of them.
    """

    group: int
    rows: Sequence[_Row]
    height: float
    is_emphasised: bool


def foremost(rows: Sequence[_Row], is_about: Callable[[_Row], bool]) -> list[_Row]:
    """Return the first rows, as many as are drawn, with those that the headline is about."""
    if len(rows) <= MOST_ROWS:
        return [*rows]
    about = [at for at, row in enumerate(rows) if is_about(row)]
    rest = [at for at, row in enumerate(rows) if not is_about(row)]
    return [rows[at] for at in sorted([*about, *rest][:MOST_ROWS])]


def tallest(usual: float, scene: Scene, most: float = math.inf) -> float:
    """Return how high a row may get: as usual, or higher where few have to fill a page.

    Args:
        usual: the height up to which rows get where there are many, at a type unit of 1.
        scene: the page.
        most: what it does not exceed for the page's sake, in pixels.
    """
    high = scene.sizes(usual)
    return max(high, min(scene.body.height() / _FEWEST, most)) if scene.fills else high


def divided(
    blocks: Sequence[Block[_Row]], room: float, heads: Sequence[float]
) -> list[list[tuple[int, list[_Row]]]]:
    """Divide blocks among as few pages as can be, filled evenly.

    Args:
        blocks: in their order, group by group.
        room: the height of a page, in pixels.
        heads: the height of the head of each group, which stands on every page that has rows of it.

    Returns:
        The pages, each with the numbers of its groups and their rows in order.
    """
    pages = _filled(blocks, room, heads)
    least, most = 0.0, room
    while len(pages) > 1 and most - least > _STEP:
        middle = (least + most) / 2
        if len(found := _filled(blocks, middle, heads)) > len(pages):
            least = middle
        else:
            pages, most = found, middle
    return pages


def _filled(
    blocks: Sequence[Block[_Row]], room: float, heads: Sequence[float]
) -> list[list[tuple[int, list[_Row]]]]:
    """Fill one page after the other."""
    order = {id(block): at for at, block in enumerate(blocks)}
    left = sorted(blocks, key=lambda block: not block.is_emphasised)
    pages = []
    while left:
        count = _fitting(left, room, heads)
        taken = sorted(left[:count], key=lambda block: order[id(block)])
        left = sorted(left[count:], key=lambda block: order[id(block)])
        groups: dict[int, list[_Row]] = {}
        for block in taken:
            groups.setdefault(block.group, []).extend(block.rows)
        pages.append(sorted(groups.items(), key=lambda item: item[0]))
    return pages


def _fitting(blocks: Sequence[Block[_Row]], room: float, heads: Sequence[float]) -> int:
    """Return how many of the first blocks fit on a page; at least one."""
    begun: set[int] = set()
    for count, block in enumerate(blocks):
        room -= block.height + (0.0 if block.group in begun else heads[block.group])
        begun.add(block.group)
        if room < 0:
            return max(count, 1)
    return len(blocks)
