"""What is changed in a draft after its figures were proposed: numbers, edges, paragraphs, texts."""

import json
from pathlib import Path

import pytest

from jjjviewer.draft.decisions import decide, new_statement, take_number
from jjjviewer.draft.draft import Draft
from jjjviewer.draft.editing import edit, move_edge
from jjjviewer.draft.from_article import ArticleFile, added_text
from jjjviewer.draft.gazetteer import Gazetteer
from jjjviewer.draft.paragraphs import join, split
from jjjviewer.draft.records import DROPPED, KEPT, LATER, Change
from jjjviewer.draft.rereading import files, reread
from jjjviewer.draft.saving import problems, save
from jjjviewer.text.locating import UnrelatedError
from tests.draft.drafts import (
    LAKE,
    RIVER,
    article,
    figure,
    keep_all,
    open_figures,
)
from tests.packs import load


def test_a_number_is_taken_from_those_of_which_none_was_proposed(draft: Draft) -> None:
    row, _ = figure(draft, "Two")
    draft.do("Take", take_number(draft.records, row))
    record = draft.records["figures"][row]
    assert (record["figure_id"], record["value"], record["qualifier"]) == ("f9-3", "2", "exact")
    assert record["status"] == ""


def test_the_edge_of_what_is_printed_moves_and_its_number_is_read_again(draft: Draft) -> None:
    row, _ = figure(draft, "58 million euros")
    draft.do("Move", move_edge(draft.records, row, "end", -len(" million euros")))
    record = draft.records["figures"][row]
    assert (record["printed"], record["value"]) == ("58", "58")
    assert json.loads(record["basis"])["printed"] == ["typed", -1, -1]
    draft.undo()
    assert draft.records["figures"][row]["value"] == "58000000"


def test_what_stands_behind_a_split_moves_and_comes_back_with_a_join(draft: Draft) -> None:
    keep_all(draft)
    row = next(r for r, e in draft.records["paragraphs"].items() if e["paragraph"] == "13")
    text = draft.records["paragraphs"][row]["text"]
    at = text.index("Phosphorus")
    before = {**draft.records["figures"]}
    draft.do("Split", split(draft.records, row, at))
    _, phosphorus = figure(draft, "57%")
    moved = draft.records["paragraphs"]
    (own,) = [e["text"] for e in moved.values() if e["paragraph"] == phosphorus["paragraph"]]
    assert phosphorus["paragraph"] == "14"
    assert own[int(phosphorus["start"]) : int(phosphorus["end"])] == "57%"
    assert figure(draft, "19 days")[1]["paragraph"] == "16"
    assert {each["paragraph"] for each in draft.records["statements"].values()} <= {
        each["paragraph"] for each in draft.records["figures"].values()
    }
    draft.do("Join", join(draft.records, row))
    assert draft.records["figures"] == before


def test_figures_of_a_sentence_that_measure_the_same_are_renamed_together(draft: Draft) -> None:
    row, first = figure(draft, "71%")
    other, second = figure(draft, "93.5%")
    assert first["measure"] == second["measure"]
    draft.do("Type", edit(draft.records, "figures", row, {"measure": "Proper sewers"}))
    assert draft.records["figures"][other]["measure"] == "Proper sewers"
    draft.undo()
    assert draft.records["figures"][other] == second


def test_a_sentence_without_figures_becomes_a_statement_that_stays(draft: Draft) -> None:
    text = article(LAKE).paragraphs[10]
    start = text.index("There is")
    draft.do("State", new_statement(draft.records, "11", start, len(text)))
    ((row, statement),) = draft.records["statements"].items()
    assert (statement["statement_id"], statement["speaker_id"]) == ("s11-1", "tomas-reyel")
    assert statement["summary"] == ""
    (found,) = [each for each in problems(draft.records, draft.folder) if each.row == row]
    assert found.column == "summary"


def test_a_text_that_is_read_again_keeps_what_was_decided(draft: Draft) -> None:
    keep_all(draft)
    dropped, _ = figure(draft, "12%")
    draft.do("Drop", decide(draft.records, [dropped], DROPPED))
    row, _ = figure(draft, "58 million euros")
    draft.do("Type", edit(draft.records, "figures", row, {"measure": "Price of all sewers"}))
    texts = article(LAKE).paragraphs
    changed = [
        "A new first paragraph with 77 pages.",
        *(
            each.replace("our ferries", "the boats").replace("1.4 meters", "a lot")
            for each in texts
        ),
    ]
    changes = reread(draft.records, ArticleFile("lake.txt", changed), Gazetteer())
    draft.do("Read again", changes)
    assert draft.records["figures"][row]["measure"] == "Price of all sewers"
    assert draft.records["figures"][row]["paragraph"] == "15"
    assert draft.records["figures"][dropped]["state"] == DROPPED
    assert figure(draft, "1.4 meters")[1]["state"] == LATER
    assert [draft.records["figures"][each]["printed"] for each in open_figures(draft)] == [
        "77 pages"
    ]
    for record in draft.records["figures"].values():
        if record["state"] == KEPT:
            text = changed[int(record["paragraph"]) - 1]
            assert text[int(record["start"]) : int(record["end"])] == record["printed"]
    draft.undo()
    assert figure(draft, "1.4 meters")[1]["state"] == KEPT


def test_another_text_is_not_taken_for_the_same(draft: Draft) -> None:
    keep_all(draft)
    other = ArticleFile("other.txt", article(RIVER).paragraphs)
    with pytest.raises(UnrelatedError):
        reread(draft.records, other, Gazetteer())


def test_one_of_several_texts_is_read_again_and_the_others_stay(draft: Draft) -> None:
    more = ArticleFile("more.txt", ["More from the lake", "We sold 12 boats and 13 oars."])
    draft.do("Add", added_text(draft.records, more, Gazetteer()))
    keep_all(draft)
    lake = article(LAKE)
    assert files(draft.records) == [lake.path, "more.txt"]
    stated = {e["statement_id"]: e["summary"] for e in draft.records["statements"].values()}
    longer = ArticleFile(lake.path, ["A new first paragraph of 77 pages.", *lake.paragraphs])
    draft.do("Read again", reread(draft.records, longer, Gazetteer(), lake.path))
    assert [draft.records["figures"][each]["printed"] for each in open_figures(draft)] == [
        "77 pages"
    ]
    assert figure(draft, "57%")[1]["paragraph"] == "14"
    assert figure(draft, "12 boats")[1]["paragraph"] == "19"
    changed = more._replace(paragraphs=["More from the lake", "New", "We sold 12 boats."])
    draft.do("Read again", reread(draft.records, changed, Gazetteer(), "more.txt"))
    _, boats = figure(draft, "12 boats")
    assert (boats["paragraph"], boats["state"]) == ("20", KEPT)
    assert figure(draft, "13 oars")[1]["state"] == LATER
    assert figure(draft, "57%")[1]["paragraph"] == "14"
    numbers = sorted(int(e["paragraph"]) for e in draft.records["paragraphs"].values())
    assert numbers == [*range(1, len(longer.paragraphs) + 4)]
    ids = [each["figure_id"] for each in draft.records["figures"].values()]
    assert len(ids) == len({*ids})
    now = {e["statement_id"]: e["summary"] for e in draft.records["statements"].values()}
    assert now == stated
    draft.undo()
    draft.undo()
    assert figure(draft, "57%")[1]["paragraph"] == "13"


def test_a_draft_says_how_far_it_has_come(draft: Draft) -> None:
    first, second, *_ = open_figures(draft)
    draft.do("Keep", decide(draft.records, [first], KEPT))
    draft.do("Later", decide(draft.records, [second], LATER))
    draft.do("Delete", [Change("figures", open_figures(draft)[0], None)])
    assert draft.progress == (LAKE.name, 1, 16)  # What is put off is not decided.


def test_a_second_text_keeps_speakers_and_themes(draft: Draft, tmp_path: Path) -> None:
    keep_all(draft)
    texts = ["More from the lake", "Hanne Bryde, Council Leader, Northshore", "We sold 12 boats."]
    added = added_text(draft.records, ArticleFile("more.txt", texts), Gazetteer())
    draft.do("Add", added)
    _, boats = figure(draft, "12 boats")
    assert (boats["paragraph"], boats["speaker_id"]) == ("19", "hanne-bryde")
    assert len(draft.records["speakers"]) == 3
    keep_all(draft)
    save(draft.records, tmp_path / "pack.zip")
    assert len(load(tmp_path / "pack.zip")["figures"]) == 18
