"""The tables of a pack: their columns, types, enumerations and references.

This is the one description of the format. The loader reads by it, and the resources in the
descriptor (`datapackage.json`) are generated from it.
"""

import math
from typing import Literal, NamedTuple

from jjjviewer import vocabulary

FORMAT = 2
"""The latest version of the format that this program reads; it reads all from 1."""

DESCRIPTOR = "datapackage.json"
ID_PATTERN = r"[a-z0-9][a-z0-9_-]{0,63}"

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
    only_warns: bool = False
    """Whether a reference that leads nowhere is only a warning, since the row can be shown."""
    optional: bool = False
    """Whether a pack of format 2 may have it; those of format 1 do not."""
    may_be_unset: bool = False
    """Whether a required cell may be empty in format 2: nobody has looked at it yet."""
    made: str = ""
    """Why it is not typed where a draft has the text: how the program makes it."""
    unseen: str = ""
    """Why detail pane, charts and exports show nothing of it, if so."""


class Table(NamedTuple):
    """One CSV file of a pack, which may be optional as a column may."""

    name: str
    columns: tuple[Column, ...]
    optional: bool = False

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


def _text(name: str, required: bool = False, max_length: int = 0, optional: bool = False) -> Column:
    return Column(name, required=required, max_length=max_length, optional=optional)


def _enum(name: str, choices: tuple[str, ...], required: bool = True) -> Column:
    return Column(name, choices=choices, required=required)


def _unset(column: Column) -> Column:
    return column._replace(may_be_unset=True)


def _integer(name: str) -> Column:
    return Column(name, kind="integer", required=True)


_SORT = _integer("sort")
_THEME = _unset(_ref("theme_id", "themes", required=True))
_STATUS = _unset(_enum("status", vocabulary.STATUSES))
_PARAGRAPH = _ref("paragraph", "paragraphs", True)._replace(kind="integer", only_warns=True)
_FOUND = "finds it again in the reader's own text"

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
                _text("headline_zh", optional=True),
                _SORT,
            ),
        ),
        Table(
            "themes",
            (
                _id("theme_id"),
                _text("label", required=True),
                _text("label_zh"),
                _text("label_short", optional=True),
                _text("label_short_zh", optional=True),
                _SORT,
            ),
        ),
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
                _text("section", required=True)._replace(unseen="readers see number and speaker"),
                _ref("speaker_id", "speakers"),
                _enum("kind", vocabulary.SECTION_KINDS),
                _text("hash12", required=True)._replace(made="Made from the text", unseen=_FOUND),
                _integer("chars")._replace(made="Counted in the text", unseen=_FOUND),
            ),
        ),
        Table(
            "statements",
            (
                _id("statement_id"),
                _ref("speaker_id", "speakers"),
                _PARAGRAPH,
                _unset(_enum("kind", vocabulary.STATEMENT_KINDS)),
                _THEME,
                _text("summary", required=True, max_length=300),
                _text("summary_zh", optional=True),
                _enum("certainty", vocabulary.CERTAINTIES),
                _text("note"),
                _text("note_zh", optional=True),
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
                _integer("occurrence")._replace(made="Counted in the text", unseen=_FOUND),
                Column("value", kind="number", required=True),
                Column("value_high", kind="number"),
                _ref("unit_id", "units"),
                _enum("quantity_kind", vocabulary.QUANTITY_KINDS),
                _text("measure", required=True),
                _text("measure_zh", optional=True),
                _text("measure_short", optional=True),
                _text("measure_short_zh", optional=True),
                _ref("region_id", "regions"),
                _ref("place_id", "entities"),
                _text("denominator"),
                _text("denominator_zh", optional=True),
                _text("period_text"),
                Column("period_start", kind="date"),
                Column("period_end", kind="date"),
                _enum("period_basis", vocabulary.PERIOD_BASES),
                _enum("qualifier", vocabulary.QUALIFIERS),
                _STATUS,
                _enum("direction", vocabulary.DIRECTIONS, required=False),
                _THEME,
                _enum("certainty", vocabulary.CERTAINTIES),
                Column("chartable", kind="boolean", required=True),
                _text("note"),
                _text("note_zh", optional=True),
                _text("claim", max_length=90, optional=True),
                _text("claim_zh", optional=True),
            ),
        ),
        Table(
            "figure_relations",
            (
                _ref("from_id", "figures", required=True),
                _ref("to_id", "figures", required=True),
                _enum("kind", vocabulary.RELATIONS),
            ),
        ),
        Table(
            "entities",
            (
                _id("entity_id"),
                _text("name", required=True),
                _text("name_zh"),
                _enum("type", vocabulary.ENTITY_TYPES),
                _text("kind"),
                _ref("parent_id", "entities"),
                _ref("region_id", "regions"),
                Column("lat", kind="number", least=-90, most=90),
                Column("lon", kind="number", least=-180, most=180),
                _enum("precision", vocabulary.PRECISIONS, required=False),
                _text("basis"),
                _text("note"),
            ),
        ),
        Table(
            "mentions",
            (
                _ref("entity_id", "entities", required=True),
                _PARAGRAPH,
                _ref("statement_id", "statements")._replace(optional=True),
            ),
        ),
        Table(
            "links",
            (
                _id("link_id"),
                _ref("speaker_id", "speakers"),
                _PARAGRAPH,
                _text("topic", required=True),
                _text("topic_zh", optional=True),
                _text("mechanism"),
                _enum("direction", vocabulary.LINK_DIRECTIONS),
                _STATUS,
                _THEME,
            ),
        ),
        Table(
            "link_places",
            (
                _ref("link_id", "links", required=True),
                _ref("entity_id", "entities", required=True),
                _enum("role", vocabulary.LINK_ROLES),
            ),
        ),
        Table(
            "texts",
            (
                _PARAGRAPH._replace(unique=True, only_warns=False, made="That of the paragraph"),
                _text("text", required=True)._replace(
                    made="The words of the article, which are read again and never typed",
                    unseen="is itself what the Text pane shows",
                ),
            ),
            optional=True,
        ),
    )
}


def tables_in(format_: int) -> dict[str, Table]:
    """Return the tables as a version of the format has them."""
    if format_ == 1:
        return {
            name: table._replace(columns=tuple(c for c in table.columns if not c.optional))
            for name, table in TABLES.items()
            if not table.optional
        }
    return {
        name: table._replace(
            columns=tuple(
                c._replace(required=False) if c.may_be_unset else c for c in table.columns
            )
        )
        for name, table in TABLES.items()
    }
