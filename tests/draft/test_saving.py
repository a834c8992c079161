"""From a text to a pack, and from a pack to another one: whole, by the rules, as decided."""

import os
import stat
from pathlib import Path

import pytest

from jjjviewer.charts.registry import chart_types_for
from jjjviewer.draft.decisions import decide
from jjjviewer.draft.draft import Draft, new_draft
from jjjviewer.draft.editing import edit
from jjjviewer.draft.from_article import ArticleFile, records_of
from jjjviewer.draft.gazetteer import Gazetteer
from jjjviewer.draft.records import COLUMNS, DROPPED, KEPT, SOURCE, Change
from jjjviewer.draft.saving import NotSavedError, problems, quotations, save
from jjjviewer.export.citations import citations_of
from jjjviewer.model.errors import PackError
from jjjviewer.model.schema import TABLES
from jjjviewer.model.selection import Selection
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack, example_pack
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
