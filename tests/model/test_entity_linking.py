"""Names in running text."""

from jjjviewer.model.dataset import Dataset
from jjjviewer.model.entity_linking import Names

NAMES = Names({"Bay": "bay", "Bay Port": "port", "Bay-Lake": "lake", "St. Ann's": "ann"})


def found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], id_) for start, end, id_ in NAMES.find(text)]


def test_the_longest_name_wins_and_none_overlap() -> None:
    assert found("Bay Port and Bay-Lake, Bay") == [
        ("Bay Port", "port"),
        ("Bay-Lake", "lake"),
        ("Bay", "bay"),
    ]


def test_only_whole_words_as_written_are_names() -> None:
    assert found("Bays, bay, Bay Ports, Ann") == [("Bay", "bay")]


def test_a_name_may_hold_any_sign() -> None:
    assert found("in St. Ann's.") == [("St. Ann's", "ann")]


def test_a_pack_knows_its_speakers_places_and_organisations(pack: Dataset) -> None:
    names = [*pack["speakers"]["name"], *pack["entities"]["name"]]
    for name in names:
        assert [(start, end) for start, end, _ in pack.linker.find(name)] == [(0, len(name))]
