"""Citations of all that is shown, saved for a reference manager."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.user import User


@pytest.mark.parametrize(
    ("kind", "name"), [("RIS (*.ris)", "mine.ris"), ("CSL-JSON (*.json)", "mine.json")]
)
def test_what_is_shown_is_cited_in_the_format_that_is_chosen(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, name: str
) -> None:
    asked: list[str] = []

    def answer(*texts: str) -> tuple[str, str]:
        asked.extend(map(str, texts[1:]))
        return str(tmp_path / "mine"), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    user.click_row("yu-bo")
    user.action("Export citations…").trigger()
    assert "yu-bo-citations" in asked[1]
    count = user.figure_count + 23
    message = user.window.statusBar().currentMessage()
    assert message == f"{count} citations saved: {tmp_path / name}"
    written = (tmp_path / name).read_text(encoding="utf-8")
    if name.endswith("json"):
        assert len(json.loads(written)) == count
    else:
        assert written.count("TY  - NEWS") == count
