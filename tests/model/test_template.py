"""A new pack to start from is there as a whole, or not at all."""

import errno
import shutil
from pathlib import Path

import pytest

from jjjviewer.model.tables import read_tables
from jjjviewer.model.template import write_template
from jjjviewer.paths import resource


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


@pytest.fixture(params=["new", "empty"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder that is not there yet, or has nothing in it."""
    path = tmp_path / "mine"
    if request.param == "empty":
        path.mkdir()
    return path


def test_all_files_are_there_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    rename = Path.rename

    def look(path: Path, target: Path) -> Path:
        seen.append(names(folder))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", look)
    write_template(folder)
    assert seen == [set()]
    assert names(folder) == names(resource("template"))
    assert names(folder.parent) == {"mine"}
    assert read_tables(folder).warnings == ()


def test_a_file_that_can_not_be_written_leaves_nothing_and_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = names(folder.parent)
    copied = []
    copy = shutil.copyfile

    def fill(source: Path, target: Path) -> object:
        copied.append(target)
        if len(copied) > 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        return copy(source, target)

    monkeypatch.setattr(shutil, "copyfile", fill)
    with pytest.raises(OSError, match="No space left on device"):
        write_template(folder)
    assert names(folder) == set()
    assert names(folder.parent) == before


def test_a_folder_that_can_not_be_put_in_place_leaves_nothing_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, target: Path) -> Path:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="Input/output error"):
        write_template(tmp_path / "mine")
    assert names(tmp_path) == set()


def test_a_new_folder_is_as_open_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    write_template(tmp_path / "mine")
    assert (tmp_path / "mine").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_the_folder_one_is_in_is_not_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileExistsError, match="is the folder you are in"):
        write_template(Path())
    assert names(tmp_path) == set()


def test_an_empty_folder_that_is_linked_to_stays_linked_to(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    try:
        (tmp_path / "mine").symlink_to(tmp_path / "far")
    except OSError:
        pytest.skip("this system has no links, or not for everybody")
    write_template(tmp_path / "mine")
    assert (tmp_path / "mine").is_symlink()
    assert names(tmp_path / "far") == names(resource("template"))
