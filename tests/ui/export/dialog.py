"""The export dialog, and what a user does in it."""

from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jjjviewer.ui.export.export_job import ExportJob, ExportReport
from jjjviewer.ui.shared.preview import Preview
from tests.ui.user import User

_Widget = TypeVar("_Widget", bound=QWidget)


class Dialog:
    """The export dialog and what a user does in it."""

    def __init__(self, dialog: QWidget) -> None:
        self.dialog = dialog

    def find(self, kind: type[_Widget], words: str = "") -> _Widget:
        """A widget by its words or its name for screen readers."""
        words = words.replace("&", "")
        for each in self.dialog.findChildren(kind):
            said = (each.accessibleName(), getattr(each, "text", str)().replace("&", ""))
            if not words or words in said:
                return each
        raise AssertionError(f"there is no '{words}'")

    def choose(self, name: str, words: str) -> None:
        """Choose in a list by the beginning of an entry."""
        box = self.find(QComboBox, name)
        at = next(n for n in range(box.count()) if box.itemText(n).startswith(words))
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _ in range(at):
            QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() == at

    def check(self, *words: str) -> None:
        """Click check boxes."""
        for each in words:
            box = self.find(QCheckBox, each)
            QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())

    def checked(self) -> list[str]:
        return [box.text() for box in self.dialog.findChildren(QCheckBox) if box.isChecked()]

    def write(self, name: str, words: str) -> None:
        """Write something into a line in place of what it holds."""
        line = self.find(QLineEdit, name)
        line.selectAll()
        QTest.keyClicks(line, words)

    def paste(self, name: str, words: str) -> None:
        """Paste something into a line in place of what it holds."""
        line = self.find(QLineEdit, name)
        line.selectAll()
        QGuiApplication.clipboard().setText(words)
        QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def press(self, words: str) -> None:
        """Click a button; after Export wait until a chart is written, or why it is not is told."""
        self.click(self.find(QPushButton, words))
        if words == "Export":
            end = monotonic() + 60
            while self.dialog.isVisible() and not self.can_export:
                assert monotonic() < end
                QTest.qWait(5)

    def click(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def can_export(self) -> bool:
        return self.find(QPushButton, "Export").isEnabled()

    @property
    def labels(self) -> str:
        return "\n".join(label.text() for label in self.dialog.findChildren(QLabel))

    @property
    def description(self) -> str:
        return self.find(QPlainTextEdit).toPlainText()

    @property
    def preview(self) -> QImage:
        return self.find(Preview).grab().toImage()


def export(user: User, act: Callable[[Dialog], None]) -> None:
    """Ask to export a chart, and do something in the dialog; then it is closed."""
    ask(user, "Export…", act)


def ask(user: User, action: str, act: Callable[[Dialog], None]) -> None:
    """Choose an action that asks, and do something in its dialog; then it is closed."""
    faults: list[BaseException] = []

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        try:
            act(Dialog(dialog))
        except BaseException as fault:
            faults.append(fault)
        finally:
            buttons = dialog.findChild(QDialogButtonBox)
            if dialog.isVisible() and buttons is not None:
                buttons.button(QDialogButtonBox.StandardButton.Cancel).click()

    QTimer.singleShot(0, run)
    user.action(action).trigger()
    if faults:
        raise faults[0]


def exported(qtbot: QtBot, user: User, act: Callable[[Dialog], None]) -> ExportReport:
    """Export and wait for the files."""
    job = user.window.findChild(ExportJob)
    assert job is not None
    with qtbot.waitSignal(job.ended, timeout=60_000) as ended:
        export(user, act)
    report = ended.args[0]
    assert isinstance(report, ExportReport)
    return report


Into = Callable[[Dialog], None]
