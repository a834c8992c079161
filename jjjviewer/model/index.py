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

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import Literal, TypeVar

from jjjviewer.model.columns import AllColumns, Columns, chunks, grouped, positions_by_cell

RecordTable = Literal["statements", "figures", "links"]
IdKind = Literal["region", "speaker", "theme", "entity", "figure", "link"]
_T = TypeVar("_T")
RECORDS: tuple[RecordTable, ...] = ("statements", "figures", "links")
"""The tables of what is said."""


class Index:
    """Kinds of ids, what lies within what, and the rows (positions from 0) of each id.

    Args:
        columns: of all tables.
    """

    def __init__(self, columns: AllColumns) -> None:
        self._columns = columns
        regions, speakers, entities = (
            columns[each] for each in ("regions", "speakers", "entities")
        )
        self._kinds: dict[str, IdKind] = dict.fromkeys(entities["entity_id"], "entity")
        self._kinds |= dict.fromkeys(columns["themes"]["theme_id"], "theme")
        self._kinds |= dict.fromkeys(speakers["speaker_id"], "speaker")
        self._kinds |= dict.fromkeys(regions["region_id"], "region")
        self._regions_below = grouped(regions["parent_id"], regions["region_id"])
        self._entities_below = grouped(entities["parent_id"], entities["entity_id"])
        self._provinces = _provinces(regions)
        self._speakers_of = grouped(speakers["region_id"], speakers["speaker_id"])
        self._regions_of = grouped(entities["region_id"], entities["entity_id"])
        mentions = columns["mentions"]
        self._paragraphs_of = grouped(mentions["entity_id"], mentions["paragraph"])
        self._counts: dict[tuple[str, str], Counter[str]] = {}
        self._positions: dict[tuple[str, str], Mapping[str, Sequence[int]]] = {}

    def kind(self, id_: str) -> IdKind | None:
        """Return what an id stands for; a region comes before the place of the same id."""
        if id_ in self._kinds:
            return self._kinds[id_]
        if id_ in self._columns["links"]["link_id"]:
            return "link"
        return "figure" if id_ in self._figures else None

    def ids(self) -> list[str]:
        """All ids that can be selected, but for those of figures and links."""
        return list(self._kinds)

    @property
    def provinces(self) -> list[str]:
        """The regions just below a topmost one, in the pack's order; they have a colour each."""
        return list(dict.fromkeys(each for each in self._provinces.values() if each))

    def province(self, region_id: str) -> str:
        """Return the region just below a topmost one that a region lies in, or nothing."""
        return self._provinces.get(region_id, "")

    def criterion(self, table: RecordTable, id_: str) -> tuple[str, Collection[str]]:
        """Return which column of `table` has which cells in the rows that belong to an id."""
        match self.kind(id_):
            case "region":
                return "speaker_id", self.speakers(id_)
            case "speaker":
                return "speaker_id", (id_,)
            case "theme":
                return "theme_id", (id_,)
            case "entity":
                return self._about(table, id_)
            case "figure":
                return self._with_figure(table, id_)
            case "link":
                return self._with_link(table, id_)
        raise KeyError(id_)

    def rows(self, table: RecordTable, id_: str) -> Sequence[int]:
        """Return the positions of the rows of `table` that belong to an id, in their order."""
        column, cells = self.criterion(table, id_)
        if (table, column) not in self._positions:
            self._positions[table, column] = positions_by_cell(self._columns[table][column])
        parts = _picked(self._positions[table, column], cells)
        return parts[0] if len(parts) == 1 else sorted(chain.from_iterable(parts))

    def count(self, table: RecordTable, id_: str) -> int:
        """Count the rows of `table` that belong to an id."""
        column, cells = self.criterion(table, id_)
        if (table, column) not in self._counts:
            counts = self._counts[table, column] = Counter()
            for _, (some,) in chunks(self._columns[table][column]):
                counts.update(some)
        return sum(map(self._counts[table, column].__getitem__, cells))

    def speakers(self, region_id: str) -> set[str]:
        """Return the speakers of a region and of those below it; '' stands for no region."""
        found = set(_collect(self._speakers_of, _within(region_id, self._regions_below)))
        return found | {""} if region_id in self._regions_below[""] else found

    def paragraphs(self, entity_id: str) -> set[str]:
        """Return the paragraphs that name an entity or one within it."""
        return set(_collect(self._paragraphs_of, _within(entity_id, self._entities_below)))

    def places(self, id_: str) -> set[str]:
        """Return the entities that lie within a region or an entity, itself included."""
        match self.kind(id_):
            case "region":
                return set(_collect(self._regions_of, _within(id_, self._regions_below)))
            case "entity":
                return set(_within(id_, self._entities_below))
        return set()

    def _about(self, table: RecordTable, entity_id: str) -> tuple[str, Collection[str]]:
        within = _within(entity_id, self._entities_below)
        match table:
            case "statements":
                return "paragraph", self.paragraphs(entity_id)
            case "figures":
                return "place_id", within
        return "link_id", set(_collect(self._links_of, within))

    @cached_property
    def _links_of(self) -> dict[str, list[str]]:
        ends = self._columns["link_places"]
        return grouped(ends["entity_id"], ends["link_id"])

    def _with_figure(self, table: RecordTable, figure_id: str) -> tuple[str, Collection[str]]:
        match table:
            case "statements":
                at = self._figures[figure_id]
                return "statement_id", (self._columns["figures"]["statement_id"][at],)
            case "figures":
                return "figure_id", (figure_id,)
        return "link_id", ()

    @cached_property
    def _figures(self) -> dict[str, int]:
        """The position of each figure, made when one is first selected."""
        return {id_: at for at, id_ in enumerate(self._columns["figures"]["figure_id"])}

    def _with_link(self, table: RecordTable, link_id: str) -> tuple[str, Collection[str]]:
        """Return what the speaker of a link said in its paragraph on its theme."""
        if table == "links":
            return "link_id", (link_id,)
        links, statements = self._columns["links"], self._columns["statements"]
        at = links["link_id"].index(link_id)
        shared = ("speaker_id", "paragraph", "theme_id")
        wanted = tuple(links[name][at] for name in shared)
        rows = zip(*(statements[name] for name in shared), strict=True)
        ids = statements["statement_id"]
        return "statement_id", [ids[row] for row, cells in enumerate(rows) if cells == wanted]


def _provinces(regions: Columns) -> dict[str, str]:
    parents = dict(zip(regions["region_id"], regions["parent_id"], strict=True))
    found = {}
    for id_ in in_order(regions, "region_id"):
        region = id_
        while parents[region] and parents[parents[region]]:
            region = parents[region]
        found[id_] = region if parents[region] else ""
    return found


def in_order(columns: Columns, column: str) -> list[str]:
    """Return the cells of a column of regions, speakers or themes in the pack's order."""
    pairs = zip(map(int, columns["sort"]), columns[column], strict=True)
    return [cell for _, cell in sorted(pairs, key=itemgetter(0))]


def _within(id_: str, below: Mapping[str, list[str]]) -> list[str]:
    """Return an id and all ids below it."""
    found = [id_]
    if id_ in below:
        for each in found:
            found.extend(below.get(each, []))
    return found


def _picked(groups: Mapping[str, Sequence[_T]], keys: Iterable[str]) -> list[Sequence[_T]]:
    return [groups[key] for key in keys if key in groups]


def _collect(groups: Mapping[str, Sequence[_T]], keys: Iterable[str]) -> Iterable[_T]:
    return chain.from_iterable(_picked(groups, keys))
