"""The places of a text: proposed for figures and statements, kept, dropped, and read again."""

from pathlib import Path

import pytest

from jjjviewer.draft.decisions import decide_place
from jjjviewer.draft.draft import Draft, new_draft
from jjjviewer.draft.editing import edit_named
from jjjviewer.draft.from_article import ArticleFile, records_of
from jjjviewer.draft.gazetteer import Gazetteer
from jjjviewer.draft.records import DROPPED, KEPT, OPEN
from jjjviewer.draft.rereading import reread
from jjjviewer.draft.saving import save
from tests.draft.drafts import (
    LAKE,
    RIVER,
    Keep,
    draft_of_text,
    figure,
    keep_all,
)
from tests.packs import load


def test_a_place_that_a_figure_is_about_is_kept(tmp_path: Path, closing: Keep) -> None:
    text = ["Trees", "Forest cover in Chengde City reached 60.03% in 2021."]
    records = records_of(ArticleFile("trees.txt", text), Gazetteer())
    draft = closing(new_draft(tmp_path / "draft", records))
    (place,) = draft.records["entities"].values()
    assert place["state"] == OPEN
    keep_all(draft)
    row, _ = figure(draft, "60.03%")
    changes = edit_named(draft.records, "figures", row, "place_id", place["name"])
    draft.do("Place", changes)
    save(draft.records, tmp_path / "pack.zip")
    pack = load(tmp_path / "pack.zip")
    assert pack["figures"]["place_id"].tolist() == ["chengde"]
    assert pack["mentions"]["entity_id"].tolist() == ["chengde"]
    assert pack["statements"]["summary"].tolist() == [
        "Forest cover in Chengde City: 60.03% (in 2021)"
    ]


@pytest.fixture
def two_places(tmp_path: Path, closing: Keep) -> Draft:
    """A draft of a text that names two places, each in a sentence of its own."""
    text = [
        "Ports",
        "Chengde City has 40 ports. In Tangshan City there are 12 boats.",
        "Chengde City and Tangshan City share 7 ships. Chengde City is far.",
    ]
    records = records_of(ArticleFile("ports.txt", text), Gazetteer())
    return closing(new_draft(tmp_path / "draft", records))


def test_a_place_is_proposed_for_a_figure_whose_sentence_names_it_alone(two_places: Draft) -> None:
    places = {each["printed"]: each["place_id"] for each in two_places.records["figures"].values()}
    assert places == {"40 ports": "chengde", "12 boats": "tangshan", "7 ships": ""}


def test_a_pack_says_which_statements_name_a_place_that_is_kept(
    two_places: Draft, tmp_path: Path
) -> None:
    keep_all(two_places)
    save(two_places.records, tmp_path / "pack.zip")
    named = load(tmp_path / "pack.zip")["mentions"][["entity_id", "paragraph", "statement_id"]]
    assert [*named.itertuples(index=False, name=None)] == [
        ("chengde", 2, "s2-1"),
        ("tangshan", 2, "s2-2"),
        ("chengde", 3, "s3-1"),
        ("tangshan", 3, "s3-1"),
        ("chengde", 3, ""),
    ]


def test_a_place_that_is_dropped_is_that_of_no_figure(two_places: Draft, tmp_path: Path) -> None:
    keep_all(two_places)
    row = next(r for r, e in two_places.records["entities"].items() if e["name"] == "Chengde City")
    two_places.do("Drop", decide_place(two_places.records, row, DROPPED))
    save(two_places.records, tmp_path / "pack.zip")
    pack = load(tmp_path / "pack.zip")
    assert pack["entities"]["entity_id"].tolist() == ["tangshan"]
    assert {*pack["mentions"]["entity_id"]} == {"tangshan"}
    assert pack["figures"]["place_id"].tolist() == ["", "tangshan", ""]


def test_a_text_that_is_read_again_has_its_places_where_they_are_now(two_places: Draft) -> None:
    keep_all(two_places)
    texts = [each["text"] for each in two_places.records["paragraphs"].values()]
    again = ["Ports", "Xianghe County is new.", *texts[1:]]
    changes = reread(two_places.records, ArticleFile("ports.txt", again), Gazetteer())
    two_places.do("Read again", changes)
    named = two_places.records["mentions"].values()
    assert [(each["entity_id"], each["paragraph"]) for each in named] == [
        ("xianghe", "2"),
        ("chengde", "3"),
        ("tangshan", "3"),
        ("chengde", "4"),
        ("tangshan", "4"),
        ("chengde", "4"),
    ]
    states = {e["entity_id"]: e["state"] for e in two_places.records["entities"].values()}
    assert states == {"chengde": KEPT, "tangshan": KEPT, "xianghe": OPEN}


@pytest.mark.parametrize(("path", "name_zh"), [(LAKE, ""), (RIVER, "各地")])
def test_the_common_region_is_named_in_the_language_of_the_text(
    tmp_path: Path, closing: Keep, path: Path, name_zh: str
) -> None:
    draft = closing(draft_of_text(tmp_path / "draft", path))
    top = next(e for e in draft.records["regions"].values() if not e["parent_id"])
    assert (top["name"], top["name_zh"]) == ("All regions", name_zh)
