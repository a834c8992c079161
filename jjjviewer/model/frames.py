"""A table's checked rows as a typed pandas frame."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from jjjviewer.model.cells import READ
from jjjviewer.model.rows import AT_ONCE, Cells, Rows
from jjjviewer.model.schema import Column, Table

_DTYPES = {
    "integer": "int64",
    "number": "float64",
    "boolean": "bool",
    "date": "datetime64[s]",
}
_MANY = 100_000
_READ = READ | {"number": float}
"""That they are numbers and no others is checked already."""


def frame_of(table: Table, rows: Rows) -> pd.DataFrame:
    """Return the rows as a frame in the schema's columns, indexed from 0.

    Text is ``object`` (missing: the empty string), an enumeration ``category``, an integer
    ``int64``, a number ``float64``, a boolean ``bool``, a date ``datetime64[s]``.
    """
    columns = {c.name: _series(c, rows.cells(c.name)) for c in table.columns}
    # Told what it is, pandas need not find the index that they have in common.
    return pd.DataFrame(columns, index=pd.RangeIndex(len(rows)), copy=False)


def spread(cells: Cells, meanings: Mapping[str, object], dtype: Any = "object") -> "pd.Series[Any]":
    """Return what each cell of a column stands for; what it says again and again is asked once."""
    said = pd.array([meanings[value] for value in cells.values], dtype=dtype)
    return _in_rows(said, cells)


def in_few_blocks(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame with its text as ``object``, from which rows are picked more quickly.

    pandas keeps all such columns in one block and picks from it at once, but from each column
    of ``str`` on its own; and a click picks rows a hundred times.
    """
    texts = [str(name) for name, dtype in frame.dtypes.items() if dtype == "str"]
    made = frame.assign(**{name: frame[name].astype("object") for name in texts})
    # From very many rows a column is picked in hardly less time than it takes to copy them once.
    return made.copy() if len(frame) <= _MANY else made


def _series(column: Column, cells: Cells) -> "pd.Series[Any]":
    if column.choices:
        code = {choice: at for at, choice in enumerate(column.choices)}
        codes = np.array([code.get(each, -1) for each in cells.values], dtype="int16")
        dtype = pd.CategoricalDtype(list(column.choices))
        return _in_rows(pd.Categorical.from_codes(codes, dtype=dtype), cells)
    if column.kind == "string":
        return _in_rows(_texts(cells.values), cells)
    read = _READ[column.kind]
    values = [read(each) if each else None for each in cells.values]
    return _in_rows(np.array(values, dtype=_DTYPES[column.kind]), cells)


def _texts(values: list[str]) -> npt.NDArray[np.object_]:
    """An array of texts, put together some at a time: the window waits for each go."""
    texts = np.empty(len(values), dtype="object")
    for start in range(0, len(values), AT_ONCE):
        texts[start : start + AT_ONCE] = values[start : start + AT_ONCE]
    return texts


def _in_rows(said: Any, cells: Cells) -> "pd.Series[Any]":
    """For each row what its cell says, given an array of what each value of the column says."""
    in_rows = said if cells.codes is None else said.take(np.asarray(cells.codes))
    series: pd.Series[Any] = pd.Series(in_rows, dtype=said.dtype, copy=False)
    return series
