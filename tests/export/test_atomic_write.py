"""Files are as open as any others, whatever else goes on while they are written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jjjviewer.export import atomic_write
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


posix = pytest.mark.skipif(os.name == "nt", reason="this system has no rights of that kind")


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_what_is_replaced_keeps_its_rights(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "chart.svg"
    path.write_bytes(b"old")
    path.chmod(mode)
    write(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", mode)


@posix
@pytest.mark.parametrize("exists", [True, False])
def test_a_link_is_followed_and_stays(tmp_path: Path, *, exists: bool) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere/real.svg"
    if exists:
        target.write_bytes(b"old")
    (tmp_path / "one.svg").symlink_to(target)
    (tmp_path / "two.svg").symlink_to("one.svg")
    write(tmp_path / "two.svg", b"new")
    assert (tmp_path / "two.svg").is_symlink()
    assert (tmp_path / "one.svg").is_symlink()
    assert target.read_bytes() == b"new"


@posix
def test_what_a_killed_program_left_is_swept_by_the_next_one(tmp_path: Path) -> None:
    killed = """
import os, signal, sys
from pathlib import Path
from jjjviewer.export import atomic_write
from jjjviewer.export.atomic_write import write
Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
write(Path(sys.argv[1]), b"half")
"""
    path = tmp_path / "chart.svg"
    subprocess.run([sys.executable, "-c", killed, str(path)], check=False)
    (left,) = tmp_path.iterdir()
    others = tmp_path / left.name.replace("-", "-0", 1)
    others.write_bytes(b"of another machine")
    write(path, b"whole")
    assert {each.name for each in tmp_path.iterdir()} == {"chart.svg", others.name}


@posix
def test_what_another_program_is_writing_stays(tmp_path: Path) -> None:
    own = tmp_path / f"{atomic_write._OWN}{os.getppid()}-0.svg"
    own.write_bytes(b"half")
    write(tmp_path / "chart.svg", b"whole")
    assert own.exists()
