"""Columns say what their file says, whether they keep each cell or number what they say."""

import random
from pathlib import Path
from typing import Literal

import numpy as np
import pandas as pd
import pytest

from jjjviewer.bench.packs import Size, write_pack
from jjjviewer.model import index as index_module
from jjjviewer.model import rows as rows_module
from jjjviewer.model.facts import Facts
from jjjviewer.model.index import Index
from jjjviewer.model.pack import Pack
from jjjviewer.model.row_numbers import RowNumbers
from jjjviewer.model.rows import Cells, Rows
from jjjviewer.model.selection import Selection
from jjjviewer.model.tables import Tables, read_tables
from tests.packs import change, copy_of_bundled

_COUNTED: tuple[Literal["statements", "figures"], ...] = ("statements", "figures")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    size = Size(2_000, 400, 20, 300)
    return read_tables(write_pack(tmp_path_factory.mktemp("large") / "pack", size))


def test_what_a_column_says_again_and_again_is_kept_once(large: Tables) -> None:
    figures = large.rows["figures"]
    assert len(figures.cells("status").values) == 5
    assert len(figures.cells("statement_id").values) == 400
    assert figures.cells("measure").codes is None
    assert figures.cells("figure_id").codes is None


def test_numbered_cells_are_read_as_if_each_were_kept(large: Tables) -> None:
    for name in ("status", "place_id", "figure_id", "measure"):
        cells = large.rows["figures"].cells(name)
        every = list(cells)
        values, codes = cells.coded()
        assert len(every) == len(cells) == 2_000
        assert [values[code] for code in codes] == every
        assert [cells[at] for at in range(2_000)] == cells[:] == every
        assert len(set(values)) == len(values)


@pytest.mark.parametrize("many", [1_000, 1_001])
def test_a_column_tells_in_which_row_a_cell_stands(
    monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(rows_module, "_MANY", many)
    ids = [f"f{at}" for at in range(1_000)]
    numbers = Cells(ids).row_numbers
    assert isinstance(numbers, RowNumbers) == (many == 1_000)
    assert [numbers[id_] for id_ in ids] == list(range(1_000))
    assert list(numbers) == ids
    assert "f1000" not in numbers
    assert numbers.get("f1000") is None
    assert len(numbers) == 1_000
    # By which it is told that one stands there twice.
    assert len(Cells([*ids, "f7"]).row_numbers) == 1_000


def test_cells_of_one_hash_are_told_apart() -> None:
    class Alike(str):
        __slots__ = ()

        def __hash__(self) -> int:
            return 1

    cells = [Alike(each) for each in "abc"]
    numbers = RowNumbers(cells)
    assert [numbers[each] for each in cells] == [0, 1, 2]
    assert Alike("d") not in numbers
    assert len(numbers) == 3


def test_rows_are_equal_if_they_say_the_same() -> None:
    numbered = Cells(*Cells(["a", "b", "a"]).coded())
    assert Rows({"x": numbered}) == Rows({"x": Cells(["a", "b", "a"])})
    assert Rows({"x": numbered}) != Rows({"x": Cells(["a", "b", "b"])})
    assert list(Rows({"x": numbered}).picked([2, 1])) == [{"x": "a"}, {"x": "b"}]


def test_what_is_written_in_two_ways_and_meant_the_same_is_one_value(tmp_path: Path) -> None:
    pack = copy_of_bundled(tmp_path)

    def alter(rows: list[dict[str, str]]) -> None:
        for at, row in enumerate(rows):
            row["denominator"] = ("'=all", "=all", "")[at % 3]

    change(pack, "figures", alter)
    cells = read_tables(pack).rows["figures"].cells("denominator")
    assert cells.values == ["=all", ""]
    assert cells[:3] == ["=all", "=all", ""]


def test_of_very_many_rows_the_same_belong_to_an_id(
    large: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = Index(large.rows)
    monkeypatch.setattr(index_module, "_MANY", 0)
    many = Index(large.rows)
    ids = [*few.ids(), *large.rows["links"].column("link_id"), "f7"]
    for id_ in ids:
        assert list(many.rows("links", id_)) == list(few.rows("links", id_))
        for table in _COUNTED:
            found = list(few.rows(table, id_))
            assert list(many.rows(table, id_)) == found
            assert few.count(table, id_) == many.count(table, id_) == len(found)


def test_some_of_many_are_in_the_same_order_whether_they_are_sorted_or_picked() -> None:
    chance = random.Random(7)
    values = [float(chance.randrange(50)) for _ in range(500)] + [float("nan")] * 3
    ranked = Facts(pd.DataFrame({"value": values})).ranked("value")
    for count in (0, 1, 20, 100, 101, 400, 503):
        rows = sorted(chance.sample(range(503), count))
        order = sorted(rows, key=lambda at: (values[at] != values[at], -values[at]))
        numbers = [at for at in order if values[at] == values[at]]
        of_all = np.isin(np.arange(503), rows)
        assert ranked.sorted(of_all, np.arange(503)).tolist()[: len(numbers)] == numbers
        # The same rows among some.
        some = np.array(sorted({*rows, *chance.sample(range(503), 30)}), dtype=np.intp)
        places = ranked.sorted(np.isin(some, rows), some)
        assert some[places].tolist()[: len(numbers)] == numbers


def test_frames_that_rows_are_picked_from_have_few_blocks(pack: Pack) -> None:
    texts = pack["figures"].dtypes == "object"
    assert texts["measure"]
    assert texts["speaker"]
    assert not (pack["figures"].dtypes == "str").any()


def test_what_is_known_of_a_figure_by_itself_is_found_once_for_a_pack(pack: Pack) -> None:
    asked: list[int] = []

    def rule(figures: pd.DataFrame) -> "pd.Series[bool]":
        asked.append(len(figures))
        return figures["chartable"]

    views = [pack.view(Selection((id_,))) for id_ in ("hebei", "tianjin")]
    found = [view.which(rule).tolist() for view in views]
    assert found == [view.figures["chartable"].tolist() for view in views]
    assert asked == [len(pack["figures"])]
