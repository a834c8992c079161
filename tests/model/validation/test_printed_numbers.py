"""Figures are compared with what is printed, however many share the words around their numbers."""

import math

import pytest

from jjjviewer.model.validation.printed_numbers import doubts
from jjjviewer.text.printed import read
from tests.text.marked import rows

_CASES = [(printed, float(values.split(";")[0])) for printed, values, _ in rows("printed.txt")]


@pytest.mark.parametrize("factor", [1, 10, 0.1, 1000, -1])
def test_a_value_is_doubted_where_the_printed_text_does_not_read_so(factor: float) -> None:
    for printed, right in _CASES:
        value = right * factor
        columns = [each.column for each in doubts(printed, value, math.nan, "exact")]
        assert ("value" not in columns) == read(printed).may_be(value), printed


def test_the_higher_end_of_a_range_is_compared_as_well() -> None:
    assert [*doubts("5 to 10 million", 5e6, 10e6, "exact")] == []
    doubt = [*doubts("5 to 10 million", 5e6, 10e7, "exact")]
    assert [each.column for each in doubt] == ["value_high"]
