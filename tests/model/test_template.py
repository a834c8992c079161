"""A new pack to start from is there as a whole, or not at all."""

import errno
import shutil
from pathlib import Path

import pytest

from jjjviewer.model.schema import DESCRIPTOR
from jjjviewer.model.template import write_template
from jjjviewer.model.validation.template_warnings import CITATION, TEXTS
from jjjviewer.paths import resource
from tests.packs import load


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


@pytest.fixture(params=["new", "empty"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder that is not there yet, or has nothing in it."""
    path = tmp_path / "mine"
    if request.param == "empty":
        path.mkdir()
    return path


def test_a_new_pack_has_every_file_and_nothing_to_mend_but_its_citation(folder: Path) -> None:
    write_template(folder)
    assert names(folder) == names(resource("template"))
    (warning,) = load(folder).warnings
    assert warning.column == "jjjviewer.citation"


def test_what_is_left_of_the_template_is_warned_of_once_the_citation_is_written(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "mine"
    write_template(folder)
    descriptor = folder / DESCRIPTOR
    descriptor.write_text(descriptor.read_text("utf-8").replace(CITATION, "The Post"), "utf-8")
    found = {(each.file.removesuffix(".csv"), each.column) for each in load(folder).warnings}
    assert found == {(table, column) for table, (column, _) in TEXTS.items()} | {
        (DESCRIPTOR, "jjjviewer.title")
    }


def test_a_new_pack_may_go_into_the_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_template(Path())
    assert names(tmp_path) == names(resource("template"))


@pytest.mark.parametrize("stays", [True, False], ids=["can't be taken back", "taken back"])
def test_what_went_wrong_is_told_and_nothing_is_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, stays: bool
) -> None:
    before = names(folder.parent)
    copied = []
    copy = shutil.copyfile

    def fill(source: Path, target: Path) -> object:
        copied.append(target)
        if len(copied) > 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        return copy(source, target)

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(shutil, "copyfile", fill)
    if stays:
        monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(OSError, match="No space left on device"):
        write_template(folder)
    if not stays:
        assert names(folder) == set()
        assert names(folder.parent) == before
