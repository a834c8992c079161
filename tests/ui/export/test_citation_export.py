"""Citations of all that is shown, saved for a reference manager."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.user import User
from tests.ui.window.test_narrowing import find_all


@pytest.mark.parametrize(
    ("kind", "name"),
    [("RIS (*.ris)", "mine.ris"), ("CSL-JSON (*.json)", "mine.json"), ("Text (*.txt)", "mine.txt")],
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
    assert asked[1].endswith("yu-bo-citations.txt")
    count = user.figure_count + 23
    message = user.window.statusBar().currentMessage()
    assert message == f"{count} citations saved: {tmp_path / name}"
    assert user.button("Open folder").isVisible()
    written = (tmp_path / name).read_text(encoding="utf-8")
    if name.endswith("json"):
        assert len(json.loads(written)) == count
    elif name.endswith("txt"):
        assert len(written.splitlines()) == count
        assert written.startswith("Yu Bo, Secretary, CPC Yanqing District Committee, Beijing: ")
    else:
        assert written.count("TY  - NEWS") == count


def test_the_name_that_is_suggested_has_the_words_of_a_search_whatever_the_format(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt's own dialog puts another suffix in the place of what follows the last dot."""
    asked: list[str] = []

    def ask(*texts: str) -> tuple[str, str]:
        asked.append(texts[2])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    find_all(user, "water")
    user.action("Export citations…").trigger()
    assert Path(asked[0]).stem == "search.water-citations"
