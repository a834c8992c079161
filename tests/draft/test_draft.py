"""Whatever is decided can be taken back, is there again when a draft is opened, and is not lost."""

import copy
import json
import os
import random
import subprocess
import sys
from io import FileIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jjjviewer.draft.decisions import decide
from jjjviewer.draft.draft import Draft, new_draft
from jjjviewer.draft.editing import edit
from jjjviewer.draft.from_article import ArticleFile, records_of
from jjjviewer.draft.gazetteer import Gazetteer
from jjjviewer.draft.journal import DraftError
from jjjviewer.draft.paragraphs import join, split
from jjjviewer.draft.records import COLUMNS, DROPPED, KEPT, LATER, Change, NewRows
from tests.draft.drafts import LAKE, draft_of_text, figure, open_figures
from tests.random_packs import thorough

JOURNAL = "journal.jsonl"


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    return draft_of_text(tmp_path / "draft")


def reopened(draft: Draft) -> Draft:
    draft.close()
    return Draft(draft.folder)


def keep(draft: Draft, row: int) -> None:
    draft.do("Keep", decide(draft.records, [row], KEPT))


def test_what_was_decided_is_there_when_the_draft_is_opened_again(draft: Draft) -> None:
    first, second, *_ = open_figures(draft)
    keep(draft, first)
    draft.do("Drop", decide(draft.records, [second], DROPPED))
    draft.undo()
    before = copy.deepcopy(draft.records)
    again = reopened(draft)
    assert again.records == before
    assert (again.undo_words, again.redo_words) == ("Keep", "Drop")
    again.close()


def test_a_draft_may_be_of_a_file_whose_name_is_not_utf_8(tmp_path: Path) -> None:
    file = ArticleFile("/texts/lake\udcff.txt", ["The lake has 32 boats."])
    draft = new_draft(tmp_path / "draft", records_of(file, Gazetteer()))
    before = copy.deepcopy(draft.records)
    again = reopened(draft)
    assert again.records == before
    again.close()


def test_a_decision_after_undo_leaves_nothing_to_redo(draft: Draft) -> None:
    first, second, *_ = open_figures(draft)
    keep(draft, first)
    draft.undo()
    keep(draft, second)
    assert draft.redo_words == ""
    assert draft.redo() == ""
    draft.close()


def test_what_changes_nothing_is_no_decision(draft: Draft) -> None:
    row = open_figures(draft)[0]
    assert not draft.do("Type", edit(draft.records, "figures", row, {"qualifier": "exact"}))
    assert draft.undo_words == ""
    draft.close()


_step = st.tuples(
    st.sampled_from(["keep", "drop", "later", "type", "split", "join", "add", "delete"]),
    st.integers(0, 200),
)


@settings(thorough, max_examples=20)
@given(st.lists(_step, max_size=12))
def test_undo_and_redo_of_any_decisions_are_the_identity(
    tmp_path: Path, steps: list[tuple[str, int]]
) -> None:
    draft = draft_of_text(tmp_path / f"draft-{random.random()}")
    states = [copy.deepcopy(draft.records)]
    for kind, number in steps:
        if draft.do(kind, _changes(draft, kind, number)):
            states.append(copy.deepcopy(draft.records))
    for state in states[-2::-1]:
        draft.undo()
        assert draft.records == state
    for state in states[1:]:
        draft.redo()
        assert draft.records == state
    assert reopened_records(draft) == states[-1]


def reopened_records(draft: Draft) -> object:
    again = reopened(draft)
    again.close()
    return again.records


def _changes(draft: Draft, kind: str, number: int) -> list[Change]:
    records = draft.records
    figures, paragraphs = [*records["figures"]], [*records["paragraphs"]]
    row = figures[number % len(figures)] if figures else 0
    paragraph = paragraphs[number % len(paragraphs)]
    match kind:
        case "keep" | "drop" | "later" if figures:
            state = {"keep": KEPT, "drop": DROPPED, "later": LATER}[kind]
            return decide(records, [row], state)
        case "type" if figures:
            return edit(records, "figures", row, {"measure": f"Measure {number}"})
        case "split":
            return split(records, paragraph, number)
        case "join":
            return join(records, paragraph)
        case "add":
            new = NewRows(records)
            new.add("themes", {"theme_id": new.new_id("themes", "theme")})
            return new.changes
        case "delete" if figures:
            return [Change("figures", row, None)]
    return []


def test_a_line_that_was_cut_off_is_dropped(draft: Draft) -> None:
    first, second, *_ = open_figures(draft)
    keep(draft, first)
    before = copy.deepcopy(draft.records)
    keep(draft, second)
    draft.close()
    path = draft.folder / JOURNAL
    path.write_bytes(path.read_bytes()[:-5])
    again = Draft(draft.folder)
    assert again.records == before
    keep(again, second)
    assert len([json.loads(line) for line in path.read_text().splitlines()]) == 3
    again.close()


def test_what_lies_behind_a_damaged_line_is_put_aside(draft: Draft) -> None:
    keep(draft, open_figures(draft)[0])
    draft.close()
    path = draft.folder / JOURNAL
    whole = path.read_bytes()
    path.write_bytes(whole + b"\0\0\0\n{}\n")
    Draft(draft.folder).close()
    assert path.read_bytes() == whole
    assert (draft.folder / "journal.damaged").read_bytes().endswith(b"{}\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk is always full")
def test_a_decision_that_cannot_be_written_down_is_not_made(draft: Draft) -> None:
    first, second, *_ = open_figures(draft)
    keep(draft, first)
    before = copy.deepcopy(draft.records)
    journal = draft._journal
    file = journal._file
    with FileIO("/dev/full", "wb") as full:
        journal._file = full
        with pytest.raises(DraftError, match="No space left"):
            keep(draft, second)
    journal._file = file
    assert draft.records == before
    keep(draft, second)
    again = reopened(draft)
    assert [each["state"] for each in again.records["figures"].values()].count(KEPT) == 2
    again.close()


def test_whoever_comes_second_may_only_read(draft: Draft) -> None:
    second = Draft(draft.folder)
    assert second.read_only
    assert not second.do("Keep", decide(second.records, open_figures(second)[:1], KEPT))
    second.close()
    third = Draft(draft.folder)
    assert third.read_only
    third.close()
    fourth = reopened(draft)
    assert not fourth.read_only
    fourth.close()


def test_a_folder_without_a_beginning_is_refused(tmp_path: Path) -> None:
    (tmp_path / JOURNAL).write_text('{"format": 1, "tab')
    with pytest.raises(DraftError, match="beginning"):
        Draft(tmp_path)
    (tmp_path / JOURNAL).write_text('{"format": 7}\n')
    with pytest.raises(DraftError, match="version"):
        Draft(tmp_path)


def test_every_column_has_a_cell_in_a_new_draft(draft: Draft) -> None:
    for table, rows in draft.records.items():
        for record in rows.values():
            assert tuple(record) == COLUMNS[table]
    draft.close()


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the processes are forked")
def test_a_program_that_is_killed_at_any_moment_loses_at_most_the_last_decision(
    tmp_path: Path,
) -> None:
    script = Path(__file__).parent / "killing.py"
    command = [sys.executable, str(script), str(tmp_path), "200"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    shown, lost, broken = map(int, done.stdout.split())
    assert shown > 200
    assert (lost, broken) == (0, 0)


def test_keeping_and_dropping_a_figure_leaves_no_statement(draft: Draft) -> None:
    row, _ = figure(draft, "412 hectares")
    keep(draft, row)
    (statement,) = draft.records["statements"].values()
    assert statement["summary"] == "Reed area: 412 hectares (by the end of 2023)"
    assert (statement["kind"], statement["theme_id"]) == ("", "")
    assert statement["certainty"] == "inferred"
    draft.do("Drop", decide(draft.records, [row], DROPPED))
    assert not draft.records["statements"]
    assert LAKE.exists()
    draft.close()
