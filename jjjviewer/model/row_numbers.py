"""In which rows very many cells stand: told by their hashes."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from jjjviewer.model.rows import AT_ONCE


class RowNumbers(Mapping[str, int]):
    """The row of each of a column's cells, which are distinct; of duplicates, any.

    A dict of a million cells takes three times as long to make and five times as much room, and
    is moved whole whenever it has grown too full, for which a window in another thread waits.

    Args:
        cells: of a column, from its first row.
    """

    def __init__(self, cells: Sequence[str]) -> None:
        self._cells = cells
        hashes = np.empty(len(cells), dtype=np.int64)
        for start in range(0, len(cells), AT_ONCE):
            some = cells[start : start + AT_ONCE]
            hashes[start : start + len(some)] = np.fromiter(map(hash, some), np.int64, len(some))
        self._order = np.argsort(hashes)
        self._hashes = hashes[self._order]

    def __getitem__(self, cell: str) -> int:
        start, end = (self._hashes.searchsorted(hash(cell), side) for side in ("left", "right"))
        # Two of a million are hardly ever of one hash.
        for at in map(int, self._order[start:end]):
            if self._cells[at] == cell:
                return at
        raise KeyError(cell)

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        """How many cells there are; of those that are the same, one."""
        are_other = bool((self._hashes[1:] != self._hashes[:-1]).all())
        return len(self._cells) if are_other else len(set(self._cells))
