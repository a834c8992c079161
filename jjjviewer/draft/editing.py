"""Cells that are typed, with what follows from them in other rows."""

from collections.abc import Iterable, Sequence

from jjjviewer.draft.basis import TYPED, certainty_of, read_basis, typed
from jjjviewer.draft.decisions import add_unit, settled, text_of, value_of
from jjjviewer.draft.ids import slug
from jjjviewer.draft.records import (
    KEPT,
    LATER,
    NEW,
    OPEN,
    SOURCE,
    Change,
    NewRows,
    Record,
    Records,
    cells_of,
    find,
    whole,
)
from jjjviewer.draft.unit_rows import unit_rows
from jjjviewer.draft.wording import sentence_at
from jjjviewer.model.schema import TABLES

NAMES = {"regions": "name", "speakers": "name", "themes": "label", "entities": "name"} | {
    "units": "label"
}
"""The column that names a row of a table."""


def edit(records: Records, table: str, row: int, cells: Record) -> list[Change]:
    """Type other cells into a row."""
    record = records[table][row]
    changed = {name: cell for name, cell in cells.items() if record[name] != cell}
    if not changed:
        return []
    key = TABLES[table].key.name if table in NAMES else ""
    if key in changed:
        changed[key] = "-".join(changed[key].split())
    elif table in NAMES and table != "units" and NAMES[table] in changed:
        return [Change(table, row, changed), *_follow_name(records, table, row, changed)]
    match table:
        case "statements":
            return _edit_statement(records, row, changed)
        case "figures" if record["start"]:
            return _edit_figure(records, row, changed)
        case "paragraphs" if record["text"] and "speaker_id" in changed:
            others = {name: cell for name, cell in changed.items() if name != "speaker_id"}
            spoken = assign_speaker(records, [row], changed["speaker_id"])
            return [*spoken, *([Change(table, row, others)] if others else [])]
    return [Change(table, row, changed)]


def _follow_name(records: Records, table: str, row: int, changed: Record) -> list[Change]:
    """Return what lets the id of a row be that of its new name, where no hand has chosen it."""
    record, key, name = records[table][row], TABLES[table].key.name, NAMES[table]
    old, words = record[key], changed[name]
    is_of_name = not records[SOURCE][0]["pack"] and old == slug(record[name], "")
    if not words or not (is_of_name or old.startswith(NEW)):
        return []
    new = NewRows(records).new_id(table, slug(words, table.removesuffix("s")))
    referring = [
        Change(other, at, {column.name: new})
        for other, each in TABLES.items()
        for column in each.columns
        if column.refers_to == table or (table == "speakers" and column.name == "section")
        for at, cells in records.get(other, {}).items()
        if cells[column.name] == old
    ]
    return [Change(table, row, {key: new}), *referring]


def _edit_statement(records: Records, row: int, changed: Record) -> list[Change]:
    """Change a statement; its theme becomes that of its figures which had the same."""
    record = records["statements"][row]
    if "summary" in changed:
        changed["basis"] = TYPED
    if changed.get("kind") and not record["kind"] and record["start"]:
        # Until then nobody had said how certain it is.
        changed = {"certainty": "clear"} | changed
    changes = [Change("statements", row, changed)]
    if "theme_id" in changed and record["start"]:
        changes += [
            Change("figures", other, {"theme_id": changed["theme_id"]})
            for other, each in records["figures"].items()
            if each["statement_id"] == record["statement_id"]
            and each["theme_id"] == record["theme_id"]
        ]
    return changes


def _edit_figure(records: Records, row: int, changed: Record) -> list[Change]:
    """Change a figure; its unit is made if need be, and its statement says what it says."""
    record = records["figures"][row]
    basis = typed(record["basis"], *changed)
    own = changed | {"basis": basis}
    if record["certainty"] == certainty_of(read_basis(record["basis"])):
        # It is that of what was read, as long as nobody says another.
        own = {"certainty": certainty_of(read_basis(basis))} | own
    changes = [Change("figures", row, own)]
    if "measure" in changed:
        renamed = {"measure": changed["measure"]}
        changes += [Change("figures", each, renamed) for each in _siblings(records, row)]
    if "unit_id" in changed and record["state"] == KEPT:
        new = NewRows(records)
        add_unit(new, record | changed)
        changes = [*new.changes, *changes]
    return changes + settled(records, changes, {record["statement_id"]} - {""})


def _siblings(records: Records, row: int) -> list[int]:
    """Return the open figures of the same sentence that measure the same as one."""
    record = records["figures"][row]
    span = sentence_at(text_of(records, record), whole(record["start"]))
    return [
        other
        for other, each in records["figures"].items()
        if other != row
        and each["state"] in (OPEN, LATER)
        and (each["paragraph"], each["measure"]) == (record["paragraph"], record["measure"])
        and span.start <= whole(each["start"]) < span.end
    ]


def assign_speaker(records: Records, rows: Iterable[int], speaker_id: str) -> list[Change]:
    """Say who speaks in some paragraphs, and so in what stands in them."""
    changes = []
    for row in rows:
        paragraph = records["paragraphs"][row]
        cells = {"speaker_id": speaker_id, "section": speaker_id or "intro"}
        changes.append(Change("paragraphs", row, cells))
        changes += [
            Change(table, each, {"speaker_id": speaker_id})
            for table in ("figures", "statements", "links")
            for each, record in records[table].items()
            if record["paragraph"] == paragraph["paragraph"]
        ]
    return changes


def move_edge(records: Records, row: int, edge: str, by: int) -> list[Change]:
    """Move the beginning or the end of what is printed; its number is read again.

    Args:
        records: the draft's.
        row: of the figure.
        edge: start or end.
        by: characters.
    """
    record = records["figures"][row]
    text = text_of(records, record)
    places = {"start": whole(record["start"]), "end": whole(record["end"])}
    places[edge] += by
    start, end = places["start"], places["end"]
    if not 0 <= start < end <= len(text) or not (printed := text[start:end].strip()):
        return []
    cells = {"start": str(start), "end": str(end), "printed": printed}
    if value := value_of(printed):
        cells["value"] = value
    return edit(records, "figures", row, cells)


def edit_named(records: Records, table: str, row: int, column: str, words: str) -> list[Change]:
    """Refer to a row of another table by its id or its name; it is made where there is none."""
    target = next(each.refers_to for each in TABLES[table].columns if each.name == column)
    key = TABLES[target].key.name
    for other, record in records[target].items():
        if words in (record[key], record[NAMES.get(target, key)]):
            # A place that is referred to is one that is kept.
            is_proposed = target == "entities" and record["state"] != KEPT
            kept = [Change(target, other, {"state": KEPT})] if is_proposed else []
            return [*kept, *edit(records, table, row, {column: record[key]})]
    if not words or target not in NAMES:
        return edit(records, table, row, {column: words})
    id_, added = _named(records, target, words)
    return [*added, *edit(records, table, row, {column: id_})]


def edit_several(
    records: Records, table: str, rows: Sequence[int], column: str, words: str
) -> list[Change]:
    """Refer to a row of another table from several rows, the first of which may make it."""
    first, *others = rows
    changes = edit_named(records, table, first, column, words)
    cells = (each.cells or {} for each in changes if (each.table, each.row) == (table, first))
    id_ = next((each[column] for each in cells if column in each), records[table][first][column])
    for row in others:
        changes += edit(records, table, row, {column: id_})
    return changes


def new_theme(records: Records, words: str) -> list[Change]:
    """Add a theme, which nothing is on so far; nothing where there is one of this name."""
    if words in cells_of(records, "themes", "label"):
        return []
    return _named(records, "themes", words)[1]


def _named(records: Records, table: str, words: str) -> tuple[str, list[Change]]:
    """Return the id of a new row with a name, and what adds it."""
    new = NewRows(records)
    id_ = new.new_id(table, slug(words, table.removesuffix("s")))
    for cells in _new_cells(records, table, id_, words):
        new.add(table, cells)
    return id_, new.changes


def _new_cells(records: Records, table: str, id_: str, words: str) -> list[Record]:
    named = {TABLES[table].key.name: id_, NAMES[table]: words}
    match table:
        case "units" if find(records, table, id_) is None:
            return unit_rows(id_, "count", words, records)
        case "regions":
            tops = [each for each in records[table].values() if not each["parent_id"]]
            parent = tops[0]["region_id"] if len(tops) == 1 else ""
            return [named | {"level": "region", "parent_id": parent}]
        case "entities":
            return [named | {"type": "place", "precision": "none", "state": KEPT}]
    return [named]
