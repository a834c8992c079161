"""Read and validate a pack into columns of text, which tree and frames are made of."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from pathlib import Path

from jjjviewer.model.columns import Columns, RowNumbers, row_count
from jjjviewer.model.errors import MissingFileError, PackError, Problem
from jjjviewer.model.json_types import JsonObject
from jjjviewer.model.limits import LARGEST_PACK, MOST_PROBLEMS, MOST_ROWS
from jjjviewer.model.reading.descriptor import (
    Source,
    format_of,
    read_descriptor,
    source_of,
)
from jjjviewer.model.reading.dialect import Dialect, dialects_of, placed_tables
from jjjviewer.model.reading.file_errors import too_large
from jjjviewer.model.reading.notes import Notes
from jjjviewer.model.reading.pack_folder import Folder, open_folder
from jjjviewer.model.reading.placed import PlacedFolder
from jjjviewer.model.reading.table_reading import ReportProgress, read_columns
from jjjviewer.model.schema import TABLES, Table, tables_in
from jjjviewer.model.validation.rules import (
    errors_between_tables,
    errors_of_column,
    stray_last_row,
    swapped_coordinates,
)

_READING = 0.5
"""The share of the time that reading takes; validation takes the rest."""


@dataclass(frozen=True)
class Tables:
    """The tables of a pack as text, until the tree and the frames are made of them."""

    path: Path
    source: Source
    columns: dict[str, Columns]
    """Of every table of the schema, by its name."""
    descriptor: JsonObject = field(repr=False)
    """`datapackage.json` as it was read."""
    notes: tuple[Problem, ...] = ()
    """What was read though it is written in another way."""
    named: Callable[[Problem], Problem] = field(default=lambda problem: problem, repr=False)
    """Returns a warning with the names and rows that the tables have where they lie."""


def read_tables(path: Path, report: ReportProgress = lambda done: None) -> Tables:
    """Read a pack from a folder, a .zip or a workbook.

    Args:
        path: the folder, the .zip, the workbook, or the folder's `datapackage.json`.
        report: called now and then with the share that is done, from 0 to 1; it may raise to stop.

    Raises:
        PackError: it isn't a pack, or breaks a rule of the format; with all that is wrong.
    """
    notes = Notes()
    folder = open_folder(path, notes)
    try:
        descriptor = read_descriptor(folder)
        if paths := placed_tables(descriptor.get("resources")):
            folder = PlacedFolder(folder, paths, notes)
        return _read(path, folder, descriptor, notes, report)
    except PackError as error:
        raise type(error)(*map(folder.named, error.problems)) from None


def _read(
    path: Path, folder: Folder, descriptor: JsonObject, notes: Notes, report: ReportProgress
) -> Tables:
    source = source_of(descriptor)
    schema = tables_in(format_of(descriptor))
    dialects = dialects_of(descriptor.get("resources"))
    columns, problems = _read_all(folder, schema, dialects, notes, report)
    found = chain(problems, _errors(columns, schema, report))
    if errors := tuple(islice(found, MOST_PROBLEMS)):
        raise PackError(*_in_reading_order(errors))
    report(1)
    said = tuple(map(folder.named, notes.problems()))
    rows = {TABLES[name].file: each.rows for name, each in columns.items()}
    return Tables(path, source, columns, descriptor, said, partial(_named, folder, rows))


def _named(folder: Folder, rows: Mapping[str, RowNumbers], problem: Problem) -> Problem:
    """Return a warning, of which rows are numbered without empty ones, as it is said."""
    if problem.row is not None:
        number = rows[problem.file].number(problem.row - 2)
        problem = problem._replace(row=number)
    return folder.named(problem)


def _in_reading_order(problems: Sequence[Problem]) -> list[Problem]:
    """Order problems by row, as people mend them; they are found column by column."""
    files = {file: at for at, file in enumerate(dict.fromkeys(each.file for each in problems))}
    return sorted(problems, key=lambda each: (files[each.file], each.row or 0))


def _read_all(
    folder: Folder,
    schema: dict[str, Table],
    dialects: Mapping[str, Dialect],
    notes: Notes,
    report: ReportProgress,
) -> tuple[dict[str, Columns], list[Problem]]:
    """Return the tables that could be read, and what is wrong with the others.

    An optional table that is missing is empty.
    """
    sizes, problems = _sizes(folder, schema)
    columns: dict[str, Columns] = {}
    total = max(1, sum(sizes.values()))
    if total > LARGEST_PACK:
        raise PackError(too_large("its tables together"))
    before = 0
    for table, size in sizes.items():

        def report_part(done: float, before: int = before, size: int = size) -> None:
            report(_READING * (before + size * done) / total)

        try:
            dialect = dialects.get(table.name, Dialect())
            columns[table.name] = read_columns(folder, table, dialect, notes, report_part)
        except PackError as error:
            problems += error.problems
        before += size
        report_part(1)
    for name, table in TABLES.items():
        if table.optional:
            columns.setdefault(name, Columns({column.name: [] for column in table.columns}))
    if sum(map(row_count, columns.values())) > MOST_ROWS:
        message = f"more than {MOST_ROWS:,} rows in all. Split the pack."
        raise PackError(Problem(message, "its tables together"))
    return columns, problems


def _sizes(folder: Folder, schema: dict[str, Table]) -> tuple[dict[Table, int], list[Problem]]:
    """Return the size of each table, in bytes, and why others can't be read."""
    sizes: dict[Table, int] = {}
    problems: list[Problem] = []
    for table in schema.values():
        try:
            sizes[table] = folder.size(table.file)
        except MissingFileError as error:
            problems += () if table.optional else error.problems
        except PackError as error:
            problems += error.problems
    return sizes, problems


def _errors(
    tables: dict[str, Columns], schema: dict[str, Table], report: ReportProgress
) -> Iterator[Problem]:
    stray = [
        problem
        for name, table in schema.items()
        if name in tables and (problem := stray_last_row(table, tables[name]))
    ]
    yield from stray
    places = {(problem.file, problem.row) for problem in stray}
    for problem in _faults(tables, schema, report):
        if (problem.file, problem.row) not in places:
            yield problem


def _faults(
    tables: dict[str, Columns], schema: dict[str, Table], report: ReportProgress
) -> Iterator[Problem]:
    swapped = swapped_coordinates(tables)
    if swapped:
        yield swapped
    columns = [(table, column) for table in schema.values() for column in table.columns]
    for at, (table, column) in enumerate(columns):
        report(_READING + (1 - _READING) * at / len(columns))
        if swapped and column.name in ("lat", "lon"):
            continue
        if table.name in tables:
            yield from errors_of_column(table, column, tables[table.name])
    yield from errors_between_tables(tables)
