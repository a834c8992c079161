"""What is doubtful about a pack: rules that it may break and still be shown, with a mark."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from jjjviewer.model.checks import AllRows, missing_references
from jjjviewer.model.errors import Problem
from jjjviewer.model.printed import qualifier, readings, reads_as
from jjjviewer.model.rows import Row
from jjjviewer.model.schema import TABLES

Doubt = tuple[str, str]
"""The column it is about, and what is doubtful."""

_RECORDS = ("statements", "figures", "links")
_ROUNDING = 1e-9
"""Of a total: what adding numbers with decimals may be off by."""


def warnings_of(rows: AllRows, said_on: str) -> Iterator[Problem]:
    """Yield what is doubtful about rows in which there is no error.

    Args:
        rows: of all tables.
        said_on: the date of the interview, as 2022-10-21, or nothing.
    """
    units = {row["unit_id"]: row for row in rows["units"]}
    rules: tuple[Callable[[Row], Iterator[Doubt]], ...] = (
        _value_as_printed,
        _qualifier_as_printed,
        lambda row: _share(row, units),
        lambda row: _period(row, said_on),
        _unclear_without_note,
        _without_unit,
    )
    for number, row in enumerate(rows["figures"], start=2):
        for rule in rules:
            for column, message in rule(row):
                yield _warning("figures", number, row, column, message)
    for number, row in enumerate(rows["statements"], start=2):
        for column, message in _unclear_without_note(row):
            yield _warning("statements", number, row, column, message)
    yield from _parts_over_total(rows, units)
    yield from _paragraphs(rows)


def _warning(table: str, number: int, row: Row, column: str, message: str) -> Problem:
    return Problem(message, TABLES[table].file, number, column, row[column], "warning")


def _value_as_printed(row: Row) -> Iterator[Doubt]:
    printed = row["printed"]
    if not readings(printed):
        yield "printed", f"no number can be read in '{printed}'. Check value by eye."
        return
    for column in ("value", "value_high"):
        if row[column] and not reads_as(printed, float(row[column])):
            read = " or ".join(f"{each:,.12g}" for each in dict.fromkeys(readings(printed)))
            says = f"{float(row[column]):,.12g}"
            yield column, f"'{printed}' reads as {read} but {column} says {says}. Mend one."


def _qualifier_as_printed(row: Row) -> Iterator[Doubt]:
    said = qualifier(row["printed"])
    if said and said != row["qualifier"]:
        yield (
            "qualifier",
            f"'{row['printed']}' reads as {said} but qualifier says {row['qualifier']}. Mend one.",
        )


def _share(row: Row, units: dict[str, Row]) -> Iterator[Doubt]:
    if row["quantity_kind"] != "share":
        return
    for column in ("value", "value_high"):
        if row[column] and not 0 <= _in_base_unit(row, units, column) <= 100:
            yield column, f"a share of {row[column]} does not lie between 0 and 100. Mend {column}."


def _in_base_unit(row: Row, units: dict[str, Row], column: str = "value") -> float:
    unit = units.get(row["unit_id"])
    return float(row[column]) * (float(unit["factor"]) if unit else 1)


def _period(row: Row, said_on: str) -> Iterator[Doubt]:
    start, end = row["period_start"], row["period_end"]
    # Dates written as 2022-10-21 are in the order of their letters.
    if start and end and end < start:
        yield "period_end", f"the period ends on {end}, before it starts on {start}. Mend one."
    elif row["status"] == "achieved" and said_on and max(start, end) > said_on:
        yield (
            "status",
            f"achieved by {max(start, end)}, which is after the interview of {said_on}. "
            "Mend the period or the status.",
        )


def _unclear_without_note(row: Row) -> Iterator[Doubt]:
    if row["certainty"] in ("ambiguous", "garbled") and not row["note"].strip():
        yield "note", f"{row['certainty']} without a note. Say in note what is unclear."


def _without_unit(row: Row) -> Iterator[Doubt]:
    if row["chartable"] == "true" and not row["unit_id"]:
        yield "unit_id", "chartable without a unit. Name its unit, or set chartable to false."


def _parts_over_total(rows: AllRows, units: dict[str, Row]) -> Iterator[Problem]:
    figures = {row["figure_id"]: (at, row) for at, row in enumerate(rows["figures"], start=2)}
    parts: dict[str, set[str]] = defaultdict(set)
    for relation in rows["figure_relations"]:
        if relation["kind"] == "part_of":
            parts[relation["to_id"]].add(relation["from_id"])
    for total_id, part_ids in parts.items():
        number, total = figures[total_id]
        whole = _in_base_unit(total, units)
        added = sum(_in_base_unit(figures[part][1], units) for part in part_ids)
        if added > whole + _ROUNDING * abs(whole):
            message = (
                f"the parts of '{total_id}' add up to {added:,.12g}, "
                f"more than its {whole:,.12g}. Mend the values or the relations."
            )
            yield _warning("figures", number, total, "value", message)


def _paragraphs(rows: AllRows) -> Iterator[Problem]:
    """Yield what stands in no known paragraph, or in that of another speaker."""
    for table in TABLES.values():
        for column in table.columns:
            if column.doubtful:
                for problem in missing_references(table, column, rows):
                    yield replace(problem, severity="warning")
    speakers = {row["paragraph"]: row["speaker_id"] for row in rows["paragraphs"]}
    for name in _RECORDS:
        for number, row in enumerate(rows[name], start=2):
            whose = speakers.get(row["paragraph"], row["speaker_id"])
            if whose != row["speaker_id"]:
                message = (
                    f"paragraph {row['paragraph']} belongs to {whose or 'no speaker'}, "
                    f"not to {row['speaker_id'] or 'no speaker'}. Mend one."
                )
                yield _warning(name, number, row, "paragraph", message)
