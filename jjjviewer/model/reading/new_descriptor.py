"""A descriptor for a folder of tables that has none."""

import json
from collections.abc import Iterable
from pathlib import Path

from jjjviewer.model.schema import DESCRIPTOR, FORMAT, TABLES


def write_descriptor(folder: Path, title: str, date: str, citation: str) -> None:
    """Write into a folder of tables what they were made from, by which it becomes a pack.

    Args:
        folder: of the tables.
        title, citation: of the source.
        date: as 2022-10-21, or nothing.

    Raises:
        OSError: it can't be written, or is there already.
    """
    names = {each.name.casefold(): each.name for each in folder.iterdir()}
    descriptor = {
        "profile": "data-package",
        "title": title,
        "resources": [
            {"name": table.name, "path": names[table.file]}
            for table in TABLES.values()
            if table.file in names
        ],
        "jjjviewer": {"format": FORMAT, "title": title, "date": date, "citation": citation},
    }
    text = json.dumps(descriptor, ensure_ascii=False, indent=2)
    with (folder / DESCRIPTOR).open("x", encoding="utf-8", newline="\n") as file:
        file.write(f"{text}\n")


def holds_tables(names: Iterable[str]) -> bool:
    """Return whether a folder of files of some names is a pack but for its descriptor."""
    files = {name.casefold() for name in names}
    return all(table.file in files for table in TABLES.values() if not table.optional)
