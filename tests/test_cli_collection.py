"""What was collected and changed in the window, on the command line."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from jjjviewer import cli
from jjjviewer.charts.page_layout import Wording
from jjjviewer.charts.types.bars import Bars
from jjjviewer.export.collection_store import CollectionStore
from jjjviewer.model.collection import CollectedRecord
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.ui.shared.chart_edits import ChartEdit, ChartEdits
from jjjviewer.ui.shared.settings import stored_settings
from tests.packs import change, copy_of_bundled
from tests.test_cli import names
from tests.test_cli_same_bytes import exported

FIGURES = [CollectedRecord("figures", id_) for id_ in ("f43-3", "f41-1")]


@pytest.fixture
def store(app: QApplication, pack: Dataset) -> CollectionStore:
    store = CollectionStore.of(pack)
    store.change(lambda collection: collection.with_items(FIGURES))
    return store


def test_charts_of_the_collection_are_written_and_can_be_narrowed(
    store: CollectionStore, tmp_path: Path
) -> None:
    command = ["export", "--chart", "card", "--format", "csv", "--out", str(tmp_path)]
    assert cli.run([*command, "--select", "collection"]) == 0
    assert cli.run([*command, "--select", "collection", "chai-baoliang"]) == 0
    assert names(tmp_path) == {"collection-card.csv", "collection+chai-baoliang-card.csv"}
    written = (tmp_path / "collection-card.csv").read_text(encoding="utf-8-sig")
    assert all(each.id in written for each in FIGURES)


def test_a_process_of_its_own_finds_what_the_window_keeps(
    app: QApplication, pack: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = app.applicationName()
    app.setApplicationName("jjjviewer")
    try:
        CollectionStore.of(pack).change(lambda collection: collection.with_items(FIGURES))
    finally:
        app.setApplicationName(before)
    arguments = ("--select", "collection", "--chart", "card", "--format", "svg")
    assert exported(tmp_path / "out", *arguments, XDG_DATA_HOME=os.environ["XDG_DATA_HOME"])


def test_an_empty_collection_is_refused_with_a_message(
    app: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["export", "--select", "collection", "--out", str(tmp_path)]) == 1
    assert "nothing of this pack is collected" in capsys.readouterr().err


def test_a_pack_that_has_the_word_as_an_id_means_its_own(app: QApplication, tmp_path: Path) -> None:
    pack = copy_of_bundled(tmp_path)
    for table in ("themes", "statements", "figures", "links"):
        change(pack, table, lambda rows: [row.update(_renamed(row)) for row in rows])
    command = ["export", str(pack), "--chart", "kinds", "--format", "csv"]
    assert cli.run([*command, "--out", str(tmp_path / "out"), "--select", "collection"]) == 0


def test_citations_are_written_of_what_is_selected_beside_charts_or_alone(
    store: CollectionStore, tmp_path: Path
) -> None:
    command = ["export", "--select", "collection", "--out", str(tmp_path)]
    assert cli.run([*command, "--format", "ris,bib,csl"]) == 0
    assert names(tmp_path) == {"collection.ris", "collection.bib", "collection.json"}
    assert cli.run([*command, "--chart", "card", "--format", "csv,ris"]) == 0
    assert "collection-card.csv" in names(tmp_path)
    written = (tmp_path / "collection.ris").read_text(encoding="utf-8")
    assert all(f"ID  - {each.id}\n" in written for each in FIGURES)


def _renamed(row: dict[str, str]) -> dict[str, str]:
    return {"theme_id": "collection"} if row["theme_id"] == "ecology" else {}


def test_charts_have_the_words_and_the_highlight_that_they_were_given_in_the_window(
    app: QApplication, pack: Dataset, tmp_path: Path
) -> None:
    edit = ChartEdit(Wording("What Hebei spends", "", "Only what was named."), "", "f43-3")
    view = pack.view(Selection(("hebei",)))
    ChartEdits(stored_settings()).keep(Bars("cny"), view, edit)
    command = ["export", "--select", "hebei", "--format", "svg", "--out", str(tmp_path)]
    assert cli.run([*command, "--chart", "all"]) == 0
    own, other = (tmp_path / f"hebei-{each}.svg" for each in ("bars-cny", "timeline"))
    assert "<title>What Hebei spends</title>" in own.read_text(encoding="utf-8")
    assert "Only what was named." in own.read_text(encoding="utf-8")
    assert "What Hebei spends" not in other.read_text(encoding="utf-8")
    assert cli.run([*command, "--chart", "bars", "--title", "Sums"]) == 0
    assert "<title>Sums</title>" in (tmp_path / "hebei-bars.svg").read_text(encoding="utf-8")
