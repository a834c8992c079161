"""A pack that is read and checked, its tables columns of text: all that the tree needs."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice
from pathlib import Path

from jjjviewer.model.columns import Columns, row_count
from jjjviewer.model.descriptor import JsonObject, Source, format_of, read_descriptor, source_of
from jjjviewer.model.errors import MissingFileError, PackError, Problem
from jjjviewer.model.limits import LARGEST_PACK, MOST_PROBLEMS, MOST_ROWS
from jjjviewer.model.pack_folder import Folder, open_folder, too_large
from jjjviewer.model.schema import TABLES, Table, tables_in
from jjjviewer.model.table_reading import ReportProgress, read_columns
from jjjviewer.model.validation import errors_between_tables, errors_of_column

Marks = dict[str, dict[int, str]]
"""By file and position of the row (from 0), what is doubtful about it."""
_READING = 0.5
"""The share of the time that reading takes; the rest goes into checking."""


@dataclass(frozen=True)
class Tables:
    """The tables of a pack as text."""

    path: Path
    source: Source
    columns: dict[str, Columns]
    """Of every table of the schema, by its name."""
    descriptor: JsonObject = field(repr=False)
    """`datapackage.json` as it was read."""

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is doubtful about the rows, in their order, as far as it is listed."""
        return self._doubts[0]

    @property
    def marks(self) -> Marks:
        """What is doubtful about each row that is not sound, listed or not."""
        return self._doubts[1]

    @cached_property
    def _doubts(self) -> tuple[tuple[Problem, ...], Marks]:
        """Both, looked for when one is first asked for."""
        # The tree does without it, and is to be seen first.
        from jjjviewer.model.row_warnings import warnings_of

        listed: list[Problem] = []
        marks: Marks = defaultdict(dict)
        for problem in warnings_of(self.columns, self.source.date):
            if len(listed) < MOST_PROBLEMS:
                listed.append(problem)
            if problem.row is not None:
                of_table, at = marks[problem.file], problem.row - 2
                before = of_table.get(at)
                of_table[at] = f"{before} {problem.message}" if before else problem.message
        return tuple(listed), marks


def read_tables(path: Path, report: ReportProgress = lambda done: None) -> Tables:
    """Read a pack from a folder or a .zip.

    Args:
        path: the folder, the .zip, or the folder's `datapackage.json`.
        report: called now and then with the share that is done, from 0 to 1; it may raise to stop.

    Raises:
        PackError: it isn't a pack, or breaks a rule of the format; with all that is wrong.
    """
    folder = open_folder(path)
    descriptor = read_descriptor(folder)
    source = source_of(descriptor)
    schema = tables_in(format_of(descriptor))
    columns, problems = _read_all(folder, schema, report)
    found = chain(problems, _errors(columns, schema, report))
    if errors := tuple(islice(found, MOST_PROBLEMS)):
        raise PackError(*_in_reading_order(errors))
    report(1)
    return Tables(path, source, columns, descriptor)


def _in_reading_order(problems: Sequence[Problem]) -> list[Problem]:
    """They are found column by column, and mended row by row."""
    files = {file: at for at, file in enumerate(dict.fromkeys(each.file for each in problems))}
    return sorted(problems, key=lambda each: (files[each.file], each.row or 0))


def _read_all(
    folder: Folder, schema: dict[str, Table], report: ReportProgress
) -> tuple[dict[str, Columns], list[Problem]]:
    """Return the tables that could be read, and what is wrong with the others.

    What is optional and not there is empty.
    """
    sizes: dict[Table, int] = {}
    columns: dict[str, Columns] = {}
    problems: list[Problem] = []
    for table in schema.values():
        try:
            sizes[table] = folder.size(table.file)
        except MissingFileError as error:
            problems += () if table.optional else error.problems
        except PackError as error:
            problems += error.problems
    total = max(1, sum(sizes.values()))
    if total > LARGEST_PACK:
        raise PackError(too_large("its tables together"))
    before = 0
    for table, size in sizes.items():

        def report_part(done: float, before: int = before, size: int = size) -> None:
            report(_READING * (before + size * done) / total)

        try:
            columns[table.name] = read_columns(folder, table, report_part)
        except PackError as error:
            problems += error.problems
        before += size
        report_part(1)
    for name, table in TABLES.items():
        if table.optional:
            columns.setdefault(name, {column.name: [] for column in table.columns})
    if sum(map(row_count, columns.values())) > MOST_ROWS:
        message = f"more than {MOST_ROWS:,} rows in all. Split the pack."
        raise PackError(Problem(message, "its tables together"))
    return columns, problems


def _errors(
    tables: dict[str, Columns], schema: dict[str, Table], report: ReportProgress
) -> Iterator[Problem]:
    columns = [(table, column) for table in schema.values() for column in table.columns]
    for at, (table, column) in enumerate(columns):
        report(_READING + (1 - _READING) * at / len(columns))
        if table.name in tables:
            yield from errors_of_column(table, column, tables[table.name][column.name])
    yield from errors_between_tables(tables)
