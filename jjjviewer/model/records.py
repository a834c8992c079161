"""The rows of a frame as tuples, made when they are looked at."""

from collections.abc import Sequence
from typing import Any, overload

import pandas as pd

_PAGE = 256
"""Rows that are made at once: of what people look at, the neighbours come next."""


class Records(Sequence[Any]):
    """The rows of a frame as `itertuples` makes them, with a name for each column.

    A frame of a million rows takes seconds to turn into tuples, and nobody sees them all.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self._pages: dict[int, list[Any]] = {}

    def __len__(self) -> int:
        return len(self._frame)

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> list[Any]: ...
    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            return list(self._frame.iloc[at].itertuples())
        at = range(len(self))[at]
        page, row = divmod(at, _PAGE)
        if page not in self._pages:
            self._pages[page] = self[page * _PAGE : (page + 1) * _PAGE]
        return self._pages[page][row]
