"""What is no pack, or no safe one, is refused with a message that names the remedy."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from jjjviewer.model.errors import NotAPackError, PackError
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack
from tests.packs import load

Spoil = Callable[[Path], object]


def refusal(pack: Path) -> list[str]:
    """The errors for which a pack is refused."""
    with pytest.raises(PackError) as caught:
        read_tables(pack)
    return [str(problem) for problem in caught.value.problems]


def not_a_pack(path: Path) -> str:
    with pytest.raises(NotAPackError) as caught:
        read_tables(path)
    return str(caught.value).removeprefix(f"{path}: ")


def describe(pack: Path, **own: object) -> None:
    """Change what the descriptor says of the source."""
    path = pack / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    descriptor["jjjviewer"].update(own)
    path.write_text(json.dumps(descriptor), encoding="utf-8")


def point(pack: Path, path: object) -> None:
    """Let the descriptor say that the themes are in another place."""
    file = pack / "datapackage.json"
    descriptor = json.loads(file.read_text(encoding="utf-8"))
    themes = next(each for each in descriptor["resources"] if each["name"] == "themes")
    themes["path"] = path
    file.write_text(json.dumps(descriptor), encoding="utf-8")


def test_the_bundled_pack_is_read_without_complaint() -> None:
    read = read_tables(bundled_pack())
    regions = read.columns["regions"]["region_id"]
    assert regions[:4] == ["jjj", "beijing", "tianjin", "hebei"]
    assert read.source.date == "2022-10-21"
    assert load(bundled_pack()).warnings == ()


def test_a_character_that_json_names_in_two_halves_is_read(pack: Path) -> None:
    describe(pack, editor="\U0001f600")
    assert "\\ud83d" in (pack / "datapackage.json").read_text(encoding="utf-8")
    assert read_tables(pack).descriptor["jjjviewer"]["editor"] == "\U0001f600"


def test_the_descriptor_stands_for_its_folder(pack: Path) -> None:
    assert read_tables(pack / "datapackage.json").columns == read_tables(pack).columns


def test_a_path_with_nothing_there_is_named(tmp_path: Path) -> None:
    assert not_a_pack(tmp_path / "gone") == "nothing is there. Check the path."


def test_a_folder_without_a_descriptor_is_no_pack(tmp_path: Path) -> None:
    assert not_a_pack(tmp_path) == (
        "not a pack, because datapackage.json is missing. Choose the folder that holds it."
    )


def test_a_path_that_no_system_knows_is_no_pack() -> None:
    with pytest.raises(NotAPackError):
        read_tables(Path("a\0b"))
    with pytest.raises(NotAPackError):
        read_tables(Path("x" * 5000))


def write(name: str, content: str | bytes) -> Spoil:
    data = content if isinstance(content, bytes) else content.encode()
    return lambda pack: (pack / name).write_bytes(data)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (
            write("datapackage.json", '{"name": "x",\n oops}'),
            "datapackage.json row 2: broken JSON: Expecting property name enclosed in double "
            "quotes, column 2. Mend this line.",
        ),
        (
            write("datapackage.json", '{"name": "x", // mine\n"a": 1}'),
            "datapackage.json row 1: broken JSON: a comment, which JSON does not have. Delete it.",
        ),
        (
            write("datapackage.json", '{"name": ["x",]}'),
            "datapackage.json row 1: broken JSON: a comma too many, before ']'. Delete it.",
        ),
        (
            write("datapackage.json", '{"name": "x"\n"a": 1}'),
            "datapackage.json row 2: broken JSON: a comma is missing before column 1. Add it.",
        ),
        (
            write("datapackage.json", "[" * 100_000),
            "datapackage.json: broken JSON: nested too deeply or a number too long. Write it anew.",
        ),
        (
            write("datapackage.json", "9" * 10_000),
            "datapackage.json: broken JSON: nested too deeply or a number too long. Write it anew.",
        ),
        (
            write("datapackage.json", "[]"),
            "datapackage.json row 1: the object 'jjjviewer', which names the source, is "
            "missing. Add it.",
        ),
        (
            write("datapackage.json", " " * ((1 << 20) + 1)),
            "datapackage.json: larger than 1 MiB, which is the most that is read. "
            "Leave out what describes no pack.",
        ),
        (
            lambda pack: describe(pack, format=3),
            "datapackage.json row 1: the version of the format is 3; this JJJ Viewer reads 1 and "
            "2. Use a newer JJJ Viewer.",
        ),
        (
            lambda pack: describe(pack, format="one"),
            "datapackage.json row 1: the version of the format is 'one'; this "
            "JJJ Viewer reads 1 and 2. Write 2.",
        ),
        (
            lambda pack: describe(pack, title=7),
            "datapackage.json row 1: the title must be text, not 7. Put it in double quotes.",
        ),
        (
            lambda pack: describe(pack, date="October 2022"),
            "datapackage.json row 1: the date 'October 2022' is not a date. "
            "Write it as 2022-10-21.",
        ),
        (
            lambda pack: describe(pack, citation="bell \x07"),
            "datapackage.json row 1: the citation holds the control character U+0007. "
            "Type it anew.",
        ),
        (
            lambda pack: describe(pack, caveat="half a sign \ud800"),
            "datapackage.json row 1: the caveat holds the control character U+D800. Type it anew.",
        ),
        (
            lambda pack: describe(pack, editors=[{"name": "half a sign \ud800"}]),
            "datapackage.json row 1: 'jjjviewer.editors.name' holds the control character U+D800. "
            "Type it anew.",
        ),
        (
            lambda pack: describe(pack, editors={"\udfff": "half a sign \ud800"}),
            "datapackage.json row 1: 'jjjviewer.editors' holds the control character U+DFFF. "
            "Type it anew.",
        ),
        (
            write("datapackage.json", '{"\\uD83D": "half a sign"}'),
            "datapackage.json row 1: 'datapackage.json' holds the control character U+D83D. "
            "Type it anew.",
        ),
        (
            lambda pack: describe(pack, caveat="x" * 40_000),
            "datapackage.json row 1: the caveat has 40,000 characters; at most "
            "32,767 are read. Shorten it.",
        ),
        (
            lambda pack: point(pack, "../themes.csv"),
            "datapackage.json row 1: file '../themes.csv' lies outside the pack. Not opened. "
            "Put the file into the pack.",
        ),
        (
            lambda pack: point(pack, "C:\\themes.csv"),
            "datapackage.json row 1: file 'C:\\themes.csv' lies outside the pack. Not opened. "
            "Put the file into the pack.",
        ),
        (
            lambda pack: point(pack, ["/etc/passwd"]),
            "datapackage.json row 1: file '/etc/passwd' lies outside the pack. Not opened. "
            "Put the file into the pack.",
        ),
        (
            lambda pack: point(pack, "https://example.org/themes.csv"),
            "datapackage.json row 1: file 'https://example.org/themes.csv' is an address "
            "on the web. "
            "Not opened. Put the file into the pack.",
        ),
        (
            lambda pack: point(pack, "data/themes.csv"),
            "data/themes.csv: the file is missing from the pack. "
            "Put it there, or mend its path in datapackage.json.",
        ),
        (
            lambda pack: (pack / "themes.csv").unlink(),
            "themes.csv: the file is missing from the pack. "
            "Add it; if it has no rows, with its headings alone.",
        ),
        (
            write("themes.csv", "theme_id,label\nö,ü".encode("latin-1")),
            "themes.csv row 2: not UTF-8 (byte 16). Save it as UTF-8.",
        ),
        (
            write("mentions.csv", "entity_id,paragraph\n<<<<<<< HEAD\nbeijing,1\n=======\n"),
            "mentions.csv row 2: git could not join two versions from here on. Choose one, and "
            "delete the lines that begin with <<<<<<<, ======= and >>>>>>>.",
        ),
        (
            write("mentions.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"),
            "mentions.csv row 1: is what Git LFS leaves in place of a file. "
            "Fetch it with 'git lfs pull'.",
        ),
        (
            write("mentions.csv", "entity_id,paragraph\nbeijing,1,2\n"),
            "mentions.csv row 2: 3 cells where the header has 2. "
            "Put a cell that holds a comma in double quotes, write decimals with a point, or "
            "delete what stands behind the last heading.",
        ),
        (
            write("mentions.csv", "entity_id,paragraph\nbeijing,1\nhebei"),
            "mentions.csv row 3: 1 cell where the header has 2: paragraph is missing. Complete the "
            "row, or join what belongs together. If the file was cut off here, copy it once more.",
        ),
        (
            write("mentions.csv", 'entity_id,paragraph\nbeijing,"1\n'),
            "mentions.csv row 2: a double quote is opened here and never closed. Close it.",
        ),
        (
            write("mentions.csv", 'entity_id,paragraph\nbeijing,"1\n' + "beijing,1\n" * 20_000),
            "mentions.csv row 2: a double quote is opened here and never closed. Close it.",
        ),
        (
            lambda pack: (pack / "themes.csv").write_text('theme_id,"' + "x" * 17_000_000),
            "themes.csv row 1: a cell has more than 16,777,216 characters. "
            "Close the double quote that it may begin with, or shorten it.",
        ),
        (
            write("mentions.csv", 'entity_id,paragraph\n"bei"jing,1\n'),
            "mentions.csv row 2: not readable as CSV: ',' expected after '\"'. "
            "Write commas between cells, and a double quote inside a cell twice.",
        ),
        (
            write("mentions.csv", "entity_id,paragraph\nbeijing,1\x00\n"),
            "mentions.csv row 2: paragraph holds the control character U+0000. Type the cell anew.",
        ),
    ],
)
def test_a_spoilt_file_is_named_with_its_remedy(pack: Path, spoil: Spoil, message: str) -> None:
    spoil(pack)
    assert refusal(pack) == [message]


def test_a_fault_of_the_descriptor_is_named_with_its_line(pack: Path) -> None:
    file = pack / "datapackage.json"
    descriptor = json.loads(file.read_text(encoding="utf-8"))
    descriptor["jjjviewer"]["date"] = "2022-13-01"
    file.write_text(json.dumps(descriptor, indent=2), encoding="utf-8")
    lines = file.read_text(encoding="utf-8").splitlines()
    row = lines.index('    "date": "2022-13-01",') + 1
    assert refusal(pack) == [
        f"datapackage.json row {row}: the date '2022-13-01' is no day: "
        "there is no month 13; write the month before the day. Mend it."
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has neither links nor pipes")
def test_links_and_pipes_inside_a_pack_are_not_opened(pack: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "themes.csv"
    (pack / "themes.csv").rename(elsewhere)
    (pack / "themes.csv").symlink_to(elsewhere)
    (pack / "units.csv").unlink()
    os.mkfifo(pack / "units.csv")
    assert refusal(pack) == [
        "themes.csv: is a link. Not opened. Put the file itself into the pack.",
        "units.csv: is not a file. Put the table itself here.",
    ]
