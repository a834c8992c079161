"""Numbers and periods are written for readers, with the digits that were printed."""

from datetime import date

import pytest

from jjjviewer.charts.formatting import subject
from jjjviewer.charts.numbers import amount, in_base_unit, plain, quantity, rounded, scale_of
from jjjviewer.charts.periods import day, when
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Language, Selection


def figure(pack: Dataset, id_: str) -> FigureRow:
    frame = pack["figures"]
    return pack.figure_rows.of(frame[frame["figure_id"] == id_])[0]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (10_400_000, "10,400,000"),
        (60.03, "60.03"),
        (-3, "−3"),
        (0.16093440000000003, "0.1609344"),
        (1.4995e-06, "0.0000014995"),
        (0.1 + 0.2, "0.3"),
        (1e30, "1 × 10^30"),
    ],
)
def test_a_number_has_its_digits_and_no_more(value: float, text: str) -> None:
    assert plain(value) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "731.9 billion yuan"), ("zh", "7,319亿元")],
)
def test_large_numbers_have_the_scale_of_their_language(language: Language, text: str) -> None:
    unit = {"en": "yuan", "zh": "元"}[language]
    assert quantity(731.9e9, unit, language).replace("7319", "7,319") == text
    assert scale_of([12_000], language).word == {"en": "", "zh": "万"}[language]


def test_a_range_is_written_with_both_its_ends(pack: Dataset) -> None:
    wide = figure(pack, "f41-4")._replace(value=10.0, value_high=120.0)
    assert amount(wide, "en") == "10–120 km"


@pytest.mark.parametrize(
    ("id_", "text"),
    [
        ("f33-2", "more than 900 companies"),
        ("f16-12", "nearly 60%"),
        ("f15-1", "down by more than 50%"),
        ("f41-7", "60.03%"),
    ],
)
def test_qualifiers_and_falls_are_words(pack: Dataset, id_: str, text: str) -> None:
    assert amount(figure(pack, id_), "en") == text


def test_a_conversion_has_no_more_digits_than_were_printed(pack: Dataset) -> None:
    forest = figure(pack, "f41-1")
    assert in_base_unit(forest) == rounded(forest.in_base_unit, 5)
    assert in_base_unit(figure(pack, "f41-4")) == 947


@pytest.mark.parametrize(
    ("id_", "english", "chinese"),
    [
        ("f9-3", "end of September 2022", "截至2022年9月"),
        ("f21-2", "since 2017", "2017年以来"),
        ("f53-1", "end of the 14th Five-Year Plan", "到2025年"),
        ("f16-4", "", ""),
    ],
)
def test_a_period_is_told_as_the_pack_says_it(
    pack: Dataset, id_: str, english: str, chinese: str
) -> None:
    assert when(figure(pack, id_), "en") == english
    # A helper word may stand before or after.
    assert chinese in when(figure(pack, id_), "zh") or when(figure(pack, id_), "zh") in chinese


def test_a_day_is_written_out() -> None:
    assert day(date(2022, 10, 21), "en") == "21 October 2022"
    assert day(date(2022, 10, 21), "zh") == "2022年10月21日"


@pytest.mark.parametrize("table", ["figures", "links"])
def test_several_records_are_named_by_their_number(pack: Dataset, table: str) -> None:
    ids = pack[table][f"{table[:-1]}_id"].iloc[:3]
    assert subject(pack.view(Selection((*ids,)))) == f"3 {table} chosen"
