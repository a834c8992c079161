"""What spreadsheets and systems leave behind is read as it is meant, and said once."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from jjjviewer.model.columns import AllColumns
from jjjviewer.model.schema import TABLES
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack
from tests.model.reading.test_opening import refusal
from tests.packs import change, put

Alter = Callable[[str], str | bytes]


@pytest.fixture(scope="module")
def columns() -> AllColumns:
    """The tables as they are meant."""
    return read_tables(bundled_pack()).columns


def alter_all(pack: Path, alter: Alter) -> None:
    for table in TABLES.values():
        if (file := pack / table.file).exists():
            written = alter(file.read_text(encoding="utf-8"))
            file.write_bytes(written if isinstance(written, bytes) else written.encode())


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def written(rows: Sequence[Sequence[str]], delimiter: str = ",", line_end: str = "\n") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return text.getvalue()


def without_last_empty_cells(text: str) -> str:
    rows = rows_of(text)
    for row in rows[1:]:
        while len(row) > 1 and not row[-1]:
            row.pop()
    return written(rows)


def with_a_gap(text: str) -> str:
    return written([[*row[:1], "", *row[1:]] for row in rows_of(text)])


def with_spaces(space: str, *, heading: bool = True) -> Alter:
    def alter(text: str) -> str:
        first, *rows = rows_of(text)
        first = [f"{space}{name}{space}" for name in first] if heading else first
        return written([first, *([f"{space}{cell}{space}" for cell in row] for row in rows)])

    return alter


def with_headings(change_name: Callable[[str], str]) -> Alter:
    def alter(text: str) -> str:
        first, *rows = rows_of(text)
        return written([list(map(change_name, first)), *rows])

    return alter


NOTHING: Sequence[str] = ()
SPACES = ["spaces round cells are not read as part of them."]

WAYS: dict[str, tuple[Alter, Sequence[str]]] = {
    "empty columns": (
        lambda text: re.sub("(?<!\n)\n", ",,,\n", text),
        ["empty columns without a heading are left out."],
    ),
    "a column that counts the rows": (
        lambda text: written(
            [["" if at < 0 else str(at), *row] for at, row in enumerate(rows_of(text), start=-1)]
        ),
        ["csv row 2: a first column that counts rows is left out."],
    ),
    "an empty column in between": (
        with_a_gap,
        ["empty columns without a heading are left out."],
    ),
    "empty rows": (lambda text: text + ",,\n\n , \n", NOTHING),
    "empty rows in between": (
        lambda text: written([row for each in rows_of(text) for row in (each, [" "], [])]),
        ["csv row 2: empty rows are left out."],
    ),
    "missing last cells": (
        without_last_empty_cells,
        ["missing cells at the end of rows are empty."],
    ),
    "spaces": (with_spaces(" "), SPACES),
    "tabs": (with_spaces("\t"), SPACES),
    "no-break spaces": (with_spaces("\u00a0"), SPACES),
    "full-width spaces": (with_spaces("\u3000"), SPACES),
    "spaces without width": (with_spaces("\u200b"), SPACES),
    "marks of byte order everywhere": (with_spaces("\ufeff"), SPACES),
    "spaces in the cells alone": (with_spaces(" \u00a0", heading=False), SPACES),
    "a mark of byte order": (lambda text: f"\ufeff{text}", NOTHING),
    "a second mark of byte order": (lambda text: f"\ufeff\ufeff{text}", SPACES),
    "a line that names the comma": (
        lambda text: f"sep=,\n{text}",
        ["a first line that names the separator is no row."],
    ),
    "a line that names a semicolon": (
        lambda text: "\ufeffsep=;\r\n" + written(rows_of(text), ";", "\r\n"),
        ["a first line that names the separator is no row."],
    ),
    "semicolons": (
        lambda text: written(rows_of(text), ";", "\r\n"),
        ["semicolons separate the cells, and are read so."],
    ),
    "tabs between cells": (
        lambda text: written(rows_of(text), "\t"),
        ["tabs separate the cells, and are read so."],
    ),
    "capital headings": (with_headings(str.upper), ["the heading 'REGION_ID' is read as"]),
    "headings of words": (
        with_headings(lambda name: name.replace("_", " ").title()),
        ["the heading 'Region Id' is read as 'region_id'."],
    ),
    "UTF-16 with a mark": (lambda text: text.encode("utf-16"), ["is in UTF-16, and read so."]),
    "UTF-32": (lambda text: text.encode("utf-32"), ["is in UTF-32, and read so."]),
    "UTF-16 without": (lambda text: text.encode("utf-16-le"), ["is in UTF-16, and read so."]),
    "UTF-16 the other way": (lambda text: text.encode("utf-16-be"), ["is in UTF-16"]),
    "Unicode text of Excel": (
        lambda text: written(rows_of(text), "\t", "\r\n").encode("utf-16"),
        ["is in UTF-16, and read so.", "tabs separate the cells, and are read so."],
    ),
    "line ends of Windows": (lambda text: text.replace("\n", "\r\n"), NOTHING),
    "line ends of old Macs": (lambda text: text.replace("\n", "\r"), NOTHING),
    "quotes round all": (
        lambda text: "".join(
            ",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) + "\n"
            for row in rows_of(text)
        ),
        NOTHING,
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_tables_written_in_another_way_are_read_as_they_are_meant(
    pack: Path, columns: AllColumns, way: str
) -> None:
    alter, notes = WAYS[way]
    alter_all(pack, alter)
    read = read_tables(pack)
    assert read.columns == columns
    said = [str(note) for note in read.notes]
    assert len(said) == len(notes), said
    for note in notes:
        assert any(note in each for each in said), said


CELLS = [
    ("themes", "sort", "01", "1"),
    ("themes", "sort", "+1", "1"),
    ("themes", "sort", "-01", "-1"),
    ("themes", "sort", "-0", "0"),
    ("themes", "sort", "1.0", "1"),
    ("themes", "sort", "000", "0"),
    ("mentions", "paragraph", "\u20281 ", "1"),
    ("figures", "occurrence", "1.", "1"),
    ("figures", "period_end", "31.12.2023", "2023-12-31"),
    ("figures", "period_end", "1.2.2023", "2023-02-01"),
    ("figures", "period_end", "31/12/2023", "2023-12-31"),
    ("figures", "period_end", "01/01/2023", "2023-01-01"),
    ("figures", "period_end", "12/31/2023", "2023-12-31"),
    ("figures", "period_end", "2023/1/1", "2023-01-01"),
    ("figures", "period_end", "2023年1月1日", "2023-01-01"),
    ("figures", "period_end", "2023-01-01 00:00:00", "2023-01-01"),
    ("figures", "period_end", "2023-01-01T00:00:00.000Z", "2023-01-01"),
    ("figures", "period_end", "2023-01-01T00:00:00+00:00", "2023-01-01"),
    ("entities", "lon", "\u22122.5", "-2.5"),
    ("entities", "lon", "\u20132.5", "-2.5"),
    ("figures", "chartable", "yes", "true"),
    ("figures", "chartable", "No", "false"),
    ("figures", "chartable", "TRUE", "true"),
    ("figures", "chartable", "Wahr", "true"),
    ("figures", "chartable", "0", "false"),
    ("figures", "status", "Achieved", "achieved"),
    ("figures", "status", "UNDER CONSTRUCTION", "under-construction"),
    ("figures", "status", "under_construction", "under-construction"),
    ("figures", "qualifier", " More-Than", "more-than"),
    ("figure_relations", "kind", "Do not sum", "do_not_sum"),
    ("links", "direction", "Mutual", "mutual"),
    ("entities", "type", "PLACE", "place"),
    ("themes", "label", "two\nlines", "two lines"),
    ("themes", "label", "a\ttab", "a tab"),
    ("themes", "label", "two\r\n lines\u2029", "two  lines"),
    ("figures", "unit_id", "\u200epercent\u200f", "percent"),
    ("regions", "region_id", "\u00adjjj", "jjj"),
    ("themes", "sort", "\uff11\uff12", "12"),
    ("figures", "value", "\uff11.\uff15", "1.5"),
    ("figures", "status", "\uff41chieved", "achieved"),
    ("figures", "theme_id", "\uff45cology", "ecology"),
    ("themes", "label", "'=sum", "=sum"),
]


@pytest.mark.parametrize(("table", "column", "cell", "meant"), CELLS)
def test_a_cell_written_in_another_way_is_read_as_it_is_meant(
    pack: Path, table: str, column: str, cell: str, meant: str
) -> None:
    change(pack, table, put(2, **{column: cell}))
    read = read_tables(pack)
    assert read.columns[table][column][0] == meant
    notes = [(note.file, note.row, note.column) for note in read.notes]
    assert notes == ([] if cell.startswith("'") else [(f"{table}.csv", 2, column)])


def test_a_note_is_said_once_for_the_whole_pack(pack: Path) -> None:
    change(pack, "figures", lambda rows: [row.update(status=" Achieved") for row in rows])
    change(pack, "themes", put(3, label=" x", sort="07"))
    assert [str(note) for note in read_tables(pack).notes] == [
        "themes.csv row 3: spaces round cells are not read as part of them.",
        "themes.csv row 3: '07' is read as '7', and so is what is written likewise.",
        "figures.csv row 2: 'Achieved' is read as 'achieved', and so is what is written likewise.",
    ]


def test_what_is_in_the_middle_of_a_cell_stays(pack: Path) -> None:
    change(pack, "themes", put(2, label="a\u00a0b\u200dc"))
    read = read_tables(pack)
    assert read.columns["themes"]["label"][0] == "a\u00a0b\u200dc"
    assert read.notes == ()


def test_a_cell_under_no_heading_is_not_left_out_in_silence(pack: Path) -> None:
    (pack / "mentions.csv").write_text("entity_id,,paragraph\nbeijing,,1\nhebei,x,1\n")
    assert refusal(pack) == [
        "mentions.csv row 3: 'x' stands in a column without a heading. Give it one, or delete it."
    ]
