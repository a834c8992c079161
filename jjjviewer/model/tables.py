"""A pack read and checked, its tables still rows of text: all that the tree needs."""

from dataclasses import dataclass
from pathlib import Path

from jjjviewer.model.checks import check
from jjjviewer.model.files import Row, Source, open_folder, read_rows, read_source
from jjjviewer.model.schema import TABLES


@dataclass(frozen=True)
class Tables:
    """The rows of every table of the schema, by its name."""

    path: Path
    source: Source
    rows: dict[str, list[Row]]


def read_tables(path: Path) -> Tables:
    """Read a pack from a folder or a .zip.

    Raises:
        PackError: it isn't a pack, or breaks a rule of the format.
    """
    folder = open_folder(path)
    source = read_source(folder)
    rows = {name: read_rows(folder, table) for name, table in TABLES.items()}
    check(rows)
    return Tables(path, source, rows)
