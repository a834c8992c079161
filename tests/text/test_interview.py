"""The bundled interview's text, where it is at hand: what is proposed against what its pack has."""

from datetime import date
from pathlib import Path

import pytest

from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack
from jjjviewer.text.locating import locate
from jjjviewer.text.names import sections
from jjjviewer.text.proposals import Reader
from jjjviewer.text_commands import pack_figures

_TEXT = Path(__file__).parents[2].parent / "shared" / "source" / "interview.txt"
pytestmark = pytest.mark.skipif(not _TEXT.exists(), reason="the text is not at hand")


def _paragraphs() -> list[str]:
    lines = _TEXT.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip()]


def test_every_figure_of_the_pack_is_proposed_and_little_else() -> None:
    """At most three too many."""
    paragraphs = _paragraphs()
    reader = Reader(paragraphs, date(2022, 10, 21))
    figures = pack_figures(read_tables(bundled_pack()))
    proposed = [
        (index + 1, figure)
        for index in range(len(paragraphs))
        for figure in reader.numbers(index).figures
    ]
    for figure in figures:
        same = [
            each
            for each in proposed
            if each[0] == figure.paragraph and each[1].value == pytest.approx(figure.value)
        ]
        assert same, figure.figure_id
        proposed.remove(same[0])
    assert len(proposed) <= 3


def test_its_figures_are_located_and_its_sections_told_apart() -> None:
    """All of them, for certain; six speakers."""
    found, differences = locate(pack_figures(read_tables(bundled_pack())), _paragraphs())
    assert all(each.certain for each in found)
    assert differences == []
    assert len({each for each in sections(_paragraphs()) if each}) == 6
