"""Where a collection is kept: written whole or not at all, and read whatever happened to it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from jjjviewer.export.atomic_write import ExportError
from jjjviewer.export.collection_store import CollectionStore
from jjjviewer.model.collection import CollectedRecord, Collection
from jjjviewer.model.dataset import Dataset
from tests.packs import copy_of_bundled, load

STATEMENT = CollectedRecord("statements", "s41-1", "Ask for the report.", "Trees")
FIGURE = CollectedRecord("figures", "f43-3")


@pytest.fixture
def store(app: QApplication, pack: Dataset) -> CollectionStore:
    return CollectionStore.of(pack)


def add(store: CollectionStore, item: CollectedRecord) -> Collection:
    return store.change(lambda collection: collection.with_items([item])).collection


def test_a_pack_has_its_collection_wherever_it_lies(store: CollectionStore, tmp_path: Path) -> None:
    add(store, STATEMENT)
    copied = load(copy_of_bundled(tmp_path))
    assert CollectionStore.of(copied).read() == (Collection((STATEMENT,)), "")


def test_two_windows_do_not_lose_what_the_other_has_collected(store: CollectionStore) -> None:
    other = CollectionStore.of(load())
    add(store, STATEMENT)
    assert add(other, FIGURE).items == (STATEMENT, FIGURE)
    assert add(store, FIGURE).items == (STATEMENT, FIGURE)


@pytest.mark.parametrize("damage", ["", "{", '{"jjjviewer": "collection", "records": 7}', "\0"])
def test_a_damaged_file_is_set_aside_and_said(store: CollectionStore, damage: str) -> None:
    add(store, STATEMENT)
    store.path.write_text(damage, encoding="utf-8")
    kept = store.read()
    assert kept.collection == Collection()
    (aside,) = store.path.parent.glob("*.damaged-1.json")
    assert str(aside) in kept.fault
    assert aside.read_text(encoding="utf-8") == damage
    add(store, FIGURE)
    assert store.read() == (Collection((FIGURE,)), "")


def test_a_second_damaged_file_does_not_replace_the_first(store: CollectionStore) -> None:
    store.path.parent.mkdir(parents=True)
    for damage in ("one", "two"):
        store.path.write_text(damage, encoding="utf-8")
        store.read()
    found = sorted(each.read_text("utf-8") for each in store.path.parent.glob("*.damaged-*"))
    assert found == ["one", "two"]


def test_what_can_be_read_of_a_damaged_file_stays(store: CollectionStore) -> None:
    add(store, STATEMENT)
    text = store.path.read_text(encoding="utf-8")
    store.path.write_text(text.replace('"records": [', '"records": [7,'), encoding="utf-8")
    assert store.read().collection.items == (STATEMENT,)
    assert store.read() == (Collection((STATEMENT,)), "")


def test_a_file_that_cannot_be_read_is_neither_lost_nor_written_over(
    store: CollectionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, STATEMENT)

    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        assert "Permission denied" in store.read().fault
        with pytest.raises(ExportError):
            add(store, FIGURE)
    assert store.read().collection.items == (STATEMENT,)


def test_a_change_that_cannot_be_written_leaves_the_file_as_it_was(
    store: CollectionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, STATEMENT)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
        with pytest.raises(ExportError, match="disk is full"):
            add(store, FIGURE)
    assert store.read().collection.items == (STATEMENT,)
