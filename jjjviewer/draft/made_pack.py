"""The pack that a draft makes: its tables as they are saved, and its descriptor."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from jjjviewer.draft.ids import slug
from jjjviewer.draft.records import KEPT, SOURCE, Record, Records, ordered, whole
from jjjviewer.model.columns import Columns
from jjjviewer.model.json_types import JsonObject
from jjjviewer.model.schema import FORMAT, TABLES
from jjjviewer.vocabulary import hash12

_SORT_STEP = 10


class MadePack(NamedTuple):
    """The pack of a draft."""

    descriptor: JsonObject
    columns: dict[str, Columns]
    rows: dict[str, list[int]]
    """The row of the draft that each row of a table is made from."""


def made_pack(records: Records) -> MadePack:
    """Return the pack that a draft makes: what is kept, with all that the program fills in."""
    kept = {name: _kept(records, name) for name in records if name != SOURCE}
    texts = {each["paragraph"]: each["text"] for _, each in kept["paragraphs"]}
    columns: dict[str, Columns] = {}
    for name, rows in kept.items():
        cells = [_filled_in(name, at, each, texts) for at, (_, each) in enumerate(rows)]
        if name == "figures" and not records[SOURCE][0]["pack"]:
            cells = [each if each["unit_id"] else each | {"chartable": "false"} for each in cells]
        names = [column.name for column in TABLES[name].columns]
        columns[name] = Columns({each: [record[each] for record in cells] for each in names})
    columns["texts"] = _texts(records, kept["paragraphs"])
    numbers = {name: [row for row, _ in rows] for name, rows in kept.items()}
    return MadePack(_descriptor(records[SOURCE][0]), columns, numbers)


def _kept(records: Records, name: str) -> list[tuple[int, Record]]:
    rows = ordered(records, name)
    match name:
        case "figures":
            return [each for each in rows if each[1]["state"] == KEPT]
        case "entities":
            places = {each["entity_id"] for _, each in rows if each["state"] == KEPT}
            return [
                (row, each if each["parent_id"] in places else each | {"parent_id": ""})
                for row, each in rows
                if each["entity_id"] in places
            ]
        case "figure_relations":
            kept = {each["figure_id"] for _, each in _kept(records, "figures")}
            return [each for each in rows if {each[1]["from_id"], each[1]["to_id"]} <= kept]
        case "mentions" if not records[SOURCE][0]["pack"]:
            return [*_mentions(records, rows)]
        case "units" if not records[SOURCE][0]["pack"]:
            used = {each["unit_id"] for _, each in _kept(records, "figures")}
            used |= {each["base_unit"] for _, each in rows if each["unit_id"] in used}
            return [each for each in rows if each[1]["unit_id"] in used]
    return rows


def _mentions(records: Records, rows: list[tuple[int, Record]]) -> Iterator[tuple[int, Record]]:
    """Yield what names a place that is kept, once for each statement that does."""
    known = {each["entity_id"] for _, each in _kept(records, "entities")}
    seen: set[tuple[str, str, str]] = set()
    for row, each in rows:
        own = each["statement_id"] or (_statement_at(records, each) if each["start"] else "")
        found = each["entity_id"], each["paragraph"], own
        if each["entity_id"] in known and found not in seen:
            seen.add(found)
            yield row, each | {"statement_id": own}


def _statement_at(records: Records, place: Record) -> str:
    """Return the statement whose words hold a place of the text, if one does."""
    at = whole(place["start"])
    return next(
        (
            each["statement_id"]
            for each in records["statements"].values()
            if each["paragraph"] == place["paragraph"]
            and whole(each["start"]) <= at < whole(each["end"])
        ),
        "",
    )


def _filled_in(table: str, at: int, record: Record, texts: dict[str, str]) -> Record:
    """Return a record with what the program can say itself."""
    cells: Record = {}
    if record.get("sort") == "":
        cells["sort"] = str(_SORT_STEP * (at + 1))
    if table == "paragraphs":
        text = record["text"]
        own = {"hash12": hash12(text), "chars": str(len(text))}
        cells |= own if text else {}
    if table == "figures" and record["start"]:
        before = texts.get(record["paragraph"], "")[: whole(record["start"])]
        cells["occurrence"] = str(before.count(record["printed"]) + 1)
    return record | cells


def _texts(records: Records, paragraphs: list[tuple[int, Record]]) -> Columns:
    """Return the text, where its maker may pass it on."""
    may = records[SOURCE][0]["may_pass_on"] == "yes"
    given = [each for _, each in paragraphs if may and each["text"]]
    return Columns({name: [each[name] for each in given] for name in ("paragraph", "text")})


def _descriptor(source: Record) -> JsonObject:
    """Return what a pack says of itself; all that an opened one said stays."""
    stated = (
        "title",
        "title_zh",
        "kind",
        "date",
        "publication",
        "author",
        "citation",
        "citation_zh",
        "caveat",
    )
    if source["descriptor"]:
        descriptor: JsonObject = json.loads(source["descriptor"])
    else:
        name = slug(source["title"], "pack")
        descriptor = {"profile": "tabular-data-package", "name": name, "title": source["title"]}
        descriptor["jjjviewer"] = {"format": FORMAT}
    own = descriptor["jjjviewer"]
    cells = {name: source[name] for name in stated if source[name] or name in own}
    return descriptor | {"jjjviewer": own | cells}
