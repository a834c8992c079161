"""The tree of what can be selected, with counts.

It needs no pandas, so that the window can show it before pandas is loaded.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from jjjviewer.model.index import Index
from jjjviewer.model.rows import Row, Rows
from jjjviewer.model.tables import Tables

NodeKind = Literal["region", "speaker", "themes", "theme", "places", "place"]


class Node(NamedTuple):
    """A row of the tree. The group rows, `themes` and `places`, have no id: they select nothing."""

    kind: NodeKind
    id: str = ""
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
    """Which each is of those below its parent."""
    children: list[list[int]]
    """The numbers of the nodes below each."""
    tops: list[int]


def numbered(tops: Iterable[Node]) -> Numbered:
    """Number the nodes of a tree."""
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


def outline(tables: Tables, index: Index) -> tuple[Node, ...]:
    """Return the top rows of a pack's tree: its regions, the themes, the places."""
    return _Outline(tables.rows, index).top()


class _Outline:
    def __init__(self, rows: dict[str, Rows], index: Index) -> None:
        self._rows = rows
        self._index = index
        self._places = [row for row in rows["entities"] if row["type"] == "place"]
        self._places_in = _grouped(self._places, "parent_id")
        self._regions_in = _grouped(in_order(rows["regions"]), "parent_id")
        self._speakers_in = _grouped(in_order(rows["speakers"]), "region_id")

    def top(self) -> tuple[Node, ...]:
        tops = [self._region(row) for row in self._regions_in[""]]
        themes = tuple(self._theme(row) for row in in_order(self._rows["themes"]))
        place_ids = {row["entity_id"] for row in self._places}
        places = [self._place(row) for row in self._places if row["parent_id"] not in place_ids]
        # The whole region stands at the top of the tree and needs no second row as a place.
        whole = {top.id for top in tops}
        below = tuple(place for place in places if place.children or place.id not in whole)
        groups = (Node("themes", children=themes), Node("places", children=below))
        return (*tops, *(group for group in groups if group.children))

    def _region(self, row: Row) -> Node:
        """A region; one that holds nothing but a single speaker is shown as that speaker."""
        id_ = row["region_id"]
        children = tuple(self._speaker(speaker) for speaker in self._speakers_in[id_])
        children += tuple(self._region(child) for child in self._regions_in[id_])
        if len(children) == 1 and row["parent_id"] and children[0].kind == "speaker":
            return children[0]
        return self._node("region", id_, row["name"], row["name_zh"], id_, children)

    def _speaker(self, row: Row) -> Node:
        return self._node(
            "speaker", row["speaker_id"], row["name"], row["name_zh"], row["region_id"]
        )

    def _theme(self, row: Row) -> Node:
        return self._node("theme", row["theme_id"], row["label"], row["label_zh"], "")

    def _place(self, row: Row) -> Node:
        id_ = row["entity_id"]
        children = tuple(self._place(each) for each in self._places_in[id_])
        return self._node("place", id_, row["name"], row["name_zh"], row["region_id"], children)

    def _node(
        self,
        kind: NodeKind,
        id_: str,
        name: str,
        name_zh: str,
        region_id: str,
        children: tuple[Node, ...] = (),
    ) -> Node:
        statements = self._index.count("statements", id_)
        figures = self._index.count("figures", id_)
        province = self._index.province(region_id)
        return Node(kind, id_, name, name_zh, province, statements, figures, children)


def _grouped(rows: list[Row], by: str) -> defaultdict[str, list[Row]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[by]].append(row)
    return groups


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Rows of regions, speakers or themes in the order that the pack gives them."""
    return sorted(rows, key=lambda row: int(row["sort"]))
