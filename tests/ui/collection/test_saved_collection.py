"""The collection is saved with its pack, whatever becomes of pack, file and window."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jjjviewer.charts.page_layout import Wording
from jjjviewer.export.collection_store import CollectionStore
from jjjviewer.model.collection import CollectedRecord
from jjjviewer.model.dataset import Dataset
from tests.ui.collection.test_collecting import (
    SAID,
    collect,
    paragraph,
    row_of_collection,
    star_below_chart,
)
from tests.ui.user import User, reopened


def test_what_is_collected_is_there_at_the_next_start(qtbot: QtBot, user: User) -> None:
    collect(user)
    user.click_row("collection")
    later = reopened(qtbot, user.window)
    assert later.chosen_rows == ["Collection"]
    assert SAID in later.text


def test_a_record_that_is_gone_from_the_pack_is_kept_and_said(
    qtbot: QtBot, user: User, pack: Dataset
) -> None:
    collect(user)
    path = CollectionStore.of(pack).path
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"id": "s', '"id": "gone-s'), encoding="utf-8")
    later = reopened(qtbot, user.window)
    later.click_row("collection")
    assert "Not in this pack 1" in later.text
    assert paragraph(later).endswith("★\u2028Add a note")


def test_what_another_window_has_collected_is_shown_on_coming_back(
    user: User, pack: Dataset
) -> None:
    collect(user)
    other = CollectionStore.of(pack)
    other.change(lambda collection: collection.with_items([CollectedRecord("figures", "f41-1")]))
    user.window.collecting.refresh()
    assert row_of_collection(user) == "Collection 2 1"
    user.press(Qt.Key.Key_Space, user.browser)
    assert other.read().collection.ids("figures") == ["f41-1"]


def test_words_of_ones_own_in_a_collected_chart_are_collected_with_it(
    user: User, pack: Dataset
) -> None:
    user.click_row("chai-baoliang")
    user.choose_chart_type("Change")
    user.click(star_below_chart(user))
    user.chart.editing.set_text(Wording("What grew", "", "Checked by us"), "")
    (chart,) = CollectionStore.of(pack).read().collection.charts
    assert (chart.title, chart.footnote) == ("What grew", "Checked by us")
    user.click_row("collection")
    user.click_link("What grew")
    assert user.canvas.accessibleName() == "What grew"


def test_the_pack_read_anew_has_the_same_stars(qtbot: QtBot, user: User) -> None:
    collect(user)
    with qtbot.waitSignal(user.window.view_shown, timeout=30_000):
        user.press(Qt.Key.Key_F5)
    assert row_of_collection(user) == "Collection 1 0"
    assert paragraph(user).endswith("★")


def test_a_damaged_collection_is_set_aside_and_said(
    qtbot: QtBot, user: User, pack: Dataset
) -> None:
    collect(user)
    path = CollectionStore.of(pack).path
    path.write_text("{", encoding="utf-8")
    later = reopened(qtbot, user.window)
    assert "The file of the collection was damaged." in later.labels
    collect(later)
    assert json.loads(path.read_text(encoding="utf-8"))["records"]


def test_a_star_that_cannot_be_kept_is_not_shown_and_why_is_said(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    collect(user)
    assert paragraph(user).endswith("☆")
    assert "the disk is full" in user.labels
