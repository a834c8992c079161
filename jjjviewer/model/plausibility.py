"""What is doubtful about a pack: rules that it may break and still be shown, with a mark."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from jjjviewer.model.cells import READ
from jjjviewer.model.checks import AllRows, missing_references
from jjjviewer.model.errors import Problem
from jjjviewer.model.printed import is_read_as_it_stands, qualifier, readings, reads_as
from jjjviewer.model.schema import TABLES

Doubt = tuple[str, str]
"""The column it is about, and what is doubtful."""

_RECORDS = ("statements", "figures", "links")
_ROUNDING = 1e-9
"""Of a total: what adding numbers with decimals may be off by."""
_BIT = 10_000
"""Rows that are looked at in one go."""
_MOST_KEPT = 10_000
"""Words about numbers; a pack has few of them, again and again."""


class _Rule(NamedTuple):
    """A rule on some cells of a row, given in the order of their columns."""

    columns: tuple[str, ...]
    doubts: Callable[..., Iterator[Doubt]]


def warnings_of(rows: AllRows, said_on: str) -> Iterator[Problem]:
    """Yield what is doubtful about rows in which there is no error.

    Args:
        rows: of all tables.
        said_on: the date of the interview, as 2022-10-21, or nothing.
    """
    factors = _factors(rows)
    unclear = _Rule(("certainty", "note"), _unclear_without_note)
    figure_rules = (
        _Rule(("printed", "value", "value_high"), _value_as_printed),
        _Rule(("printed", "qualifier"), _qualifier_as_printed),
        _Rule(
            ("quantity_kind", "unit_id", "value", "value_high"),
            lambda kind, unit, *values: _share(kind, factors[unit], *values),
        ),
        _Rule(
            ("status", "period_start", "period_end"),
            lambda *cells: _period(*cells, said_on=said_on),
        ),
        unclear,
        _Rule(("chartable", "unit_id"), _without_unit),
    )
    for rule in figure_rules:
        yield from _broken(rule, "figures", rows)
    yield from _broken(unclear, "statements", rows)
    yield from _parts_over_total(rows, factors)
    yield from _paragraphs(rows)


def _factors(rows: AllRows) -> dict[str, float]:
    """What a value in a unit is multiplied by to be in the base unit; 1 for no unit."""
    units = rows["units"]
    factors = zip(units.column("unit_id"), units.column("factor"), strict=True)
    return {"": 1.0} | {unit: float(factor) for unit, factor in factors}


def _broken(rule: _Rule, table: str, rows: AllRows) -> Iterator[Problem]:
    columns = [rows[table].column(name) for name in rule.columns]
    # What several rows have in common is looked at once.
    distinct: set[tuple[str, ...]] = set()
    every = zip(*columns, strict=True)
    # Bit by bit, for all threads wait for each bit.
    while some := list(islice(every, _BIT)):
        distinct.update(some)
    doubtful = {cells: found for cells in distinct if (found := tuple(rule.doubts(*cells)))}
    if not doubtful:
        return
    for number, cells in enumerate(zip(*columns, strict=True), start=2):
        for column, message in doubtful.get(cells, ()):
            yield _warning(rows, table, number, column, message)


def _warning(rows: AllRows, table: str, number: int, column: str, message: str) -> Problem:
    value = rows[table].column(column)[number - 2]
    return Problem(message, TABLES[table].file, number, column, value, "warning")


def _value_as_printed(printed: str, value: str, high: str) -> Iterator[Doubt]:
    number, _, rest = printed.partition(" ")
    if not high and is_read_as_it_stands(number, value) and _adds_nothing(rest):
        return
    if not readings(printed):
        yield "printed", f"no number can be read in '{printed}'. Check value by eye."
        return
    for column, cell in (("value", value), ("value_high", high)):
        if cell and not reads_as(printed, float(cell)):
            read = " or ".join(f"{each:,.12g}" for each in dict.fromkeys(readings(printed)))
            says = f"{float(cell):,.12g}"
            yield column, f"'{printed}' reads as {read} but {column} says {says}. Mend one."


@lru_cache(_MOST_KEPT)
def _adds_nothing(words: str) -> bool:
    """Whether words after a number leave it as it is: no scale, no other number."""
    return readings(f"1 {words}") == [1]


# What is said of a number is the same for all numbers, of which there are many more than words.
_qualifier = lru_cache(_MOST_KEPT)(qualifier)
_ANY_NUMBER = str.maketrans("123456789", "000000000")


def _qualifier_as_printed(printed: str, stated: str) -> Iterator[Doubt]:
    said = _qualifier(printed.translate(_ANY_NUMBER))
    if said and said != stated:
        yield "qualifier", f"'{printed}' reads as {said} but qualifier says {stated}. Mend one."


def _share(kind: str, factor: float, value: str, high: str) -> Iterator[Doubt]:
    for column, cell in (("value", value), ("value_high", high)):
        if kind == "share" and cell and not 0 <= float(cell) * factor <= 100:
            yield column, f"a share of {cell} does not lie between 0 and 100. Mend {column}."


def _period(status: str, start: str, end: str, *, said_on: str) -> Iterator[Doubt]:
    # Dates written as 2022-10-21 are in the order of their letters.
    if start and end and end < start:
        yield "period_end", f"the period ends on {end}, before it starts on {start}. Mend one."
    elif status == "achieved" and said_on and max(start, end) > said_on:
        yield (
            "status",
            f"achieved by {max(start, end)}, which is after the interview of {said_on}. "
            "Mend the period or the status.",
        )


def _unclear_without_note(certainty: str, note: str) -> Iterator[Doubt]:
    if certainty in ("ambiguous", "garbled") and not note.strip():
        yield "note", f"{certainty} without a note. Say in note what is unclear."


def _without_unit(chartable: str, unit: str) -> Iterator[Doubt]:
    if READ["boolean"](chartable) and not unit:
        yield "unit_id", "chartable without a unit. Name its unit, or set chartable to false."


def _parts_over_total(rows: AllRows, factors: dict[str, float]) -> Iterator[Problem]:
    parts: dict[str, set[str]] = defaultdict(set)
    for relation in rows["figure_relations"]:
        if relation["kind"] == "part_of":
            parts[relation["to_id"]].add(relation["from_id"])
    if not parts:
        return
    at = {id_: row for row, id_ in enumerate(rows["figures"].column("figure_id"))}

    def in_base_unit(figure_id: str) -> float:
        figure = rows["figures"][at[figure_id]]
        return float(figure["value"]) * factors[figure["unit_id"]]

    for total, those in parts.items():
        whole, added = in_base_unit(total), sum(map(in_base_unit, those))
        if added > whole + _ROUNDING * abs(whole):
            message = (
                f"the parts of '{total}' add up to {added:,.12g}, more than its {whole:,.12g}. "
                "Mend the values or the relations."
            )
            yield _warning(rows, "figures", at[total] + 2, "value", message)


def _paragraphs(rows: AllRows) -> Iterator[Problem]:
    """Yield what stands in no known paragraph, or in that of another speaker."""
    for table in TABLES.values():
        for column in table.columns:
            if column.doubtful:
                for problem in missing_references(table, column, rows):
                    yield problem._replace(severity="warning")
    paragraphs = rows["paragraphs"]
    numbers, speakers = paragraphs.column("paragraph"), paragraphs.column("speaker_id")
    belongs = dict(zip(numbers, speakers, strict=True))

    def of_another(number: str, speaker: str) -> Iterator[Doubt]:
        whose = belongs.get(number, speaker)
        if whose != speaker:
            yield (
                "paragraph",
                f"paragraph {number} belongs to {whose or 'no speaker'}, "
                f"not to {speaker or 'no speaker'}. Mend one.",
            )

    rule = _Rule(("paragraph", "speaker_id"), of_another)
    for name in _RECORDS:
        yield from _broken(rule, name, rows)
