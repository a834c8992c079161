"""What is typed finds what is written otherwise, and names have one order on every system."""

from pathlib import Path

import pytest

from jjjviewer.model.folding import fold, name_key
from jjjviewer.model.index import Index
from jjjviewer.model.search import Search
from jjjviewer.model.tables import read_tables
from jjjviewer.model.tree import tree_of
from jjjviewer.paths import bundled_pack
from tests.packs import change, copy_of_bundled, load, put


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Xi’an", "xi'an"),
        ("Ærøskøbing", "aeroskobing"),
        ("Đà Nẵng", "da nang"),
        ("Łódź", "lodz"),
        ("Große Straße", "grosse strasse"),
        ("ＢＥＩＪＩＮＧ ２０２２", "beijing 2022"),  # noqa: RUF001
        ("“Beijing–Tianjin”", '"beijing-tianjin"'),
        ("ǿ Œuvre ﬁnal", "o oeuvre final"),
    ],
)
def test_what_keyboards_lack_is_folded_to_what_they_have(written: str, typed: str) -> None:
    assert fold(written) == typed
    assert fold(typed) == typed


def test_names_are_sorted_without_case_and_marks_and_hanzi_by_their_sound() -> None:
    names = ["Zebra", "Ärger", "apple", "天津", "Ångström", "đa", "北京", "Apple", "apple"]
    ordered = ["Ångström", "Apple", "apple", "apple", "Ärger", "北京", "đa", "天津", "Zebra"]
    assert sorted(names, key=name_key) == ordered


def test_a_name_in_other_letters_is_found_by_what_is_typed(tmp_path: Path) -> None:
    pack = copy_of_bundled(tmp_path)
    change(pack, "speakers", put(2, name="Øystein Đurić-Straßer’s"))
    for typed in ("oystein", "duric", "strasser's", "ØYSTEIN"):
        groups = {each.group: each.hits for each in Search(load(pack)).find(typed).groups}
        assert [hit.name for hit in groups["speakers"]] == ["Øystein Đurić-Straßer’s"]


def test_places_stand_in_the_tree_by_name() -> None:
    tables = read_tables(bundled_pack())
    places = tree_of(tables, Index(tables.columns))[-1]
    assert places.kind == "places"
    for node in (places, *(each for each in places.walk() if each.children)):
        names = [each.name for each in node.children]
        assert names == sorted(names, key=name_key)
