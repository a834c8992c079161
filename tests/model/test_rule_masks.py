"""What is found once for all rows of a frame, and columns of categories."""

import pandas as pd

from jjjviewer.model.categories import count_by_value, is_one_of, positions_by_value
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection

KINDS = pd.Series(pd.Categorical(["b", "a", None, "b"], categories=["a", "b", "c"]))


def test_categories_are_compared_and_counted_as_pandas_does() -> None:
    assert is_one_of(KINDS, {"b", "c"}).tolist() == KINDS.isin(["b", "c"]).tolist()
    assert count_by_value(KINDS) == {"a": 1, "b": 2}
    assert {value: rows.tolist() for value, rows in positions_by_value(KINDS).items()} == {
        "a": [1],
        "b": [0, 3],
    }


def test_a_column_without_rows_has_no_values() -> None:
    none = KINDS.head(0)
    assert is_one_of(none, {"b"}).tolist() == []
    assert count_by_value(none) == positions_by_value(none) == {}


def test_frames_that_rows_are_picked_from_have_few_blocks(pack: Dataset) -> None:
    texts = pack["figures"].dtypes == "object"
    assert texts["measure"]
    assert texts["speaker"]
    assert not (pack["figures"].dtypes == "str").any()


def test_what_is_known_of_a_figure_by_itself_is_found_once_for_a_pack(pack: Dataset) -> None:
    asked: list[int] = []

    def rule(figures: pd.DataFrame) -> "pd.Series[bool]":
        asked.append(len(figures))
        return figures["chartable"]

    views = [pack.view(Selection((id_,))) for id_ in ("hebei", "tianjin")]
    found = [view.which(rule).tolist() for view in views]
    assert found == [view.figures["chartable"].tolist() for view in views]
    assert asked == [len(pack["figures"])]
