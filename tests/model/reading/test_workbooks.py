"""A workbook with a sheet for each table is a pack: read, saved and begun."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path

import openpyxl
import pytest

from jjjviewer.model.dataset import Dataset
from jjjviewer.model.errors import NotAPackError, PackError
from jjjviewer.model.reading.workbook import REST
from jjjviewer.model.saving import columns_of, workbook_bytes
from jjjviewer.model.schema import tables_in
from jjjviewer.model.tables import read_tables
from jjjviewer.model.template import write_template
from jjjviewer.model.template_workbook import explanations, template_workbook
from jjjviewer.paths import resource
from tests.model.reading.test_opening import not_a_pack, refusal
from tests.packs import load


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dataset = load(resource("interview"))
    path = tmp_path_factory.mktemp("saved") / "pack.xlsx"
    path.write_bytes(workbook_bytes(dataset, dataset.frames))
    return path


@pytest.fixture
def book(saved: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(saved)


def written(book: openpyxl.Workbook, folder: Path) -> Path:
    path = folder / "changed.xlsx"
    book.save(path)
    return path


def descriptor_of(dataset: Dataset) -> object:
    own = {name: text for name, text in dataset.descriptor["jjjviewer"].items() if name != "format"}
    rest = {name: each for name, each in dataset.descriptor.items() if name != "resources"}
    return rest | {"jjjviewer": own}


@pytest.mark.parametrize("name", ["interview", "estuary", "template"])
def test_a_pack_saved_as_a_workbook_opens_as_it_was(tmp_path: Path, name: str) -> None:
    before = load(resource(name))
    path = tmp_path / "pack.xlsx"
    path.write_bytes(workbook_bytes(before, before.frames))
    after = load(path)
    assert columns_of(after.frames) == columns_of(before.frames)
    assert after.source == before.source
    assert descriptor_of(after) == descriptor_of(before)
    assert after.notes == ()


def test_a_workbook_of_another_program_is_read(
    book: openpyxl.Workbook, saved: Path, tmp_path: Path
) -> None:
    assert read_tables(written(book, tmp_path)).columns == read_tables(saved).columns


def as_ods(book: openpyxl.Workbook) -> bytes:
    """Return the sheets as LibreOffice writes them, cells as text."""
    tables = []
    for sheet in book:
        rows = "".join(
            "<table:table-row>"
            + "".join(
                '<table:table-cell office:value-type="string">'
                f"<text:p>{escape('' if cell is None else str(cell))}</text:p></table:table-cell>"
                for cell in row
            )
            + "</table:table-row>"
            for row in sheet.iter_rows(values_only=True)
        )
        tables.append(f'<table:table table:name="{sheet.title}">{rows}</table:table>')
    namespaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {namespaces} '
        'office:version="1.2"><office:body><office:spreadsheet>'
        f"{''.join(tables)}</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        "</manifest:manifest>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return buffer.getvalue()


def test_an_ods_is_read(book: openpyxl.Workbook, saved: Path, tmp_path: Path) -> None:
    path = tmp_path / "pack.ods"
    path.write_bytes(as_ods(book))
    read = read_tables(path)
    assert read.columns == read_tables(saved).columns
    assert read.source == read_tables(saved).source


def test_what_it_is_counts_and_not_its_name(saved: Path, tmp_path: Path) -> None:
    path = tmp_path / "pack.zip"
    path.write_bytes(saved.read_bytes())
    assert read_tables(path).columns == read_tables(saved).columns


CELLS: dict[str, tuple[str, str, object, str]] = {
    "a whole number": ("figures", "value", 731900000000, "731900000000"),
    "a number": ("figures", "value", 0.1, "0.1"),
    "a number as text": ("figures", "value", "731900000000", "731900000000"),
    "a date": ("figures", "period_end", date(2022, 10, 21), "2022-10-21"),
    "true": ("figures", "chartable", True, "true"),
    "false as text": ("figures", "chartable", "FALSE", "false"),
    "a year in a text": ("figures", "period_text", 2022, "2022"),
    "spaces": ("figures", "status", " achieved\u00a0", "achieved"),
    "what would be a formula": ("figures", "note", "'=1+1", "'=1+1"),
    "nothing": ("figures", "note", None, ""),
}


@pytest.mark.parametrize("kind", CELLS)
def test_a_cell_is_read_as_what_it_is(book: openpyxl.Workbook, tmp_path: Path, kind: str) -> None:
    table, column, cell, meant = CELLS[kind]
    sheet = book[table]
    at = [each.value for each in sheet[1]].index(column) + 1
    sheet.cell(2, at).value = cell  # type: ignore[assignment]  # dates as well
    assert read_tables(written(book, tmp_path)).columns[table][column][0] == meant


def test_sheets_named_in_other_letters_are_found(
    book: openpyxl.Workbook, saved: Path, tmp_path: Path
) -> None:
    for sheet in book:
        sheet.title = f" {sheet.title.title()}"
    read = read_tables(written(book, tmp_path))
    assert read.columns == read_tables(saved).columns
    assert len(read.notes) == 1


def test_what_is_wrong_names_sheet_and_row(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book["themes"]["A3"] = "ecolgy"
    book["figures"]["A4"] = "F 1"
    said = refusal(written(book, tmp_path))
    assert any(
        each.startswith("sheet figures row 4: figure_id 'F 1' is not an id.") for each in said
    )
    assert not any(".csv" in each for each in said)


def test_what_is_doubtful_leads_to_its_row(book: openpyxl.Workbook, tmp_path: Path) -> None:
    sheet = book["figures"]
    at = [each.value for each in sheet[1]].index("occurrence") + 1
    sheet.cell(2, at).value = 0
    dataset = load(written(book, tmp_path))
    (warning,) = dataset.warnings
    assert str(warning) == "sheet figures row 2: occurrence 0 is below 1. Count from 1."
    assert dataset.location_of(warning).record == dataset["figures"]["figure_id"].iloc[0]


def test_a_workbook_says_where_it_comes_from(book: openpyxl.Workbook, tmp_path: Path) -> None:
    source = book["source"]
    words = [row[0].value for row in source.iter_rows()]
    row = words.index("date") + 1
    source.cell(row, 2).value = "2022-02-30"
    assert refusal(written(book, tmp_path)) == [
        f"sheet source row {row}: the date '2022-02-30' is no day: "
        "February 2022 has 28 days. Mend it."
    ]
    source.cell(row, 2).value = date(2022, 10, 21)
    source.cell(words.index(REST) + 1, 2).value = "{"
    assert "is no object of JSON. Mend it, or empty it." in refusal(written(book, tmp_path))[0]
    source.cell(words.index(REST) + 1, 2).value = None
    assert read_tables(written(book, tmp_path)).source.date == "2022-10-21"
    del book["source"]
    assert "the sheet source is missing. Add it: title," in refusal(written(book, tmp_path))[0]


def test_a_table_that_is_missing_is_named(book: openpyxl.Workbook, tmp_path: Path) -> None:
    del book["links"]
    assert refusal(written(book, tmp_path)) == [
        "sheet links: the sheet is missing from the workbook. Add it, with its headings."
    ]


def damage(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "<broken")
    return buffer.getvalue()


@pytest.mark.parametrize(
    "spoil", [damage, lambda _: b"\xd0\xcf\x11\xe0" + bytes(2_000)], ids=["damaged", "old"]
)
def test_a_damaged_workbook_is_no_pack(
    saved: Path, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "pack.xlsx"
    path.write_bytes(spoil(saved.read_bytes()))
    message = not_a_pack(path)
    assert message.startswith("could not be read: ")
    assert message.endswith("Save the workbook anew as .xlsx.")


def test_a_workbook_of_something_else_is_no_pack(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert "no sheet of this workbook is a table of a pack." in not_a_pack(written(book, tmp_path))
    with pytest.raises(NotAPackError):
        read_tables(written(book, tmp_path))


def test_a_new_workbook_has_the_template_with_choices_and_explanations(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "mine.XLSX"
    write_template(path)
    assert path.read_bytes() == template_workbook()
    assert read_tables(path).columns == read_tables(resource("template")).columns
    book = openpyxl.load_workbook(path)
    for table in tables_in(1).values():
        sheet = book[table.name]
        choices = [c for c in table.columns if c.choices or c.refers_to or c.kind == "boolean"]
        assert len(sheet.data_validations.dataValidation) == len(choices)
        for cell, column in zip(sheet[1], table.columns, strict=True):
            assert cell.comment is not None
            assert explanations()[table.name][column.name] in cell.comment.text
    with pytest.raises(FileExistsError, match="is there already"):
        write_template(path)


def test_every_column_is_explained() -> None:
    explained = explanations()
    for table in tables_in(1).values():
        assert set(explained[table.name]) == {column.name for column in table.columns}


def test_no_sheet_has_two_meanings(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book.create_sheet(" Figures")
    with pytest.raises(PackError, match="two sheets have this name"):
        read_tables(written(book, tmp_path))
