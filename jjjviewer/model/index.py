"""Which rows of a pack belong to an id: the one rule behind the tree's counts and every view.

- A region has what was said by the speakers of its region and of the regions below it. The
  topmost regions also have what nobody in particular said, such as an introduction.
- A speaker has what that speaker said.
- A theme has what was said on it.
- A figure has itself and the statement it stands in.
- A link has itself, and what its speaker said in its paragraph on its theme.
- An entity has the statements of the paragraphs that name it or an entity within it, the
  figures about these, and the links that they are an end of.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Literal, TypeVar

from jjjviewer.model.rows import Cells, Rows

if TYPE_CHECKING:
    from array import array

Table = Literal["statements", "figures", "links"]
Kind = Literal["region", "speaker", "theme", "entity", "figure", "link"]
_T = TypeVar("_T")
RECORDS: tuple[Table, ...] = ("statements", "figures", "links")
"""The tables of what is said."""
_MANY = 20_000
"""Rows that are sorted more quickly by numpy than one by one, its import included."""


class Index:
    """Row positions (from 0) by id."""

    def __init__(self, rows: Mapping[str, Rows]) -> None:
        self._kinds: dict[str, Kind] = dict.fromkeys(rows["entities"].column("entity_id"), "entity")
        self._kinds |= dict.fromkeys(rows["themes"].column("theme_id"), "theme")
        self._kinds |= dict.fromkeys(rows["speakers"].column("speaker_id"), "speaker")
        self._kinds |= dict.fromkeys(rows["regions"].column("region_id"), "region")
        self._regions_below = _grouped(rows["regions"], "parent_id", "region_id")
        self._entities_below = _grouped(rows["entities"], "parent_id", "entity_id")
        self._provinces = _provinces(rows["regions"])
        self._speakers_of = _grouped(rows["speakers"], "region_id", "speaker_id")
        self._paragraphs_of = _grouped(rows["mentions"], "entity_id", "paragraph")
        self._by_speaker = {each: _positions(rows[each].cells("speaker_id")) for each in RECORDS}
        self._by_theme = {each: _positions(rows[each].cells("theme_id")) for each in RECORDS}
        self._figure_at = rows["figures"].cells("figure_id").row_numbers
        self._statement_of = rows["figures"].cells("statement_id")
        self._statements = rows["statements"].cells("statement_id")
        self._said_in = _positions(rows["statements"].cells("paragraph"))
        self._figures_at = _positions(rows["figures"].cells("place_id"))
        self._links = rows["links"]
        self._link_at = rows["links"].cells("link_id").row_numbers
        self._regions_of = _grouped(rows["entities"], "region_id", "entity_id")
        self._links_at: dict[str, list[int]] = defaultdict(list)
        ends = rows["link_places"]
        for entity, link in zip(ends.cells("entity_id"), ends.cells("link_id"), strict=True):
            self._links_at[entity].append(self._link_at[link])

    def kind(self, id_: str) -> Kind | None:
        """What an id stands for; a region comes before the place of the same id."""
        if id_ in self._kinds:
            return self._kinds[id_]
        return "figure" if id_ in self._figure_at else "link" if id_ in self._link_at else None

    def ids(self) -> list[str]:
        """All ids that can be selected, but for those of figures and links."""
        return list(self._kinds)

    def figure_at(self, figure_id: str) -> int:
        """The position of a figure."""
        return self._figure_at[figure_id]

    @property
    def provinces(self) -> list[str]:
        """The regions just below a topmost one, in the pack's order; they have a colour each."""
        return list(dict.fromkeys(each for each in self._provinces.values() if each))

    def province(self, region_id: str) -> str:
        """The region just below a topmost one that a region lies in, or nothing."""
        return self._provinces.get(region_id, "")

    def rows(self, table: Table, id_: str) -> Sequence[int]:
        """Return the positions of the rows of `table` that belong to an id, in their order."""
        match self.kind(id_):
            case "region" if self._by_speaker[table].keys() <= self.speakers(id_):
                return range(sum(map(len, self._by_speaker[table].values())))
            case "speaker":
                return self._by_speaker[table].get(id_, ())
            case "theme":
                return self._by_theme[table].get(id_, ())
        return sorted(set(chain.from_iterable(self._parts(table, id_))))

    def count(self, table: Literal["statements", "figures"], id_: str) -> int:
        """How many rows of `table` belong to an id."""
        # Each has one speaker, one theme, one paragraph and one place.
        return sum(map(len, self._parts(table, id_)))

    def _parts(self, table: Table, id_: str) -> Iterable[Sequence[int]]:
        """The rows that belong to an id, those of each speaker, paragraph or place together."""
        match self.kind(id_):
            case "region":
                return _picked(self._by_speaker[table], self.speakers(id_))
            case "speaker":
                return _picked(self._by_speaker[table], [id_])
            case "theme":
                return _picked(self._by_theme[table], [id_])
            case "entity":
                return self._about(table, id_)
            case "figure":
                return [self._with(table, id_)]
            case "link":
                return self._beside(table, id_)
        raise KeyError(id_)

    def speakers(self, region_id: str) -> set[str]:
        """The speakers of a region and of the regions below; '' stands for nobody in particular."""
        found = set(_collect(self._speakers_of, _within(region_id, self._regions_below)))
        return found | {""} if region_id in self._regions_below[""] else found

    def paragraphs(self, entity_id: str) -> set[str]:
        """The paragraphs that name an entity or one within it."""
        return set(_collect(self._paragraphs_of, _within(entity_id, self._entities_below)))

    def places(self, id_: str) -> set[str]:
        """The entities that lie within a region or an entity, itself included."""
        match self.kind(id_):
            case "region":
                return set(_collect(self._regions_of, _within(id_, self._regions_below)))
            case "entity":
                return set(_within(id_, self._entities_below))
        return set()

    def _beside(self, table: Table, link_id: str) -> Iterable[Sequence[int]]:
        """The rows that stand beside a link in the text."""
        at = self._link_at[link_id]
        if table == "links":
            return [[at]]
        link = self._links[at]
        by_speaker = set(self._by_speaker["statements"].get(link["speaker_id"], ()))
        by_theme = set(self._by_theme["statements"].get(link["theme_id"], ()))
        beside = [*by_speaker & by_theme & set(self._said_in.get(link["paragraph"], ()))]
        if table == "statements":
            return [beside]
        return _picked(self._figures_in, map(self._statements.__getitem__, beside))

    @cached_property
    def _figures_in(self) -> Mapping[str, Sequence[int]]:
        """The figures of each statement, which only links ask for."""
        return _positions(self._statement_of)

    def _with(self, table: Table, figure_id: str) -> Sequence[int]:
        at = self._figure_at[figure_id]
        if table == "figures":
            return [at]
        if table == "links":
            return []
        return [self._statements.row_numbers[self._statement_of[at]]]

    def _about(self, table: Table, entity_id: str) -> Iterable[Sequence[int]]:
        if table == "statements":
            return _picked(self._said_in, self.paragraphs(entity_id))
        by_place = self._figures_at if table == "figures" else self._links_at
        return _picked(by_place, _within(entity_id, self._entities_below))


def _provinces(regions: Rows) -> dict[str, str]:
    parents = {row["region_id"]: row["parent_id"] for row in regions}
    found = {}
    for row in sorted(regions, key=lambda row: int(row["sort"])):
        region = row["region_id"]
        while parents[region] and parents[parents[region]]:
            region = parents[region]
        found[row["region_id"]] = region if parents[region] else ""
    return found


def _within(id_: str, below: Mapping[str, list[str]]) -> list[str]:
    """Return an id and all ids below it."""
    found = [id_]
    if id_ in below:
        for each in found:
            found.extend(below.get(each, []))
    return found


def _grouped(rows: Rows, by: str, column: str) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for key, cell in zip(rows.column(by), rows.column(column), strict=True):
        groups[key].append(cell)
    return groups


def _positions(cells: Cells) -> Mapping[str, Sequence[int]]:
    """The rows in which a column says each of what it says."""
    values, codes = cells.coded()
    if len(codes) > _MANY:
        return _sorted_positions(values, codes)
    groups: dict[str, list[int]] = {value: [] for value in values}
    lists = list(groups.values())
    for at, code in enumerate(codes):
        lists[code].append(at)
    return groups


def _sorted_positions(values: list[str], codes: "array[int]") -> Mapping[str, Sequence[int]]:
    """The same of very many rows, in a fifth of the time and memory."""
    # Not at the top: the tree of a small pack is to be seen before numpy is there.
    import numpy as np

    # The smaller the numbers, the sooner they are sorted.
    small = np.asarray(codes).astype(np.min_scalar_type(len(values)))
    order = np.argsort(small, kind="stable").data
    ends = np.bincount(codes, minlength=len(values)).cumsum().tolist()
    bounds = zip(values, [0, *ends], ends, strict=False)
    return {value: order[start:end] for value, start, end in bounds}


def _picked(groups: Mapping[str, Sequence[_T]], keys: Iterable[str]) -> Iterable[Sequence[_T]]:
    return [groups[key] for key in keys if key in groups]


def _collect(groups: Mapping[str, Sequence[_T]], keys: Iterable[str]) -> Iterable[_T]:
    return chain.from_iterable(_picked(groups, keys))
