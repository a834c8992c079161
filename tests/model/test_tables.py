"""A pack is read whole, or refused with a message that names file, row, column and remedy."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from jjjviewer.model.errors import NotAPackError, PackError
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack
from tests.packs import Row, change, copy_of_bundled


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copy_of_bundled(tmp_path)


def refusal(pack: Path) -> PackError:
    with pytest.raises(PackError) as caught:
        read_tables(pack)
    return caught.value


def put(row: int, column: str, value: str) -> Callable[[list[Row]], None]:
    """Put a value into a cell; rows are counted as a spreadsheet does, the header being 1."""

    def alter(rows: list[Row]) -> None:
        rows[row - 2][column] = value

    return alter


def test_the_bundled_pack_is_read_without_complaint() -> None:
    tables = read_tables(bundled_pack())
    assert [row["region_id"] for row in tables.rows["regions"]][:4] == [
        "jjj",
        "beijing",
        "tianjin",
        "hebei",
    ]
    assert tables.source.date == "2022-10-21"


def test_a_zipped_pack_is_read_like_its_folder(pack: Path, tmp_path: Path) -> None:
    archive = Path(shutil.make_archive(str(tmp_path / "zipped"), "zip", pack))
    assert read_tables(archive).rows == read_tables(pack).rows


def test_a_path_with_nothing_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotAPackError, match=r"gone: nothing is there\. Check the path\."):
        read_tables(tmp_path / "gone")


def test_a_folder_without_a_descriptor_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(NotAPackError, match=r"datapackage\.json is missing"):
        read_tables(tmp_path)


def test_a_file_that_is_no_zip_is_no_pack(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("not a pack")
    with pytest.raises(NotAPackError, match=r"A pack is a folder, or a \.zip"):
        read_tables(notes)


def test_a_missing_table_is_named(pack: Path) -> None:
    (pack / "themes.csv").unlink()
    assert str(refusal(pack)) == "themes.csv: the file is missing from the pack."


def test_broken_json_names_its_line(pack: Path) -> None:
    (pack / "datapackage.json").write_text('{"name": "x",\n oops}')
    error = refusal(pack)
    assert (error.file, error.row) == ("datapackage.json", 2)
    assert "broken JSON" in str(error)


@pytest.mark.parametrize("text", ["[]", '{"name": "x"}'])
def test_a_descriptor_without_its_source_says_so(pack: Path, text: str) -> None:
    (pack / "datapackage.json").write_text(text)
    assert "the object 'jjjviewer', which names the source, is missing" in str(refusal(pack))


def test_a_newer_format_asks_for_a_newer_viewer(pack: Path) -> None:
    own = {"jjjviewer": {"format": 2}}
    (pack / "datapackage.json").write_text(json.dumps(own))
    assert "'jjjviewer.format' is 2; this version reads 1" in str(refusal(pack))


def test_a_source_that_is_no_text_is_named(pack: Path) -> None:
    own = {"jjjviewer": {"format": 1, "title": 7}}
    (pack / "datapackage.json").write_text(json.dumps(own))
    assert "'jjjviewer.title' must be text, not 7." in str(refusal(pack))


def test_a_table_in_another_encoding_is_named(pack: Path) -> None:
    (pack / "themes.csv").write_bytes("theme_id,label\nö,ü".encode("latin-1"))
    assert str(refusal(pack)) == "themes.csv: not UTF-8 (byte 16). Save it as UTF-8."


def test_a_table_with_semicolons_is_told_from_one_with_a_missing_column(pack: Path) -> None:
    (pack / "themes.csv").write_text("theme_id;label;label_zh;sort\n")
    assert str(refusal(pack)) == ("themes.csv: seems to use ';'. Save it as comma-separated UTF-8.")


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("theme_id,label,sort", "column 'label_zh' is missing."),
        ("theme_id,label,label,label_zh,sort", "column 'label' stands there twice."),
        ("theme_id,label,label_zh,sort,colour", "column 'colour' is not known."),
    ],
)
def test_a_wrong_header_names_the_column(pack: Path, header: str, message: str) -> None:
    (pack / "themes.csv").write_text(header + "\n")
    error = refusal(pack)
    assert message in str(error)
    assert error.row == 1


def test_a_row_of_another_length_tells_how_to_mend_it(pack: Path) -> None:
    with (pack / "themes.csv").open("a") as file:
        file.write("farming,Farming, forestry,,20\n")
    assert "5 cells where the header has 4. Put a cell that holds a comma in double quotes." in str(
        refusal(pack)
    )


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "message"),
    [
        ("themes", 2, "label", "", "label is empty."),
        ("themes", 3, "theme_id", "relocation", "theme_id 'relocation' already stands in row 2."),
        ("themes", 2, "theme_id", "Re location", "theme_id 'Re location' is not an id."),
        ("themes", 2, "sort", "first", "sort: 'first' is not a whole number."),
        ("figures", 2, "value", "1,000", "value: '1,000' is not a number."),
        ("figures", 2, "value", "inf", "value: 'inf' is not a finite number."),
        ("figures", 2, "chartable", "yes", "chartable: 'yes' is neither true nor false."),
        ("figures", 2, "period_end", "21.10.2022", "'21.10.2022' is not a date."),
        ("figures", 2, "period_end", "2022-02-30", "'2022-02-30' is not a date."),
        ("figures", 2, "printed", "9" * 81, "printed has 81 characters; at most 80 fit."),
        ("figures", 2, "status", "achievd", "Did you mean 'achieved'?"),
        ("figures", 2, "unit_id", "ducats", "unit_id 'ducats' is not in units.csv."),
        ("speakers", 2, "region_id", "daxin", "Did you mean 'daxing'?"),
        ("regions", 2, "parent_id", "daxing", "lies within itself."),
    ],
)
def test_a_wrong_cell_is_named_with_its_remedy(
    pack: Path, table: str, row: int, column: str, value: str, message: str
) -> None:
    change(pack, table, put(row, column, value))
    error = refusal(pack)
    assert message in str(error)
    assert str(error).startswith(f"{table}.csv row {row}: ")
    assert (error.file, error.row, error.column, error.value) == (
        f"{table}.csv",
        row,
        column,
        value,
    )
