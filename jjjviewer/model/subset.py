"""A subset of a dataset that is a pack again: what is selected, and every row it refers to."""

from collections.abc import Hashable

import numpy as np

from jjjviewer.model.categories import Positions
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.frames import Frames
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.schema import TABLES
from jjjviewer.model.selection import NO_FILTER, Selection, entity_id_of
from jjjviewer.model.view import View

_TABLE_OF_KIND = {
    "region": "regions",
    "speaker": "speakers",
    "theme": "themes",
    "entity": "entities",
    "figure": "figures",
    "link": "links",
}
_JOINING = {
    "figure_relations": {"from_id": "figures", "to_id": "figures"},
    "link_places": {"link_id": "links"},
    "mentions": {"paragraph": "paragraphs", "statement_id": "statements"},
}
"""Tables whose rows join others: the columns that name these, and their tables."""


def subset_of(view: View) -> Frames:
    """Return the rows of a view; all rows if nothing is selected and nothing filtered.

    These are the selected rows themselves, the view's statements, figures and links, every row
    that one of these refers to, and the relations, ends and mentions among them.
    """
    dataset, selection = view.dataset, view.selection
    if not selection.members and view.filter == NO_FILTER:
        return dataset.frames
    rows = _Rows(dataset)
    for id_ in selection.ids:
        kind = dataset.index.kind(id_)
        if kind in _TABLE_OF_KIND:
            rows.add_keys(_TABLE_OF_KIND[kind], {entity_id_of(id_)})
        if kind == "entity":
            named_in = dataset.paragraphs_naming(Selection((id_,)))
            rows.add_keys("paragraphs", {row.paragraph for row in named_in})
    for table, shown in (
        ("statements", view.statements.index),
        ("figures", view.positions),
        ("links", view.links.index),
    ):
        rows.add_at(table, np.asarray(shown))
    for name, ends in _JOINING.items():
        rows.add(name, np.logical_and.reduce([rows.naming(name, *end) for end in ends.items()]))
    return {name: frame[rows.masks[name]] for name, frame in dataset.frames.items()}


class _Rows:
    """Rows of a dataset, together with all rows they refer to, directly or not.

    Attributes:
        masks: which rows of each table these are.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._frames = dataset.frames
        self.masks = {name: np.zeros(len(frame), bool) for name, frame in self._frames.items()}

    def add(self, table: str, mask: Mask) -> None:
        """Add rows and what they refer to."""
        added = mask & ~self.masks[table]
        if not added.any():
            return
        self.masks[table] |= added
        for column in TABLES[table].columns:
            if column.refers_to:
                cells = self._frames[table].loc[added, column.name]
                self.add_keys(column.refers_to, set(cells))

    def add_at(self, table: str, positions: Positions) -> None:
        """Add the rows at some positions and what they refer to."""
        mask = np.zeros(len(self._frames[table]), dtype=bool)
        mask[positions] = True
        self.add(table, mask)

    def add_keys(self, table: str, keys: set[Hashable]) -> None:
        """Add the rows whose first cell is one of some keys."""
        self.add(table, self._frames[table][TABLES[table].key.name].isin(keys).to_numpy())

    def naming(self, table: str, column: str, target: str) -> Mask:
        """Return which rows of a table name, in a column, no row of another but one included."""
        keys = self._frames[target].loc[self.masks[target], TABLES[target].key.name]
        return self._frames[table][column].isin({"", *keys}).to_numpy()
