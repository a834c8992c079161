"""What waits for a paint, or for its turn."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from jjjviewer.ui.shared.painting import after_first_paint, in_turns


def test_steps_follow_each_other_and_what_else_is_to_be_done_comes_in_between(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()

    def first() -> None:
        done.append("first")
        QTimer.singleShot(0, owner, lambda: done.append("a click"))

    in_turns(owner, first, lambda: done.append("second"))
    assert done == ["first"]
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == ["first", "a click", "second"]


def test_what_is_left_to_do_goes_with_its_owner(qtbot: QtBot) -> None:
    owner, other, done = QObject(), QObject(), list[str]()
    in_turns(owner, lambda: done.append("first"), lambda: done.append("never"))
    delete(owner)
    in_turns(other, lambda: done.append("first"), lambda: done.append("second"))
    qtbot.waitUntil(lambda: done[-1] == "second")
    assert done == ["first", "first", "second"]


def test_what_waits_for_the_first_paint_comes_after_it_once(qtbot: QtBot) -> None:
    widget, done = QWidget(), list[bool]()
    qtbot.addWidget(widget)
    after_first_paint(widget, lambda: done.append(widget.isVisible()))
    assert done == []
    widget.show()
    qtbot.waitUntil(lambda: bool(done))
    widget.repaint()
    assert done == [True]
