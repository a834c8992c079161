"""Packs for tests: the bundled one, and copies of it with one thing changed."""

import csv
import json
import shutil
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from jjjviewer.model.dataset import Dataset, open_dataset
from jjjviewer.model.schema import DESCRIPTOR, TABLES, Table, tables_in
from jjjviewer.model.selection import Language, Selection
from jjjviewer.paths import bundled_pack

Row = dict[str, str]


def load(path: Path | None = None, language: Language = "en") -> Dataset:
    """Load a pack as the window does."""
    return open_dataset(path or bundled_pack(), language)


def counts(pack: Dataset, *ids: str) -> tuple[int, int]:
    """How many statements and figures a selection has."""
    view = pack.view(Selection(ids))
    return len(view.statements), len(view.figures)


def copy_of_bundled(folder: Path) -> Path:
    """Copy the bundled pack into a folder and return the copy."""
    return Path(shutil.copytree(bundled_pack(), folder / "pack"))


def copy_in_format_1(folder: Path) -> Path:
    """Copy the bundled pack without the columns that came with format 2 and return the copy."""
    pack = copy_of_bundled(folder)
    for table in tables_in(1).values():
        _drop_other_columns(pack, table)
    path = pack / DESCRIPTOR
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    descriptor["jjjviewer"]["format"] = 1
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    return pack


def copy_without_choices(folder: Path, every: int = 2) -> Path:
    """Copy the bundled pack with kind, theme and status empty in every second row, or every nth."""
    pack = copy_of_bundled(folder)
    for table in TABLES.values():
        unset = {column.name: "" for column in table.columns if column.may_be_unset}
        if unset:
            change(pack, table.name, partial(_put_into_every, every, unset))
    return pack


def _put_into_every(every: int, cells: Row, rows: list[Row]) -> None:
    for row in rows[::every]:
        row.update(cells)


def _drop_other_columns(pack: Path, table: Table) -> None:
    names = [column.name for column in table.columns]

    def alter(rows: list[Row]) -> None:
        rows[:] = [{name: row[name] for name in names} for row in rows]

    change(pack, table.name, alter)


def change(pack: Path, table: str, alter: Callable[[list[Row]], object]) -> None:
    """Change the rows of one table of a pack in place."""
    path = pack / TABLES[table].file
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    alter(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        names = list(rows[0]) if rows else [column.name for column in TABLES[table].columns]
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def put(row: int, **cells: str) -> Callable[[list[Row]], None]:
    """Put cells into a row; rows are counted as a spreadsheet does, the header being 1."""
    return lambda rows: rows[row - 2].update(cells)


def zipped(pack: Path, inside: str = "") -> Path:
    """Pack a folder's files into a .zip beside it, in a folder of that name if one is given."""
    path = pack.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(pack.rglob("*")):
            archive.write(file, f"{inside}{file.relative_to(pack).as_posix()}")
    return path
