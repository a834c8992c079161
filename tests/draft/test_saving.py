"""From a text to a pack, and from a pack to another one: whole, by the rules, as decided."""

import json
import os
import stat
from collections import Counter
from pathlib import Path

import pytest

from jjjviewer.charts.registry import chart_types_for
from jjjviewer.draft.decisions import decide, decide_place
from jjjviewer.draft.draft import Draft, new_draft
from jjjviewer.draft.editing import edit, edit_named
from jjjviewer.draft.from_article import ArticleFile, records_of
from jjjviewer.draft.gazetteer import Gazetteer
from jjjviewer.draft.records import COLUMNS, DROPPED, KEPT, NONE, OPEN, SOURCE, Change
from jjjviewer.draft.rereading import reread
from jjjviewer.draft.saving import NotSavedError, problems, quotations, save
from jjjviewer.export.citations import citations_of
from jjjviewer.model.columns import row_at
from jjjviewer.model.errors import PackError
from jjjviewer.model.schema import TABLES
from jjjviewer.model.selection import Selection
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack, example_pack
from jjjviewer.vocabulary import hash12
from tests.draft.drafts import (
    LAKE,
    RIVER,
    Keep,
    article,
    draft_of_pack,
    draft_of_text,
    figure,
    keep_all,
    open_figures,
    other_cell,
)
from tests.packs import load


@pytest.mark.parametrize(("path", "count"), [(LAKE, 17), (RIVER, 19)])
def test_a_text_of_which_all_figures_are_kept_gives_a_pack_that_charts(
    tmp_path: Path, closing: Keep, path: Path, count: int
) -> None:
    draft = closing(draft_of_text(tmp_path / "draft", path))
    keep_all(draft)
    assert [each for each in problems(draft.records, tmp_path) if each.severity == "error"] == []
    save(draft.records, tmp_path / "pack.jjj.zip")
    pack = load(tmp_path / "pack.jjj.zip")
    assert len(pack["figures"]) == count
    assert chart_types_for(pack.view(Selection()))
    assert len(pack["texts"]) == 0


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


@pytest.mark.parametrize("pack", [bundled_pack(), example_pack()], ids=lambda path: path.name)
def test_every_column_is_changed_undone_redone_saved_and_opened_again(
    tmp_path: Path, closing: Keep, pack: Path
) -> None:
    draft = closing(draft_of_pack(tmp_path / "draft", pack))
    for name, table in TABLES.items():
        rows = [*draft.records.get(name, {})]
        for row in rows[len(rows) // 2 :][:1]:
            for column in table.columns:
                if column.name not in COLUMNS[name]:
                    continue
                record = draft.records[name][row]
                if column.name in ("hash12", "chars") and record["text"]:
                    continue  # They are made of the text.
                other = other_cell(draft.records, name, row, column)
                words = f"{name}.{column.name}"
                if draft.do(words, edit(draft.records, name, row, {column.name: other})):
                    assert draft.undo() == words
                    assert draft.records[name][row] == record
                    assert draft.redo() == words
                    assert draft.records[name][row][column.name] == other
                    if column.unique:
                        # It is given back, since others refer to it.
                        draft.undo()
    save(draft.records, tmp_path / "saved.zip")
    again = closing(draft_of_pack(tmp_path / "again", tmp_path / "saved.zip"))
    for name in COLUMNS:
        if name != SOURCE:
            own = [each for each in COLUMNS[name] if each not in ("start", "end", "basis")]
            kept, opened = (
                [[record[each] for each in own] for record in records[name].values()]
                for records in (draft.records, again.records)
            )
            assert kept == opened


def test_a_pack_that_is_opened_and_saved_is_the_same(tmp_path: Path, closing: Keep) -> None:
    draft = closing(draft_of_pack(tmp_path / "draft", example_pack()))
    save(draft.records, tmp_path / "saved")
    assert read_tables(tmp_path / "saved").columns == read_tables(example_pack()).columns


def test_a_figure_that_was_left_out_of_a_pack_comes_back_as_it_was(
    tmp_path: Path, closing: Keep
) -> None:
    draft = closing(draft_of_pack(tmp_path / "draft", bundled_pack()))
    row, before = figure(draft, "390 species")
    statements = {**draft.records["statements"]}
    draft.do("Drop", decide(draft.records, [row], DROPPED))
    save(draft.records, tmp_path / "without.zip")
    assert len(load(tmp_path / "without.zip")["figures"]) == 48
    draft.do("Keep", decide(draft.records, [row], KEPT))
    assert draft.records["figures"][row] == before
    assert draft.records["statements"] == statements


def test_a_pack_that_breaks_a_rule_is_not_saved_and_what_was_there_stays(
    draft: Draft, tmp_path: Path, closing: Keep
) -> None:
    keep_all(draft)
    path = tmp_path / "pack.zip"
    save(draft.records, path)
    before = path.read_bytes()
    row, _ = figure(draft, "57%")
    draft.do("Type", edit(draft.records, "figures", row, {"value": "many"}))
    with pytest.raises(PackError):
        save(draft.records, path)
    assert path.read_bytes() == before
    (found,) = [each for each in problems(draft.records, tmp_path) if each.severity == "error"]
    assert (found.table, found.row, found.column) == ("figures", row, "value")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["draft", "pack.zip"]


def test_a_folder_of_other_files_is_never_replaced(
    draft: Draft, tmp_path: Path, closing: Keep
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "letter.txt").write_text("Dear")
    with pytest.raises(NotSavedError, match="other files"):
        save(draft.records, folder)
    assert (folder / "letter.txt").read_text() == "Dear"
    save(draft.records, tmp_path / "pack")
    save(draft.records, tmp_path / "pack")
    assert {each.name for each in tmp_path.iterdir()} == {"draft", "papers", "pack"}


def test_the_text_is_passed_on_only_where_that_is_said(
    draft: Draft, tmp_path: Path, closing: Keep
) -> None:
    draft.do("Say", edit(draft.records, SOURCE, 0, {"may_pass_on": "yes"}))
    save(draft.records, tmp_path / "pack.zip")
    texts = read_tables(tmp_path / "pack.zip").columns["texts"]
    assert texts["text"] == article(LAKE).paragraphs


def test_eight_words_in_a_row_of_the_text_are_listed(draft: Draft) -> None:
    row, _ = figure(draft, "12%")
    draft.do("Keep", decide(draft.records, [row], KEPT))
    (statement,) = draft.records["statements"]
    quoted = "Says our ferries carried 740,000 passengers in 2023, nearly as before"
    draft.do("Type", edit(draft.records, "statements", statement, {"summary": quoted}))
    (found,) = quotations(draft.records)
    assert (found.table, found.row, found.column) == ("statements", statement, "summary")
    shorter = quoted.replace("carried", "took")
    draft.do("Type", edit(draft.records, "statements", statement, {"summary": shorter}))
    assert [*quotations(draft.records)] == []


def test_a_news_text_says_who_wrote_it_and_its_own_summaries_are_never_refused(
    tmp_path: Path, closing: Keep
) -> None:
    text = [
        "Six schools to be merged",
        "By Ada Linde, Lake Courier, 4 March 2025",
        "Six district schools will be merged at a cost of between 1.2 billion and 1.5 billion "
        "crowns, and 17 more.",
    ]
    draft = closing(new_draft(tmp_path / "draft", records_of(ArticleFile("", text), Gazetteer())))
    first = open_figures(draft)[0]
    keep_all(draft)
    (row,) = draft.records["statements"]
    quoted = "Will be merged at a cost of between 1.2 billion and 1.5 billion crowns"
    draft.do("Made", [Change("statements", row, {"summary": quoted})])
    draft.do("Unit", [Change("figures", first, {"unit_id": ""})])
    (found,) = problems(draft.records, tmp_path)
    assert (found.row, found.column, found.severity) == (first, "unit_id", "warning")
    save(draft.records, tmp_path / "pack.zip")
    pack = load(tmp_path / "pack.zip")
    assert not pack["figures"]["chartable"][0]
    assert not any(each.warning for each in pack.figure_rows.of(pack["figures"]))
    cited = citations_of(pack.view(Selection()))
    assert {each.source for each in cited} == {"Lake Courier"}
    assert all("Ada Linde" in each.text and "Inferred" not in each.text for each in cited)
    cells = {"kind": "plan", "summary": f"{quoted}."}
    draft.do("Kind", edit(draft.records, "statements", row, cells))
    assert draft.records["statements"][row]["certainty"] == "clear"
    with pytest.raises(NotSavedError, match="In 1 place "):
        save(draft.records, tmp_path / "pack.zip")


def test_a_chinese_summary_is_compared_by_its_characters(tmp_path: Path, closing: Keep) -> None:
    draft = closing(draft_of_text(tmp_path / "draft", RIVER))
    row, _ = figure(draft, "27家")
    draft.do("Keep", decide(draft.records, [row], KEPT))
    (statement,) = draft.records["statements"]
    words = {"summary": "河里又见到了多年不见的细鳞鱼"}
    draft.do("Type", edit(draft.records, "statements", statement, words))
    assert [each.column for each in quotations(draft.records)] == ["summary"]


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


@pytest.mark.skipif(os.name == "nt", reason="this system has no such modes")
@pytest.mark.parametrize("name", ["pack", "pack.zip"])
def test_saving_follows_a_link_keeps_modes_and_sweeps(
    draft: Draft, tmp_path: Path, name: str
) -> None:
    keep_all(draft)
    target, link = tmp_path / "elsewhere" / name, tmp_path / f"link-{name}"
    save(draft.records, target)
    for each, mode in ((target, 0o750), (target / "themes.csv", 0o640)):
        if each.exists():
            each.chmod(mode)
    link.symlink_to(target)
    (target.parent / f".{name}.0badcafe.new").write_text("left by a kill")
    save(draft.records, link)
    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o750
    if target.is_dir():
        assert stat.S_IMODE((target / "themes.csv").stat().st_mode) == 0o640
    assert [each.name for each in target.parent.iterdir()] == [name]
    assert read_tables(link).columns == read_tables(target).columns
