"""Layout of stacked bars of one length: the shares of what each row consists of.

Parts are named once, over the first bar, or each in itself. What a part has no room for stands
under its bar.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QRectF

from jjjviewer.charts.layouts.laid_once import laid_once
from jjjviewer.charts.layouts.paging import foremost
from jjjviewer.charts.layouts.stack_names import heads_height
from jjjviewer.charts.layouts.stacked_bar_drawing import StackedBarDrawing
from jjjviewer.charts.layouts.stacked_columns import StackedColumns
from jjjviewer.charts.layouts.stacked_rows import (
    AFTER,
    BAR,
    BRACKET,
    DETAIL_LINE,
    INSIDE,
    NAME_LINE,
    PADDING,
    PART_GAP,
    ROW_GAP,
    TALL_BAR,
    Bracket,
    LaidStack,
    PlacedPart,
    StackPart,
    StackRow,
)
from jjjviewer.charts.page_layout import MOST_PAGES
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Paint
from jjjviewer.charts.style import Sizes, Style
from jjjviewer.charts.text import width, wrap
from jjjviewer.charts.translation import listed

_NARROW = 736
"""Width of a body at a type unit of 1 below which labels stand above their bars."""
_WIDEST_LABEL = 0.3
"""Greatest share of the body's width for the names of rows."""


@dataclass(frozen=True)
class StackedBars:
    """Bars of one length that show shares.

    Attributes:
        rows: in their order; none is empty.
        topic: the id of the part that the headline is about.
        emphasised: the keys of the parts that it is about.
        paint: gives the paint of a part by its id, the style, and whether it is emphasised.
        other: the word for parts joined for want of room; empty where parts are named over the
            first bar and never joined.
        more: the words for how many parts are named in the table only.
        head: over the texts after the bars.
        bracket: adds up the first rows.
        all_rows: the rows of all pages, which share their scale.
        is_compact: whether labels stand beside bars on a narrow page, too, and what has no room in
            a bar takes one line, so that all that the headline is about stands on the first page.
    """

    rows: Sequence[StackRow]
    topic: str
    emphasised: frozenset[str]
    paint: Callable[[str, Style, bool], Paint]
    other: str = ""
    more: str = ""
    head: str = ""
    bracket: Bracket | None = None
    all_rows: Sequence[StackRow] = ()
    is_compact: bool = False

    @property
    def records(self) -> Sequence[str]:
        return [id_ for row in self.rows for part in row.parts for id_ in part.records]

    @cached_property
    def sample(self) -> Sequence[StackRow]:
        """The rows from which the scale is made."""
        return self.all_rows or self.rows

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def foremost(self) -> "StackedBars":
        """The same with as many rows as are drawn at most."""
        rows = foremost(self.rows, self.is_emphasised)
        bracket = self.bracket if self.bracket and self.bracket.size <= len(rows) else None
        return replace(self, rows=rows, bracket=bracket)

    def is_emphasised(self, row: StackRow) -> bool:
        """Return whether the headline is about a row."""
        return any(part.key in self.emphasised for part in row.parts)

    def height(self, room: float, sizes: Sizes) -> float:
        rows = sum(laid.least + sizes(ROW_GAP) for laid in self.laid(room, sizes))
        return rows - sizes(ROW_GAP) + heads_height(self, room, sizes)

    def pages(self, body: QRectF, sizes: Sizes) -> Sequence["StackedBars"]:
        if self.height(body.width(), sizes) <= body.height():
            return (self,)
        rows = sorted(self.rows, key=lambda row: not self.is_emphasised(row))
        about = [row for row in rows if self.is_emphasised(row)]
        first = replace(self, rows=about, all_rows=self.sample)
        if not self.is_compact and first.height(body.width(), sizes) > body.height():
            return replace(self, is_compact=True).pages(body, sizes)
        pages: list[StackedBars] = []
        while rows and len(pages) < MOST_PAGES:
            page = replace(self, rows=rows[:1], all_rows=self.sample)
            for count in range(2, len(rows) + 1):
                longer = replace(self, rows=rows[:count], all_rows=self.sample)
                if longer.height(body.width(), sizes) > body.height():
                    break
                page = longer
            rows = rows[len(page.rows) :]
            has_bracket = not pages and self.bracket and self.bracket.size <= len(page.rows)
            pages.append(page if has_bracket else replace(page, bracket=None))
        return pages

    def draw(self, scene: Scene) -> None:
        drawing = StackedBarDrawing(self, scene)
        columns = StackedColumns(self, scene)
        if drawing.leaves_empty and not self.bracket and columns.names_all:
            columns.draw()
        else:
            drawing.draw()

    def span(self, room: float, sizes: Sizes) -> tuple[float, float]:
        """Return where bars begin and end, in pixels from the left of the body."""
        left = (
            0.0
            if self.has_labels_above(room, sizes)
            else self._label_width(room, sizes) + sizes(16)
        )
        return left, room - self._after_width(sizes)

    @laid_once
    def _label_width(self, room: float, sizes: Sizes) -> float:
        longest = max(
            max(width(row.name, sizes.label, bold=True), width(row.detail, sizes.detail))
            for row in self.sample
        )
        return min(longest, _WIDEST_LABEL * room)

    @laid_once
    def _after_width(self, sizes: Sizes) -> float:
        texts = [row.after for row in self.sample]
        longest = max(width(text, sizes.label, bold=True) for text in texts)
        if not longest:
            return 0.0
        longest = max(longest, width(self.head, sizes.detail))
        if self.bracket:
            names = (self.bracket.name, self.bracket.text)
            longest = max(
                longest,
                sizes(BRACKET - AFTER) + max(width(name, sizes.label, bold=True) for name in names),
            )
        return longest + sizes(AFTER)

    @laid_once
    def laid(self, room: float, sizes: Sizes) -> Sequence[LaidStack]:
        """Return rows with their texts broken into lines and their parts placed."""
        return [self._laid_row(row, room, sizes) for row in self.rows]

    def _laid_row(self, row: StackRow, room: float, sizes: Sizes) -> LaidStack:
        left, right = self.span(room, sizes)
        above = self.has_labels_above(room, sizes)
        free = right if above else self._label_width(room, sizes)
        name = wrap(row.name, free, sizes.label, bold=True, lines=20, even=False)
        detail = wrap(row.detail, free, sizes.detail, lines=20, even=False) if row.detail else []
        beside = width(row.name, sizes.label, bold=True) + width(row.detail, sizes.detail)
        is_beside = above and bool(detail) and beside + sizes(8) <= free
        parts = self._placed(row, left, right, sizes)
        none = "".join(
            f"{part.name} {part.number}"
            for part in row.parts
            if self.other and not part.records and part.key in self.emphasised
        )
        space = right - left - (width(none, sizes.detail, bold=True) + sizes(16) if none else 0)
        under = self._under(self._unnamed(parts), space, sizes)
        lines = 0 if is_beside else len(detail)
        return LaidStack(
            row,
            name,
            detail,
            is_beside,
            parts,
            none,
            under,
            len(name) * sizes(NAME_LINE) + lines * sizes(DETAIL_LINE) + sizes(2) * above,
            sizes(TALL_BAR if self.other else BAR),
            max(len(under), bool(none)) * sizes(DETAIL_LINE),
            above,
        )

    def _under(self, names: Sequence[str], room: float, sizes: Sizes) -> list[str]:
        """Return what has no room in a bar, in lines; if compact, as much as one line holds."""
        if not names:
            return []
        lines = wrap(listed(names), room, sizes.detail, lines=20, even=False)
        if not self.is_compact or len(lines) == 1:
            return lines
        for count in range(len(names) - 1, 0, -1):
            more = self.more.format(count=len(names) - count)
            line = listed((*names[:count], more))
            if width(line, sizes.detail) <= room:
                return [line]
        return []

    def has_labels_above(self, room: float, sizes: Sizes) -> bool:
        """Return whether labels stand above their bars, for want of width."""
        return room < _NARROW * sizes.unit and not self.is_compact

    def _placed(
        self, row: StackRow, left: float, right: float, sizes: Sizes
    ) -> Sequence[PlacedPart]:
        """Return the parts of a row; those without room for their names go last, as one."""
        scale = (right - left) / row.size
        filled = [part for part in row.parts if part.records]

        def fits(part: StackPart, *texts: str) -> bool:
            wide = len(part.records) * scale - sizes(PART_GAP + 2 * PADDING)
            bold = part.key in self.emphasised
            return all(width(text, round(sizes(INSIDE)), bold) <= wide for text in texts)

        largest = max(len(part.records) for part in filled)
        tight = [
            part
            for part in filled
            if self.other
            and not fits(part, part.name, part.number)
            and part.key not in self.emphasised
            and len(part.records) < largest
        ]
        # What is drawn as one is never the largest.
        joined = sorted(tight, key=lambda part: len(part.records))
        while sum(len(part.records) for part in joined) >= largest:
            joined.pop()
        joined = [part for part in tight if part in joined] if len(joined) > 1 else []
        placed = []
        x = left
        for part in [*(part for part in row.parts if part not in joined), *joined]:
            end = x + len(part.records) * scale
            has_name = (
                bool(self.other) and bool(part.records) and fits(part, part.name, part.number)
            )
            has_number = bool(part.records) and fits(part, part.number)
            is_other = part in joined
            placed.append(PlacedPart(part, x, end, has_name, has_number, is_other))
            x = end
        return placed

    def _unnamed(self, parts: Sequence[PlacedPart]) -> list[str]:
        """Return what has no room in a bar."""
        found = [
            (each.is_other, f"{each.part.name} {each.part.number}")
            for each in parts
            if each.part.records and not (each.has_name if self.other else each.has_number)
        ]
        joined = [text for is_other, text in found if is_other]
        return [
            *(text for is_other, text in found if not is_other),
            *([f"{self.other}: {joined[0]}", *joined[1:]] if joined else []),
        ]
