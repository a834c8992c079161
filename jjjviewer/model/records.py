"""The rows of a frame as tuples, made when they are looked at."""

from collections import namedtuple
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, overload

import pandas as pd

from jjjviewer.model.facts import Positions

PAGE = 256
"""Rows that are made at once: of what people look at, the neighbours come next."""


@cache
def _kind(columns: tuple[str, ...]) -> Any:
    # Making a class takes longer than making some dozens of rows.
    return namedtuple("Record", columns)  # its columns are known to the frame only


def _made(frame: pd.DataFrame) -> Iterator[Any]:
    # Three times as quick as to take each column from the frame.
    return map(_kind(tuple(frame))._make, frame.to_numpy(dtype=object).tolist())


class Records(Sequence[Any]):
    """The rows of a frame as tuples with a name for each column.

    A frame of a million rows takes seconds to turn into tuples, and nobody sees them all.

    Args:
        frame: it holds the rows.
        at: their positions in it, where they are not all, in the order in which they are wanted.
    """

    def __init__(self, frame: pd.DataFrame, at: Positions | None = None) -> None:
        self._frame = frame
        self._at = at
        self._count = len(frame if at is None else at)
        self._pages: dict[int, list[Any]] = {}

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Any]:
        for start in range(0, len(self), PAGE):
            yield from self._page(start // PAGE)

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> list[Any]: ...
    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            return list(_made(self._frame.iloc[at if self._at is None else self._at[at]]))
        at = range(len(self))[at]
        page, row = divmod(at, PAGE)
        return self._page(page)[row]

    def _page(self, page: int) -> list[Any]:
        if page not in self._pages:
            self._pages[page] = self[page * PAGE : (page + 1) * PAGE]
        return self._pages[page]
