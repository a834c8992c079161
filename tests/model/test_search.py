"""What somebody types for a thing of the pack finds it; nothing else is passed off as it."""

from pathlib import Path

import pytest

from jjjviewer.model.dataset import Dataset
from jjjviewer.model.search import Found, Hit, Search
from jjjviewer.model.selection import Selection
from jjjviewer.paths import bundled_pack, example_pack
from tests.packs import change, copy_of_bundled, load


def search_of(path: Path) -> Search:
    return Search(load(path))


@pytest.fixture(scope="module")
def search() -> Search:
    return search_of(bundled_pack())


def hits(found: Found, group: str) -> list[Hit]:
    return [hit for each in found.groups if each.group == group for hit in each.hits]


def names(found: Found, group: str) -> list[str]:
    return [hit.name for hit in hits(found, group)]


@pytest.mark.parametrize(
    "typed",
    [
        "Chai Baoliang",
        "baoliang chai",
        "柴宝良",
        "chaibaoliang",
        "CHAI",
        "\uff43\uff48\uff41\uff49",
        "chái bǎo",
        "Bo",
    ],
)
def test_a_speaker_is_found_in_english_chinese_and_pinyin(search: Search, typed: str) -> None:
    expected = "Yu Bo" if typed == "Bo" else "Chai Baoliang"
    assert expected in names(search.find(typed), "speakers")


@pytest.mark.parametrize(
    ("typed", "group", "name"),
    [
        ("hebei", "regions", "Hebei"),
        ("shengtai", "themes", "Ecology"),
        ("廊坊", "places", "Langfang"),
        ("langfang", "places", "Langfang"),
        ("ByteDance", "others", "ByteDance"),
    ],
)
def test_what_speakers_name_is_found_in_its_group(
    search: Search, typed: str, group: str, name: str
) -> None:
    assert names(search.find(typed), group)[0] == name


@pytest.mark.parametrize("typed", ["731.9", "731.9 billion", "731900000000"])
def test_a_number_is_found_as_printed_and_as_a_plain_number(search: Search, typed: str) -> None:
    (hit,) = hits(search.find(typed), "figures")
    assert hit.name.startswith("731.9 billion yuan: ")
    assert hit.about == "Dai Yongkang ¶21"
    assert hit.location.selection.ids == ("dai-yongkang",)
    assert hit.location.record == "f21-2"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("chengdu", "chengde"), ("Langfeng", "langfang"), ("forst cover", "forest cover")],
)
def test_a_typo_finds_what_was_meant_and_is_said_to_be_one(
    search: Search, typed: str, meant: str
) -> None:
    found = search.find(typed)
    assert found.corrected
    assert " ".join(found.words) == meant
    assert found.groups


@pytest.mark.parametrize("typed", ["xyzzy", "732.8", "qx"])
def test_what_is_like_nothing_finds_nothing(search: Search, typed: str) -> None:
    found = search.find(typed)
    assert found.groups == ()
    assert not found.corrected


@pytest.mark.parametrize("typed", ["", "   ", "\t"])
def test_nothing_typed_finds_nothing(search: Search, typed: str) -> None:
    assert search.find(typed) == Found((), False, ())


def test_all_words_must_stand_in_a_row(search: Search) -> None:
    both = names(search.find("forest chengde"), "figures")
    assert both
    assert all("forest" in each.lower() and "Chengde" in each for each in both)


def test_a_region_is_not_found_again_as_the_place_of_the_same_id(search: Search) -> None:
    found = search.find("hebei")
    assert "Hebei" in names(found, "regions")
    assert "Hebei" not in names(found, "places")


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("Chengde", "regions"),
        ("承德市", "regions"),
        ("chengdu", "regions"),
        ("tianjin", "regions"),
        ("yu bo", "speakers"),
        ("ecology", "themes"),
    ],
)
def test_what_is_named_exactly_so_comes_before_all_else_that_holds_the_words(
    search: Search, typed: str, group: str
) -> None:
    assert search.find(typed).groups[0].group == group


@pytest.mark.parametrize("typed", ["beijing", "Beijing", "北京市"])
def test_what_is_named_so_comes_before_what_sounds_so_or_begins_so(
    search: Search, typed: str
) -> None:
    # 背景, a theme, sounds like 北京; Beijing-Tianjin-Hebei begins with it.
    first = search.find(typed).groups[0]
    assert (first.group, first.hits[0].name) == ("regions", "Beijing")


def test_names_that_begin_with_what_is_typed_come_first(search: Search) -> None:
    first, *_ = names(search.find("tianjin"), "regions")
    assert first == "Tianjin"


def test_the_name_that_is_typed_comes_first_however_many_hold_it(tmp_path: Path) -> None:
    pack = copy_of_bundled(tmp_path)

    def rename(rows: list[dict[str, str]]) -> None:
        places = [row for row in rows if row["type"] == "place"]
        for at, row in enumerate(places):
            row["name"] = f"Hall {at} of Chengde"
        places[-1]["name"] = "Chengde"

    change(pack, "entities", rename)
    first, *_ = names(search_of(pack).find("chengde"), "places")
    assert first == "Chengde"


@pytest.mark.parametrize("typed", ["chengde", "water", "7,319", "f43-3", "¶41", "xyzzy", "watre"])
def test_few_of_many_are_listed_and_all_are_counted(
    pack: Dataset, search: Search, typed: str
) -> None:
    found = search.find(typed)
    assert max((len(each.hits) for each in found.groups), default=0) <= 6
    view = pack.view(Selection(query=found.query))
    assert found.total == len(view.statements)
    listed = {
        hit.location.record for each in ("statements", "figures") for hit in hits(found, each)
    }
    assert listed <= {*view.statements["statement_id"], *view.figures["figure_id"]}


def test_another_pack_is_searched_by_its_own_words() -> None:
    estuary = search_of(example_pack())
    assert estuary.find("chai baoliang").groups == ()
    speaker = load(example_pack())["speakers"]["name"].iloc[0]
    assert names(estuary.find(speaker), "speakers") == [speaker]


def test_what_nobody_in_particular_said_is_found_with_its_paragraph(tmp_path: Path) -> None:
    pack = copy_of_bundled(tmp_path)
    change(
        pack,
        "statements",
        lambda rows: rows[0].update(summary="Zebras\nin the introduction", speaker_id=""),
    )
    (hit,) = hits(search_of(pack).find("zebras"), "statements")
    assert hit.about.startswith("¶")
