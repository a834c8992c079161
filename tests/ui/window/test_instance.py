"""One window for each user and screen: later starts hand over to it."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jjjviewer import app as program
from jjjviewer.paths import example_pack
from jjjviewer.ui.window.instance import Instance
from tests.ui.user import User, open_window

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere the folder can't be chosen"
)

_SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from jjjviewer.ui.window.instance import Instance
application = QCoreApplication([])
application.setApplicationName(sys.argv[1])
sys.exit(not Instance().hand_over(Path(sys.argv[2]) if sys.argv[2] else None))
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))


@pytest.fixture
def first(qapp: QApplication) -> Iterator[Instance]:
    instance = Instance()
    assert not instance.hand_over(None)
    instance.listen()
    yield instance
    instance.close()


def start_again(qapp: QApplication, pack: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", _SECOND, qapp.applicationName(), pack]
    return subprocess.Popen(command)


def test_a_second_start_hands_over_its_pack_and_ends(
    qtbot: QtBot, qapp: QApplication, first: Instance, tmp_path: Path
) -> None:
    with qtbot.waitSignal(first.start_requested, timeout=30_000) as asked:
        second = start_again(qapp, str(tmp_path / "关于.jjj.zip"))
    assert asked.args == [tmp_path / "关于.jjj.zip"]
    assert second.wait(30) == 0


def test_a_second_start_without_a_pack_just_asks_for_the_window(
    qtbot: QtBot, qapp: QApplication, first: Instance
) -> None:
    with qtbot.waitSignal(first.start_requested, timeout=30_000) as asked:
        second = start_again(qapp, "")
    assert asked.args == [None]
    assert second.wait(30) == 0


def test_a_socket_left_by_a_crash_is_replaced(
    qapp: QApplication, tmp_path: Path, first: Instance
) -> None:
    first.close()
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    name = Path(first._name)
    assert name.parent == tmp_path / "run"
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(name))
    Path(f"{name}.lock").write_text(f"{dead.pid}\n{qapp.applicationName()}\n\n\n")
    later = Instance()
    assert not later.hand_over(None)
    later.listen()
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(str(name))
    later.close()


def test_a_first_start_that_never_answers_is_not_waited_for_forever(
    qapp: QApplication, first: Instance
) -> None:
    assert first._server is not None
    first._server.close()
    assert not Instance().hand_over(None, patience=0)


@pytest.mark.parametrize("words", [b"nonsense\n", b"[]\n", b'{"pack": 1}\n'])
def test_messages_of_other_programs_are_ignored(
    qtbot: QtBot, first: Instance, words: bytes
) -> None:
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(first._name)
        client.sendall(words)
        with qtbot.assertNotEmitted(first.start_requested):
            qtbot.waitUntil(lambda: closed(client))
    with socket.socket(socket.AF_UNIX) as client, qtbot.waitSignal(first.start_requested):
        client.connect(first._name)
        client.sendall(json.dumps({"pack": "", "token": ""}).encode() + b"\n")


def closed(client: socket.socket) -> bool:
    client.setblocking(False)
    try:
        return client.recv(1) == b""
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


def test_a_second_start_raises_the_window_and_opens_its_pack(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    user = User(qtbot, open_window(qtbot))
    user.window.showMinimized()
    with qtbot.waitSignal(user.window.view_shown, timeout=30_000):
        program.open_request(user.window, example_pack())
    assert not user.window.isMinimized()
    assert user.heading.startswith("Merrow estuary")


def test_a_pack_that_macos_hands_to_the_application_is_asked_for() -> None:
    code = (
        "from jjjviewer import app; from PySide6.QtGui import QFileOpenEvent\n"
        "a = app.make_application(); a.pack_requested.connect(lambda pack: print(pack.name))\n"
        "a.sendEvent(a, QFileOpenEvent('/packs/one.jjj.zip'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "one.jjj.zip\n"
