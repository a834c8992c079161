"""What is doubtful about a pack: rules that it may break and still be shown, with a mark."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from jjjviewer.model.cells import READ
from jjjviewer.model.columns import AllColumns, chunks
from jjjviewer.model.errors import Problem
from jjjviewer.model.index import RECORDS
from jjjviewer.model.number_parsing import is_plain, qualifier, readings, reads_as
from jjjviewer.model.schema import TABLES
from jjjviewer.model.validation import missing_references

Doubt = tuple[str, str]
"""The column it is about, and what is doubtful."""

_ROUNDING = 1e-9
"""Of a total: what adding numbers with decimals may be off by."""
_Cells = Sequence[Sequence[str]]
"""The cells of some columns."""


class _Rule(NamedTuple):
    """A rule on some cells of a row, given in the order of their columns.

    Attributes:
        columns: their names.
        doubts: says of the cells of one row what is doubtful about them.
        suspects: says which rows have to be looked at, where the columns have more to say than
            could be gone through once for all rows.
    """

    columns: tuple[str, ...]
    doubts: Callable[..., Iterator[Doubt]]
    suspects: Callable[[_Cells], Iterable[int]] | None = None


def warnings_of(tables: AllColumns, said_on: str) -> Iterator[Problem]:
    """Yield what is doubtful about rows in which there is no error.

    Args:
        tables: columns of all tables.
        said_on: the date of the interview, as 2022-10-21, or nothing.
    """
    factors = _factors(tables)
    unclear = _Rule(("certainty", "note"), _unclear_without_note)
    figure_rules = (
        _Rule(("printed", "value", "value_high"), _value_as_printed, _not_as_it_stands),
        _Rule(("printed", "qualifier"), _qualifier_as_printed, _otherwise_qualified),
        _Rule(
            ("quantity_kind", "unit_id", "value", "value_high"),
            lambda _, unit, *values: _share(factors[unit], *values),
            _shares,
        ),
        _Rule(
            ("status", "period_start", "period_end"),
            lambda *cells: _period(*cells, said_on=said_on),
        ),
        unclear,
        _Rule(("chartable", "unit_id"), _without_unit),
    )
    for rule in figure_rules:
        yield from _broken(rule, "figures", tables)
    yield from _broken(unclear, "statements", tables)
    yield from _parts_over_total(tables, factors)
    yield from _paragraphs(tables)


def _factors(tables: AllColumns) -> dict[str, float]:
    """Return the factor of each unit to its base unit; 1 for no unit."""
    units = tables["units"]
    return {"": 1.0, **dict(zip(units["unit_id"], map(float, units["factor"]), strict=True))}


def _broken(rule: _Rule, table: str, tables: AllColumns) -> Iterator[Problem]:
    columns = [tables[table][name] for name in rule.columns]
    find = rule.suspects or partial(_with_doubtful_cells, rule.doubts)
    for at in find(columns):
        for column, message in rule.doubts(*(cells[at] for cells in columns)):
            yield _warning(tables, table, at + 2, column, message)


def _with_doubtful_cells(doubts: Callable[..., Iterator[Doubt]], columns: _Cells) -> Iterable[int]:
    """Return the rows with doubtful cells; equal combinations of cells are checked once."""
    known: dict[tuple[str, ...], bool] = {}
    for at, cells in enumerate(zip(*columns, strict=True)):
        if cells not in known:
            known[cells] = any(doubts(*cells))
        if known[cells]:
            yield at


def _warning(tables: AllColumns, table: str, number: int, column: str, message: str) -> Problem:
    value = tables[table][column][number - 2]
    return Problem(message, TABLES[table].file, number, column, value, "warning")


def _value_as_printed(printed: str, value: str, high: str) -> Iterator[Doubt]:
    found = readings(printed)
    if not found:
        yield "printed", f"no number can be read in '{printed}'. Check value by eye."
        return
    for column, cell in (("value", value), ("value_high", high)):
        if cell and not reads_as(printed, float(cell)):
            read = " or ".join(f"{each:,.12g}" for each in dict.fromkeys(found))
            says = f"{float(cell):,.12g}"
            yield column, f"'{printed}' reads as {read} but {column} says {says}. Mend one."


def _not_as_it_stands(columns: _Cells) -> Iterable[int]:
    """Return the rows whose value is not simply the printed number, without parsing it."""
    plain = _Known(_begins_with_the_only_number)
    for start, (printed, *others) in chunks(*columns):
        rows = zip(_shapes(printed), printed, *others, strict=True)
        yield from [
            at
            for at, (shape, text, value, high) in enumerate(rows, start)
            if high or not plain[shape] or text.partition(" ")[0].replace(",", "") != value
        ]


def _begins_with_the_only_number(printed: str) -> bool:
    """Whether nothing follows a plain number that changes it: no scale, no other number."""
    number, _, rest = printed.partition(" ")
    return is_plain(number) and readings(f"1 {rest}") == [1]


def _qualifier_as_printed(printed: str, stated: str) -> Iterator[Doubt]:
    said = qualifier(printed)
    if said and said != stated:
        yield "qualifier", f"'{printed}' reads as {said} but qualifier says {stated}. Mend one."


def _otherwise_qualified(columns: _Cells) -> Iterable[int]:
    """Return the rows printed with another qualifier than is stated."""
    said = _Known(qualifier)
    for start, (printed, qualifiers) in chunks(*columns):
        shapes = _shapes(printed)
        if not any(said[shape] for shape in set(shapes)):
            continue
        rows = zip(shapes, qualifiers, strict=True)
        yield from [
            at for at, (shape, stated) in enumerate(rows, start) if said[shape] not in ("", stated)
        ]


class _Known(dict[str, Any]):
    """The answers to a question, each found when it is first asked."""

    def __init__(self, answer: Callable[[str], object]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, text: str) -> object:
        answer = self[text] = self._answer(text)
        return answer


_SHAPE = str.maketrans("123456789", "000000000")
_BETWEEN = "\0"
"""What no cell holds."""


def _shapes(printed: Sequence[str]) -> list[str]:
    """Replace every digit with 0: there are many numbers, but few phrases around them."""
    return _BETWEEN.join(printed).translate(_SHAPE).split(_BETWEEN)


def _shares(columns: _Cells) -> Iterable[int]:
    """Return the rows of shares, given the kinds of quantities first."""
    return (at for at, kind in enumerate(columns[0]) if kind == "share")


def _share(factor: float, value: str, high: str) -> Iterator[Doubt]:
    for column, cell in (("value", value), ("value_high", high)):
        if cell and not 0 <= float(cell) * factor <= 100:
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


def _parts_over_total(tables: AllColumns, factors: dict[str, float]) -> Iterator[Problem]:
    parts: dict[str, set[str]] = defaultdict(set)
    relations = tables["figure_relations"]
    ends = zip(relations["from_id"], relations["to_id"], strict=True)
    for (part, total), kind in zip(ends, relations["kind"], strict=True):
        if kind == "part_of":
            parts[total].add(part)
    if not parts:
        return
    figures = tables["figures"]
    at = {id_: row for row, id_ in enumerate(figures["figure_id"])}

    def in_base_unit(figure_id: str) -> float:
        row = at[figure_id]
        return float(figures["value"][row]) * factors[figures["unit_id"][row]]

    for total, those in parts.items():
        whole, added = in_base_unit(total), sum(map(in_base_unit, those))
        if added > whole + _ROUNDING * abs(whole):
            message = (
                f"the parts of '{total}' add up to {added:,.12g}, more than its {whole:,.12g}. "
                "Mend the values or the relations."
            )
            yield _warning(tables, "figures", at[total] + 2, "value", message)


def _paragraphs(tables: AllColumns) -> Iterator[Problem]:
    """Yield what stands in no known paragraph, or in that of another speaker."""
    for table in TABLES.values():
        for column in table.columns:
            if column.doubtful:
                for problem in missing_references(table, column, tables):
                    yield problem._replace(severity="warning")
    paragraphs = tables["paragraphs"]
    belongs = dict(zip(paragraphs["paragraph"], paragraphs["speaker_id"], strict=True))

    def of_another(number: str, speaker: str) -> Iterator[Doubt]:
        whose = belongs.get(number, speaker)
        if whose != speaker:
            yield (
                "paragraph",
                f"paragraph {number} belongs to {whose or 'no speaker'}, "
                f"not to {speaker or 'no speaker'}. Mend one.",
            )

    rule = _Rule(("paragraph", "speaker_id"), of_another)
    for name in RECORDS:
        yield from _broken(rule, name, tables)
