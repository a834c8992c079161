"""Where Qt could not start, it is said in words what is missing."""

import sys

import pytest

from jjjviewer import system
from jjjviewer.__main__ import main

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only there Qt takes libraries from the system"
)


@pytest.fixture
def without_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "loads", lambda library: library != "libxcb-cursor.so.0")


def test_a_missing_library_is_named_with_the_line_that_installs_it(without_cursor: None) -> None:
    fault = system.fault({"DISPLAY": ":0"}, window=True)
    assert "sudo apt-get install libxcb-cursor0\n" in fault


def test_what_the_screen_does_not_need_is_not_asked_for(without_cursor: None) -> None:
    assert system.fault({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, window=True) == ""
    assert system.fault({}, window=False) == ""


def test_without_a_screen_the_command_line_is_offered() -> None:
    assert "jjjviewer export" in system.fault({}, window=True)


def test_a_start_that_can_not_be_says_why_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    assert main([]) == 1
    assert "There is no screen here" in capsys.readouterr().err


def test_a_missing_library_stops_an_export_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "loads", lambda library: library != "libEGL.so.1")
    assert main(["export"]) == 1
    assert "sudo apt-get install libegl1\n" in capsys.readouterr().err
