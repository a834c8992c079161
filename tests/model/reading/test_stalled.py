"""A file system that does not answer is given up, and holds nobody back."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from jjjviewer.model.errors import PackError
from jjjviewer.model.tables import read_tables
from jjjviewer.text import patience
from tests.packs import copy_of_bundled, zipped

PROGRAM = """\
import os, sys, time
from pathlib import Path
is_there = Path.exists
Path.exists = lambda path: time.sleep(60) if path.name == "stalled" else is_there(path)
from jjjviewer.__main__ import main
sys.exit(main(["check", "/stalled"]))
"""


@contextmanager
def stalled(monkeypatch: pytest.MonkeyPatch, name: str, what: str) -> Iterator[None]:
    """Let a method of a path of some name wait for an answer."""
    monkeypatch.setattr(patience, "_SECONDS", 0.2)
    method = getattr(Path, what)

    def wait(path: Path, *arguments: Any) -> Any:
        if path.name == name:
            time.sleep(5)
            raise OSError("gone")
        return method(path, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(Path, what, wait)
        yield


@pytest.mark.parametrize(
    ("name", "what"), [("pack", "exists"), ("pack", "iterdir"), ("links.csv", "open")]
)
def test_a_share_that_does_not_answer_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, what: str
) -> None:
    pack = copy_of_bundled(tmp_path)
    started = time.monotonic()
    with stalled(monkeypatch, name, what), pytest.raises(PackError) as caught:
        read_tables(pack)
    assert time.monotonic() - started < 3
    assert "nothing came within 0.2 seconds. See whether its disk or network works." in str(
        caught.value
    )


def test_a_zip_that_does_not_answer_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = zipped(copy_of_bundled(tmp_path))
    with stalled(monkeypatch, "pack.zip", "open"), pytest.raises(PackError, match="nothing came"):
        read_tables(pack)


def test_the_program_ends_though_the_share_has_not_answered() -> None:
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        timeout=40,
    )
    assert done.returncode == 2, done.stderr
    assert "nothing came within 5 seconds" in done.stdout
    assert time.monotonic() - started < 30
