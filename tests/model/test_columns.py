"""Tables as columns of text, and the rows that belong to an id."""

from pathlib import Path

import pytest

from jjjviewer.bench.packs import Size, write_pack
from jjjviewer.model import columns as columns_module
from jjjviewer.model.columns import chunks, distinct, row_at
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.index import Index
from jjjviewer.model.selection import Selection
from jjjviewer.model.tables import Tables, read_tables
from jjjviewer.model.tree import tree_of
from tests.packs import change, copy_of_bundled


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    size = Size(2_000, 400, 20, 300)
    return read_tables(write_pack(tmp_path_factory.mktemp("large") / "pack", size))


def test_a_repeated_cell_is_held_in_memory_once(large: Tables) -> None:
    figures = large.columns["figures"]
    assert len({id(cell) for cell in figures["status"]}) == len({*figures["status"]}) > 1
    assert len({id(cell) for cell in figures["statement_id"]}) == 400


def test_the_columns_stand_in_the_order_of_the_schema_whatever_that_of_the_file(
    tmp_path: Path,
) -> None:
    pack = copy_of_bundled(tmp_path)
    before = read_tables(pack).columns
    change(pack, "figures", lambda rows: rows.__setitem__(0, dict(reversed(rows[0].items()))))
    after = read_tables(pack).columns
    assert after == before
    assert list(after["figures"]) == list(before["figures"])


def test_large_columns_are_processed_in_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns_module, "CHUNK", 3)
    cells = [*"abcabcd"]
    assert distinct(cells) == {*"abcd"}
    assert list(chunks(cells, cells[::-1])) == [
        (0, [[*"abc"], [*"dcb"]]),
        (3, [[*"abc"], [*"acb"]]),
        (6, [["d"], ["a"]]),
    ]


def test_a_row_is_read_by_its_position() -> None:
    assert row_at({"x": [*"aba"], "y": [*"123"]}, 1) == {"x": "b", "y": "2"}


def test_cells_written_in_two_ways_that_mean_the_same_read_the_same(tmp_path: Path) -> None:
    pack = copy_of_bundled(tmp_path)

    def alter(rows: list[dict[str, str]]) -> None:
        for at, row in enumerate(rows):
            row["denominator"] = ("'=all", "=all", "")[at % 3]

    change(pack, "figures", alter)
    cells = read_tables(pack).columns["figures"]["denominator"]
    assert cells[:3] == ["=all", "=all", ""]
    assert set(cells) == {"=all", ""}


def test_as_many_rows_are_counted_in_the_tree_as_are_shown(large: Tables) -> None:
    index = Index(large.columns)
    dataset = Dataset(large, index)
    for node in (node for top in tree_of(large, index) for node in top.walk() if node.id):
        view = dataset.view(Selection((node.id,)))
        assert (node.statements, node.figures) == (len(view.statements), view.figure_count)
