"""The tables of a pack: their columns, types, enumerations and references.

This is the one description of the format. The loader reads by it, and the descriptor
(`datapackage.json`) of the bundled pack is tested against it.
"""

import math
from typing import Literal, NamedTuple

FORMAT = 1
"""The version of the format that this program reads."""

DESCRIPTOR = "datapackage.json"
ID_PATTERN = r"[a-z0-9][a-z0-9_-]{0,63}"

SECTION_KINDS = ("title", "byline", "headline", "body")
STATEMENT_KINDS = ("achievement", "measure", "plan", "position")
CERTAINTIES = ("clear", "inferred", "ambiguous", "garbled")
QUANTITY_KINDS = (
    "count", "money", "area", "length", "mass", "capacity",
    "share", "change", "duration", "index", "rate", "other",
)  # fmt: skip
PERIOD_BASES = ("printed", "carried", "inferred", "none")
QUALIFIERS = ("exact", "more-than", "at-least", "nearly", "about", "less-than", "at-most")
STATUSES = ("achieved", "under-construction", "planned", "target", "uncertain")
DIRECTIONS = ("up", "down")
RELATIONS = ("part_of", "from_value", "share_of", "do_not_sum")
ENTITY_TYPES = ("place", "organisation", "project", "mechanism", "policy", "person")
PRECISIONS = ("exact", "approximate", "district", "none")
LINK_DIRECTIONS = ("mutual", "flow")
LINK_ROLES = ("from", "to", "member")

Kind = Literal["string", "integer", "number", "boolean", "date"]


class Column(NamedTuple):
    """One column: its type and what a cell in it may hold."""

    name: str
    kind: Kind = "string"
    required: bool = False
    unique: bool = False
    is_id: bool = False
    choices: tuple[str, ...] = ()
    max_length: int = 0
    """In characters; 0 is no limit of its own."""
    least: float | None = None
    most: float = math.inf
    refers_to: str = ""
    """The table whose first column the cell must occur in."""
    doubtful: bool = False
    """Whether a reference that leads nowhere is only a doubt, since the row can be shown."""


class Table(NamedTuple):
    """One CSV file of a pack."""

    name: str
    columns: tuple[Column, ...]

    @property
    def file(self) -> str:
        """The file's name inside the pack."""
        return f"{self.name}.csv"

    @property
    def key(self) -> Column:
        """The first column, which identifies a row where it is an id."""
        return self.columns[0]


def _id(name: str) -> Column:
    return Column(name, required=True, unique=True, is_id=True)


def _ref(name: str, table: str, required: bool = False) -> Column:
    return Column(name, refers_to=table, required=required)


def _text(name: str, required: bool = False, max_length: int = 0) -> Column:
    return Column(name, required=required, max_length=max_length)


def _enum(name: str, choices: tuple[str, ...], required: bool = True) -> Column:
    return Column(name, choices=choices, required=required)


def _integer(name: str) -> Column:
    return Column(name, kind="integer", required=True)


_SORT = _integer("sort")
_PARAGRAPH = Column(
    "paragraph", kind="integer", required=True, refers_to="paragraphs", doubtful=True
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "regions",
            (
                _id("region_id"),
                _text("name", required=True),
                _text("name_zh"),
                _ref("parent_id", "regions"),
                _text("level", required=True),
                _SORT,
            ),
        ),
        Table(
            "speakers",
            (
                _id("speaker_id"),
                _text("name", required=True),
                _text("name_zh"),
                _text("role", required=True),
                _text("role_zh"),
                _ref("region_id", "regions", required=True),
                _text("headline"),
                _SORT,
            ),
        ),
        Table("themes", (_id("theme_id"), _text("label", required=True), _text("label_zh"), _SORT)),
        Table(
            "units",
            (
                _id("unit_id"),
                _text("label", required=True),
                _text("label_zh"),
                _text("dimension", required=True),
                _ref("base_unit", "units", required=True),
                Column("factor", kind="number", required=True, least=1e-30, most=1e30),
            ),
        ),
        Table(
            "paragraphs",
            (
                Column("paragraph", kind="integer", required=True, unique=True),
                _text("section", required=True),
                _ref("speaker_id", "speakers"),
                _enum("kind", SECTION_KINDS),
                _text("hash12", required=True),
                _integer("chars"),
            ),
        ),
        Table(
            "statements",
            (
                _id("statement_id"),
                _ref("speaker_id", "speakers"),
                _PARAGRAPH,
                _enum("kind", STATEMENT_KINDS),
                _ref("theme_id", "themes", required=True),
                _text("summary", required=True, max_length=300),
                _enum("certainty", CERTAINTIES),
                _text("note"),
            ),
        ),
        Table(
            "figures",
            (
                _id("figure_id"),
                _ref("statement_id", "statements", required=True),
                _ref("speaker_id", "speakers"),
                _PARAGRAPH,
                _text("printed", required=True, max_length=80),
                _integer("occurrence"),
                Column("value", kind="number", required=True),
                Column("value_high", kind="number"),
                _ref("unit_id", "units"),
                _enum("quantity_kind", QUANTITY_KINDS),
                _text("measure", required=True),
                _ref("region_id", "regions"),
                _ref("place_id", "entities"),
                _text("denominator"),
                _text("period_text"),
                Column("period_start", kind="date"),
                Column("period_end", kind="date"),
                _enum("period_basis", PERIOD_BASES),
                _enum("qualifier", QUALIFIERS),
                _enum("status", STATUSES),
                _enum("direction", DIRECTIONS, required=False),
                _ref("theme_id", "themes", required=True),
                _enum("certainty", CERTAINTIES),
                Column("chartable", kind="boolean", required=True),
                _text("note"),
            ),
        ),
        Table(
            "figure_relations",
            (
                _ref("from_id", "figures", required=True),
                _ref("to_id", "figures", required=True),
                _enum("kind", RELATIONS),
            ),
        ),
        Table(
            "entities",
            (
                _id("entity_id"),
                _text("name", required=True),
                _text("name_zh"),
                _enum("type", ENTITY_TYPES),
                _text("kind"),
                _ref("parent_id", "entities"),
                _ref("region_id", "regions"),
                Column("lat", kind="number", least=-90, most=90),
                Column("lon", kind="number", least=-180, most=180),
                _enum("precision", PRECISIONS, required=False),
                _text("basis"),
                _text("note"),
            ),
        ),
        Table("mentions", (_ref("entity_id", "entities", required=True), _PARAGRAPH)),
        Table(
            "links",
            (
                _id("link_id"),
                _ref("speaker_id", "speakers"),
                _PARAGRAPH,
                _text("topic", required=True),
                _text("mechanism"),
                _enum("direction", LINK_DIRECTIONS),
                _enum("status", STATUSES),
                _ref("theme_id", "themes", required=True),
            ),
        ),
        Table(
            "link_places",
            (
                _ref("link_id", "links", required=True),
                _ref("entity_id", "entities", required=True),
                _enum("role", LINK_ROLES),
            ),
        ),
    )
}
