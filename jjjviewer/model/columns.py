"""A table as text: for each column its cells, in the order of the rows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

Columns = dict[str, list[str]]
"""The cells of a table by column; what is missing is the empty string."""
AllColumns = Mapping[str, Columns]
"""The columns of several tables, by the name of the table."""

CHUNK = 10_000
"""Cells to process in one call, so that a window in another thread gets its turns."""


def row_count(columns: Columns) -> int:
    """Count the rows of a table."""
    return len(next(iter(columns.values())))


def row_at(columns: Columns, position: int) -> dict[str, str]:
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
