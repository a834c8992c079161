"""How a paragraph is identified, however it was typed."""

import pytest

from jjjviewer.model.tables import read_tables
from jjjviewer.paths import example_pack
from jjjviewer.vocabulary import hash12, normalised


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\u201cWe\u2019ll\u201d", '"We\'ll"'),
        ("2014\u20132022 \u2014 \u22125", "2014-2022 - -5"),
        ("  two\u3000words\n", "two words"),
        ("\uff11\uff12\uff05", "12%"),
    ],
)
def test_spellings_of_one_paragraph_are_normalised_alike(text: str, plain: str) -> None:
    assert normalised(text) == plain
    assert hash12(text) == hash12(plain)


def test_the_hashes_of_the_example_are_those_of_its_article() -> None:
    text = (example_pack() / "article.txt").read_text(encoding="utf-8")
    hashes = read_tables(example_pack()).columns["paragraphs"]["hash12"]
    assert [hash12(paragraph) for paragraph in text.split("\n\n")] == hashes
