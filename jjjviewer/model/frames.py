"""A table's checked rows as a typed pandas frame."""

from typing import Any

import pandas as pd

from jjjviewer.model.cells import READ
from jjjviewer.model.rows import Rows
from jjjviewer.model.schema import Column, Table

_DTYPES = {
    "string": "object",
    "integer": "int64",
    "number": "float64",
    "boolean": "bool",
    "date": "datetime64[s]",
}


def frame_of(table: Table, rows: Rows) -> pd.DataFrame:
    """Return the rows as a frame in the schema's columns, indexed from 0.

    Text is ``object`` (missing: the empty string), an enumeration ``category``, an integer
    ``int64``, a number ``float64``, a boolean ``bool``, a date ``datetime64[s]``.
    """
    return pd.DataFrame({c.name: _series(c, rows.column(c.name)) for c in table.columns})


def in_few_blocks(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame with its text as ``object``, from which rows are picked more quickly.

    pandas keeps all such columns in one block and picks from it at once, but from each column
    of ``str`` on its own; and a click picks rows a hundred times.
    """
    texts = frame.columns[frame.dtypes == "str"]
    return frame.astype(dict.fromkeys(texts, "object")).copy()


def _series(column: Column, cells: list[str]) -> "pd.Series[Any]":
    texts = pd.Series(cells, dtype="object")
    if column.kind == "string" and not column.choices:
        return texts
    # What a column says again and again is read once.
    at, said = pd.factorize(texts)
    if column.choices:
        values = pd.Series(pd.Categorical([each or None for each in said], list(column.choices)))
    else:
        read = READ[column.kind]
        cells_read = [read(cell) if cell else None for cell in said]
        values = pd.Series(cells_read, dtype=_DTYPES[column.kind])
    return values.take(at).reset_index(drop=True)
