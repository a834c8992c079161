"""Files are as open as any others, whatever else goes on while they are written."""

import os
from pathlib import Path

import pytest

from jjjviewer.export.atomic_write import write


@pytest.mark.skipif(os.name == "nt", reason="this system has no rights of that kind")
@pytest.mark.parametrize("mask", [0o022, 0o027, 0o077])
def test_a_file_gets_the_rights_of_a_new_one_without_touching_those_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mask: int
) -> None:
    def touch(mask: int) -> int:
        raise AssertionError("a file that another thread makes now would be open to all")

    before = os.umask(mask)
    try:
        with monkeypatch.context() as patch:
            patch.setattr(os, "umask", touch)
            write(tmp_path / "chart.svg", b"<svg/>")
    finally:
        os.umask(before)
    assert (tmp_path / "chart.svg").stat().st_mode & 0o777 == 0o666 & ~mask
    assert [each.name for each in tmp_path.iterdir()] == ["chart.svg"]


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    for data in (b"the old one\r\n", b"the new\n"):
        write(path, data)
    assert path.read_bytes() == b"the new\n"
