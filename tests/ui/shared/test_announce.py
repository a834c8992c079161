"""What is announced to screen readers."""

import sys

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jjjviewer.ui.shared.announce import announce


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
    announce(window, "Saved: a.png")
    announce(window, "Hebei. 2 speakers")
    assert said == []
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Saved: a.png. Hebei. 2 speakers"]
    announce(window, "Copied.")
    qtbot.waitUntil(lambda: len(said) > 1)
    assert said[1:] == ["Copied."]
