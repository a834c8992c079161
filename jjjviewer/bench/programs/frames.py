"""The tables of a pack read and typed by pandas alone, the reference for large packs."""

import sys
import time
from pathlib import Path

import pandas as pd

from jjjviewer.bench.probes import print_results, pss
from jjjviewer.model.schema import Table, tables_in

_DTYPES = {"string": "str", "integer": "Int64", "number": "float64", "boolean": "bool"}


def _read(folder: Path, table: Table) -> pd.DataFrame:
    dtypes = {
        column.name: "category" if column.choices else _DTYPES.get(column.kind, "str")
        for column in table.columns
    }
    dates = [column.name for column in table.columns if column.kind == "date"]
    # Missing text becomes the empty string, a missing number NaN.
    missing = {
        column.name: [""]
        for column in table.columns
        if column.kind in ("integer", "number") or column.choices
    }
    path = folder / table.file
    frame = pd.read_csv(path, dtype=dtypes, keep_default_na=False, na_values=missing)
    return frame.assign(**{name: pd.to_datetime(frame[name]) for name in dates})


empty = pss()
started = time.perf_counter()
frames = {name: _read(Path(sys.argv[1]), table) for name, table in tables_in(1).items()}
print_results(seconds=time.perf_counter() - started, frames=pss() - empty)
