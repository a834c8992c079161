"""Headings and rows that are not as the format has them."""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest

from jjjviewer.model.errors import PackError
from jjjviewer.model.tables import read_tables
from tests.model.reading.test_opening import refusal
from tests.packs import change, load, put


@pytest.mark.parametrize(
    ("header", "messages"),
    [
        ("entity_id", ["column 'paragraph' is missing. Add it."]),
        ("entity_id,paragraph,entity_id", ["column 'entity_id' stands there twice. Delete one."]),
        (
            "entity_id,paragrap",
            [
                "column 'paragraph' is missing. Add it.",
                "column 'paragrap' is not known. Did you mean 'paragraph'?",
            ],
        ),
        (
            "entity_id,paragraph,statment_id",
            ["column 'statment_id' is not known. Did you mean 'statement_id'?"],
        ),
        (
            "entity_id,Speaker",
            [
                "column 'paragraph' is missing. Add it.",
                "column 'Speaker' is not known. Delete it, or give it a name that is not there: "
                "paragraph, statement_id.",
            ],
        ),
        (
            "entity_id,,statement_id",
            [
                "column 'paragraph' is missing. Write it above column 2, which has no heading, "
                "or add it."
            ],
        ),
        (
            "'entity_id','paragraph'",
            ["the cells are in ' signs. Save it with double quotes round cells, or none."],
        ),
        (
            "My mentions\nentity_id,paragraph",
            ["the headings stand in row 2. Delete the row above them."],
        ),
        (
            "My mentions\n\nentity_id,paragraph",
            ["the headings stand in row 3. Delete the rows above them."],
        ),
        (
            "link_id,entity_id,role",
            ["its columns are those of link_places.csv. Put the table mentions here."],
        ),
        (
            "theme_id,label,label_zh,sort",
            ["its columns are those of themes.csv. Put the table mentions here."],
        ),
        ("", ["empty. Put the headings there: entity_id, paragraph."]),
    ],
)
def test_a_wrong_header_names_the_columns(pack: Path, header: str, messages: list[str]) -> None:
    (pack / "mentions.csv").write_text(f"{header}\n")
    assert refusal(pack) == [f"mentions.csv row 1: {message}" for message in messages]


@pytest.mark.parametrize("own", ["colour", "paragraphs", "notes", "Unnamed: 0.1", "检查"])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_column_of_ones_own_is_left_out_with_a_note(pack: Path, own: str, at: int) -> None:
    before = read_tables(pack).columns["mentions"]
    path = pack / "mentions.csv"
    rows = [line.split(",") for line in path.read_text().splitlines()]
    for number, row in enumerate(rows):
        row.insert(at, own if not number else "x" * (number % 2))
    path.write_text("\n".join(map(",".join, rows)) + "\n")
    after = read_tables(pack)
    assert after.columns["mentions"] == before
    assert [*map(str, after.notes)] == [
        f"mentions.csv row 1: what the format does not know is not read: '{own}'."
    ]


def test_empty_rows_that_a_spreadsheet_leaves_at_the_end_are_dropped(pack: Path) -> None:
    before = read_tables(pack).columns["mentions"]
    with (pack / "mentions.csv").open("a") as file:
        file.write(",\n,\n\n")
    assert read_tables(pack).columns["mentions"] == before


def test_empty_rows_in_between_are_counted_with_the_others(pack: Path) -> None:
    lines = ["entity_id,paragraph", "beijing,1", ",", "", "tianjin", "hebei,1", ",", ""]
    (pack / "mentions.csv").write_text("\n".join(lines) + "\n")
    assert refusal(pack) == [
        "mentions.csv row 5: 1 cell where the header has 2: paragraph is missing. "
        "Complete the row, or join what belongs together.",
    ]


def with_empty_rows(pack: Path) -> None:
    """Put an empty row above each row but the headings."""
    for file in pack.glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as opened:
            rows = [row for each in csv.reader(opened) for row in (each, ["", " "])]
        with file.open("w", encoding="utf-8", newline="") as opened:
            csv.writer(opened).writerows(rows)


def moved(message: str) -> str:
    """Return a message with its rows, but the headings, where empty ones have put them."""
    return re.sub(r"(?<=row )\d+", lambda row: str(2 * int(row[0]) - 1), message)


def test_messages_name_the_rows_of_a_file_with_empty_ones(pack: Path) -> None:
    change(pack, "themes", put(9, sort="x"))
    change(pack, "figures", put(26, figure_id="f41-1"))
    change(pack, "themes", lambda rows: rows.append(rows[0] | {"theme_id": "chengde"}))
    change(pack, "statements", put(5, speaker_id="nobody"))
    change(pack, "figures", put(7, place_id="tongzou"))
    change(pack, "entities", put(7, lat="91"))
    change(pack, "regions", put(2, parent_id="chengde"))
    before = refusal(pack)
    with_empty_rows(pack)
    assert len(before) > 6
    assert refusal(pack) == [*map(moved, before)]


def test_warnings_name_the_rows_of_a_file_with_empty_ones_and_lead_there(pack: Path) -> None:
    change(pack, "figures", put(30, value="1"))
    change(pack, "units", put(5, factor="7"))
    before = load(pack)
    with_empty_rows(pack)
    after = load(pack)
    assert [str(each) for each in after.warnings] == [moved(str(each)) for each in before.warnings]
    assert [*map(after.location_of, after.warnings)] == [*map(before.location_of, before.warnings)]
    pd.testing.assert_series_equal(after["figures"]["warning"], before["figures"]["warning"])


def test_all_that_is_wrong_is_said_at_once(pack: Path) -> None:
    (pack / "links.csv").unlink()
    change(pack, "themes", lambda rows: rows[0].update(label="", sort="first"))
    assert refusal(pack) == [
        "links.csv: the file is missing from the pack. "
        "Add it; if it has no rows, with its headings alone.",
        "themes.csv row 2: label is empty. Fill it in.",
        "themes.csv row 2: sort: 'first' is not a whole number. Write it as 12.",
    ]
    with pytest.raises(PackError, match=r"\(2 more errors\)$"):
        read_tables(pack)


def test_very_many_errors_are_not_all_listed(pack: Path) -> None:
    (pack / "mentions.csv").write_text("entity_id,paragraph\nbeijing,2\n" + "beijing,x\n" * 3_000)
    assert len(refusal(pack)) == 1_000
    (pack / "mentions.csv").write_text("entity_id,paragraph\n" + "nowhere,1,1\n" * 3_000)
    assert len(refusal(pack)) == 1_000
