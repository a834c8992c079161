"""Packs on the command line: checked, and begun."""

import errno
import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from jjjviewer import cli
from tests.packs import change, copy_of_bundled, put
from tests.test_cli import names


def test_a_good_pack_is_checked_clean(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pack = copy_of_bundled(tmp_path)
    assert cli.run(["check", str(pack)]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{pack}: no errors, no warnings. It can be opened: ")


def test_a_bad_pack_is_checked_with_all_its_faults(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pack = copy_of_bundled(tmp_path)
    change(pack, "speakers", put(2, region_id="daxin"))
    change(pack, "themes", put(2, sort="first"))
    assert cli.run(["check", str(pack)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "Error: themes.csv row 2: sort: 'first' is not a whole number. Write it as 12.",
        "Error: speakers.csv row 2: region_id 'daxin' is not in regions.csv. "
        "Mend it, or add it to regions.csv.",
        f"{pack}: 2 errors, no warnings. It can't be opened.",
    ]


def test_a_doubtful_pack_is_checked_with_warnings(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pack = copy_of_bundled(tmp_path)
    change(pack, "statements", put(2, certainty="garbled"))
    assert cli.run(["check", str(pack)]) == 0
    said = capsys.readouterr().out
    assert "Warning: statements.csv row 2: garbled without a note." in said
    assert "no errors, 1 warning. It can be opened" in said


def test_a_cut_list_of_errors_states_that_there_are_more(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pack = copy_of_bundled(tmp_path)
    (pack / "mentions.csv").write_text("entity_id,paragraph\nbeijing,2\n" + "beijing,x\n" * 2_000)
    assert cli.run(["check", str(pack)]) == 1
    assert capsys.readouterr().out.endswith("Only the first 1,000 are listed.\n")


def test_what_is_no_pack_is_unreadable(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.run(["check", str(tmp_path)]) == 2
    assert "datapackage.json is missing" in capsys.readouterr().out


def test_a_console_that_can_not_show_a_name_still_gets_the_message(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "jjjviewer", "check", str(tmp_path / "采访")],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "\\u91c7\\u8bbf: nothing is there. Check the path." in done.stdout


def test_programs_get_the_problems_as_json(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pack = copy_of_bundled(tmp_path)
    change(pack, "statements", put(2, certainty="garbled"))
    assert cli.run(["check", "--json", str(pack)]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["pack"] == str(pack)
    assert report["rows"] > 1_000
    assert report["problems"] == [
        {
            "message": "garbled without a note. Say in note what is unclear.",
            "file": "statements.csv",
            "row": 2,
            "column": "note",
            "value": "",
            "severity": "warning",
        }
    ]
    assert cli.run(["check", "--json", str(tmp_path / "gone")]) == 2
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["message"] == "nothing is there. Check the path."


def test_a_new_pack_is_written_and_can_be_opened(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pack = tmp_path / "deep" / "mine"
    assert cli.run(["new", str(pack)]) == 0
    assert "Start with README.txt" in capsys.readouterr().out
    assert "README.txt" in names(pack)
    assert cli.run(["check", str(pack)]) == 0
    assert [path.name for path in pack.parent.iterdir()] == ["mine"]


def test_a_new_pack_goes_into_an_empty_folder(tmp_path: Path) -> None:
    assert cli.run(["new", str(tmp_path)]) == 0
    assert cli.run(["check", str(tmp_path)]) == 0


def test_a_new_pack_never_replaces_what_is_there(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert cli.run(["new", str(tmp_path)]) == 1
    assert "is there already. Choose another name." in capsys.readouterr().err
    assert names(tmp_path) == {"notes.txt"}
    assert cli.run(["new", str(tmp_path / "notes.txt")]) == 1
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_new_pack_that_can_not_be_written_leaves_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    assert cli.run(["new", str(tmp_path / "mine")]) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert names(tmp_path) == set()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes of that kind")
@pytest.mark.parametrize("kind", ["pipe", "device", "socket", "descriptor", "table"])
def test_what_is_no_file_is_refused_and_not_waited_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, kind: str
) -> None:
    pack = copy_of_bundled(tmp_path)
    path, code = tmp_path / "odd", 2
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "device":
            path = Path("/dev/zero")
        case "socket":
            with socket.socket(socket.AF_UNIX) as each:
                each.bind(str(path))
        case _:
            file = pack / ("datapackage.json" if kind == "descriptor" else "themes.csv")
            file.unlink()
            os.mkfifo(file)
            path, code = pack, 1
    assert cli.run(["check", str(path)]) == code
    said = capsys.readouterr().out
    assert "is neither a file nor a folder." in said or "is not a file." in said
