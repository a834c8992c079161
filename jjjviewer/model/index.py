"""Which rows of a pack belong to an id: the one rule behind the tree's counts and every view.

- A region has what was said by the speakers of its region and of the regions below it. The
  topmost regions also have what nobody in particular said, such as an introduction.
- A speaker has what that speaker said.
- A theme has what was said on it.
- A figure has itself and the statement it stands in.
- A link has itself, and what its speaker said in its paragraph on its theme.
- An entity has the statements that name it or an entity within it, the figures about these with
  their statements, and the links that they are an end of. In a pack that does not say which
  statements name an entity, those of the paragraphs that do count.
- A search has what holds its words, see `text_matching`.
- The collection has the records that the user collected, and the statements of such figures.

What narrows what: within a family (see `family`) selected things are compared, between families
they narrow one another.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import Literal

from jjjviewer.model.columns import AllColumns, Columns, distinct, grouped
from jjjviewer.model.selection import COLLECTION, PLACE, SEARCH, entity_id_of

RecordTable = Literal["statements", "figures", "links"]
IdKind = Literal["region", "speaker", "theme", "search", "collection", "entity", "figure", "link"]
Family = Literal["who", "what", "where", "records"]
FAMILIES: dict[IdKind, Family] = {
    "region": "who",
    "speaker": "who",
    "theme": "what",
    "search": "what",
    "collection": "what",
    "entity": "where",
    "figure": "records",
    "link": "records",
}
"""The family of what is selected, by its kind."""
RECORDS: tuple[RecordTable, ...] = ("statements", "figures", "links")
"""The tables of records."""


class Index:
    """Kinds of ids, what lies within what, and which rows belong to an id.

    Args:
        columns: of all tables.
    """

    def __init__(self, columns: AllColumns) -> None:
        regions, speakers, entities = (
            columns[each] for each in ("regions", "speakers", "entities")
        )
        self._entities = frozenset(entities["entity_id"])
        self._kinds: dict[str, IdKind] = dict.fromkeys(entities["entity_id"], "entity")
        self._kinds |= dict.fromkeys(columns["themes"]["theme_id"], "theme")
        self._kinds |= dict.fromkeys(speakers["speaker_id"], "speaker")
        self._kinds |= dict.fromkeys(regions["region_id"], "region")
        self._regions_below = grouped(regions["parent_id"], regions["region_id"])
        self._entities_below = grouped(entities["parent_id"], entities["entity_id"])
        self._provinces = _provinces(regions)
        self._speakers_of = grouped(speakers["region_id"], speakers["speaker_id"])
        self._regions_of = grouped(entities["region_id"], entities["entity_id"])
        mentions, ends = columns["mentions"], columns["link_places"]
        self._paragraphs_of = grouped(mentions["entity_id"], mentions["paragraph"])
        self._entities_in = grouped(mentions["paragraph"], mentions["entity_id"])
        self._statements_of = grouped(mentions["entity_id"], mentions["statement_id"])
        self.knows_naming_statements = any(mentions["statement_id"])
        """Whether mentions say which statements name an entity, and not only the paragraphs."""
        self._links_of = grouped(ends["entity_id"], ends["link_id"])
        self._links = frozenset(columns["links"]["link_id"])
        figures = columns["figures"]
        self._figure_ids = figures["figure_id"]
        self._figure_statements_of = grouped(figures["place_id"], figures["statement_id"])

    def kind(self, id_: str) -> IdKind | None:
        """Return what an id stands for.

        A region comes before the place of the same id, which is written `place:ID`.
        """
        if id_.startswith(SEARCH):
            return "search"
        if id_.startswith(PLACE):
            return "entity" if entity_id_of(id_) in self._entities else None
        if id_ in self._kinds:
            return self._kinds[id_]
        if id_ in self._links:
            return "link"
        if id_ in self._figures:
            return "figure"
        return "collection" if id_ == COLLECTION else None

    @cached_property
    def _figures(self) -> set[str]:
        """The ids of figures as a set, made when one is first asked for."""
        return distinct(self._figure_ids)

    def ids(self) -> list[str]:
        """All ids that can be selected, but for those of figures and links."""
        return list(self._kinds)

    def place(self, entity_id: str) -> str:
        """Return what selects an entity: its id, with a mark where the id alone means another."""
        return entity_id if self._kinds.get(entity_id) == "entity" else f"{PLACE}{entity_id}"

    def canonical(self, id_: str) -> str:
        """Return the one way in which an id is written."""
        is_place = id_.startswith(PLACE) and self.kind(id_) is not None
        return self.place(entity_id_of(id_)) if is_place else id_

    @property
    def provinces(self) -> list[str]:
        """The regions just below a topmost one, in the pack's order; they have a colour each."""
        return list(dict.fromkeys(each for each in self._provinces.values() if each))

    def province(self, region_id: str) -> str:
        """Return the region just below a topmost one that a region lies in, or nothing."""
        return self._provinces.get(region_id, "")

    def criterion(self, table: RecordTable, id_: str) -> tuple[str, Collection[str]]:
        """Return which column of `table` has which cells in the rows that belong to an id.

        Raises:
            KeyError: no region, speaker, theme or entity has it.
        """
        match self.kind(id_):
            case "region":
                return "speaker_id", self.speakers(id_)
            case "speaker":
                return "speaker_id", (id_,)
            case "theme":
                return "theme_id", (id_,)
            case "entity":
                return self._about(table, id_)
        raise KeyError(id_)

    def speakers(self, region_id: str) -> set[str]:
        """Return the speakers of a region and of those below it; '' stands for no speaker."""
        found = set(_collect(self._speakers_of, _within(region_id, self._regions_below)))
        return found | {""} if region_id in self._regions_below[""] else found

    def paragraphs(self, entity_id: str) -> set[str]:
        """Return the paragraphs that name an entity or one within it."""
        within = _within(entity_id_of(entity_id), self._entities_below)
        return set(_collect(self._paragraphs_of, within))

    def entities_in(self, paragraph: int) -> Collection[str] | None:
        """Return the entities that a paragraph names; None where nobody has said."""
        return self._entities_in.get(str(paragraph))

    def places(self, id_: str) -> set[str]:
        """Return the entities that lie within a region or an entity, itself included."""
        match self.kind(id_):
            case "region":
                return set(_collect(self._regions_of, _within(id_, self._regions_below)))
            case "entity":
                return set(_within(entity_id_of(id_), self._entities_below))
        return set()

    def lies_within(self, id_: str, other: str) -> bool:
        """Return whether a region, a speaker or an entity is a part of another thing."""
        match self.kind(other), self.kind(id_):
            case "region", "region":
                return id_ != other and id_ in _within(other, self._regions_below)
            case "region", "speaker":
                return id_ in self.speakers(other)
            case "entity", "entity":
                within = _within(entity_id_of(other), self._entities_below)
                return id_ != other and entity_id_of(id_) in within
        return False

    def are_all_named(self, table: RecordTable, id_: str) -> bool:
        """Return whether all records of an entity name it itself.

        Others name only what lies in it, or hold a figure about it.
        """
        named = self._links_of
        if table != "links":
            knows = self.knows_naming_statements
            named = self._statements_of if knows else self._paragraphs_of
        return {*self._about(table, id_)[1]} <= {*named.get(entity_id_of(id_), ())}

    def _about(self, table: RecordTable, id_: str) -> tuple[str, Collection[str]]:
        entity_id = entity_id_of(id_)
        within = _within(entity_id, self._entities_below)
        match table:
            case "statements" if self.knows_naming_statements:
                named = set(_collect(self._statements_of, within)) - {""}
                return "statement_id", named.union(_collect(self._figure_statements_of, within))
            case "statements":
                return "paragraph", self.paragraphs(entity_id)
            case "figures":
                return "place_id", within
        return "link_id", set(_collect(self._links_of, within))


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


def _collect(groups: Mapping[str, list[str]], keys: Iterable[str]) -> Iterable[str]:
    return chain.from_iterable(groups[key] for key in keys if key in groups)
