"""Words that several panes use: what is searched for is found as somebody reads it."""

import pytest

from jjjviewer.ui.shared.wording import matches, shortened


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Towards São Paulo", "sao", ["São"]),
        ("Towards Sa\u0303o Paulo", "sao", ["Sa\u0303o"]),
        ("Großer Wald in İzmir", "wald", ["Wald"]),
        ("Großer Wald in İzmir", "izmir", ["İzmir"]),
        ("Großer Wald", "gross", ["Groß"]),
        ("Großer Wald", "s", ["ß"]),
        ("Cafe\u0301", "cafe", ["Cafe\u0301"]),
        ("\uff27\uff24\uff30 of 廊坊市", "gdp", ["\uff27\uff24\uff30"]),
        ("\uff27\uff24\uff30 of 廊坊市", "廊坊", ["廊坊"]),
        ("서울", "\u1109", ["서"]),
        ("hebei, Hebei", "hebei", ["hebei", "Hebei"]),
        ("Hebei", "yu", []),
        ("", "yu", []),
    ],
)
def test_a_word_is_found_whatever_case_and_accents_it_and_its_neighbours_have(
    text: str, word: str, found: list[str]
) -> None:
    assert [text[start:end] for start, end in matches(text, (word,))] == found


def test_matches_of_several_words_are_sorted_by_position() -> None:
    assert matches("ß: one, two, one", ("two", "one")) == [(3, 6), (8, 11), (13, 16)]


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("Hebei, Tianjin", "Hebei, Tianjin"),
        ("Hebei,\nTianjin", "Hebei, Tianjin"),
        ("河" * 120, "河" * 120),
        ("河" * 121, f"{'河' * 119}…"),
        (f"Hebei, {'河' * 200}", f"Hebei, {'河' * 112}…"),
        ("Hebei, " * 40, f"{'Hebei, ' * 16}Hebei, …"[:120]),
    ],
)
def test_many_names_are_cut_between_two_where_there_is_a_space_and_anywhere_else(
    names: str, shown: str
) -> None:
    assert shortened(names) == shown
