"""What a valid Data Package may declare of its files is heeded."""

import json
from pathlib import Path

import pytest

from jjjviewer.model.columns import AllColumns
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack
from tests.model.reading.test_opening import refusal
from tests.model.reading.test_ways_of_writing import Alter, alter_all, rows_of, written
from tests.packs import change, put


@pytest.fixture(scope="module")
def columns() -> AllColumns:
    """The tables as they are meant."""
    return read_tables(bundled_pack()).columns


def declare(pack: Path, **more: object) -> None:
    """Declare something of all resources of a pack."""
    path = pack / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        schema = more.get("schema", {})
        assert isinstance(schema, dict)
        resource.update(more | {"schema": resource["schema"] | schema})
    path.write_text(json.dumps(descriptor), encoding="utf-8")


def with_missing(sign: str) -> Alter:
    return lambda text: written([[cell or sign for cell in row] for row in rows_of(text)])


def as_it_is(text: str) -> str:
    return text


DECLARED: dict[str, tuple[Alter, dict[str, object]]] = {
    "a semicolon": (
        lambda text: written(rows_of(text), ";"),
        {"dialect": {"delimiter": ";"}},
    ),
    "a bar": (lambda text: written(rows_of(text), "|"), {"dialect": {"delimiter": "|"}}),
    "a caret": (lambda text: written(rows_of(text), "^"), {"dialect": {"delimiter": "^"}}),
    "a delimiter as frictionless writes it": (
        lambda text: written(rows_of(text), ";"),
        {"dialect": {"csv": {"delimiter": ";"}}},
    ),
    "other quotes": (
        lambda text: "".join(",".join(f"~{cell}~" for cell in row) + "\n" for row in rows_of(text)),
        {"dialect": {"quoteChar": "~"}},
    ),
    "escaped quotes": (
        lambda text: "".join(
            ",".join('"' + cell.replace('"', '\\"') + '"' for cell in row) + "\n"
            for row in rows_of(text)
        ),
        {"dialect": {"doubleQuote": False, "escapeChar": "\\"}},
    ),
    "spaces behind commas": (
        lambda text: "".join(
            ", ".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) + "\n"
            for row in rows_of(text)
        ),
        {"dialect": {"skipInitialSpace": True}},
    ),
    "no header": (lambda text: text.partition("\n")[2], {"dialect": {"header": False}}),
    "gb18030": (lambda text: text.encode("gb18030"), {"encoding": "GB18030"}),
    "utf-16": (lambda text: text.encode("utf-16-be"), {"encoding": "utf-16-be"}),
    "NA": (with_missing("NA"), {"schema": {"missingValues": ["", "NA"]}}),
    "a dash": (with_missing("-"), {"schema": {"missingValues": ["-"]}}),
    "missing values of version 2": (
        with_missing("n/a"),
        {"schema": {"missingValues": [{"value": "n/a", "label": "not known"}]}},
    ),
    "paths with ./": (as_it_is, {}),
}


@pytest.mark.parametrize("declared", DECLARED)
def test_what_a_data_package_declares_is_read(
    pack: Path, columns: AllColumns, declared: str
) -> None:
    alter, more = DECLARED[declared]
    alter_all(pack, alter)
    declare(pack, **more)
    path = pack / "datapackage.json"
    path.write_text(path.read_text().replace('"path": "', '"path": "./'))
    assert read_tables(pack).columns == columns


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (
            {"dialect": {"delimiter": "::"}},
            "the resource 'themes': 'dialect.delimiter' is '::'. Write one character.",
        ),
        (
            {"dialect": {"header": "no"}},
            "the resource 'themes': 'dialect.header' is 'no'. Write true or false.",
        ),
        (
            {"encoding": "klingon"},
            "the resource 'themes': 'encoding' 'klingon' is not known. Write 'utf-8'.",
        ),
        (
            {"encoding": "rot13"},
            "the resource 'themes': 'encoding' 'rot13' is not known. Write 'utf-8'.",
        ),
    ],
)
def test_what_a_descriptor_declares_wrongly_is_named(
    pack: Path, more: dict[str, object], message: str
) -> None:
    declare(pack, **more)
    assert f"datapackage.json row 1: {message}" in refusal(pack)


@pytest.mark.parametrize(
    ("cell", "value"),
    [("3,5", "3.5"), ("-0,25", "-0.25"), ("1.234,5", "1234.5"), ("7", "7"), ("3.5", "3.5")],
)
def test_a_decimal_comma_between_semicolons_is_read(pack: Path, cell: str, value: str) -> None:
    change(pack, "figures", put(2, value=cell))
    alter_all(pack, lambda text: written(rows_of(text), ";"))
    assert read_tables(pack).columns["figures"]["value"][0] == value


@pytest.mark.parametrize("cell", ["1,234.5", "1,2,3", "1.23,5", ",5", "5,"])
def test_what_is_no_number_with_a_decimal_comma_is_refused(pack: Path, cell: str) -> None:
    change(pack, "figures", put(2, value=cell))
    alter_all(pack, lambda text: written(rows_of(text), ";"))
    (message,) = refusal(pack)
    assert message.startswith(f"figures.csv row 2: value: '{cell}' is not a number.")


def test_a_decimal_comma_between_commas_could_be_either_and_is_refused(pack: Path) -> None:
    change(pack, "figures", put(2, value="1,234"))
    (message,) = refusal(pack)
    assert "'1,234' is not a number" in message
