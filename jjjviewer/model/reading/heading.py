"""The first row of a table: its columns by the names that the format knows."""

import re
from collections.abc import Sequence

from jjjviewer.model.errors import PackError, Problem
from jjjviewer.model.reading.meaning import trimmed
from jjjviewer.model.reading.notes import Notes
from jjjviewer.model.schema import DESCRIPTOR, TABLES, Table
from jjjviewer.model.suggestions import did_you_mean
from jjjviewer.model.visible import shown


def read_heading(table: Table, row: Sequence[str], notes: Notes) -> list[str]:
    """Return the names of the columns in the order of a file; of one without a name, nothing.

    Raises:
        PackError: with the columns that are missing, unknown or there twice.
    """
    known = {column.name for column in TABLES[table.name].columns}
    names = [_meant(name, known) for name in row]
    while names and not names[-1]:
        names.pop()
    if not known.intersection(names) and any(names):
        raise PackError(Problem(_no_heading(table, names), table.file, 1))
    if problems := list(_problems(table, names)):
        raise PackError(*problems)
    _note(table, row, names, notes)
    return names


def _meant(name: str, known: set[str]) -> str:
    text = trimmed(name)
    folded = re.sub(r"[\s-]+", "_", text.casefold())
    return folded if folded in known else text


def _note(table: Table, row: Sequence[str], names: list[str], notes: Notes) -> None:
    if "" in names or len(row) > len(names):
        notes.add("columns", "empty columns without a heading are left out.", table.file, 1)
    for name, meant in zip(row, names, strict=False):
        if name != meant and trimmed(name) == meant:
            notes.add("spaces", "spaces round cells are not read as part of them.", table.file, 1)
        elif name != meant:
            message = f"the heading '{shown(name)}' is read as '{meant}'."
            notes.add("headings", message, table.file, 1, meant)


def _no_heading(table: Table, names: list[str]) -> str:
    wanted = ", ".join(column.name for column in table.columns if not column.optional)
    return (
        f"none of the headings is known, the first is '{shown(names[0])}'. "
        f"Put a row with the names of the columns above the others: {wanted}."
    )


def turned(table: Table, second: Sequence[str]) -> PackError | None:
    """Return the error of a table whose columns are its rows, of which the second is given."""
    known = {column.name for column in TABLES[table.name].columns}
    if second and _meant(second[0], known) in known:
        message = (
            "the table lies on its side: names of columns stand one below the other. "
            "Turn it, as by copying it and pasting it transposed."
        )
        return PackError(Problem(message, table.file, 1))
    return None


def _problems(table: Table, names: list[str]) -> list[Problem]:
    wanted = [column.name for column in table.columns]
    later = {column.name for column in TABLES[table.name].columns} - set(wanted)
    problems = [
        _problem(table, column.name, "is missing. Add it.")
        for column in table.columns
        if column.name not in names and not column.optional
    ]
    problems += [
        _problem(table, name, "stands there twice. Delete one.")
        for name in wanted
        if names.count(name) > 1
    ]
    for name in filter(None, dict.fromkeys(names)):
        if name in later:
            fault = f"needs format 2. Write 2 as 'jjjviewer.format' in {DESCRIPTOR}."
            problems.append(_problem(table, name, fault))
        elif name not in wanted:
            hint = did_you_mean(name, wanted) or f" Known are: {', '.join(wanted)}."
            problems.append(_problem(table, shown(name), f"is not known.{hint}"))
    return problems


def _problem(table: Table, name: str, fault: str) -> Problem:
    return Problem(f"column '{name}' {fault}", table.file, 1, name)
