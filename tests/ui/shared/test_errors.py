"""A fault of the program: one dialog with a report, a log, and the window lives on."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from jjjviewer.ui.shared import errors
from tests.ui.user import User


def fault(words: str) -> tuple[type[Exception], Exception, None]:
    return ValueError, ValueError(words), None


def dialogs(user: User) -> list[QMessageBox]:
    return [each for each in user.window.findChildren(QMessageBox) if each.isVisible()]


def test_a_fault_opens_one_dialog_and_the_window_lives_on(user: User) -> None:
    report = errors.hook(user.window)
    report(*fault("first"))
    report(*fault("second"))
    (dialog,) = dialogs(user)
    assert "first" in dialog.informativeText()
    dialog.close()
    user.click_row("hebei")
    assert user.heading.startswith("Hebei")
    report(*fault("third"))
    (dialog,) = dialogs(user)
    assert "third" in dialog.informativeText()
    dialog.close()


def test_the_report_can_be_copied_and_names_versions_and_place(user: User) -> None:
    def broken() -> None:
        raise ValueError("deep inside")

    report = errors.hook(user.window)
    try:
        broken()
    except ValueError as error:
        report(ValueError, error, error.__traceback__)
    (dialog,) = dialogs(user)
    copy = next(each for each in dialog.buttons() if each.text() == "Copy report")
    user.click(copy)
    text = QGuiApplication.clipboard().text()
    assert "JJJ Viewer 0.1.0" in text
    assert "pandas 3" in text
    assert "in broken" in text
    assert dialog.isVisible()
    dialog.close()


def test_faults_are_logged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    monkeypatch.setattr(errors._LOG, "handlers", [])
    errors.record(ValueError("written down"))
    for handler in errors._LOG.handlers:
        handler.close()
    assert "written down" in errors.log_path().read_text(encoding="utf-8")


def test_without_a_place_for_the_log_the_report_has_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "file"))
    monkeypatch.setattr(errors._LOG, "handlers", [])
    assert "quietly" in errors.record(ValueError("quietly"))


def test_an_interrupt_from_the_keyboard_is_no_fault(
    user: User, capsys: pytest.CaptureFixture[str]
) -> None:
    errors.hook(user.window)(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert dialogs(user) == []
    assert "KeyboardInterrupt" in capsys.readouterr().err
