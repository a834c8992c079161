"""A column of labels beside the marks they name, each as close to its mark as possible."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.shapes import Line, Paint, Shape, Text
from jjjviewer.charts.style import SIZES, Style
from jjjviewer.charts.text import LEADING, width, wrap

_LINES = 2
_GAP = 5.0
LEADER = 14.0
"""Least length of the leader from a mark to its label, in pixels."""


class Label(NamedTuple):
    """The label of a mark: a name, and a note in smaller type."""

    at: QPointF
    """The position of the mark on the page."""
    name: str
    note: str


class Placed(NamedTuple):
    """A label on the page with its leader."""

    texts: tuple[Text, ...]
    leader: Line

    @property
    def shapes(self) -> tuple[Shape, ...]:
        return (self.leader, *self.texts)

    @property
    def lines(self) -> tuple[tuple[tuple[float, float], ...], ...]:
        """Lines that react to the mouse: the leader and the middles of the lines of text."""
        leader = self.leader
        middles = [(text.rect, text.rect.center().y()) for text in self.texts]
        return (
            ((leader.x1, leader.y1), (leader.x2, leader.y2)),
            *(((rect.left(), y), (rect.right(), y)) for rect, y in middles),
        )


def column(labels: Sequence[Label], area: QRectF, style: Style) -> list[Placed]:
    """Lay out labels in an area, in their order.

    Notes are left out where they do not fit; where not even the names fit, there are no labels.
    """
    for with_notes in (True, False):
        blocks = [_block(label, area, style, with_notes=with_notes) for label in labels]
        heights = [sum(text.size * LEADING for text in block) for block in blocks]
        if sum(heights) + _GAP * (len(blocks) - 1) > area.height():
            continue
        tops = _spread([label.at.y() for label in labels], heights, area)
        return [
            _placed(label, block, top, area, style)
            for label, block, top in zip(labels, blocks, tops, strict=True)
        ]
    return []


def label_width(labels: Sequence[Label], room: float) -> float:
    """Return the width that the column needs, in pixels, at most `room`."""
    texts = [
        *(width(line, SIZES.label) for each in labels for line in _broken(each.name, room)),
        *(width(each.note, SIZES.small) for each in labels),
    ]
    return min(room, max(texts, default=0.0))


def _broken(name: str, room: float) -> list[str]:
    return wrap(name, room, SIZES.label, lines=_LINES, even=False)


def _block(label: Label, area: QRectF, style: Style, *, with_notes: bool) -> list[Text]:
    """Return the lines of a label, positioned at the top of the page."""
    texts = [
        Text(area.left(), 0, line, SIZES.label, style.text)
        for line in _broken(label.name, area.width())
    ]
    if with_notes:
        lines = wrap(label.note, area.width(), SIZES.small, lines=_LINES, even=False)
        texts += [Text(area.left(), 0, line, SIZES.small, style.muted) for line in lines]
    return texts


def _spread(middles: Sequence[float], heights: Sequence[float], area: QRectF) -> list[float]:
    """Return the tops of labels: centred on their marks, shifted as little as they must be."""
    wanted = [middle - height / 2 for middle, height in zip(middles, heights, strict=True)]
    pushed = _apart(wanted, heights, -math.inf)
    up = (sum(pushed) - sum(wanted)) / len(wanted)
    tops = _apart([top - up for top in pushed], heights, area.top())
    most = area.bottom()
    for at in range(len(tops) - 1, -1, -1):
        tops[at] = min(tops[at], most - heights[at])
        most = tops[at] - _GAP
    return tops


def _apart(wanted: Sequence[float], heights: Sequence[float], top: float) -> list[float]:
    """Return the tops with each label pushed below the one above it."""
    tops: list[float] = []
    for each, height in zip(wanted, heights, strict=True):
        tops.append(max(top, each))
        top = tops[-1] + height + _GAP
    return tops


def _placed(label: Label, block: list[Text], top: float, area: QRectF, style: Style) -> Placed:
    texts, y = [], top
    for text in block:
        y += text.size * LEADING
        texts.append(Text(text.x, y - 0.3 * text.size, text.text, text.size, text.color))
    middle = (top + y) / 2
    paint = Paint(stroke=style.axis, stroke_width=1)
    return Placed(tuple(texts), Line(label.at.x(), label.at.y(), area.left() - _GAP, middle, paint))
