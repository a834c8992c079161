"""The file of a map has the part that is in sight."""

from pathlib import Path

import pytest

from jjjviewer import cli
from jjjviewer.export.batch import jobs, write_all
from jjjviewer.model.selection import Selection
from tests.packs import load
from tests.ui.chart.map_reader import Reader, two_places


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
def test_the_file_of_a_zoomed_map_is_the_same_from_window_and_command_line(
    reader: Reader, tmp_path: Path, suffix: str
) -> None:
    reader.zoom_in()
    chart = reader.user.chart.chart
    assert chart is not None
    extent = chart.view.extent
    assert extent is not None
    ours = tmp_path / f"ours.{suffix}"
    write_all(chart, [ours])
    told = ",".join(
        repr(float(each)) for each in (extent.west, extent.south, extent.east, extent.north)
    )
    size = f"{chart.page.width}x{chart.page.height}"
    arguments = [
        "export",
        "--chart",
        "map",
        "--text",
        str(chart.page.text),
        "--select",
        "yu-bo",
        "--size",
        size,
    ]
    arguments += ["--extent", told, "--format", suffix, "--out", str(tmp_path)]
    assert cli.run(arguments) == 0
    assert (tmp_path / f"yu-bo-map.{suffix}").read_bytes() == ours.read_bytes()


def test_the_file_of_a_zoomed_map_has_the_places_that_are_in_sight(
    reader: Reader, tmp_path: Path
) -> None:
    still, _ = two_places(reader)
    reader.zoom_in(reader.places()[still], notches=8)
    chart = reader.user.chart.chart
    assert chart is not None
    assert [mark.words for mark in chart.scenes()[0].marks] == [
        mark.words for mark in reader.canvas.marks
    ]


def test_all_charts_of_a_selection_are_exported_with_the_map_as_it_is_seen(
    reader: Reader, tmp_path: Path
) -> None:
    reader.zoom_in()
    chart = reader.user.chart.chart
    assert chart is not None
    pack = load()
    selections = [chart.view.selection, Selection()]
    made = [job.chart for job in jobs(pack, selections, chart, tmp_path, ["png"])]
    extents = [each.view.extent for each in made if each.chart_type.id == "map"]
    assert extents == [chart.view.extent, None]
