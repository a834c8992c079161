"""The command `report` writes what the window writes."""

from pathlib import Path

import pytest

from jjjviewer import cli


def run(*arguments: str) -> int | None:
    return cli.run(["report", *arguments])


def test_the_file_is_written_in_the_format_of_its_name_and_printed(
    app: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "new folder" / "report.HTML"
    assert run("--select", "hebei", "ecology", "--chart", "kinds", "--out", str(file)) == 0
    assert capsys.readouterr().out == f"{file}\n"
    text = file.read_text(encoding="utf-8")
    assert "Hebei · Ecology" in text
    assert text.count("<svg") == 1


def test_chinese_is_for_the_asking(app: object, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    assert run("--select", "yu-bo", "--chart", "kinds", "--lang", "zh", "--out", str(file)) == 0
    assert "<h1>于波</h1>" in file.read_text(encoding="utf-8")


def test_a_file_of_another_kind_is_refused(
    app: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run("--out", str(tmp_path / "report.docx"))
    assert "ends neither in .pdf nor in .html" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--select", "hebie"), "'hebie' is no region"),
        (("--select", "yu-bo", "--chart", "map-values"), "'map-values' does not suit 'yu-bo'"),
        (("--chart", "pie"), "'pie' is no chart"),
    ],
)
def test_what_cannot_be_reported_is_said_and_nothing_is_written(
    app: object,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    words: str,
) -> None:
    assert run(*arguments, "--out", str(tmp_path / "report.pdf")) == 1
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_named(
    app: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    file = tmp_path / "file" / "report.html"
    assert run("--select", "yu-bo", "--chart", "kinds", "--out", str(file)) == 1
    assert "was not written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--paragraphs", "38-44"], "¶38–44"),
        (["--only", "target"], "target"),
        (["--from", "2021", "--to", "2022"], "2021 – 2022"),
        (["--values", "1e9", "any", "cny"], "yuan"),
    ],
)
def test_a_report_leaves_out_what_an_export_does(
    tmp_path: Path, options: list[str], words: str
) -> None:
    file = tmp_path / "report.html"
    assert run("--select", "hebei", *options, "--chart", "kinds", "--out", str(file)) == 0
    page = file.read_text(encoding="utf-8")
    assert words in page[page.index("Shown only") :][:300]
