"""What waits for a paint."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jjjviewer.ui.shared.painting import after_first_paint


def test_a_call_after_the_first_paint_is_made_once(qtbot: QtBot) -> None:
    widget, done = QWidget(), list[bool]()
    qtbot.addWidget(widget)
    after_first_paint(widget, lambda: done.append(widget.isVisible()))
    assert done == []
    widget.show()
    qtbot.waitUntil(lambda: bool(done))
    widget.repaint()
    assert done == [True]
