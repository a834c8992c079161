"""Figures are compared with what is printed, however many share the words around their numbers."""

import math

import pandas as pd
import pytest

from jjjviewer.model.validation.printed_numbers import Doubt, PrintedNumbers, states
from jjjviewer.model.validation.printed_units import PrintedUnits
from jjjviewer.text.printed import read
from tests.text.marked import rows

_COLUMNS = ("unit_id", "dimension", "label", "label_zh")
_UNITS = [
    ("mu", "area", "mu", "亩"), ("sq-km", "area", "km²", "平方公里"),
    ("km", "length", "km", "公里"),
    ("yuan", "money", "yuan", "元"), ("hkd", "money", "Hong Kong dollars", "港元"),
    ("t", "mass", "t", ""), ("kt", "mass", "kt", ""), ("gbp", "money", "pounds", ""),
    ("penny", "money", "pence", ""), ("gbp-m", "money", "million pounds", ""),
    ("wan", "money", "", "万元"), ("kes", "money", "Kenyan shillings", ""),
    ("percent", "share", "%", ""), ("bird", "count", "birds", "只鸟"),
    ("species", "count", "species", "种"), ("marsh", "area", "football fields", ""),
]  # fmt: skip
_READER = PrintedNumbers(PrintedUnits(pd.DataFrame(_UNITS, columns=_COLUMNS)))


def doubts(printed: str, value: float, high: float, stated: str, unit: str = "") -> list[Doubt]:
    return [*_READER.doubts(printed, value, high, stated, unit)]


_CASES = [(printed, float(values.split(";")[0])) for printed, values, _ in rows("printed.txt")]


@pytest.mark.parametrize("factor", [1, 10, 0.1, 1000, -1])
def test_a_value_is_doubted_where_the_printed_text_does_not_read_so(factor: float) -> None:
    for printed, right in _CASES:
        value = right * factor
        columns = [each.column for each in doubts(printed, value, math.nan, "exact")]
        assert ("value" not in columns) == read(printed).may_be(value), printed


def test_the_higher_end_of_a_range_is_compared_as_well() -> None:
    assert doubts("5 to 10 million", 5e6, 10e6, "exact") == []
    doubt = doubts("5 to 10 million", 5e6, 10e7, "exact")
    assert [each.column for each in doubt] == ["value_high"]


@pytest.mark.parametrize(
    ("printed", "value", "scale", "high"),
    [
        ("between 2 and 2.5 million", 2, 1e6, 2.5e6),
        ("from 200 to 250 thousand", 200, 1e3, 250_000),
        ("£2-3bn", 2, 1e9, 3e9),
        ("200至250万户", 200, 1e4, 2.5e6),
    ],
)
def test_a_scale_that_was_given_to_one_end_of_a_range_is_doubted(
    printed: str, value: float, scale: float, high: float
) -> None:
    assert [each.column for each in doubts(printed, value, high, "exact")] == ["value"]
    assert doubts(printed, value * scale, high, "exact") == []


@pytest.mark.parametrize(
    ("printed", "value", "unit", "wrong"),
    [
        ("75p", 0.75, "gbp", 75),
        ("75p", 75, "penny", 0.75),
        ("250 kt", 250_000, "t", 250),
        ("250 kt", 250, "kt", 250_000),
        ("£1.1bn", 1100, "gbp-m", 1.1),
        ("1,100", 1100, "gbp-m", 110),
        ("£1.1bn", 1.1e9, "gbp", 1.1),
        ("3.5亿元", 35_000, "wan", 3.5),
        ("50,000/-", 50_000, "kes", 5000),
    ],
)
def test_a_value_is_compared_in_the_unit_of_the_pack(
    printed: str, value: float, unit: str, wrong: float
) -> None:
    assert doubts(printed, value, math.nan, "exact", unit) == []
    (doubt,) = doubts(printed, wrong, math.nan, "exact", unit)
    assert doubt.column == "value"


@pytest.mark.parametrize(
    ("printed", "value", "unit", "other"),
    [
        ("6,401 square kilometers", 6401, "mu", "km2"),
        ("6401平方公里", 6401, "mu", "km2"),
        ("5 km²", 5, "km", "km2"),
        ("5 kilometres", 5, "sq-km", "km"),
        ("731.9 billion yuan", 731.9e9, "hkd", "cny"),
        ("12%", 12, "mu", "percent"),
        ("450 species", 450, "bird", "species"),
        ("between 2 and 3 hectares", 2, "mu", "ha"),
    ],
)
def test_a_unit_that_is_not_the_printed_one_is_named(
    printed: str, value: float, unit: str, other: str
) -> None:
    (doubt,) = doubts(printed, value, math.nan, "exact", unit)
    assert doubt.column == "unit_id"
    assert doubt.message == (
        f"'{printed}' names the unit {other} but unit_id says {unit}. Mend one."
    )


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("6,401 square kilometers", 6401, "sq-km"),
        ("5 km²", 5, "sq-km"),
        ("15.823 million mu", 15.823e6, "mu"),
        ("1582.3万亩", 15.823e6, "mu"),
        ("5 billion dollars", 5e9, "hkd"),
        ("3.5 percentage points", 3.5, "percent"),
        ("六成", 60, "percent"),
        ("40", 40, "mu"),
        ("40 species of birds", 40, "species"),
        ("450 wading birds", 450, "bird"),
        ("30 hectares", 30, "marsh"),
        ("30 hectares", 30, ""),
    ],
)
def test_a_unit_is_not_doubted_without_a_reason(printed: str, value: float, unit: str) -> None:
    assert doubts(printed, value, math.nan, "exact", unit) == []


@pytest.mark.parametrize(
    ("claim", "printed", "holds"),
    [
        ("Forest covered 61.63% of Yanqing in 2021", "61.63%", True),
        ("承德造林1582.3万亩", "15.823 million mu", True),
        ("A third of the nets are left", "33.3%", True),
        ("Forest covered 61.63% of Yanqing in 2021", "16.63%", False),
        ("承德造林158.23万亩", "15.823 million mu", False),
        ("The forest of Yanqing is large", "61.63%", False),
    ],
)
def test_a_claim_holds_its_number_in_any_words(claim: str, printed: str, holds: bool) -> None:
    assert states(claim, printed) is holds
