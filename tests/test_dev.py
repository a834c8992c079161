"""Set-up does what is needed, no more, and says what it can't do."""

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from jjjviewer import dev
from jjjviewer.system import QT_LIBRARIES, has_screen, loads


class Recorder:
    """Takes commands instead of running them."""

    def __init__(self) -> None:
        self.commands: list[str] = []

    def __call__(self, command: Sequence[str]) -> int:
        self.commands.append(" ".join(command))
        return 0


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(sys, "platform", "linux")


def test_root_on_debian_gets_missing_libraries_installed(
    debian: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    run = Recorder()
    dev.install_libraries(QT_LIBRARIES, run)
    assert run.commands[-1] == "apt-get install -y --no-install-recommends libegl1"


def test_another_user_without_a_terminal_sees_the_command(
    debian: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    run = Recorder()
    with pytest.raises(dev.SetUpError, match=r"sudo apt-get install -y .* libegl1"):
        dev.install_libraries(QT_LIBRARIES, run)
    assert run.commands == []


def test_on_another_linux_the_libraries_are_named(
    debian: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(dev.SetUpError, match=r"your system's package manager.* libegl1"):
        dev.install_libraries(QT_LIBRARIES, Recorder())


def test_a_python_without_its_venv_gets_the_package_of_its_own_version(
    debian: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "uv" else name)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    run = Recorder()
    dev.install_libraries({}, run)
    assert run.commands[-1].endswith(f" python3.{sys.version_info.minor}-venv")


def test_where_nothing_is_missing_nothing_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "loads", lambda library: True)
    run = Recorder()
    dev.install_libraries(QT_LIBRARIES, run)
    assert run.commands == []


def test_a_library_is_looked_for_in_the_system() -> None:
    assert loads("libc.so.6") is sys.platform.startswith("linux")
    assert not loads("libno-such.so.1")


@pytest.mark.parametrize(
    ("variables", "platform", "screen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": "nonsense"}, "linux", False),
        ({"DISPLAY": ":4242"}, "linux", False),
        ({"DISPLAY": "127.0.0.1:4242.0"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-4242"}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_a_screen_is_one_that_answers(
    variables: dict[str, str], platform: str, screen: bool
) -> None:
    assert has_screen(variables, platform) is screen


def test_a_display_server_that_answers_is_a_screen() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        display = f"127.0.0.1:{server.getsockname()[1] - 6000}"
        assert has_screen({"DISPLAY": display}, "linux")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="Wayland is a matter of Unix")
def test_a_wayland_compositor_that_answers_is_a_screen(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        variables = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert has_screen(variables, "linux")


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would be run, with everything set up; the type checker finds a fault."""
    taken: list[list[str]] = []
    monkeypatch.setattr(dev, "install_libraries", lambda wanted: None)
    monkeypatch.setattr(dev, "environment", lambda extra: Path("venv/bin/python"))

    def take(command: Sequence[str]) -> int:
        taken.append(list(command))
        return 3 if "mypy" in command else 0

    monkeypatch.setattr(dev, "call", take)
    return taken


def test_start_opens_the_window_with_its_arguments(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "has_screen", lambda variables, platform: True)
    assert dev.main(["start", "some-pack"]) == 0
    assert commands == [["venv/bin/python", "-m", "jjjviewer", "some-pack"]]


def test_a_start_without_a_screen_states_that_and_exports_the_charts(
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev, "has_screen", lambda variables, platform: False)
    assert dev.main(["start", "some-pack"]) == 0
    assert "There is no screen here" in capsys.readouterr().out
    assert commands[0][3:7] == ["export", "some-pack", "--each", "--out"]
    assert Path(commands[0][7]).name == "charts"


def test_what_needs_no_window_is_done_without_a_screen_too(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "has_screen", lambda variables, platform: False)
    dev.main(["start", "check", "some-pack"])
    assert commands == [["venv/bin/python", "-m", "jjjviewer", "check", "some-pack"]]


def test_all_checks_run_and_the_first_failure_decides(
    commands: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["test", "-k", "money"]) == 3
    assert len(commands) == 5
    assert commands[-1][-6:] == [*dev.PROCESSES, "-k", "money"]
    assert "Failed with exit code 3: python -m mypy" in capsys.readouterr().out


def test_the_fast_lane_runs_no_slow_tests(commands: list[list[str]]) -> None:
    assert dev.main(["test", "--fast", "tests/model"]) == 3
    assert len(commands) == 5
    assert commands[-1][-7:] == [*dev.PROCESSES, "-m", "not slow", "tests/model"]


def test_bench_measures_with_its_arguments(commands: list[list[str]]) -> None:
    assert dev.main(["bench", "--quick"]) == 0
    assert commands == [["venv/bin/python", "-m", "jjjviewer.bench", "--quick"]]


def test_the_package_is_built_and_checked_in_the_environment_that_builds(
    commands: list[list[str]],
) -> None:
    assert dev.main(["package"]) == 0
    assert dev.main(["check-package", "--clean-system"]) == 0
    assert commands == [
        ["venv/bin/python", "-m", "jjjviewer.packaging"],
        ["venv/bin/python", "-m", "jjjviewer.packaging.check", "--clean-system"],
    ]


def test_a_missing_program_is_installed_like_a_library(
    debian: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    there = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "lintian" else there(name))
    run = Recorder()
    dev.install_libraries(dev.CHECK_PROGRAMS, run)
    assert run.commands[-1] == "apt-get install -y --no-install-recommends lintian"


def test_a_failed_set_up_prints_a_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(wanted: object) -> None:
        raise dev.SetUpError("Install them with apt.")

    monkeypatch.setattr(dev, "install_libraries", fail)
    assert dev.main(["test"]) == 1
    assert "Install them with apt." in capsys.readouterr().err


def test_who_stops_it_sees_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(wanted: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "install_libraries", stop)
    assert dev.main(["start"]) == 130


def test_an_old_python_prints_the_version_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 2))
    assert dev.main(["start"]) == 1
    assert "needs Python 3.11 or newer" in capsys.readouterr().out


@pytest.mark.parametrize("version", ["3.8", "3.9", "3.10"])
def test_old_pythons_of_other_systems_reach_that_message(version: str) -> None:
    python = shutil.which(f"python{version}")
    if not python or subprocess.run([python, "-c", ""], capture_output=True).returncode:
        pytest.skip(f"there is no Python {version} here")
    command = [python, "-m", "jjjviewer.dev", "start"]
    done = subprocess.run(command, cwd=dev.ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, "")
    assert "needs Python 3.11 or newer" in done.stdout


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["dance"], 2), (["--help"], 0)])
def test_unknown_commands_print_the_usage(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == code
    assert "python3 -m jjjviewer.dev start" in capsys.readouterr().out
