"""A table's checked rows as a typed pandas frame."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from jjjviewer.model.cells import READ
from jjjviewer.model.columns import Columns, row_count
from jjjviewer.model.schema import Column, Table

_DTYPES = {
    "integer": "int64",
    "boolean": "bool",
    "date": "datetime64[s]",
}
_MANY = 100_000


def frame_of(table: Table, columns: Columns) -> pd.DataFrame:
    """Return a table as a frame in the schema's columns, indexed from 0.

    Text is ``object`` (missing: the empty string), an enumeration ``category``, an integer
    ``int64``, a number ``float64``, a boolean ``bool``, a date ``datetime64[s]``.
    """
    series = {column.name: _series(column, columns[column.name]) for column in table.columns}
    # Told what it is, pandas need not find the index that they have in common.
    return pd.DataFrame(series, index=pd.RangeIndex(row_count(columns)), copy=False)


def mapped(
    cells: Sequence[str], meanings: Mapping[str, object], dtype: Any = "object"
) -> "pd.Series[Any]":
    """Return what each cell of a column stands for."""
    codes, values = _coded(cells)
    meant = pd.array([meanings[value] for value in values], dtype=dtype)
    series: pd.Series[Any] = pd.Series(meant.take(codes), dtype=meant.dtype, copy=False)
    return series


def in_few_blocks(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame with its text as ``object``, from which rows are picked more quickly.

    pandas keeps all such columns in one block and picks from it at once, but from each column
    of ``str`` on its own; and a click picks rows a hundred times.
    """
    texts = [str(name) for name, dtype in frame.dtypes.items() if dtype == "str"]
    made = frame.assign(**{name: frame[name].astype("object") for name in texts})
    # From very many rows a column is picked in hardly less time than it takes to copy them once.
    return made.copy() if len(frame) <= _MANY else made


def _series(column: Column, cells: Sequence[str]) -> "pd.Series[Any]":
    array: Any
    if column.choices:
        code = {choice: at for at, choice in enumerate(("", *column.choices), start=-1)}
        codes = np.fromiter(map(code.__getitem__, cells), "int8", len(cells))
        dtype = pd.CategoricalDtype(list(column.choices))
        array = pd.Categorical.from_codes(codes, dtype=dtype)
    elif column.kind == "string":
        array = np.array(cells, dtype="object")
    elif column.kind == "number":
        numbers = (float(cell) if cell else math.nan for cell in cells)
        array = np.fromiter(numbers, "float64", len(cells))
    else:
        codes, values = _coded(cells)
        read = READ[column.kind]
        meant = [read(value) if value else None for value in values]
        array = np.array(meant, dtype=_DTYPES[column.kind]).take(codes)
    series: pd.Series[Any] = pd.Series(array, dtype=array.dtype, copy=False)
    return series


def _coded(cells: Sequence[str]) -> "tuple[npt.NDArray[np.intp], list[str]]":
    """Return the position of each cell among the different cells, and these."""
    codes, values = pd.factorize(np.array(cells, dtype="object"))
    return codes, list(values)
