"""Tables that lie where the descriptor says: in folders of the pack, in several files."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack
from tests.model.reading.test_opening import point, refusal
from tests.packs import change, put, zipped

Place = Callable[[Path], object]


def everything_below(pack: Path, folder: str) -> None:
    """Put all tables into a folder, as most data packages have them."""
    (pack / folder).mkdir(parents=True)
    for file in pack.glob("*.csv"):
        file.rename(pack / folder / file.name)
    path = pack / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        resource["path"] = f"{folder}/{resource['path']}"
    path.write_text(json.dumps(descriptor), encoding="utf-8")


def rename(pack: Path, name: str, path: str) -> None:
    (pack / name).parent.mkdir(exist_ok=True)
    (pack / "themes.csv").rename(pack / name)
    point(pack, path)


def divide(pack: Path, heading: bytes) -> None:
    """Divide the themes into three files, of which the later begin with a heading."""
    heading_, *rows = (pack / "themes.csv").read_bytes().splitlines()
    (pack / "themes.csv").unlink()
    (pack / "a.csv").write_bytes(b"\n".join([heading_, *rows[:3]]))
    (pack / "more").mkdir()
    (pack / "more/b.csv").write_bytes(heading + b"\r\n".join([*rows[3:5], b""]))
    (pack / "c.csv").write_bytes(heading + b"\n".join(rows[5:]))
    point(pack, ["a.csv", "more/b.csv", "./c.csv"])


HEADING = bundled_pack().joinpath("themes.csv").read_bytes().splitlines()[0] + b"\n"
PLACES: dict[str, Place] = {
    "a folder": lambda pack: everything_below(pack, "data"),
    "a folder in a folder": lambda pack: everything_below(pack, "data/tables"),
    "a folder in other letters": lambda pack: rename(pack, "Data/Themes.csv", "data/themes.csv"),
    "a backslash": lambda pack: rename(pack, "data/themes.csv", "data\\themes.csv"),
    "another name": lambda pack: rename(pack, "topics 2024.csv", "topics 2024.csv"),
    "parts": lambda pack: divide(pack, b""),
    "parts with headings": lambda pack: divide(pack, HEADING),
    "parts with headings and marks": lambda pack: divide(pack, b"\xef\xbb\xbf" + HEADING),
}


@pytest.mark.parametrize("place", PLACES)
def test_tables_are_read_from_where_the_descriptor_says(pack: Path, place: str) -> None:
    PLACES[place](pack)
    for path in (pack, zipped(pack)):
        read = read_tables(path)
        assert read.columns == read_tables(bundled_pack()).columns
        assert any("as the descriptor says" in note.message for note in read.notes)


@pytest.mark.parametrize("heading", [b"", HEADING])
@pytest.mark.parametrize(
    ("row", "file", "number"), [(3, "a.csv", 3), (6, "more/b.csv", 3), (8, "c.csv", 3)]
)
def test_an_error_names_the_part_and_its_row(
    pack: Path, heading: bytes, row: int, file: str, number: int
) -> None:
    change(pack, "themes", put(row, sort="x"))
    divide(pack, heading)
    number -= heading == b"" and file != "a.csv"
    assert refusal(pack) == [
        f"{file} row {number}: sort: 'x' is not a whole number. Write it as 12."
    ]


@pytest.mark.parametrize("linked", ["data", "data/themes.csv"])
def test_a_link_that_leads_out_of_the_pack_is_not_followed(pack: Path, linked: str) -> None:
    rename(pack, "data/themes.csv", "data/themes.csv")
    outside = pack.parent / "outside"
    (pack / linked).rename(outside)
    (pack / linked).symlink_to(outside)
    (message,) = refusal(pack)
    assert "is a link. Not opened." in message
