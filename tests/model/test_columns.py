"""Tables as columns of text, and the rows that belong to an id."""

from pathlib import Path

import pytest

from jjjviewer.bench.packs import Size, write_pack
from jjjviewer.model import columns as columns_module
from jjjviewer.model.columns import chunks, columns_at, distinct, positions_by_cell, row_at
from jjjviewer.model.index import RECORDS, Index
from jjjviewer.model.tables import Tables, read_tables
from tests.packs import change, copy_of_bundled


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    size = Size(2_000, 400, 20, 300)
    return read_tables(write_pack(tmp_path_factory.mktemp("large") / "pack", size))


def test_a_repeated_cell_is_held_in_memory_once(large: Tables) -> None:
    figures = large.columns["figures"]
    assert len({id(cell) for cell in figures["status"]}) == 5
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


def test_rows_are_picked_by_their_positions() -> None:
    columns = {"x": [*"aba"], "y": [*"123"]}
    assert columns_at(columns, [2, 1]) == {"x": ["a", "b"], "y": ["3", "2"]}
    assert row_at(columns, 1) == {"x": "b", "y": "2"}
    assert {cell: list(at) for cell, at in positions_by_cell(columns["x"]).items()} == {
        "a": [0, 2],
        "b": [1],
    }


def test_cells_written_in_two_ways_that_mean_the_same_read_the_same(tmp_path: Path) -> None:
    pack = copy_of_bundled(tmp_path)

    def alter(rows: list[dict[str, str]]) -> None:
        for at, row in enumerate(rows):
            row["denominator"] = ("'=all", "=all", "")[at % 3]

    change(pack, "figures", alter)
    cells = read_tables(pack).columns["figures"]["denominator"]
    assert cells[:3] == ["=all", "=all", ""]
    assert set(cells) == {"=all", ""}


def test_as_many_rows_are_counted_as_belong_to_an_id(large: Tables) -> None:
    index = Index(large.columns)
    for id_ in [*index.ids(), *large.columns["links"]["link_id"], "f7"]:
        for table in RECORDS:
            rows = list(index.rows(table, id_))
            assert rows == sorted(set(rows))
            assert index.count(table, id_) == len(rows)
