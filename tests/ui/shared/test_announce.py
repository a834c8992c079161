"""What is announced to screen readers."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jjjviewer.ui.shared.announce import announce
from jjjviewer.ui.shared.text_field import TextField


@pytest.mark.skipif(sys.platform != "linux", reason="others queue announcements themselves")
def test_announcements_of_one_moment_are_read_out_together(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A screen reader breaks one off for the next."""
    said: list[str] = []

    def note(event: QAccessibleEvent) -> None:
        said.append(event.accessibleInterface().text(QAccessible.Text.Name))

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    window = QWidget()
    qtbot.addWidget(window)
    part = QWidget(window)
    announce(part, "Saving…")
    announce(part, "Saved: a.png")
    announce(window, "Hebei. 2 speakers")
    assert said == []
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Saved: a.png. Hebei. 2 speakers"]
    announce(window, "Copied.")
    qtbot.waitUntil(lambda: len(said) > 1)
    assert said[1:] == ["Copied."]


def test_a_field_that_keys_reach_empty_tells_of_no_selection_before_the_focus(
    qtbot: QtBot, app: object
) -> None:
    """Orca would take it for one that it has named; of words it says which are selected."""
    window = QWidget()
    qtbot.addWidget(window)
    button, field = QPushButton(window), TextField(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    with qtbot.assertNotEmitted(field.selectionChanged):
        QTest.keyClick(button, Qt.Key.Key_Tab)
    assert field.hasFocus()
    field.setText("words")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Tab)
    assert field.selectedText() == "words"
