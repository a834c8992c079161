"""The environment of a checkout is made when it must be, and left alone otherwise."""

import shutil
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

import pytest

from jjjviewer import dev


class Recorder:
    """Takes commands instead of running them, and lets those fail that hold a word."""

    def __init__(self, fails: str = "") -> None:
        self.commands: list[str] = []
        self._fails = fails

    def __call__(self, command: Sequence[str]) -> int:
        line = " ".join(command)
        self.commands.append(line)
        if dev.PROBE in command and not Path(command[0]).exists():
            raise FileNotFoundError(command[0])
        if "--clear" in command:
            folder = Path(command[-1])
            shutil.rmtree(folder, ignore_errors=True)
            (folder / "bin").mkdir(parents=True)
            (folder / "bin" / "python").touch()
        return 1 if self._fails and self._fails in line else 0


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("pyproject.toml", ".constraints.txt"):
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    return tmp_path


def test_a_new_checkout_gets_an_environment_of_its_own(checkout: Path) -> None:
    run = Recorder()
    python = dev.environment("test", checkout, run)
    assert python.parents[1] == checkout / ".venv"
    make, install = run.commands[-2:]
    assert make == f"{sys.executable} -m venv --clear {checkout / '.venv'}"
    assert install.startswith(f"{python} -m pip install")
    assert install.endswith(f"-c {checkout / '.constraints.txt'} -e {checkout}[test]")


def test_the_second_time_nothing_is_made_or_installed(checkout: Path) -> None:
    dev.environment("test", checkout, Recorder())
    run = Recorder()
    dev.environment("test", checkout, run)
    dev.environment("", checkout, run)
    assert not [each for each in run.commands if "venv --clear" in each or "install" in each]


def test_what_tests_and_bench_need_is_there_side_by_side(checkout: Path) -> None:
    dev.environment("test", checkout, Recorder())
    run = Recorder()
    dev.environment("bench", checkout, run)
    assert run.commands[-1].endswith(f"-e {checkout}[bench,test]")
    run = Recorder()
    dev.environment("test", checkout, run)
    assert not [each for each in run.commands if "install" in each]


def test_tests_after_a_start_add_their_tools(checkout: Path) -> None:
    dev.environment("", checkout, Recorder())
    run = Recorder()
    dev.environment("test", checkout, run)
    assert run.commands[-1].endswith(f"{checkout}[test]")


def test_tests_and_builds_keep_each_others_tools(checkout: Path) -> None:
    dev.environment("test", checkout, Recorder())
    dev.environment("build", checkout, Recorder())
    run = Recorder()
    dev.environment("test", checkout, run)
    assert not [each for each in run.commands if "install" in each]


def test_a_changed_project_is_installed_anew(checkout: Path) -> None:
    dev.environment("", checkout, Recorder())
    (checkout / "pyproject.toml").write_text("changed")
    run = Recorder()
    dev.environment("", checkout, run)
    assert any("pip install" in command for command in run.commands)


def test_an_environment_that_lost_its_packages_is_made_anew(checkout: Path) -> None:
    dev.environment("", checkout, Recorder())
    run = Recorder(fails="PySide6")
    dev.environment("", checkout, run)
    assert "venv --clear" in run.commands[-2]
    assert "pip install" in run.commands[-1]


def test_an_environment_whose_python_is_gone_is_made_anew(checkout: Path) -> None:
    dev.environment("", checkout, Recorder()).unlink()
    run = Recorder()
    dev.environment("", checkout, run)
    assert "venv --clear" in run.commands[-2]


def test_an_environment_without_pip_is_made_anew(checkout: Path) -> None:
    dev.environment("", checkout, Recorder())
    (checkout / "pyproject.toml").write_text("changed")
    run = Recorder(fails=f"{sys.version} pip")
    dev.environment("", checkout, run)
    assert "venv --clear" in run.commands[-2]


def test_an_installation_that_was_cut_off_starts_afresh(checkout: Path) -> None:
    def cut_off(command: Sequence[str]) -> int:
        if "install" in command:
            raise KeyboardInterrupt
        return Recorder()(command)

    with pytest.raises(KeyboardInterrupt):
        dev.environment("", checkout, cut_off)
    run = Recorder()
    dev.environment("", checkout, run)
    assert "venv --clear" in run.commands[0]


def test_a_failed_installation_is_reported_and_tried_again(checkout: Path) -> None:
    with pytest.raises(dev.SetUpError, match="without a network, connect and run"):
        dev.environment("", checkout, Recorder(fails="pip install"))
    run = Recorder()
    dev.environment("", checkout, run)
    assert "venv --clear" not in " ".join(run.commands)
    assert "pip install" in run.commands[-1]


def test_a_failure_to_make_the_environment_is_reported(checkout: Path) -> None:
    with pytest.raises(dev.SetUpError, match="could not be made"):
        dev.environment("", checkout, lambda command: 1)


def probe(python: Path, *arguments: str) -> int:
    folder = str(python.parents[1])
    return dev.call([str(python), "-c", dev.PROBE, folder, *arguments])


def test_the_probe_finds_the_modules_that_are_there(checkout: Path) -> None:
    python = checkout / ".venv" / "bin" / "python"
    venv.create(checkout / ".venv", symlinks=True)
    assert probe(python, sys.version, "json", "venv") == 0
    assert probe(python, sys.version, "json", "no_such_module") == 1
    assert probe(python, "2.7") == 1


def test_a_python_that_would_install_into_the_system_is_refused(checkout: Path) -> None:
    venv.create(checkout / ".venv", symlinks=True)
    (checkout / ".venv" / "pyvenv.cfg").unlink()
    assert probe(checkout / ".venv" / "bin" / "python", sys.version) == 1


def test_uv_is_used_where_it_is_present(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: "/bin/uv" if name == "uv" else None)
    run = Recorder()
    dev.environment("", checkout, run)
    make, install = run.commands[-2:]
    assert make.startswith(f"/bin/uv venv --python {sys.executable} --clear")
    assert install.startswith("/bin/uv pip install --python")
