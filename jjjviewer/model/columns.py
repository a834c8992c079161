"""A table as text: for each column its cells, in the order of the rows."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

CHUNK = 10_000
"""Cells to process in one call, so that a window in another thread gets its turns."""


class RowNumbers:
    """The numbers that rows have in their file, as a spreadsheet counts: the header is row 1.

    Empty rows are left out of a table, and counted.
    """

    def __init__(self) -> None:
        self._empty: list[int] = []
        self._before: list[int] = []
        """For each empty row the position of the row that follows."""

    def leave_out(self, number: int) -> None:
        """Leave an empty row out, below all that were left out before."""
        self._before.append(self.position(number))
        self._empty.append(number)

    def number(self, position: int) -> int:
        """Return the number of the row at a position from 0."""
        return position + 2 + bisect_right(self._before, position)

    def position(self, number: int) -> int:
        """Return the position of the row that has a number."""
        return number - 2 - bisect_left(self._empty, number)


class Columns(dict[str, list[str]]):
    """The cells of a table by column; what is missing is the empty string.

    Attributes:
        rows: the numbers of the rows.
    """

    def __init__(self, cells: Mapping[str, list[str]], rows: RowNumbers | None = None) -> None:
        super().__init__(cells)
        self.rows = rows or RowNumbers()


AllColumns = Mapping[str, Columns]
"""The columns of several tables, by the name of the table."""


def row_count(columns: Mapping[str, Sequence[str]]) -> int:
    """Count the rows of a table."""
    return len(next(iter(columns.values())))


def row_at(columns: Mapping[str, Sequence[str]], position: int) -> dict[str, str]:
    """Return the cells of one row by column."""
    return {name: cells[position] for name, cells in columns.items()}


def distinct(cells: Sequence[str]) -> set[str]:
    """Return the different cells of a column."""
    found: set[str] = set()
    for start in range(0, len(cells), CHUNK):
        found.update(cells[start : start + CHUNK])
    return found


def grouped(keys: Sequence[str], cells: Sequence[str]) -> dict[str, list[str]]:
    """Return the cells of one column by the cells of another in the same row."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key, cell in zip(keys, cells, strict=True):
        groups[key].append(cell)
    return groups


def chunks(*columns: Sequence[str]) -> Iterator[tuple[int, list[Sequence[str]]]]:
    """Yield the cells of some columns a chunk of rows at a time, after its first position."""
    for start in range(0, len(columns[0]), CHUNK):
        yield start, [cells[start : start + CHUNK] for cells in columns]
