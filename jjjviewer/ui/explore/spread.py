"""Spreads points, so that they overlap as little as there is room; counts those that must.

Lengths are in the units of the axes. What is drawn is a dot for one point or more.
"""

import math
from typing import NamedTuple

import numpy as np

from jjjviewer.model.categories import Positions
from jjjviewer.model.rule_masks import Mask
from jjjviewer.ui.explore.points import Numbers

_CROWDED, _HOPELESS = 0.1, 0.5
"""The shares of columns that may be crowded before dots are made smaller, and beyond which smaller
ones help no longer where there are very many."""
_VERY_MANY = 5_000


class Crowds(NamedTuple):
    """Places where points overlap: where their number stands, in which lane, and the number."""

    x: Numbers
    y: Numbers
    lanes: Positions
    counts: Positions


class Dots(NamedTuple):
    """Dots; each has its place in these arrays.

    Attributes:
        x, y: their middle.
        lanes: in which they are.
        first: the point that each is drawn as, one that is lit if there is any.
        counts: how many points it stands for.
        is_lit: whether one of its points is.
        order, starts: the points by dots, and where in it those of each dot start.
        crowds: where they overlap.
        pitch: the distance of two dots, in pixels.
    """

    x: Numbers
    y: Numbers
    lanes: Positions
    first: Positions
    counts: Positions
    is_lit: Mask
    order: Positions
    starts: Positions
    crowds: Crowds
    pitch: float

    def points(self, dot: int) -> Positions:
        """Return the points of a dot."""
        start = self.starts[dot]
        return self.order[start : start + self.counts[dot]]

    def dots_of(self, is_wanted: Mask) -> Positions:
        """Return the dots that stand for one of some points, given by a mask over all."""
        if not len(self.starts):
            return self.starts
        return np.flatnonzero(np.logical_or.reduceat(is_wanted[self.order], self.starts))

    def of_some(self, some: Positions) -> "Dots":
        """Return the same with the points as positions among others, of which they were some."""
        return self._replace(first=some[self.first], order=some[self.order])


class Room(NamedTuple):
    """What there is room for.

    Attributes:
        pixel: width and height of a pixel, in the units of the axes.
        pitches: distances between dots in pixels to choose from, from large to small.
        high: height of a lane, in pixels.
        number: height of a number, in pixels.
    """

    pixel: tuple[float, float]
    pitches: tuple[float, ...]
    high: float
    number: float


class _Columns(NamedTuple):
    """Points by column: of each the number of the column over all lanes, and its middle."""

    groups: Positions
    middles: Numbers
    most: int
    """Dots that a column has room for."""
    pitch: float

    @property
    def crowded(self) -> float:
        """The share of columns that have no room for their points."""
        counts = np.bincount(self.groups)
        return float((counts > self.most).sum() / max((counts > 0).sum(), 1))


def in_lanes(x: Numbers, lanes: Positions, is_lit: Mask, room: Room) -> Dots:
    """Stack points that stand at one place of a lane, beside and above one another.

    Args:
        x: where points stand; what has one number stands in one place, such as a paragraph.
        lanes: of the points, each one unit high.
        is_lit: which of them are lit.
        room: of the plot.
    """
    choices = [_columns(x, lanes, room, pitch) for pitch in room.pitches]
    crowded = [each.crowded for each in choices]
    fitting = [each for each, share in zip(choices, crowded, strict=True) if share <= _CROWDED]
    is_hopeless = crowded[-1] > _HOPELESS and len(x) > _VERY_MANY
    smallest = choices[0 if is_hopeless else -1]
    return _stacked(fitting[0] if fitting else smallest, lanes, is_lit, room)


def _columns(x: Numbers, lanes: Positions, room: Room, pitch: float) -> _Columns:
    pixels = 1 / room.pixel[0]
    # A part of one unit, or several units.
    step = 1 / math.floor(pixels / pitch) if pixels >= pitch else math.ceil(pitch / pixels)
    column = np.floor((x + 0.5) / step).astype(np.intp)
    low, high = column.min(initial=0), column.max(initial=0)
    groups = lanes * (high - low + 1) + (column - low)
    return _Columns(groups, (column + 0.5) * step - 0.5, max(int(room.high / pitch), 1), pitch)


def _stacked(columns: _Columns, lanes: Positions, is_lit: Mask, room: Room) -> Dots:
    order = _sorted(columns.groups)
    in_order = columns.groups[order]
    is_first = np.diff(in_order, prepend=-1) != 0
    starts = np.flatnonzero(is_first)
    sizes = np.diff(starts, append=len(order))
    rank = np.arange(len(order)) - np.repeat(starts, sizes)
    size = np.repeat(sizes, sizes)
    # Above a crowded column there is room for the count.
    rows = max(int((room.high - room.number) / columns.pitch), 1)
    is_crowded = size > columns.most
    row = np.where(is_crowded, rank * rows // size, rank)
    cells = np.flatnonzero(is_first | (np.diff(row, prepend=-1) != 0))
    high = np.where(is_crowded, rows, size)[cells]
    pitch = columns.pitch * room.pixel[1]
    up = row[cells] - (high - 1) / 2
    below = room.number / 2 * room.pixel[1] * is_crowded[cells]
    middles, of = columns.middles[order], lanes[order]
    crowded = starts[sizes > columns.most]
    top = of[crowded] + 0.5 - rows / 2 * pitch
    crowds = Crowds(middles[crowded], top, of[crowded], sizes[sizes > columns.most])
    y = of[cells] + 0.5 - up * pitch + below
    return _dots((middles[cells], y, of[cells]), order, cells, is_lit, crowds, columns.pitch)


def _sorted(groups: Positions) -> Positions:
    """Return the order of small numbers; equal ones stay as they are."""
    # So few bits are sorted in a tenth of the time.
    is_small = groups.max(initial=0) < 2**16
    return np.argsort(groups.astype(np.uint16) if is_small else groups, kind="stable")


def at_values(x: Numbers, y: Numbers, is_lit: Mask, room: Room) -> Dots:
    """Leave points where they are; those that one could not tell apart become one dot."""
    pitch = room.pitches[0]
    # Of very many, those that overlap at all.
    near = pitch if len(x) > _VERY_MANY else pitch / 2
    column, row = (
        np.floor(each / (pixel * near)).astype(np.intp)
        for each, pixel in zip((x, y), room.pixel, strict=True)
    )
    row -= row.min(initial=0)
    groups = (column - column.min(initial=0)) * (row.max(initial=0) + 1) + row
    order = _sorted(groups)
    cells = np.flatnonzero(np.diff(groups[order], prepend=-1) != 0)
    sizes = np.diff(cells, append=len(order))
    places = x[order][cells], y[order][cells], np.zeros(len(cells), dtype=np.intp)
    several = sizes > 1
    left, top, lanes = places
    crowds = Crowds(left[several], top[several], lanes[several], sizes[several])
    return _dots(places, order, cells, is_lit, crowds, pitch)


def _dots(
    places: tuple[Numbers, Numbers, Positions],
    order: Positions,
    cells: Positions,
    is_lit: Mask,
    crowds: Crowds,
    pitch: float,
) -> Dots:
    if not len(order):
        return Dots(*places, order, order, is_lit, order, order, crowds, pitch)
    numbers = np.arange(len(order))
    first_lit = np.minimum.reduceat(np.where(is_lit[order], numbers, len(order)), cells)
    has_lit = first_lit < len(order)
    first = order[np.where(has_lit, first_lit, cells)]
    counts = np.diff(cells, append=len(order))
    return Dots(*places, first, counts, has_lit, order, cells, crowds, pitch)
