"""A file that is no such table is told what it is."""

import zipfile
from pathlib import Path

import pytest

from jjjviewer.model.schema import TABLES
from tests.model.reading.test_opening import refusal
from tests.model.reading.test_ways_of_writing import rows_of, written
from tests.model.validation.test_messages import problems
from tests.packs import zipped


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"PK\x03\x04rest", "row 1: is an Excel or LibreOffice workbook, or another .zip, not CSV"),
        (
            b"\xd0\xcf\x11\xe0rest",
            "row 1: is an old Excel workbook, not CSV. Save the table as CSV",
        ),
        (b"%PDF-1.7", "row 1: is a PDF, not CSV"),
        (b"\x1f\x8brest", "row 1: is packed with gzip, not CSV"),
        (b"<!DOCTYPE html>", "row 1: is a web page, not CSV"),
        (
            b"beijing,1\ntianjin,2\n",
            "row 1: none of the headings is known, the first is 'beijing'. Put a row with the "
            "names of the columns above the others: entity_id, paragraph.",
        ),
        (
            b"\0" * 400,
            "row 1: is a file of zeros, as a copy that was broken off leaves it, not CSV",
        ),
        (b"", "row 1: empty. Put the headings there: entity_id, paragraph."),
        (b"\xef\xbb\xbf\n\n", "row 1: empty. Put the headings there: entity_id, paragraph."),
        (
            b"entity_id paragraph statement_id\nbeijing 2 \n",
            "row 1: ' ' separates the cells. Save it with commas between them.",
        ),
        (
            b"sep=;\nentity_id,paragraph,statement_id\nbeijing,2,\n",
            "row 1: the line above the headings names another separator than theirs. "
            "Delete that line.",
        ),
        (
            b"entity_id,beijing,tianjin\nparagraph,1,2\n",
            "row 1: the table lies on its side: names of columns stand one below the other. "
            "Turn it, as by copying it and pasting it transposed.",
        ),
        (
            b"entity_id,paragraph\nbei\rjing,1\n",
            "row 2: a cell holds a carriage return and no double quotes round it. "
            "Delete it, or put the cell in double quotes.",
        ),
    ],
)
def test_a_file_that_is_no_such_table_is_told_what_it_is(
    pack: Path, content: bytes, message: str
) -> None:
    (pack / "mentions.csv").write_bytes(content)
    (said,) = refusal(pack)
    assert said.startswith(f"mentions.csv {message}")


@pytest.mark.parametrize("table", TABLES)
def test_every_table_lying_on_its_side_is_known(pack: Path, table: str) -> None:
    file = pack / TABLES[table].file
    if file.exists():
        rows = list(zip(*rows_of(file.read_text()), strict=True))
        file.write_text(written(rows))
        assert "lies on its side" in refusal(pack)[0]


@pytest.mark.parametrize("table", ["themes", "statements", "figures", "links", "units"])
def test_a_file_that_was_cut_off_is_one_message_at_its_last_row(pack: Path, table: str) -> None:
    file = pack / f"{table}.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([*lines[:3], lines[3].partition(",")[0] + ",x"]), encoding="utf-8")
    (message,) = [each for each in problems(pack) if each.file == f"{table}.csv"]
    assert message.row == 4
    assert message.message.startswith("2 cells where the header has ")


@pytest.mark.parametrize("name", ["themes.csv.txt", "themes (1).csv", "Themes.tsv", "theme.csv"])
@pytest.mark.parametrize("as_zip", [False, True])
def test_a_table_under_nearly_its_name_is_named(pack: Path, name: str, as_zip: bool) -> None:
    (pack / "themes.csv").rename(pack / name)
    assert refusal(zipped(pack) if as_zip else pack)[0] == (
        f"themes.csv: the file is missing from the pack. If '{name}' is it, name that themes.csv; "
        "otherwise add it."
    )


def test_a_zip_within_a_zip_is_told_to_be_unpacked(pack: Path, tmp_path: Path) -> None:
    for name in ("inner.zip", "inner.xlsx"):
        path = tmp_path / f"outer-{name}"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(name, "x")
        (message,) = refusal(path)
        assert f"holds '{name}' and no pack of its own. Unpack it, and open that file." in message
