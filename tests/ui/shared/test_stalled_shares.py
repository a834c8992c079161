"""What a window asks a file system is given up at once where that does not answer."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher, QSettings
from PySide6.QtWidgets import QApplication, QFileDialog

from jjjviewer.export.batch import names_in
from jjjviewer.text import patience
from jjjviewer.ui.packs.pack_watch import PackWatch
from jjjviewer.ui.shared.save_path import ask_path, folder_or_documents, is_folder
from jjjviewer.ui.shared.settings import Settings
from jjjviewer.ui.text.attachments import Attachments

_LONGEST = 30
"""Seconds after which the share answers though nobody has given it up."""


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A share that answers nothing until this event, which a test that waits for it has missed."""
    event = threading.Event()
    monkeypatch.setattr(patience, "AT_ONCE", 0.05)

    def wait(*_: object, **__: object) -> object:
        if not event.wait(_LONGEST):
            event.set()
        raise OSError("gone")

    with monkeypatch.context() as patch:
        for name in ("stat", "exists", "is_dir", "is_file", "iterdir", "resolve"):
            patch.setattr(Path, name, wait)
        yield event
        event.set()


def _watch(path: Path) -> object:
    watch = PackWatch()
    watch.watch(path)
    return watch.findChildren(QFileSystemWatcher)[0].files()


def _texts(path: Path) -> object:
    return Attachments(Settings(QSettings("none", "none"))).of(path)


@pytest.mark.parametrize("ask", [names_in, _watch, _texts])
def test_a_share_that_does_not_answer_holds_no_window(
    app: QApplication, gone: threading.Event, ask: Callable[[Path], object]
) -> None:
    assert not ask(Path("/share/pack"))
    assert not gone.is_set()


def test_a_dialog_begins_elsewhere_and_takes_a_name_there_as_new(
    app: QApplication, gone: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PySide6.QtCore.QFileInfo.isDir", lambda _: gone.wait(_LONGEST))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("/share/new", ""))
    assert not is_folder("/share")
    assert folder_or_documents("/share") == Path.home()
    assert ask_path(QFileDialog(), "", Path("x"), "csv") == Path("/share/new.csv")
    assert not gone.is_set()
