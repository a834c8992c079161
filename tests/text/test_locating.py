"""Finding the figures of a pack again in copies of its text."""

import random
import re
from collections.abc import Callable

import pytest

from jjjviewer.model.tables import read_tables
from jjjviewer.paths import example_pack
from jjjviewer.text.locating import Located, PackFigure, UnrelatedError, locate
from jjjviewer.text_commands import pack_figures
from tests.text import mutator
from tests.text.marked import DATA
from tests.text.mutator import Copy

FIGURES = pack_figures(read_tables(example_pack()))
ARTICLE = [
    line.strip()
    for line in (example_pack() / "article.txt").read_text(encoding="utf-8").splitlines()
    if line.strip()
]


def _telling() -> list[str]:
    return (DATA / "estuary_zh.txt").read_text(encoding="utf-8").splitlines()


def _wrong(found: list[Located], paragraph_of: dict[int, int]) -> list[str]:
    return [
        place.figure_id
        for figure, place in zip(FIGURES, found, strict=True)
        if place.paragraph is not None and place.paragraph != paragraph_of[figure.paragraph - 1]
    ]


def _placed(found: list[Located]) -> int:
    return sum(each.start is not None for each in found)


def test_in_the_text_itself_every_figure_is_found_for_certain() -> None:
    """At the very words that are printed."""
    found, differences = locate(FIGURES, ARTICLE)
    assert all(each.certain for each in found)
    assert differences == []
    for figure, place in zip(FIGURES, found, strict=True):
        assert place.paragraph is not None
        printed = ARTICLE[place.paragraph][place.start : place.end]
        assert printed.lower() == figure.printed.lower()


def _edited(copy: Copy, rng: random.Random) -> Copy:
    """Other quotes, changed words in a third, paragraphs split, merged, left out and put in."""
    changed = mutator.changed_words(copy, rng, 0.3)
    return mutator.abridged(mutator.merged(mutator.split(changed, rng, 0.2), rng, 0.15), rng, 0.2)


def _retold(copy: Copy, rng: random.Random) -> Copy:
    """In other words throughout, half of its large numbers written otherwise."""
    changed = mutator.shortened_numbers(mutator.changed_words(copy, rng, 1), rng, 0.5)
    return mutator.abridged(mutator.merged(mutator.split(changed, rng, 0.4), rng, 0.4), rng, 0.5)


def _reordered(copy: Copy, rng: random.Random) -> Copy:
    """Its sections in another order."""
    return mutator.moved(mutator.changed_words(copy, rng, 0.5), rng, 4)


@pytest.mark.parametrize(
    ("edit", "language", "share"),
    [
        (_edited, "en", 0.99),
        (_retold, "en", 0.85),
        (_reordered, "en", 0.9),
        (_edited, "zh", 0.95),
        (_reordered, "zh", 0.85),
    ],
)
def test_figures_are_found_in_edited_copies_and_none_in_a_wrong_place(
    edit: Callable[[Copy, random.Random], Copy], language: str, share: float
) -> None:
    """Twelve copies of each kind, none of which has a paragraph with a hash of the pack's."""
    text = ARTICLE if language == "en" else _telling()
    placed = 0
    for seed in range(12):
        copy = edit(mutator.copy_of(text), random.Random(seed))
        found, _ = locate(FIGURES, copy.paragraphs)
        placed += _placed(found)
        for figure, place in zip(FIGURES, found, strict=True):
            if place.paragraph is not None:
                assert figure.paragraph - 1 in copy.origins[place.paragraph], (seed, figure)
    assert placed >= share * 12 * len(FIGURES)


def test_split_merged_and_moved_paragraphs() -> None:
    """The order of figures holds, or sections hold it among themselves."""
    split = [part for text in ARTICLE for part in re.split(r"(?<=[.!?]) ", text)]
    found, _ = locate(FIGURES, split)
    assert _placed(found) == len(FIGURES)
    merged = [" ".join(ARTICLE[i : i + 3]) for i in range(0, len(ARTICLE), 3)]
    found, _ = locate(FIGURES, merged)
    assert _wrong(found, {i: i // 3 for i in range(len(ARTICLE))}) == []
    order = [*range(2), *range(16, len(ARTICLE)), *range(2, 16)]
    found, _ = locate(FIGURES, [ARTICLE[i] for i in order])
    assert _placed(found) == len(FIGURES)
    assert _wrong(found, {i: order.index(i) for i in range(len(ARTICLE))}) == []


def test_the_telling_in_another_language() -> None:
    """By values, whatever the units are called."""
    telling = _telling()
    found, _ = locate(FIGURES, telling)
    assert _placed(found) >= 0.95 * len(FIGURES)
    assert _wrong(found, {i: i for i in range(len(telling))}) == []


def test_another_value_at_its_place_and_a_figure_that_is_gone_are_listed() -> None:
    """As a garbled copy has it."""
    copy = [text.replace("3,620 hectares", "3,260 hectares") for text in ARTICLE]
    copy = [
        text.replace("The cycle route round the estuary is 162 kilometers long. ", "")
        for text in copy
    ]
    found, differences = locate(FIGURES, copy)
    assert _placed(found) == len(FIGURES) - 2
    said = {(each.printed, each.kind, each.found) for each in differences}
    assert said == {
        ("3,620 hectares", "other-value", "3,260 hectares"),
        ("162 kilometers", "missing", ""),
    }


def test_an_unrelated_text_is_refused() -> None:
    """It holds under half of the figures, whatever their order."""
    rng = random.Random(3)
    other = [
        f"In {2000 + i} the town had {rng.randrange(2, 900)} ships and {rng.randrange(2, 99)}%."
        for i in range(60)
    ]
    with pytest.raises(UnrelatedError, match="under half"):
        locate(FIGURES, other)


def test_few_significant_digits_are_no_certainty() -> None:
    """Without the hash, 20 boats may be any 20."""
    figures = [PackFigure("f1", 1, "20 boats", 1, 20.0, None, "")]
    found, _ = locate(figures, ["There are 20 boats."])
    assert found == [Located("f1", 0, 10, 18, False)]


def test_numbers_after_a_comma_and_before_another_number_are_found() -> None:
    """Where one number follows another."""
    figures = [
        PackFigure("f1", 1, "4,959", 1, 4959.0, None, ""),
        PackFigure("f2", 1, "731.9 billion yuan", 1, 731.9e9, None, ""),
        PackFigure("f3", 1, "23", 1, 23.0, None, ""),
    ]
    found, _ = locate(
        figures, ["By 2017, 4,959 projects, 731.9 billion yuan, and of 24, 23 stayed."]
    )
    assert [each.start is not None for each in found] == [True, True, True]


def test_a_long_text_in_which_most_numbers_are_small() -> None:
    """Rare numbers say where the common ones are, whatever was put in before."""
    rng = random.Random(1)
    drawn = [(rng.randrange(2, 9), rng.randrange(10_000, 99_999)) for _ in range(300)]
    text = [f"There were {ships} ships and {men:,} men at 5 quays." for ships, men in drawn]
    figures: list[PackFigure] = []
    for i, (ships, men) in enumerate(drawn):
        figures.append(PackFigure(f"s{i}", i + 1, f"{ships} ships", 1, float(ships), None, ""))
        figures.append(PackFigure(f"m{i}", i + 1, f"{men:,} men", 1, float(men), None, ""))
    found, differences = locate(figures, ["A title of 5 words", "And 3 more", *text])
    assert differences == []
    places = zip(figures, found, strict=True)
    assert all(place.paragraph == figure.paragraph + 1 for figure, place in places)


def test_the_order_of_figures_in_a_paragraph_of_the_pack_does_not_matter() -> None:
    """They are found where they stand in the text."""
    turned = sorted(FIGURES, key=lambda each: (each.paragraph, each.printed))
    found, differences = locate(turned, [f"{text} So it is." for text in ARTICLE])
    assert differences == []
    assert [each.figure_id for each in found] == [each.figure_id for each in turned]
    places = zip(turned, found, strict=True)
    assert all(place.paragraph == figure.paragraph - 1 for figure, place in places)
