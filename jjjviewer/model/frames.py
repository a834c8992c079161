"""A table's checked rows as a typed pandas frame."""

from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
import pandas as pd

from jjjviewer.model.cells import READ
from jjjviewer.model.rows import Cells, Rows
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
    return pd.DataFrame({c.name: _series(c, rows.cells(c.name)) for c in table.columns}, copy=False)


def spread(
    cells: Cells, meanings: Mapping[str, object], dtype: Literal["object", "category"] = "object"
) -> "pd.Series[Any]":
    """Return what each cell of a column stands for; what it says again and again is asked once."""
    said: pd.Series[Any] = pd.Series([meanings[value] for value in cells.values], dtype=dtype)
    return _in_rows(said, cells)


def in_few_blocks(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame with its text as ``object``, from which rows are picked more quickly.

    pandas keeps all such columns in one block and picks from it at once, but from each column
    of ``str`` on its own; and a click picks rows a hundred times.
    """
    texts = frame.columns[frame.dtypes == "str"]
    typed = frame.astype(dict.fromkeys(texts, "object"))
    # From very many rows a column is picked in hardly less time than it takes to copy them once.
    return typed if len(typed) > _MANY else typed.copy()


def _series(column: Column, cells: Cells) -> "pd.Series[Any]":
    if column.choices:
        said = pd.Series(pd.Categorical([each or None for each in cells.values], column.choices))
    elif column.kind == "string":
        said = pd.Series(cells.values, dtype="object")
    else:
        read, dtype = _READ[column.kind], _DTYPES[column.kind]
        said = pd.Series([read(each) if each else None for each in cells.values], dtype=dtype)
    return _in_rows(said, cells)


def _in_rows(said: "pd.Series[Any]", cells: Cells) -> "pd.Series[Any]":
    """For each row what its cell says, given what each value of the column says."""
    if cells.codes is None:
        return said
    return said.take(np.asarray(cells.codes)).reset_index(drop=True)
