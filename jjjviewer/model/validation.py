"""The rules a pack must keep, checked on its rows as text, before anything is built on them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, islice

from jjjviewer.model.cells import are_sound, fault, shown
from jjjviewer.model.errors import Problem
from jjjviewer.model.limits import MOST_LEVELS, MOST_PROBLEMS
from jjjviewer.model.rows import Cells, Rows
from jjjviewer.model.schema import TABLES, Column, Table
from jjjviewer.model.suggestions import did_you_mean

AllRows = Mapping[str, Rows]
"""The rows of tables, by their name."""

_CHOSEN = ("regions", "speakers", "themes", "entities", "figures", "links")
"""The tables of what is chosen by its id alone, which must not stand for two things."""
_SAME = {
    ("regions", "entities"): ("place", "that region"),
    ("speakers", "entities"): ("person", "that speaker"),
}
"""Of which type the second is that may have the id of the first, for it is the same thing."""


def errors_of_column(table: Table, column: Column, rows: Rows) -> Iterator[Problem]:
    """Yield what is wrong with the cells of a column, each taken by itself."""
    cells = rows.cells(column.name)
    faults: dict[str, str] = {}
    if not are_sound(column, cells.values):
        distinct = dict.fromkeys(cells.values)
        faulty = ((text, words) for text in distinct if (words := fault(column, text)))
        faults = dict(islice(faulty, MOST_PROBLEMS))
    if not faults and not (column.unique and len(cells.row_numbers) < len(cells)):
        return
    seen: dict[str, int] = {}
    for number, text in enumerate(cells, start=2):
        words = faults.get(text, "")
        if not words and column.unique and seen.setdefault(text, number) != number:
            words = (
                f"{column.name} '{shown(text)}' already stands in row {seen[text]}. "
                "Give each row its own."
            )
        if words:
            yield Problem(words, table.file, number, column.name, text)


def errors_between_tables(rows: AllRows) -> Iterator[Problem]:
    """Yield references to rows that are not there, ids of two things, and rows within themselves.

    Tables that are missing from `rows` are left out.
    """
    for name in rows:
        for column in TABLES[name].columns:
            if column.refers_to in rows and not column.doubtful:
                yield from missing_references(TABLES[name], column, rows)
    for first, second in combinations([name for name in _CHOSEN if name in rows], 2):
        yield from _clashes(TABLES[first], TABLES[second], rows)
    for name in [name for name in ("regions", "entities") if name in rows]:
        table, cells = TABLES[name], rows[name].cells
        parents = list(zip(cells(table.key.name), cells("parent_id"), strict=True))
        loops = list(_loops(table, "parent_id", parents, "lies within itself"))
        yield from loops or _too_deep(table, dict(parents))
    relations = TABLES["figure_relations"]
    parts = [
        (row["from_id"], row["to_id"]) if row["kind"] == "part_of" else ("", "")
        for row in rows.get(relations.name, ())
    ]
    yield from _loops(relations, "to_id", parts, "is a part of itself")


def missing_references(table: Table, column: Column, rows: AllRows) -> Iterator[Problem]:
    """Yield the cells of a column that name a row which is not in the other table."""
    target = TABLES[column.refers_to]
    keys, cells = rows[target.name].cells(target.key.name), rows[table.name].cells(column.name)
    known = keys.row_numbers if target.key.unique else set(keys.values)
    missing = {text for text in cells.values if text and text not in known}
    if not missing:
        return
    hints: dict[str, str] = {}
    for number, text in enumerate(cells, start=2):
        if text in missing:
            if text not in hints:
                near = did_you_mean(text, known) if target.key.is_id else ""
                hints[text] = near or " Mend it, or add it there."
            yield Problem(
                f"{column.name} '{shown(text)}' is not in {target.file}.{hints[text]}",
                table.file,
                number,
                column.name,
                text,
            )


def _clashes(first: Table, second: Table, rows: AllRows) -> Iterator[Problem]:
    """Yield the rows of the second table whose id stands for another thing in the first."""
    ones, others = (rows[table.name].cells(table.key.name) for table in (first, second))
    type_, what = _SAME.get((first.name, second.name), ("", ""))
    unless = f", or, if it is {what}, the type {type_}" if type_ else ""
    for id_ in _in_both(ones, others):
        at = others.row_numbers[id_]
        if type_ and rows[second.name].cells("type")[at] == type_:
            continue
        yield Problem(
            f"{second.key.name} '{shown(id_)}' is already the {first.key.name} of {first.file} "
            f"row {ones.row_numbers[id_] + 2}. Give it another{unless}.",
            second.file,
            at + 2,
            second.key.name,
            id_,
        )


def _in_both(ones: Cells, others: Cells) -> Iterator[str]:
    # Of a million figures not each is looked up, but each of the other things among them.
    few, many = sorted((ones, others), key=len)
    known = many.row_numbers
    return (id_ for id_ in few.values if id_ and id_ in known)


def _too_deep(table: Table, parents: dict[str, str]) -> Iterator[Problem]:
    """Yield the first row that lies on a lower level than any tree could show."""
    levels = {"": 0}
    for number, start in enumerate(parents, start=2):
        path = []
        node = start
        while node not in levels:
            path.append(node)
            node = parents.get(node, "")
        for level, each in enumerate(reversed(path), start=levels[node] + 1):
            levels[each] = level
        if levels[start] > MOST_LEVELS:
            message = f"'{start}' lies {levels[start]} levels deep; at most {MOST_LEVELS} are read."
            yield Problem(message, table.file, number, "parent_id", parents[start])
            return


def _loops(
    table: Table, column: str, pairs: Iterable[tuple[str, str]], fault: str
) -> Iterator[Problem]:
    """Yield each row, as a pair of what is below and what is above, that closes a loop."""
    above: dict[str, list[tuple[str, int]]] = {}
    for number, (low, high) in enumerate(pairs, start=2):
        if low and high:
            above.setdefault(low, []).append((high, number))
    done: set[str] = set()
    for start in above:
        # Depth first, without recursion: a chain may be as long as the table.
        path = [start]
        inside = {start}
        ways = [iter(above[start])] if start not in done else []
        while ways:
            high, number = next(ways[-1], ("", 0))
            if not high:
                ways.pop()
                done.add(node := path.pop())
                inside.discard(node)
            elif high in inside:
                yield Problem(
                    f"'{high}' {fault}. Mend the {column} of one of the rows.",
                    table.file,
                    number,
                    column,
                    high,
                )
            elif high not in done and high in above:
                path.append(high)
                inside.add(high)
                ways.append(iter(above[high]))
