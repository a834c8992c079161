"""Names of any length and any signs stay within the window and its dialogs."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QGroupBox,
    QLabel,
    QListWidget,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jjjviewer.export.atomic_write import ExportError
from jjjviewer.model.schema import DESCRIPTOR
from jjjviewer.ui.export.failures import show_failures
from jjjviewer.ui.packs.source_dialog import SourceDialog
from jjjviewer.ui.shared.errors import hook, show_refusal
from tests.packs import change, copy_of_bundled, put
from tests.ui.user import User, open_window, plain

LONG = "W" * 20_000
STACKED = "e" + "\u0301" * 500
REVERSED = "\u202egnijieb\u2066\u202d"
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
_STACK = re.compile("\u0301{9}")


@pytest.fixture
def strange(qtbot: QtBot, app: QApplication, tmp_path: Path) -> User:
    """A window on a pack with names that nobody gives on purpose."""
    pack = copy_of_bundled(tmp_path)
    change(pack, "regions", put(3, name=LONG, name_zh=STACKED))
    change(pack, "speakers", put(2, name=STACKED * 20, role=LONG))
    change(pack, "speakers", put(3, name=f"{REVERSED} {LONG}"))
    change(pack, "themes", put(2, label=f"{REVERSED}{LONG}"))
    change(pack, "themes", put(3, label=STACKED * 20, label_short=STACKED))
    change(pack, "units", put(2, label=f"{LONG}{REVERSED}"))
    file = pack / DESCRIPTOR
    descriptor = json.loads(file.read_text(encoding="utf-8"))
    descriptor["jjjviewer"] |= {"title": f"{REVERSED}{LONG}", "citation": STACKED * 20 + LONG}
    file.write_text(json.dumps(descriptor), encoding="utf-8")
    user = User(qtbot, open_window(qtbot, pack))
    user.tree.selectAll()
    return user


def texts_of(widget: QWidget) -> list[str]:
    """Every text of a dialog."""
    found = [widget.windowTitle(), *(each.text() for each in widget.findChildren(QLabel))]
    found += [each.text() for each in widget.findChildren(QAbstractButton)]
    found += [each.title() for each in widget.findChildren(QGroupBox)]
    for box in widget.findChildren(QComboBox):
        found += [box.itemText(at) for at in range(box.count())]
    for rows in widget.findChildren(QListWidget):
        found += [rows.item(at).text() for at in range(rows.count())]
    return found


def check(dialog: QWidget) -> None:
    """Check that a dialog is on the screen, and that its names keep to themselves."""
    room = dialog.screen().availableGeometry()
    assert dialog.frameGeometry().width() <= room.width(), dialog
    assert dialog.frameGeometry().height() <= room.height(), dialog
    for text in texts_of(dialog):
        assert not _OVERRIDES.search(text), text[:80]
        assert not _STACK.search(text), text[:80]
    for rows in dialog.findChildren(QListWidget):
        assert not rows.horizontalScrollBar().maximum()


@contextmanager
def looked_at() -> Iterator[set[str]]:
    """Check and leave each dialog that is opened meanwhile; gives the names of their classes."""
    seen: set[str] = set()
    faults: list[BaseException] = []

    def look() -> None:
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QDialog) and each.isVisible():
                seen.add(type(each).__name__)
                try:
                    check(each)
                except BaseException as fault:
                    faults.append(fault)
                each.reject()

    # A dialog that waits for its answer is looked at within.
    timer = QTimer(interval=0)
    timer.timeout.connect(look)
    timer.start()
    yield seen
    look()
    timer.stop()
    if faults:
        raise faults[0]


def leaves(menu: QMenu) -> Iterator[QAction]:
    """Every entry of a menu and of those within it."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from leaves(inner)
        elif not action.isSeparator():
            yield action


_DIALOGS = {
    "AboutDialog", "CompareDialog", "DataDialog", "ExportDialog", "FilterDialog",
    "NewDraftDialog", "QMessageBox", "ReportDialog", "ShortcutSheet", "TextDialog",
}  # fmt: skip


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A collection with strange names is chosen in file dialogs, and a folder that is none."""
    record = {"table": "figures", "id": "f999-1", "name": f"{REVERSED}{STACKED}{LONG}"}
    pack = {"id": "other", "title": f"{REVERSED}{LONG}"}
    whole = {"jjjviewer": "collection", "format": 1, "pack": pack, "records": [record]}
    path = tmp_path / "theirs.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    inside = str(path / "mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *words: (inside, words[-1]))


def test_what_entries_of_the_menus_open_stays_on_the_screen(strange: User, files: None) -> None:
    actions = strange.window.menu_actions
    strange.action("Collect all that is shown").trigger()
    entries = [each for menu in actions.menus for each in leaves(menu)]
    # So an entry that opens a dialog ends, besides those for help.
    entries = [each for each in entries if plain(each).endswith("…")] + actions.menus[-1].actions()
    with looked_at() as seen:
        for action in entries:
            action.trigger()
            QApplication.processEvents()
    assert seen >= _DIALOGS, _DIALOGS - seen
    actions.set_recent([Path(f"/{LONG}/{REVERSED}{STACKED}/\udcff")])
    for top in (strange.chart.menus[0], *actions.menus):
        for menu in (top, *top.findChildren(QMenu)):
            assert menu.sizeHint().width() <= 800, menu.title()
            assert not any(_OVERRIDES.search(each.text()) for each in menu.actions())


def errors_of(parent: QWidget) -> list[Callable[[], None]]:
    """What opens each of the dialogs that tell of an error."""
    error = ExportError(f"{REVERSED}{LONG} {STACKED} <b>was not written</b>")
    return [
        lambda: show_failures([(LONG, error), (STACKED, error)], parent, are_all=False),
        lambda: show_refusal("New from text", error, parent),
        lambda: hook(parent)(ExportError, error, None),
    ]


@pytest.mark.parametrize("at", range(3))
def test_a_dialog_of_an_error_stays_on_the_screen(qtbot: QtBot, app: QApplication, at: int) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    with looked_at() as seen:
        errors_of(parent)[at]()
    assert seen


def test_the_question_for_a_source_stays_on_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = SourceDialog(tmp_path / f"{REVERSED}{STACKED}{LONG}")
    qtbot.addWidget(dialog)
    with looked_at() as seen:
        dialog.open()
    assert seen


def test_the_window_stays_as_large_as_it_was(strange: User) -> None:
    assert strange.window.width() == 1280
    assert strange.window.minimumSizeHint().width() <= 900
    assert strange.window.minimumSizeHint().height() <= 600
    for text in texts_of(strange.window):
        assert not _OVERRIDES.search(text), text[:80]
    for id_ in (strange.model.nodes[at].id for at in (0, 1, 2, 3)):
        strange.window.navigation.follow(strange.window.first_selection.of((id_,)))
        assert strange.window.minimumSizeHint().width() <= 900
