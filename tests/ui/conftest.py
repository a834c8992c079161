"""A window as its users see it: shown, loaded, on the bundled pack."""

import threading
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from jjjviewer.model import dataset
from jjjviewer.model.errors import Problem
from jjjviewer.model.frames import Frames, frames_of
from jjjviewer.model.index import Index
from jjjviewer.model.reading.descriptor import Source
from jjjviewer.model.reading.table_reading import ReportProgress
from jjjviewer.model.selection import Language
from jjjviewer.model.tables import Tables, read_tables
from jjjviewer.model.validation.row_warnings import RowWarnings, find_warnings
from jjjviewer.paths import bundled_pack
from jjjviewer.ui.packs import contents, loader
from jjjviewer.ui.packs.loader import Loader
from jjjviewer.ui.shared import announce as announcing
from jjjviewer.ui.window.main_window import MainWindow
from tests.packs import change, copy_of_bundled, put
from tests.ui.chart.map_reader import Reader
from tests.ui.export.dialog import Dialog
from tests.ui.user import User, open_window

Named = Callable[[Problem], Problem]


@pytest.fixture(autouse=True)
def _bundled_pack_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every window opens it, which would take a third of the time of most tests here."""

    def read(path: Path, report: ReportProgress = lambda done: None) -> Tables:
        if path != bundled_pack():
            return read_tables(path, report)
        report(1)
        return _bundled_tables()

    def frames(tables: Tables, index: Index, language: Language) -> Frames:
        if tables is not _bundled_tables():
            return frames_of(tables, index, language)
        return {name: frame.copy() for name, frame in _bundled_frames(language).items()}

    def warnings(frames: Frames, source: Source, named: Named) -> RowWarnings:
        # The bundled pack has none.
        is_bundled = source is _bundled_tables().source
        return RowWarnings((), {}) if is_bundled else find_warnings(frames, source, named)

    for module in (contents, loader):
        monkeypatch.setattr(module, "read_tables", read)
    monkeypatch.setattr(dataset, "frames_of", frames)
    monkeypatch.setattr(loader, "find_warnings", warnings)


@cache
def _bundled_tables() -> Tables:
    return read_tables(bundled_pack())


@cache
def _bundled_frames(language: Language) -> Frames:
    tables = _bundled_tables()
    return frames_of(tables, Index(tables.columns), language)


@pytest.fixture
def window(qtbot: QtBot, app: QApplication) -> MainWindow:
    return open_window(qtbot)


@pytest.fixture
def user(qtbot: QtBot, window: MainWindow) -> User:
    return User(qtbot, window)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another pack, to be told from the bundled one by its first speaker."""
    pack = copy_of_bundled(tmp_path)
    change(pack, "speakers", put(2, name="Somebody Else"))
    return pack


@pytest.fixture
def doubtful(other: Path) -> Path:
    """Another pack with two doubtful rows."""
    change(other, "figures", put(20, value="731900000"))
    change(other, "statements", put(2, certainty="garbled"))
    return other


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Loading stands still at the half until this is set."""
    event = threading.Event()
    report = Loader._report_progress

    def hold(loader: Loader, done: float) -> None:
        report(loader, done)
        if done > 0.5:
            event.wait(30)
            report(loader, done)

    monkeypatch.setattr(Loader, "_report_progress", hold)
    return event


@pytest.fixture
def reader(user: User) -> Reader:
    return Reader(user)


@pytest.fixture
def into(tmp_path: Path) -> Iterator[Callable[[Dialog], None]]:
    """Choose the folder of the test."""
    yield lambda dialog: dialog.write("Folder", str(tmp_path))


@pytest.fixture
def read_out(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a screen reader reads out: notifications, names of what is told to have the focus, and
    what the description of what has the focus changes to."""
    said: list[str] = []

    def note(event: QAccessibleEvent) -> None:
        of = event.accessibleInterface()
        is_notification = of.role() == QAccessible.Role.Notification
        if event.type() == QAccessible.Event.Focus or is_notification:
            said.append(of.text(QAccessible.Text.Name))

    def describe(widget: QWidget, words: str) -> None:
        if widget.hasFocus() and words not in ("", widget.accessibleDescription()):
            said.append(words)
        set_description(widget, words)

    set_description = QWidget.setAccessibleDescription
    monkeypatch.setattr(QWidget, "setAccessibleDescription", describe)
    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    monkeypatch.setattr(announcing, "soon", lambda _, tell: tell())
    # Otherwise nobody is told which row has the focus.
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    yield said


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What boxes say that tell faults; nobody has to close them."""
    words: list[str] = []
    monkeypatch.setattr(
        QMessageBox, "open", lambda box: words.append(f"{box.text()}\n{box.informativeText()}")
    )
    return words
