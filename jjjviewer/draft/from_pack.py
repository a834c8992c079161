"""The records of a pack that is open, to be changed."""

import json
from collections.abc import Iterable
from itertools import chain

from jjjviewer.draft.basis import TYPED
from jjjviewer.draft.records import (
    COLUMNS,
    KEPT,
    SOURCE,
    Record,
    Records,
    empty_records,
    whole,
)
from jjjviewer.model.columns import row_at, row_count
from jjjviewer.model.tables import Tables
from jjjviewer.vocabulary import hash12

MOST_ROWS = 20_000
"""Rows of all tables of a pack that can be changed here; larger ones are made by programs."""


def records_of_pack(tables: Tables, copy: Iterable[str] = ()) -> Records:
    """Return the records of a pack, all of it decided.

    Args:
        tables: of the pack.
        copy: the paragraphs of the user's own copy of the text; those that the pack was made of are
            shown, and are passed on as little as before.
    """
    records = empty_records()
    stated = {name: str(tables.descriptor["jjjviewer"].get(name, "")) for name in COLUMNS[SOURCE]}
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
    for each in records["statements"].values():
        each["basis"] = TYPED
    own = {hash12(text): text for text in copy}
    for each in records["paragraphs"].values():
        texts.setdefault(each["paragraph"], own.get(each["hash12"], ""))
        each["text"] = texts[each["paragraph"]]
    for each in records["figures"].values():
        _place(each, texts.get(each["paragraph"], ""))
    return records


def _place(figure: Record, text: str) -> None:
    """Say where in the text a figure is, if it came with the pack."""
    at = -1
    for _ in range(whole(figure["occurrence"])):
        at = text.find(figure["printed"], at + 1)
    if at >= 0:
        figure["start"], figure["end"] = str(at), str(at + len(figure["printed"]))
