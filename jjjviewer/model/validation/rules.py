"""The rules a pack must keep, checked on its text before anything is built on it."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import combinations

from jjjviewer.model.columns import AllColumns, Columns, RowNumbers, distinct
from jjjviewer.model.errors import Problem
from jjjviewer.model.limits import MOST_LEVELS
from jjjviewer.model.reading.cells import fault, is_number, plainly_valid
from jjjviewer.model.schema import TABLES, Column, Table
from jjjviewer.model.validation.references import missing_references
from jjjviewer.model.visible import shown

_CHOSEN = ("regions", "speakers", "themes", "entities", "figures", "links")
"""The tables of what is chosen by its id alone, which must not stand for two things."""
_MANY = 4
"""Rows of which all are hardly mistyped by themselves."""
_FEW = 2
"""Cells that a row of totals or a comment fills."""
_MOST_LAT, _MOST_LON = 90, 180
_SAME = {
    ("regions", "entities"): ("place", "that region"),
    ("speakers", "entities"): ("person", "that speaker"),
}
"""Of which type the second is that may have the id of the first, for it is the same thing."""


def errors_of_column(table: Table, column: Column, columns: Columns) -> Iterator[Problem]:
    """Yield what is wrong with the cells of a column, each taken by itself."""
    cells, rows = columns[column.name], columns.rows
    different = distinct(cells)
    is_valid = plainly_valid(column)
    suspects = {text for text in different if not is_valid(text)}
    if not suspects and not (column.unique and len(different) < len(cells)):
        return
    faults: dict[str, str] = {}
    if len(cells) >= _MANY and different == suspects and all(map(partial(fault, column), suspects)):
        message = f"{fault(column, cells[0])} None of the {len(cells):,} rows is right:"
        if different == {""}:
            message = (
                f"{column.name} is empty. Fill it in, in all {len(cells):,} rows. If a workbook "
                "shows something there, save it in a spreadsheet, which computes its formulas. Or"
            )
        message += f" is the heading {column.name} in row 1 that of another column?"
        yield Problem(message, table.file, 1, column.name, cells[0])
        return
    seen: dict[str, int] = {}
    for at, text in enumerate(cells):
        if text in suspects and text not in faults:
            faults[text] = fault(column, text)
        message = faults.get(text, "")
        if not message and column.unique and seen.setdefault(text, at) != at:
            message = (
                f"{column.name} '{shown(text)}' already stands in row {rows.number(seen[text])}. "
                "Give each row its own, or delete one of the two."
            )
        if message:
            yield Problem(message, table.file, rows.number(at), column.name, text)


def stray_last_row(table: Table, cells: Columns) -> Problem | None:
    """Return what is wrong with a last row of a total or a comment, which is none of the table."""
    if len(cells[table.key.name]) < _MANY:
        return None
    filled = [column[-1] for column in cells.values() if column[-1]]
    lacking = [
        column.name for column in table.columns if column.required and not cells[column.name][-1]
    ]
    # Of a column that is empty further up, that is said.
    if len(filled) > _FEW or not lacking or not all(cells[name][-2] for name in lacking):
        return None
    message = (
        f"'{shown(filled[0])}' stands nearly alone in the last row. "
        f"Delete the row, if it is a total or a comment; else fill in {', '.join(lacking)}."
    )
    row = cells.rows.number(len(cells[table.key.name]) - 1)
    return Problem(message, table.file, row, lacking[0], "")


def errors_between_tables(tables: AllColumns) -> Iterator[Problem]:
    """Yield references to rows that are not there, ids of two things, and rows within themselves.

    Tables that are missing are left out.
    """
    yield from missing_references(tables)
    for first, second in combinations([name for name in _CHOSEN if name in tables], 2):
        yield from _clashes(TABLES[first], TABLES[second], tables)
    for name in [name for name in ("regions", "entities") if name in tables]:
        table, columns = TABLES[name], tables[name]
        pairs = list(zip(columns[table.key.name], columns["parent_id"], strict=True))
        loops = [*_loops(table, "parent_id", pairs, columns.rows, "lies within itself")]
        yield from loops or _too_deep(table, dict(pairs), columns.rows)
    if relations := tables.get("figure_relations"):
        ends = zip(relations["from_id"], relations["to_id"], strict=True)
        parts = (
            pair if kind == "part_of" else ("", "")
            for pair, kind in zip(ends, relations["kind"], strict=True)
        )
        table = TABLES["figure_relations"]
        yield from _loops(table, "to_id", parts, relations.rows, "is a part of itself")


def _swapped(cells: Columns) -> int | None:
    """Return where the first latitude is none, if latitudes and longitudes of all are swapped."""
    pairs = [
        (at, float(lat), float(lon))
        for at, (lat, lon) in enumerate(zip(cells["lat"], cells["lon"], strict=True))
        if is_number(lat) and is_number(lon)
    ]
    if all(abs(lat) <= _MOST_LON and abs(lon) <= _MOST_LAT for _, lat, lon in pairs):
        return next((at for at, lat, _ in pairs if abs(lat) > _MOST_LAT), None)
    return None


def swapped_coordinates(tables: AllColumns) -> Problem | None:
    """Return what is wrong where latitudes and longitudes of all places are swapped."""
    entities = tables.get("entities")
    at = _swapped(entities) if entities else None
    if entities is None or at is None:
        return None
    message = (
        "latitudes and longitudes are swapped in the whole table. "
        "Exchange the headings lat and lon in row 1."
    )
    return Problem(message, "entities.csv", entities.rows.number(at), "lat", entities["lat"][at])


def _clashes(first: Table, second: Table, tables: AllColumns) -> Iterator[Problem]:
    """Yield the rows of the second table whose id stands for another thing in the first."""
    ones, others = (tables[table.name][table.key.name] for table in (first, second))
    type_, what = _SAME.get((first.name, second.name), ("", ""))
    unless = f", or, if it is {what}, the type {type_}" if type_ else ""
    few, many = sorted((ones, others), key=len)
    both = set(few).intersection(many) - {""}
    for at, id_ in enumerate(others if both else ()):
        if id_ not in both or (type_ and tables[second.name]["type"][at] == type_):
            continue
        yield Problem(
            f"{second.key.name} '{shown(id_)}' is already the {first.key.name} of {first.file} "
            f"row {tables[first.name].rows.number(ones.index(id_))}. Give it another{unless}.",
            second.file,
            tables[second.name].rows.number(at),
            second.key.name,
            id_,
        )


def _too_deep(table: Table, parents: dict[str, str], rows: RowNumbers) -> Iterator[Problem]:
    """Yield the first row that lies on a lower level than any tree could show."""
    levels = {"": 0}
    for at, start in enumerate(parents):
        path = []
        node = start
        while node not in levels:
            path.append(node)
            node = parents.get(node, "")
        for level, each in enumerate(reversed(path), start=levels[node] + 1):
            levels[each] = level
        if levels[start] > MOST_LEVELS:
            message = (
                f"'{start}' lies {levels[start]} levels deep; at most {MOST_LEVELS} are read. "
                "Let it lie in one further up."
            )
            yield Problem(message, table.file, rows.number(at), "parent_id", parents[start])
            return


def _loops(
    table: Table, column: str, pairs: Iterable[tuple[str, str]], rows: RowNumbers, fault: str
) -> Iterator[Problem]:
    """Yield each row, as a pair of what is below and what is above, that closes a loop."""
    above: dict[str, list[tuple[str, int]]] = {}
    for at, (low, high) in enumerate(pairs):
        if low and high:
            above.setdefault(low, []).append((high, at))
    done: set[str] = set()
    for start in above:
        # Depth first, without recursion: a chain may be as long as the table.
        path = [start]
        inside = {start}
        ways = [iter(above[start])] if start not in done else []
        while ways:
            high, at = next(ways[-1], ("", 0))
            if not high:
                ways.pop()
                done.add(node := path.pop())
                inside.discard(node)
            elif high in inside:
                yield Problem(
                    f"'{high}' {fault}. Mend the {column} of one of the rows.",
                    table.file,
                    rows.number(at),
                    column,
                    high,
                )
            elif high not in done and high in above:
                path.append(high)
                inside.add(high)
                ways.append(iter(above[high]))
