"""Printed numbers are read as people write them, in English and in Chinese."""

import pytest

from jjjviewer.model.number_parsing import qualifier, readings, reads_as


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4,959 projects", 4959),
        ("731.9 billion yuan", 731.9e9),
        ("15.823 million mu", 15_823_000),
        ("61.63%", 61.63),
        ("1 234 567 t", 1_234_567),
        ("1'234 francs", 1234),
        ("\uff11\uff12\uff13 km", 123),
        ("5 to 10 million", 5e6),
        ("5 to 10 million", 10e6),
        ("1.234,5 km", 1234.5),
        ("3,5 t", 3.5),
        ("2 bn", 2e9),
        ("3 hundred thousand", 300_000),
        ("twenty-five boats", 25),
        ("two hundred and twenty-five", 225),
        ("half a million", 500_000),
        ("three dozen", 36),
        ("a hundred", 100),
        ("about a dozen", 12),
        ("a hundred and twenty", 120),
        ("a thousand", 1000),
        ("a million", 1e6),
        ("about a billion yuan", 1e9),
        ("three and a half million", 3.5e6),
        ("half a dozen", 6),
        ("two thousand and five", 2005),
        ("twenty-one thousand five hundred", 21_500),
        ("one hundred thousand two hundred and six", 100_206),
        ("one million two hundred and thirty-four thousand five hundred", 1_234_500),
        ("-3.5 kilometers", -3.5),
        ("−3.5 kilometers", -3.5),
        ("from -5 to -3 degrees", -3),
        ("-400 billion yuan", -400e9),
        ("7319亿元", 731.9e9),
        ("3.5万亩", 35_000),
        ("两万亿元", 2e12),
        ("三千八百亿元", 380e9),
        ("十五个", 15),
        ("一百二十三", 123),
    ],
)
def test_a_printed_number_is_read(text: str, value: float) -> None:
    assert reads_as(text, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("731.9 billion yuan", 731.9e6),
        ("731.9 billion yuan", 7319e9),
        ("1,234 km", 1.234),
        ("50.8%", 508),
        ("half", 50),
    ],
)
def test_another_value_is_not_read_into_it(text: str, value: float) -> None:
    assert not reads_as(text, value)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3-5 km", [3, 5]),
        ("3 - 5 km", [3, 5]),
        ("covid-19", [19]),
        # A fall of 3% may be given as 3, with down for its direction.
        ("-3%", [-3, 3]),
        ("between two and three percent", [2, 3]),
        ("between two hundred and three hundred", [200, 300]),
        ("between two thousand and three thousand", [2000, 3000]),
        ("between one million and two million", [1e6, 2e6]),
        ("one million and two", [1e6, 2]),
        ("two million three-year loans", [2e6, 3]),
        ("two million thirty-five-year loans", [2e6, 35]),
        ("a hundred three-year loans", [100, 3]),
        ("a twenty-five-year plan", [25]),
        ("a thousand and one", [1001]),
        ("5 million 3 times", [5e6, 3]),
        ("twenty-one thousand five hundred", [21_500]),
    ],
)
def test_numbers_are_neither_torn_apart_nor_joined(text: str, numbers: list[float]) -> None:
    assert readings(text) == numbers


@pytest.mark.parametrize("text", ["", "a great sum", "several", "12,34.5"])
def test_where_no_number_can_be_read_none_is(text: str) -> None:
    assert readings(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("more than 50%", "more-than"),
        ("no more than 50%", "at-most"),
        ("Over 300", "more-than"),
        ("at least twenty", "at-least"),
        ("nearly 60%", "nearly"),
        ("about a dozen", "about"),
        ("fewer than 3", "less-than"),
        ("up to 8 km", "at-most"),
        ("> 5", "more-than"),
        ("超过3000", "more-than"),
        ("不超过3000", "at-most"),
        ("近六成", "nearly"),
        ("60%", ""),
        ("450 species over the years", ""),
        ("overall 5", ""),
    ],
)
def test_the_word_before_a_number_says_how_exact_it_is(text: str, name: str) -> None:
    assert qualifier(text) == name
