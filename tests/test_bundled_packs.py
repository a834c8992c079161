"""The packs that come with the program are the Data Packages that their descriptors say."""

import csv
import json
import re
import warnings
from typing import Any

import pytest

from jjjviewer.model.columns import row_count
from jjjviewer.model.descriptor_writing import BUNDLED, descriptor_text
from jjjviewer.model.schema import DESCRIPTOR, ID_PATTERN, TABLES, Column, Table, tables_in
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import resource
from tests.packs import load

every_pack = pytest.mark.parametrize("name", BUNDLED)
filled_packs = pytest.mark.parametrize("name", ["interview", "estuary"])
NUMBER = re.compile(r"\d(?:[\d.,]*\d)?(?: (?:million|billion))?")
"""A number as it is printed, with its scale word."""
LONGEST = {
    "figures": {"claim": 90, "claim_zh": 45, "measure_short": 28, "measure_short_zh": 16},
    "themes": {"label_short": 14, "label_short_zh": 6},
    "statements": {"summary_zh": 150},
}
"""The characters that a headline or a label has room for."""
IN_CHINESE = {
    "figures": ("measure", "measure_short", "denominator", "note", "claim"),
    "themes": ("label_short",),
    "speakers": ("headline",),
    "statements": ("summary", "note"),
    "links": ("topic",),
}


def descriptor(name: str) -> dict[str, Any]:
    path = resource(f"{name}/{DESCRIPTOR}")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def rows(name: str, table: str) -> list[dict[str, str]]:
    with resource(f"{name}/{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@every_pack
def test_nothing_is_wrong_or_doubtful(name: str) -> None:
    # The citation of the template is there to be replaced, and said to be.
    expected = ["jjjviewer.citation"] if name == "template" else []
    assert [each.column for each in load(resource(name)).warnings] == expected


@every_pack
def test_frictionless_finds_nothing_wrong(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import frictionless

        report = frictionless.validate(str(resource(f"{name}/{DESCRIPTOR}")))
    assert report.flatten(["fieldName", "rowNumber", "note"]) == []
    assert report.valid


@every_pack
def test_the_descriptor_is_the_one_that_is_generated_from_the_schema(name: str) -> None:
    """Otherwise run ``python -m jjjviewer.model.descriptor_writing``."""
    tables = read_tables(resource(name))
    text = resource(f"{name}/{DESCRIPTOR}").read_text(encoding="utf-8")
    assert text == descriptor_text(tables.descriptor, tables.columns)


TABLES_OF_INTERVIEW = [table for table in tables_in(2).values() if not table.optional]


@pytest.mark.parametrize("table", TABLES_OF_INTERVIEW, ids=lambda table: table.name)
def test_the_descriptor_agrees_with_the_schema(table: Table) -> None:
    resources = descriptor("interview")["resources"]
    assert [each["path"] for each in resources] == [each.file for each in TABLES_OF_INTERVIEW]
    schema = next(each for each in resources if each["name"] == table.name)["schema"]
    filled = {name for row in rows("interview", table.name) for name, cell in row.items() if cell}
    columns = [column for column in table.columns if column.name in filled or not column.optional]
    assert schema["fields"] == [field_of(column) for column in columns]
    assert schema.get("primaryKey", "") == (table.key.name if table.key.unique else "")
    assert {key["fields"]: key["reference"] for key in schema.get("foreignKeys", [])} == {
        column.name: {
            "resource": "" if column.refers_to == table.name else column.refers_to,
            "fields": TABLES[column.refers_to].key.name,
        }
        for column in columns
        if column.refers_to
    }


def field_of(column: Column) -> dict[str, Any]:
    constraints = {
        "required": column.required,
        "unique": column.unique,
        "enum": list(column.choices),
        "maxLength": column.max_length,
        "pattern": ID_PATTERN if column.is_id else "",
        "minimum": column.least,
        "maximum": column.most if column.least is not None else None,
    }
    stated = {name: value for name, value in constraints.items() if value}
    return {"name": column.name, "type": column.kind} | ({"constraints": stated} if stated else {})


@filled_packs
def test_every_claim_states_its_figure_with_the_number_as_printed(name: str) -> None:
    claims = {}
    for row in rows(name, "figures"):
        claim = claims[row["figure_id"]] = row["claim"]
        assert claim and not claim.endswith("."), row
        assert set(NUMBER.findall(row["printed"])) <= set(NUMBER.findall(claim)), row
    assert len(set(claims.values())) == len(claims)


@filled_packs
def test_claims_and_short_labels_are_short_enough(name: str) -> None:
    for table, columns in LONGEST.items():
        for row in rows(name, table):
            for column, longest in columns.items():
                assert 0 < len(row[column]) <= longest, row


@filled_packs
def test_whatever_is_filled_in_english_is_filled_in_chinese(name: str) -> None:
    for table, columns in IN_CHINESE.items():
        for row in rows(name, table):
            for column in columns:
                assert bool(row[column]) == bool(row[f"{column}_zh"]), (column, row)


@filled_packs
def test_a_mention_names_a_statement_of_its_paragraph(name: str) -> None:
    paragraph = {row["statement_id"]: row["paragraph"] for row in rows(name, "statements")}
    statements: dict[tuple[str, str], list[str]] = {}
    for row in rows(name, "mentions"):
        assert paragraph.get(row["statement_id"], row["paragraph"]) == row["paragraph"]
        statements.setdefault((row["entity_id"], row["paragraph"]), []).append(row["statement_id"])
    for named in statements.values():
        assert len(named) == len(set(named))
        assert named == [""] or "" not in named


def test_the_newspapers_of_the_interview_are_named() -> None:
    own = descriptor("interview")
    titles = " ".join(source["title"] for source in own["sources"])
    for paper in ("Beijing Daily", "Tianjin Daily", "Hebei Daily"):
        assert paper in titles
    assert own["jjjviewer"]["date"] == "2022-10-21"


def test_the_template_explains_every_table_column_and_choice() -> None:
    text = resource("template/README.txt").read_text(encoding="utf-8")
    chapters = dict(re.findall(r"^(\w+)\.csv: .*\n-+\n((?:.+\n)+)", text, re.MULTILINE))
    assert list(chapters) == list(tables_in(1))
    more = re.findall(r"^(\w+)\.csv +([\w, ]+)$", text.partition("More columns")[2], re.MULTILINE)
    assert {name: columns.split(", ") for name, columns in more} == {
        table.name: [column.name for column in table.columns if column.optional or table.optional]
        for table in TABLES.values()
        if table.optional or any(column.optional for column in table.columns)
    }
    for table in tables_in(1).values():
        lines = re.findall(r"^(\w+) {2,}(.+(?:\n +.+)*)", chapters[table.name], re.MULTILINE)
        assert [name for name, _ in lines] == [column.name for column in table.columns]
        explained = dict(lines)
        for column in table.columns:
            for choice in column.choices:
                assert choice in explained[column.name]


def test_the_template_has_a_row_in_every_table_that_a_figure_needs() -> None:
    tables = read_tables(resource("template")).columns
    empty = {name for name in tables_in(1) if not row_count(tables[name])}
    assert empty == {"figure_relations", "links", "link_places"}
