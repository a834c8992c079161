"""Collections exported to files and imported from them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from tests.ui.collection.test_collecting import SAID, collect, message, row_of_collection
from tests.ui.user import User

Choose = Callable[[Path], None]


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Choose a file in the next dialog."""

    def answer(path: Path) -> None:
        for name in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))

    return answer


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What boxes say."""
    words: list[str] = []
    for name in ("warning", "information"):
        monkeypatch.setattr(QMessageBox, name, lambda *texts: words.append(texts[2]))
    return words


def test_an_exported_collection_is_merged_with_what_was_collected_since(
    user: User, tmp_path: Path, choose: Choose, said: list[str]
) -> None:
    collect(user)
    choose(tmp_path / "mine")
    user.action("Export collection…").trigger()
    assert message(user) == f"Saved: {tmp_path / 'mine.json'}"
    assert user.button("Open folder").isVisible()
    collect(user)
    collect(user, "In ten years 15.823", "chai-baoliang")
    choose(tmp_path / "mine.json")
    user.action("Import collection…").trigger()
    assert row_of_collection(user) == "Collection 2 0"
    assert said == []


def test_records_that_the_pack_lacks_are_named_and_kept(
    user: User, tmp_path: Path, choose: Choose, said: list[str]
) -> None:
    record = {"table": "figures", "id": "f999-1", "name": "7 bridges: Bridges built", "note": "?"}
    pack = {"id": "other", "title": "Another interview"}
    path = tmp_path / "theirs.json"
    whole = {"jjjviewer": "collection", "format": 1, "pack": pack, "records": [record]}
    path.write_text(json.dumps(whole), encoding="utf-8")
    choose(path)
    user.action("Import collection…").trigger()
    assert "of another pack: Another interview" in said[0]
    assert "7 bridges: Bridges built" in said[0]
    user.click_row("collection")
    assert "7 bridges: Bridges built ★" in user.text
    assert "Your note: ?" in user.text


@pytest.mark.parametrize("text", ["", "no JSON", '{"jjjviewer": {}}'])
def test_a_file_that_holds_no_collection_is_refused_and_nothing_is_lost(
    user: User, tmp_path: Path, choose: Choose, said: list[str], text: str
) -> None:
    collect(user)
    path = tmp_path / "other.json"
    path.write_text(text, encoding="utf-8")
    choose(path)
    user.action("Import collection…").trigger()
    assert said[0].startswith(f"'{path}' holds no collection.")
    user.click_row("collection")
    assert SAID in user.text


def test_there_is_nothing_to_export_until_something_is_collected(user: User) -> None:
    assert not user.action("Export collection…").isEnabled()
    collect(user)
    assert user.action("Export collection…").isEnabled()
