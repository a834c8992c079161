"""Cells that are typed, with what follows from them in other rows."""

from collections.abc import Iterable

from jjjviewer.draft.basis import TYPED, certainty_of, read_basis, typed
from jjjviewer.draft.decisions import add_unit, settled, text_of, value_of
from jjjviewer.draft.ids import slug
from jjjviewer.draft.records import KEPT, Change, NewRows, Record, Records, find, whole
from jjjviewer.draft.unit_rows import unit_rows
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
    if "unit_id" in changed and record["state"] == KEPT:
        new = NewRows(records)
        add_unit(new, record | changed)
        changes = [*new.changes, *changes]
    return changes + settled(records, changes, {record["statement_id"]} - {""})


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
    new = NewRows(records)
    id_ = new.new_id(target, slug(words, target.removesuffix("s")))
    for cells in _new_cells(records, target, id_, words):
        new.add(target, cells)
    return [*new.changes, *edit(records, table, row, {column: id_})]


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
