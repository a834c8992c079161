"""The command line does what the window does, and says in words what it can't."""

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from PySide6.QtGui import QImage

from jjjviewer import __version__, arguments, cli
from jjjviewer.charts.registry import CHART_TYPES
from jjjviewer.charts.types.bars import Bars
from jjjviewer.export import citations
from jjjviewer.export.chart import FORMATS
from tests.packs import Row, change, copy_of_bundled


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_every_chart_of_a_selection_is_written_and_printed(
    app: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        cli.run(["export", "--select", "hebei", "--format", "svg,csv", "--out", str(tmp_path)]) == 0
    )
    printed = {Path(line).name for line in capsys.readouterr().out.splitlines()}
    assert printed == names(tmp_path)
    assert {"hebei-bars-cny.svg", "hebei-bars-cny.csv", "hebei-areas.svg"} <= printed


def test_each_region_speaker_and_theme_gets_its_charts(app: object, tmp_path: Path) -> None:
    assert (
        cli.run(["export", "--each", "--chart", "kinds", "--format", "svg", "--out", str(tmp_path)])
        == 0
    )
    assert {"all-kinds.svg", "hebei-kinds.svg", "yu-bo-kinds.svg", "ecology-kinds.svg"} <= names(
        tmp_path
    )


def test_no_screen_is_needed(tmp_path: Path) -> None:
    clean = {
        k: v
        for k, v in os.environ.items()
        if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "-m", "jjjviewer", "export", "--chart", "bars", "--out", str(tmp_path)],
        env=clean, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert names(tmp_path) == {"all-bars.png"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--select", "hebey"],
            "'hebey' is no region, speaker, theme or entity of this pack. Did you mean 'hebei'?",
        ),
        (
            ["--chart", "barz"],
            f"'barz' is no chart. Charts are {', '.join(each.id for each in CHART_TYPES)}, all. "
            "Did you mean 'bars'?",
        ),
        (
            ["--select", "guanting", "--chart", "bars"],
            "the chart 'bars' does not suit 'guanting'",
        ),
        (["nowhere"], "nowhere: nothing is there. Check the path."),
        (["--select", "x" * 300], "is no region, speaker, theme or entity of this pack."),
        (
            ["--select", "yu-bo", "--only", "chai-baoliang"],
            "nothing was written: none of the charts that were asked for suits 'yu-bo'.",
        ),
        (
            ["--only", "targt"],
            "--only 'targt' is no status, speaker, theme or unit. Did you mean 'target'?",
        ),
    ],
)
def test_what_does_not_exist_is_named_and_nothing_is_written(
    app: object,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    out = tmp_path / "out"
    assert cli.run(["export", *arguments, "--out", str(out)]) == 1
    captured = capsys.readouterr()
    assert message in captured.err
    assert "Traceback" not in captured.err
    assert not out.exists()


def test_size_sharpness_and_what_is_left_out_are_chosen(app: object, tmp_path: Path) -> None:
    what = ["--chart", "bars", "--format", "png,svg", "--size", "800x500", "--dpi", "288"]
    bare = ["--transparent", "--no-header", "--no-footer", "--text-as-shapes"]
    assert cli.run(["export", *what, *bare, "--out", str(tmp_path)]) == 0
    image = QImage(str(tmp_path / "all-bars.png"))
    assert (image.width(), image.height()) == (2400, 1500)
    assert image.pixelColor(1, 1).alpha() == 0
    svg = (tmp_path / "all-bars.svg").read_text(encoding="utf-8")
    assert 'width="800" height="500"' in svg
    assert "<text" not in svg
    assert 'aria-label="731.9"' in svg
    assert 'aria-label="Source' not in svg


def test_dots_per_inch_are_those_of_the_page_on_paper(app: object, tmp_path: Path) -> None:
    what = ["--chart", "bars", "--size", "slide", "--dpi", "144", "--out", str(tmp_path)]
    assert cli.run(["export", *what]) == 0
    assert QImage(str(tmp_path / "all-bars.png")).width() == 1920


def test_what_fonts_lack_is_said_once_and_charts_are_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = copy_of_bundled(tmp_path)
    unknown = "\u0378"

    def rename(rows: list[Row]) -> None:
        for row in rows:
            row["name"] = f"{row['name']} تيانجين {unknown}"

    change(path, "speakers", rename)
    what = ["export", str(path), "--chart", "speaker-theme", "kinds", "--out", str(tmp_path)]
    assert cli.run([*what, "--format", "svg,png"]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 4
    missing, foreign = err.splitlines()
    assert f"No font here has {unknown} (U+0378): □ is drawn instead." in missing
    assert "In the SVG, text with \u0627 (U+0627)" in foreign
    assert cli.run([*what, "--format", "csv"]) == 0
    assert not capsys.readouterr().err


def test_a_single_chart_takes_a_description_of_the_user(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    words = ["export", "--format", "svg", "--out", str(tmp_path), "--description", "Nine bars"]
    assert cli.run([*words, "--chart", "bars"]) == 0
    assert "<desc>Nine bars</desc>" in (tmp_path / "all-bars.svg").read_text("utf-8")
    assert cli.run(words) == 1
    assert "--description is of one chart" in capsys.readouterr().err


def test_only_some_are_charted_and_in_the_order_that_is_asked_for(
    app: object, tmp_path: Path
) -> None:
    what = ["--chart", "bars", "--format", "csv", "--out", str(tmp_path)]
    assert cli.run(["export", *what, "--only", "target", "kang-yanmin", "--sort", "name"]) == 0
    read = pd.read_csv(tmp_path / "all~statuses.target~speakers.kang-yanmin-bars.csv")
    assert set(read["Status"]) == {"target"}
    assert set(read["Speaker"]) == {"Kang Yanmin"}
    assert list(read["What"]) == sorted(read["What"])


def test_a_chart_that_can_not_be_made_is_reported_and_the_others_are_written(
    app: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "all-bars.png").mkdir()
    what = ["--chart", "bars", "kinds", "--out", str(tmp_path)]
    assert cli.run(["export", *what]) == 1
    said = capsys.readouterr()
    assert "all-bars.png' was not written" in said.err
    assert said.out.strip().endswith("all-kinds.png")


@pytest.mark.parametrize("step", ["accepts", "chart"])
def test_a_chart_that_raises_is_reported_and_the_others_are_written(
    app: object,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    monkeypatch.setattr(Bars, step, lambda *_: 1 / 0)
    what = ["--chart", "bars", "kinds", "--out", str(tmp_path)]
    assert cli.run(["export", *what]) == 1
    said = capsys.readouterr()
    assert "the chart 'bars' of 'all' was not made" in said.err
    assert "ZeroDivisionError: division by zero. Report it" in said.err
    assert said.out.split() == [str(tmp_path / "all-kinds.png")]


def test_a_pack_after_select_gets_a_message_on_the_order_of_arguments(
    app: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["export", "--select", "hebei", str(tmp_path)]) == 1
    assert "A pack's path stands before --select." in capsys.readouterr().err


def test_a_reader_that_leaves_early_gets_no_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "jjjviewer", "export", "--format", "svg", "--out"]
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(
        [*command, str(tmp_path)],
        env=buffered,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1


def test_a_folder_that_cannot_be_written_to_is_named(
    app: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("")
    assert cli.run(["export", "--out", str(tmp_path / "taken")]) == 1
    assert "is not a folder. Choose another one." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--format", "gif", "'gif' is not one of png, svg, pdf, csv, xlsx"),
        ("--scale", "900", "'900' is not a number from 0.1 to 8"),
        ("--scale", "big", "'big' is not a number from 0.1 to 8"),
        ("--size", "100x100", "'100x100' is not from 600x400 to 3840x3840"),
        ("--dpi", "5000", "'5000' is not a number from 9.6 to 768"),
        ("--size", "poster", "nor a size in pixels such as 960x540"),
    ],
)
def test_a_wrong_option_is_explained(
    capsys: pytest.CaptureFixture[str], option: str, value: str, message: str
) -> None:
    with pytest.raises(SystemExit) as left:
        cli.run(["export", option, value])
    assert left.value.code == 2
    assert message in capsys.readouterr().err


def test_chinese_names_are_drawn_when_asked_for(app: object, tmp_path: Path) -> None:
    cli.run(
        ["export", "--chart", "kinds", "--lang", "zh", "--format", "svg", "--out", str(tmp_path)]
    )
    assert "柴宝良" in (tmp_path / "all-kinds.svg").read_text(encoding="utf-8")


def test_a_figure_is_selected_by_its_id(app: object, tmp_path: Path) -> None:
    words = ["export", "--select", "f21-2", "--chart", "card", "--format", "svg"]
    assert cli.run([*words, "--out", str(tmp_path)]) == 0
    assert "731.9 billion yuan" in (tmp_path / "f21-2-card.svg").read_text(encoding="utf-8")


def test_the_command_line_offers_every_format_there_is() -> None:
    assert tuple(FORMATS) == arguments.FORMATS
    assert tuple(citations.FORMATS) == arguments.CITATION_FORMATS


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.run(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"JJJ Viewer {__version__}\n"


def test_a_path_alone_asks_for_the_window() -> None:
    assert cli.run(["some/pack"]) is None
    assert cli.window_pack(["some/pack"]) == Path("some/pack")
