"""The first row of a table: its columns by the names that the format knows."""

import re
from collections.abc import Iterable, Sequence

from jjjviewer.model.errors import PackError, Problem
from jjjviewer.model.reading.meaning import trimmed
from jjjviewer.model.reading.notes import Notes
from jjjviewer.model.schema import DESCRIPTOR, TABLES, Table
from jjjviewer.model.suggestions import SIMILARITY, did_you_mean
from jjjviewer.model.visible import shown

_SLIP = 80
"""Least similarity, in percent, of a name with one of which it is a slip of the pen."""


def read_heading(table: Table, row: Sequence[str], notes: Notes) -> list[str]:
    """Return the names of the columns in the order of a file; of one without a name, nothing.

    Columns that people have added for themselves are among them.

    Raises:
        PackError: with the columns that are missing, nearly named as one that is, or there twice.
    """
    known = {column.name for column in TABLES[table.name].columns}
    names = [_meant(name, known) for name in row]
    while names and not names[-1]:
        names.pop()
    if not any(names):
        wanted = ", ".join(column.name for column in table.columns if not column.optional)
        message = f"empty. Put the headings there: {wanted}."
        raise PackError(Problem(message, table.file, 1))
    if not known.intersection(names):
        raise PackError(Problem(_no_heading(table, names), table.file, 1))
    if other := _other_table(table, names):
        message = f"its columns are those of {other.file}. Put the table {table.name} here."
        raise PackError(Problem(message, table.file, 1))
    if problems := list(_problems(table, names, [*map(trimmed, row)])):
        raise PackError(*problems)
    _note(table, row, names, notes)
    if own := [f"'{shown(name)}'" for name in names if name and name not in known]:
        message = f"what the format does not know is not read: {', '.join(own)}."
        notes.add(message, message, table.file, 1)
    return names


def _meant(name: str, known: set[str]) -> str:
    text = trimmed(name)
    folded = re.sub(r"[\s-]+", "_", text.casefold())
    return folded if folded in known else text


def _note(table: Table, row: Sequence[str], names: list[str], notes: Notes) -> None:
    if "" in names[1:] or len(row) > len(names):
        notes.add("columns", "empty columns without a heading are left out.", table.file, 1)
    for name, meant in zip(row, names, strict=False):
        if name != meant and trimmed(name) == meant:
            notes.add("spaces", "spaces round cells are not read as part of them.", table.file, 1)
        elif name != meant:
            message = f"the heading '{shown(name)}' is read as '{meant}'."
            notes.add("headings", message, table.file, 1, meant)


def _no_heading(table: Table, names: list[str]) -> str:
    wanted = [column.name for column in table.columns if not column.optional]
    if other := _other_table(table, names):
        return f"its columns are those of {other.file}. Put the table {table.name} here."
    sign = names[0][:1]
    if names[0].strip(sign) in wanted:
        return f"the cells are in {sign} signs. Save it with double quotes round cells, or none."
    behind = re.match(rf"{wanted[0]}(\W)", names[0])
    if behind and behind[1] == ",":
        return "the line above the headings names another separator than theirs. Delete that line."
    if behind:
        return f"'{behind[1]}' separates the cells. Save it with commas between them."
    return (
        f"none of the headings is known, the first is '{shown(names[0])}'. "
        f"Put a row with the names of the columns above the others: {', '.join(wanted)}."
    )


def _other_table(table: Table, names: list[str]) -> Table | None:
    """Return the table that a file seems to be, if another one than it should be."""

    def is_whole(each: Table) -> bool:
        return {column.name for column in each.columns if not column.optional} <= {*names}

    return None if is_whole(table) else next(filter(is_whole, TABLES.values()), None)


def turned(table: Table, below: Iterable[Sequence[str]]) -> PackError | None:
    """Return the error of a table with rows above its headings, or whose columns are its rows.

    Args:
        table: it names the file.
        below: the rows below the first.
    """
    known = {column.name for column in TABLES[table.name].columns}
    second: Sequence[str] = ()
    for number, row in enumerate(below, start=2):
        if len(known.intersection(_meant(name, known) for name in row)) > 1:
            rows = "the row" if number == 2 else "the rows"
            message = f"the headings stand in row {number}. Delete {rows} above them."
            return PackError(Problem(message, table.file, 1))
        second = second or row
    if second and _meant(second[0], known) in known:
        message = (
            "the table lies on its side: names of columns stand one below the other. "
            "Turn it, as by copying it and pasting it transposed."
        )
        return PackError(Problem(message, table.file, 1))
    return None


def _problems(table: Table, names: list[str], row: list[str]) -> list[Problem]:
    wanted = [column.name for column in table.columns]
    later = {column.name for column in TABLES[table.name].columns} - set(wanted)
    remedy = "Add it."
    if "" in row:
        remedy = f"Write it above column {row.index('') + 1}, which has no heading, or add it."
    lacking = [
        _problem(table, column.name, f"is missing. {remedy}")
        for column in table.columns
        if column.name not in names and not column.optional
    ]
    problems = lacking.copy()
    problems += [
        _problem(table, name, "stands there twice. Delete one.")
        for name in wanted
        if names.count(name) > 1
    ]
    for name in filter(None, dict.fromkeys(names)):
        if name in later:
            fault = f"needs version 2 of the format. Write 2 as 'format' in {DESCRIPTOR}."
            problems.append(_problem(table, name, fault))
        elif name not in wanted:
            left = [each for each in wanted if each not in names]
            # Where nothing lacks it is a column of somebody's own, but for a slip of the pen.
            hint = did_you_mean(name, left, SIMILARITY if lacking else _SLIP)
            if lacking and not hint:
                hint = f" Delete it, or give it a name that is not there: {', '.join(left)}."
            if hint:
                problems.append(_problem(table, shown(name), f"is not known.{hint}"))
    return problems


def _problem(table: Table, name: str, fault: str) -> Problem:
    return Problem(f"column '{name}' {fault}", table.file, 1, name)
