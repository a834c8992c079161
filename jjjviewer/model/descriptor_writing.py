"""Describe the tables of a pack in its descriptor, as a Frictionless Data Package does.

As a command (`python -m jjjviewer.model.descriptor_writing`) it writes the resources of the
bundled packs again; run it after a change of the schema.
"""

import json

from jjjviewer.model.columns import AllColumns, row_count
from jjjviewer.model.json_types import JsonObject
from jjjviewer.model.schema import DESCRIPTOR, ID_PATTERN, TABLES, Column, Table, tables_in
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import resource

BUNDLED = ("interview", "estuary", "template")


def least_format(columns: AllColumns) -> int:
    """Return the earliest version of the format that can hold some tables."""
    for table in TABLES.values():
        if table.optional and row_count(columns[table.name]):
            return 2
        for column in table.columns:
            cells = columns[table.name][column.name]
            if (column.optional and any(cells)) or (column.may_be_unset and "" in cells):
                return 2
    return 1


def used_tables(columns: AllColumns) -> list[Table]:
    """Return the tables as they are written: without what is optional and empty."""
    return [
        table._replace(
            columns=tuple(
                column
                for column in table.columns
                if not column.optional or any(columns[table.name][column.name])
            )
        )
        for table in tables_in(least_format(columns)).values()
        if not table.optional or row_count(columns[table.name])
    ]


def descriptor_text(descriptor: JsonObject, columns: AllColumns) -> str:
    """Return `datapackage.json` for some tables; what it says beyond them stays."""
    own = descriptor["jjjviewer"] | {"format": least_format(columns)}
    resources = [_resource(table) for table in used_tables(columns)]
    written = descriptor | {"jjjviewer": own, "resources": resources}
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


def _resource(table: Table) -> JsonObject:
    schema: JsonObject = {"fields": [_field(column) for column in table.columns]}
    schema["missingValues"] = [""]
    if table.key.unique:
        schema["primaryKey"] = table.key.name
    if keys := [_foreign_key(table, column) for column in table.columns if column.refers_to]:
        schema["foreignKeys"] = keys
    return {
        "name": table.name,
        "path": table.file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> JsonObject:
    constraints = {
        "required": column.required,
        "unique": column.unique,
        "pattern": ID_PATTERN if column.is_id else "",
        "enum": list(column.choices),
        "maxLength": column.max_length,
        "minimum": column.least,
        "maximum": column.most if column.least is not None else None,
    }
    stated = {name: value for name, value in constraints.items() if value}
    field: JsonObject = {"name": column.name, "type": column.kind}
    return field | {"constraints": stated} if stated else field


def _foreign_key(table: Table, column: Column) -> JsonObject:
    # A table names itself by nothing.
    target = "" if column.refers_to == table.name else column.refers_to
    fields = TABLES[column.refers_to].key.name
    return {"fields": column.name, "reference": {"resource": target, "fields": fields}}


def main() -> None:
    """Write the descriptors of the bundled packs."""
    for name in BUNDLED:
        tables = read_tables(resource(name))
        text = descriptor_text(tables.descriptor, tables.columns)
        resource(f"{name}/{DESCRIPTOR}").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
