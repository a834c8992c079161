"""Parts of a cross-table: heads, cells, and the blocks that stand on a page."""

from collections.abc import Sequence
from typing import NamedTuple

HEAD_LINE, PLACE_LINE, RULE = 19.0, 16.0, 9.0
"""Height of a line of a head, of the place under it, and of the rule below both."""
LEAST_ROW, LABEL_LINE = 24.0, 18.0
TOTAL = 56.0
"""Width of the column of totals."""
TOTALS = 30.0
"""Height of the row of totals."""


class Head(NamedTuple):
    """The head of a row or of a column."""

    id: str
    name: str
    place: str = ""
    """In smaller type under the name of a column."""
    province: str | None = None
    """The region whose colour the rule under a column has; None for no rule."""


class TableCell(NamedTuple):
    """What is counted in one cell."""

    records: tuple[str, ...]
    key: str
    words: str


class TablePanel(NamedTuple):
    """Rows and columns that stand in one block."""

    rows: Sequence[Head]
    columns: Sequence[Head]
    has_totals: bool = True
    """Whether the totals of its columns stand below."""
