"""What one selection shows: the same object for the detail pane, the charts and the export."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from jjjviewer.model.descriptor import Source
from jjjviewer.model.entity_linking import Names
from jjjviewer.model.facts import Codes, Facts, Mask, Positions, Rule
from jjjviewer.model.geography import Atlas, Extent
from jjjviewer.model.records import PAGE, Records
from jjjviewer.model.selection import Filter, Selection

_Known = TypeVar("_Known", bound=np.generic)
ViewKind = Literal["all", "region", "speaker", "theme", "entity", "figure", "link", "several"]
Language = Literal["en", "zh"]
Order = Literal["", "text", "region", "name"]
"""How rows are sorted: as suits the chart, as said, by region, or by name."""


class Naming(NamedTuple):
    """A paragraph in which somebody names the selected place."""

    speaker_id: str
    speaker: str
    paragraph: int


class End(NamedTuple):
    """A place that a link runs from or to, or that is a member of it."""

    role: str
    entity_id: str
    name: str


class Group(NamedTuple):
    """One of several things that are selected to be compared."""

    id: str
    kind: ViewKind
    name: str
    province: str
    """The region that colours it, or nothing."""
    statements: frozenset[int]
    """Labels of its rows in the frame of that name; so are the other two."""
    figures: frozenset[int]
    links: frozenset[int]
    name_zh: str = ""


@dataclass(frozen=True, eq=False)
class View:
    """The answer to a `Selection`, equal to itself only. The frames are read, never written to.

    Two views are the same only if they are one object: frames have no other equality.

    Each frame has the columns of its table (see `schema`) and these:

    - all: `speaker`, `theme` (names), `province` (id of the region below the topmost one);
    - statements, figures, links: `doubt` (what the checks warn of in this row, or nothing);
    - figures: `unit`, `dimension`, `base_unit`, `base_value` (value × factor), `region`, `place`,
      `spot` (id of the place of known position where it is drawn, or nothing);
    - links: `ends` (tuple of `End`), `places` (names, "A, B" or "A → B"), `place_ids` (tuple);
    - relations: `from_at`, `to_at` (labels of the two in `figures`).

    A row keeps the label that it has in the pack's frame, which is its position there.
    """

    selection: Selection
    kind: ViewKind
    name: str
    name_zh: str
    speakers: pd.DataFrame
    """The speakers in it, in the pack's order; also `speaker`, `region` (names),
    `region_zh`, `province`."""
    statements: pd.DataFrame
    all_figures: pd.DataFrame
    """The figures of the pack."""
    at: Positions
    """Where the figures of the view stand among them, in their order: also their labels."""
    links: pd.DataFrame
    relations: pd.DataFrame
    """The rows of figure_relations of which both ends are in `figures`."""
    themes: pd.DataFrame
    """All themes of the pack, in its order."""
    units: pd.DataFrame
    """All units of the pack; `unit` is the label in the language of the view."""
    facts: Facts
    """What is known of all figures of the pack; ask `which` and `codes` for those in the view."""
    said: Facts
    """What is known of all statements of the pack."""
    provinces: dict[str, str]
    """Names of all regions that have a colour, by id, in the order of the colours."""
    namings: tuple[Naming, ...]
    source: Source
    language: Language = "en"
    everybody: dict[str, str] = field(default_factory=dict)
    """Names of all speakers of the pack, by id."""
    groups: tuple[Group, ...] = ()
    """What is compared, where several things are selected; single figures are no groups."""
    names: Names = field(default_factory=lambda: Names({}))
    """Who and what the pack names, to be found in its texts."""
    filter: Filter = field(default_factory=Filter)
    order: Order = ""
    atlas: Atlas | None = None
    """What a map shows besides: all places and links of the pack, and outlines that fit it."""
    within: frozenset[str] = frozenset()
    """Ids of the places that lie within what is selected."""
    extent: Extent | None = None
    """Which part of a map is shown; None for the whole of it."""
    answers: dict[object, Any] = field(default_factory=dict, init=False, repr=False)
    """What others found in this view, for them to keep: here, lest it outlive the view."""

    @cached_property
    def figures(self) -> pd.DataFrame:
        """The figures of the view, picked when they are asked for: most forms need only a few."""
        is_whole = len(self.at) == len(self.all_figures)
        return self.all_figures if is_whole else self.all_figures.iloc[self.at]

    @cached_property
    def records(self) -> Records:
        """The figures of the view as tuples, made when they are looked at."""
        return Records(self.all_figures, self.at)

    def records_of(self, rows: pd.DataFrame) -> Sequence[Any]:
        """Some of the figures of the view as tuples, made once however often they are drawn.

        Of a large view the first few are, each time: they lie far apart in it.
        """
        if self.figure_count > PAGE:
            return Records(rows)
        at = np.searchsorted(self.at, rows.index.to_numpy())
        return [self.records[each] for each in at.tolist()]

    @property
    def figure_count(self) -> int:
        """How many figures it has."""
        return len(self.at)

    def picked(self, which: Mask | Positions) -> pd.DataFrame:
        """Some of the figures of the view, in the order of their positions in it."""
        return self.all_figures.iloc[self.at[which]]

    def places_of(self, labels: Positions) -> Positions:
        """Where those of some labels stand among its figures that are there."""
        there = np.unique(labels[_are_among(labels, self.at)])
        return np.searchsorted(self.at, there)

    def column(self, name: str) -> npt.NDArray[Any]:
        """A column of its figures."""
        return self._of_figures(self.all_figures[name].to_numpy())

    @property
    def only_figures(self) -> bool:
        """Whether single figures are chosen: the statements they stand in were not asked for."""
        return self.kind == "figure" or (self.kind == "several" and not self.groups)

    def which(self, rule: Rule) -> Mask:
        """Say for which of its figures a rule holds, which costs no more than to look it up."""
        return self._of_figures(self.facts.which(rule))

    def codes(self, column: str) -> Codes:
        """A column of its figures as numbers; the values are those of all figures."""
        numbers, values = self.facts.codes(column)
        return Codes(self._of_figures(numbers), values)

    def said_codes(self, statements: pd.DataFrame, column: str) -> Codes:
        """A column of some statements as numbers; the values are those of all statements."""
        numbers, values = self.said.codes(column)
        return Codes(numbers[statements.index.to_numpy()], values)

    def ranked(self, which: Mask, column: str) -> Positions:
        """Where some of its figures stand in it, the largest in a column first."""
        return self.facts.ranked(column).sorted(which, self.at)

    def _of_figures(self, known: npt.NDArray[_Known]) -> npt.NDArray[_Known]:
        """What is known of its figures, given what is known of all."""
        return known if len(known) == len(self.at) else known[self.at]

    def counted(self, column: str) -> dict[str, int]:
        """How many of its figures have each value in a column of text, if any has."""
        return self.codes(column).counted()

    def said_counted(self, column: str) -> dict[str, int]:
        """How many of its statements have each value in a column of text, if any has."""
        return self.said_codes(self.statements, column).counted()

    def arranged(self, filter_: Filter, order: Order) -> "View":
        """Return the view with only what a filter lets through, to be drawn in an order."""
        at = _let_through(self.figures, filter_).index.to_numpy()
        made = replace(
            self,
            statements=_let_through(self.statements, filter_),
            at=at,
            links=_let_through(self.links, filter_),
            relations=among(self.relations, at),
            filter=filter_,
            order=order,
        )
        return replace(
            made,
            speakers=made.ordered(self.speakers, "speaker"),
            themes=made.ordered(self.themes, "theme"),
        )

    def ordered(self, rows: pd.DataFrame, name: str = "measure") -> pd.DataFrame:
        """Sort rows of figures, speakers or themes as the view's order says.

        Args:
            rows: as they suit the chart; alike ones stay as they are.
            name: the column that holds their names.
        """
        keys = self._keys(rows, name)
        return rows if keys is None else rows.loc[keys.sort_values(kind="stable").index]

    def _keys(self, rows: pd.DataFrame, name: str) -> "pd.Series[Any] | None":
        """What rows are sorted by, or None where they stay as they are."""
        match self.order:
            case "name":
                return rows[name].str.casefold()
            case "region" if "province" in rows:
                places = {province: at for at, province in enumerate(self.provinces)}
                return rows["province"].map(places).fillna(len(places))
            case "text" if "paragraph" in rows:
                return rows.sort_index()["paragraph"]
            case "text":
                first = self.statements.groupby(f"{name}_id")["paragraph"].min()
                return rows[f"{name}_id"].map(first)
        return None

    def divided(self, rows: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
        """Divide rows of figures, statements or links among what is compared, each with its name.

        What belongs to several groups is in each; where nothing is compared, all rows are in
        one part without a name.
        """
        if not self.groups:
            return [("", rows)]
        # A figure has the id of its statement as well.
        kinds = {"figure_id": "figures", "link_id": "links", "statement_id": "statements"}
        kind = next(kind for column, kind in kinds.items() if column in rows)
        return [(each.name, rows[rows.index.isin(getattr(each, kind))]) for each in self.groups]


def among(relations: pd.DataFrame, figures: Positions) -> pd.DataFrame:
    """Those relations of which both ends are among some figures, given by their labels."""
    ends = relations[["from_at", "to_at"]].to_numpy()
    inside = _are_among(ends, figures).all(axis=1)
    return relations.iloc[np.flatnonzero(inside)]


def _are_among(labels: Positions, those: Positions) -> Mask:
    """Whether labels are among others, which are in order and may be very many."""
    if not len(those):
        return np.zeros(labels.shape, dtype=bool)
    return np.asarray(those.take(np.searchsorted(those, labels), mode="clip") == labels)


def _let_through(rows: pd.DataFrame, filter_: Filter) -> pd.DataFrame:
    wanted = {
        "status": filter_.statuses,
        "speaker_id": filter_.speakers,
        "theme_id": filter_.themes,
        "unit_id": filter_.units,
    }
    for column, values in wanted.items():
        if values and column in rows:
            rows = rows[rows[column].isin(values)]
    return rows
