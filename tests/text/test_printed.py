"""What is printed of a figure is read as people write it, in many countries."""

import random

import pytest

from jjjviewer.text.printed import read
from jjjviewer.text.proposals import Reader
from tests.text import marked
from tests.text.marked import rows

_CASES = [
    (printed, [float(value) for value in values.split(";")], qualifier)
    for printed, values, qualifier in rows("printed.txt")
]
_SENTENCES = [each.text for each in (*marked.read("english.txt"), *marked.read("chinese.txt"))]


@pytest.mark.parametrize(("printed", "values", "qualifier"), _CASES)
def test_the_right_value_and_qualifier_are_read(
    printed: str, values: list[float], qualifier: str
) -> None:
    meant = read(printed)
    assert all(meant.may_be(value) for value in values), meant.values
    assert meant.qualifiers == ((qualifier,) if qualifier else ())


def _wrong(value: float) -> set[float]:
    """Return a value as people mistype it: a nought too many or too few, two digits swapped."""
    digits = f"{value:.15g}"
    swapped = {
        float(digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :])
        for i in range(len(digits) - 1)
        if digits[i : i + 2].isdigit()
    }
    return {value * 10, value / 10, value * 1000, *swapped} - {value}


def test_a_wrong_value_is_not_read_into_what_is_printed() -> None:
    """But for the parts of a whole, such as 7 out of 10, which may be 0.7 and 70 percent."""
    read_so = {
        (printed, wrong)
        for printed, values, _ in _CASES
        for value in values
        for wrong in _wrong(value)
        if not read(printed).shares and len(values) == 1 and read(printed).may_be(wrong)
    }
    assert read_so == set()


@pytest.mark.parametrize("text", _SENTENCES)
def test_what_is_proposed_is_never_doubted(text: str) -> None:
    """Whoever keeps a proposal keeps its value with what is printed."""
    for figure in Reader([text]).numbers(0).figures:
        meant = read(text[figure.start : figure.end])
        carried = any(cue.how == "carried" for cue in figure.basis.values())
        for value in (figure.value, figure.value_high):
            assert value is None or carried or meant.may_be(value), meant.values


_WRITTEN = {
    "£{}m": 1e6, "Rs {} crore": 1e7, "over €{} billion": 1e9, "{} lakh people": 1e5,
    "{} Mrd. Euro": 1e9, "{} per cent": 1, "{}km": 1, "about {} thousand tonnes": 1e3,
    "{}万千瓦": 1e4, "约{}亿元": 1e8, "{}萬人次": 1e4, "{} 100 million yuan": 1e8, "{}k": 1e3,
    "KSh{}bn": 1e9, "minus {} degrees": -1, "({})": -1, "{}-odd villages": 1, "{}公里以上": 1,
}  # fmt: skip


@pytest.mark.parametrize("written", _WRITTEN)
def test_any_number_is_read_in_each_way_of_writing(written: str) -> None:
    """With and without decimals, with and without signs that part thousands."""
    rng = random.Random(written)
    for _ in range(60):
        number = rng.choice([rng.randrange(1, 10**4), rng.randrange(1, 10**5) / 10])
        printed = written.format(f"{number:,}")
        value = number * _WRITTEN[written]
        assert read(printed).may_be(value), printed
        assert not any(map(read(printed).may_be, (value * 10, value / 10))), printed


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3-5 km", (3, 5)),
        ("covid-19", (19,)),
        ("-3%", (-3, 3)),
        ("5 to 10 million", (5, 10e6, 5e6)),
        ("between two and three percent", (2, 3)),
        ("between two hundred and three hundred", (200, 300)),
        ("between two thousand and three thousand", (2000, 3000)),
        ("one million and two", (1e6, 2)),
        ("two million three-year loans", (2e6, 3)),
        ("two million thirty-five-year loans", (2e6, 35)),
        ("a hundred three-year loans", (100, 3)),
        ("a twenty-five-year plan", (25,)),
        ("a thousand and one", (1001,)),
        ("one million two hundred and thirty-four thousand five hundred", (1_234_500,)),
        ("5 million 3 times", (5e6, 3)),
    ],
)
def test_numbers_are_neither_torn_apart_nor_joined(text: str, numbers: tuple[float, ...]) -> None:
    assert read(text).values == numbers


@pytest.mark.parametrize("text", ["", "a great sum", "several", "overall"])
def test_where_no_number_can_be_read_none_is(text: str) -> None:
    assert read(text).values == ()
    assert read(text).qualifiers == ()
