"""Collections as JSON: how they are kept, exported and imported."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple, TypeVar
from zlib import crc32

from jjjviewer.model.collection import CollectedChart, CollectedRecord, Collection
from jjjviewer.model.index import RECORDS
from jjjviewer.model.json_types import Json, JsonObject
from jjjviewer.model.reading.descriptor import Source
from jjjviewer.model.selection import Filter, Selection, number, paragraphs_in

FORMAT = 1
_Item = TypeVar("_Item", CollectedRecord, CollectedChart)
_CAVEAT = "Statements are summaries, not the speakers' words. Notes are the user's own."
_OWN_WORDS = ("title", "subtitle", "footnote")
_READABLE = 40
"""Letters of a pack's id or name in the name of the file."""
_LABELS = ("note", "name")


class PackIdentity(NamedTuple):
    """What a pack is known by wherever it lies: its id, else its name and citation."""

    id: str
    name: str
    citation: str
    title: str

    @property
    def key(self) -> str:
        """The name of the pack's own file: the same for the same pack."""
        known_by = f"id {self.id}" if self.id else f"{self.name}\n{self.citation}"
        readable = re.sub(r"[^a-z0-9]+", "-", (self.id or self.name).casefold())[:_READABLE]
        return f"{readable}-{crc32(known_by.encode()):08x}"


def identity_of(descriptor: JsonObject, source: Source) -> PackIdentity:
    """Return what a pack is known by, of its descriptor and the source that this names."""
    stated = (descriptor.get("id"), descriptor.get("name"))
    id_, name = (each if isinstance(each, str) else "" for each in stated)
    return PackIdentity(id_, name, source.citation, source.title)


class Parsed(NamedTuple):
    """A collection as far as it could be read."""

    collection: Collection
    is_whole: bool
    """Whether all of it could be read."""
    pack: PackIdentity
    """The pack that it says it is of."""


class NoCollectionError(Exception):
    """A text holds no collection."""


def to_json(collection: Collection, pack: PackIdentity) -> str:
    """Return a collection as JSON, which says what pack it is of."""
    whole = {
        "jjjviewer": "collection",
        "format": FORMAT,
        "pack": pack._asdict(),
        "caveat": _CAVEAT,
        "records": [_without_empty(each._asdict()) for each in collection.records],
        "charts": [_chart_object(each) for each in collection.charts],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def from_json(text: str) -> Parsed:
    """Return a collection from JSON, without the items that can't be read.

    Raises:
        NoCollectionError: it is no JSON, or not of a collection.
    """
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoCollectionError from error
    if not isinstance(whole, dict) or whole.get("jjjviewer") != "collection":
        raise NoCollectionError
    records, charts = whole.get("records", []), whole.get("charts", [])
    items = [*_readable(_record, records), *_readable(_chart, charts)]
    is_whole = None not in items
    pack = whole.get("pack")
    named = pack if isinstance(pack, dict) else {}
    identity = PackIdentity(*(str(named.get(name, "")) for name in PackIdentity._fields))
    return Parsed(Collection().with_items(filter(None, items)), is_whole, identity)


def _readable(make: Callable[[JsonObject], _Item], objects: Json) -> Iterator[_Item | None]:
    """Yield what can be read of a list, and None for what can't."""
    for each in objects if isinstance(objects, list) else [objects]:
        try:
            yield make(each) if isinstance(each, dict) else None
        except (TypeError, ValueError, KeyError, AttributeError):
            yield None


def _chart_object(chart: CollectedChart) -> JsonObject:
    return _without_empty(
        chart._asdict()
        | {
            "selection": list(chart.selection.members),
            "filter": _without_empty(chart.filter._asdict()),
        }
    )


def _without_empty(fields: JsonObject) -> JsonObject:
    return {name: value for name, value in fields.items() if value}


def _record(fields: JsonObject) -> CollectedRecord:
    (table,) = (each for each in RECORDS if each == fields["table"])
    if not (id_ := _text(fields["id"])):
        raise ValueError(fields)
    return CollectedRecord(table, id_, *_texts(fields, _LABELS))


def _chart(fields: JsonObject) -> CollectedChart:
    if not (chart_type := _text(fields["chart_type"])):
        raise ValueError(fields)
    return CollectedChart(
        chart_type,
        Selection.of(_list(fields.get("selection", []))),
        _filter(fields.get("filter", {})),
        _text(fields.get("unit", "")),
        fields.get("is_per_item", False) is True,
        *_texts(fields, (*_OWN_WORDS, *_LABELS)),
    )


def _filter(fields: JsonObject) -> Filter:
    """Return a filter whose paragraphs, days and values can be compared with those of records."""
    found = Filter(**{name: tuple(_list(values)) for name, values in fields.items()})
    paragraphs_in(found.paragraphs)
    for ends, length, read in ((found.period, 2, date.fromisoformat), (found.values, 3, number)):
        if len(ends) not in (0, length):
            raise ValueError(ends)
        for end in filter(None, ends[:2]):
            read(end)
    return found


def _list(values: Json) -> list[str]:
    if not isinstance(values, list):
        raise TypeError(values)
    return list(map(_text, values))


def _texts(fields: JsonObject, names: Iterable[str]) -> list[str]:
    return [_text(fields.get(name, "")) for name in names]


def _text(value: Json) -> str:
    """Return a text that can be written again: halves of characters are replaced.

    Raises:
        TypeError: it is no text.
    """
    if not isinstance(value, str):
        raise TypeError(value)
    return value.encode("utf-8", "replace").decode()
