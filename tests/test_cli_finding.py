"""`find` prints what a search selects, and `--select` narrows as the tree does."""

import csv
import json
from pathlib import Path

import pytest

from jjjviewer import cli
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Filter, Selection
from jjjviewer.paths import example_pack
from tests.packs import load


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert cli.run(["find", *words]) == 0
    return capsys.readouterr().out


def test_find_prints_every_statement_and_figure(
    pack: Dataset, capsys: pytest.CaptureFixture[str]
) -> None:
    view = pack.view(Selection(query="water"))
    lines = printed(capsys, "water").splitlines()
    ids = [*view.statements["statement_id"], *view.figures["figure_id"]]
    assert [line.split()[0] for line in lines[:-1]] == ids
    assert lines[-1] == "Statements are summaries, not the speakers' words."


def test_find_prints_records_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(printed(capsys, "--json", "731.9", "billion"))
    assert [each["statement_id"] for each in found["statements"]] == ["s21-1"]
    (figure,) = found["figures"]
    assert figure["figure_id"] == "f21-2"
    assert figure["value"] == 731_900_000_000
    assert figure["printed"] == "731.9 billion yuan"


def test_find_tells_the_nearest_words_or_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "watre").startswith("Nothing matches “watre”. Results for: water\n")
    assert printed(capsys, "xyzzy").startswith("Nothing matches “xyzzy”.")
    assert json.loads(printed(capsys, "xyzzy", "--json")) == {"statements": [], "figures": []}


def test_the_first_word_is_a_pack_only_if_it_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "water").mkdir()
    monkeypatch.chdir(tmp_path)
    assert "s15-6" in printed(capsys, "water", "quality")
    assert len(json.loads(printed(capsys, "water", "--json"))["statements"]) == 12
    word = load(example_pack())["statements"]["summary"][0].split()[0]
    found = json.loads(printed(capsys, "--json", str(example_pack()), word))
    own = load(example_pack()).view(Selection(query=word)).statements["statement_id"]
    assert [each["statement_id"] for each in found["statements"]] == list(own)


@pytest.mark.parametrize(
    ("options", "name", "selection", "filter_"),
    [
        (["--select", "hebei", "ecology"], "hebei+ecology", Selection(("hebei", "ecology")), ()),
        (["--select", "search:water"], "search.water", Selection(query="water"), ()),
        (["--select", "place:guanting"], "guanting", Selection(("guanting",)), ()),
        (["--select", "place:beijing"], "place.beijing", Selection(("place:beijing",)), ()),
        (
            ["--paragraphs", "38-44", "--from", "2012"],
            "all~paragraphs.38-44~period.2012-01-01+",
            Selection(),
            Filter(paragraphs=("38-44",), period=("2012-01-01", "")),
        ),
        (
            ["--values", "1", "any", "km2"],
            "all~values.1000000++m2",
            Selection(),
            Filter(values=("1000000", "", "m2")),
        ),
    ],
)
def test_a_chart_is_of_what_is_left(
    app: object,
    pack: Dataset,
    tmp_path: Path,
    options: list[str],
    name: str,
    selection: Selection,
    filter_: Filter,
) -> None:
    argv = ["export", *options, "--chart", "kinds", "--format", "csv", "--out", str(tmp_path)]
    assert cli.run(argv) == 0
    (path,) = tmp_path.iterdir()
    assert path.name == f"{name}-kinds.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        totals = [int(row["Total"]) for row in csv.DictReader(file)]
    statements = pack.view(selection, Filter(*filter_)).statements
    assert max(totals) == sum(statements["speaker_id"] != "") > 0


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        (("1", "2", "m3"), "'m3' is no unit of this pack."),
        (("few", "2", "m2"), "--values few 2: write numbers such as 1000"),
    ],
)
def test_values_that_are_none_are_refused(
    app: object, values: tuple[str, ...], fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["export", "--values", *values]) == 1
    assert fault in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "value"),
    [("--paragraphs", "x"), ("--paragraphs", "4-"), ("--from", "22"), ("--to", "2022-13-01")],
)
def test_what_is_no_paragraph_or_day_is_refused(
    option: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        cli.run(["export", option, value])
    assert f"'{value}' is no " in capsys.readouterr().err
