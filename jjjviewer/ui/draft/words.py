"""What the draft window says of columns, choices and states."""

from collections.abc import Iterable

from jjjviewer.charts.formatting import certainties, qualifiers, statement_kinds, statuses
from jjjviewer.charts.translation import tr
from jjjviewer.draft.basis import Basis, read_basis
from jjjviewer.draft.editing import NAMES
from jjjviewer.draft.records import (
    DROPPED,
    KEPT,
    LATER,
    NONE,
    OPEN,
    Change,
    Record,
    Records,
    find,
)
from jjjviewer.model.schema import TABLES

SIGNS = {KEPT: "✓", OPEN: "●", DROPPED: "✗", LATER: "…", NONE: "–"}
"""The sign before a number in the queue."""
DOUBTFUL = "?"


def state_words(state: str) -> str:
    """Return what was decided of a figure, in words."""
    return {
        KEPT: tr("kept"),
        OPEN: tr("open"),
        DROPPED: tr("dropped"),
        LATER: tr("later"),
        NONE: tr("not proposed"),
    }[state]


def basis_words(basis: Basis | None) -> str:
    """Return what an attribute rests on, in a word."""
    if basis is None:
        return ""
    words = {
        "printed": tr("printed"),
        "carried": tr("carried over"),
        "inferred": tr("inferred"),
        "typed": tr("typed"),
    }
    return words.get(basis.how, basis.how)


def choice_words(table: str, column: str) -> dict[str, str]:
    """Return what the choices of a column are called, in the words of the viewer."""
    if (table, column) == ("statements", "kind"):
        return statement_kinds()
    of = {"qualifier": qualifiers, "status": statuses, "certainty": certainties}
    return of[column]() if column in of else {}


def is_doubtful(table: str, record: Record) -> bool:
    """Return whether a record should be looked at closely.

    Something was not printed with a figure, or nobody knows a place.
    """
    if table == "entities":
        return record["state"] == OPEN and record["precision"] == "none"
    if table != "figures":
        return False
    basis = read_basis(record["basis"])
    unsure = any(each.how == "carried" for each in basis.values())
    return record["state"] == OPEN and (unsure or not record["unit_id"] or not record["measure"])


def table_words(table: str) -> str:
    """Return what the rows of a table are called."""
    return {
        "regions": tr("Regions"),
        "speakers": tr("Speakers"),
        "themes": tr("Themes"),
        "units": tr("Units"),
        "paragraphs": tr("Paragraphs"),
        "statements": tr("Statements"),
        "figures": tr("Figures"),
        "figure_relations": tr("Relations of figures"),
        "entities": tr("Places and names"),
        "mentions": tr("Mentions"),
        "links": tr("Links"),
        "link_places": tr("Ends of links"),
    }[table]


def _names_of_columns() -> dict[str, str]:
    """Return the columns whose names are others in the interface."""
    return {
        "printed": tr("Printed"),
        "value": tr("Value"),
        "value_high": tr("Up to"),
        "unit_id": tr("Unit"),
        "quantity_kind": tr("Kind of quantity"),
        "measure": tr("Measure"),
        "region_id": tr("Region"),
        "place_id": tr("Place"),
        "theme_id": tr("Theme"),
        "speaker_id": tr("Speaker"),
        "statement_id": tr("Statement"),
        "period_text": tr("Period"),
        "period_start": tr("Period from"),
        "period_end": tr("Period to"),
        "period_basis": tr("Period is"),
        "qualifier": tr("Qualifier"),
        "status": tr("Status"),
        "direction": tr("Direction"),
        "denominator": tr("Share of"),
        "certainty": tr("Certainty"),
        "chartable": tr("In charts"),
        "parent_id": tr("Lies in"),
        "lat": tr("Latitude"),
        "lon": tr("Longitude"),
        "hash12": tr("Hash"),
        "chars": tr("Characters"),
        "sort": tr("Order"),
        "entity_id": tr("Place or name"),
        "may_pass_on": tr("Text may be passed on"),
    }


def column_words(column: str) -> str:
    """Return the name of a column for a label."""
    words = _names_of_columns()
    if column in words:
        return words[column]
    # Those of the descriptor are named jjjviewer.citation and the like.
    plain = (
        column.rpartition(".")[2]
        .removesuffix("_id")
        .replace("_zh", tr(", Chinese"))
        .replace("_", " ")
    )
    return plain[:1].upper() + plain[1:]


def record_words(records: Records, table: str, record: Record) -> str:
    """Return what a row is called in a list."""
    match table:
        case "paragraphs":
            return f"¶{record['paragraph']}  {record['kind']}  {record['text'][:80]}".strip()
        case "statements":
            return f"¶{record['paragraph']}  {record['summary'] or tr('(no summary)')}"
        case "figures":
            return f"¶{record['paragraph']}  {record['printed']}  {record['measure']}"
        case "links":
            return f"¶{record['paragraph']}  {record['topic']}"
        case "figure_relations":
            return f"{record['from_id']} – {record['to_id']}  {record['kind']}"
        case "mentions" | "link_places":
            named = name_of(records, "entities", record["entity_id"])
            return f"{record.get('link_id', '')} {named}  {_paragraph(record)}".strip()
    return record[NAMES[table]] or record[TABLES[table].key.name]


def _paragraph(record: Record) -> str:
    return f"¶{record['paragraph']}" if "paragraph" in record else record["role"]


def with_others(words: str, changes: Iterable[Change], table: str, row: int) -> str:
    """Return what is changed, and in how many other rows of the table."""
    count = len({each.row for each in changes if each.table == table and each.row != row})
    return tr("{words}, in {count} more too", words=words, count=count) if count else words


def name_of(records: Records, table: str, id_: str) -> str:
    """Return the name of a row by its id; the id where it has none."""
    row = find(records, table, id_) if id_ else None
    return id_ if row is None else records[table][row][NAMES.get(table, TABLES[table].key.name)]
