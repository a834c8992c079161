"""Packs of format 2: optional columns and tables, and choices that nobody has made yet."""

import json
import shutil
from pathlib import Path

import frictionless
import pytest

from jjjviewer.model.columns import Columns, row_count
from jjjviewer.model.descriptor_writing import least_format
from jjjviewer.model.saving import columns_of, figures_bytes, pack_bytes, workbook_bytes
from jjjviewer.model.schema import TABLES, tables_in
from jjjviewer.model.selection import Selection
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack
from tests.model.reading.test_opening import describe, refusal
from tests.packs import change, copy_in_format_1, load

COLUMNS = {
    (table.name, column.name): column for table in TABLES.values() for column in table.columns
}
CLAIM = "Firms from Beijing have put 731.9 billion yuan into Tianjin since 2017"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the bundled pack in format 2, still without anything that is new."""
    pack = copy_in_format_1(tmp_path)
    describe(pack, format=2)
    return pack


def add(pack: Path, table: str, column: str, cell: str) -> None:
    """Add a column that has one cell, in the first row, and is empty elsewhere."""

    def alter(rows: list[dict[str, str]]) -> None:
        for at, row in enumerate(rows):
            row[column] = "" if at else cell

    change(pack, table, alter)


def saved(pack: Path, folder: Path) -> Path:
    path = folder / "saved.zip"
    dataset = load(pack)
    path.write_bytes(pack_bytes(dataset, dataset.frames))
    return path


def cells(pack: Path) -> dict[str, Columns]:
    return columns_of(load(pack).frames)


def test_what_is_optional_and_missing_reads_as_empty(pack: Path) -> None:
    columns = read_tables(pack).columns
    assert set(columns["figures"]["claim"]) == {""}
    assert row_count(columns["texts"]) == 0
    bundled = read_tables(bundled_pack()).columns
    for name, table in tables_in(1).items():
        for column in table.columns:
            assert columns[name][column.name] == bundled[name][column.name]


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (table.name, each.name)
        for table in TABLES.values()
        for each in table.columns
        if each.optional
    ],
)
def test_an_optional_column_is_read_saved_and_read_again(
    pack: Path, tmp_path: Path, table: str, column: str
) -> None:
    cell = "s9-1" if column == "statement_id" else "in other words"
    add(pack, table, column, cell)
    tables = read_tables(pack)
    assert tables.columns[table][column][:2] == [cell, ""]
    again = saved(pack, tmp_path)
    assert cells(again) == cells(pack)
    assert read_tables(again).descriptor["jjjviewer"]["format"] == 2


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (table.name, each.name)
        for table in TABLES.values()
        for each in table.columns
        if each.may_be_unset
    ],
)
def test_a_choice_may_be_left_open(pack: Path, tmp_path: Path, table: str, column: str) -> None:
    add(pack, table, column, "")
    tables = read_tables(pack)
    assert least_format(tables.columns) == 2
    assert cells(saved(pack, tmp_path)) == cells(pack)
    describe(pack, format=1)
    assert f"{column} is empty. Fill it in" in refusal(pack)[0]


def test_texts_are_read_and_saved(pack: Path, tmp_path: Path) -> None:
    (pack / "texts.csv").write_text('paragraph,text\n1,"Our own words."\n', encoding="utf-8")
    tables = read_tables(pack)
    assert tables.columns["texts"] == {"paragraph": ["1"], "text": ["Our own words."]}
    again = saved(pack, tmp_path)
    assert cells(again) == cells(pack)


def test_a_pack_of_format_2_is_a_data_package(pack: Path, tmp_path: Path) -> None:
    add(pack, "figures", "claim", CLAIM)
    add(pack, "statements", "kind", "")
    (pack / "texts.csv").write_text('paragraph,text\n1,"Our own words."\n', encoding="utf-8")
    shutil.unpack_archive(saved(pack, tmp_path), tmp_path / "unpacked")
    report = frictionless.validate(str(tmp_path / "unpacked" / "datapackage.json"))
    assert report.flatten(["fieldName", "rowNumber", "note"]) == []
    names = [each["name"] for each in read_json(tmp_path / "unpacked")["resources"]]
    assert names[-1] == "texts"


def read_json(folder: Path) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = json.loads(
        (folder / "datapackage.json").read_text(encoding="utf-8")
    )
    return found


def test_a_pack_without_anything_new_is_saved_in_format_1(pack: Path, tmp_path: Path) -> None:
    data = saved(pack, tmp_path).read_bytes()
    describe(pack, format=1)
    assert saved(pack, tmp_path).read_bytes() == data
    assert read_tables(saved(pack, tmp_path)).descriptor["jjjviewer"]["format"] == 1


def test_a_pack_of_format_2_is_shown_and_exported(pack: Path) -> None:
    add(pack, "figures", "claim", CLAIM)
    for table, column in (("statements", "kind"), ("figures", "theme_id"), ("links", "status")):
        add(pack, table, column, "")
    dataset = load(pack)
    assert dataset.view(Selection()).figures["claim"].iloc[0] == CLAIM
    assert b"claim" in figures_bytes(dataset, dataset.frames)
    assert workbook_bytes(dataset, dataset.frames)


def test_a_claim_is_short(pack: Path) -> None:
    add(pack, "figures", "claim", "x" * 91)
    assert refusal(pack) == [
        "figures.csv row 2: claim has 91 characters; at most 90 fit. Shorten it."
    ]


def test_a_pack_of_format_1_with_a_later_column_is_told_to_state_format_2(pack: Path) -> None:
    add(pack, "figures", "claim", CLAIM)
    describe(pack, format=1)
    assert refusal(pack) == [
        "figures.csv row 1: column 'claim' needs version 2 of the format. "
        "Write 2 as 'format' in datapackage.json."
    ]
