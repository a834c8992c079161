"""The files of a pack are found by their names, however a system or a .zip writes them."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from jjjviewer.model.columns import AllColumns
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack
from tests.model.reading.test_opening import refusal
from tests.packs import zipped


@pytest.fixture(scope="module")
def columns() -> AllColumns:
    """The tables as they are meant."""
    return read_tables(bundled_pack()).columns


@pytest.mark.parametrize("rename", [str.upper, str.title])
def test_files_named_in_other_letters_are_found(
    pack: Path, columns: AllColumns, rename: Callable[[str], str]
) -> None:
    for file in list(pack.iterdir()):
        file.rename(pack / rename(file.name))
    for path in (pack, zipped(pack), zipped(pack, "Pack/")):
        read = read_tables(path)
        assert read.columns == columns
        (note,) = read.notes
        assert note.message.endswith(", and is read as datapackage.json.")


def test_two_files_that_differ_in_letters_alone_are_not_chosen_from(pack: Path) -> None:
    file = pack / "themes.csv"
    (pack / "Themes.csv").write_bytes(file.read_bytes())
    assert read_tables(pack).notes == ()
    file.rename(pack / "THEMES.csv")
    message = (
        "themes.csv: may be 'THEMES.csv' and 'Themes.csv'. Delete one, or name one themes.csv."
    )
    assert refusal(pack) == [message]
    assert refusal(zipped(pack)) == [message]


@pytest.mark.parametrize("top", ["", "my-pack\\", ".\\", "./", "my-pack/./", "main/data/"])
def test_a_zip_with_other_paths_is_read(pack: Path, columns: AllColumns, top: str) -> None:
    path = pack.with_suffix(".zip")
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(pack.iterdir()):
            archive.write(file, f"{top}{file.name}")
    read = read_tables(path)
    assert read.columns == columns
    assert [note.message for note in read.notes] == (
        ["backslashes in the names of its files are read as slashes."] if "\\" in top else []
    )


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../themes.csv", "a/../../b", "..\\themes.csv", "C:\\b.csv", "C:/b"]
)
def test_a_zip_with_a_name_outside_of_it_is_refused(pack: Path, name: str) -> None:
    path = zipped(pack)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), "x")
    (message,) = refusal(path)
    assert f"holds '{name}', which would lie outside of it. Not opened." in message


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["themes.csv", "./themes.csv", ".\\themes.csv", "notes.txt"])
def test_a_file_twice_in_a_zip_is_refused(pack: Path, name: str) -> None:
    (pack / "notes.txt").write_text("x")
    path = zipped(pack)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), "x")
    file = name.lstrip("./\\")
    assert refusal(path) == [
        f"{file}: stands in the .zip 2 times. Make the .zip anew, with one of each file."
    ]
