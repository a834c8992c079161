"""A new pack is made in the window, to be filled in with a spreadsheet."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from jjjviewer.model.tables import read_tables
from tests.ui.user import User


def test_a_workbook_or_a_folder_is_made_where_nothing_is_yet(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *texts: told.append(texts[2]))
    for kind, name in (("Workbook (*.xlsx)", "pack.xlsx"), ("Folder of tables (*)", "pack")):
        answer = str(tmp_path / "pack.xlsx"), kind
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, answer=answer: answer)
        user.action("New pack for a spreadsheet…").trigger()
        message = user.window.statusBar().currentMessage()
        assert message.startswith(f"Saved: {tmp_path / name}. ")
        assert user.button("Open folder").isVisible()
        # Its citation is still to be written.
        assert read_tables(tmp_path / name).columns["figures"]
    assert told == []
    user.action("New pack for a spreadsheet…").trigger()
    assert "is there already" in told[0]
