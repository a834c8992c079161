"""Names of any length and any signs stay within the window and its dialogs."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
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
from tests.ui.user import User, open_window

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


def checked(act: Callable[[], object]) -> None:
    """Do something that opens a dialog, check that, and leave it."""
    seen: list[QWidget] = []
    faults: list[BaseException] = []

    def look() -> None:
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
        shown = [each for each in dialogs if each.isVisible()]
        seen.extend(shown)
        try:
            for each in shown:
                check(each)
        except BaseException as fault:
            faults.append(fault)
        for each in shown:
            each.reject()

    # A dialog that waits for its answer is looked at within.
    timer = QTimer(interval=20)
    timer.timeout.connect(look)
    timer.start()
    act()
    while not seen:
        QApplication.processEvents()
    timer.stop()
    if faults:
        raise faults[0]


_DIALOGS = (
    "Compare with…",
    "Export…",
    "Export data…",
    "Export report…",
    "New from text…",
    "Edit text…",
    "About JJJ Viewer",
    "Keyboard shortcuts",
    "Paragraphs, period and values…",
)


def test_every_dialog_and_menu_stays_on_the_screen(strange: User) -> None:
    for words in _DIALOGS:
        checked(strange.action(words).trigger)
    menu = strange.chart.menus[0]
    menu.popup(strange.window.pos())
    for inner in (menu, *menu.findChildren(QMenu)):
        assert inner.sizeHint().width() <= 800
        assert not any(_OVERRIDES.search(each.text()) for each in inner.actions())
    strange.leave_menus()


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
    checked(errors_of(parent)[at])


def test_the_question_for_a_source_stays_on_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = SourceDialog(tmp_path / f"{REVERSED}{STACKED}{LONG}")
    qtbot.addWidget(dialog)
    checked(dialog.open)


def test_the_window_stays_as_large_as_it_was(strange: User) -> None:
    assert strange.window.width() == 1280
    assert strange.window.minimumSizeHint().width() <= 900
    assert strange.window.minimumSizeHint().height() <= 600
    for text in texts_of(strange.window):
        assert not _OVERRIDES.search(text), text[:80]
    for id_ in (strange.model.nodes[at].id for at in (0, 1, 2, 3)):
        strange.window.navigation.follow(strange.window.first_selection.of((id_,)))
        assert strange.window.minimumSizeHint().width() <= 900
