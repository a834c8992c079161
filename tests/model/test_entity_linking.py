"""Names in running text."""

import pytest

from jjjviewer.model.dataset import Dataset
from jjjviewer.model.entity_linking import Names

NAMES = Names(
    [
        ("Bay", "bay"),
        ("Bay Port", "port"),
        ("Bay-Lake", "lake"),
        ("St. Ann's", "ann"),
        ("Elm", "town"),
        ("Elm Lake", "elm-lake"),
        ("Old Mill Lake", "mill-lake"),
        ("Ash Academy", "ash-academy"),
        ("Birch Academy", "birch-academy"),
    ]
)


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Elm and Old Mill lakes", [("Elm", "elm-lake"), ("Old Mill", "mill-lake")]),
        ("Old Mill, Fir and Elm Lakes", [("Old Mill", "mill-lake"), ("Elm", "elm-lake")]),
        ("Ash, or Birch academies", [("Ash", "ash-academy"), ("Birch", "birch-academy")]),
        ("Elm, and the Ash and Birch academies", [
            ("Elm", "town"), ("Ash", "ash-academy"), ("Birch", "birch-academy"),
        ]),
        ("Elm lakes", [("Elm", "town")]),
        ("Elm and Bay", [("Elm", "town"), ("Bay", "bay")]),
        ("Bay and Elm lakes", [("Elm", "elm-lake")]),
        ("Elm Lake and Elm", [("Elm Lake", "elm-lake"), ("Elm", "town")]),
    ],
)  # fmt: skip
def test_names_that_share_a_noun_are_each_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_name_that_the_paragraph_does_not_name_is_none() -> None:
    names = Names([("Elm", "town"), ("Elm", "river"), ("Ann", "ann")], always={"ann"})

    def ids(mentioned: set[str] | None) -> list[str]:
        return [id_ for _, _, id_ in names.find("Ann in Elm", mentioned)]

    assert ids(None) == ["ann", "river"]
    assert ids({"town"}) == ["ann", "town"]
    assert ids(set()) == ["ann"]


def test_every_name_in_a_summary_is_one_that_its_paragraph_names(pack: Dataset) -> None:
    named: dict[str, dict[str, str]] = {}
    for row in pack.statement_rows.of(pack["statements"]):
        mentioned = pack.index.entities_in(row.paragraph)
        for start, end, id_ in pack.linker.find(row.summary, mentioned):
            named.setdefault(row.statement_id, {})[row.summary[start:end]] = id_
            assert pack.index.kind(id_) in ("region", "speaker") or id_ in (mentioned or ())
    assert named["s18-1"] == {
        "Guanting": "guanting", "Baihebao": "baihebao", "Miyun": "miyun-reservoir",
    }  # fmt: skip
    assert {named["s40-1"][name] for name in ("Luan", "Chao")} == {"luan-river", "chao-river"}


def test_a_pack_knows_its_speakers_places_and_organisations(pack: Dataset) -> None:
    names = [*pack["speakers"]["name"], *pack["entities"]["name"]]
    for name in names:
        assert [(start, end) for start, end, _ in pack.linker.find(name)] == [(0, len(name))]
