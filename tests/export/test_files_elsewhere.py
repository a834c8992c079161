"""Other people's programs open the files: what they show is what was drawn.

A test whose program is not installed is skipped.
"""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from jjjviewer.charts.characters import plain
from jjjviewer.charts.registry import CHART_TYPES, chart_types_for
from jjjviewer.charts.style import DARK, LIGHT, PAGES, Style
from jjjviewer.charts.typeface import FAMILY
from jjjviewer.export.chart import Chart
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from tests.images import difference

_ALIKE = 0.02
"""The share of squares in which two renderers may differ."""


def run(program: str, *args: object) -> str:
    """Run a program and return what it says."""
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is not installed")
    done = subprocess.run(
        [path, *map(str, args)], capture_output=True, text=True, timeout=180, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def chart(
    pack: Dataset, chart_type: str, style: Style = LIGHT, *, text_as_shapes: bool = False
) -> Chart:
    each = next(each for each in CHART_TYPES if each.id == chart_type)
    ids = ("innovation",) if chart_type == "card" else ()
    return Chart(
        each, pack.view(Selection(ids)), PAGES["slide"], style, 1, text_as_shapes=text_as_shapes
    )


def written(made: Chart, path: Path) -> Path:
    path.write_bytes(made.laid_out().bytes(path.suffix.removeprefix(".")))
    return path


FORM_IDS = [chart_type.id for chart_type in CHART_TYPES]


@pytest.mark.parametrize("chart_type", FORM_IDS)
def test_rsvg_shows_text_as_shapes_as_the_image_does(
    app: object, pack: Dataset, tmp_path: Path, chart_type: str
) -> None:
    svg = written(chart(pack, chart_type, DARK, text_as_shapes=True), tmp_path / "a.svg")
    png = written(chart(pack, chart_type, DARK), tmp_path / "a.png")
    run("rsvg-convert", "-w", 960, svg, "-o", tmp_path / "b.png")
    assert difference(png, tmp_path / "b.png") < _ALIKE


def test_rsvg_shows_real_text_in_whichever_font_there_is(
    app: object, pack: Dataset, tmp_path: Path
) -> None:
    svg = written(chart(pack, "shares"), tmp_path / "a.svg")
    png = written(chart(pack, "shares"), tmp_path / "a.png")
    run("rsvg-convert", "-w", 960, svg, "-o", tmp_path / "b.png")
    # Letters of another face lie elsewhere, but bars and axes where they were.
    assert difference(png, tmp_path / "b.png") < 3 * _ALIKE


@pytest.mark.parametrize("chart_type", ["bars", "shares", "timeline"])
def test_a_browser_sets_text_in_its_room_in_whichever_font_there_is(
    app: object, pack: Dataset, tmp_path: Path, chart_type: str
) -> None:
    svg = written(chart(pack, chart_type), tmp_path / "a.svg")
    png = written(chart(pack, chart_type), tmp_path / "a.png")
    run(
        "chromium",
        *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
        f"--user-data-dir={tmp_path / 'profile'}",
        f"--screenshot={tmp_path / 'b.png'}",
        # A slide is 13.333 inches wide, which are 1,280 pixels in a browser.
        *("--window-size=1280,720", "--force-device-scale-factor=0.75"),
        svg.as_uri(),
    )
    assert difference(png, tmp_path / "b.png") < 3 * _ALIKE


def test_inkscape_opens_the_drawing(app: object, pack: Dataset, tmp_path: Path) -> None:
    svg = written(chart(pack, "shares", text_as_shapes=True), tmp_path / "a.svg")
    png = written(chart(pack, "shares"), tmp_path / "a.png")
    into = (f"--export-filename={tmp_path / 'b.png'}", "--export-type=png", "--export-width=960")
    run("inkscape", svg, *into)
    assert difference(png, tmp_path / "b.png") < _ALIKE


@pytest.mark.parametrize("chart_type", FORM_IDS)
def test_poppler_finds_every_label_and_the_fonts_embedded(
    app: object, pack: Dataset, tmp_path: Path, chart_type: str
) -> None:
    made = chart(pack, chart_type)
    pdf = written(made, tmp_path / "a.pdf")
    found = "".join(run("pdftotext", "-raw", pdf, "-").split())
    for text in made.laid_out().scene.texts:
        assert "".join(plain(text.text).split()) in found
    fonts = run("pdffonts", pdf).splitlines()[2:]
    assert fonts
    for line in fonts:
        assert FAMILY.replace(" ", "") in line
        embedded = line.split()[-5:-2]
        assert embedded[0] == "yes"
    about = run("pdfinfo", pdf)
    assert f"Title:           {made.laid_out().scene.title}" in about
    assert "Author:          Beijing Daily, Tianjin Daily and Hebei Daily" in about
    assert f"Keywords:        {', '.join(made.laid_out().scene.records)}" in about


def test_poppler_draws_the_page_as_the_image_is(app: object, pack: Dataset, tmp_path: Path) -> None:
    pdf = written(chart(pack, "bars", DARK), tmp_path / "a.pdf")
    png = written(chart(pack, "bars", DARK), tmp_path / "a.png")
    run("pdftoppm", "-r", 72, "-png", "-singlefile", pdf, tmp_path / "b")
    assert difference(png, tmp_path / "b.png") < _ALIKE


@pytest.mark.parametrize("chart_type", ["bars", "timeline", "speaker-theme", "kinds"])
def test_libreoffice_reads_the_workbook_as_the_table_is(
    app: object, pack: Dataset, tmp_path: Path, chart_type: str
) -> None:
    made = chart(pack, chart_type)
    xlsx = written(made, tmp_path / "a.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    # Comma, quote, UTF-8; cells as they are, not as they are shown.
    kind = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false"
    run("localc", profile, "--headless", "--convert-to", kind, "--outdir", tmp_path, xlsx)
    rows = list(csv.reader((tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()))
    table = made.laid_out().sourced_table()
    assert rows[0] == list(table.columns)
    assert len(rows) == len(table) + 1
    for row, (_, cells) in zip(rows[1:], table.iterrows(), strict=True):
        for read, cell in zip(row, cells, strict=True):
            assert read == str(cell) or float(read) == pytest.approx(float(cell))


def test_every_chart_type_is_offered_here(pack: Dataset) -> None:
    offered = {chart_type.id for chart_type in chart_types_for(pack.view(Selection()))}
    assert offered | {"card"} == set(FORM_IDS)
