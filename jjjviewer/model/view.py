"""What one selection shows: the same object for the detail pane, the charts and the export."""

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from jjjviewer.model.categories import Positions, codes_of, is_one_of
from jjjviewer.model.folding import name_key
from jjjviewer.model.geography import Extent
from jjjviewer.model.index import FAMILIES
from jjjviewer.model.rule_masks import Mask, Rule
from jjjviewer.model.selection import Filter, Selection, paragraphs_in

if TYPE_CHECKING:
    from jjjviewer.model.dataset import Dataset
    from jjjviewer.model.row_types import ParagraphRow

ViewKind = Literal[
    "all",
    "region",
    "speaker",
    "theme",
    "search",
    "collection",
    "entity",
    "figure",
    "link",
    "several",
]
Order = Literal["", "text", "region", "name"]
"""How rows are sorted: as suits the chart, as in the text, by region, or by name."""

# In this order, since a figure has the id of its statement as well.
_TABLES = {"figure_id": "figures", "link_id": "links", "statement_id": "statements"}


class Group(NamedTuple):
    """One of several things that are selected to be compared, as far as nothing narrows it."""

    id: str
    """What selects it, see `Selection.of`."""
    kind: ViewKind
    name: str
    name_zh: str
    province: str
    """The region that colours it, or nothing."""
    whole: str
    """The name of another group that it is a part of, or nothing."""
    statements: Positions
    figures: Positions
    links: Positions


@dataclass(frozen=True, eq=False)
class View:
    """The answer to a `Selection`, equal to itself only. The frames are read, never written to.

    `frames` says what columns they have.
    """

    selection: Selection
    dataset: "Dataset"
    kind: ViewKind
    name: str
    name_zh: str
    speakers: pd.DataFrame
    statements: pd.DataFrame
    positions: Positions
    """Where its figures stand among all of the dataset, ascending; they are their labels too."""
    links: pd.DataFrame
    relations: pd.DataFrame
    """The rows of figure_relations of which both ends are among the figures."""
    groups: tuple[Group, ...] = ()
    """What is compared, where several things of a family are selected; figures are no groups."""
    narrowing: str = ""
    """The names of what narrows the groups, in the dataset's language."""
    filter: Filter = field(default_factory=Filter)
    order: Order = ""
    extent: Extent | None = None
    """Which part of a map is shown; None for the whole of it."""
    span: tuple[date, date] | None = None
    """Which part of a timeline is shown, likewise."""
    highlight: str = ""
    """The id of the record whose mark the user wants emphasised."""
    cache: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)
    """What `charts.cached_on_view` found in this view: here, lest it outlive the view."""

    @cached_property
    def figures(self) -> pd.DataFrame:
        """The figures, picked when they are asked for: most chart types need only a few."""
        return self.dataset.pick("figures", self.positions)

    @property
    def figure_count(self) -> int:
        """Return how many figures it has."""
        return len(self.positions)

    @property
    def only_figures(self) -> bool:
        """Return whether single figures are chosen, and not the statements they stand in."""
        return self.kind == "figure" or (self.kind == "several" and not self.groups)

    @cached_property
    def themes(self) -> pd.DataFrame:
        """All themes of the dataset, in the view's order."""
        return self.ordered(self.dataset["themes"], "theme")

    def picked(self, which: Mask | Positions) -> pd.DataFrame:
        """Return some of its figures, given by a mask or by positions."""
        return self.dataset["figures"].iloc[self.positions[which]]

    def column(self, name: str) -> pd.Series:
        """Return a column of its figures, without picking the others."""
        column = self.dataset["figures"][name]
        return column if len(column) == len(self.positions) else column.take(self.positions)

    def codes(self, name: str) -> npt.NDArray[np.integer]:
        """Return a category column of its figures as codes, in the order of the values."""
        codes = codes_of(self.dataset["figures"][name])
        return codes if len(codes) == len(self.positions) else codes[self.positions]

    def which(self, rule: Rule) -> Mask:
        """For which of its figures a rule holds; found once for all views."""
        mask = self.dataset.figure_masks.of(rule)
        return mask if len(mask) == len(self.positions) else mask[self.positions]

    def arranged(self, filter_: Filter, order: Order) -> "View":
        """Return the view with only what a filter lets through, to be drawn in an order.

        Of what has not all that the filter looks at, statements pass with a figure that does, and
        links do not.
        """
        made = self if filter_ == self.filter else self._filtered(filter_)
        made = replace(made, order=order)
        return replace(made, speakers=made.ordered(made.speakers, "speaker"))

    def _filtered(self, filter_: Filter) -> "View":
        figures = _passing(self.figures, filter_)
        positions = figures.index.to_numpy()
        statements, links = _passing(self.statements, filter_), _passing(self.links, filter_)
        columns = set(filter_.by_column())
        if not columns <= {*statements}:
            statements = statements[statements["statement_id"].isin(set(figures["statement_id"]))]
        if not columns <= {*links}:
            links = links.head(0)
        chosen = {*self.selection.ids, *statements["speaker_id"], *figures["speaker_id"]}
        return replace(
            self,
            speakers=self.speakers[self.speakers["speaker_id"].isin(chosen)],
            statements=statements,
            positions=positions,
            links=links,
            relations=relations_among(self.relations, positions, len(self.dataset["figures"])),
            groups=tuple(
                group._replace(
                    statements=np.intersect1d(group.statements, statements.index),
                    figures=np.intersect1d(group.figures, positions),
                    links=np.intersect1d(group.links, links.index),
                )
                for group in self.groups
            ),
            filter=filter_,
        )

    def paragraphs_naming(self) -> "list[ParagraphRow]":
        """Return the paragraphs that name a place that is selected, and that nothing leaves out."""
        paragraphs, kind = self.dataset["paragraphs"], self.dataset.index.kind
        families = {FAMILIES[kind(each) or "region"] for each in self.selection.members}
        if len(families) > 1 or not {*self.filter.by_column()} <= {*paragraphs}:
            shown = self.statements
        else:
            shown = _passing(paragraphs, self.filter)
        numbers = set(shown["paragraph"])
        naming = self.dataset.paragraphs_naming(self.selection)
        return [each for each in naming if each.paragraph in numbers]

    def ordered(self, rows: pd.DataFrame, name: str = "short_label") -> pd.DataFrame:
        """Sort rows of figures, speakers or themes as the view's order says.

        Args:
            rows: as they suit the chart; equal ones stay as they are.
            name: the column that holds their names.
        """
        match self.order:
            case "name":
                keys = rows[name].astype(object).map(name_key)
                order = keys.sort_values(kind="stable").index
            case "region" if "province" in rows:
                places = {province: at for at, province in enumerate(self.dataset.provinces)}
                keys = rows["province"].map(places).fillna(len(places))
                order = keys.sort_values(kind="stable").index
            case "text" if "paragraph" in rows:
                order = rows.sort_index()["paragraph"].sort_values(kind="stable").index
            case "text":
                first = self.statements.groupby(f"{name}_id", observed=True)["paragraph"].min()
                order = rows[f"{name}_id"].map(first).sort_values(kind="stable").index
            case _:
                return rows
        return rows.loc[order]

    def divided(self, rows: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
        """Divide rows of figures, statements or links among what is compared, each with its name.

        What belongs to several groups is in each; where nothing is compared, all rows are in
        one part without a name.
        """
        if not self.groups:
            return [("", rows)]
        table = _TABLES[id_column(rows)]
        return [(each.name, rows[rows.index.isin(getattr(each, table))]) for each in self.groups]


def id_column(rows: pd.DataFrame) -> str:
    """Return the column that holds the ids of figures, links or statements."""
    return next(column for column in _TABLES if column in rows)


def relations_among(relations: pd.DataFrame, figures: Positions, count: int) -> pd.DataFrame:
    """Return the relations of which both ends are among some of the figures."""
    is_among = np.zeros(count, dtype=bool)
    is_among[figures] = True
    starts, ends = (is_among[relations[f"{end}_position"].to_numpy()] for end in ("from", "to"))
    return relations.iloc[np.flatnonzero(starts & ends)]


def _passing(rows: pd.DataFrame, filter_: Filter) -> pd.DataFrame:
    """Return the rows that pass a filter, as far as they have the columns it looks at."""
    for column, values in filter_.by_column().items():
        if column not in rows:
            continue
        match column:
            case "paragraph":
                numbers = rows[column].to_numpy()
                within = [
                    (numbers >= span.start) & (numbers < span.stop)
                    for span in paragraphs_in(values)
                ]
                rows = rows[np.logical_or.reduce(within)]
            case "period_end":
                rows = rows[_are_within(rows, *values)]
            case "base_value":
                rows = rows[_are_between(rows, *values)]
            case _:
                rows = rows[rows[column].isin(values)]
    return rows


def _are_within(figures: pd.DataFrame, first: str, last: str) -> "pd.Series[bool]":
    """Return which figures are of a period that overlaps one from a first to a last day."""
    ends = figures["period_end"].fillna(figures["period_start"])
    starts = figures["period_start"].fillna(ends)
    within = ends.notna()
    if first:
        within &= ends >= pd.Timestamp(first)
    if last:
        within &= starts <= pd.Timestamp(last)
    return within


def _are_between(figures: pd.DataFrame, low: str, high: str, unit: str) -> Mask:
    """Return which figures, as far as they are in a base unit, reach into a range of values."""
    starts = figures["base_value"]
    # The two are in the unit that was printed; where the lower one is nothing, so is its factor.
    ends = (figures["value_high"] * starts / figures["value"]).fillna(starts)
    between = is_one_of(figures["base_unit"], {unit})
    if low:
        between &= (ends >= float(low)).to_numpy()
    if high:
        between &= (starts <= float(high)).to_numpy()
    return between
