"""What a user has collected of a pack: records and charts, each with a note of their own.

A collection is never changed: each change makes another one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from jjjviewer.model.index import RecordTable
from jjjviewer.model.selection import NO_FILTER, Filter, Selection


class CollectedRecord(NamedTuple):
    """A statement, a figure or a link.

    Attributes:
        table: where the record stands.
        id: of the record.
        note: the user's own.
        name: what it was called when it was collected, for packs that have it no more.
    """

    table: RecordTable
    id: str
    note: str = ""
    name: str = ""


class CollectedChart(NamedTuple):
    """All that a chart is drawn from but its page.

    Attributes:
        chart_type: the id of its type.
        selection, filter: of what.
        unit, is_per_item: of bars.
        title, subtitle, footnote: the user's own words in the chart, where it has any.
        note: the user's own on the chart, which is not drawn.
        name: its title when it was collected.
    """

    chart_type: str
    selection: Selection = Selection()
    filter: Filter = NO_FILTER
    unit: str = ""
    is_per_item: bool = False
    title: str = ""
    subtitle: str = ""
    footnote: str = ""
    note: str = ""
    name: str = ""


Item = CollectedRecord | CollectedChart
_Item = TypeVar("_Item", CollectedRecord, CollectedChart)


def key_of(item: Item) -> Item:
    """Return what makes an item the same as another: all but the user's words and its name."""
    if isinstance(item, CollectedChart):
        return item._replace(title="", subtitle="", footnote="", note="", name="")
    return item._replace(note="", name="")


@dataclass(frozen=True)
class Collection:
    """Items in the order in which they were collected."""

    items: tuple[Item, ...] = ()

    @cached_property
    def _by_key(self) -> dict[Item, Item]:
        return {key_of(item): item for item in self.items}

    def _of(self, kind: type[_Item]) -> tuple[_Item, ...]:
        return tuple(item for item in self.items if isinstance(item, kind))

    @property
    def records(self) -> tuple[CollectedRecord, ...]:
        """The statements, figures and links."""
        return self._of(CollectedRecord)

    @property
    def charts(self) -> tuple[CollectedChart, ...]:
        """The charts."""
        return self._of(CollectedChart)

    def ids(self, table: RecordTable) -> list[str]:
        """Return the ids of the records of a table."""
        return [each.id for each in self.records if each.table == table]

    def find(self, item: Item) -> Item | None:
        """Return an item as it was collected, with its note; None where it was not."""
        return self._by_key.get(key_of(item))

    def address_of(self, item: Item) -> str:
        """Return the address of an item, for links: table and id, or a chart by its number."""
        if isinstance(item, CollectedRecord):
            return f"{item.table}/{item.id}"
        return f"charts/{self.charts.index(item)}"

    def at(self, address: str) -> Item | None:
        """Return the item with an address; None where it is not, or no longer, collected."""
        table, _, id_ = address.partition("/")
        if table == "charts":
            return next(iter(self.charts[int(id_) :]), None)
        return next((each for each in self.records if (each.table, each.id) == (table, id_)), None)

    def note_on(self, table: RecordTable, id_: str) -> str:
        """Return the note on a record, or nothing."""
        found = self.find(CollectedRecord(table, id_))
        return found.note if found else ""

    def has(self, table: RecordTable, id_: str) -> bool:
        """Return whether a record is collected."""
        return self.find(CollectedRecord(table, id_)) is not None

    def with_items(self, items: Iterable[Item]) -> "Collection":
        """Return it with more items; one that is there stays, and gets the other's note as well."""
        found = dict(self._by_key)
        for item in items:
            key = key_of(item)
            note = _joined(found[key].note, item.note) if key in found else item.note
            found[key] = found.get(key, item)._replace(note=note)
        return Collection(tuple(found.values()))

    def without(self, items: Iterable[Item]) -> "Collection":
        """Return it without some items, whatever their notes are."""
        keys = {key_of(item) for item in items}
        return Collection(tuple(each for key, each in self._by_key.items() if key not in keys))

    def replaced(self, item: Item) -> "Collection":
        """Return it with an item in the place of the same one, which has other words."""
        found = self._by_key | {key_of(item): item}
        return Collection(tuple(found.values()))


def _joined(note: str, other: str) -> str:
    """Return two notes as one, without what the first says already."""
    return note if other in note else "\n".join(filter(None, (note, other)))
