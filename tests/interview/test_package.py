"""The bundled pack is the Data Package that its descriptor says it is."""

import json
import warnings
from typing import Any

import pytest

from jjjviewer.model.schema import DESCRIPTOR, ID_PATTERN, TABLES, Column, Table
from jjjviewer.paths import bundled_pack


@pytest.fixture
def descriptor() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((bundled_pack() / DESCRIPTOR).read_text(encoding="utf-8"))
    return found


def test_frictionless_finds_nothing_wrong() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import frictionless

        report = frictionless.validate(str(bundled_pack() / DESCRIPTOR))
    assert report.flatten(["fieldName", "rowNumber", "note"]) == []
    assert report.valid


def test_the_descriptor_lists_the_tables_of_the_schema(descriptor: dict[str, Any]) -> None:
    assert [each["path"] for each in descriptor["resources"]] == [t.file for t in TABLES.values()]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_the_descriptor_agrees_with_the_schema(table: Table, descriptor: dict[str, Any]) -> None:
    schema = next(each for each in descriptor["resources"] if each["name"] == table.name)["schema"]
    assert schema["fields"] == [field_of(column) for column in table.columns]
    assert schema.get("primaryKey", "") == (table.key.name if table.key.unique else "")
    assert {key["fields"]: key["reference"] for key in schema.get("foreignKeys", [])} == {
        column.name: {
            "resource": "" if column.refers_to == table.name else column.refers_to,
            "fields": TABLES[column.refers_to].key.name,
        }
        for column in table.columns
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


def test_the_source_is_named(descriptor: dict[str, Any]) -> None:
    titles = " ".join(source["title"] for source in descriptor["sources"])
    for paper in ("Beijing Daily", "Tianjin Daily", "Hebei Daily"):
        assert paper in titles
    assert descriptor["jjjviewer"]["date"] == "2022-10-21"
