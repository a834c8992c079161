"""The line that shows how far work in the background is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from jjjviewer.ui.shared.progress import ProgressLine

NAME = "<b>bold</b> & co.zip"


def test_the_name_of_a_pack_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    line.begin(NAME)
    (words,) = line.findChildren(QLabel)
    assert (words.text(), words.textFormat()) == (NAME, Qt.TextFormat.PlainText)


def test_new_work_begins_at_nothing_and_advances(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    (bar,) = line.findChildren(QProgressBar)
    line.begin("One")
    line.advance(40)
    assert bar.value() == 40
    line.begin("Other")
    assert line.isVisible()
    assert bar.value() == 0


def test_the_button_stops_the_work(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    with qtbot.waitSignal(line.stopped):
        line.findChildren(QToolButton)[0].click()
