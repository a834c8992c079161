"""What is decided of figures and statements: each returns the changes that it makes."""

from collections.abc import Iterable

from jjjviewer.draft.basis import TYPED
from jjjviewer.draft.measures import measures, words_behind_number
from jjjviewer.draft.records import (
    DROPPED,
    KEPT,
    LATER,
    OPEN,
    Change,
    NewRows,
    Record,
    Records,
    cells_of,
    find,
    ordered,
    whole,
)
from jjjviewer.draft.unit_rows import number_cell, unit_rows
from jjjviewer.draft.wording import sentence_at, summary
from jjjviewer.text.printed import read as read_printed


def text_of(records: Records, record: Record) -> str:
    """Return the paragraph that a record stands in; nothing where the draft has no text."""
    number = record["paragraph"]
    found = (each["text"] for each in records["paragraphs"].values() if each["paragraph"] == number)
    return next(found, "")


def decide(records: Records, rows: Iterable[int], state: str) -> list[Change]:
    """Keep some figures, drop them, or leave them for later.

    A figure that is kept gets the statement of its sentence, which is made if there is none yet; a
    statement that was made for figures goes with the last of them.
    """
    new = NewRows(records)
    decided = {row: records["figures"][row] for row in rows}
    places: dict[tuple[str, int], str] = {}
    for row, figure in decided.items():
        cells = {"state": state}
        if state == KEPT:
            is_there = statement_row(records, figure) is not None
            own = figure["statement_id"] if is_there else _statement(new, figure, places)
            cells["statement_id"] = own
            add_unit(new, figure)
            _keep_place(new, figure)
        new.change("figures", row, cells)
    touched = {each["statement_id"] for each in decided.values()} | {*places.values()}
    return new.changes + settled(records, new.changes, touched - {""})


def _statement(new: NewRows, figure: Record, places: dict[tuple[str, int], str]) -> str:
    """Return the id of the statement that a figure stands in; make it where there is none."""
    records = new.records
    text, start = text_of(records, figure), whole(figure["start"])
    span = sentence_at(text, start)
    place = figure["paragraph"], span.start
    if place not in places:
        for each in records["statements"].values():
            is_here = whole(each["start"]) <= start < whole(each["end"])
            if each["paragraph"] == figure["paragraph"] and is_here:
                places[place] = each["statement_id"]
                break
        else:
            places[place] = _new_statement(new, figure, span.start, span.end)
    return places[place]


def _new_statement(new: NewRows, record: Record, start: int, end: int) -> str:
    number = record["paragraph"]
    id_ = new.numbered_id("statements", f"s{number}-")
    cells = {"statement_id": id_, "certainty": "inferred", "start": str(start), "end": str(end)}
    cells |= {"paragraph": number, "speaker_id": record["speaker_id"]}
    new.add("statements", cells)
    return id_


def _keep_place(new: NewRows, figure: Record) -> None:
    """Keep the place that a figure is about, for it would lead nowhere else."""
    place = figure["place_id"]
    row = find(new.records, "entities", place) if place else None
    if row is not None:
        new.change("entities", row, {"state": KEPT})


def decide_place(records: Records, row: int, state: str) -> list[Change]:
    """Keep a place, drop it or leave it for later; no figure is about one that is dropped."""
    place = records["entities"][row]["entity_id"]
    about = [
        (each, figure)
        for each, figure in records["figures"].items()
        if state == DROPPED and figure["place_id"] == place
    ]
    changes = [Change("figures", each, {"place_id": ""}) for each, _ in about]
    touched = {figure["statement_id"] for _, figure in about} - {""}
    own = Change("entities", row, {"state": state})
    return [own, *changes, *settled(records, changes, touched)]


def add_unit(new: NewRows, figure: Record) -> None:
    unit = figure["unit_id"]
    added = [change.cells or {} for change in new.changes if change.table == "units"]
    known = {*cells_of(new.records, "units", "unit_id"), *(each["unit_id"] for each in added)}
    if unit and unit not in known:
        words = words_behind_number(figure["printed"])
        for row in unit_rows(unit, figure["quantity_kind"], words, new.records):
            if row["unit_id"] not in known:
                new.add("units", row)


def settled(records: Records, changes: list[Change], statements: set[str]) -> list[Change]:
    """Return what some changes of figures make of the statements that were made for them."""
    figures = _after(records, changes, "figures")
    rows = _after(records, changes, "statements")
    names = {each["entity_id"]: each["name"] for each in records["entities"].values()}
    found: list[Change] = []
    for row, statement in rows.items():
        id_ = statement["statement_id"]
        if id_ not in statements or statement["basis"] == TYPED:
            continue
        own = [
            each
            for each in figures.values()
            if each["statement_id"] == id_ and each["state"] == KEPT
        ]
        own.sort(key=lambda each: whole(each["start"]))
        cells = {"summary": summary(own, names)} if own else None
        found.append(Change("statements", row, cells))
    return found


def _after(records: Records, changes: list[Change], table: str) -> dict[int, Record]:
    """Return the rows of a table once some changes are made."""
    rows = dict(records[table])
    for each in changes:
        if each.table == table and each.cells is not None:
            rows[each.row] = rows.get(each.row, {}) | each.cells
    return rows


def take_number(records: Records, row: int) -> list[Change]:
    """Make a figure of a number of which none was proposed."""
    record = records["figures"][row]
    text, start, end = text_of(records, record), whole(record["start"]), whole(record["end"])
    found = measures(text, start, end, "count")
    cells = {
        "state": OPEN,
        "reason": "",
        "figure_id": NewRows(records).numbered_id("figures", f"f{record['paragraph']}-"),
        "value": value_of(record["printed"]),
        "quantity_kind": "count",
        "measure": found[0] if found else "",
        "period_basis": "none",
        "qualifier": "exact",
    }
    return [Change("figures", row, cells)]


def value_of(printed: str) -> str:
    """Return the number that is printed, as it stands in a cell; nothing where none can be read."""
    return number_cell(next(iter(read_printed(printed).values), None))


def rest_of_paragraph(records: Records, row: int) -> list[int]:
    """Return the figures from one on to the end of its paragraph that are not decided."""
    record = records["figures"][row]
    return [
        each
        for each, other in ordered(records, "figures")
        if other["paragraph"] == record["paragraph"]
        and other["state"] in (OPEN, LATER)
        and whole(other["start"]) >= whole(record["start"])
    ]


def new_statement(
    records: Records, paragraph: str, start: int, end: int, theme_id: str = ""
) -> list[Change]:
    """Make a statement of some words; the figures in them that are kept become its own."""
    new = NewRows(records)
    speaker = next(
        each["speaker_id"]
        for each in records["paragraphs"].values()
        if each["paragraph"] == paragraph
    )
    id_ = _new_statement(new, {"paragraph": paragraph, "speaker_id": speaker}, start, end)
    theme = {"theme_id": theme_id} if theme_id else {}
    new.change("statements", new.changes[0].row, theme)
    left = set()
    for row, figure in records["figures"].items():
        is_here = figure["paragraph"] == paragraph and start <= whole(figure["start"]) < end
        if is_here and figure["state"] == KEPT:
            left.add(figure["statement_id"])
            new.change("figures", row, {"statement_id": id_} | theme)
    if not left:
        # Nothing of it is made of figures, and so it does not go with them.
        new.change("statements", new.changes[0].row, {"basis": TYPED})
        return new.changes
    return new.changes + settled(records, new.changes, left | {id_})


def delete(records: Records, table: str, rows: Iterable[int]) -> list[Change]:
    """Delete rows."""
    return [Change(table, row, None) for row in rows if row in records[table]]


def statement_row(records: Records, figure: Record) -> int | None:
    """Return the row of the statement that a figure stands in."""
    return find(records, "statements", figure["statement_id"]) if figure["statement_id"] else None
