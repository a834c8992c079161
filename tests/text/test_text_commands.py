"""The commands propose and locate."""

import json
from pathlib import Path

import pytest

from jjjviewer.cli import run
from jjjviewer.paths import example_pack

ARTICLE = example_pack() / "article.txt"


def _text(folder: Path, words: str) -> str:
    path = folder / "a.txt"
    path.write_text(words, encoding="utf-8")
    return str(path)


def test_propose_for_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One JSON object with everything that was found, and the shape of each."""
    text = _text(
        tmp_path,
        "Ada Linde, Mayor, Tarn County\n\nLast year nearly 15% more came on 3 ferries. See page 4.",
    )
    assert run(["propose", text, "--date", "2024-06-14", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"paragraphs", "speakers", "figures", "numbers", "places"}
    assert found["speakers"] == [
        {"paragraph": 0, "start": 0, "end": 9, "name": "Ada Linde", "role": "Mayor, Tarn County"}
    ]
    first = found["figures"][0]
    assert first.pop("basis")["qualifier"] == {"how": "printed", "start": 10, "end": 16}
    assert first == {
        "paragraph": 1, "start": 17, "end": 20, "printed": "15%", "value": 15.0, "value_high": None,
        "unit": "percent", "qualifier": "nearly", "status": "achieved", "direction": "up",
        "period_text": "Last year",
        "period_start": "2023-01-01", "period_end": "2023-12-31",
    }  # fmt: skip
    assert [(each["printed"], each["reason"]) for each in found["numbers"]] == [
        ("page 4", "reference")
    ]
    assert found["places"][0]["name"] == "Tarn County"


def test_propose_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    """Speakers, figures, other numbers with their reasons, places."""
    assert run(["propose", str(ARTICLE), "--date", "2024-06-14"]) == 0
    out = capsys.readouterr().out
    assert "Ada Linde, County Commissioner, Westmarsh" in out
    assert "48.5 kilometers: 48.5 km" in out
    assert "2021: date" in out


def test_propose_refuses_what_is_no_date(capsys: pytest.CaptureFixture[str]) -> None:
    """And says what one looks like."""
    with pytest.raises(SystemExit):
        run(["propose", str(ARTICLE), "--date", "yesterday"])
    assert "such as 2022-10-21" in capsys.readouterr().err


def test_propose_says_why_a_file_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    """On the stream of errors, with exit code 1."""
    assert run(["propose", "nowhere.txt"]) == 1
    assert "nowhere.txt: No such file" in capsys.readouterr().err


def test_locate_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """Where each figure is, and what differs."""
    assert run(["locate", str(example_pack()), str(ARTICLE), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"figures", "differences"}
    assert found["figures"][0] == {
        "figure_id": "f2-1",
        "paragraph": 1,
        "start": 4,
        "end": 12,
        "certain": True,
    }
    assert all(each["start"] is not None for each in found["figures"])
    assert found["differences"] == []


def test_locate_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what differs, in words."""
    text = ARTICLE.read_text(encoding="utf-8").replace("48.5 kilometers", "84.5 kilometers")
    assert run(["locate", str(example_pack()), _text(tmp_path, text)]) == 0
    out = capsys.readouterr().out
    assert "38 of 39 figures found." in out
    assert "the pack has “48.5 kilometers”, the text has “84.5 kilometers” (¶4)" in out


def test_locate_refuses_an_unrelated_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With exit code 1, in words."""
    assert run(["locate", str(example_pack()), _text(tmp_path, "Nothing of this kind.")]) == 1
    assert "under half" in capsys.readouterr().err


def test_locate_says_what_is_no_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As the other commands do."""
    assert run(["locate", str(tmp_path / "nowhere"), str(ARTICLE)]) == 1
    assert "nowhere" in capsys.readouterr().err
