"""Whatever the text: it takes little time and never fails."""

import random
import time
from datetime import date

import pytest

from jjjviewer.text.names import speakers
from jjjviewer.text.places import PlaceFinder
from jjjviewer.text.proposals import Reader
from tests.text.marked import DATA, read

_PIECES = (DATA / "pieces.txt").read_text(encoding="utf-8").split(" ")
TODAY = date(2024, 6, 14)


def _seconds(paragraphs: list[str]) -> float:
    start = time.process_time()
    reader = Reader(paragraphs)
    for index in range(len(paragraphs)):
        reader.numbers(index)
    return time.process_time() - start


@pytest.mark.parametrize("seed", range(60))
def test_random_text_never_fails(seed: int) -> None:
    """Pieces of what the rules look for, in any order; and any characters at all."""
    rng = random.Random(seed)
    pieces = [rng.choice(_PIECES) for _ in range(300)]
    text = rng.choice(["", " "]).join(pieces)
    ranges = (range(1, 0x2FF), range(0x3000, 0x9FFF))
    wild = "".join(chr(rng.choice(rng.choice(ranges))) for _ in range(300))
    for each in (text, wild, text[::-1]):
        numbers = Reader([each], TODAY).numbers(0)
        for figure in numbers.figures:
            assert 0 <= figure.start < figure.end <= len(each)
        speakers([each])
        PlaceFinder({"King County": "king", "北京市": "beijing"}).find([each])


@pytest.mark.parametrize(
    "unit", [*"9一万“$ ", "1,", "1 ", "1.", "1-", "(1", "A1", "中1", "one ", "a, ", "year ", "增长"]
)
def test_repetition_takes_no_quadratic_time(unit: str) -> None:
    """Four times the text takes some four times the time, not sixteen, whatever the machine."""
    times = 5_000 // len(unit)
    assert any(
        _seconds([unit * times * 4]) < 8 * max(_seconds([unit * times]), 0.05) for _ in range(3)
    )


def test_digits_in_a_row_take_next_to_no_time() -> None:
    """Twenty thousand of them; the least of three, for other work on the machine."""
    assert min(_seconds(["9" * 20_000]) for _ in range(3)) < 0.05


def test_an_article_takes_a_third_of_a_second() -> None:
    """Thirty thousand characters, in which each sentence has a number."""
    sentences = [each.text for each in (*read("english.txt"), *read("chinese.txt"))]
    text: list[str] = []
    while sum(map(len, text)) < 30_000:
        text.append(" ".join(sentences[len(text) * 7 % 300 : len(text) * 7 % 300 + 5]))
    # Every sentence of these has numbers, which no article has: twice the time of one.
    assert min(_seconds(text) for _ in range(3)) < 0.8
