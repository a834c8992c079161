"""Layout of labelled bars in groups: one row a figure, parts indented under their totals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QRectF

from jjjviewer.charts.layouts.bar_drawing import (
    ABOVE_GROUP,
    ABOVE_TOTAL,
    HEAD,
    INDENT,
    LINE,
    UNDER_LINE,
    BarDrawing,
    is_narrow_body,
)
from jjjviewer.charts.layouts.bar_row import BarGroup, BarRow, LaidHead, LaidRow
from jjjviewer.charts.layouts.laid_once import laid_once
from jjjviewer.charts.mark_style import cut_entry, end_entries, legend_entries
from jjjviewer.charts.scene import LegendEntry, Scene, legend_lines, legend_width
from jjjviewer.charts.shapes import Paint
from jjjviewer.charts.style import LIGHT, Sizes, Style, region_colors
from jjjviewer.charts.text import width, wrap
from jjjviewer.charts.translation import tr

_WIDEST_LABEL = 0.42
"""Greatest share of the body's width for labels."""
_WITH_END = 0.03
"""Share of the longest bar from which a bar has an end that says more than its length."""
_LEAST_BARS = 0.62
"""Least share of the width beside the labels for the longest bar."""
_LABEL_LINES, _UNDER_LINES = 3, 3
_LEAST_ROW = 24.0
_BAR_ABOVE = 22.0
"""Height of a bar with its space where its label stands above it."""


class _Block(NamedTuple):
    """Rows that stay together: a total with its parts."""

    group: int
    rows: Sequence[BarRow]
    need: float
    """Their least height, in pixels."""


@dataclass(frozen=True)
class BarRows:
    """Bars from one baseline on one scale.

    Attributes:
        groups: in their order; none is empty.
        emphasised: the ids of the figures that the headline is about.
        region_names: by id, in the order of the pack.
        track: the length of a track under each bar, on the chart's scale.
        are_regions_told: whether the heads name the regions already, and no legend has to.
        every: the rows of all pages as they are laid out; on their scale these are drawn.
    """

    groups: Sequence[BarGroup]
    emphasised: frozenset[str]
    region_names: Mapping[str, str]
    track: float | None = None
    are_regions_told: bool = False
    every: tuple[LaidRow, ...] = ()

    @cached_property
    def rows(self) -> tuple[BarRow, ...]:
        """All rows, in their order."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def records(self) -> Sequence[str]:
        return [id_ for row in self.rows for id_ in row.records]

    def pages(self, body: QRectF, sizes: Sizes) -> Sequence["BarRows"]:
        if self.height(body.width(), sizes) <= body.height():
            return (self,)
        # Whichever group comes first on a page, and whether it goes on from another.
        firsts = (*self.groups, *(each.continued for each in self.groups))
        room = body.height() - max(
            self._legend_height_above(each, body.width(), sizes) for each in firsts
        )
        blocks = list(self._blocks(body.width(), room, sizes))
        # What the headline is about stands on the first page.
        blocks.sort(key=lambda each: not any(map(self.is_emphasised, each.rows)))
        pages: list[BarRows] = []
        begun: set[int] = set()
        order = {row.records: at for at, row in enumerate(self.rows)}
        every = self.laid(body.width(), sizes)
        while blocks:
            taken = self._filled(blocks, body.width(), room, sizes)
            blocks = sorted(blocks[len(taken) :], key=lambda each: each.group)
            groups = []
            for at in sorted({each.group for each in taken}):
                group = self.groups[at]
                rows = [row for each in taken if each.group == at for row in each.rows]
                own = group._replace(rows=sorted(rows, key=lambda row: order[row.records]))
                groups.append(own.continued if at in begun else own)
            begun |= {each.group for each in taken}
            pages.append(replace(self, groups=groups, every=every))
        return pages

    def is_emphasised(self, row: BarRow) -> bool:
        """Return whether the headline is about a row."""
        return not self.emphasised.isdisjoint(row.records)

    def _blocks(self, wide: float, room: float, sizes: Sizes) -> Iterator[_Block]:
        """Yield what stays together; a total with more parts than a page holds is divided."""
        rows = iter(self.laid(wide, sizes))
        for at, group in enumerate(self.groups):
            most = room - self.head(group.continued, wide, sizes, is_first=True).height
            block: list[BarRow] = []
            need = 0.0
            for row, laid in zip(group.rows, rows, strict=False):
                if block and (not row.depth or need + laid.least > most):
                    yield _Block(at, block, need)
                    block, need = [], 0.0
                block.append(row)
                need += laid.least
            yield _Block(at, block, need)

    def _filled(
        self, blocks: Sequence[_Block], wide: float, room: float, sizes: Sizes
    ) -> Sequence[_Block]:
        """Return the first blocks, as many as fit on a page."""
        groups: set[int] = set()
        for count, (at, _, need) in enumerate(blocks):
            if at not in groups:
                head = self.head(self.groups[at].continued, wide, sizes, is_first=not groups)
                room -= head.height
                groups.add(at)
            room -= need
            if room < 0 and count:
                return blocks[:count]
        return blocks

    def height(self, width: float, sizes: Sizes) -> float:
        heads = sum(
            self.head(group, width, sizes, is_first=not number).height
            for number, group in enumerate(self.groups)
        )
        rows = sum(laid.least for laid in self.laid(width, sizes))
        return heads + rows + self.legend_height(width, sizes)

    def draw(self, scene: Scene) -> None:
        BarDrawing(self, scene).draw()

    def legend(self, style: Style) -> list[LegendEntry]:
        """Return the entries: regions where there are several, and what is not simply reached."""
        colors = region_colors(self.region_names, style)
        figures = [row.figure for row in self._scaled]
        present = {figure.province for figure in figures}
        named = [id_ for id_ in self.region_names if id_ in present and colors[id_] != colors[""]]
        entries = []
        if named and len(present) > 1 and not self.are_regions_told:
            entries = [
                LegendEntry(self.region_names[id_], Paint(colors[id_].quiet), target=id_)
                for id_ in named
            ]
            if len(named) < len(present):
                entries.append(LegendEntry(tr("other"), Paint(style.neutral.quiet)))
        entries += legend_entries(figures, colors, style)
        pair = colors[present.pop() if len(present) == 1 else ""]
        long = [row for row in self._scaled if abs(row.length) > _WITH_END * self._span]
        entries += end_entries((row.figure for row in long if row.high is None), pair)
        if any(row.cut is not None for row in self._scaled):
            entries.append(cut_entry(pair, style))
        return entries

    def legend_height(self, width: float, sizes: Sizes) -> float:
        """Return the height of a legend that does not fit beside the first head, in pixels."""
        return self._legend_height_above(self.groups[0], width, sizes)

    def fits_beside(self, group: BarGroup, room: float, sizes: Sizes) -> bool:
        """Return whether the legend fits beside the head of the first group."""
        if not self._entries:
            return True
        first = self.head(group, room, sizes, is_first=True)
        used = width(first.head, sizes.label, bold=True) + width(first.beside, sizes.detail)
        return bool(first.head) and used + sizes(52) + legend_width(self._entries, sizes) <= room

    def _legend_height_above(self, group: BarGroup, room: float, sizes: Sizes) -> float:
        if self.fits_beside(group, room, sizes):
            return 0.0
        return sizes(6) + sizes(LINE) * len(legend_lines(self._entries, room, sizes))

    @cached_property
    def _entries(self) -> list[LegendEntry]:
        """The legend in any colours, to be measured."""
        return self.legend(LIGHT)

    def head(self, group: BarGroup, room: float, sizes: Sizes, *, is_first: bool) -> LaidHead:
        """Return the head of a group as it fits into some width."""
        if not group.head:
            return LaidHead("", "", (), 0.0 if is_first else sizes(ABOVE_GROUP))
        high = sizes(HEAD) + (0 if is_first else sizes(ABOVE_GROUP))
        used = width(group.head, sizes.label, bold=True) + sizes(12)
        if used + width(group.detail, sizes.detail) <= room:
            return LaidHead(group.head, group.detail, (), high)
        below = tuple(wrap(group.detail, room, sizes.detail, lines=2)) if group.detail else ()
        return LaidHead(group.head, "", below, high + len(below) * sizes(UNDER_LINE))

    @laid_once
    def laid(self, room: float, sizes: Sizes) -> tuple[LaidRow, ...]:
        """Return all rows with their texts broken into lines.

        A detail too long to stand after its bar goes under the label.
        """
        is_narrow = is_narrow_body(room, sizes)
        most = room if is_narrow else _WIDEST_LABEL * room
        laid: list[LaidRow] = []
        for row in self.rows:
            free = most - sizes(INDENT) * row.depth
            label = tuple(wrap(row.label, free, sizes.label, bold=True, lines=_LABEL_LINES))
            if row.detail and not self._fits_after(row, room if is_narrow else room - most, sizes):
                row = row._replace(
                    under="\u00a0• ".join(filter(None, (row.under, row.detail))), detail=""
                )
            under: tuple[str, ...] = ()
            if row.under:
                under = tuple(wrap(row.under, free, sizes.detail, lines=_UNDER_LINES))
            high = len(label) * sizes(LINE) + len(under) * sizes(UNDER_LINE)
            least = high + (sizes(_BAR_ABOVE) if is_narrow else sizes(6))
            is_set_off = bool(laid) and laid[-1].row.depth > 0 and not row.depth
            above = sizes(ABOVE_TOTAL) if is_set_off else 0.0
            laid.append(LaidRow(row, label, under, above, above + max(least, sizes(_LEAST_ROW))))
        return tuple(laid)

    def _fits_after(self, row: BarRow, room: float, sizes: Sizes) -> bool:
        """Return whether the detail of a row fits after its bar, and leaves bars long enough.

        On a track it may stand within the bar instead.
        """
        text = width(row.value, sizes.label, bold=True) + width(row.detail, sizes.detail)
        share = (row.reach - self._low) / self._span
        free = max(share, 1 - share) if self.track is not None else 1 - _LEAST_BARS * share
        return text + sizes(60) <= free * room

    @cached_property
    def _scaled(self) -> Sequence[BarRow]:
        """The rows that share the scale."""
        return [laid.row for laid in self.every] or self.rows

    @cached_property
    def _low(self) -> float:
        return min(0.0, *(row.length for row in self._scaled), 0.0)

    @cached_property
    def _span(self) -> float:
        """The distance from the left end of all bars to the right one, on the chart's scale."""
        return (self.track or max(row.reach for row in self._scaled) - self._low) or 1.0
