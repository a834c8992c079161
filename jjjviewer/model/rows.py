"""The rows of a table as text, kept by column: a tenth of the memory that a dict a row takes."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import overload

Row = dict[str, str]
"""The cells of one row by column; what is missing is the empty string."""

AT_ONCE = 10_000
"""Cells that are gone through in one go; a window in another thread waits for each go."""
_MANY = 200_000
"""Cells that a dict would no longer do for."""


class Cells(Sequence[str]):
    """The cells of a column.

    Args:
        values: all of them, or where there are codes what these stand for, each once.
        codes: for each row, where its cell stands among the values.
    """

    def __init__(self, values: list[str], codes: "array[int] | None" = None) -> None:
        self.values = values
        self.codes = codes

    def coded(self) -> "tuple[list[str], array[int]]":
        """What the column says, each once, and for each row where its cell stands among it."""
        if self.codes is not None:
            return self.values, self.codes
        known = {value: code for code, value in enumerate(dict.fromkeys(self.values))}
        return list(known), array("I", map(known.__getitem__, self.values))

    @cached_property
    def row_numbers(self) -> Mapping[str, int]:
        """In which row each cell stands, of a column in which they are distinct."""
        if len(self) < _MANY:
            return {cell: at for at, cell in enumerate(self)}
        # Not at the top: the tree of a small pack is to be seen before numpy is there.
        from jjjviewer.model.row_numbers import RowNumbers

        return RowNumbers(self)

    def __len__(self) -> int:
        return len(self.values if self.codes is None else self.codes)

    def __iter__(self) -> Iterator[str]:
        if self.codes is None:
            return iter(self.values)
        return map(self.values.__getitem__, self.codes)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if self.codes is None:
            return self.values[at]
        if isinstance(at, slice):
            return list(map(self.values.__getitem__, self.codes[at]))
        return self.values[self.codes[at]]


class Rows:
    """Rows that are made when they are asked for, and columns that are there.

    Args:
        columns: for each column its cells, all of one length.
    """

    def __init__(self, columns: dict[str, Cells]) -> None:
        self._columns = columns

    def cells(self, name: str) -> Cells:
        """The cells of a column."""
        return self._columns[name]

    def column(self, name: str) -> list[str]:
        """The cells of a column as a list of its own."""
        return self._columns[name][:]

    def picked(self, positions: Sequence[int]) -> "Rows":
        """Return some of the rows, in the order of their positions."""
        return Rows(
            {name: Cells([cells[at] for at in positions]) for name, cells in self._columns.items()}
        )

    def __len__(self) -> int:
        return len(next(iter(self._columns.values())))

    def __getitem__(self, at: int) -> Row:
        return {name: cells[at] for name, cells in self._columns.items()}

    def __iter__(self) -> Iterator[Row]:
        names = tuple(self._columns)
        for cells in zip(*map(self.column, names), strict=True):
            yield dict(zip(names, cells, strict=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # as every container that is compared by content
