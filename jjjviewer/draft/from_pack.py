"""The records of a pack that is open, to be changed."""

import json
from itertools import chain

from jjjviewer.draft.records import COLUMNS, KEPT, SOURCE, Records, empty_records
from jjjviewer.model.columns import row_at, row_count
from jjjviewer.model.tables import Tables

MOST_ROWS = 20_000
"""Rows of all tables of a pack that can be changed here; larger ones are made by programs."""


def records_of_pack(tables: Tables) -> Records:
    """Return the records of a pack, all of it decided."""
    records = empty_records()
    own = tables.descriptor["jjjviewer"]
    stated = {name: str(own.get(name, "")) for name in COLUMNS[SOURCE]}
    texts = dict(zip(*tables.columns["texts"].values(), strict=True))
    records[SOURCE][0] = stated | {
        "pack": str(tables.path),
        "may_pass_on": "yes" if texts else "",
        "descriptor": json.dumps(tables.descriptor, ensure_ascii=False),
    }
    for name, rows in records.items():
        if name != SOURCE:
            columns = tables.columns[name]
            empty = dict.fromkeys(COLUMNS[name], "")
            rows.update(enumerate(empty | row_at(columns, at) for at in range(row_count(columns))))
    for each in chain(records["figures"].values(), records["entities"].values()):
        each["state"] = KEPT
    for each in records["paragraphs"].values():
        each["text"] = texts.get(each["paragraph"], "")
    return records
