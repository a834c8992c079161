"""The self-test tells what works from what does not."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from jjjviewer.__main__ import main
from jjjviewer.charts.registry import CHART_TYPES
from jjjviewer.charts.types.card import Card


def test_every_chart_type_is_drawn_and_the_versions_named(
    app: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--self-test"]) == 0
    said = capsys.readouterr().out
    for chart_type in CHART_TYPES:
        assert f"ok      {chart_type.id}: png, svg, pdf, csv, xlsx of" in said
    assert "PySide6 6." in said
    assert said.endswith("All of it works.\n")


def test_a_chart_type_that_fails_is_named_and_decides(
    app: QApplication, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Card, "chart", lambda *_: 1 / 0)
    assert main(["--self-test"]) == 1
    said = capsys.readouterr().out
    assert "FAILED  card: ZeroDivisionError: division by zero" in said
    assert said.endswith("1 failed.\n")


def test_a_broken_pack_is_reported(
    app: QApplication,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr("jjjviewer.self_test.bundled_pack", lambda: tmp_path)
    assert main(["--self-test"]) == 1
    assert "FAILED  pack: NotAPackError" in capsys.readouterr().out
