"""A report is written whole or not at all."""

from pathlib import Path

import pytest

from jjjviewer.export.atomic_write import ExportError
from jjjviewer.export.report import writing
from jjjviewer.export.report.writing import FORMATS, write_report
from jjjviewer.model.dataset import Dataset
from tests.export.report.making import content
from tests.packs import copy_without_choices, load


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_is_given_up_leaves_the_file_as_it_was(
    app: object, pack: Dataset, tmp_path: Path, suffix: str
) -> None:
    file = tmp_path / f"report.{suffix}"
    file.write_text("of last week")

    def give_up(share: float) -> None:
        if share == 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_report(content(pack, "yu-bo"), file, give_up)
    assert [each.read_text() for each in tmp_path.iterdir()] == ["of last week"]


def test_how_far_it_is_rises_to_the_end(app: object, pack: Dataset, tmp_path: Path) -> None:
    told: list[float] = []
    write_report(content(pack, "yu-bo"), tmp_path / "report.html", told.append)
    assert told == sorted(told)
    assert len(told) > 3
    assert told[-1] == 1


def test_more_than_anyone_reads_is_refused_with_the_remedy(
    app: object, pack: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(writing.MOST_RECORDS, "pdf", 10)
    with pytest.raises(ExportError, match=r"A PDF takes 10, HTML 20,000\. Choose less"):
        write_report(content(pack), tmp_path / "report.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_pack_in_which_nobody_has_looked_at_kinds_and_themes_has_a_report(
    app: object, tmp_path: Path, suffix: str
) -> None:
    pack = load(copy_without_choices(tmp_path, every=1))
    file = tmp_path / f"report.{suffix}"
    write_report(content(pack, "hebei"), file)
    assert file.stat().st_size > 10_000
