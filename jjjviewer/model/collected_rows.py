"""Which rows of a pack are collected, and what of a collection a pack lacks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from jjjviewer.model.collection import CollectedRecord, Collection, Item
from jjjviewer.model.index import RECORDS, RecordTable
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.schema import TABLES

if TYPE_CHECKING:
    from jjjviewer.model.dataset import Dataset

_Frames = Mapping[str, pd.DataFrame]
_NAMES = {
    "statements": ("summary",),
    "figures": ("printed", "measure"),
    "links": ("topic", "places"),
}
"""The columns that name a record."""


def masks_of_collection(frames: _Frames, collection: Collection) -> dict[RecordTable, Mask]:
    """Return which rows are collected; of figures, the statements too."""
    masks: dict[RecordTable, Mask] = {
        table: _ids(frames, table).isin(collection.ids(table)).to_numpy() for table in RECORDS
    }
    return with_statements(frames, masks)


def with_statements(frames: _Frames, masks: dict[RecordTable, Mask]) -> dict[RecordTable, Mask]:
    """Return which rows these are, and the statements that hold the figures among them."""
    figures, statements = frames["figures"], frames["statements"]
    holding = set(figures.loc[masks["figures"], "statement_id"])
    holds = statements["statement_id"].isin(holding).to_numpy()
    return masks | {"statements": masks["statements"] | holds}


def collected(dataset: "Dataset", table: RecordTable, ids: list[str]) -> list[CollectedRecord]:
    """Return records of a pack as they are collected, in the order of the pack."""
    frame = dataset[table]
    rows = frame[_ids(dataset.frames, table).isin(ids)]
    names = rows[list(_NAMES[table])].astype(str).agg(": ".join, axis=1)
    return [
        CollectedRecord(table, id_, name=name)
        for id_, name in zip(rows[TABLES[table].key.name], names, strict=True)
    ]


def records(dataset: "Dataset", ids: Sequence[str]) -> list[CollectedRecord]:
    """Return the records with some ids, as a mark of a chart has them."""
    tables: dict[str | None, RecordTable] = {"figure": "figures", "link": "links"}
    by_table = defaultdict(list)
    for id_ in ids:
        by_table[tables.get(dataset.index.kind(id_), "statements")].append(id_)
    return [each for table, some in by_table.items() for each in collected(dataset, table, some)]


def are_collected(collection: Collection, addresses: Sequence[str]) -> bool:
    """Return whether all of one or more addresses lead to what is collected."""
    return bool(addresses) and all(map(collection.at, addresses))


def items_at(dataset: "Dataset", addresses: Sequence[str]) -> list[Item]:
    """Return what has some addresses: items of the collection, and records of the pack."""
    items = [dataset.collection.at(address) for address in addresses]
    found = [item for item in items if item]
    others = [each for each, item in zip(addresses, items, strict=True) if item is None]
    for table in RECORDS:
        ids = [each.partition("/")[2] for each in others if each.startswith(f"{table}/")]
        if ids:
            found += collected(dataset, table, ids)
    return found


def missing(dataset: "Dataset", collection: Collection) -> Iterator[Item]:
    """Yield what of a collection a pack does not have: records, and what charts are of."""
    there = {}
    for table in RECORDS:
        ids = _ids(dataset.frames, table)
        there[table] = set(ids[ids.isin(collection.ids(table))])
    for item in collection.items:
        if isinstance(item, CollectedRecord):
            is_there = item.id in there[item.table]
        else:
            is_there = dataset.holds(item.selection, item.filter)
        if not is_there:
            yield item


def _ids(frames: _Frames, table: RecordTable) -> "pd.Series[str]":
    return frames[table][TABLES[table].key.name]
