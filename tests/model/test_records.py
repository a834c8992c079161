"""Rows of a frame are the same whether they are made one by one or all at once."""

import pandas as pd
import pytest

from jjjviewer.model import records as records_module
from jjjviewer.model.records import Records

FRAME = pd.DataFrame({"a": range(1000), "b": [str(number) for number in range(1000)]})


def test_rows_are_found_by_number_from_both_ends_and_in_slices() -> None:
    records = Records(FRAME)
    every = list(FRAME.itertuples(index=False))
    assert len(records) == 1000
    assert list(records) == every
    assert (records[0], records[999], records[-1]) == (every[0], every[999], every[-1])
    assert records[250:260] == every[250:260]
    assert records[995:] == every[995:]


@pytest.mark.parametrize("at", [1000, -1001])
def test_what_is_not_there_is_no_row(at: int) -> None:
    with pytest.raises(IndexError):
        Records(FRAME)[at]


def test_only_what_is_looked_at_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    make = records_module._made

    def count(frame: pd.DataFrame) -> object:
        made.append(len(frame))
        return make(frame)

    monkeypatch.setattr(records_module, "_made", count)
    records = Records(FRAME)
    assert records[300].a == 300
    assert records[301].b == "301"
    assert made == [256]
