"""Every command ends in one line where its output can't be written, or it is stopped."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

import pytest

from jjjviewer import __main__, self_test
from jjjviewer.paths import example_pack

PACK = str(example_pack())
TEXT = str(example_pack() / "article.txt")
COMMANDS = {
    "check": ("check", PACK),
    "check --json": ("check", PACK, "--json"),
    "export": ("export", PACK, "--chart", "bars", "--format", "csv", "--out", "charts"),
    "find": ("find", PACK, "wall"),
    "locate": ("locate", PACK, TEXT),
    "new": ("new", "mine"),
    "propose": ("propose", TEXT),
    "report": ("report", PACK, "--select", "ada-linde", "--out", "report.html"),
    "--self-test": ("--self-test",),
    "--version": ("--version",),
    "export --help": ("export", "--help"),
}


class _Stopped(io.TextIOWrapper):
    """An output at which somebody presses Ctrl+C."""

    def write(self, _: str) -> int:
        raise KeyboardInterrupt


def _full() -> TextIO:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    return Path("/dev/full").open("w", encoding="utf-8")


def _closed() -> TextIO:
    reader, writer = os.pipe()
    os.close(reader)
    return os.fdopen(writer, "w", encoding="utf-8")


def _stopped() -> TextIO:
    return _Stopped(Path(os.devnull).open("wb"))


FULL = "jjjviewer: the output could not be written: No space left on device.\n"
OUTPUTS = {
    "full disk": (_full, 1, FULL),
    "closed pipe": (_closed, 1, ""),
    "Ctrl+C": (_stopped, 130, "jjjviewer: stopped.\n"),
}


@pytest.fixture
def output(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[TextIO], None]]:
    """Have a stream as the output."""
    streams: list[TextIO] = []

    def use(stream: TextIO) -> None:
        streams.append(stream)
        monkeypatch.setattr(sys, "stdout", stream)

    yield use
    monkeypatch.undo()
    for each in streams:
        each.close()


@pytest.mark.parametrize("kind", OUTPUTS)
@pytest.mark.parametrize("command", COMMANDS)
def test_output_that_can_not_be_written_is_one_line(
    app: object,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    output: Callable[[TextIO], None],
    tmp_path: Path,
    command: str,
    kind: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    # Itself it would draw everything first.
    monkeypatch.setattr(self_test, "run", lambda: print("sound") or 0)
    make, code, words = OUTPUTS[kind]
    output(make())
    assert __main__.main(COMMANDS[command]) == code
    assert capsys.readouterr().err == words


@pytest.mark.skipif(os.name == "nt", reason="this system has other signals")
def test_a_command_that_is_stopped_leaves_nothing_to_its_interpreter() -> None:
    stop = f"""
import os, signal, sys
from jjjviewer import __main__
from jjjviewer.model import dataset
signal.signal(signal.SIGINT, signal.default_int_handler)
dataset.open_dataset = lambda *_: os.kill(os.getpid(), {int(signal.SIGINT)})
sys.exit(__main__.main())
"""
    done = subprocess.run(
        [sys.executable, "-c", stop, "check", "pack"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, "jjjviewer: stopped.\n")
