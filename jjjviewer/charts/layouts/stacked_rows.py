"""Rows of stacked bars: their parts and texts, and where these stand on a page."""

from collections.abc import Sequence
from typing import NamedTuple

from jjjviewer.charts.style import Sizes
from jjjviewer.charts.text import width

NAME_LINE, DETAIL_LINE = 18.0, 14.0
INSIDE_LINE, INSIDE = 16.0, 14
"""Height and size of a line within a bar."""
BAR, TALL_BAR = 20.0, 34.0
"""Least height of a bar that holds a number, and of one that holds a name above it."""
ROW_GAP = 4.0
PART_GAP = 2.0
PADDING = 1.0
"""Least distance of a text from the ends of its part."""
AFTER = 12.0
"""Distance of the texts after the bars."""
BRACKET = 20.0


class StackPart(NamedTuple):
    """A part of a bar."""

    id: str
    """What is counted; the same in all rows."""
    key: str
    records: tuple[str, ...]
    name: str
    number: str
    words: str


class StackRow(NamedTuple):
    """A bar with its texts."""

    id: str
    name: str
    detail: str
    parts: Sequence[StackPart]
    """In their order; those without records, too."""
    after: str = ""
    """The text after the bar."""

    @property
    def size(self) -> int:
        """How many records the whole bar stands for."""
        return sum(len(part.records) for part in self.parts)


class Bracket(NamedTuple):
    """What adds up the first rows."""

    size: int
    """How many rows."""
    name: str
    text: str


class PlacedPart(NamedTuple):
    """A part on a page."""

    part: StackPart
    left: float
    right: float
    has_name: bool
    has_number: bool
    is_other: bool = False
    """Whether it is drawn as one with its neighbours."""


class LaidStack(NamedTuple):
    """A row with its texts broken into lines."""

    row: StackRow
    name: Sequence[str]
    detail: Sequence[str]
    is_beside: bool
    """Whether the detail stands beside the name, not under it."""
    parts: Sequence[PlacedPart]
    none: str
    """What the headline says there is none of; stands under the start of the bar."""
    under: Sequence[str]
    """What has no room in the bar."""
    label_height: float
    bar_height: float
    under_height: float
    is_narrow: bool

    def name_end(self, sizes: Sizes) -> float:
        """Return where the last line of the texts above the bar ends, in pixels from the left."""
        end = width(self.name[-1], sizes.label, bold=True)
        if self.is_beside:
            return end + sizes(8) + width(self.detail[0], sizes.detail)
        return width(self.detail[-1], sizes.detail) if self.detail else end

    @property
    def least(self) -> float:
        """Its least height without a gap, in pixels."""
        bar = self.bar_height + self.under_height
        return self.label_height + bar if self.is_narrow else max(self.label_height, bar)
