"""The part of a pack that the tree needs: read and validated, without pandas."""

from dataclasses import dataclass
from pathlib import Path

from jjjviewer.model.collection_json import PackIdentity, identity_of
from jjjviewer.model.errors import PackError
from jjjviewer.model.index import Index
from jjjviewer.model.reading.descriptor import Source
from jjjviewer.model.selection import Selection
from jjjviewer.model.tables import Tables, read_tables
from jjjviewer.model.tree import Node, Numbered, numbered, tree_of
from jjjviewer.paths import bundled_pack


@dataclass(frozen=True)
class Contents:
    """The source, identity, index and tree of a pack."""

    path: Path
    source: Source
    pack: PackIdentity
    """What it is known by, wherever it lies."""
    index: Index
    tops: tuple[Node, ...]
    tree: Numbered
    """The nodes of the tree with their numbers; cached, since numbering very many takes a while."""

    @property
    def first(self) -> Selection:
        """The selection that is shown at first: the topmost row."""
        return Selection(tuple(node.id for node in self.tops if node.id)[:1])


def contents_of(tables: Tables) -> Contents:
    """Arrange the rows of a pack for the tree."""
    index = Index(tables.columns)
    tops = tree_of(tables, index)
    pack = identity_of(tables.descriptor, tables.source)
    return Contents(tables.path, tables.source, pack, index, tops, numbered(tops))


def bundled_contents() -> Contents | None:
    """Read the pack that comes with the program; None where it can't be read."""
    try:
        return contents_of(read_tables(bundled_pack()))
    except (PackError, OSError):
        # The loader reads it again and reports why.
        return None
