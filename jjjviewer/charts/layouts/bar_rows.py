"""Layout of labelled bars in groups: one row a figure, parts indented under their totals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QRectF

from jjjviewer.charts.mark_style import bar_shapes, legend_entries
from jjjviewer.charts.scene import LegendEntry, Scene, legend_shapes, legend_width
from jjjviewer.charts.shapes import Line, Mark, Paint, Rect, Shape, Text
from jjjviewer.charts.style import LIGHT, Pair, Sizes, Style, readable_on, region_colors
from jjjviewer.charts.text import elide, width, wrap
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow

_NARROW = 736
"""Width of a body at a type unit of 1 below which labels stand above their bars."""
_WIDEST_LABEL = 0.42
"""Greatest share of the body's width for labels."""
_WIDEST_TEXT = 0.5
"""Likewise for the texts after a bar."""
_LABEL_LINES = 2
_INDENT = 18
_LEAST_ROW, _TALLEST_ROW = 24.0, 66.0
_LINE, _UNDER_LINE = 18.0, 15.0
_BAR_ABOVE = 22.0
"""Height of a bar with its space where its label stands above it."""
_HEAD, _GAP = 30.0, 16.0
"""Height of the head of a group, and of the gap before all but the first."""
_THICKEST = 36.0
_BAR_SHARE = 0.62
"""Height of a bar, of its row."""
_AFTER = 8.0
"""Distance of a value from the end of its bar."""


class BarRow(NamedTuple):
    """A figure, or several that one mark stands for, as a bar with its texts."""

    figure: FigureRow
    length: float
    """The value on the chart's scale."""
    label: str
    value: str
    detail: str = ""
    """In smaller type after the value: when, and who where."""
    under: str = ""
    """In smaller type under the label."""
    words: str = ""
    """The mark in words."""
    high: float | None = None
    """The higher end of a range, on the chart's scale."""
    cut: float | None = None
    """An earlier value, as a cut in the bar."""
    depth: int = 0
    """1 for a part of the total above it."""
    also: tuple[str, ...] = ()
    """The ids of further records that the mark stands for."""


class BarGroup(NamedTuple):
    """Rows under a head; a group without one is the only one."""

    head: str
    detail: str
    rows: Sequence[BarRow]


class _LaidRow(NamedTuple):
    row: BarRow
    label: tuple[str, ...]
    under: tuple[str, ...]
    least: float
    """Its least height, in pixels."""


_Block = tuple[int, Sequence[BarRow], float]
"""Rows that stay together, with the number of their group and their least height."""


@dataclass(frozen=True)
class BarRows:
    """Bars from one baseline on one scale.

    Attributes:
        groups: in their order; none is empty.
        emphasised: the ids of the figures that the headline is about.
        region_names: by id, in the order of the pack.
        track: the length of a track under each bar, on the chart's scale.
        page: the number of the page.
        extent: the scale, where it has to be that of other pages as well.
    """

    groups: Sequence[BarGroup]
    emphasised: frozenset[str]
    region_names: Mapping[str, str]
    track: float | None = None
    page: int = 1
    extent: tuple[BarRow, ...] = ()

    @cached_property
    def rows(self) -> tuple[BarRow, ...]:
        """All rows, in their order."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def records(self) -> Sequence[str]:
        return [id_ for row in self.rows for id_ in (row.figure.figure_id, *row.also)]

    def pages(self, body: QRectF, sizes: Sizes) -> Sequence["BarRows"]:
        if self.height(body.width(), sizes) <= body.height():
            return (self,)
        room = body.height() - self._legend_room(body.width(), sizes)
        blocks = [
            (at, block, sum(laid.least for laid in self.laid(block, body.width(), sizes)))
            for at, group in enumerate(self.groups)
            for block in _blocks(group.rows)
        ]
        # What the headline is about stands on the first page.
        blocks.sort(key=lambda each: not any(self.is_emphasised(row) for row in each[1]))
        pages: list[BarRows] = []
        while blocks:
            taken = self._filled(blocks, room, sizes)
            blocks = sorted(blocks[len(taken) :], key=lambda each: each[0])
            by_group = {
                at: [row for block in taken if block[0] == at for row in block[1]]
                for at in sorted({at for at, _, _ in taken})
            }
            groups = [
                group._replace(rows=sorted(rows, key=group.rows.index))
                for at, rows in by_group.items()
                for group in [self.groups[at]]
            ]
            pages.append(replace(self, groups=groups, extent=self.rows, page=len(pages) + 1))
        return pages

    def is_emphasised(self, row: BarRow) -> bool:
        """Return whether the headline is about a row."""
        return row.figure.figure_id in self.emphasised

    def _filled(self, blocks: Sequence[_Block], room: float, sizes: Sizes) -> Sequence[_Block]:
        """Return the first blocks, as many as fit on a page."""
        groups: set[int] = set()
        for count, (at, _, need) in enumerate(blocks):
            head = (
                0.0 if at in groups else _head_height(self.groups[at], sizes, is_first=not groups)
            )
            groups.add(at)
            room -= need + head
            if room < 0 and count:
                return blocks[:count]
        return blocks

    def height(self, width: float, sizes: Sizes) -> float:
        heads = sum(
            _head_height(group, sizes, is_first=number == 0)
            for number, group in enumerate(self.groups)
        )
        rows = sum(laid.least for laid in self.laid(self.rows, width, sizes))
        return heads + rows + self._legend_room(width, sizes)

    def draw(self, scene: Scene) -> None:
        _Drawing(self, scene).draw()

    def legend(self, style: Style) -> list[LegendEntry]:
        """Return the entries: regions where there are several, and what is not simply reached."""
        colors = region_colors(self.region_names, style)
        figures = [row.figure for row in self.rows]
        present = {figure.province for figure in figures}
        regions = [id_ for id_ in self.region_names if id_ in present]
        entries = []
        if len(present) > 1:
            entries = [
                LegendEntry(self.region_names[id_], Paint(colors[id_].quiet))
                for id_ in regions[: len(style.regions)]
            ]
        only = colors[regions[0]] if len(regions) == 1 else colors[""]
        return [*entries, *legend_entries(figures, only, style)]

    def _legend_room(self, width: float, sizes: Sizes) -> float:
        """Return the height of a legend that does not fit beside the first head, in pixels."""
        entries = self.legend(LIGHT)
        return 0.0 if self.fits_beside(entries, width, sizes) else sizes(24)

    def fits_beside(self, entries: Sequence[LegendEntry], room: float, sizes: Sizes) -> bool:
        """Return whether the legend fits beside the first head."""
        first = self.groups[0]
        if not entries:
            return True
        head = width(first.head, sizes.label, bold=True) + width(first.detail, sizes.detail)
        return bool(first.head) and head + sizes(40) + legend_width(entries, sizes) <= room

    def laid(self, rows: Sequence[BarRow], room: float, sizes: Sizes) -> list[_LaidRow]:
        """Return rows with their labels broken into lines."""
        is_narrow = is_narrow_body(room, sizes)
        most = room if is_narrow else _WIDEST_LABEL * room
        laid = []
        for row in rows:
            free = most - sizes(_INDENT) * row.depth
            label = tuple(wrap(row.label, free, sizes.label, bold=True, lines=_LABEL_LINES))
            under = tuple(wrap(row.under, free, sizes.detail, lines=2)) if row.under else ()
            high = len(label) * sizes(_LINE) + len(under) * sizes(_UNDER_LINE)
            least = high + sizes(_BAR_ABOVE) if is_narrow else high + sizes(6)
            laid.append(_LaidRow(row, label, under, max(least, sizes(_LEAST_ROW))))
        return laid


def is_narrow_body(room: float, sizes: Sizes) -> bool:
    """Return whether labels stand above their bars, for want of width."""
    return room < _NARROW * sizes.unit


def _blocks(rows: Sequence[BarRow]) -> Iterator[list[BarRow]]:
    """Yield rows that stay together: a total with its parts."""
    block: list[BarRow] = []
    for row in rows:
        if block and not row.depth:
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _head_height(group: BarGroup, sizes: Sizes, *, is_first: bool) -> float:
    if not group.head:
        return 0.0
    return sizes(_HEAD) + (0 if is_first else sizes(_GAP))


class _Drawing:
    """One drawing of bars on a page."""

    def __init__(self, bars: BarRows, scene: Scene) -> None:
        self.bars = bars
        self.scene = scene
        self.sizes, self.style = scene.sizes, scene.style
        self.colors = region_colors(bars.region_names, scene.style)
        self.is_narrow = is_narrow_body(scene.body.width(), scene.sizes)
        self.laid = bars.laid(bars.rows, scene.body.width(), scene.sizes)
        self.left = scene.body.left()
        """Where bars begin, in pixels."""
        if not self.is_narrow:
            self.left += self._label_width() + self.sizes(16)
        self.zero, self.scale = self._fit_scale()

    def draw(self) -> None:
        body, sizes = self.scene.body, self.sizes
        entries = self.bars.legend(self.style)
        y = body.top()
        if not self.bars.fits_beside(entries, body.width(), sizes):
            baseline = y + sizes.detail
            self.scene.add(*legend_shapes(entries, body.right(), baseline, self.style, sizes))
            y += sizes(24)
            entries = []
        needed = self.bars.height(body.width(), sizes)
        extra = max(0.0, body.height() - needed) / len(self.laid)
        laid = iter(self.laid)
        for number, group in enumerate(self.bars.groups):
            if group.head:
                y += sizes(_GAP) * bool(number)
                self._draw_head(group, y, entries if number == 0 else [])
                y += sizes(_HEAD)
            top = y
            for _ in group.rows:
                row = next(laid)
                high = min(row.least + extra, max(sizes(_TALLEST_ROW), row.least))
                self._draw_row(row, y, high)
                y += high
            axis = Paint(stroke=self.style.axis, stroke_width=1)
            if not self.is_narrow and self.bars.track is None:
                self.scene.add(Line(self.zero, top - 2, self.zero, y + 2, axis))

    def _label_width(self) -> float:
        return max(
            max(
                *(
                    width(line, self.sizes.label, bold=self.bars.is_emphasised(row))
                    for line in label
                ),
                *(width(line, self.sizes.detail) for line in under),
                0.0,
            )
            + self.sizes(_INDENT) * row.depth
            for row, label, under, _ in self.laid
        )

    def _fit_scale(self) -> tuple[float, float]:
        """Return where zero lies, and the pixels of a unit: texts after the bars have room."""
        room = self.scene.body.right() - self.left
        if self.bars.track is not None:
            return self.left, room / self.bars.track
        rows = self.bars.extent or self.bars.rows
        low = min(0.0, *(row.length for row in rows), 0.0)
        most = max(*(max(row.length, row.high or row.length) for row in rows), 0.0)
        scale = room / ((most - low) or 1.0)
        for row in rows:
            reach = max(row.length, row.high or row.length, 0.0) - low
            text = min(self._text_width(row), _WIDEST_TEXT * room)
            if reach > 0:
                scale = min(scale, (room - text) / reach)
        return self.left - low * scale, scale

    def _text_width(self, row: BarRow) -> float:
        value = width(row.value, self.sizes.label, bold=True) + self._sign_width(row)
        detail = width(row.detail, self.sizes.detail) + self.sizes(8) if row.detail else 0.0
        return value + detail + self.sizes(_AFTER + 2)

    def _sign(self, row: BarRow) -> str:
        ids = (row.figure.figure_id, *row.also)
        return next((self.scene.signs[id_] for id_ in ids if id_ in self.scene.signs), "")

    def _sign_width(self, row: BarRow) -> float:
        return width(self._sign(row), self.sizes.label)

    def _draw_head(self, group: BarGroup, y: float, entries: Sequence[LegendEntry]) -> None:
        body, sizes = self.scene.body, self.sizes
        baseline = y + sizes.label
        head = group.head
        if self.bars.page > 1:
            head = tr("{head}, continued", head=head)
        free = body.width() - (legend_width(entries, sizes) + sizes(40) if entries else 0)
        head = elide(head, free, sizes.label, bold=True)
        self.scene.add(Text(body.left(), baseline, head, sizes.label, self.style.text, bold=True))
        x = body.left() + width(head, sizes.label, bold=True) + sizes(12)
        detail = elide(group.detail, body.left() + free - x, sizes.detail) if group.detail else ""
        if detail and detail != "…":
            self.scene.add(Text(x, baseline, detail, sizes.detail, self.style.muted))
        self.scene.add(*legend_shapes(entries, body.right(), baseline, self.style, sizes))

    def _draw_row(self, laid: _LaidRow, y: float, high: float) -> None:
        row, sizes = laid.row, self.sizes
        shapes: list[Shape] = []
        if self.is_narrow:
            top = y + len(laid.label) * sizes(_LINE) + len(laid.under) * sizes(_UNDER_LINE)
            shapes += self._label(laid, y)
            across = (top + sizes(2), min(top + sizes(2) + sizes(_THICKEST), y + high - sizes(4)))
        else:
            thick = min(_BAR_SHARE * high, sizes(_THICKEST))
            middle = y + high / 2
            text = len(laid.label) * sizes(_LINE) + len(laid.under) * sizes(_UNDER_LINE)
            shapes += self._label(laid, middle - text / 2)
            across = (middle - thick / 2, middle + thick / 2)
        if row.depth:
            shapes += self._elbow(y, high, across)
        shapes += self._bar(row, across)
        shapes += self._texts(row, across)
        records = (row.figure.figure_id, *row.also)
        hit = QRectF(self.scene.body.left(), y, self.scene.body.width(), high)
        self.scene.add(Mark(records, row.words, tuple(shapes), hit))

    def _label(self, laid: _LaidRow, top: float) -> Iterator[Shape]:
        sizes, y = self.sizes, top
        x = self.scene.body.left() + sizes(_INDENT) * laid.row.depth
        bold = self.bars.is_emphasised(laid.row)
        for line in laid.label:
            y += sizes(_LINE)
            yield Text(x, y - 0.25 * sizes.label, line, sizes.label, self.style.text, bold)
        for line in laid.under:
            y += sizes(_UNDER_LINE)
            yield Text(x, y - 0.25 * sizes.detail, line, sizes.detail, self.style.muted)

    def _elbow(self, y: float, high: float, across: tuple[float, float]) -> Iterator[Shape]:
        """Yield the elbow that joins a part with its total above."""
        sizes = self.sizes
        x = self.scene.body.left() + sizes(5)
        middle = y + sizes(_LINE) / 2 if self.is_narrow else sum(across) / 2
        paint = Paint(stroke=self.style.axis, stroke_width=1.2)
        yield Line(x, y - high / 2 + sizes(10), x, middle, paint)
        yield Line(x, middle, x + sizes(9), middle, paint)

    def _bar(self, row: BarRow, across: tuple[float, float]) -> Iterator[Shape]:
        top, bottom = across
        if self.bars.track is not None:
            track = self.bars.track * self.scale
            yield Rect(self.left, top, track, bottom - top, Paint(self.style.track))
        end = self.zero + row.length * self.scale
        high = None if row.high is None else self.zero + row.high * self.scale
        yield from bar_shapes(
            row.figure,
            (self.zero, end),
            high,
            across,
            self._pair(row),
            self.style,
            emphasised=self.bars.is_emphasised(row),
        )
        if row.cut is not None:
            x = self.zero + row.cut * self.scale
            yield Line(x, top, x, bottom, Paint(stroke=self.style.background, stroke_width=2.5))

    def _pair(self, row: BarRow) -> Pair:
        return self.colors.get(row.figure.province, self.style.neutral)

    def _texts(self, row: BarRow, across: tuple[float, float]) -> Iterator[Shape]:
        """Yield value, sign and detail after the bar, or inside where a track is full."""
        sizes, style = self.sizes, self.style
        end = self.zero + max(row.length, row.high or row.length, 0.0) * self.scale
        y = sum(across) / 2 + 0.35 * sizes.label
        room = self.scene.body.right() - end
        value = width(row.value, sizes.label, bold=True)
        if self.bars.track is not None and value + sizes(2 * _AFTER) > room:
            pair = self._pair(row)
            ground = pair.deep if self.bars.is_emphasised(row) else pair.quiet
            color = readable_on(ground)
            sign = self._sign(row)
            x = end - sizes(_AFTER) - value - width(sign, sizes.label, bold=True)
            yield Text(x, y, row.value + sign, sizes.label, color, bold=True)
            if row.detail:
                yield Text(x - sizes(8), y, row.detail, sizes.detail, color, anchor="end")
            return
        x = end + sizes(_AFTER)
        yield Text(x, y, row.value, sizes.label, style.text, bold=True)
        x += value
        if sign := self._sign(row):
            yield Text(x + 1, y, sign, sizes.label, style.muted)
            x += self._sign_width(row)
        x += sizes(8)
        detail = elide(row.detail, self.scene.body.right() - x, sizes.detail)
        if detail and detail != "…":
            yield Text(x, y, detail, sizes.detail, style.muted)
