"""The tree of what can be selected, with counts.

It needs no pandas, so that the window can show it before pandas is loaded.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import starmap
from typing import Literal, NamedTuple

from jjjviewer.model.columns import AllColumns, Columns, chunks
from jjjviewer.model.folding import name_key
from jjjviewer.model.index import Index, RecordTable, in_order
from jjjviewer.model.tables import Tables

NodeKind = Literal[
    "search", "collection", "region", "speaker", "themes", "theme", "places", "place"
]


class Node(NamedTuple):
    """A row of the tree. The group rows, `themes` and `places`, have no id: they select nothing."""

    kind: NodeKind
    id: str = ""
    """What it selects, see `Selection.of`."""
    name: str = ""
    name_zh: str = ""
    province: str = ""
    """The region whose colour the row carries, or nothing."""
    statements: int = 0
    figures: int = 0
    children: tuple["Node", ...] = ()

    def walk(self) -> Iterator["Node"]:
        """Yield this node and all below it, from the top down."""
        yield self
        for child in self.children:
            yield from child.walk()


class Numbered(NamedTuple):
    """The nodes of a tree by numbers, from the top down."""

    nodes: list[Node]
    parents: list[int]
    """The number of the node above each; -1 for those at the top."""
    rows: list[int]
    """The row of each node below its parent."""
    children: list[list[int]]
    """The numbers of the nodes below each."""
    tops: list[int]


def numbered(tops: Iterable[Node]) -> Numbered:
    """Assign each node of a tree its number."""
    tree = Numbered([], [], [], [], [])

    def add(nodes: Iterable[Node], parent: int, added: list[int]) -> None:
        for row, node in enumerate(nodes):
            at = len(tree.nodes)
            added.append(at)
            tree.nodes.append(node)
            tree.parents.append(parent)
            tree.rows.append(row)
            tree.children.append([])
            add(node.children, at, tree.children[at])

    add(tops, -1, tree.tops)
    return tree


def tree_of(tables: Tables, index: Index) -> tuple[Node, ...]:
    """Return the top rows of a pack's tree: its regions, the themes, the places."""
    return _Builder(tables.columns, index).tops()


class _Row(NamedTuple):
    id: str
    name: str
    name_zh: str
    region_id: str = ""
    parent_id: str = ""


class _Builder:
    def __init__(self, columns: AllColumns, index: Index) -> None:
        self._columns = columns
        self._index = index
        self._counts: dict[tuple[str, str], Counter[str]] = {}
        regions, speakers = columns["regions"], columns["speakers"]
        self._regions_in = _by_parent(
            _in_order(regions, "region_id", "name", "name_zh", "region_id", "parent_id")
        )
        self._speakers_in = _by_parent(
            _in_order(speakers, "speaker_id", "name", "name_zh", "region_id", "region_id")
        )
        self._themes = list(_in_order(columns["themes"], "theme_id", "label", "label_zh"))
        entities = columns["entities"]
        names = ("entity_id", "name", "name_zh", "region_id", "parent_id")
        rows = starmap(_Row, zip(*(entities[name] for name in names), strict=True))
        types = zip(rows, entities["type"], strict=True)
        places = (row for row, type_ in types if type_ == "place")
        self._places = {row.id: row for row in sorted(places, key=_by_name)}
        self._places_in = _by_parent(self._places.values())

    def tops(self) -> tuple[Node, ...]:
        tops = [self._region(row) for row in self._regions_in[""]]
        themes = tuple(self._node("theme", row) for row in self._themes)
        places = [
            self._place(row) for row in self._places.values() if row.parent_id not in self._places
        ]
        # The whole region is at the top of the tree already and is not repeated as a place.
        whole = {top.id for top in tops}
        below = tuple(place for place in places if place.children or place.id not in whole)
        groups = (Node("themes", children=themes), Node("places", children=below))
        return (*tops, *(group for group in groups if group.children))

    def _region(self, row: _Row) -> Node:
        """Return the node of a region, with its speakers and the regions in it."""
        children = tuple(self._node("speaker", speaker) for speaker in self._speakers_in[row.id])
        children += tuple(self._region(child) for child in self._regions_in[row.id])
        return self._node("region", row, children)

    def _place(self, row: _Row) -> Node:
        children = tuple(map(self._place, self._places_in[row.id]))
        return self._node("place", row._replace(id=self._index.place(row.id)), children)

    def _node(self, kind: NodeKind, row: _Row, children: tuple[Node, ...] = ()) -> Node:
        return Node(
            kind,
            row.id,
            row.name,
            row.name_zh,
            self._index.province(row.region_id),
            self._count("statements", row.id),
            self._count("figures", row.id),
            children,
        )

    def _count(self, table: RecordTable, id_: str) -> int:
        """Count the rows of a table that belong to an id."""
        column, cells = self._index.criterion(table, id_)
        if column == "statement_id":
            return len(cells)
        if (table, column) not in self._counts:
            counts = self._counts[table, column] = Counter()
            for _, (chunk,) in chunks(self._columns[table][column]):
                counts.update(chunk)
        return sum(map(self._counts[table, column].__getitem__, cells))


def _in_order(columns: Columns, *names: str) -> Iterator[_Row]:
    """Return the rows of a table in the pack's order, given the columns of a row's fields."""
    return starmap(_Row, zip(*(in_order(columns, name) for name in names), strict=True))


def _by_name(row: _Row) -> str:
    return name_key(row.name)


def _by_parent(rows: Iterable[_Row]) -> defaultdict[str, list[_Row]]:
    groups: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        groups[row.parent_id].append(row)
    return groups
