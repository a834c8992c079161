"""The table says what was measured beside what, and whether that is enough."""

import json
from pathlib import Path

import pytest

from jjjviewer.bench import report
from jjjviewer.bench.report import BenchReport, ResultRow


@pytest.fixture(autouse=True)
def _machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is installed here."""
    monkeypatch.setattr(report, "_PACKAGES", ("pandas",))


def test_runs_made_in_turn_are_compared_in_pairs() -> None:
    # The machine was twice as slow in the second round, for both.
    row = ResultRow("start", [150, 300, 160], 1.4, reference=[100, 200, 100], beside="empty window")
    assert row.ratio == 1.5
    assert row.is_reached is False
    assert "empty window 100 ms" in row.cells()


def test_samples_that_are_no_pairs_are_compared_by_their_medians() -> None:
    row = ResultRow("open", [6], 3, "s", [1, 2, 3], "pandas")
    assert row.ratio == 3
    assert row.is_reached is True


def test_a_share_of_the_samples_may_be_asked_to_lie_below() -> None:
    samples = list(range(100))
    assert ResultRow("click", samples, 50).value == 49.5
    assert ResultRow("click", samples, 50, share=0.95).value == 94


def test_what_is_only_told_is_neither_reached_nor_missed() -> None:
    row = ResultRow("click", [5.0], None)
    assert row.is_reached is None
    assert row.cells() == ("click", "5.0 ms", "", "", "", "")


def test_table_and_figures_are_written(tmp_path: Path) -> None:
    made = BenchReport(quick=True)
    made.add(ResultRow("click", [10, 20, 30], 16.7))
    table, data = made.write(tmp_path / "new")
    assert "| click | 20.0 ms | 10.0–30.0 |  |  | ≤ 16.7 ms ✗ |" in table.read_text("utf-8")
    assert ", quickly: " in table.read_text("utf-8")
    (row,) = json.loads(data.read_text("utf-8"))["rows"]
    assert (row["value"], row["samples"], row["reached"]) == (20, [10, 20, 30], False)
