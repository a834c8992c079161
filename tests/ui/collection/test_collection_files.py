"""Collections exported to files and imported from them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

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


def test_an_exported_collection_is_merged_with_what_was_collected_since(
    qtbot: QtBot, user: User, tmp_path: Path, choose: Choose, told: list[str]
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
    qtbot.waitUntil(lambda: row_of_collection(user) == "Collection 2 0")
    assert told == []


def test_records_that_the_pack_lacks_are_named_and_kept(
    qtbot: QtBot, user: User, tmp_path: Path, choose: Choose, told: list[str]
) -> None:
    record = {"table": "figures", "id": "f999-1", "name": "7 bridges: Bridges built", "note": "?"}
    pack = {"id": "other", "title": "Another interview"}
    path = tmp_path / "theirs.json"
    whole = {"jjjviewer": "collection", "format": 1, "pack": pack, "records": [record]}
    path.write_text(json.dumps(whole), encoding="utf-8")
    choose(path)
    user.action("Import collection…").trigger()
    qtbot.waitUntil(lambda: bool(told))
    assert "of another pack: Another interview" in told[0]
    assert "7 bridges: Bridges built" in told[0]
    user.click_row("collection")
    assert "7 bridges: Bridges built ★" in user.text
    assert "Your note: ?" in user.text


@pytest.mark.parametrize("text", ["", "no JSON", '{"jjjviewer": {}}'])
def test_a_file_that_holds_no_collection_is_refused_and_nothing_is_lost(
    qtbot: QtBot, user: User, tmp_path: Path, choose: Choose, told: list[str], text: str
) -> None:
    collect(user)
    path = tmp_path / "other.json"
    path.write_text(text, encoding="utf-8")
    choose(path)
    user.action("Import collection…").trigger()
    qtbot.waitUntil(lambda: bool(told))
    assert "holds no collection. Choose a file that “Export collection” has written." in told[0]
    user.click_row("collection")
    assert SAID in user.text


def test_there_is_nothing_to_export_until_something_is_collected(user: User) -> None:
    assert not user.action("Export collection…").isEnabled()
    collect(user)
    assert user.action("Export collection…").isEnabled()
