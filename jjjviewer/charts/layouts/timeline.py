"""Layout of a timeline: rows of spans and days in groups, with their words inside the field."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from PySide6.QtCore import QRectF

from jjjviewer.charts.layouts.paging import Block, divided
from jjjviewer.charts.layouts.time_axis import TimeAxis
from jjjviewer.charts.layouts.time_rows import (
    ABOVE,
    AXIS,
    GAP,
    HEAD,
    LEAST_ROW,
    RADIUS,
    Band,
    TimeGroup,
    TimeRow,
)
from jjjviewer.charts.layouts.timeline_drawing import TimelineDrawing
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import Sizes
from jjjviewer.charts.text import width
from jjjviewer.model.selection import Language

_NARROW = 640
"""Width of a body at a type unit of 1 below which heads of groups stand above their rows."""
_COLUMN = 91.0
"""Width of the column of heads, and of the gap after it."""


@dataclass(frozen=True)
class TimeRows:
    """Rows on one scale of time.

    Attributes:
        groups: in their order; none is empty.
        emphasised: ids of the figures that the headline is about.
        colors: of each region, by id.
        period: the first day of the scale, and the day after the last.
        interview: the day of the text, which a line marks, if any.
        is_interview: whether the text is an interview.
        bands: what lies behind the rows.
        language: of the calendar.
        heads: those of the groups of all pages, which share one scale.
    """

    groups: Sequence[TimeGroup]
    emphasised: frozenset[str]
    provinces: Sequence[str]
    period: tuple[date, date]
    interview: date | None
    is_interview: bool
    bands: Sequence[Band]
    language: Language
    heads: Sequence[str]

    @cached_property
    def rows(self) -> tuple[TimeRow, ...]:
        """All rows, in their order."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def records(self) -> Sequence[str]:
        return [id_ for row in self.rows for id_ in row.ids]

    def is_emphasised(self, row: TimeRow) -> bool:
        """Return whether the headline is about a row."""
        return not self.emphasised.isdisjoint(row.ids)

    def pages(self, body: QRectF, sizes: Sizes) -> Sequence["TimeRows"]:
        room = body.height() - self.above(sizes)
        field = self.field(body, sizes)
        blocks = [
            Block(at, [row], self.least(row, field, sizes), self.is_emphasised(row))
            for at, group in enumerate(self.groups)
            for row in group.rows
        ]
        heads = [self.head_height(body.width(), sizes) for _ in self.groups]
        found = divided(blocks, room, heads)
        if len(found) == 1:
            return (self,)
        return [
            replace(self, groups=[self.groups[at]._replace(rows=rows) for at, rows in page])
            for page in found
        ]

    def height(self, width: float, sizes: Sizes) -> float:
        field = self.field(QRectF(0, 0, width, 1), sizes)
        rows = sum(self.least(row, field, sizes) for row in self.rows)
        return self.above(sizes) + rows + len(self.groups) * self.head_height(width, sizes)

    def above(self, sizes: Sizes) -> float:
        """Return the height of what stands above the rows."""
        return sizes(AXIS + (ABOVE if self.interview or self.bands else 0))

    def head_height(self, room: float, sizes: Sizes) -> float:
        """Return the height of a group besides its rows."""
        return sizes(GAP + (HEAD if self.is_narrow(room, sizes) else 0))

    def is_narrow(self, room: float, sizes: Sizes) -> bool:
        """Return whether heads of groups stand above their rows."""
        return room < _NARROW * sizes.unit

    def field(self, body: QRectF, sizes: Sizes) -> TimeAxis:
        """Return the scale of time on a page."""
        left = body.left()
        if not self.is_narrow(body.width(), sizes):
            left += min(sizes(_COLUMN) + self._wide_heads(sizes), 0.25 * body.width())
        inset = sizes(RADIUS + 2)
        area = QRectF(left, body.top(), body.right() - inset - left, body.height())
        return TimeAxis(area, *self.period)

    def _wide_heads(self, sizes: Sizes) -> float:
        """Return how much wider the heads are than their usual column."""
        heads = (width(head, sizes.label, bold=True) for head in self.heads)
        return max(0.0, max(heads) + sizes(16) - sizes(_COLUMN))

    def text_width(self, row: TimeRow, sizes: Sizes) -> float:
        """Return the width of value and label in one line."""
        signs = sizes(18)
        value = width(row.value, sizes.label, bold=True)
        return value + sizes(6) + width(row.label, sizes.label) + signs

    def ends(self, row: TimeRow, field: TimeAxis) -> tuple[float, float]:
        """Return where a mark starts and ends, in pixels, cut to the field."""
        left = field.area.left()
        end = min(max(field.x_after(row.end), left), field.area.right())
        start = end if row.start is None else min(max(field.x(row.start), left), end)
        return start, end

    def is_stacked(self, row: TimeRow, field: TimeAxis, sizes: Sizes) -> bool:
        """Return whether the words find no place beside or in the mark, but above it."""
        start, end = self.ends(row, field)
        words, gap = self.text_width(row, sizes), sizes(2 * GAP + RADIUS)
        if row.before:
            pair = width(row.before, sizes.label, bold=True) + words
            return end - start < pair + sizes(5 * GAP)
        places = (end - start, start - field.area.left(), field.area.right() - end)
        return max(places) < words + gap

    def least(self, row: TimeRow, field: TimeAxis, sizes: Sizes) -> float:
        """Return the least height of a row, in pixels."""
        return sizes(LEAST_ROW * (2 if self.is_stacked(row, field, sizes) else 1))

    def draw(self, scene: Scene) -> None:
        TimelineDrawing(self, scene).draw()
