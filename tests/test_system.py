"""Where Qt could not start, it is said in words what is missing."""

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from jjjviewer import system
from jjjviewer.__main__ import main

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only there Qt takes libraries from the system"
)

# What an X server says first, in its byte order: the letter and the 11 are the protocol's.
REFUSAL = b"\0\4" + (11).to_bytes(2, sys.byteorder) + bytes(2)
REFUSAL += (1).to_bytes(2, sys.byteorder) + b"away"
WELCOME = b"\1\0" + (11).to_bytes(2, sys.byteorder) + bytes(2)
WELCOME += (8).to_bytes(2, sys.byteorder) + bytes(8) + (0xFFFF).to_bytes(4, sys.byteorder)
WELCOME += bytes(20)


@contextmanager
def x_server(words: bytes) -> Iterator[str]:
    """Answer whoever connects, and yield the name of the display."""

    def answer() -> None:
        client, _ = server.accept()
        with client:
            client.recv(4096)
            client.sendall(words)
            # Until the other side has read it and closes.
            client.recv(1)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=answer)
        thread.start()
        yield f"127.0.0.1:{server.getsockname()[1] - 6000}"
        thread.join()


@pytest.fixture
def compositor(tmp_path: Path) -> Iterator[str]:
    """A socket as that of a Wayland compositor; its path will do as its name."""
    if not system.loads("libwayland-client.so.0"):
        pytest.skip("needs Wayland's library")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        yield str(tmp_path / "wayland-0")


@pytest.fixture
def all_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "loads", lambda library: True)


@pytest.fixture
def without_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "loads", lambda library: library != "libxcb-cursor.so.0")


def test_a_missing_library_is_named_with_the_line_that_installs_it(without_cursor: None) -> None:
    fault = system.fault({"DISPLAY": ":0"}, window=True)
    assert "sudo apt-get install libxcb-cursor0\n" in fault


def test_what_the_screen_does_not_need_is_not_asked_for(
    compositor: str, without_cursor: None
) -> None:
    assert system.fault({"DISPLAY": ":0", "WAYLAND_DISPLAY": compositor}, window=True) == ""
    assert system.fault({}, window=False) == ""


def test_without_a_screen_the_command_line_is_offered() -> None:
    assert "jjjviewer export" in system.fault({}, window=True)


@pytest.mark.usefixtures("all_libraries")
def test_an_x_server_that_answers_is_fine_and_one_that_refuses_is_named() -> None:
    with x_server(WELCOME) as display:
        assert system.fault({"DISPLAY": display}, window=True) == ""
    with x_server(REFUSAL) as display:
        fault = system.fault({"DISPLAY": display}, window=True)
    assert f"The screen {display}, which DISPLAY names" in fault


@pytest.mark.usefixtures("all_libraries")
def test_where_the_compositor_is_dead_the_x_server_will_do(compositor: str) -> None:
    dead = f"{compositor}-dead"
    with x_server(WELCOME) as display:
        assert system.fault({"WAYLAND_DISPLAY": dead, "DISPLAY": display}, window=True) == ""
    fault = system.fault({"WAYLAND_DISPLAY": dead, "DISPLAY": ":4242"}, window=True)
    assert f"The screen {dead}, which WAYLAND_DISPLAY names" in fault


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({}, "There is no screen here"),
        ({"DISPLAY": ":4242"}, "The screen :4242, which DISPLAY names, does not answer"),
        ({"DISPLAY": "nonsense"}, "The screen nonsense, which DISPLAY names, does not answer"),
    ],
)
@pytest.mark.usefixtures("all_libraries")
def test_an_impossible_start_reports_the_reason_and_fails(
    variables: dict[str, str],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PATH", "")
    assert main([]) == 1
    assert words in capsys.readouterr().err


def test_a_missing_library_stops_an_export_with_a_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "loads", lambda library: library != "libEGL.so.1")
    assert main(["export"]) == 1
    assert "sudo apt-get install libegl1\n" in capsys.readouterr().err
