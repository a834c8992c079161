"""What a saved pack says of its figures: as a careful reader of the text would."""

import json
from collections import Counter
from pathlib import Path

import pytest

from jjjviewer.draft.draft import Draft
from jjjviewer.draft.editing import edit
from jjjviewer.draft.from_article import ArticleFile, records_of
from jjjviewer.draft.gazetteer import Gazetteer
from jjjviewer.draft.records import NONE, OPEN
from jjjviewer.draft.saving import problems, save
from jjjviewer.model.columns import row_at
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack
from jjjviewer.vocabulary import hash12
from tests.draft.drafts import (
    LAKE,
    Keep,
    article,
    draft_of_text,
    keep_all,
    open_figures,
)
from tests.packs import load


def test_a_pack_says_of_a_figure_what_a_careful_reader_would(
    draft: Draft, tmp_path: Path, closing: Keep
) -> None:
    keep_all(draft)
    save(draft.records, tmp_path / "pack")
    tables = read_tables(tmp_path / "pack")
    figures = tables.columns["figures"]
    found = row_at(figures, figures["printed"].index("9 million euros"))
    assert (
        found
        | {
            "figure_id": "f10-2",
            "statement_id": "s10-2",
            "speaker_id": "tomas-reyel",
            "paragraph": "10",
            "occurrence": "1",
            "value": "9000000",
            "unit_id": "eur",
            "quantity_kind": "money",
            "qualifier": "at-least",
            "period_basis": "none",
            "theme_id": "",
            "certainty": "clear",
            "chartable": "true",
        }
        == found
    )
    paragraphs = tables.columns["paragraphs"]
    text = article(LAKE).paragraphs[9]
    assert (paragraphs["hash12"][9], paragraphs["chars"][9]) == (hash12(text), str(len(text)))
    assert tables.source.date == "2024-05-02"


def test_what_went_from_one_figure_to_another_is_a_change_without_warnings(
    draft: Draft, tmp_path: Path
) -> None:
    keep_all(draft)
    assert problems(draft.records, tmp_path) == []
    save(draft.records, tmp_path / "pack.zip")
    pack = load(tmp_path / "pack.zip")
    printed = pack["figures"].set_index("figure_id")["printed"]
    relations = pack["figure_relations"][["from_id", "to_id", "kind"]].itertuples(index=False)
    assert [(printed[a], printed[b], kind) for a, b, kind in relations] == [
        ("71%", "93.5%", "from_value")
    ]
    (fell,) = pack["figures"][pack["figures"]["printed"] == "1.4 meters"]["quantity_kind"]
    assert fell == "change"


@pytest.mark.parametrize(
    ("sentence", "relations"),
    [
        ("Marsh covers 36 hectares of it, up from 29 hectares in 2015.", [("29", "36")]),
        ("The share rose from 38% to 57%.", [("38%", "57%")]),
        ("比例从38%提高到57%。", [("38%", "57%")]),
        ("The road has 38 km and the lane 57 km.", []),
        ("It rose from 38% to 57 km.", []),
    ],
)
def test_an_earlier_value_is_related_to_a_later_one_of_its_unit(
    sentence: str, relations: list[tuple[str, str]]
) -> None:
    records = records_of(ArticleFile("text.txt", ["Heading", sentence]), Gazetteer())
    printed = {e["figure_id"]: e["printed"].split()[0] for e in records["figures"].values()}
    found = records["figure_relations"].values()
    assert [(printed[each["from_id"]], printed[each["to_id"]]) for each in found] == relations


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("The wall was raised along 31 kilometers.", ""),
        ("The level rose by 31 meters.", "up"),
        ("Phosphorus fell by 57%.", "down"),
    ],
)
def test_a_direction_is_proposed_only_of_what_changes(sentence: str, direction: str) -> None:
    records = records_of(ArticleFile("text.txt", ["Heading", sentence]), Gazetteer())
    (figure_,) = records["figures"].values()
    assert figure_["direction"] == direction
    assert ("direction" in json.loads(figure_["basis"])) == bool(direction)


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("17 pumping stations, 11 of them new, keep it dry.", "station"),
        ("Algae warnings went down from 23 in 2010 to 4 in 2023.", "warning"),
        ("The number of boats doubled from 310 to 620.", "boat"),
    ],
)
def test_a_number_without_a_unit_has_that_of_what_it_counts(sentence: str, unit: str) -> None:
    text = ["Heading", sentence]
    records = records_of(ArticleFile("text.txt", text), Gazetteer())
    figures = [each for each in records["figures"].values() if each["state"] == OPEN]
    assert [each["unit_id"] for each in figures] == [unit, unit]
    assert {each["certainty"] for each in figures} == {"clear"}


def test_nothing_is_said_that_the_text_does_not_say(draft: Draft) -> None:
    for record in draft.records["figures"].values():
        basis = json.loads(record["basis"] or "{}")
        read = [basis[each][0] for each in ("unit_id", "period_text", "status") if each in basis]
        is_clear = record["state"] != NONE and {*read} == {"printed"}
        assert record["certainty"] == ("clear" if is_clear else "inferred"), record["printed"]
        if record["status"]:
            start, end = json.loads(record["basis"])["status"][1:]
            assert start < end


_INTERVIEW = Path(__file__).parents[3] / "shared" / "source" / "interview.txt"


@pytest.mark.skipif(not _INTERVIEW.exists(), reason="the text of the interview is not there")
def test_the_interview_gives_a_pack_like_that_of_a_careful_reader(
    tmp_path: Path, closing: Keep
) -> None:
    draft = closing(draft_of_text(tmp_path / "draft", _INTERVIEW))
    unnamed = [row for row, each in draft.records["figures"].items() if not each["measure"]]
    for row in [each for each in unnamed if each in open_figures(draft)]:
        draft.do("Type", edit(draft.records, "figures", row, {"measure": "Time passed"}))
    keep_all(draft)
    save(draft.records, tmp_path / "pack.zip")
    made, careful = (read_tables(path).columns for path in (tmp_path / "pack.zip", bundled_pack()))
    values = [
        Counter(zip(map(float, each["figures"]["value"]), each["figures"]["unit_id"], strict=True))
        for each in (made, careful)
    ]
    assert (values[0] & values[1]).total() >= 46
    assert (values[0] - values[1]).total() <= 5
    names = [{*each["speakers"]["name"]} for each in (made, careful)]
    assert names[0] == names[1]
